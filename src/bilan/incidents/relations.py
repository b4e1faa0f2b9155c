"""What the tolls of one incident are to each other, settled before any range is made.

Order of steps, for each outcome: what the report itself marks (updates, parts, denials) → the same count told again →
groups told side by side in one sentence, which add up → narrower groups inside a total → disjoint groups without a
total, which add up → later and larger numbers, which supersede → what is left and differs contradicts.

The result is a tally: slots that add up, each with the options that contradict one another. A policy turns a tally into
a figure; it never has to ask again what a claim is.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from bilan.incidents.eligible import SURE, beyond
from bilan.incidents.entries import Entry, in_order, make_entry
from bilan.incidents.people import ATTACKER, disjoint, may_be_everybody
from bilan.incidents.profile import Context
from bilan.incidents.settle import settle
from bilan.incidents.sheet import Sheet, drop_repeats, find_enumerations
from bilan.incidents.tally import Option, Slot, Tally, Verdict
from bilan.model.claim import Claim

ALL = "all"


class Classified(NamedTuple):
    """Verdicts in order of source and target; tallies by outcome, "all" before the groups."""

    verdicts: tuple[Verdict, ...]
    tallies: tuple[Tally, ...]


def classify(claims: Sequence[Claim], context: Context) -> Classified:
    """Settle the relations of one incident's claims and lay out its tallies.

    Args:
        claims: all claims of the incident, those that only joined it too.
        context: sources and their groups.
    """
    known = {str(claim.id): claim for claim in claims}
    verdicts = set(_marked(claims, known)) | set(_bystanders(claims))
    tolls: dict[str, list[Entry]] = defaultdict(list)
    denied: dict[str, list[Entry]] = defaultdict(list)
    for claim in claims:
        entry = make_entry(claim, context) if claim.kind == "toll" and not beyond(claim, known) else None
        if entry is not None and claim.modality in SURE:
            tolls[entry.outcome].append(entry)
        elif entry is not None and claim.modality == "denied":
            denied[entry.outcome].append(entry)
    tallies: list[Tally] = []
    for outcome in sorted(tolls.keys() | denied.keys()):
        marked = [verdict for verdict in verdicts if verdict.kind in {"supersedes", "part-of"}]
        sheet = Sheet(in_order(tolls[outcome]), marked)
        groups = frozenset(entry.group for entry in tolls[outcome])
        entries = tolls[outcome]
        whole = _tally_all(outcome, sheet, tuple(in_order(denied[outcome])))
        if whole.slots or whole.denied:
            tallies.append(whole._replace(sources=groups))
        tallies += _tally_groups(outcome, _leave_overtaken(entries, sheet.verdicts), marked)
        verdicts |= sheet.verdicts
    marked_pairs = {(one.kind, one.source, one.target) for one in verdicts if one.why.startswith("marked-")}
    verdicts = {
        one
        for one in verdicts
        if one.why.startswith("marked-")
        or not {(one.kind, one.source, one.target), (one.kind, one.target, one.source)} & marked_pairs
    }
    ordered = sorted(verdicts, key=lambda verdict: (verdict.source, verdict.target, verdict.kind, verdict.why))
    return Classified(tuple(ordered), tuple(tallies))


def _tally_all(outcome: str, sheet: Sheet, denied: tuple[Entry, ...]) -> Tally:
    """Lay out the toll of everybody."""
    # A number that is once said to be of soldiers leaves the attacker out wherever else it stands without a noun.
    named = {(entry.low, entry.high) for entry in sheet.standing if entry.scope and ATTACKER not in entry.scope}
    sheet.drop_parts()
    sums = find_enumerations(sheet)
    drop_repeats(sheet, sums)
    attackers = [entry for entry in sheet.standing if entry.scope == {ATTACKER}]
    others = [entry for entry in sheet.standing if entry.scope != {ATTACKER}]
    outside: tuple[Entry, ...] = ()
    if others and attackers:
        outside = _set_attackers_apart(sheet, attackers, others, named)
    options = _options(sheet, sums)
    anyone = [option for option in options if not _scope(option)]
    groups = [option for option in options if _scope(option)]
    if anyone and not _outnumbered(sheet, anyone, groups):
        anyone += _fit_groups(sheet, anyone, groups)
        slots = [Slot(tuple(settle(anyone, sheet.verdicts)))]
    else:
        slots = _add_up(groups, sheet.verdicts)
    updated = any(verdict.kind == "supersedes" for verdict in sheet.verdicts) or sheet.updated
    return Tally(outcome, ALL, tuple(slots), outside, () if slots else denied, updated=updated)


def _tally_groups(outcome: str, entries: Sequence[Entry], marked: Sequence[Verdict]) -> list[Tally]:
    """Lay out the toll of each group that the claims name; a part of a total is the whole of its group."""
    tallies = []
    for people in sorted({group for entry in entries for group in entry.scope}):
        own = [entry for entry in entries if people in entry.scope]
        sheet = Sheet(in_order(own), marked)
        sums = find_enumerations(sheet)
        drop_repeats(sheet, sums)
        settled = settle(_options(sheet, sums), set())
        if settled:
            groups = frozenset(entry.group for entry in own)
            tallies.append(Tally(outcome, people, (Slot(tuple(settled)),), sources=groups, updated=sheet.updated))
    return tallies


def _set_attackers_apart(
    sheet: Sheet,
    attackers: Sequence[Entry],
    others: Sequence[Entry],
    named: Collection[tuple[int | None, int | None]],
) -> tuple[Entry, ...]:
    """Take attackers' own deaths out; they count outside the toll only where every total names who it counts."""
    apart = all(ATTACKER not in entry.scope and (entry.scope or (entry.low, entry.high) in named) for entry in others)
    kind, why = ("sums-to", "attacker-outside") if apart else ("part-of", "attacker-unclear")
    for entry in attackers:
        sheet.drop(entry, Verdict(kind, entry.id, others[0].id, why))
    return tuple(attackers) if apart else ()


def _options(sheet: Sheet, sums: Sequence[Sequence[Entry]]) -> list[Option]:
    standing = {entry.id for entry in sheet.standing}
    options = [Option(tuple(entry for entry in members if entry.id in standing)) for members in sums]
    summed = {entry.id for option in options for entry in option.entries}
    options = [option for option in options if option.entries]
    return options + [Option((entry,)) for entry in sheet.standing if entry.id not in summed]


def _scope(option: Option) -> frozenset[str]:
    """Whom an option counts: a sum of different groups counts anyone only if one of its entries does."""
    scopes = [entry.scope for entry in option.entries]
    return frozenset().union(*scopes) if all(scopes) else frozenset()


def _leave_overtaken(entries: Sequence[Entry], verdicts: set[Verdict]) -> list[Entry]:
    """Leave out groups of a report whose total another report replaced, where that report counts the group anew."""
    by_id = {entry.id: entry for entry in entries}
    replaced = [(by_id[one.target], by_id[one.source]) for one in verdicts if one.kind == "supersedes"]
    left = []
    for entry in entries:
        newer = {
            other.id
            for old, new in replaced
            for other in entries
            if entry.scope and old.report == entry.report != new.report == other.report and other.scope == entry.scope
        }
        if newer:
            verdicts.add(Verdict("supersedes", min(newer), entry.id, "supersedes-with-total"))
        else:
            left.append(entry)
    return left


def _outnumbered(sheet: Sheet, anyone: Sequence[Option], groups: Sequence[Option]) -> bool:
    """Tell whether the total is only a word such as "several", and groups are counted that come to as many."""
    counted = [option for option in groups if option.number is not None]
    if not counted or any(not option.vague for option in anyone):
        return False
    largest = max(counted, key=lambda option: (option.number or 0, option.entries[0].id))
    if any((option.low or 0) > (largest.number or 0) for option in anyone):
        return False
    for entry in (entry for option in anyone for entry in option.entries):
        sheet.verdicts.add(Verdict("repeats", entry.id, largest.entries[0].id, "repeats-vaguely"))
    return True


def _fit_groups(sheet: Sheet, anyone: Sequence[Option], groups: Sequence[Option]) -> list[Option]:
    """Put groups inside the totals that can hold them; return those that are larger, surer, or a rival's total."""
    hearsay = all(option.hedged for option in anyone)
    largest = max(anyone, key=lambda option: (option.high or option.low or 0, option.entries[0].id))
    room = None if largest.vague else largest.low if largest.open else largest.high
    larger = []
    for option in groups:
        too_many = room is not None and (option.low or 0) > room
        if too_many or (hearsay and not option.hedged) or _rivals(option, anyone):
            larger.append(option)
            continue
        for entry in option.entries:
            sheet.verdicts.add(Verdict("part-of", entry.id, largest.entries[0].id, "part-narrower"))
    return larger


def _rivals(option: Option, anyone: Sequence[Option]) -> bool:
    """Tell whether a speaker's group is their own toll of everybody: a report sets it beside those of other speakers.

    A count marked as one speaker's is no part of the total of another, unless the report says so.
    """
    if not option.number or option.hedged or not may_be_everybody(_scope(option)):
        return False
    own = {entry.speaker for entry in option.entries}
    told = [entry for other in anyone for entry in other.entries if entry.report == option.entries[0].report]
    return "" not in own and bool(told) and not any(entry.speaker in {"", *own} for entry in told)


def _add_up(groups: Sequence[Option], verdicts: set[Verdict]) -> list[Slot]:
    """Make a slot of each set of people; sets that may share members do not add up, the larger holds the smaller."""
    by_scope: dict[frozenset[str], list[Option]] = defaultdict(list)
    for option in groups:
        by_scope[_scope(option)].append(option)
    settled = {scope: settle(_without_nones(options, verdicts), verdicts) for scope, options in by_scope.items()}
    ranked = sorted(settled, key=lambda scope: (-_size(settled[scope]), sorted(scope)))
    chosen: list[frozenset[str]] = []
    for scope in ranked:
        first = settled[scope][0].entries[0]
        holder = next((other for other in chosen if not _apart(settled[scope], settled[other], scope, other)), None)
        if holder is not None:
            target = settled[holder][0].entries[0]
            verdicts.add(Verdict("part-of", first.id, target.id, "part-narrower"))
            continue
        if chosen:
            verdicts.add(Verdict("sums-to", first.id, settled[chosen[0]][0].entries[0].id, "sums-disjoint"))
        chosen.append(scope)
    return [Slot(tuple(settled[scope])) for scope in chosen]


def _without_nones(options: Sequence[Option], verdicts: set[Verdict]) -> list[Option]:
    """Leave out a report's "none" beside its own count of such people: it speaks of one side, the count of another."""
    hurt = {entry.report: entry.id for option in options for entry in option.entries if option.high != 0}
    left = []
    for option in options:
        first = option.entries[0]
        if option.high == 0 and first.report in hurt:
            verdicts.add(Verdict("sums-to", first.id, hurt[first.report], "sums-none"))
        else:
            left.append(option)
    return left


def _apart(options: Sequence[Option], held: Sequence[Option], scope: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether two sets add up: nobody is in both, or one says that none of its own were hurt."""
    none = all(option.high == 0 for option in options) or all(option.high == 0 for option in held)
    return none or disjoint(scope, other)


def _size(options: Sequence[Option]) -> int:
    return max((option.low or option.high or 0 for option in options), default=0)


def _marked(claims: Iterable[Claim], known: Mapping[str, Claim]) -> Iterable[Verdict]:
    """Read off what the reports mark themselves."""
    for claim in claims:
        links = claim.links
        table = (
            ("part-of", links.part_of),
            ("supersedes", links.supersedes),
            ("repeats", links.repeats),
            ("contradicts", links.contradicts),
            ("denies", links.denies),
        )
        for kind, targets in table:
            for target in targets:
                if target in known and target != claim.id:
                    same = kind == "supersedes" and claim.count == known[target].count  # says again, replaces nothing
                    yield Verdict(
                        "repeats" if same else kind, claim.id, target, f"marked-{'repeats' if same else kind}"
                    )


def _bystanders(claims: Sequence[Claim]) -> Iterable[Verdict]:
    """Claims without a toll say what kind of incident it was and who took part: they change no number."""
    tolls = sorted(claim.id for claim in claims if claim.kind == "toll" and claim.modality in SURE)
    for claim in claims:
        if tolls and claim.kind == "event":
            yield Verdict("attributes-only", claim.id, tolls[0], "attributes-only")

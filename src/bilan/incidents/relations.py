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
from bilan.incidents.entries import Entry, agree, in_order, make_entry, printed_later, same_count, surer
from bilan.incidents.people import ATTACKER, disjoint
from bilan.incidents.profile import Context
from bilan.model.claim import Claim

ALL = "all"
SIDE_BY_SIDE = 40  # characters between two counts of one enumeration ("deux policiers et deux passants")


class Verdict(NamedTuple):
    """How one claim stands to another; `why` is a key of the reason messages, `words` fill its blanks."""

    kind: str
    source: str
    target: str
    why: str
    words: tuple[tuple[str, str], ...] = ()


class Option(NamedTuple):
    """One reading of a toll: entries that add up, mostly a single one."""

    entries: tuple[Entry, ...]

    @property
    def low(self) -> int | None:
        """The fewest this reading allows, None if it names no lower end."""
        lows = [entry.low for entry in self.entries]
        return None if None in lows else sum(low for low in lows if low is not None)

    @property
    def high(self) -> int | None:
        """The most it allows, None if open."""
        highs = [entry.high for entry in self.entries]
        return None if None in highs else sum(high for high in highs if high is not None)

    @property
    def number(self) -> int | None:
        """The number it names, None where one of its counts is vague or only an upper bound."""
        numbers = [None if entry.low is None else entry.number for entry in self.entries]
        return None if None in numbers else sum(number for number in numbers if number is not None)

    @property
    def open(self) -> bool:
        """Tell whether any of its counts has no upper end."""
        return any(entry.open for entry in self.entries)

    @property
    def vague(self) -> bool:
        """Tell whether all its counts are words without a number."""
        return all(entry.wording == "vague" for entry in self.entries)

    @property
    def hedged(self) -> bool:
        """Tell whether any of it is hearsay."""
        return any(entry.hedged for entry in self.entries)

    @property
    def groups(self) -> frozenset[str]:
        """The independent sources that tell it."""
        return frozenset(entry.group for entry in self.entries)


class Slot(NamedTuple):
    """One summand of a tally: options that contradict one another."""

    options: tuple[Option, ...]


class Tally(NamedTuple):
    """Everything on one outcome and one group of people.

    `slots` add up. `outside` are counts that a total clearly leaves out (attackers who died), they can only widen it.
    `denied` are counts that somebody denies and nobody asserts. `sources` are the independent sources that say anything
    of it; `updated` tells whether a number was replaced by a later one.
    """

    outcome: str
    people: str
    slots: tuple[Slot, ...]
    outside: tuple[Entry, ...] = ()
    denied: tuple[Entry, ...] = ()
    sources: frozenset[str] = frozenset()
    updated: bool = False


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
        marked = [verdict for verdict in verdicts if verdict.kind in {"supersedes", "repeats", "part-of"}]
        sheet = _Sheet(in_order(tolls[outcome]), marked)
        groups = frozenset(entry.group for entry in tolls[outcome])
        tallies.append(_tally_all(outcome, sheet, tuple(in_order(denied[outcome])))._replace(sources=groups))
        tallies += _tally_groups(outcome, tolls[outcome], marked)
        verdicts |= sheet.verdicts
    ordered = sorted(verdicts, key=lambda verdict: (verdict.source, verdict.target, verdict.kind, verdict.why))
    return Classified(tuple(ordered), tuple(tallies))


class _Sheet:
    """The entries of one outcome while they are sorted out; `standing` shrinks, `verdicts` grow."""

    def __init__(self, entries: Sequence[Entry], marked: Iterable[Verdict]) -> None:
        self.verdicts: set[Verdict] = set()
        known = {entry.id for entry in entries}
        inside = [verdict for verdict in marked if verdict.source in known and verdict.target in known]
        gone = {verdict.target for verdict in inside if verdict.kind == "supersedes"}
        self.updated = bool(gone)
        gone |= {verdict.source for verdict in inside if verdict.kind in {"repeats", "part-of"}}
        self.standing = [entry for entry in entries if entry.id not in gone]
        # An update also buries what repeats the number it replaced, wherever in that report it stands.
        buried = [entry for entry in entries if entry.id in gone and entry.id not in _parts(inside)]
        for old in buried:
            self._drop_repeats(old)

    def _drop_repeats(self, old: Entry) -> None:
        for entry in list(self.standing):
            if entry.report == old.report and same_count(entry, old) and entry.scope == old.scope:
                self.drop(entry, Verdict("repeats", entry.id, old.id, "repeats"))

    def drop(self, entry: Entry, verdict: Verdict) -> None:
        """Take an entry out of the running and say why."""
        self.standing.remove(entry)
        self.verdicts.add(verdict)


def _parts(verdicts: Iterable[Verdict]) -> set[str]:
    return {verdict.source for verdict in verdicts if verdict.kind == "part-of"}


def _tally_all(outcome: str, sheet: _Sheet, denied: tuple[Entry, ...]) -> Tally:
    """Lay out the toll of everybody."""
    # A number that is once said to be of soldiers leaves the attacker out wherever else it stands without a noun.
    named = {(entry.low, entry.high) for entry in sheet.standing if entry.scope and ATTACKER not in entry.scope}
    sums = _find_enumerations(sheet)
    _drop_repeats(sheet, sums)
    attackers = [entry for entry in sheet.standing if entry.scope == {ATTACKER}]
    others = [entry for entry in sheet.standing if entry.scope != {ATTACKER}]
    outside: tuple[Entry, ...] = ()
    if others and attackers:
        outside = _set_attackers_apart(sheet, attackers, others, named)
    options = _options(sheet, sums)
    anyone = [option for option in options if not _scope(option)]
    groups = [option for option in options if _scope(option)]
    if anyone:
        anyone += _fit_groups(sheet, anyone, groups)
        slots = [Slot(tuple(_settle(anyone, sheet.verdicts)))]
    else:
        slots = _add_up(groups, sheet.verdicts)
    updated = any(verdict.kind == "supersedes" for verdict in sheet.verdicts) or sheet.updated
    return Tally(outcome, ALL, tuple(slots), outside, () if slots else denied, updated=updated)


def _tally_groups(outcome: str, entries: Sequence[Entry], marked: Sequence[Verdict]) -> list[Tally]:
    """Lay out the toll of each group that the claims name; a part of a total is the whole of its group."""
    tallies = []
    for people in sorted({group for entry in entries for group in entry.scope}):
        own = [entry for entry in entries if people in entry.scope]
        sheet = _Sheet(in_order(own), marked)
        sums = _find_enumerations(sheet)
        _drop_repeats(sheet, sums)
        settled = _settle(_options(sheet, sums), set())
        if settled:
            groups = frozenset(entry.group for entry in own)
            tallies.append(Tally(outcome, people, (Slot(tuple(settled)),), sources=groups, updated=sheet.updated))
    return tallies


def _find_enumerations(sheet: _Sheet) -> list[list[Entry]]:
    """Find counts that one sentence sets side by side: they add up, unless the largest is the sum of the others."""
    by_sentence: dict[tuple[object, ...], list[Entry]] = defaultdict(list)
    for entry in sheet.standing:
        by_sentence[entry.report, entry.sentence, entry.speaker].append(entry)
    found = []
    for listed in by_sentence.values():
        members = [
            entry for i, entry in enumerate(listed) if not any(_says_again(entry, other) for other in listed[:i])
        ]
        members = [entry for entry in members if entry.scope != {ATTACKER}]
        if len(members) < 2:  # noqa: PLR2004
            continue
        whole = _broken_down(members)
        if whole is not None:
            for entry in members:
                if entry is not whole:
                    sheet.drop(entry, Verdict("part-of", entry.id, whole.id, "part-broken-down"))
            continue
        found.append(members)
        for entry in members[1:]:
            sheet.verdicts.add(Verdict("sums-to", entry.id, members[0].id, "sums-side-by-side"))
    return found


def _broken_down(members: Sequence[Entry]) -> Entry | None:
    """Return the count of a sentence that the others break down: their sum, or a wider and larger one; else None."""
    whole = max(members, key=lambda entry: (entry.number or 0, not entry.scope, -entry.start))
    rest = [entry for entry in members if entry is not whole]
    number, total = whole.number or 0, sum(entry.number or 0 for entry in rest)
    if len(rest) == 1 and number == total:
        # "two police officers and two passers-by" add up; "four people, four soldiers" are the same four
        return whole if number > 1 and (not whole.scope or not rest[0].scope) else None
    inside = all(
        entry.scope and entry.scope != whole.scope and not disjoint(entry.scope, whole.scope) for entry in rest
    )
    return whole if total and (number == total or (number > total and inside)) else None


def _says_again(entry: Entry, other: Entry) -> bool:
    """Tell whether a count is told twice in one sentence, rather than two equal counts side by side."""
    gap = max(entry.start, other.start) - min(entry.end, other.end)
    return same_count(entry, other) and entry.scope == other.scope and gap > SIDE_BY_SIDE


def _drop_repeats(sheet: _Sheet, sums: Sequence[Sequence[Entry]]) -> None:
    """Keep one entry of each count; those that add up in a sentence repeat nothing."""
    summed = {entry.id for members in sums for entry in members}
    kept: dict[tuple[object, ...], list[Entry]] = defaultdict(list)
    for entry in (entry for members in sums for entry in members):
        kept[entry.low, entry.high].append(entry)
    for entry in sorted(in_order(sheet.standing), key=lambda entry: entry.hedged):
        if entry.id in summed:
            continue
        same = [first for first in kept[entry.low, entry.high] if not disjoint(entry.scope, first.scope)]
        same = [first for first in same if ATTACKER not in entry.scope ^ first.scope]
        if same and (entry.low, entry.high) != (0, 0):
            sheet.drop(entry, Verdict("repeats", entry.id, same[0].id, "repeats"))
        else:
            kept[entry.low, entry.high].append(entry)


def _set_attackers_apart(
    sheet: _Sheet,
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


def _options(sheet: _Sheet, sums: Sequence[Sequence[Entry]]) -> list[Option]:
    standing = {entry.id for entry in sheet.standing}
    options = [Option(tuple(entry for entry in members if entry.id in standing)) for members in sums]
    summed = {entry.id for option in options for entry in option.entries}
    options = [option for option in options if option.entries]
    return options + [Option((entry,)) for entry in sheet.standing if entry.id not in summed]


def _scope(option: Option) -> frozenset[str]:
    """Whom an option counts: a sum of different groups counts anyone only if one of its entries does."""
    scopes = [entry.scope for entry in option.entries]
    return frozenset().union(*scopes) if all(scopes) else frozenset()


def _fit_groups(sheet: _Sheet, anyone: Sequence[Option], groups: Sequence[Option]) -> list[Option]:
    """Put groups inside the totals that can hold them; return those that are larger, or surer, than every total."""
    hearsay = all(option.hedged for option in anyone)
    largest = max(anyone, key=lambda option: (option.high or option.low or 0, option.entries[0].id))
    room = largest.high if not largest.open and not largest.vague else None
    larger = []
    for option in groups:
        if (room is not None and (option.low or 0) > room) or (hearsay and not option.hedged):
            larger.append(option)
            continue
        for entry in option.entries:
            sheet.verdicts.add(Verdict("part-of", entry.id, largest.entries[0].id, "part-narrower"))
    return larger


def _add_up(groups: Sequence[Option], verdicts: set[Verdict]) -> list[Slot]:
    """Make a slot of each set of people; sets that may share members do not add up, the larger holds the smaller."""
    by_scope: dict[frozenset[str], list[Option]] = defaultdict(list)
    for option in groups:
        by_scope[_scope(option)].append(option)
    settled = {scope: _settle(_without_nones(options, verdicts), verdicts) for scope, options in by_scope.items()}
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


def _settle(options: Sequence[Option], verdicts: set[Verdict]) -> list[Option]:
    """Leave the last of each chain of updates, and what contradicts it.

    Options come in order of print. Each is held against those that still stand: it agrees with one (the surer of the
    two stands), supersedes it (printed later, same or larger, and no less sure), or contradicts it.
    """
    standing: list[Option] = []
    for option in sorted(options, key=lambda option: _print_order(option.entries[0])):
        kept: list[Option] = []
        alive = True
        for other in standing:
            fate = _weigh(option, other, verdicts) if alive else "both"
            if fate != "new":
                kept.append(other)
            alive = alive and fate != "old"
        standing = [*kept, option] if alive else kept
    return standing


def _weigh(new: Option, old: Option, verdicts: set[Verdict]) -> str:
    """Return which of two options stands: "new", "old" or "both"; note why."""
    first, second = new.entries[0], old.entries[0]
    if len(new.entries) == 1 and len(old.entries) == 1 and agree(first, second):
        stands = surer(first, second)
        loser = second if stands is first else first
        why = "repeats-vaguely" if loser.wording == "vague" else "repeats-rounded"
        verdicts.add(Verdict("repeats", loser.id, stands.id, why))
        return "new" if stands is first else "old"
    if new.low is not None and new.low == old.low and new.high == old.high:
        verdicts.add(Verdict("repeats", first.id, second.id, "repeats-sum"))
        return "old"
    larger = (new.number or 0) >= (old.number or 0) and new.number is not None
    if printed_later(first, second) and larger and (old.hedged or not new.hedged):
        words = (("day", (first.printed or "")[:10]),)
        verdicts.add(Verdict("supersedes", first.id, second.id, "supersedes-later", words))
        return "new"
    verdicts.add(Verdict("contradicts", first.id, second.id, _why_contradicts(first, second)))
    return "both"


def _why_contradicts(left: Entry, right: Entry) -> str:
    if left.group == right.group:
        return "contradicts-in-report" if left.speaker == right.speaker else "contradicts-speakers"
    return "contradicts-sources"


def _print_order(entry: Entry) -> tuple[str, str, int, str]:
    return entry.printed or "", entry.report, entry.start, entry.id


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
                    yield Verdict(kind, claim.id, target, f"marked-{kind}")


def _bystanders(claims: Sequence[Claim]) -> Iterable[Verdict]:
    """Claims without a toll say what kind of incident it was and who took part: they change no number."""
    tolls = sorted(claim.id for claim in claims if claim.kind == "toll" and claim.modality in SURE)
    for claim in claims:
        if tolls and claim.kind == "event":
            yield Verdict("attributes-only", claim.id, tolls[0], "attributes-only")

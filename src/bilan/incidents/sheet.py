"""The entries of one outcome while they are sorted out: updates buried, sums found, repeats dropped."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

from bilan.incidents.entries import Entry, in_order, printed_later, same_count
from bilan.incidents.people import ATTACKER, disjoint
from bilan.incidents.tally import Verdict

OPENING = 40  # characters: a sentence that begins before is the headline, or the first one after the dateline
SIDE_BY_SIDE = 40  # characters between two counts of one enumeration ("deux policiers et deux passants")


class Sheet:
    """The entries of one outcome while they are sorted out; `standing` shrinks, `verdicts` grow."""

    def __init__(self, entries: Sequence[Entry], marked: Iterable[Verdict]) -> None:
        self.verdicts: set[Verdict] = set()
        known = {entry.id for entry in entries}
        inside = [verdict for verdict in marked if verdict.source in known and verdict.target in known]
        old = {verdict.target for verdict in inside if verdict.kind == "supersedes"}
        parts = {verdict.source for verdict in inside if verdict.kind == "part-of"}
        self.updated = bool(old)
        self.standing = [entry for entry in entries if entry.id not in old | parts]
        by_id = {entry.id: entry for entry in entries}
        for verdict in inside:
            if verdict.kind == "supersedes":
                self._bury(by_id[verdict.target], by_id[verdict.source])

    def _bury(self, old: Entry, new: Entry) -> None:
        """Take out what an update also settles: the old number told elsewhere, and those who died in between."""
        rise = None if new.number is None or old.number is None else new.number - old.number
        for entry in [entry for entry in self.standing if entry is not new]:
            if entry.report != old.report:
                if entry.number == old.number and entry.scope == old.scope and not printed_later(entry, new):
                    self.drop(entry, Verdict("supersedes", new.id, entry.id, "supersedes-told"))
            elif same_count(entry, old) and entry.scope == old.scope:
                self.drop(entry, Verdict("repeats", entry.id, old.id, "repeats"))
            elif rise and entry.number == rise and not disjoint(entry.scope, new.scope):
                self.drop(entry, Verdict("part-of", entry.id, new.id, "part-rise"))

    def drop_parts(self) -> None:
        """Take out what is told as a part of a number the report does not point at, where a whole stands."""
        wholes = [entry for entry in self.standing if not entry.part]
        for entry in [entry for entry in self.standing if entry.part] if wholes else ():
            own = [whole for whole in wholes if whole.report == entry.report] or wholes
            whole = max(own, key=lambda whole: (whole.number or 0, whole.id))
            self.drop(entry, Verdict("part-of", entry.id, whole.id, "part-told"))

    def drop(self, entry: Entry, verdict: Verdict) -> None:
        """Take an entry out of the running and say why."""
        self.standing.remove(entry)
        self.verdicts.add(verdict)


def find_enumerations(sheet: Sheet) -> list[list[Entry]]:
    """Find counts that one sentence sets side by side: they add up, unless the largest is the sum of the others."""
    found = []
    for listed in _told_together(sheet.standing):
        members = [
            entry for i, entry in enumerate(listed) if not any(_says_again(entry, other) for other in listed[:i])
        ]
        members = [entry for entry in members if entry.scope != {ATTACKER}]
        if len(members) < 2 or not _side_by_side(members):  # noqa: PLR2004
            continue
        whole = _broken_down(members)
        if whole is not None:
            for entry in members:
                if entry is not whole:
                    sheet.drop(entry, Verdict("part-of", entry.id, whole.id, "part-broken-down"))
            continue
        if any(_one_noun(left, right) for left, right in pairwise(sorted(members, key=lambda entry: entry.start))):
            continue
        found.append(members)
        for entry in members[1:]:
            sheet.verdicts.add(Verdict("sums-to", entry.id, members[0].id, "sums-side-by-side"))
    return found


def _told_together(entries: Sequence[Entry]) -> list[list[Entry]]:
    """Group the counts of one sentence and speaker, with those that later sentences tell on top of them."""
    together: dict[tuple[object, ...], list[Entry]] = defaultdict(list)
    keys: dict[str, tuple[object, ...]] = {}
    last: dict[str, str] = {}
    for entry in sorted(entries, key=lambda entry: (entry.report, entry.start, entry.id)):
        key: tuple[object, ...] = (entry.report, entry.sentence, entry.speaker)
        if entry.besides and entry.report in last:
            key = keys[last[entry.report]]
        keys[entry.id], last[entry.report] = key, entry.id
        together[key].append(entry)
    return list(together.values())


def _side_by_side(members: Sequence[Entry]) -> bool:
    """Tell whether counts of one sentence stand beside each other, rather than one after the other in time.

    Counts of people of any kind must be neighbours ("deux Belges et trois Suisses"): wider apart, a sentence that names
    two such numbers more often tells how a toll rose.
    """
    ordered = sorted(members, key=lambda entry: entry.start)
    return all(
        right.besides or left.scope or right.scope or right.start - left.end <= SIDE_BY_SIDE
        for left, right in pairwise(ordered)
    )


def _one_noun(left: Entry, right: Entry) -> bool:
    """Tell whether two numbers count the same people at one place: "8 dead, then 11 dead" tells how a toll rose."""
    return (
        not right.besides
        and not left.scope
        and not right.scope
        and left.noun == right.noun != ""
        and left.place == right.place
    )


def _broken_down(members: Sequence[Entry]) -> Entry | None:
    """Return the count of a sentence that the others break down: their sum, or a wider and larger one; else None."""
    whole = max(members, key=lambda entry: (entry.number or 0, not entry.scope, -entry.start))
    rest = [entry for entry in members if entry is not whole]
    number, total = whole.number or 0, sum(entry.number or 0 for entry in rest)
    if len(rest) == 1 and number == total:
        # "two police officers and two passers-by" add up; "four people, four soldiers" are the same four
        besides = whole.besides or rest[0].besides
        return whole if number > 1 and not besides and (not whole.scope or not rest[0].scope) else None
    inside = not whole.besides and all(
        not entry.besides and entry.scope and entry.scope != whole.scope and not disjoint(entry.scope, whole.scope)
        for entry in rest
    )
    ordered = sorted(members, key=lambda entry: entry.start)
    # "two women, a child and a man": three kinds of people side by side, whatever their numbers come to
    spoken = whole in {ordered[0], ordered[-1]} and not any(disjoint(entry.scope, whole.scope) for entry in rest)
    return whole if total and ((number == total and spoken) or (number > total and inside)) else None


def _says_again(entry: Entry, other: Entry) -> bool:
    """Tell whether a count is told twice in one sentence, rather than two equal counts side by side."""
    gap = max(entry.start, other.start) - min(entry.end, other.end)
    if entry.besides or other.besides:
        return False
    return same_count(entry, other) and entry.scope == other.scope and gap > SIDE_BY_SIDE


def drop_repeats(sheet: Sheet, sums: Sequence[Sequence[Entry]]) -> None:
    """Keep one entry of each count; those that add up in a sentence repeat nothing."""
    summed = {entry.id for members in sums for entry in members}
    kept: dict[tuple[object, ...], list[Entry]] = defaultdict(list)
    for entry in (entry for members in sums for entry in members):
        kept[entry.low, entry.high].append(entry)
    told = Counter((entry.report, entry.low, entry.high) for entry in sheet.standing)
    opened = {(one.report, one.low, one.high) for one in sheet.standing if one.sentence[0] <= OPENING}
    again = {count for count, times in told.items() if times > 1 and count in opened}
    sheet.standing = [
        entry._replace(headlined=(entry.report, entry.low, entry.high) in again) for entry in sheet.standing
    ]
    for entry in sorted(in_order(sheet.standing), key=lambda entry: entry.hedged):
        if entry.id in summed:
            continue
        same = [first for first in kept[entry.low, entry.high] if not disjoint(entry.scope, first.scope)]
        same = [first for first in same if ATTACKER not in entry.scope ^ first.scope]
        if same and (entry.low, entry.high) != (0, 0):
            sheet.drop(entry, Verdict("repeats", entry.id, same[0].id, "repeats"))
        else:
            kept[entry.low, entry.high].append(entry)

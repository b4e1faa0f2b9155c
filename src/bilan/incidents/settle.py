"""Hold the readings of one toll against each other: what agrees, what supersedes, what is left and contradicts."""

from collections.abc import Sequence

from bilan.incidents.entries import Entry, agree, printed_later, surer
from bilan.incidents.tally import Option, Verdict


def settle(options: Sequence[Option], verdicts: set[Verdict]) -> list[Option]:
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
    if new.number is not None and old.number is not None and new.number != old.number:
        higher, lower = (new, old) if new.number > old.number else (old, new)
        for last, stage in ((higher, lower), (lower, higher)):
            if _headlined(last.entries[0], stage.entries[0], fallen=last is lower) and (
                stage.hedged or not last.hedged
            ):
                why = "supersedes-headline"
                verdicts.add(Verdict("supersedes", last.entries[0].id, stage.entries[0].id, why))
                return "new" if last is new else "old"
    verdicts.add(Verdict("contradicts", first.id, second.id, _why_contradicts(first, second)))
    return "both"


def _headlined(entry: Entry, other: Entry, *, fallen: bool) -> bool:
    """Tell whether a report opens with one of two numbers and comes back to it: it is the report's own last word.

    A toll seldom falls: a smaller number is the last word only on what the report says itself, of nobody else's number.
    """
    own = entry.report == other.report and entry.headlined and not other.headlined and not entry.open
    return own and not (fallen and other.speaker)


def _why_contradicts(left: Entry, right: Entry) -> str:
    if left.open != right.open:
        return "contradicts-open"
    if left.group == right.group:
        return "contradicts-in-report" if left.speaker == right.speaker else "contradicts-speakers"
    return "contradicts-sources"


def _print_order(entry: Entry) -> tuple[str, str, int, str]:
    return entry.printed or "", entry.report, entry.start, entry.id

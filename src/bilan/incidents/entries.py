"""A toll as reconciling sees it, and what two tolls on one thing are to each other."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from bilan.incidents.people import scope_of
from bilan.incidents.profile import Context
from bilan.model.claim import Claim

VAGUE = "vague"
BESIDES = "besides"  # the flag of a toll that adds to the one before
# A rounded number is within a tenth of what it rounds: "about 100" for 93, "some twenty" for 21. Wider apart they
# differ.
ROUNDING = 0.1
# The surer a wording, the more it tells; of two that agree the surer one stands.
SURENESS = {"exact": 0, "between": 1, "at-least": 2, "about": 3, "at-most": 4, "vague": 5}


class Entry(NamedTuple):
    """One toll claim. `printed` is when its text was first printed; `scope` whom it counts, empty for anyone.

    `headlined` marks a number that its report opens with and comes back to; `part` one told as a part of another,
    `besides` one told as coming on top of the one before.
    """

    id: str
    outcome: str
    low: int | None
    high: int | None
    wording: str
    scope: frozenset[str]
    hedged: bool
    report: str
    group: str
    printed: str | None
    start: int
    end: int
    sentence: tuple[int, int]
    speaker: str
    headlined: bool = False
    part: bool = False
    place: str | None = None
    noun: str = ""
    besides: bool = False

    @property
    def number(self) -> int | None:
        """The number that stands for the count: the low of a range, the high of "up to N", None if vague."""
        if self.wording == VAGUE:
            return None
        return self.low if self.low is not None else self.high

    @property
    def open(self) -> bool:
        """Tell whether the count has no upper end, "at least N"."""
        return self.high is None and self.low is not None


def make_entry(claim: Claim, context: Context) -> Entry | None:
    """Read a toll claim; None when it has no count."""
    if claim.count is None or claim.outcome is None or (claim.count.low is None and claim.count.high is None):
        return None
    return Entry(
        id=claim.id,
        outcome=claim.outcome,
        low=claim.count.low,
        high=claim.count.high,
        wording=claim.count.wording,
        scope=scope_of(claim.people),
        hedged=claim.modality == "hedged",
        report=claim.digest,
        group=context.groups[claim.digest],
        printed=context.published.get(claim.digest),
        start=claim.quote.start,
        end=claim.quote.end,
        sentence=(claim.sentence.start, claim.sentence.end),
        speaker=claim.said_by[0].text.casefold() if claim.said_by else "",
        part=claim.basis == "part",
        besides=BESIDES in claim.flags,
        place=None if claim.place is None else claim.place.id or claim.place.text.casefold(),
        noun=claim.quote.exact.casefold().split()[-1] if claim.quote.exact.split() else "",
    )


def in_order(entries: Iterable[Entry]) -> list[Entry]:
    """Sort by time of print (undated first), then report and place in it."""
    return sorted(entries, key=lambda entry: (entry.printed or "", entry.report, entry.start, entry.id))


def printed_later(left: Entry, right: Entry) -> bool:
    """Tell whether `left` was printed after `right`: by the hour where both give it, else by the day."""
    if left.printed is None or right.printed is None or left.group == right.group:
        return False
    hours = [_hour(entry.printed) for entry in (left, right)]
    if hours[0] is not None and hours[1] is not None and (hours[0].tzinfo is None) == (hours[1].tzinfo is None):
        return hours[0] > hours[1]
    return left.printed[:10] > right.printed[:10]


def same_count(left: Entry, right: Entry) -> bool:
    """Tell whether two entries name the very same count."""
    return (left.low, left.high) == (right.low, right.high)


def agree(left: Entry, right: Entry) -> bool:
    """Tell whether both counts can be true of one toll: one rounds, bounds or blurs the other."""
    if VAGUE in {left.wording, right.wording}:
        return _agree_vaguely(left, right)
    if left.open and right.open:
        return left.low == right.low
    if left.open != right.open and left.number != right.number and _two_voices(left, right):
        return (
            False  # "at least 12" and "16" can both be true, yet each voice is heard: the open count sets low and best
        )
    first, second = _reach(left), _reach(right)
    return first[0] <= second[1] and second[0] <= first[1]


def surer(left: Entry, right: Entry) -> Entry:
    """Return the one that tells more of two entries that agree; "at least N" stands beside "N" as the careful one."""
    if left.number == right.number and left.open != right.open and VAGUE not in {left.wording, right.wording}:
        return left if left.open else right
    return min(left, right, key=_unsureness)


def _unsureness(entry: Entry) -> tuple[bool, bool, int, str, str]:
    # A number told as hearsay still says more than "dozens" told as certain.
    return entry.wording == VAGUE, entry.hedged, SURENESS[entry.wording], entry.printed or "", entry.id


def _agree_vaguely(left: Entry, right: Entry) -> bool:
    if left.wording == right.wording:
        return same_count(left, right) or left.open or right.open
    # "dozens" in a headline and 131 in the text: the vague word makes no claim against any number that is not zero.
    number = right.number if left.wording == VAGUE else left.number
    return number != 0


def _two_voices(left: Entry, right: Entry) -> bool:
    """Tell whether two independent sources speak, or two named speakers in one report."""
    return left.group != right.group or bool(left.speaker and right.speaker and left.speaker != right.speaker)


def _reach(entry: Entry) -> tuple[float, float]:
    """The numbers an entry is compatible with, rounding allowed for."""
    slack = ROUNDING if entry.wording == "about" else 0.0
    low = 0.0 if entry.low is None else entry.low * (1 - slack)
    high = float("inf") if entry.high is None else entry.high * (1 + slack)
    return low, high


def _hour(printed: str | None) -> datetime | None:
    return datetime.fromisoformat(printed) if printed is not None and "T" in printed else None

"""Choose what heads an incident: the most specific event type, place and time that its claims support.

Support is counted in independent sources, not in claims: a wire printed a hundred times speaks once.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from bilan.model.claim import Actor, Claim
from bilan.model.place import Place
from bilan.model.time import TimeSpan

Parents = Mapping[str, str | None]

GENERAL = "other"  # says only that something happened; any other type is more specific
UNRESOLVED = 8  # sorts a place or time without a precision after UCDP's coarsest code (7)


class Days(NamedTuple):
    """An interval of days, both ends in, as ordinals (days since year 1)."""

    first: int
    last: int

    @property
    def length(self) -> int:
        """Number of days, 1 or more."""
        return self.last - self.first + 1


def days_of(time: TimeSpan | None) -> Days | None:
    """Return the interval of a resolved time span, None while it is unresolved."""
    if time is None or time.earliest is None or time.latest is None:
        return None
    return Days(date.fromisoformat(time.earliest[:10]).toordinal(), date.fromisoformat(time.latest[:10]).toordinal())


def ancestors(event: str, parents: Parents) -> tuple[str, ...]:
    """Return `event` and the types above it, nearest first; a cycle in the data ends the walk."""
    path: list[str] = []
    step: str | None = event
    while step is not None and step not in path:
        path.append(step)
        step = parents.get(step)
    return tuple(path)


def choose_event(claims: Iterable[Claim], groups: Mapping[str, str], parents: Parents) -> str:
    """Return the event type that most sources support, the more specific one where one is a kind of the other.

    A source that says "attack" also supports "suicide bombing" when another names it and the taxonomy has the one
    under the other. Returns "other" when no claim has a type.
    """
    votes: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        if claim.event and claim.event != GENERAL:
            votes[claim.event].add(groups[claim.digest])
    if not votes:
        return GENERAL

    def rank(event: str) -> tuple[int, int, int, str]:
        path = ancestors(event, parents)
        support: set[str] = set().union(*(votes.get(step, set()) for step in path))
        return -len(support), -len(path), -len(votes[event]), event

    return min(votes, key=rank)


def choose_place(claims: Iterable[Claim], groups: Mapping[str, str]) -> Place | None:
    """Return the most precise place; among equally precise ones the one that most sources name."""
    places: dict[str, Place] = {}
    votes: dict[str, set[str]] = defaultdict(set)
    for claim in sorted(claims, key=_reading_order):
        if claim.place is not None:
            key = claim.place.id or claim.place.text.casefold()
            places.setdefault(key, claim.place)
            votes[key].add(groups[claim.digest])
    if not places:
        return None
    return places[min(places, key=lambda key: (places[key].precision or UNRESOLVED, -len(votes[key]), key))]


def choose_time(claims: Iterable[Claim], groups: Mapping[str, str]) -> TimeSpan | None:
    """Return the time on which most sources agree, narrowed to the days that all agreeing spans share.

    Returns:
        None when no claim has a time; an unresolved span when none is resolved.
    """
    spans = [(claim.time, groups[claim.digest]) for claim in sorted(claims, key=_reading_order) if claim.time]
    resolved = [(days, time, group) for time, group in spans if (days := days_of(time)) and time.every is None]
    if not resolved:
        return min((time for time, _ in spans), key=_unresolved_rank, default=None)

    def rank(item: tuple[Days, TimeSpan, str]) -> tuple[int, int, int]:
        days = item[0]
        agreeing = {group for other, _, group in resolved if _overlap(days, other)}
        return time_precision(days.length), -len(agreeing), days.first

    days, time, _ = min(resolved, key=rank)
    return _narrow(time, days, [other for other, _, _ in resolved if _overlap(days, other)])


def merge_actors(claims: Iterable[Claim]) -> tuple[Actor, ...]:
    """Return every actor once a role, in reading order; two spellings of one known actor are one."""
    merged: dict[tuple[str, str], Actor] = {}
    for claim in sorted(claims, key=_reading_order):
        for actor in claim.actors:
            merged.setdefault((actor.role, actor.id or actor.text.casefold()), actor)
    return tuple(merged.values())


def _narrow(time: TimeSpan, days: Days, agreeing: Sequence[Days]) -> TimeSpan:
    first, last = max(other.first for other in agreeing), min(other.last for other in agreeing)
    if first > last or Days(first, last) == days:
        return time
    length = last - first + 1
    return TimeSpan(
        text=time.text,
        earliest=date.fromordinal(first).isoformat(),
        latest=date.fromordinal(last).isoformat(),
        precision=time_precision(length),
        span=time.span,
    )


def time_precision(days: int) -> int:
    """Return UCDP's date code of an interval of so many days."""
    for code, longest in enumerate((timedelta(1), timedelta(6), timedelta(7), timedelta(31)), start=1):
        if days <= longest.days:
            return code
    return 5


def _overlap(left: Days, right: Days) -> bool:
    return left.first <= right.last and right.first <= left.last


def _unresolved_rank(time: TimeSpan) -> tuple[int, str, str]:
    return time.precision or UNRESOLVED, time.offset or "~", time.text


def _reading_order(claim: Claim) -> tuple[str, int, str]:
    return claim.digest, claim.quote.start, claim.id

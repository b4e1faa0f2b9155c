"""Choose what heads an incident: the most specific event type, place and time that its claims support.

Support is counted in independent sources, not in claims: a wire printed a hundred times speaks once.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, timedelta
from fractions import Fraction
from types import MappingProxyType
from typing import NamedTuple

from bilan.model.claim import Actor, Claim
from bilan.model.place import Place
from bilan.model.time import TimeSpan

GENERAL = "other"  # says only that something happened; any other type is more specific
SERIOUS = 3  # a type or place heads an incident only with at least a third of the votes of the one named most
ATTACK, CLASH = "attack", "armed-clash"
PERPETRATOR, TARGET = "perpetrator", "target"
SIDES = frozenset({"side-a", "side-b"})
ARMED = frozenset({"combatant", "police", "security-forces", "attacker"})
UNARMED = frozenset(
    {"civilian", "child", "woman", "aid-worker", "medic", "journalist", "worker", "refugee", "politician"}
)
HARM = frozenset({"killed", "injured"})
MEANS = 70  # specificity from which a type names the means: a strike, a shell, a mine, a bomber
UNRESOLVED = 8  # sorts a place or time without a precision after UCDP's coarsest code (7)


class Taxonomy(NamedTuple):
    """What the event types are to each other.

    `parents`: the type or family above each type, None at the top. `also`: types the same happening is often reported
    as ("attack" for a suicide bombing). `specificity`: of two types that fit, the higher one heads the incident.
    """

    parents: Mapping[str, str | None]
    also: Mapping[str, Collection[str]] = MappingProxyType({})
    specificity: Mapping[str, int] = MappingProxyType({})

    def ancestors(self, event: str) -> tuple[str, ...]:
        """Return `event` and the types above it, nearest first; a cycle in the data ends the walk."""
        path: list[str] = []
        step: str | None = event
        while step is not None and step not in path:
            path.append(step)
            step = self.parents.get(step)
        return tuple(path)

    def wider(self, event: str) -> frozenset[str]:
        """Return the types that may stand for `event` in other words: those above it, and those told as each other.

        A burnt village is also told as an attack, but nobody who says "attack" says that anything was burnt: a type
        that only one side names as another's is not wider.
        """
        told = (other for other in self.also.get(event, ()) if event in self.also.get(other, ()))
        return frozenset((*self.ancestors(event), *told)) - {event}

    def rank(self, event: str) -> tuple[int, int]:
        """How specific a type is: by the data's own figure, then by depth."""
        return self.specificity.get(event, 0), len(self.ancestors(event))


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


def choose_event(claims: Iterable[Claim], groups: Mapping[str, str], taxonomy: Taxonomy) -> str:
    """Return the event type that most sources support, the more specific one where one includes the other.

    Every source has one vote, shared out over its claims. A source that says "attack" also supports "suicide bombing"
    when others name it and the taxonomy knows that bombings are reported as attacks; but a type that few name beside
    one that many name does not head the incident. A type that names the means is named by a source that does so once.
    What is told of the dead and wounded comes before what is told in passing, their captors' arrest or a protest.
    Returns "other" when no claim has a type.
    """
    told = [claim for claim in claims if claim.event and claim.event != GENERAL]
    unarmed = _unarmed(told)
    types = [ATTACK if unarmed and claim.event == CLASH else claim.event or GENERAL for claim in told]
    harm = {event for claim, event in zip(told, types, strict=True) if claim.outcome in HARM}
    named: dict[str, Counter[str]] = defaultdict(Counter)
    for claim, event in zip(told, types, strict=True):
        if _heads(event, harm, taxonomy):
            named[groups[claim.digest]][event] += 1
    votes = _share_votes(named)
    if not votes:
        return GENERAL
    most = max(votes, key=lambda event: (votes[event], event))
    sources = Counter(event for counted in named.values() for event in counted)

    def is_serious(event: str) -> bool:
        means = taxonomy.rank(event)[0] >= MEANS and most in taxonomy.wider(event)
        return votes[event] * SERIOUS >= votes[most] or (means and sources[event] * SERIOUS >= sources[most])

    def rank(event: str) -> tuple[Fraction, int, int, str]:
        wider = {
            other for other in taxonomy.wider(event) if other in votes and taxonomy.rank(other) < taxonomy.rank(event)
        }
        specificity, depth = taxonomy.rank(event)
        return -sum((votes[other] for other in wider), votes[event]), -specificity, -depth, event

    return min((event for event in votes if is_serious(event)), key=rank)


def _unarmed(claims: Sequence[Claim]) -> bool:
    """Tell whether all who are said to be dead or wounded are unarmed, and no two sides fought.

    An ambush of aid workers is an attack on them, an ambush of soldiers a clash (ACLED: battles need two armed sides).
    """
    victims = {people for claim in claims if claim.outcome in HARM for people in claim.people}
    sides = {actor.role for claim in claims for actor in claim.actors}
    return bool(victims & UNARMED) and not victims & ARMED and not sides >= SIDES


def _heads(event: str, harm: Collection[str], taxonomy: Taxonomy) -> bool:
    """Tell whether a type may head an incident whose dead and wounded are told of other types."""
    return not harm or event in harm or any(other in taxonomy.wider(event) for other in harm)


def choose_place(claims: Iterable[Claim], groups: Mapping[str, str]) -> Place | None:
    """Return the most precise of the places that many sources name; of equally precise ones the one named most."""
    places: dict[str, Place] = {}
    named: dict[str, Counter[str]] = defaultdict(Counter)
    for claim in sorted(claims, key=_reading_order):
        if claim.place is not None:
            key = claim.place.id or claim.place.text.casefold()
            places.setdefault(key, claim.place)
            named[groups[claim.digest]][key] += 1
    if not places:
        return None
    votes = _share_votes(named)
    most = max(votes.values())
    serious = (key for key in places if votes[key] * SERIOUS >= most)
    return places[min(serious, key=lambda key: (places[key].precision or UNRESOLVED, -votes[key], key))]


def _share_votes(named: Mapping[str, Counter[str]]) -> dict[str, Fraction]:
    """Give every source one vote, shared out over what its claims name."""
    votes: dict[str, Fraction] = defaultdict(Fraction)
    for counted in named.values():
        for key, times in counted.items():
            votes[key] += Fraction(times, counted.total())
    return votes


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


def merge_actors(claims: Iterable[Claim], event: str, taxonomy: Taxonomy) -> tuple[Actor, ...]:
    """Return every actor once a role, in reading order; two spellings of one known actor are one.

    Only claims that may tell the incident's own event name its actors: who arrested the suspects did not attack. Nor
    did whom the same incident names as struck: of "the assassination of X" both may have been read.
    """
    merged: dict[tuple[str, str], Actor] = {}
    for claim in sorted(claims, key=_reading_order):
        if claim.event is None or claim.event == GENERAL or _same_happening(claim.event, event, taxonomy):
            for actor in claim.actors:
                merged.setdefault((actor.role, actor.id or actor.text.casefold()), actor)
    struck = {key for role, key in merged if role == TARGET}
    return tuple(actor for (role, key), actor in merged.items() if role != PERPETRATOR or key not in struck)


def _same_happening(one: str, other: str, taxonomy: Taxonomy) -> bool:
    return one == other or one in taxonomy.wider(other) or other in taxonomy.wider(one)


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

"""How much speaks for two profiles being about one incident: a sum of weighted terms, each with its reason.

Weights are like log-odds: above 0 speaks for, below 0 against, VETO and lower rules it out. They were set by hand and
checked with `evaluate/incidents.py` on the French and Arabic claim corpora (November 2026); re-run it after any change
here. Numbers weigh little, because tolls move while an incident unfolds.
"""

import math
from typing import NamedTuple

from bilan.incidents.heads import Days, Taxonomy
from bilan.incidents.profile import Profile, Spot

VETO = -8.0
RADIUS_KM = {1: 8.0, 2: 25.0, 3: 50.0, 4: 150.0, 5: 200.0, 6: 1500.0, 7: 600.0}  # what UCDP's where-codes stand for
FINE = 3  # up to UCDP code 3 (second-order unit) a place tells incidents apart
COUNTRY = 6
EARTH_KM = 6371.0
GENERAL_EVENT = "other"
EVER = float("inf")
# Rows of (days at most, weight). Shared days: the longer of two overlapping spans.
SHARED_DAYS = ((2, 2.0), (7, 1.2), (EVER, 0.4))
PRINTED_APART = ((2, 0.8), (7, -0.5), (EVER, -3.0))
PRINTED_LATE = ((3, 0.6), (21, -0.5), (EVER, -2.0))  # after three weeks an undated toll is hardly news of it
FEW_DAYS = 3
SHARED_WORDS = 2  # one shared word is a verb of killing or the name of the country
FAR_RATIO = 5.0  # tolls move, but not often fivefold


class Setting(NamedTuple):
    """What two profiles are owed before anything is compared, and what silence is worth.

    Inside one report silence means "the same as before"; across reports it means nothing is known.
    """

    prior: float
    place_unknown: float
    place_wide: float  # one place known no finer than its region
    place_country: float  # no finer than its country
    place_unlike: float  # two names that cannot be measured
    time_unknown: float
    next_day: float
    few_days: float  # two or three days apart
    event_unlike: float


IN_REPORT = Setting(
    prior=1.0,
    place_unknown=0.0,
    place_wide=0.4,
    place_country=0.4,
    place_unlike=-2.5,
    time_unknown=0.0,
    next_day=-5.0,
    few_days=VETO,
    event_unlike=-2.5,
)
ACROSS = Setting(
    prior=-1.5,
    place_unknown=-2.0,
    place_wide=-1.0,
    place_country=-1.8,
    place_unlike=-3.5,
    time_unknown=-2.5,
    next_day=-1.0,
    few_days=-4.0,
    event_unlike=-2.0,
)


class Term(NamedTuple):
    """One reason for or against, `why` a key of the reason messages."""

    name: str
    weight: float
    why: str


class Comparison(NamedTuple):
    """All terms of one comparison."""

    terms: tuple[Term, ...]

    @property
    def total(self) -> float:
        """The sum of the weights."""
        return sum(term.weight for term in self.terms)


def compare(left: Profile, right: Profile, taxonomy: Taxonomy, setting: Setting = ACROSS) -> Comparison:
    """Weigh what speaks for and against two profiles being about one incident; the order of the two is of no matter."""
    return Comparison(
        (
            Term("prior", setting.prior, "prior"),
            place_term(left.spot, right.spot, setting),
            time_term(left, right, setting),
            event_term(left.event, right.event, taxonomy, setting),
            actor_term(left, right),
            count_term(left, right),
            word_term(left, right),
        )
    )


def place_term(left: Spot | None, right: Spot | None, setting: Setting = ACROSS) -> Term:
    """Weigh two places: the same, one inside the other, near, far, or not comparable."""
    if left is None or right is None:
        return Term("place", setting.place_unknown, "place-unknown")
    if left.id is not None and left.id == right.id:
        if (left.precision or FINE) <= FINE:
            return Term("place", 2.5, "place-same")
        return Term("place", _wide(left.precision, setting), "place-same-wide")
    if left.country and right.country and left.country != right.country:
        return Term("place", VETO, "place-other-country")
    distance = distance_km(left, right)
    if distance is None or left.precision is None or right.precision is None:
        return _name_term(left, right, setting)
    reach = RADIUS_KM[left.precision] + RADIUS_KM[right.precision]
    coarse = max(left.precision, right.precision)
    if distance <= reach:
        if coarse <= FINE:
            return Term("place", 1.5, "place-near")
        return Term("place", _wide(coarse, setting), "place-inside")
    return Term("place", VETO if distance > 2 * reach else -4.0, "place-far")


def _wide(precision: int | None, setting: Setting) -> float:
    return setting.place_wide if (precision or COUNTRY) < COUNTRY else setting.place_country


def _name_term(left: Spot, right: Spot, setting: Setting) -> Term:
    """Weigh places that cannot be measured, by their names alone."""
    if left.name == right.name:
        return Term("place", 2.0, "place-same")
    first, second = set(left.name.split()), set(right.name.split())
    if first <= second or second <= first:
        return Term("place", max(setting.place_wide, 0.8), "place-inside")
    return Term("place", setting.place_unlike, "place-unlike")


def distance_km(left: Spot, right: Spot) -> float | None:
    """Great-circle distance in km, None where a coordinate is missing."""
    if left.lat is None or left.lon is None or right.lat is None or right.lon is None:
        return None
    lat1, lat2 = math.radians(left.lat), math.radians(right.lat)
    half_lon = math.radians(right.lon - left.lon) / 2
    a = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin(half_lon) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(a)))


def time_term(left: Profile, right: Profile, setting: Setting = ACROSS) -> Term:
    """Weigh two times: stated days against stated days, else what the days of publication allow."""
    if left.days is not None and right.days is not None:
        return _days_term(left.days, right.days, setting)
    if left.report == right.report:
        if left.offset is not None and right.offset is not None:
            same = left.offset == right.offset
            return Term("time", 1.5 if same else -2.0, "time-same" if same else "time-apart")
        return Term("time", setting.time_unknown, "time-unknown")
    if left.days is None and right.days is None:
        return _told_term(left.told, right.told, setting)
    days, told = (left.days, right.told) if left.days is not None else (right.days, left.told)
    return _dated_and_told_term(days, told, setting)


def _days_term(left: Days, right: Days, setting: Setting) -> Term:
    gap = max(left.first, right.first) - min(left.last, right.last)
    if gap <= 0:
        return Term("time", _by_length(max(left.length, right.length), SHARED_DAYS), "time-same")
    if gap == 1:  # a night, a time zone, a day of the week read one off
        return Term("time", setting.next_day, "time-next-day")
    return Term("time", setting.few_days if gap <= FEW_DAYS else VETO, "time-apart")


def _told_term(left: int | None, right: int | None, setting: Setting) -> Term:
    if left is None or right is None:
        return Term("time", setting.time_unknown, "time-unknown")
    gap = abs(left - right)
    return Term("time", _by_length(gap, PRINTED_APART), "time-printed-together")


def _dated_and_told_term(days: Days | None, told: int | None, setting: Setting) -> Term:
    if days is None or told is None:
        return Term("time", setting.time_unknown, "time-unknown")
    if told < days.first - 1:
        return Term("time", VETO, "time-printed-before")
    late = told - days.last
    return Term("time", _by_length(late, PRINTED_LATE), "time-printed-after")


def _by_length(days: int, table: tuple[tuple[float, float], ...]) -> float:
    """Look up the weight of the first row whose number of days is not exceeded."""
    return next(weight for longest, weight in table if days <= longest)


def event_term(left: str, right: str, taxonomy: Taxonomy, setting: Setting = ACROSS) -> Term:
    """Weigh two event types: equal, one a kind of the other, of one family, or of different families."""
    if GENERAL_EVENT in {left, right}:
        return Term("event", 0.0, "event-unknown")
    if left == right:
        return Term("event", 1.0, "event-same")
    first, second = taxonomy.ancestors(left), taxonomy.ancestors(right)
    if left in second or right in first:
        return Term("event", 0.8, "event-kind-of")
    if left in taxonomy.also.get(right, ()) or right in taxonomy.also.get(left, ()):
        return Term("event", 0.5, "event-told-as")
    if set(first) & set(second) and not _alone(left, right, taxonomy):
        return Term("event", 0.2, "event-family")
    return Term("event", setting.event_unlike, "event-unlike")


def _alone(left: str, right: str, taxonomy: Taxonomy) -> bool:
    """Tell whether one of two types is never told as another: a family alone then joins nothing to it.

    The family of strategic developments holds ceasefires and leaflet drops, which are never one happening.
    """
    return any(not taxonomy.also.get(event, (event,)) for event in (left, right))


def actor_term(left: Profile, right: Profile) -> Term:
    """Weigh who did it: a shared actor speaks for one incident, known and different ones a little against."""
    if not left.actors or not right.actors:
        return Term("actors", 0.0, "actors-unknown")
    if left.actors & right.actors:
        return Term("actors", 0.8, "actors-shared")
    return Term("actors", -0.5, "actors-unlike")


def count_term(left: Profile, right: Profile) -> Term:
    """Weigh tolls: an equal toll speaks for one incident, tolls a factor of five apart speak against."""
    if left.counts & right.counts:
        return Term("counts", 0.8, "counts-equal")
    first, second = _largest(left), _largest(right)
    ratios = [first[outcome] / second[outcome] for outcome in first.keys() & second.keys()]
    if any(ratio > FAR_RATIO or ratio < 1 / FAR_RATIO for ratio in ratios):
        return Term("counts", -0.8, "counts-far")
    return Term("counts", 0.0, "counts-open")


def _largest(profile: Profile) -> dict[str, int]:
    """The largest number named for each outcome; zeros and silence say nothing of size."""
    largest: dict[str, int] = {}
    for outcome, low, high in profile.counts:
        if number := low or high:
            largest[outcome] = max(largest.get(outcome, 0), number)
    return largest


def word_term(left: Profile, right: Profile) -> Term:
    """Weigh shared words of two titles; says nothing across languages and little within them."""
    if left.report == right.report or len(left.words & right.words) < SHARED_WORDS:
        return Term("words", 0.0, "words-none")
    shared = len(left.words & right.words) / min(len(left.words), len(right.words))
    return Term("words", round(0.8 * shared, 3), "words-shared")

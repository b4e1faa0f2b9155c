"""Chooses, for each mention of a place, the gazetteer entry it stands for, or leaves it open.

Each candidate is weighed by how well its spelling fits, how large it is, and how the report's other places bear it
out: the country others lie in, the unit named right after it ("Paris, Texas"), the distance to the rest. A name means
the same place throughout a report. A candidate that does not clearly beat a rival far from it is not chosen: a wrong
place is worse than a blank.
"""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from bilan.gazetteer.keys import exact_key
from bilan.model.place import Candidate, Place, PlaceMention

# Weights of the evidence, set by hand and measured with `bilan.evaluate.places.score_places` on GeoWebNews and
# TR-News (English, 318 reports); re-run when changing one.
COUNTRY_WEIGHT = 2.0  # a candidate in the country all other places lie in counts three times one in a country of none
HINT_VOTES = 2.0  # votes of the country the caller names
ADJECTIVE_VOTES = 0.5  # "Syrian" tells less of where than "Syria"
NEAR_WEIGHT = 2.0  # most a candidate gains from lying beside another place of the report
NEAR_KM = 100.0  # where half of that gain is left
BORDERLESS_GAIN = 0.7  # what regions and seas of no country gain instead
CONTAINER_WEIGHT = 6.0  # "Paris, Texas"
LISTED_WEIGHT = 2.0  # the same where the name may itself be a unit, so that both may stand in a list
GAP = 2  # code points between a name and the unit after it: ", " or " ("
CITY_SHARE = 0.12  # of the people of the unit called the same, from which the city is meant, not the unit
SAME_PLACE_KM = 60.0  # candidates nearer to each other than this are no rivals: the town and its district
SURE_SHARE = 0.6  # share of belief from which a place bears out others near it
UNKNOWN_PEOPLE = 2000  # a town whose population the index does not know: unknown is not zero
LEAST_SCORE = 0.25  # below it a place stays unresolved
STRANGER = 0.4  # belief left to a small place in a country nothing else in the report speaks of
SURE_SIZE = 100_000
FEW = 2.0  # votes of other names from which a report can be said to speak of some countries and not of others
RIVALS = 5
EARTH_KM = 6371.0
LARGEST = 8.5  # decimal logarithm of the people that weighs 1
SIZES = {"country": 8.0, "region": 6.5, "water": 6.5}  # decimal logarithm of the people it counts as, at least
KIND_WEIGHTS = {"admin2": 0.6, "section": 0.5}
GIVEN_WAY = 0.5  # weight left to a unit beside the city it is called after
WIDE_KINDS = frozenset({"country", "region", "water"})
UNIT_KINDS = frozenset({"country", "admin1", "admin2"})


_Key = tuple[str, bool, tuple[str, ...]]  # folded name, adjective or not, candidates: one name, one sense


@dataclass(slots=True)
class _Name:
    """One name of a report: its candidates, their weights, and the units named right after it."""

    candidates: Sequence[Candidate]
    weights: list[float]
    power: float
    units: list[Candidate] = field(default_factory=list)
    stranger: bool = False  # no candidate lies in a country the report's other places speak of


def resolve_places(mentions: Sequence[PlaceMention], *, country_hint: str | None = None) -> tuple[Place, ...]:
    """Resolve the mentions of one report together.

    Args:
        mentions: All mentions of the report, in text order.
        country_hint: ISO 3166-1 alpha-2 code of the country the report is known to be about.

    Returns:
        One place a mention, in the same order. Unresolved ones have their words and span only, and their rivals.
    """
    keys = [
        (exact_key(mention.text), mention.role == "adjective", tuple(candidate.id for candidate in mention.candidates))
        for mention in mentions
    ]
    names = _names(mentions, keys)
    votes = _votes(names, country_hint)
    for name in names.values():
        _weigh_country(name, votes, sum(votes.values()))
    sure = [best for best in (_sure(name) for name in names.values()) if best is not None]
    for name in names.values():
        _weigh_nearness(name, sure)
    return tuple(_choose(mention, names[key]) for mention, key in zip(mentions, keys, strict=True))


def distance_km(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Return the great-circle distance between two points given in degrees."""
    north, south = math.radians(lat), math.radians(other_lat)
    half = (
        math.sin((south - north) / 2) ** 2
        + math.cos(north) * math.cos(south) * math.sin(math.radians(other_lon - lon) / 2) ** 2
    )
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(half)))


def _names(mentions: Sequence[PlaceMention], keys: Sequence[_Key]) -> dict[_Key, _Name]:
    """Gather mentions by name; what the words say of kind and container of one mention holds for all."""
    names: dict[_Key, _Name] = {}
    for i, (mention, key) in enumerate(zip(mentions, keys, strict=True)):
        weights = _prior(mention.candidates)
        known = names.get(key)
        if known is None:
            power = ADJECTIVE_VOTES if mention.role == "adjective" else 1.0
            known = names[key] = _Name(mention.candidates, weights, power)
        elif min(weights, default=0.0) < min(known.weights, default=0.0):  # this mention names the kind of place
            known.weights = weights
        known.units.extend(_units_after(mentions, i))
    return names


def _prior(candidates: Sequence[Candidate]) -> list[float]:
    """Weigh each candidate by spelling and size alone; a unit gives way to the city it is called after."""
    largest = max((candidate.population for candidate in candidates if candidate.kind == "city"), default=0)
    weights = []
    for candidate in candidates:
        people = candidate.population or (UNKNOWN_PEOPLE if candidate.kind == "city" else 0)
        size = max(SIZES.get(candidate.kind, 0.0), math.log10(people + 30))
        weight = candidate.score * (size / LARGEST) ** 2 * KIND_WEIGHTS.get(candidate.kind, 1.0)
        if candidate.kind in {"admin1", "admin2"} and largest >= CITY_SHARE * candidate.population:
            weight *= GIVEN_WAY
        weights.append(weight)
    return weights


def _units_after(mentions: Sequence[PlaceMention], index: int) -> Sequence[Candidate]:
    """Return what the next mention may be, if it follows right after a comma: the unit this one lies in."""
    if index + 1 >= len(mentions):
        return ()
    here, after = mentions[index], mentions[index + 1]
    if not 0 < after.span.start - here.span.end <= GAP:
        return ()
    return [candidate for candidate in after.candidates if candidate.kind in UNIT_KINDS]


def _votes(names: Mapping[_Key, _Name], hint: str | None) -> Mapping[str, float]:
    """Let each name vote for the countries of its candidates, in proportion to their weights."""
    votes: dict[str, float] = defaultdict(float)
    for name in names.values():
        for country, share in _own_votes(name).items():
            votes[country] += share
    if hint:
        votes[hint] += HINT_VOTES
    return votes


def _own_votes(name: _Name) -> Mapping[str, float]:
    total = sum(name.weights)
    own: dict[str, float] = defaultdict(float)
    for candidate, weight in zip(name.candidates, name.weights, strict=True):
        if candidate.country and total:
            own[candidate.country] += name.power * weight / total
    return own


def _weigh_country(name: _Name, votes: Mapping[str, float], everything: float) -> None:
    """Raise candidates in countries the other names lie in, and those inside a unit named right after."""
    own = _own_votes(name)
    supported = [votes.get(c.country or "", 0.0) - own.get(c.country or "", 0.0) > 0.01 for c in name.candidates]  # noqa: PLR2004
    name.stranger = everything - sum(own.values()) >= FEW and not any(supported)
    others = everything - sum(own.values())
    # "China, the United States" is a list, not the town of China; "Wyoming, Michigan" may be either.
    peers = {candidate.kind for candidate in name.candidates} & {"country"}
    units = any(candidate.kind == "admin1" for candidate in name.candidates)
    for i, candidate in enumerate(name.candidates):
        country = candidate.country or ""
        support = (votes.get(country, 0.0) - own.get(country, 0.0)) / others if others > 0 else 0.0
        name.weights[i] *= 1 + COUNTRY_WEIGHT * max(0.0, min(support, 1.0))
        if any(_inside(candidate, unit) for unit in name.units if unit.kind not in peers):
            name.weights[i] *= 1 + (LISTED_WEIGHT if peers or units else CONTAINER_WEIGHT)


def _inside(candidate: Candidate, unit: Candidate) -> bool:
    if candidate.id == unit.id or candidate.country != unit.country:
        return False
    if unit.kind == "country":
        return candidate.kind != "country"
    return candidate.kind not in {"country", "admin1"} and candidate.admin1 == unit.admin1


def _sure(name: _Name) -> Candidate | None:
    """Return the candidate a name surely stands for, if it is a point others can be near to."""
    order = _order(name)
    if not order:
        return None
    best = name.candidates[order[0]]
    return best if best.kind not in WIDE_KINDS and _share(name, order) > SURE_SHARE else None


def _weigh_nearness(name: _Name, sure: Sequence[Candidate]) -> None:
    """Raise candidates beside places the report surely names; a country by how many of them lie in it."""
    if len(name.candidates) < 2:  # noqa: PLR2004  # nothing to choose from
        return
    words = {candidate.id for candidate in name.candidates}
    others = [other for other in sure if other.id not in words]
    if not others:
        return
    for i, candidate in enumerate(name.candidates):
        if candidate.kind in WIDE_KINDS:
            inside = sum(other.country == candidate.country for other in others) / len(others)
            gain = inside if candidate.country else BORDERLESS_GAIN
        else:
            gain = max(1 / (1 + (_gap(candidate, other) / NEAR_KM) ** 2) for other in others)
        name.weights[i] *= 1 + NEAR_WEIGHT * gain


def _gap(one: Candidate, other: Candidate) -> float:
    return distance_km(one.lat, one.lon, other.lat, other.lon)


def _order(name: _Name) -> list[int]:
    return sorted(range(len(name.candidates)), key=lambda i: (-name.weights[i], name.candidates[i].id))


def _share(name: _Name, order: Sequence[int]) -> float:
    """Return the best candidate's share of the belief it divides with its strongest rival elsewhere."""
    best = name.candidates[order[0]]
    rival = next((name.weights[i] for i in order[1:] if _gap(best, name.candidates[i]) > SAME_PLACE_KM), 0.0)
    top = name.weights[order[0]]
    return top / (top + rival) if top else 0.0


def _choose(mention: PlaceMention, name: _Name) -> Place:
    """Take the best candidate if it is believed enough; keep the others as rivals."""
    order = _order(name)
    own = {candidate.id: candidate for candidate in mention.candidates}
    scale = max(1.0, *name.weights) if name.weights else 1.0

    def rivals(first: int) -> tuple[Candidate, ...]:
        shown = order[first : first + RIVALS]
        return tuple(replace(own[name.candidates[i].id], score=name.weights[i] / scale) for i in shown)

    if not order or not name.weights[order[0]]:
        return Place(text=mention.text, span=mention.span, rivals=rivals(0))
    best = own[name.candidates[order[0]].id]
    spelled = min(1.0, 0.4 + best.score)
    score = spelled * _share(name, order) * min(1.0, 0.5 + name.weights[order[0]])
    score = round(score * (STRANGER if name.stranger and best.population < SURE_SIZE else 1.0), 4)
    if score < LEAST_SCORE:
        return Place(text=mention.text, span=mention.span, score=score, rivals=rivals(0))
    return Place(
        text=mention.text,
        name=best.name,
        id=best.id,
        lat=best.lat,
        lon=best.lon,
        country=best.country,
        precision=best.precision,
        span=mention.span,
        score=score,
        rivals=rivals(1),
    )

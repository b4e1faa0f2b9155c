"""Chooses, for each mention of a place, the gazetteer entry it stands for, or leaves it open.

Each candidate is weighed by how well its spelling fits, how large it is, and how the report's other places bear it
out: the country others lie in, the unit named right after it ("Paris, Texas"), the distance to the rest. A candidate
that does not clearly beat a rival far from it is not chosen: a wrong place is worse than a blank.
"""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from bilan.gazetteer.keys import exact_key
from bilan.model.place import Candidate, Place, PlaceMention

# Weights of the evidence, set by hand and measured with `bilan.evaluate.places.score_places` on GeoWebNews and
# TR-News (English, 318 reports); re-run when changing one.
COUNTRY_WEIGHT = 2.0  # a candidate in the country all other places lie in counts three times one in a country of none
HINT_VOTES = 2.0  # votes of the country the caller names
ADJECTIVE_VOTES = 0.5  # "Syrian" tells less of where than "Syria"
NEAR_WEIGHT = 1.0  # most a candidate gains from lying beside another place of the report
NEAR_KM = 150.0  # where half of that gain is left
CONTAINER_WEIGHT = 6.0  # "Paris, Texas"
GAP = 2  # code points between a name and the unit after it: ", " or " ("
CITY_SHARE = 0.12  # of the people of the unit called the same, from which the city is meant, not the unit
SAME_PLACE_KM = 60.0  # candidates nearer to each other than this are no rivals: the town and its district
LEAST_SCORE = 0.25  # below it a place stays unresolved
RIVALS = 5
EARTH_KM = 6371.0
SIZES = {"country": 8.0, "region": 6.5, "water": 6.5}  # decimal logarithm of the people it counts as, at least
LARGEST = 8.5


def resolve_places(mentions: Sequence[PlaceMention], *, country_hint: str | None = None) -> tuple[Place, ...]:
    """Resolve the mentions of one report together.

    Args:
        mentions: All mentions of the report, in text order.
        country_hint: ISO 3166-1 alpha-2 code of the country the report is known to be about.

    Returns:
        One place a mention, in the same order. Unresolved ones have their words and span only, and their rivals.
    """
    votes = _votes(mentions, country_hint)
    first = [_rank(mention, _prior(mention), votes, _container(mentions, i)) for i, mention in enumerate(mentions)]
    sure = [ranked[0] for ranked in first if ranked and ranked[0].kind not in {"country"} and _share(ranked) > 0.6]  # noqa: PLR2004
    places = {}
    for mention, ranked in zip(mentions, first, strict=True):
        key = (exact_key(mention.text), mention.role, mention.cue, tuple(c.id for c in ranked))
        again = sorted((_moved(candidate, sure) for candidate in ranked), key=_order)
        places.setdefault(key, again)
    return tuple(
        _choose(mention, places[exact_key(mention.text), mention.role, mention.cue, tuple(c.id for c in ranked)])
        for mention, ranked in zip(mentions, first, strict=True)
    )


def distance_km(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Return the great-circle distance between two points given in degrees."""
    north, south = math.radians(lat), math.radians(other_lat)
    half = (
        math.sin((south - north) / 2) ** 2
        + math.cos(north) * math.cos(south) * math.sin(math.radians(other_lon - lon) / 2) ** 2
    )
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(half)))


def _prior(mention: PlaceMention) -> Sequence[Candidate]:
    """Weigh each candidate by spelling and size alone; a unit gives way to the city it is called after."""
    cities = [candidate.population for candidate in mention.candidates if candidate.kind == "city"]
    largest = max(cities, default=0)
    weighed = []
    for candidate in mention.candidates:
        size = max(SIZES.get(candidate.kind, 0.0), math.log10(candidate.population + 30))
        weight = candidate.score * (size / LARGEST) ** 2
        if candidate.kind in {"admin1", "admin2"} and largest >= CITY_SHARE * candidate.population:
            weight *= 0.5
        if candidate.kind == "admin2":
            weight *= 0.6
        if candidate.kind == "section":
            weight *= 0.5
        weighed.append(replace(candidate, score=weight))
    return weighed


def _votes(mentions: Sequence[PlaceMention], hint: str | None) -> Mapping[str, float]:
    """Let each name, once, vote for the countries of its candidates, in proportion to their weight."""
    votes: dict[str, float] = defaultdict(float)
    seen: set[str] = set()
    for mention in mentions:
        key = exact_key(mention.text)
        if key in seen:
            continue
        seen.add(key)
        candidates = _prior(mention)
        total = sum(candidate.score for candidate in candidates)
        power = ADJECTIVE_VOTES if mention.role == "adjective" else 1.0
        for candidate in candidates:
            if candidate.country and total:
                votes[candidate.country] += power * candidate.score / total
    if hint:
        votes[hint] += HINT_VOTES
    return votes


def _container(mentions: Sequence[PlaceMention], index: int) -> Sequence[Candidate]:
    """Return what the next mention may be, if it follows right after a comma: the unit this one lies in."""
    if index + 1 >= len(mentions):
        return ()
    here, after = mentions[index], mentions[index + 1]
    if not 0 < after.span.start - here.span.end <= GAP:
        return ()
    return [c for c in after.candidates if c.kind in {"country", "admin1", "admin2"}]


def _rank(
    mention: PlaceMention, weighed: Sequence[Candidate], votes: Mapping[str, float], container: Sequence[Candidate]
) -> Sequence[Candidate]:
    """Weigh the candidates by the countries of the report's other places, and by the unit named after this one."""
    total_own = sum(candidate.score for candidate in weighed) or 1.0
    everything = sum(votes.values())
    ranked = []
    for candidate in weighed:
        own = candidate.score / total_own * (ADJECTIVE_VOTES if mention.role == "adjective" else 1.0)
        others = max(everything - 1.0, 0.0)
        support = max(votes.get(candidate.country or "", 0.0) - own, 0.0) / others if others > 0 else 0.0
        weight = candidate.score * (1 + COUNTRY_WEIGHT * min(support, 1.0))
        if any(_inside(candidate, unit) for unit in container):
            weight *= 1 + CONTAINER_WEIGHT
        ranked.append(replace(candidate, score=weight))
    return sorted(ranked, key=_order)


def _inside(candidate: Candidate, unit: Candidate) -> bool:
    if candidate.id == unit.id or candidate.country != unit.country:
        return False
    if unit.kind == "country":
        return candidate.kind != "country"
    return candidate.kind not in {"country", "admin1"} and candidate.admin1 == unit.admin1


def _moved(candidate: Candidate, sure: Sequence[Candidate]) -> Candidate:
    """Raise a candidate by the nearness of places the report surely names."""
    if candidate.kind in {"country", "region", "water"}:
        return candidate
    gaps = [
        distance_km(candidate.lat, candidate.lon, other.lat, other.lon) for other in sure if other.id != candidate.id
    ]
    gain = max((NEAR_WEIGHT / (1 + (gap / NEAR_KM) ** 2) for gap in gaps), default=0.0)
    return replace(candidate, score=candidate.score * (1 + gain))


def _share(ranked: Sequence[Candidate]) -> float:
    """Return the best candidate's share of the belief it divides with its strongest rival elsewhere."""
    best = ranked[0]
    rival = max((other.score for other in ranked[1:] if _apart(best, other)), default=0.0)
    return best.score / (best.score + rival) if best.score else 0.0


def _apart(one: Candidate, other: Candidate) -> bool:
    return distance_km(one.lat, one.lon, other.lat, other.lon) > SAME_PLACE_KM


def _choose(mention: PlaceMention, ranked: Sequence[Candidate]) -> Place:
    """Take the best candidate if it is believed enough; keep the others as rivals."""
    unresolved = Place(text=mention.text, span=mention.span, rivals=tuple(_shown(ranked)[:RIVALS]))
    if not ranked or not ranked[0].score:
        return unresolved
    best = ranked[0]
    spelled = next(candidate.score for candidate in mention.candidates if candidate.id == best.id)
    score = round(min(1.0, 0.4 + spelled) * _share(ranked) * min(1.0, 0.5 + best.score), 4)
    if score < LEAST_SCORE:
        return replace(unresolved, score=score)
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
        rivals=tuple(_shown(ranked)[1 : RIVALS + 1]),
    )


def _shown(ranked: Sequence[Candidate]) -> Sequence[Candidate]:
    """Scale scores so that the best is at most 1: readers compare them, nothing else."""
    top = max((candidate.score for candidate in ranked), default=1.0) or 1.0
    scale = max(1.0, top)
    return [replace(candidate, score=round(candidate.score / scale, 4)) for candidate in ranked]


def _order(candidate: Candidate) -> tuple[float, str]:
    return -candidate.score, candidate.id

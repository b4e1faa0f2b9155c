"""Notices when a report's "north of" is at odds with the gazetteer; the words are kept, this only flags them."""

import math
import re
from collections.abc import Sequence
from functools import cache

from bilan.languages.load import Pack
from bilan.model.place import Place

EXACT = 2  # coarsest precision of both places: compass points between units or countries say little
LEAST_KM = 3.0  # nearer places lie in each other's outskirts
FARTHEST_OFF = 67.5  # degrees: "north" may be said of anything from north-west to north-east
LEAD = 45  # most code points between a name and "north of"
_BREAK = re.compile(r"[.;:!?\n]")
_KM_A_DEGREE = 111.2


def direction_conflict(text: str, place: Place, places: Sequence[Place], pack: Pack) -> str | None:
    """Tell whether the report puts a place on another side of a second one than the gazetteer does.

    Two forms are read: "Darayya, au nord de Damas" and, without a comma, "au nord de Damas Darayya".

    Args:
        text: The report's frozen text.
        place: A resolved place with its span.
        places: All places of the report, with their spans.
        pack: The language's pack; `[directions]` of its places.toml.

    Returns:
        A sentence in the report's language saying what the report says and what the gazetteer has; None if there is
        no conflict, nothing is said of direction, or either place is not known to the point.
    """
    table = pack.toml("places").get("directions")
    if not table or place.span is None:
        return None
    after = [other.span.end for other in places if other.span is not None and other.span.start >= place.span.end]
    pattern, reach = _pattern(table["pattern"]), min(after, default=len(text))
    for other in places:
        way = _said(text, place, other, reach, pattern)
        if way is None:
            continue
        found = _bearing(other, place)
        if found is None or _turn(found, table["words"][way]) <= FARTHEST_OFF:
            continue
        word = min(table["words"], key=lambda known: (_turn(found, table["words"][known]), len(known)))
        return str(table["conflict"]).format(place=place.text, other=other.text, said=way, found=word)
    return None


def _said(text: str, place: Place, other: Place, reach: int, pattern: re.Pattern[str]) -> str | None:
    """Return the compass word that relates a place to another, None if none does.

    `reach`: where the next place after `place` ends; what begins beyond it stands apart.
    """
    if place.span is None or other.span is None or other.span == place.span:
        return None
    if place.span.end <= other.span.start:
        if reach <= other.span.start:
            return None
        between = text[place.span.end : other.span.start]
        match = pattern.search(between.lower())
        lead = between[: match.start()] if match else ""
        return match["way"] if match and len(lead) <= LEAD and not _BREAK.search(lead) else None
    if place.span.start - other.span.end == 1 and text[other.span.end] == " ":
        match = pattern.search(text[max(0, other.span.start - 2 * LEAD) : other.span.start].lower())
        return match["way"] if match else None
    return None


def _bearing(origin: Place, target: Place) -> float | None:
    """Return the compass bearing in degrees from one place to another, None if it says nothing."""
    if (origin.precision or EXACT + 1) > EXACT or (target.precision or EXACT + 1) > EXACT:
        return None
    if origin.lat is None or origin.lon is None or target.lat is None or target.lon is None:
        return None
    north = target.lat - origin.lat
    east = (target.lon - origin.lon) * math.cos(math.radians(origin.lat))
    if math.hypot(north, east) * _KM_A_DEGREE < LEAST_KM:
        return None
    return math.degrees(math.atan2(east, north)) % 360


def _turn(one: float, other: float) -> float:
    """Return the angle between two bearings, 0 to 180 degrees."""
    return abs((one - other + 180) % 360 - 180)


@cache
def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)

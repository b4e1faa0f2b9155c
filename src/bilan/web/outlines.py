"""The shapes of the countries: Natural Earth's, in `static/outlines.json`."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

SHIPPED = Path(__file__).parent / "static" / "outlines.json"


Ring = tuple[tuple[float, float], ...]
TURN = 360.0  # degrees


@dataclass(frozen=True, slots=True)
class Outline:
    """One country: its ISO 3166-1 alpha-2 code, its name, and its rings of (lon, lat) in degrees."""

    iso2: str
    name: str
    rings: tuple[Ring, ...]


@cache
def load_outlines(path: Path = SHIPPED) -> Sequence[Outline]:
    """Read country outlines.

    Raises:
        FileNotFoundError: the file is not there.
    """
    rows = json.loads(path.read_text(encoding="utf-8"))
    return tuple(
        Outline(row["iso2"], row["name"], tuple(part for ring in row["rings"] for part in unwrap_ring(ring)))
        for row in rows
    )


def unwrap_ring(ring: Sequence[Sequence[float]]) -> Sequence[Ring]:
    """Return a ring that crosses the 180th meridian as two, one on each side of the map; any other ring as it is.

    Both lie partly beyond 180 degrees, where the map's edge cuts them; a step of more than 180 degrees of longitude
    tells that the ring crosses. A ring around a pole does not close and is left alone.
    """
    turned, points = 0, [(float(ring[0][0]), float(ring[0][1]))]
    for before, after in pairwise(ring):
        turned += round((before[0] - after[0]) / TURN)
        points.append((float(after[0]) + TURN * turned, float(after[1])))
    plain = tuple((float(lon), float(lat)) for lon, lat in ring)
    if turned != 0 or plain == tuple(points):
        return (plain,)
    side = TURN if min(lon for lon, _ in points) < -TURN / 2 else -TURN
    return tuple(points), tuple((lon + side, lat) for lon, lat in points)

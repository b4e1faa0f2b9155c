"""The shapes of the countries: Natural Earth's, in `static/outlines.json`."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

SHIPPED = Path(__file__).parent / "static" / "outlines.json"


@dataclass(frozen=True, slots=True)
class Outline:
    """One country: its ISO 3166-1 alpha-2 code, its name, and its rings of (lon, lat) in degrees."""

    iso2: str
    name: str
    rings: tuple[tuple[tuple[float, float], ...], ...]


@cache
def load_outlines(path: Path = SHIPPED) -> Sequence[Outline]:
    """Read country outlines.

    Raises:
        FileNotFoundError: the file is not there.
    """
    rows = json.loads(path.read_text(encoding="utf-8"))
    return tuple(
        Outline(row["iso2"], row["name"], tuple(tuple((float(x), float(y)) for x, y in ring) for ring in row["rings"]))
        for row in rows
    )

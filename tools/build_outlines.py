"""Build the country outlines of the web pages: `python tools/build_outlines.py` (or `--check` for drift).

Source: world-atlas (npm), Natural Earth 1:50m countries, public domain. Output: web/static/outlines.json, one object a
country: {"iso2", "name", "rings": [[[lon, lat], …], …]}, rounded to two decimals (about 1 km), points closer to the
line between their neighbours than TOLERANCE left out, islands smaller than SMALLEST too.
"""

import argparse
import hashlib
import json
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from babel import Locale
from babel.core import get_global

Point = tuple[float, float]
Ring = list[Point]

PACKAGE, VERSION = "world-atlas", "2.0.2"
SHA256 = "032e7765f2ce00edaeafec23ff22bc3b77e42987c257da944cc585b452c05b97"
TARGET = Path(__file__).parents[1] / "src" / "bilan" / "web" / "static" / "outlines.json"
TOLERANCE = 0.025  # degrees: under a pixel when 12 degrees fill a screen of 400
SMALLEST = 0.03  # square degrees: some 370 km² at the equator; a country's largest ring always stays
NUMERIC = 3  # digits of an ISO 3166-1 numeric code
UNCODED = {"Kosovo": "XK", "N. Cyprus": "CY", "Somaliland": "SO", "Siachen Glacier": "IN", "Indian Ocean Ter.": "AU",
           "Ashmore and Cartier Is.": "AU"}  # fmt: skip


def main() -> int:
    """Build the outlines into their place; with --check build them in memory and compare."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if the shipped file differs")
    options = parser.parse_args()
    rows = outlines(read_topology())
    written = "[\n" + ",\n".join(json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in rows) + "\n]\n"
    if options.check:
        same = TARGET.read_text(encoding="utf-8") == written
        print("the shipped outlines are what the source gives" if same else "drifted: outlines.json")
        return 0 if same else 1
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(written, encoding="utf-8")
    print(f"{len(rows)} countries, {TARGET.stat().st_size:,} bytes")
    return 0


def read_topology() -> dict[str, Any]:
    """Get the pinned package and return its 1:50m topology.

    Raises:
        SystemExit: the tarball is not the one this tool was written for.
    """
    with tempfile.TemporaryDirectory() as work:
        command = ["npm", "pack", "--silent", f"{PACKAGE}@{VERSION}"]
        subprocess.run(command, cwd=work, check=True, capture_output=True)  # noqa: S603  # npm is found on the path
        tarball = Path(work) / f"{PACKAGE}-{VERSION}.tgz"
        found = hashlib.sha256(tarball.read_bytes()).hexdigest()
        if found != SHA256:
            sys.exit(f"{tarball.name} has sha256 {found}, not the pinned one: look what changed, then pin it")
        with tarfile.open(tarball) as archive:
            member = archive.extractfile("package/countries-50m.json")
            if member is None:
                sys.exit(f"{tarball.name} holds no countries-50m.json")
            topology: dict[str, Any] = json.load(member)
            return topology


def outlines(topology: dict[str, Any]) -> list[dict[str, object]]:
    """Return the rows of the file, sorted by code; parts of one country joined."""
    arcs = [decode_arc(arc, topology["transform"]) for arc in topology["arcs"]]
    thin = [simplify(arc) for arc in arcs]
    rings: dict[str, list[Ring]] = {}
    for shape in topology["objects"]["countries"]["geometries"]:
        code = country_code(shape)
        if code is None:
            continue
        polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
        rings.setdefault(code, []).extend(join(ring, thin) for polygon in polygons for ring in polygon[:1])
    names = Locale("en").territories
    return [{"iso2": code, "name": names[code], "rings": worth_drawing(rings[code])} for code in sorted(rings)]


def country_code(shape: dict[str, Any]) -> str | None:
    """Return the ISO 3166-1 alpha-2 code of a shape; parts without a code of their own go with UNCODED."""
    numeric = {number: code for code, number in _numeric_codes()}
    code = numeric.get(str(shape.get("id", "")).zfill(NUMERIC))
    return code or UNCODED.get(shape["properties"]["name"])


def _numeric_codes() -> Sequence[tuple[str, str]]:
    aliases = get_global("territory_aliases")
    return [(codes[0], number) for number, codes in aliases.items() if number.isdigit() and len(codes[0]) == len("FR")]


def decode_arc(arc: Sequence[Sequence[int]], transform: dict[str, Sequence[float]]) -> Ring:
    """Undo TopoJSON's delta coding and quantisation."""
    (scale_x, scale_y), (shift_x, shift_y) = transform["scale"], transform["translate"]
    x = y = 0
    points = []
    for step_x, step_y in arc:
        x, y = x + step_x, y + step_y
        points.append((x * scale_x + shift_x, y * scale_y + shift_y))
    return points


def simplify(arc: Ring) -> Ring:
    """Leave out points nearer than TOLERANCE to the line they lie on (Douglas and Peucker, without recursion).

    Arcs are thinned before they are joined, so that two neighbours keep the same border.
    """
    keep = {0, len(arc) - 1}
    spans = [(0, len(arc) - 1)]
    while spans:
        first, last = spans.pop()
        middle = max(range(first + 1, last), key=lambda i: off_line(arc[i], arc[first], arc[last]), default=None)
        if middle is not None and off_line(arc[middle], arc[first], arc[last]) > TOLERANCE:
            keep.add(middle)
            spans += [(first, middle), (middle, last)]
    return [arc[i] for i in sorted(keep)]


def off_line(point: Point, begin: Point, end: Point) -> float:
    """Return the distance in degrees of a point from the stretch between two others."""
    across, up = end[0] - begin[0], end[1] - begin[1]
    length = across**2 + up**2
    along = ((point[0] - begin[0]) * across + (point[1] - begin[1]) * up) / length if length else 0.0
    along = min(1.0, max(0.0, along))
    return float(((point[0] - begin[0] - along * across) ** 2 + (point[1] - begin[1] - along * up) ** 2) ** 0.5)


def join(numbers: Sequence[int], arcs: Sequence[Ring]) -> Ring:
    """Join arcs to a ring; a negative number is an arc walked backwards (TopoJSON)."""
    ring: Ring = []
    for number in numbers:
        part = arcs[number] if number >= 0 else arcs[~number][::-1]
        ring.extend(part[1:] if ring else part)
    rounded = [(round(x, 2), round(y, 2)) for x, y in ring]
    return [point for i, point in enumerate(rounded) if i == 0 or point != rounded[i - 1]]


def worth_drawing(rings: Sequence[Ring]) -> list[Ring]:
    """Return the rings that are not too small to see, largest first; at least one."""
    ordered = sorted(rings, key=lambda ring: (-area(ring), ring))
    return [ring for i, ring in enumerate(ordered) if i == 0 or area(ring) >= SMALLEST]


def area(ring: Ring) -> float:
    """Return the area of a ring in square degrees."""
    turned = zip(ring, [*ring[1:], ring[0]], strict=True)
    return abs(sum(x * next_y - next_x * y for (x, y), (next_x, next_y) in turned)) / 2


if __name__ == "__main__":
    sys.exit(main())

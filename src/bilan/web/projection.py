"""From degrees to the page: a frame around the incidents, and outlines clipped to it.

The projection is equirectangular with the middle parallel true to scale: right for one region, fair for several.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 900.0, 600.0  # drawing units; the page gives the map the same 3:2 shape at every width
PADDING = 0.16  # share of the span kept free on each side
LEAST_SPAN = 7.0  # degrees of latitude: nearer than this the shipped outlines are too coarse to be looked at
KM_PER_DEGREE = 111.32  # one degree of latitude
LEAST_CORNERS = 3  # fewer points enclose nothing
FINEST = 1.0  # drawing units: points of an outline closer than this are one

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Frame:
    """The stretch of the earth that is drawn: its corner in degrees, and drawing units per degree each way."""

    west: float
    north: float
    per_lon: float
    per_lat: float

    @property
    def east(self) -> float:
        """Longitude of the right edge."""
        return self.west + WIDTH / self.per_lon

    @property
    def south(self) -> float:
        """Latitude of the lower edge."""
        return self.north - HEIGHT / self.per_lat

    def place(self, lon: float, lat: float) -> Point:
        """Return a place in drawing units, from the upper left corner."""
        return (lon - self.west) * self.per_lon, (self.north - lat) * self.per_lat

    def length(self, distance_km: float) -> float:
        """Return a distance in drawing units, measured along a meridian."""
        return distance_km / KM_PER_DEGREE * self.per_lat


def fit_frame(points: Iterable[Point]) -> Frame:
    """Return the frame that holds all points (lon, lat in degrees) with padding, in the map's shape.

    Raises:
        ValueError: there is no point.
    """
    lons, lats = zip(*points, strict=True)
    west, east, south, north = min(lons), max(lons), min(lats), max(lats)
    middle_lat, middle_lon = (south + north) / 2, (west + east) / 2
    squeeze = max(math.cos(math.radians(middle_lat)), 0.2)
    grow = 1 + 2 * PADDING
    span_lat = max((north - south) * grow, LEAST_SPAN, (east - west) * grow * squeeze * HEIGHT / WIDTH)
    span_lat = min(span_lat, 180.0)
    per_lat = HEIGHT / span_lat
    per_lon = per_lat * squeeze
    return Frame(middle_lon - WIDTH / per_lon / 2, middle_lat + span_lat / 2, per_lon, per_lat)


def draw_ring(frame: Frame, ring: Sequence[Sequence[float]]) -> Sequence[Point]:
    """Return a ring's outline in drawing units, clipped to the frame; empty when it lies outside or is too small."""
    points = [frame.place(point[0], point[1]) for point in ring]
    for axis, edge, keep_above in ((0, -5.0, True), (0, WIDTH + 5, False), (1, -5.0, True), (1, HEIGHT + 5, False)):
        points = _clip(points, axis, edge, keep_above=keep_above)
    thinned: list[Point] = []
    for point in points:
        if not thinned or math.dist(point, thinned[-1]) >= FINEST:
            thinned.append(point)
    return thinned if len(thinned) >= LEAST_CORNERS else ()


def _clip(points: list[Point], axis: int, edge: float, *, keep_above: bool) -> list[Point]:
    """Cut a polygon at one edge of the frame (one step of Sutherland and Hodgman's method)."""

    def inside(point: Point) -> bool:
        return point[axis] >= edge if keep_above else point[axis] <= edge

    kept: list[Point] = []
    for before, after in zip([*points[-1:], *points[:-1]], points, strict=True):
        if inside(before) != inside(after):
            share = (edge - before[axis]) / (after[axis] - before[axis])
            kept.append((before[0] + share * (after[0] - before[0]), before[1] + share * (after[1] - before[1])))
        if inside(after):
            kept.append(after)
    return kept

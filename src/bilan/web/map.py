"""Draw where the incidents were: a disc for each place, as large as its toll, in a haze as wide as its precision.

Shapes are drawn in fixed units and scale with the page; discs and names are placed in shares of the width and keep
their size. Names are set twice, for a wide page and for a telephone, each where it does not cover another.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from bilan.export.precision import radius_km
from bilan.web.catalogue import Catalogue
from bilan.web.labels import Box, Label, place_labels
from bilan.web.outlines import Outline
from bilan.web.projection import HEIGHT, WIDTH, Frame, Point, draw_ring, fit_frame
from bilan.web.svg import Value, element, percent
from bilan.web.text import say_country

LARGEST, LEAST = 26.0, 5.0  # radius in pixels of the largest and of the smallest disc; areas go with the toll
LAYOUTS = {"wide": 860.0, "narrow": 350.0}  # widths in pixels for which names are placed
LEAST_COUNTRY = 0.09  # share of the map's width a country must show to be named
CROWDED = 45.0  # drawing units: places nearer to each other than this get a closer map
CLOSER = 2.5  # times: a map that comes no nearer than this is not worth its room
MOST_CLOSER = 4
COUNTRY, SEA = 6, 7  # UCDP where-codes


@dataclass(frozen=True, slots=True)
class Pin:
    """One incident on the map. `killed` is its best figure (None: not known); `href` leads to it."""

    lon: float
    lat: float
    precision: int | None
    country: str | None
    name: str
    killed: int | None
    href: str
    label: str

    @property
    def spot(self) -> tuple[float, float, int, str]:
        """What pins must share to be one disc."""
        return self.lon, self.lat, self.precision or 0, self.name


@dataclass(frozen=True, slots=True)
class _Disc:
    pins: tuple[Pin, ...]
    at: Point
    radius: float
    known: bool


@dataclass(frozen=True, slots=True)
class MapView:
    """A map and the countries it is about, named in the page's language."""

    caption: str
    drawing: Markup


def draw_maps(pins: Sequence[Pin], outlines: Sequence[Outline], words: Catalogue) -> Sequence[MapView]:
    """Draw the map of all pins, and a closer one for each group of places that cover each other on it.

    Returns:
        The map of all first, then at most MOST_CLOSER, the deadliest group first; empty if there is no pin.
    """
    if not pins:
        return []
    groups = [pins, *_crowds(pins, outlines)[:MOST_CLOSER]]
    return [
        MapView(_caption(group, words), _draw(group, outlines, words, f"haze-{number}"))
        for number, group in enumerate(groups, start=1)
    ]


def _crowds(pins: Sequence[Pin], outlines: Sequence[Outline]) -> Sequence[Sequence[Pin]]:
    """Gather places that stand too near each other on the map of all, chains of them together."""
    shapes = {outline.iso2: outline for outline in outlines}
    whole = fit_frame(_corners(pins, shapes))
    discs = _discs(pins, whole)
    crowds: list[list[_Disc]] = []
    for disc in discs:
        if disc.pins[0].precision == COUNTRY:
            continue
        near = [crowd for crowd in crowds if any(_distance(disc, other) < CROWDED for other in crowd)]
        crowds = [crowd for crowd in crowds if crowd not in near] + [
            [disc, *(other for crowd in near for other in crowd)]
        ]
    gathered = [[pin for disc in crowd for pin in disc.pins] for crowd in crowds if len(crowd) > 1]
    gathered = [crowd for crowd in gathered if fit_frame(_corners(crowd, shapes)).per_lat >= CLOSER * whole.per_lat]
    return sorted(gathered, key=lambda crowd: (-sum(pin.killed or 0 for pin in crowd), min(pin.href for pin in crowd)))


def _distance(one: _Disc, other: _Disc) -> float:
    return math.dist((one.at[0] * WIDTH, one.at[1] * HEIGHT), (other.at[0] * WIDTH, other.at[1] * HEIGHT))


def _caption(pins: Sequence[Pin], words: Catalogue) -> str:
    names = sorted({say_country(words, pin.country) for pin in pins if pin.country})
    return words.text("list.comma").join(names)


def _draw(pins: Sequence[Pin], outlines: Sequence[Outline], words: Catalogue, haze: str) -> Markup:
    shapes = {outline.iso2: outline for outline in outlines}
    whole = {pin.country for pin in pins if pin.precision == COUNTRY and pin.country in shapes}
    frame = fit_frame(_corners(pins, shapes))
    discs = _discs(pins, frame)
    land = [_land(outline, frame, whole=outline.iso2 in whole) for outline in outlines]
    ground = element(
        "svg",
        {"viewBox": f"0 0 {WIDTH:.0f} {HEIGHT:.0f}", "width": "100%", "height": "100%", "aria_hidden": "true"},
        _definitions(haze),
        element("rect", {"class_": "sea", "width": WIDTH, "height": HEIGHT}),
        *(shape for shape in land if shape),
        *_hazes(discs, frame, haze),
    )
    names = [
        name for layout, width in LAYOUTS.items() for name in _names(discs, outlines, frame, words, (layout, width))
    ]
    figure: dict[str, Value] = {
        "class_": "map",
        "role": "group",
        "aria_label": words.text("map.label", places=_caption(pins, words)),
    }
    return element("svg", figure, ground, *(_disc(disc) for disc in discs), *names)


def _corners(pins: Sequence[Pin], shapes: Mapping[str, Outline]) -> Sequence[Point]:
    """Return the points the frame must hold: each pin with its haze, or the main land of a country."""
    corners: list[Point] = []
    for pin in pins:
        shape = shapes.get(pin.country or "") if pin.precision == COUNTRY else None
        if shape:
            mainland = max(shape.rings, key=len)
            corners += mainland
            continue
        reach = (radius_km(pin.precision) or 0) / 100  # degrees, roughly: the padding does the rest
        corners += [(pin.lon - reach, pin.lat - reach), (pin.lon + reach, pin.lat + reach)]
    return corners


def _discs(pins: Sequence[Pin], frame: Frame) -> Sequence[_Disc]:
    """Gather pins of one spot into one disc; the largest first, so that the small ones stay on top."""
    spots = [tuple(group) for _, group in groupby(sorted(pins, key=lambda pin: pin.spot), key=lambda pin: pin.spot)]
    tolls = [sum(pin.killed or 0 for pin in spot) for spot in spots]
    most = max(tolls) or 1
    discs = []
    for spot, toll in zip(spots, tolls, strict=True):
        x, y = frame.place(spot[0].lon, spot[0].lat)
        radius = max(LEAST, LARGEST * math.sqrt(toll / most))
        discs.append(_Disc(spot, (x / WIDTH, y / HEIGHT), radius, any(pin.killed is not None for pin in spot)))
    return sorted(discs, key=lambda disc: -disc.radius)


def _land(outline: Outline, frame: Frame, *, whole: bool) -> Markup | None:
    rings = [draw_ring(frame, ring) for ring in outline.rings]
    path = "".join("M" + "L".join(f"{x:.1f},{y:.1f}" for x, y in ring) + "Z" for ring in rings if ring)
    return element("path", {"class_": "land land-whole" if whole else "land", "d": path}) if path else None


def _definitions(haze: str) -> Markup:
    stops = [
        element("stop", {"class_": f"haze-{n}", "offset": offset}) for n, offset in ((1, "0"), (2, ".6"), (3, "1"))
    ]
    return element("defs", {}, element("radialGradient", {"id": haze}, *stops))


def _hazes(discs: Sequence[_Disc], frame: Frame, haze: str) -> Sequence[Markup]:
    hazes = []
    for disc in discs:
        reach = radius_km(disc.pins[0].precision)
        if reach:
            x, y = disc.at[0] * WIDTH, disc.at[1] * HEIGHT
            circle: dict[str, Value] = {"class_": "haze", "cx": x, "cy": y, "r": frame.length(reach)}
            hazes.append(element("circle", {**circle, "fill": f"url(#{haze})"}))
    return hazes


def _disc(disc: _Disc) -> Markup:
    first = disc.pins[0]
    kind = "disc-country" if first.precision in {COUNTRY, SEA} else "disc"
    label = " · ".join(pin.label for pin in disc.pins)
    circle: dict[str, Value] = {"class_": kind if disc.known else f"{kind} disc-unknown", "r": disc.radius}
    place: dict[str, Value] = {"cx": percent(disc.at[0]), "cy": percent(disc.at[1])}
    link: dict[str, Value] = {"href": first.href, "aria_label": label}
    return element("a", link, element("title", {}, label), element("circle", {**circle, **place}))


def _names(
    discs: Sequence[_Disc], outlines: Sequence[Outline], frame: Frame, words: Catalogue, layout: tuple[str, float]
) -> Sequence[Markup]:
    """Place names of discs, then of countries where room is left, for one width of the page."""
    kind, width = layout
    height = width * HEIGHT / WIDTH
    taken = [Box.around(disc.at[0] * width, disc.at[1] * height, disc.radius) for disc in discs]
    wanted = [
        Label(disc.pins[0].name, disc.at[0] * width, disc.at[1] * height, disc.radius + 4, "place") for disc in discs
    ]
    seen = {disc.pins[0].name for disc in discs}
    for outline in outlines:
        name = say_country(words, outline.iso2)
        middle = _middle(outline, frame)
        if middle and name not in seen:
            wanted.append(Label(name, middle[0] * width, middle[1] * height, 0, "country"))
    return [
        element(
            "text",
            {
                "class_": f"name name-{label.kind} only-{kind}",
                "x": percent(label.x / width),
                "y": percent(label.y / height),
                "dx": label.dx,
                "dy": label.dy,
                "text_anchor": label.anchor,
                "aria_hidden": "true",
            },
            label.text,
        )
        for label in place_labels(wanted, taken, (width, height))
    ]


def _middle(outline: Outline, frame: Frame) -> Point | None:
    """Return the middle of the largest visible piece of a country, as shares; None if it is too small to name."""
    pieces = [piece for piece in (draw_ring(frame, ring) for ring in outline.rings) if piece]
    if not pieces:
        return None
    xs, ys = zip(*max(pieces, key=_area), strict=True)
    if (max(xs) - min(xs)) / WIDTH < LEAST_COUNTRY or (max(ys) - min(ys)) / HEIGHT < LEAST_COUNTRY:
        return None
    return (min(xs) + max(xs)) / 2 / WIDTH, (min(ys) + max(ys)) / 2 / HEIGHT


def _area(ring: Sequence[Point]) -> float:
    pairs = zip(ring, [*ring[1:], ring[0]], strict=True)
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairs)) / 2

"""The drawings: nothing that is not known is drawn, and nothing leaves its frame."""

import re
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest

from bilan.model.incident import Figure
from bilan.model.time import TimeSpan
from bilan.web.catalogue import load_catalogue
from bilan.web.interval import Scale, draw_interval, fit_scale, round_up
from bilan.web.labels import Box, Label, place_labels
from bilan.web.map import Pin, draw_maps
from bilan.web.outlines import Outline, load_outlines, unwrap_ring
from bilan.web.projection import HEIGHT, WIDTH, draw_ring, fit_frame
from bilan.web.svg import element
from bilan.web.timeline import MOST_TICKS, draw_track, fit_axis, is_dated, list_ticks

EN = load_catalogue("en")
SQUARE = Outline("XA", "Square", (((0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0)),))


def figure(low: int | None, best: int | None, high: int | None, *, is_open: bool = False) -> Figure:
    """Make a figure of killed."""
    return Figure("killed", "all", low, best, high, open=is_open, claims=(), policy="ucdp", reason="")


def pin(lon: float, lat: float, **fields: object) -> Pin:
    """Make a pin of a place where three were killed."""
    plain: dict[str, object] = {"precision": 1, "country": "XA", "name": "Tellera", "killed": 3, "href": "#inc-1"}
    return Pin(lon=lon, lat=lat, label="Attack, Tellera", **{**plain, **fields})  # type: ignore[arg-type]


def percents(drawing: str, *attributes: str) -> list[float]:
    """Return all percentages of the named attributes."""
    return [float(n) for name in attributes for n in re.findall(rf'\b{name}="(-?[\d.]+)%"', drawing)]


@pytest.mark.parametrize(("number", "top"), [(0, 1), (1, 1), (3, 5), (11, 20), (45, 50), (99, 100), (1234, 2000)])
def test_a_scale_ends_at_a_round_number_that_holds_all(number: int, top: int) -> None:
    assert round_up(number) == top


def test_a_scale_leaves_room_above_an_open_figure() -> None:
    assert fit_scale([figure(2, 2, 2)]).top == 2
    assert fit_scale([figure(2, 2, 2, is_open=True)]).top == 5


def test_a_mirrored_scale_begins_on_the_right() -> None:
    plain, mirrored = Scale(100), Scale(100, mirrored=True)
    assert plain.at(0) < plain.at(100)
    assert mirrored.at(0) > mirrored.at(100)
    assert plain.at(30) == pytest.approx(1 - mirrored.at(30))


def test_a_figure_without_a_best_has_no_dot() -> None:
    assert "interval-best" in draw_interval(figure(3, 4, 9), Scale(10), "x")
    assert "interval-best" not in draw_interval(figure(20, None, 99), Scale(100), "x")


def test_an_unknown_figure_is_drawn_as_unknown() -> None:
    drawing = draw_interval(figure(None, None, None), Scale(10), "not stated")
    assert "interval-unknown" in drawing
    assert "interval-range" not in drawing


def test_an_open_figure_has_an_open_end() -> None:
    assert "interval-open" in draw_interval(figure(9, 9, 9, is_open=True), Scale(10), "x")
    assert "interval-open" not in draw_interval(figure(9, 9, 9), Scale(10), "x")


def test_an_interval_stays_in_its_frame_and_speaks() -> None:
    scale = fit_scale([figure(1, 40, 77)])
    drawing = draw_interval(figure(1, 40, 77), scale, 'lowest 1 "best" <40>')
    assert all(0 <= at <= 100 for at in percents(drawing, "x1", "x2", "cx"))
    assert ET.fromstring(drawing).attrib["aria-label"] == 'lowest 1 "best" <40>'  # noqa: S314 — our own drawing


def test_an_element_escapes_what_it_is_given() -> None:
    assert element("text", {"x": 1, "title": '"<&'}, "<b>") == '<text x="1" title="&#34;&lt;&amp;">&lt;b&gt;</text>'


def test_a_day_is_a_dot_and_a_longer_time_a_bar() -> None:
    day, week = TimeSpan("", "2023-03-14", "2023-03-14", 1), TimeSpan("", "2023-03-06", "2023-03-12", 3)
    axis = fit_axis([day, week])
    assert axis is not None
    assert "when-day" in draw_track(day, axis, (), "x")
    assert "when-span" in draw_track(week, axis, (), "x")
    assert "when-open" in draw_track(TimeSpan("", "2023-03-08", None, 5), axis, (), "x")


def test_a_longer_time_gets_a_longer_bar() -> None:
    month, week = TimeSpan("", "2023-03-01", "2023-03-31", 4), TimeSpan("", "2023-03-06", "2023-03-12", 3)
    axis = fit_axis([month, week])
    assert axis is not None
    [long], [short] = (percents(draw_track(time, axis, (), "x"), "width")[-1:] for time in (month, week))
    assert long == pytest.approx(short * 31 / 7, rel=0.01)


def test_an_undated_time_is_not_on_the_axis() -> None:
    assert not is_dated(TimeSpan("il y a peu", anchor="publication", offset="-P2W"))
    assert not is_dated(None)
    assert fit_axis([TimeSpan("x")]) is None


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("2023-03-14", "2023-03-14"),
        ("2023-03-01", "2023-03-20"),
        ("2023-01-05", "2023-05-01"),
        ("2020-02-01", "2023-05-01"),
        ("1990-01-01", "2023-05-01"),
        ("1914-01-01", "2023-05-01"),
    ],
)
def test_an_axis_has_a_few_ordered_dates_inside_its_frame(first: str, last: str) -> None:
    axis = fit_axis([TimeSpan("", first, last, 5)])
    assert axis is not None
    places = [tick.at for tick in list_ticks(axis, EN)]
    assert 1 <= len(places) <= MOST_TICKS
    assert places == sorted(places)
    assert all(0 <= at <= 1 for at in places)


def test_in_arabic_the_earlier_stands_on_the_right() -> None:
    early, late = TimeSpan("", "2023-03-01", "2023-03-01", 1), TimeSpan("", "2023-03-20", "2023-03-20", 1)
    axis = fit_axis([early, late], mirrored=True)
    assert axis is not None
    [first], [second] = (percents(draw_track(time, axis, (), "x"), "cx") for time in (early, late))
    assert first > second


def test_the_frame_holds_every_point() -> None:
    points = [(-4.0, 17.0), (37.0, 36.0), (36.0, 50.0)]
    frame = fit_frame(points)
    for lon, lat in points:
        x, y = frame.place(lon, lat)
        assert 0 < x < WIDTH
        assert 0 < y < HEIGHT


def test_north_is_up_and_east_is_right() -> None:
    frame = fit_frame([(0.0, 0.0), (10.0, 10.0)])
    assert frame.place(10, 10)[0] > frame.place(0, 0)[0]
    assert frame.place(10, 10)[1] < frame.place(0, 0)[1]


def test_an_outline_is_clipped_to_the_frame() -> None:
    frame = fit_frame([(5.0, 5.0)])
    ring = [(-100.0, -60.0), (100.0, -60.0), (100.0, 60.0), (-100.0, 60.0)]
    clipped = draw_ring(frame, ring)
    assert all(-5.1 <= x <= WIDTH + 5.1 and -5.1 <= y <= HEIGHT + 5.1 for x, y in clipped)
    assert draw_ring(frame, [(90.0, 50.0), (91.0, 50.0), (91.0, 51.0)]) == ()


def test_incidents_at_one_place_share_one_disc() -> None:
    [view] = draw_maps([pin(5.0, 5.0), pin(5.0, 5.0, href="#inc-2"), pin(9.0, 9.0, name="Ossa")], [SQUARE], EN)
    assert view.drawing.count("<circle class=") - view.drawing.count('class="haze"') == 2


def test_a_larger_toll_has_a_larger_area() -> None:
    [view] = draw_maps([pin(1.0, 1.0, killed=80), pin(9.0, 9.0, killed=20, name="Ossa")], [SQUARE], EN)
    large, small = (float(radius) for radius in re.findall(r'class="disc" r="([\d.]+)"', view.drawing))
    assert large == pytest.approx(small * 2)


def test_an_unknown_toll_is_drawn_hollow() -> None:
    [view] = draw_maps([pin(1.0, 1.0, killed=None)], [SQUARE], EN)
    assert "disc-unknown" in view.drawing


def test_a_place_known_by_its_country_colours_the_country() -> None:
    [view] = draw_maps([pin(5.0, 5.0, precision=6)], [SQUARE], EN)
    assert "land-whole" in view.drawing
    assert 'class="haze"' not in view.drawing


def test_a_place_known_roughly_lies_in_a_wider_haze() -> None:
    radii = []
    for precision in (2, 4):
        pins = [pin(1.0, 1.0, precision=precision), pin(9.0, 9.0, name="Ossa")]
        radii.append(
            max(
                float(r)
                for r in re.findall(r'class="haze"[^>]* r="([\d.]+)"', draw_maps(pins, [SQUARE], EN)[0].drawing)
            )
        )
    assert radii[1] > 2 * radii[0]


def test_places_that_cover_each_other_get_a_closer_map() -> None:
    pins = [pin(1.0, 1.0), pin(1.5, 1.2, name="Ossa"), pin(60.0, 40.0, name="Vara", country="XB")]
    assert len(draw_maps(pins, [SQUARE], EN)) == 2
    assert len(draw_maps(pins[1:], [SQUARE], EN)) == 1


def test_without_a_place_there_is_no_map() -> None:
    assert draw_maps([], [SQUARE], EN) == []


def test_a_hostile_place_name_stays_text() -> None:
    [view] = draw_maps([pin(1.0, 1.0, name="</svg><script>x</script>")], [SQUARE], EN)
    assert "<script" not in view.drawing


def test_names_do_not_cover_each_other() -> None:
    wanted = [Label(f"Place {n}", 100 + n * 9, 100, 8, "place") for n in range(12)]
    placed = place_labels(wanted, [], (400, 200))
    boxes = [label.box() for label in placed]
    assert 1 < len(placed) <= 12
    assert not any(one.overlaps(two) for n, one in enumerate(boxes) for two in boxes[n + 1 :])
    assert all(box.left >= 0 and box.right <= 400 for box in boxes)


def test_a_name_keeps_off_the_discs() -> None:
    disc = Box.around(120, 100, 20)
    [label] = place_labels([Label("Tellera", 100, 100, 8, "place")], [disc], (400, 200))
    assert not label.box().overlaps(disc)


def test_a_ring_over_the_180th_meridian_is_drawn_on_both_sides() -> None:
    ring = [(170.0, 60.0), (-170.0, 60.0), (-170.0, 70.0), (170.0, 70.0), (170.0, 60.0)]
    east, west = unwrap_ring(ring)
    assert {lon for lon, _ in east} == {170.0, 190.0}
    assert {lon for lon, _ in west} == {-190.0, -170.0}


def test_any_other_ring_stays_as_it_is() -> None:
    ring = ((0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 0.0))
    around_the_pole = ((-180.0, -60.0), (0.0, -65.0), (180.0, -60.0), (180.0, -90.0), (-180.0, -90.0), (-180.0, -60.0))
    assert unwrap_ring(ring) == (ring,)
    assert len(unwrap_ring(around_the_pole)) == 1


def test_no_shipped_outline_runs_across_the_map() -> None:
    steps = [
        (outline.iso2, abs(one[0] - two[0]))
        for outline in load_outlines()
        for ring in outline.rings
        for one, two in pairwise(ring)
        if abs(one[1]) < 85  # along the pole a line may run around the earth
    ]
    assert len(steps) > 1000
    assert [name for name, step in steps if step > 90] == []

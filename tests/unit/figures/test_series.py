"""Figures summed by period and area."""

import pytest
from tests.factory import make_place, make_time

from bilan.errors import UsageError
from bilan.figures.series import make_series
from bilan.model.ids import IncidentId
from bilan.model.incident import Figure, Incident
from bilan.model.place import Place
from bilan.model.time import TimeSpan

DAY = make_time("2021-03-02")


def make_incident(
    name: str, ends: tuple[int, int | None, int | None], *, place: Place | None = None, time: TimeSpan | None = DAY
) -> Incident:
    figure = Figure("killed", "all", *ends, ends[2] is None, (), "ucdp", "")
    return Incident(IncidentId(name), "attack", (), (), place or make_place(), time, figures=(figure,))


def test_a_week_begins_on_monday_and_sums_its_days() -> None:
    incidents = [
        make_incident("inc-a", (3, 3, 4), time=make_time("2021-03-01")),
        make_incident("inc-b", (2, 2, 2), time=make_time("2021-03-07")),
        make_incident("inc-c", (9, 9, 9), time=make_time("2021-03-08")),
    ]

    points = make_series(incidents, "killed", step="week")

    assert [(point.start, point.end, point.low, point.best, point.high) for point in points] == [
        ("2021-03-01", "2021-03-07", 5, 5, 6),
        ("2021-03-08", "2021-03-14", 9, 9, 9),
    ]


def test_december_ends_on_its_last_day() -> None:
    (point,) = make_series([make_incident("inc-a", (3, 3, 3), time=make_time("2021-12-31"))], "killed", step="month")

    assert (point.start, point.end) == ("2021-12-01", "2021-12-31")


def test_an_incident_that_spans_periods_is_listed_as_undated_never_split() -> None:
    long = make_incident("inc-a", (3, 3, 3), time=make_time("2021-03-06", "2021-03-09", precision=2))

    assert [point.start for point in make_series([long], "killed", step="week")] == [None]
    assert [point.start for point in make_series([long], "killed", step="month")] == ["2021-03-01"]


def test_an_incident_without_a_best_is_counted_as_such() -> None:
    vague = make_incident("inc-a", (20, None, None))

    (point,) = make_series([vague, make_incident("inc-b", (3, 3, 3))], "killed")

    assert (point.low, point.best, point.high, point.open, point.without_best) == (23, 3, 23, True, 1)


def test_areas_are_countries_or_places() -> None:
    incidents = [
        make_incident("inc-a", (1, 1, 1)),
        make_incident("inc-b", (2, 2, 2), place=make_place("Kilis", country="TR")),
    ]

    assert [point.area for point in make_series(incidents, "killed", area="country")] == ["SY", "TR"]
    assert [point.area for point in make_series(incidents, "killed", area="place")] == ["test:kilis", "test:tellera"]
    assert [point.best for point in make_series(incidents, "killed")] == [3]


def test_background_incidents_are_left_out_unless_asked_for() -> None:
    plain = make_incident("inc-a", (1, 1, 1))
    recalled = Incident(IncidentId("inc-b"), "attack", (), (), None, DAY, background=True, figures=plain.figures)

    assert [point.best for point in make_series([plain, recalled], "killed")] == [1]
    assert [point.best for point in make_series([plain, recalled], "killed", background=True)] == [2]


def test_an_unknown_step_is_a_usage_error() -> None:
    with pytest.raises(UsageError, match="steps: day, week, month"):
        make_series([], "killed", step="hour")

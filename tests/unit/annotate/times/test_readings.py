"""From slots to mentions."""

import pytest

from bilan.annotate.times.grammar import FIRST_ROUND
from bilan.annotate.times.readings import READINGS, iso_duration, read_match
from bilan.model.text import Span


@pytest.mark.parametrize(
    ("count", "unit", "written"),
    [(3, "D", "P3D"), (-2, "W", "-P2W"), (24, "H", "PT24H"), (5, "MIN", "PT5M"), (2, "E", "P20Y"), (1, "Q", "P3M"),
     ("X", "D", "PXD"), ("X", "H", "PTXH")],
)  # fmt: skip
def test_durations_are_iso_8601(count: int | str, unit: str, written: str) -> None:
    assert iso_duration(count, unit) == written


@pytest.mark.parametrize(
    ("slots", "value"),
    [
        ({"year": 2016, "month": 2, "day": 29}, "2016-02-29"),
        ({"month": 2, "day": 29}, "XXXX-02-29"),
        ({"twodigits": 16, "month": 5, "day": 3}, "2016-05-03"),
        ({"twodigits": 87, "month": 5, "day": 3}, "1987-05-03"),
        ({"hundreds": 19, "rest": 90, "plus": 6}, "1996"),
        ({"monthday": "12-25", "year": 2015}, "2015-12-25"),
        ({"decade": 80}, "198"),
        ({"hour": 12, "meridiem": "AM"}, "T00"),
        ({"hour": 2, "minute": 5, "meridiem": "PM"}, "T14:05"),
    ],
)
def test_a_date_is_as_fine_as_its_slots(slots: dict[str, int | str], value: str) -> None:
    mention = read_match("date", slots, Span(0, 1), "x")
    assert mention is not None
    assert mention.value == value


@pytest.mark.parametrize(
    "slots",
    [{"year": 2015, "month": 2, "day": 29}, {"month": 13, "day": 1}, {"month": 13}, {"hour": 30}, {"decade": 1987}],
)
def test_what_no_calendar_has_is_no_date(slots: dict[str, int | str]) -> None:
    assert read_match("date", slots, Span(0, 1), "x") is None


def test_every_reading_a_grammar_may_name_exists() -> None:
    assert set(READINGS) == set(FIRST_ROUND)

"""Intervals of days."""

from datetime import date

import pytest

from bilan.times.intervals import Interval, Offset, move, parse_offset, pattern_interval, precision_of, unit_of


@pytest.mark.parametrize(
    ("value", "earliest", "latest"),
    [
        ("2016-02-29", "2016-02-29", "2016-02-29"),
        ("2016-02", "2016-02-01", "2016-02-29"),
        ("2016", "2016-01-01", "2016-12-31"),
        ("2016-SU", "2016-06-01", "2016-08-31"),
        ("2016-WI", "2016-12-01", "2017-02-28"),
        ("2016-Q4", "2016-10-01", "2016-12-31"),
        ("2016-H1", "2016-01-01", "2016-06-30"),
        ("199", "1990-01-01", "1999-12-31"),
        ("19", "1900-01-01", "1999-12-31"),
        ("9999", "9999-01-01", "9999-12-31"),
    ],
)
def test_a_pattern_covers_its_days(value: str, earliest: str, latest: str) -> None:
    assert pattern_interval(value) == Interval(date.fromisoformat(earliest), date.fromisoformat(latest))


@pytest.mark.parametrize("value", ["", "XXXX-03-23", "2015-02-29", "2016-13", "2016-Q9", "0000", "2016-XX-03", "P3D"])
def test_an_open_or_impossible_pattern_covers_nothing(value: str) -> None:
    assert pattern_interval(value) is None


@pytest.mark.parametrize(
    ("days", "code"), [(1, 1), (2, 2), (6, 2), (7, 3), (8, 4), (31, 4), (32, 5), (366, 5), (4000, 5)]
)
def test_precision_follows_ucdp(days: int, code: int) -> None:
    assert precision_of(days) == code


@pytest.mark.parametrize(
    ("words", "offset"),
    [
        ("-P2W", Offset(-1, 2, "W")),
        ("P3D", Offset(1, 3, "D")),
        ("PT24H", Offset(1, 24, "H")),
        ("PT5M", Offset(1, 5, "MIN")),
        ("-PXD", Offset(-1, None, "D")),
        ("soon", None),
    ],
)
def test_an_offset_is_read(words: str, offset: Offset | None) -> None:
    assert parse_offset(words) == offset


def test_a_month_earlier_than_the_31st_is_the_last_day_of_a_shorter_month() -> None:
    assert move(date(2016, 3, 31), -1, 1, "M") == date(2016, 2, 29)


@pytest.mark.parametrize(("count", "unit"), [(5000, "Y"), (10**9, "D"), (10**30, "M")])
def test_the_calendar_ends(count: int, unit: str) -> None:
    with pytest.raises(ValueError, match=r"no calendar day|year|out of range"):
        move(date(2016, 3, 31), -1, count, unit)


def test_a_week_runs_from_monday_to_sunday() -> None:
    assert unit_of(date(2016, 9, 14), "W") == Interval(date(2016, 9, 12), date(2016, 9, 18))
    assert unit_of(date(2016, 9, 14), "WE") == Interval(date(2016, 9, 17), date(2016, 9, 18))

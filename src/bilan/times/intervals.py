"""Intervals of days: what a date pattern, a duration or a calendar unit covers."""

import re
from datetime import date, timedelta
from typing import NamedTuple

ISO_OFFSET = re.compile(r"([+-]?)P(T?)(\d+|X)([A-Z]+)$")
_MONTHS = {"M": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200}
SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}  # first month, meteorological, northern hemisphere
VAGUE_DAYS = {"D": 7, "W": 35, "WE": 35}  # "ces derniers jours", "some weeks ago": no further back than this
HALF_UNIT = {"W": 3, "M": 15, "Y": 182, "E": 1826, "C": 18262}  # "two weeks ago" is a day give or take half a week


class Interval(NamedTuple):
    """Days from `earliest` to `latest`, both included."""

    earliest: date
    latest: date

    @property
    def days(self) -> int:
        """How many days it covers."""
        return (self.latest - self.earliest).days + 1


class Offset(NamedTuple):
    """A duration with a sign: `size` None for "some"; units D W M Y and, below a day, H MIN S."""

    sign: int
    size: int | None
    unit: str


def parse_offset(words: str) -> Offset | None:
    """Read a signed ISO 8601 duration of one unit ("-P2W", "PT24H", "-PXD"); None if it is something else."""
    match = ISO_OFFSET.match(words)
    if match is None:
        return None
    sign, clock, count, unit = match.groups()
    if clock:
        unit = {"H": "H", "M": "MIN", "S": "S"}.get(unit, unit)
    return Offset(-1 if sign == "-" else 1, None if count == "X" else int(count), unit)


def move(day: date, sign: int, count: int, unit: str) -> date:
    """Return the day `count` units before (sign -1) or after `day`; a 31st becomes the last day of a shorter month.

    Raises:
        ValueError: the calendar does not reach so far.
    """
    try:
        if unit in _MONTHS:
            months = day.year * 12 + day.month - 1 + sign * count * _MONTHS[unit]
            first = date(months // 12, months % 12 + 1, 1)
            return min(first + timedelta(days=day.day - 1), month_of(first).latest)
        return day + timedelta(days=sign * count * (7 if unit == "W" else 1))
    except OverflowError as error:
        raise ValueError(f"no calendar day {count}{unit} from {day}") from error


def month_of(day: date) -> Interval:
    """Return the calendar month of a day."""
    return months_from(day.year, day.month, 1)


def months_from(year: int, month: int, count: int) -> Interval:
    """Return `count` calendar months from the first of `month`; the calendar's last day is 9999-12-31.

    Raises:
        ValueError: the year is not one the calendar has.
    """
    first = date(year, month, 1)
    after = year * 12 + month - 1 + count
    last = date(after // 12, after % 12 + 1, 1) - timedelta(days=1) if after < 10000 * 12 else date.max
    return Interval(first, last)


def week_of(day: date) -> Interval:
    """Return the week of a day, Monday to Sunday.

    Raises:
        ValueError: the calendar ends within that week.
    """
    try:
        monday = day - timedelta(days=day.weekday())
        return Interval(monday, monday + timedelta(days=6))
    except OverflowError as error:
        raise ValueError(f"no whole week around {day}") from error


def unit_of(day: date, unit: str) -> Interval:
    """Return the calendar unit (D W WE M Q Y E C) a day lies in.

    Raises:
        ValueError: the calendar does not hold it.
    """
    if unit == "W":
        return week_of(day)
    if unit == "WE":
        week = week_of(day)
        return Interval(week.latest - timedelta(days=1), week.latest)
    if unit == "M":
        return month_of(day)
    if unit == "Q":
        return months_from(day.year, (day.month - 1) // 3 * 3 + 1, 3)
    if unit == "Y":
        return months_from(day.year, 1, 12)
    if unit == "E":
        return months_from(day.year // 10 * 10, 1, 120)
    if unit == "C":
        return months_from(day.year // 100 * 100, 1, 1200)
    return Interval(day, day)


def pattern_interval(value: str) -> Interval | None:
    """Return what a date pattern with a known year covers: "2016-03-23", "2016-03", "2016", "2016-SU", "199", "19".

    None for a pattern with open places or one no calendar holds.
    """
    try:
        if len(value) in (2, 3) and value.isdecimal():
            span = 10 ** (4 - len(value))
            return months_from(max(int(value) * span, 1), 1, span * 12)
        year, _, rest = value.partition("-")
        if not year.isdecimal():
            return None
        return year_part(int(year), rest)
    except ValueError:
        return None


def year_part(year: int, rest: str) -> Interval:
    """Return the part of a year a pattern names: "" the year, "03", "03-23", "SU", "Q3", "H1".

    Raises:
        ValueError: there is no such part.
    """
    if not rest:
        return months_from(year, 1, 12)
    if rest in SEASONS:
        return months_from(year, SEASONS[rest], 3)
    if rest[0] in "QH" and rest[1:].isdecimal():
        size = 3 if rest[0] == "Q" else 6
        return months_from(year, (int(rest[1:]) - 1) * size + 1, size)
    month, _, day = rest.partition("-")
    if not day:
        return months_from(year, int(month), 1)
    exact = date(year, int(month), int(day))
    return Interval(exact, exact)


def precision_of(days: int) -> int:
    """Return UCDP's date_prec for an interval of so many days: 1 day · 2 2-6 · 3 week · 4 8-31 · 5 longer."""
    bounds = ((1, 1), (6, 2), (7, 3), (31, 4))
    return next((code for bound, code in bounds if days <= bound), 5)

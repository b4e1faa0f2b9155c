"""Lay incidents over time: a dot for a day, a bar as long as the words leave open.

Drawings are measured in shares of their width, not in fixed units, so that letters keep their size on a telephone.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from babel.dates import format_date
from markupsafe import Markup

from bilan.model.time import TimeSpan
from bilan.web.catalogue import Catalogue
from bilan.web.svg import Value, element, percent

HEIGHT = 22
MIDDLE = HEIGHT / 2
LEAST_DAYS = 6  # the axis is never shorter: one incident still gets a date to each side
EDGE = 0.03  # share of the width kept free at both ends
NEAR_EDGE = 0.07  # share of the width: half a date on a telephone
MOST_TICKS = 5  # five dates stand beside each other on a telephone
DAY_STEPS = (1, 2, 7, 14)
MONTH_STEPS = (1, 2, 3, 6)
YEAR_STEPS = (1, 2, 5, 10, 20, 50, 100, 1000)


@dataclass(frozen=True, slots=True)
class Tick:
    """A date on the axis: its place as a share of the width from the left, and its words."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class Axis:
    """Days over the width of a drawing; `mirrored` when the page is read from the right."""

    first: date
    last: date
    mirrored: bool = False

    def at(self, day: date, *, end: bool = False) -> float:
        """Return where a day begins (or ends), as a share of the width; days outside stand at the edge."""
        days = (self.last - self.first).days + 1
        share = ((day - self.first).days + (1 if end else 0)) / days
        share = EDGE + (1 - 2 * EDGE) * min(max(share, 0.0), 1.0)
        return 1 - share if self.mirrored else share


def is_dated(time: TimeSpan | None) -> bool:
    """Tell whether a time has at least one day to stand at."""
    return time is not None and bool(time.earliest or time.latest)


def fit_axis(times: Sequence[TimeSpan], *, mirrored: bool = False) -> Axis | None:
    """Return the axis that holds all dated times, None if there is none."""
    days = [date.fromisoformat(day[:10]) for time in times for day in (time.earliest, time.latest) if day]
    if not days:
        return None
    first, last = min(days), max(days)
    lacking = LEAST_DAYS - (last - first).days
    if lacking > 0:
        first, last = first - timedelta(lacking // 2), last + timedelta(lacking - lacking // 2)
    return Axis(first, last, mirrored)


def list_ticks(axis: Axis, words: Catalogue) -> Sequence[Tick]:
    """Return at most MOST_TICKS round dates of the axis: days, else months, else years."""
    for days, form in ((_days(axis, step), "d MMM") for step in DAY_STEPS):
        if len(days) <= MOST_TICKS:
            return _ticks(axis, days, form, words)
    for days, form in ((_months(axis, step), "LLL y") for step in MONTH_STEPS):
        if len(days) <= MOST_TICKS:
            return _ticks(axis, days, form, words)
    years = next(days for days in (_months(axis, 12 * step) for step in YEAR_STEPS) if len(days) <= MOST_TICKS)
    return _ticks(axis, years, "y", words)


def draw_axis(ticks: Sequence[Tick]) -> Markup:
    """Draw the dates above the tracks; hidden from screen readers, which read each incident's date instead."""
    labels = [
        element(
            "text", {"class_": "tick-label", "x": percent(tick.at), "y": 15, "text_anchor": _anchor(tick)}, tick.label
        )
        for tick in ticks
    ]
    return element("svg", {"class_": "axis", "width": "100%", "height": HEIGHT, "aria_hidden": "true"}, *labels)


def draw_track(time: TimeSpan, axis: Axis, ticks: Sequence[Tick], label: str) -> Markup:
    """Draw one incident on the axis.

    Args:
        time: dated (see is_dated).
        axis: the time line's.
        ticks: drawn as faint lines across the track.
        label: the time in words.
    """
    parts = [_stroke("tick", tick.at, tick.at, 0, HEIGHT) for tick in ticks]
    first = date.fromisoformat(time.earliest[:10]) if time.earliest else None
    last = date.fromisoformat(time.latest[:10]) if time.latest else None
    if first and first == last:
        middle = (axis.at(first) + axis.at(first, end=True)) / 2
        parts.append(element("circle", {"class_": "when-day", "cx": percent(middle), "cy": MIDDLE, "r": 5.0}))
    else:
        start, stop = axis.at(first or axis.first), axis.at(last or axis.last, end=True)
        left, width = min(start, stop), max(abs(stop - start), 0.004)
        bar: dict[str, Value] = {"class_": "when-span" if first and last else "when-open", "x": percent(left)}
        parts.append(element("rect", {**bar, "width": percent(width), "y": MIDDLE - 4.5, "height": 9, "rx": 4.5}))
    frame: dict[str, Value] = {"class_": "track", "width": "100%", "height": HEIGHT, "role": "img"}
    return element("svg", {**frame, "aria_label": label}, *parts)


def _anchor(tick: Tick) -> str:
    """Keep the first and the last date inside the drawing."""
    return "start" if tick.at < NEAR_EDGE else "end" if tick.at > 1 - NEAR_EDGE else "middle"


def _stroke(kind: str, x1: float, x2: float, y1: float, y2: float) -> Markup:
    return element("line", {"class_": kind, "x1": percent(x1), "x2": percent(x2), "y1": y1, "y2": y2})


def _ticks(axis: Axis, days: Sequence[date], form: str, words: Catalogue) -> Sequence[Tick]:
    return [Tick(axis.at(day), str(format_date(day, form, locale=words.locale))) for day in days]


def _days(axis: Axis, step: int) -> Sequence[date]:
    """Every `step`-th day; steps of whole weeks fall on Mondays."""
    start = axis.first
    if step % 7 == 0:
        start += timedelta(-start.weekday() % 7)
    return [start + timedelta(n) for n in range(0, (axis.last - start).days + 1, step)]


def _months(axis: Axis, step: int) -> Sequence[date]:
    """First days of every `step`-th month, counted from January of year 0."""
    first, last = axis.first.year * 12 + axis.first.month - 1, axis.last.year * 12 + axis.last.month - 1
    months = [month for month in range(first, last + 1) if month % step == 0]
    return [day for day in (date(month // 12, month % 12 + 1, 1) for month in months) if day >= axis.first]

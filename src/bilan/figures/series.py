"""Figures over time and place: so many killed a day, a week or a month, here and there.

An incident counts in the period that holds all of its days and in no other; one whose days span several periods, or are
not known, is listed as undated rather than split or guessed. Background incidents are left out unless asked for: they
mostly lie outside the time that the reports cover.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from bilan.errors import UsageError
from bilan.incidents.heads import Days, days_of
from bilan.model.incident import Figure, Incident
from bilan.model.place import Place

STEPS = ("day", "week", "month")
AREAS = ("all", "country", "place")
EVERYWHERE = ""
DECEMBER = 12


class Point(NamedTuple):
    """The sum of one outcome in one period and area.

    `start`, `end`: ISO days, both in; None for incidents that fit no period. `area`: a country code, a place id or
    name, or "" for all. `best` sums the incidents that have a best; `without_best` counts those that have none. `high`
    sums what is named; `open` tells that some incident has no upper limit.
    """

    start: str | None
    end: str | None
    area: str
    low: int
    best: int
    high: int
    open: bool
    incidents: tuple[str, ...]
    without_best: int


def make_series(  # noqa: PLR0913 - keyword-only options after the two inputs
    incidents: Iterable[Incident],
    outcome: str,
    *,
    people: str = "all",
    step: str = "day",
    area: str = "all",
    background: bool = False,
) -> tuple[Point, ...]:
    """Sum the figures of incidents by period and area.

    Args:
        incidents: in any order.
        outcome: which outcome.
        people: "all" or one group.
        step: one of STEPS; weeks begin on Monday.
        area: one of AREAS.
        background: count incidents that are only recalled, too.

    Returns:
        Points in order of period and area, the undated last; periods without an incident have no point.

    Raises:
        UsageError: `step` or `area` is none of those known.
    """
    if step not in STEPS or area not in AREAS:
        raise UsageError(f"no series by {step!r} and {area!r}", f"steps: {', '.join(STEPS)}; areas: {', '.join(AREAS)}")
    found: dict[tuple[str, str, str], list[tuple[Incident, Figure]]] = {}
    for incident in incidents:
        figure = next((one for one in incident.figures if (one.outcome, one.people) == (outcome, people)), None)
        if figure is not None and (background or not incident.background):
            start, end = _period(days_of(incident.time), step)
            found.setdefault((start, end, _area(incident.place, area)), []).append((incident, figure))
    ordered = sorted(found, key=lambda key: (key[0] == "", key))
    return tuple(_point(key, found[key]) for key in ordered)


def _point(key: tuple[str, str, str], counted: Sequence[tuple[Incident, Figure]]) -> Point:
    figures = [figure for _, figure in counted]
    return Point(
        start=key[0] or None,
        end=key[1] or None,
        area=key[2],
        low=sum(figure.low or 0 for figure in figures),
        best=sum(figure.best or 0 for figure in figures),
        high=sum(figure.high or figure.best or figure.low or 0 for figure in figures),
        open=any(figure.open or figure.high is None for figure in figures),
        incidents=tuple(sorted(incident.id for incident, _ in counted)),
        without_best=sum(figure.best is None for figure in figures),
    )


def _period(days: Days | None, step: str) -> tuple[str, str]:
    """Return the first and last day of the period that holds all the days; empty words when none does."""
    if days is None:
        return "", ""
    first = date.fromordinal(days.first)
    if step == "week":
        first -= timedelta(first.weekday())
    elif step == "month":
        first = first.replace(day=1)
    last = _last_day(first, step)
    return (first.isoformat(), last.isoformat()) if date.fromordinal(days.last) <= last else ("", "")


def _last_day(first: date, step: str) -> date:
    if step == "day":
        return first
    if step == "week":
        return first + timedelta(6)
    following = date(first.year + 1, 1, 1) if first.month == DECEMBER else date(first.year, first.month + 1, 1)
    return following - timedelta(1)


def _area(place: Place | None, area: str) -> str:
    if area == "all" or place is None:
        return EVERYWHERE
    return (place.country or EVERYWHERE) if area == "country" else (place.id or place.name or place.text)

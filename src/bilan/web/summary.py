"""The head of the page: what is known, from whom, over what time, and what is not known.

Numbers are added over incidents that are not only recalled (`background`); an incident without a number adds nothing
and is counted as such, so that the sum never passes for the whole.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bilan.model.claim import OUTCOMES
from bilan.model.incident import Figure, Incident
from bilan.model.view import CasebookView


@dataclass(frozen=True, slots=True)
class Total:
    """The sum of one outcome over incidents.

    `low`, `high`: sums of the bounds, a missing one standing at the nearest number its figure does give. `best`: the
    sum, None as soon as one counted incident has no best (a partial sum would pass for the whole). `counted`: incidents
    that give any number; `unbounded`: those open upwards; `without_best`: those with bounds but no best.
    """

    outcome: str
    low: int | None
    best: int | None
    high: int | None
    counted: int
    unbounded: int
    without_best: int


@dataclass(frozen=True, slots=True)
class Summary:
    """What the head of the page says.

    `unknown_*`: incidents of which that is not known; `texts`: reports with copies of one text counted once.
    """

    incidents: int
    background: int
    totals: tuple[Total, ...]
    reports: int
    texts: int
    outlets: tuple[str, ...]
    languages: tuple[str, ...]
    first: str | None
    last: str | None
    countries: tuple[str, ...]
    one_source: int
    unknown_toll: int
    unknown_time: int
    unknown_place: int
    unlinked: int
    withheld: int


def summarise(view: CasebookView) -> Summary:
    """Count what a casebook knows and does not know."""
    current = current_incidents(view)
    reports = view.reports.values()
    days = [day[:10] for i in current if i.time for day in (i.time.earliest, i.time.latest) if day]
    return Summary(
        incidents=len(current),
        background=sum(incident.background for incident in view.incidents),
        totals=tuple(_totals(current)),
        reports=sum(len(report.names) for report in reports),
        texts=len(view.reports),
        outlets=tuple(sorted({report.outlet for report in reports if report.outlet})),
        languages=tuple(sorted({report.language for report in reports if report.language})),
        first=min(days, default=None),
        last=max(days, default=None),
        countries=tuple(sorted({i.place.country for i in current if i.place and i.place.country})),
        one_source=sum(incident.independent_sources < 2 for incident in current),  # noqa: PLR2004 — two make corroboration
        unknown_toll=sum(killed_of(incident) is None for incident in current),
        unknown_time=sum(not (i.time and (i.time.earliest or i.time.latest)) for i in current),
        unknown_place=sum(not (i.place and i.place.precision) for i in current),
        unlinked=len(view.unlinked),
        withheld=sum(report.withheld is not None for report in reports),
    )


def current_incidents(view: CasebookView) -> Sequence[Incident]:
    """Return the incidents that sums count: those not only recalled, in order of time, undated last."""
    return [incident for incident in sort_incidents(view.incidents) if not incident.background]


def sort_incidents(incidents: Iterable[Incident]) -> Sequence[Incident]:
    """Return incidents by their first day, undated ones last, then by id."""
    return sorted(incidents, key=lambda i: (not (i.time and i.time.earliest), (i.time and i.time.earliest) or "", i.id))


def main_figure(incident: Incident, outcome: str) -> Figure | None:
    """Return the incident's figure on one outcome for all people, None if it has none."""
    return next((f for f in incident.figures if f.outcome == outcome and f.people == "all"), None)


def killed_of(incident: Incident) -> Figure | None:
    """Return the figure of all killed if it holds any number."""
    figure = main_figure(incident, "killed")
    return figure if figure and _known(figure) else None


def _totals(incidents: Sequence[Incident]) -> Iterable[Total]:
    outcomes = {"killed", *(f.outcome for i in incidents for f in i.figures if f.people == "all")}
    for outcome in sorted(outcomes, key=OUTCOMES.index):
        figures = [f for i in incidents if (f := main_figure(i, outcome)) and _known(f)]
        yield Total(
            outcome=outcome,
            low=_sum(_first(figure.low, figure.best, figure.high) for figure in figures),
            best=_sum(figure.best for figure in figures) if all(f.best is not None for f in figures) else None,
            high=_sum(_first(figure.high, figure.best, figure.low) for figure in figures),
            counted=len(figures),
            unbounded=sum(figure.open or figure.high is None for figure in figures),
            without_best=sum(figure.best is None for figure in figures),
        )


def _first(*numbers: int | None) -> int | None:
    return next((number for number in numbers if number is not None), None)


def _known(figure: Figure) -> bool:
    return not (figure.low is None and figure.best is None and figure.high is None)


def _sum(numbers: Iterable[int | None]) -> int | None:
    known = [number for number in numbers if number is not None]
    return sum(known) if known else None

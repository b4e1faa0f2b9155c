"""Many inputs with one text: one report, whatever the order they came in."""

from collections.abc import Iterable, Sequence

from bilan.model.report import Report
from bilan.model.text import SetAside

DATE_RANK = {"record": 0, "page": 1, "option": 2}  # who is believed first about a publication date


def effective_report(sightings: Sequence[Report]) -> Report:
    """Make one report of all inputs with the same text.

    Whatever the order of the inputs, the same report comes out: a record's own date wins over one found in the page,
    that over one given as an option; among equals the earliest, but among options the last given, since that is how a
    person corrects one. What the chosen input lacks the others fill in, by id. The report's id is the smallest.

    Args:
        sightings: at least one, all with the same text, in the order they came.

    Raises:
        ValueError: there is none, or the texts differ.
    """
    if len({sighting.digest for sighting in sightings}) != 1:
        raise ValueError("one report is made of inputs with one and the same text")
    dated = [sighting for sighting in sightings if sighting.published]
    ranked = sorted(dated, key=_date_order)
    if ranked and ranked[0].published_from == "option":
        ranked = dated[-1:]
    order = [*ranked, *sorted(sightings, key=lambda report: report.id)]
    first = order[0]
    return Report(
        id=min(sighting.id for sighting in sightings),
        text=first.text,
        digest=first.digest,
        language=_first(report.language for report in order),
        published=first.published,
        published_from=first.published_from if first.published else None,
        title=_first(report.title for report in order),
        outlet=_first(report.outlet for report in order),
        url=_first(report.url for report in order),
        evidence=next((report.evidence for report in order if report.evidence), None),
        set_aside=merge_set_aside(*(report.set_aside for report in order)),
    )


def merge_set_aside(*parts: Iterable[SetAside]) -> tuple[SetAside, ...]:
    """Return everything set aside, each once, in text order."""
    every = {aside for part in parts for aside in part}
    return tuple(sorted(every, key=lambda aside: (aside.span, aside.kind, aside.reason)))


def _date_order(report: Report) -> tuple[int, str, str]:
    return DATE_RANK.get(report.published_from or "record", 0), report.published or "", report.id


def _first(values: Iterable[str | None]) -> str | None:
    return next((value for value in values if value), None)

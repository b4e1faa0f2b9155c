"""Run the pipeline over gold reports: the predictions to be scored."""

from collections.abc import Iterable, Iterator

from bilan.evaluate.gold import GoldReport, to_report
from bilan.evaluate.matching import Row
from bilan.model.wire import claim_row
from bilan.pipeline import Tools, extract


def run_pipeline(reports: Iterable[GoldReport], tools: Tools) -> Iterator[Row]:
    """Extract the claims of gold reports.

    Args:
        reports: gold reports in languages that have a pack.
        tools: parsers, gazetteer and registries of the pipeline.

    Yields:
        `bilan.claim/1` records, reports in the order given.
    """
    for report in reports:
        for claim in extract(to_report(report), tools).claims:
            yield claim_row(claim)

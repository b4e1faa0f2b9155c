"""Run the pipeline over gold reports, marked sentences and row tables: the predictions to be scored."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from bilan.evaluate.gold import GoldReport
from bilan.evaluate.inputs import make_report
from bilan.evaluate.marked import Marked, read_pack
from bilan.evaluate.marked_scores import MarkedScores, score_marked
from bilan.evaluate.matching import Row
from bilan.evaluate.rows import RowResult, Table, TableResult, check_rows, find_tables, read_table, set_aside_rows
from bilan.languages.load import list_languages, load_language
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
    for gold in reports:
        report = make_report(gold.id, gold.text, gold.language, gold.published, gold.title)
        for claim in extract(report, tools).claims:
            yield claim_row(claim)


def run_marked(sentence: Marked, tools: Tools) -> list[Row]:
    """Extract the claims of one marked sentence as `bilan.claim/1` records."""
    report = make_report(sentence.name, sentence.text, sentence.language, sentence.published)
    return [claim_row(claim) for claim in extract(report, tools).claims]


def run_packs(tools: Tools, languages: Sequence[str] = ()) -> list[MarkedScores]:
    """Score the marked sentences of packs.

    Args:
        tools: the pipeline's tools.
        languages: codes of the packs; empty for all.
    """
    return [
        score_marked(code, [(sentence, run_marked(sentence, tools)) for sentence in read_pack(load_language(code))])
        for code in languages or list_languages()
    ]


def run_table(table: Table, published: str, tools: Tools) -> list[RowResult]:
    """Check one reading of a row table: `published` is the date to read it under, "" for none."""
    found = extract(make_report(table.name, table.text, table.language, published or None), tools)
    claims = [claim_row(claim) for claim in found.claims]
    return check_rows(claims, table, published=published, set_aside=set_aside_rows(found))


def run_tables(folder: Path, examples: Path, tools: Tools) -> Iterator[TableResult]:
    """Check all row tables of a folder.

    Args:
        folder: where the `.rows.toml` files lie.
        examples: folder of the texts that tables name.
        tools: the pipeline's tools.

    Yields:
        The result of each row, in order.
    """
    for path in find_tables(folder):
        table = read_table(path, examples)
        for published in table.readings:
            for result in run_table(table, published, tools):
                yield TableResult(table.name, published, result)

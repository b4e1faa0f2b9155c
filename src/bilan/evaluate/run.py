"""Run the pipeline over gold reports, marked sentences and row tables: the predictions to be scored."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from bilan.errors import InputError
from bilan.evaluate.ahead import parse_ahead
from bilan.evaluate.event_marks import EventScores, read_event_marks, score_event_marks
from bilan.evaluate.gold import GoldReport
from bilan.evaluate.inputs import make_report
from bilan.evaluate.marked import Marked, read_pack
from bilan.evaluate.marked_scores import MarkedScores, score_marked
from bilan.evaluate.matching import Row
from bilan.evaluate.need_marks import NeedScores, read_need_marks, score_need_marks
from bilan.evaluate.negatives import NegativeScores, claim_free, read_negatives, score_claim_free, score_negatives
from bilan.evaluate.rows import RowResult, Table, TableResult, check_rows, find_tables, read_table, set_aside_rows
from bilan.evaluate.violence_free import read_violence_free, score_violence_free
from bilan.languages.load import list_languages, load_language
from bilan.model.report import Report
from bilan.model.wire import claim_row
from bilan.pipeline import Tools, extract
from bilan.read.passages import find_passages


def run_pipeline(reports: Iterable[GoldReport], tools: Tools) -> Iterator[Row]:
    """Extract the claims of gold reports.

    Args:
        reports: gold reports in languages that have a pack.
        tools: parsers, gazetteer and registries of the pipeline.

    Yields:
        `bilan.claim/1` records, reports in the order given.
    """
    made = [make_report(gold.id, gold.text, gold.language, gold.published, gold.title) for gold in reports]
    known = parse_ahead(made, tools)
    for report in made:
        yield from (claim_row(claim) for claim in extract(report, known).claims)


def run_marked(sentences: Iterable[Marked], tools: Tools) -> list[tuple[Marked, list[Row]]]:
    """Extract the claims of marked sentences, parsed in one batch a language.

    Returns:
        Each sentence with its `bilan.claim/1` records, in the order given.
    """
    pairs = [(one, make_report(one.name, one.text, one.language, one.published)) for one in sentences]
    known = parse_ahead([report for _, report in pairs], tools)
    return [(one, [claim_row(claim) for claim in extract(report, known).claims]) for one, report in pairs]


def run_packs(tools: Tools, languages: Sequence[str] = ()) -> list[MarkedScores]:
    """Score the marked sentences of packs.

    Args:
        tools: the pipeline's tools.
        languages: codes of the packs; empty for all.
    """
    return [
        score_marked(code, run_marked(read_pack(load_language(code)), tools)) for code in languages or list_languages()
    ]


def run_event_marks(tools: Tools, languages: Sequence[str] = ()) -> Iterator[EventScores]:
    """Score the marked events of packs.

    Args:
        tools: the pipeline's tools.
        languages: codes of the packs; empty for all.

    Yields:
        The scores of each pack that has any.
    """
    for code in languages or list_languages():
        if marked := read_event_marks(load_language(code)):
            yield score_event_marks(code, run_marked(marked, tools))


def run_need_marks(tools: Tools, languages: Sequence[str] = ()) -> Iterator[NeedScores]:
    """Score the marked needs and statements of packs.

    Args:
        tools: the pipeline's tools.
        languages: codes of the packs; empty for all.

    Yields:
        The scores of each pack that has any.
    """
    for code in languages or list_languages():
        if marked := read_need_marks(load_language(code)):
            yield score_need_marks(code, run_marked(marked, tools))


def run_negatives(tools: Tools, languages: Sequence[str] = ()) -> Iterator[NegativeScores]:
    """Score the sentences of packs that claim nothing.

    Args:
        tools: the pipeline's tools.
        languages: codes of the packs; empty for all.

    Yields:
        The scores of each pack that has any.
    """
    for code in languages or list_languages():
        negatives = read_negatives(load_language(code))
        read = run_marked([negative.sentence for negative in negatives], tools)
        if negatives:
            yield score_negatives(code, [(negative, rows) for negative, (_, rows) in zip(negatives, read, strict=True)])


def run_claim_free(reports: Iterable[GoldReport], tools: Tools) -> Iterator[NegativeScores]:
    """Score the gold reports that make no claim.

    Args:
        reports: gold reports in languages that have a pack; those with claims are passed over.
        tools: the pipeline's tools.

    Yields:
        The scores of each language, in the order of their codes.
    """
    free = claim_free(reports)
    for language in sorted({gold.language for gold in free}):
        own = [gold for gold in free if gold.language == language]
        made = [make_report(gold.id, gold.text, language, gold.published, gold.title) for gold in own]
        known = parse_ahead(made, tools)
        yield score_claim_free(
            language,
            [
                (gold, _length(report, known), [claim_row(claim) for claim in extract(report, known).claims])
                for gold, report in zip(own, made, strict=True)
            ],
        )


def run_violence_free(gold: Path, tools: Tools) -> tuple[NegativeScores, ...]:
    """Count the reports of no violence in which a violent event is read.

    Args:
        gold: folder of the gold corpora.
        tools: the pipeline's tools.

    Raises:
        InputError: the corpus is not there or lacks a report.
    """
    try:
        return (score_violence_free(read_violence_free(gold), tools),)
    except OSError as error:
        raise InputError(f"{error.filename}: {error.strerror}", "give the folder of all gold corpora") from error


def run_table(table: Table, published: str, tools: Tools) -> list[RowResult]:
    """Check one reading of a row table: `published` is the date to read it under, "" for none."""
    found = extract(_table_report(table, published), tools)
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
    yield from run_readings([read_table(path, examples) for path in find_tables(folder)], tools)


def run_readings(tables: Sequence[Table], tools: Tools) -> Iterator[TableResult]:
    """Check row tables in all their readings; each text is parsed once.

    Yields:
        The result of each row, in order.
    """
    known = parse_ahead([_table_report(table, "") for table in tables], tools)
    for table in tables:
        for published in table.readings:
            for result in run_table(table, published, known):
                yield TableResult(table.name, published, result)


def _length(report: Report, tools: Tools) -> int:
    """Count the sentences of a report."""
    spans = tuple(passage.span for passage in find_passages(report))
    return len(tools.parser(report.language or "").parse(report.text, spans).sentences)


def _table_report(table: Table, published: str) -> Report:
    return make_report(table.name, table.text, table.language, published or None)

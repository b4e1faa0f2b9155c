"""Inputs in, reports out: stages 1 and 2 joined, one report at a time, for the commands and the casebook."""

from collections.abc import Collection, Iterator, Sequence
from typing import BinaryIO

from bilan.ingest.evidence import Clock, utc_now
from bilan.ingest.files import iter_items
from bilan.languages.load import list_languages
from bilan.model.report import Failure, RawItem, Report
from bilan.read.published import check_published
from bilan.read.reports import read_item


def iter_reports(  # noqa: PLR0913  # keyword-only options of one command line
    paths: Sequence[str],
    *,
    stdin: BinaryIO | None = None,
    published: str | None = None,
    language: str | None = None,
    languages: Collection[str] | None = None,
    clock: Clock = utc_now,
) -> Iterator[tuple[Report, RawItem] | Failure]:
    """Read inputs in the order given, keeping only one report in memory.

    Args:
        paths: Files, folders, "-" for standard input.
        stdin: Bytes of standard input; None when there is none.
        published: Publication date of reports that carry none: ISO date or date-time.
        language: Language of reports that do not say theirs: ISO 639 code; None = told from the text.
        languages: Codes of the languages there are packs for; None = all shipped.
        clock: Tells when bytes were read.

    Yields:
        A report with the raw item it came from, or the failure of an input, in input order.

    Raises:
        UsageError: `published` is no date.
    """
    if published is not None:
        check_published(published, option=True)
    known = list_languages() if languages is None else languages
    return _iter_reports(iter_items(paths, stdin=stdin, clock=clock), published, language, known)


def _iter_reports(
    items: Iterator[RawItem | Failure], published: str | None, language: str | None, languages: Collection[str]
) -> Iterator[tuple[Report, RawItem] | Failure]:
    for item in items:
        if isinstance(item, Failure):
            yield item
            continue
        report = read_item(item, published=published, language=language, languages=languages)
        yield report if isinstance(report, Failure) else (report, item)

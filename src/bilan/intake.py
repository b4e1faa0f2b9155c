"""Inputs in, reports out: stages 1 and 2 joined, one report at a time, for the commands and the casebook."""

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
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
    packs: Sequence[Path] = (),
    clock: Clock = utc_now,
) -> Iterator[tuple[Report, RawItem] | Failure]:
    """Read inputs in the order given, keeping only one report in memory.

    Args:
        paths: Files, folders, "-" for standard input.
        stdin: Bytes of standard input; None when there is none.
        published: Publication date of reports that carry none: ISO date or date-time.
        language: Language of reports that do not say theirs: ISO 639 code; None = told from the text.
        languages: Codes of the languages to serve; None = all that have a pack.
        packs: Folders of a user's own packs; theirs win over the shipped ones.
        clock: Tells when bytes were read.

    Returns:
        One by one, a report with the raw item it came from, or the failure of an input, in input order.

    Raises:
        UsageError: `published` is no date.
    """
    if published is not None:
        check_published(published, option=True)
    known = list_languages(packs) if languages is None else languages

    def read(item: RawItem | Failure) -> tuple[Report, RawItem] | Failure:
        if isinstance(item, Failure):
            return item
        report = read_item(item, published=published, language=language, languages=known, folders=packs)
        return report if isinstance(report, Failure) else (report, item)

    return map(read, iter_items(paths, stdin=stdin, clock=clock))

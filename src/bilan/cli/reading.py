"""Reports in, extractions out, for the commands that print as they read: one report in memory at a time."""

import os
import sys
import traceback
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Annotated

import typer

from bilan.cli.output import Failures, errors_console, print_error
from bilan.cli.progress import show_progress
from bilan.errors import BilanError
from bilan.model.extraction import Extraction
from bilan.model.report import Failure, RawItem, Report

FilesArgument = Annotated[
    list[str],
    typer.Argument(
        metavar="FILE",
        help="Reports: .txt, .html, .jsonl files, folders of them, - for standard input.",
        show_default=False,
    ),
]
PublishedOption = Annotated[
    str | None,
    typer.Option(metavar="DATE", help="Publication date of reports that carry none: 2016-10-11, or a date-time."),
]
LanguageOption = Annotated[
    str | None, typer.Option(metavar="CODE", help="Language of reports that do not say theirs (fr, en, …).")
]


def iter_extractions(
    files: Sequence[str],
    failures: Failures,
    *,
    published: str | None,
    language: str | None,
    all_names: bool = False,
) -> Iterator[Extraction]:
    """Extract report by report; a report that breaks a stage is named and the others go on.

    Args:
        files: Paths as the user wrote them.
        failures: Takes note of every input that failed or was set aside.
        published: The option.
        language: The option.
        all_names: Find the names also in reports without any claim.

    Yields:
        One extraction a report, in input order.

    Raises:
        BilanError: nothing can be extracted at all (a model is missing, `published` is no date).
    """
    from bilan.intake import iter_reports  # noqa: PLC0415  # readers are heavy: --help must not wait for them

    intake = iter_reports(files, stdin=sys.stdin.buffer, published=published, language=language)
    extract: Callable[[Report], Extraction] | None = None
    for found in show_progress(intake, errors_console()):
        if isinstance(found, Failure):
            failures.note(found)
            continue
        report, item = found
        _note_encoding(report)
        extract = extract or _load_extract(all_names=all_names)
        try:
            extraction = extract(report)
        except BilanError:
            raise
        except Exception as error:  # noqa: BLE001  # one report's fault must not lose the others; it is named
            failures.note(_broken(report, item, error))
            continue
        yield extraction


def _load_extract(*, all_names: bool) -> Callable[[Report], Extraction]:
    """Load the stages when the first report asks for them: inputs that fail are named at once."""
    from bilan.pipeline import extract, load_tools  # noqa: PLC0415  # seconds

    return partial(extract, tools=load_tools(), all_names=all_names)


def _note_encoding(report: Report) -> None:
    media_type = report.evidence.media_type if report.evidence else ""
    _, _, charset = media_type.partition("charset=")
    if charset:
        print_error(f"{report.id}: not UTF-8, read as {charset}")


def _broken(report: Report, item: RawItem, error: Exception) -> Failure:
    if os.environ.get("BILAN_DEBUG"):
        traceback.print_exception(error)
    reason = f"unexpected {type(error).__name__}: {error}"
    return Failure(report.id, reason, "a fault of Bilan's; BILAN_DEBUG=1 shows where", line=item.line)

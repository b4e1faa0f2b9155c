"""`bilan explain`: what the rules see in a sentence, for those who write rules and for those who doubt a claim."""

import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from bilan.cli.output import print_row, print_text
from bilan.errors import InputError, UsageError

if TYPE_CHECKING:
    from bilan.explain.picture import Picture
    from bilan.model.report import Report

EXAMPLES = """Examples:\n
  bilan explain "Au moins 37 civils auraient été tués à Alep." --lang fr\n
  bilan explain "The rebels shot down three helicopters." --html picture.html\n
  bilan explain --file report.txt --published 2016-10-11 --json"""

WIDTH = 100  # columns when the output is no terminal


def register(app: typer.Typer) -> None:
    """Add the command to the command line."""
    app.command("explain", epilog=EXAMPLES)(explain)


def explain(  # noqa: PLR0913  # one parameter an option of the command
    sentence: Annotated[str | None, typer.Argument(metavar="[SENTENCE]", help="The words to explain.")] = None,
    *,
    file: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Explain a text file; - for standard input.", show_default=False)
    ] = None,
    language: Annotated[
        str | None,
        typer.Option("--lang", "--language", metavar="CODE", help="Language of the words; else it is told from them."),
    ] = None,
    published: Annotated[str | None, typer.Option(metavar="DATE", help="Publication date of the words.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON record.")] = False,
    html: Annotated[
        Path | None, typer.Option(metavar="PAGE", help="Write a page with the clauses drawn.", show_default=False)
    ] = None,
    page_language: Annotated[str, typer.Option(metavar="CODE", help="Language of the page's own words.")] = "en",
) -> None:
    """Explain a sentence: what was found in it, which rules fired, which nearly did and why not."""
    report = _report(sentence, file, language=language, published=published)
    from bilan.explain.draw import explain as draw  # noqa: PLC0415  # seconds: --help must not wait
    from bilan.explain.lines import list_lines  # noqa: PLC0415  # same
    from bilan.explain.picture import picture_row  # noqa: PLC0415  # same
    from bilan.pipeline import load_tools  # noqa: PLC0415  # same

    picture = draw(report, load_tools([report.language or ""]))
    if html is not None:
        _write_page(html, picture, page_language)
    if as_json:
        print_row(picture_row(picture))
    elif html is None:
        console = Console(highlight=False, width=None if sys.stdout.isatty() else WIDTH)
        for line in list_lines(picture, width=console.width):
            print_text(line, console)


def _report(sentence: str | None, file: Path | None, *, language: str | None, published: str | None) -> "Report":
    """Read the words to explain as `bilan extract` reads a report.

    Raises:
        UsageError: there are no words, or both kinds are given, or the file holds several reports.
        InputError: the words cannot be read, or their language cannot be told or has no pack.
    """
    if (sentence is None) == (file is None):
        raise UsageError("give a sentence or --file, one of them", 'bilan explain "Deux soldats sont morts." --lang fr')
    from bilan.intake import iter_reports  # noqa: PLC0415  # readers are heavy: --help must not wait
    from bilan.model.report import Failure  # noqa: PLC0415  # same

    typed = None if sentence is None else io.BytesIO(sentence.encode("utf-8"))
    paths = [str(file) if typed is None else "-"]
    found = list(iter_reports(paths, stdin=typed or sys.stdin.buffer, published=published, language=language))
    for one in found:
        if isinstance(one, Failure):
            raise InputError(f"{one.name}: {one.reason}", one.remedy)
    reports = [one[0] for one in found if not isinstance(one, Failure)]
    if len(reports) != 1:
        raise UsageError(f"{paths[0]} holds {len(reports)} reports", "explain one at a time")
    return reports[0]


def _write_page(path: Path, picture: "Picture", language: str) -> None:
    from bilan.export.base import write_whole  # noqa: PLC0415  # see above
    from bilan.web.explanation import render_explanation  # noqa: PLC0415  # same

    page = render_explanation(picture, language=language)
    try:
        write_whole(path, page.encode("utf-8"))
    except OSError as error:
        raise InputError(f"{path}: cannot be written ({error.strerror})", "name another path") from error
    typer.echo(str(path))

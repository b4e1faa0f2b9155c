"""`bilan report`: a casebook as one page to read."""

from pathlib import Path
from typing import Annotated

import typer

from bilan.cli.show import CasebookArgument
from bilan.errors import InputError

EXAMPLES = """Examples:\n
  bilan report aleppo -o aleppo.html\n
  bilan report aleppo -o aleppo.fr.html --language fr"""


def register(app: typer.Typer) -> None:
    """Add the command to the command line."""
    app.command("report", epilog=EXAMPLES)(report)


def report(
    casebook: CasebookArgument,
    *,
    output: Annotated[
        Path,
        typer.Option("--output", "-o", metavar="PAGE", help="The page; one there is replaced.", show_default=False),
    ],
    language: Annotated[str, typer.Option(metavar="CODE", help="Language of the page's own words.")] = "en",
    title: Annotated[str | None, typer.Option(metavar="WORDS", help="The page's title.")] = None,
) -> None:
    """Write a casebook's incidents as one self-contained page, which opens in a browser without a network."""
    from bilan.casework import read_view  # noqa: PLC0415 - the store is heavy: --help must not wait
    from bilan.export.base import write_whole  # noqa: PLC0415 - same
    from bilan.stores.casebook import open_casebook  # noqa: PLC0415 - same
    from bilan.web.page import render_page  # noqa: PLC0415 - same

    with open_casebook(casebook) as book:
        view = read_view(book)
    page = render_page(view, language=language, title=title)
    try:
        write_whole(output, page.encode("utf-8"))
    except OSError as error:
        raise InputError(f"{output}: cannot be written ({error.strerror})", "name another path") from error
    typer.echo(str(output))

"""`bilan export`: a casebook's incidents and claims in another format."""

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from bilan.cli.output import print_row, print_text
from bilan.cli.show import CasebookArgument
from bilan.errors import InputError, UsageError

EXAMPLES = """Examples:\n
  bilan export aleppo --list\n
  bilan export aleppo --format jsonl -o aleppo.jsonl\n
  bilan export aleppo --format geojson -o aleppo.geojson"""


def register(app: typer.Typer) -> None:
    """Add the command to the command line."""
    app.command("export", epilog=EXAMPLES)(export)


def export(  # noqa: PLR0913 - a command's options
    casebook: CasebookArgument,
    *,
    form: Annotated[str | None, typer.Option("--format", "-f", metavar="FORMAT", help="Which; see --list.")] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="PATH", help="Where to; what is there is replaced.")
    ] = None,
    include_names: Annotated[
        bool, typer.Option("--include-names", help="Write victims' names, which are withheld otherwise.")
    ] = False,
    bom: Annotated[
        bool, typer.Option("--bom", help="Begin tables with a byte-order mark, for old spreadsheets.")
    ] = False,
    list_formats: Annotated[bool, typer.Option("--list", help="List the formats and leave.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON record a format or file written.")] = False,
) -> None:
    """Write a casebook's incidents and claims in another format."""
    from bilan.casework import read_view  # noqa: PLC0415 - the store is heavy: --help must not wait
    from bilan.export.base import ExportOptions  # noqa: PLC0415 - same
    from bilan.export.registry import load_exporters, pick_exporter  # noqa: PLC0415 - same
    from bilan.stores.casebook import open_casebook  # noqa: PLC0415 - same

    console = Console(highlight=False, soft_wrap=True)
    if list_formats:
        for name, exporter in load_exporters().items():
            if as_json:
                print_row({"format": name, "media_type": exporter.media_type, "summary": exporter.summary})
            else:
                print_text(Text(f"{name:<14}{exporter.summary}"), console)
        return
    if form is None or output is None:
        raise UsageError("an export needs --format and --output", "--list names the formats")
    exporter = pick_exporter(form)
    with open_casebook(casebook) as book:
        view = read_view(book)
    try:
        written = exporter.write(view, output, ExportOptions(include_names=include_names, bom=bom))
    except OSError as error:
        raise InputError(f"{output}: cannot be written ({error.strerror})", "name another path") from error
    for path in written:
        if as_json:
            print_row({"file": str(path), "format": form, "size": path.stat().st_size})
        else:
            print_text(Text(str(path)), console)

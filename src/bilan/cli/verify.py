"""`bilan verify`: is everything stored what it was?"""

from typing import Annotated

import typer

from bilan.cli.output import print_row
from bilan.cli.show import CasebookArgument

EXAMPLES = """Examples:\n
  bilan verify aleppo\n
  bilan verify aleppo --head 5b0c… (a head noted earlier: shows entries cut off the end of the log)"""


def register(app: typer.Typer) -> None:
    """Add the command to the command line."""
    app.command("verify", epilog=EXAMPLES)(verify)


def verify(
    casebook: CasebookArgument,
    *,
    head: Annotated[
        str | None, typer.Option(metavar="DIGEST", help="A log's head noted earlier, or its beginning.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON record.")] = False,
) -> None:
    """Check that a casebook's evidence, extractions, figures and log are what they were; exit code 4 when not."""
    from bilan.stores.casebook import open_casebook  # noqa: PLC0415 - the store is heavy: --help must not wait
    from bilan.stores.verify import refuse_damage, verify_casebook  # noqa: PLC0415 - same

    with open_casebook(casebook) as book:
        found = verify_casebook(book, head=head)
    if as_json:
        print_row(
            {
                "schema": "bilan.verification/1",
                "ok": not found.damages,
                "head": found.head,
                "entries": found.entries,
                "blobs": found.blobs,
                "reports": found.reports,
                "damages": list(found.damages),
            }
        )
    refuse_damage(casebook, found)
    if not as_json:
        typer.echo(f"{casebook}: {found.reports} reports, {found.blobs} blobs, {found.entries} log entries: all whole")
        typer.echo(f"head of the log: {found.head}")

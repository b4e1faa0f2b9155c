"""`bilan log`: the decisions, own actors and imports of a casebook, oldest first."""

from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from bilan.cli.incident_text import LABEL, STRONG
from bilan.cli.output import print_row, print_text
from bilan.cli.show import CasebookArgument
from bilan.review.log import LogEntry

EXAMPLES = """Examples:\n
  bilan log aleppo\n
  bilan log aleppo --json"""


def register(app: typer.Typer) -> None:
    """Add the command to the command line."""
    app.command("log", epilog=EXAMPLES)(log)


def log(
    casebook: CasebookArgument,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON record an entry.")] = False,
) -> None:
    """List the decisions, own actors and imports of a casebook, oldest first."""
    from bilan.stores.casebook import open_casebook  # noqa: PLC0415 - the store is heavy: --help must not wait

    with open_casebook(casebook) as book:
        entries = book.store.log()
    console = Console(highlight=False, soft_wrap=True)
    for entry in entries:
        if as_json:
            print_row(_row(entry))
        else:
            print_text(_line(entry), console)


def _row(entry: LogEntry) -> dict[str, object]:
    return {
        "schema": "bilan.log/1",
        "seq": entry.seq,
        "kind": entry.kind,
        "when": entry.when,
        "body": dict(entry.fields),
        "previous": entry.previous,
        "digest": entry.digest,
    }


def _line(entry: LogEntry) -> Text:
    return Text.assemble(f"{entry.seq:5}  {entry.when}  ", (entry.kind, STRONG), f"  {_say(entry)}", _digest(entry))


def _say(entry: LogEntry) -> str:
    body = entry.fields
    if entry.kind == "import":
        read = "read" if body["sha256"] else "known"
        return f"report {body['report'][:12]}…, {len(body['inputs'])} new inputs, {read} as {body['extraction']}"
    if entry.kind == "assembly":
        return f"{body['incidents']} incidents"
    if entry.kind == "actor":
        what = f"add {body['actor']} ({body['entry']['name']})" if body["entry"] else f"remove {body['actor']}"
        return f"{what} by {body['who']}: {body['reason']}"
    what = body["undoes"] or ", ".join(body["targets"])
    change = f" {body['field']} = {body['value']}" if body["field"] else ""
    return f"{body['id']}: {body['kind']} {what}{change} by {body['who']}: {body['reason']}"


def _digest(entry: LogEntry) -> tuple[str, str]:
    return f"  {entry.digest[:12]}", LABEL

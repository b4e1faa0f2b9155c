"""`bilan show`: a casebook's incidents, or one incident or claim in full."""

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from bilan.cli.incident_text import STRONG, ground_lines, incident_lines, say_claim
from bilan.cli.output import print_row, print_text
from bilan.cli.run import print_open
from bilan.errors import UsageError
from bilan.model.claim import Claim
from bilan.model.view import CasebookView
from bilan.model.wire import claim_row
from bilan.model.wire_incident import incident_row, unlinked_row
from bilan.review.explain import ground_claim

CasebookArgument = Annotated[
    Path, typer.Argument(metavar="CASEBOOK", help="The casebook's folder.", show_default=False)
]
EXAMPLES = """Examples:\n
  bilan show aleppo\n
  bilan show aleppo inc-3f09c2\n
  bilan show aleppo clm-885aa2beac93ed130394\n
  bilan show aleppo --unlinked --json"""


def register(app: typer.Typer) -> None:
    """Add the command to the command line."""
    app.command("show", epilog=EXAMPLES)(show)


def show(
    casebook: CasebookArgument,
    wanted: Annotated[
        str | None, typer.Argument(metavar="[INCIDENT]", help="An incident's or a claim's id, or its beginning.")
    ] = None,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON records.")] = False,
    unlinked: Annotated[bool, typer.Option("--unlinked", help="List the claims that are in no incident.")] = False,
) -> None:
    """List a casebook's incidents, or show one incident or one claim in full."""
    from bilan.casework import find_incident, read_view  # noqa: PLC0415 - the store is heavy: --help must not wait
    from bilan.stores.casebook import open_casebook  # noqa: PLC0415 - same

    with open_casebook(casebook) as book:
        view = read_view(book)
        if unlinked:
            _show_unlinked(view, as_json=as_json)
        elif wanted is None:
            print_open(view, as_json=as_json)
        elif wanted.startswith("clm-"):
            _show_claims(view, _find_claims(view, wanted), as_json=as_json)
        else:
            _show_incident(view, find_incident(book, wanted), as_json=as_json)


def _show_incident(view: CasebookView, wanted: str, *, as_json: bool) -> None:
    incident = next(incident for incident in view.incidents if incident.id == wanted)
    members = set(incident.claims)
    if as_json:
        print_row(incident_row(incident))
    else:
        console = Console(highlight=False, soft_wrap=True)
        for line in incident_lines(view, incident):
            print_text(line, console)
    _show_claims(view, [claim for claim in view.claims if claim.id in members], as_json=as_json)


def _show_claims(view: CasebookView, claims: list[Claim], *, as_json: bool) -> None:
    console = Console(highlight=False, soft_wrap=True)
    relations = (*view.relations, *(relation for incident in view.incidents for relation in incident.relations))
    for number, claim in enumerate(claims, start=1):
        if as_json:
            print_row(claim_row(claim))
            continue
        for line in ground_lines(ground_claim(view, claim, dict.fromkeys(relations)), number):
            print_text(line, console)


def _show_unlinked(view: CasebookView, *, as_json: bool) -> None:
    console = Console(highlight=False, soft_wrap=True)
    by_id = {str(claim.id): claim for claim in view.claims}
    for loose in view.unlinked:
        if as_json:
            print_row(unlinked_row(loose))
            continue
        claim = by_id[loose.claim]
        words = " ".join(claim.quote.exact.split())
        print_text(Text.assemble((say_claim(claim), STRONG), f" “{words}”: {loose.reason}  {claim.id}"), console)


def _find_claims(view: CasebookView, wanted: str) -> list[Claim]:
    found = [claim for claim in view.claims if claim.id.startswith(wanted)]
    if len(found) != 1:
        raise UsageError(f"{len(found) or 'no'} claims begin with {wanted!r}", "give a claim's whole id")
    return found

"""`bilan why`: what a figure rests on, in the reports' own words."""

from typing import Annotated, Any

import typer
from rich.console import Console

from bilan.cli.incident_text import explanation_lines
from bilan.cli.output import print_row, print_text
from bilan.cli.show import CasebookArgument
from bilan.errors import UsageError
from bilan.model.wire import claim_row
from bilan.model.wire_incident import figure_row
from bilan.review.explain import Explanation, Ground, explain_figures

EXAMPLES = """Examples:\n
  bilan why aleppo inc-3f09c2/killed\n
  bilan why aleppo inc-3f09c2/killed/civilian --json"""


def register(app: typer.Typer) -> None:
    """Add the command to the command line."""
    app.command("why", epilog=EXAMPLES)(why)


def why(
    casebook: CasebookArgument,
    figure: Annotated[
        str,
        typer.Argument(metavar="FIGURE", help="INCIDENT/OUTCOME, or INCIDENT/OUTCOME/PEOPLE.", show_default=False),
    ],
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON record a figure.")] = False,
) -> None:
    """Explain a figure: the claims it rests on, their words, and the rule that chose it."""
    from bilan.casework import find_incident, read_view  # noqa: PLC0415 - the store is heavy: --help must not wait
    from bilan.stores.casebook import open_casebook  # noqa: PLC0415 - same

    incident, _, rest = figure.partition("/")
    outcome, _, people = rest.partition("/")
    if not outcome:
        raise UsageError(f"{figure!r} names no figure", "write INCIDENT/OUTCOME, as in inc-3f09c2/killed")
    with open_casebook(casebook) as book:
        found = explain_figures(read_view(book), find_incident(book, incident), outcome, people or None)
    console = Console(highlight=False, soft_wrap=True)
    for explanation in found:
        if as_json:
            print_row(_row(explanation))
            continue
        for line in explanation_lines(explanation):
            print_text(line, console)


def _row(explanation: Explanation) -> dict[str, Any]:
    return {
        "schema": "bilan.explanation/1",
        "figure": explanation.address,
        **figure_row(explanation.figure),
        "behind": [_ground_row(ground) for ground in explanation.behind],
        "beside": [_ground_row(ground) for ground in explanation.beside],
    }


def _ground_row(ground: Ground) -> dict[str, Any]:
    ties = [
        {"kind": tie.kind, "said": tie.said, "claim": tie.other.id if tie.other else None, "reason": tie.reason}
        for tie in ground.ties
    ]
    report = ground.report
    return {
        "claim": claim_row(ground.claim),
        "before": ground.before,
        "after": ground.after,
        "outlet": report.outlet,
        "published": report.published,
        "reports": list(report.names),
        "relations": ties,
    }

"""`bilan run`: reports into a casebook, the whole of it reconciled, its incidents printed."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.text import Text

from bilan.cli.incident_text import casebook_lines
from bilan.cli.output import Failures, errors_console, print_error, print_row, print_text
from bilan.cli.progress import show_progress
from bilan.cli.reading import FilesArgument, LanguageOption, PublishedOption
from bilan.model.report import Failure
from bilan.model.view import CasebookView
from bilan.model.wire_incident import envelope_row, incident_row

if TYPE_CHECKING:
    from bilan.casework import Stored

EXAMPLES = """Examples:\n
  bilan run reports/ --casebook aleppo\n
  bilan run alep.fr.txt --casebook aleppo --published 2016-09-28\n
  bilan run wire.jsonl --casebook aleppo --json --jobs 4 > incidents.jsonl"""


def register(app: typer.Typer) -> None:
    """Add the command to the command line."""
    app.command("run", epilog=EXAMPLES)(run)


def run(  # noqa: PLR0913 - a command's options
    files: FilesArgument,
    *,
    casebook: Annotated[
        Path, typer.Option(metavar="DIR", help="The casebook's folder; made if absent.", show_default=False)
    ],
    published: PublishedOption = None,
    language: LanguageOption = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON record an incident, then envelopes.")] = False,
    jobs: Annotated[int, typer.Option(min=1, help="How many processes read reports.")] = 1,
) -> None:
    """Take reports into a casebook, link their claims into incidents, print the figures.

    Reports the casebook holds already are not read again; stopped in the middle, the same command goes on.
    """
    from bilan.casework import run_casebook  # noqa: PLC0415 - readers and stages are heavy: --help must not wait
    from bilan.intake import iter_reports  # noqa: PLC0415 - same
    from bilan.stores.casebook import open_casebook  # noqa: PLC0415 - same

    failures = Failures()
    inputs = iter_reports(files, stdin=sys.stdin.buffer, published=published, language=language)
    with open_casebook(casebook, create=True) as book:
        outcome = run_casebook(book, inputs, jobs=jobs, watch=lambda stored: _watch(stored, failures))
    taken = outcome.taken
    for waiting in outcome.to_reread:
        print_error(f"to be re-read: decision {waiting.decision.id} ({waiting.decision.kind}): {waiting.reason}")
    known = f"{taken.copies} copies, {taken.known} known before"
    print_error(f"{taken.read} read, {known}, {len(taken.failures)} failed or set aside")
    print_open(outcome.view, as_json=as_json)
    failures.leave()


def print_open(view: CasebookView, *, as_json: bool) -> None:
    """Print every open incident of a casebook, then its envelopes."""
    incidents = [incident for incident in view.incidents if incident.status == "open"]
    if as_json:
        for incident in incidents:
            print_row(incident_row(incident))
        for envelope in view.envelopes:
            print_row(envelope_row(envelope))
        return
    console = Console(highlight=False, soft_wrap=True)
    for line in casebook_lines(view):
        print_text(line, console)
    if view.unlinked:
        print_text(Text(f"{len(view.unlinked)} claims in no incident (`bilan show --unlinked` lists them)"), console)


def _watch(stored: "Iterable[Stored | Failure]", failures: Failures) -> "Iterator[Stored | Failure]":
    for outcome in show_progress(stored, errors_console(), silent=True):
        if isinstance(outcome, Failure):
            failures.note(outcome)
        yield outcome

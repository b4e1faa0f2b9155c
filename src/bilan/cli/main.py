"""The `bilan` command: finds the sub-command, turns errors into messages and exit codes.

Exit codes: 0 ok · 1 error · 2 usage · 3 some inputs failed · 4 integrity check failed · 130 interrupted. Only the
module of the command asked for is imported, so that `bilan --help` answers at once.
"""

import io
import os
import sys
import traceback
from collections.abc import Sequence
from importlib import import_module
from typing import Annotated, NoReturn

import typer

from bilan import __version__
from bilan.cli.output import drop_stdout, print_error
from bilan.errors import BilanError, IntegrityError, UsageError

COMMANDS = {
    "extract": "Print the claims of reports: who says that what happened to whom, where, when, how many.",
    "places": "Print every place the reports name, with what the gazetteer knows of it.",
    "actors": "Find an actor by its names or codes; keep a casebook's own actors.",
    "explain": "Explain a sentence: what was found in it, which rules fired, which nearly did and why not.",
    "run": "Take reports into a casebook, link their claims into incidents, print the figures.",
    "show": "Show an incident or a claim of a casebook.",
    "why": "Explain a figure: the claims it rests on, their words, and the rule that chose it.",
    "log": "List the decisions, own actors and imports of a casebook.",
    "verify": "Check that a casebook's evidence and log are what they were.",
    "export": "Write a casebook's incidents and claims in another format.",
    "report": "Write a casebook's incidents as a page to read.",
    "evaluate": "Score claims against gold corpora, list mistakes, hold the floors.",
}
"""Each command and its line in `bilan --help`; its module is `bilan.cli.<command>`, with a `register(app)`."""

DEBUG = "BILAN_DEBUG"

_EXIT_ERROR, _EXIT_USAGE, _EXIT_INTEGRITY, _EXIT_INTERRUPTED = 1, 2, 4, 130


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and leave with its exit code.

    Args:
        arguments: Words after `bilan`; None = those of this process.

    Raises:
        SystemExit: always; its code is the exit code.
    """
    words = list(sys.argv[1:] if arguments is None else arguments)
    _use_utf8()
    try:
        build_app(_find_command(words))(args=words, prog_name="bilan")
        sys.stdout.flush()
    except BilanError as error:
        _leave(error, _exit_code(error))
    except KeyboardInterrupt:
        print_error("interrupted")
        sys.exit(_EXIT_INTERRUPTED)
    except BrokenPipeError:
        drop_stdout()
    except Exception as error:  # noqa: BLE001  # the last door: named, with a way to see where, never a bare traceback
        _leave(error, _EXIT_ERROR)
    sys.exit(0)


def build_app(command: str | None = None) -> typer.Typer:
    """Build the command line.

    Args:
        command: The one command whose module is imported, the others being listed only; None = all are imported.
    """
    app = typer.Typer(name="bilan", no_args_is_help=True, pretty_exceptions_enable=False, rich_markup_mode=None)
    app.callback()(_root)
    for name, summary in COMMANDS.items():
        if command is None or name == command:
            import_module(f"bilan.cli.{name}").register(app)
        else:
            app.command(name, help=summary)(_only_listed)
    return app


def _find_command(words: Sequence[str]) -> str | None:
    """Return the command asked for, "" when there is none and a list will do; None when all must be there."""
    if "_BILAN_COMPLETE" in os.environ:  # the shell completes: it asks about every option of every command
        return None
    return next((word for word in words if not word.startswith("-")), "")


def _print_version(wanted: bool) -> None:  # noqa: FBT001  # typer's signature of an option's callback
    if wanted:
        typer.echo(f"bilan {__version__}")
        raise typer.Exit


def _root(
    *,
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and leave.", callback=_print_version, is_eager=True)
    ] = False,
) -> None:
    """Turn news reports into casualty figures you can defend."""
    del version  # its callback has answered


def _only_listed() -> None:
    """Stand in the list of commands for one whose module is not imported; see build_app."""
    raise AssertionError("a command that is only listed was called")


def _exit_code(error: BilanError) -> int:
    if isinstance(error, UsageError):
        return _EXIT_USAGE
    return _EXIT_INTEGRITY if isinstance(error, IntegrityError) else _EXIT_ERROR


def _leave(error: Exception, code: int) -> NoReturn:
    if isinstance(error, BilanError):
        print_error(str(error))
    else:
        print_error(f"unexpected {type(error).__name__}: {error} (a fault of Bilan's; {DEBUG}=1 shows where)")
    if os.environ.get(DEBUG):
        traceback.print_exception(error)
    sys.exit(code)


def _use_utf8() -> None:
    """Data is UTF-8 with plain line feeds whatever the console's locale says."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")

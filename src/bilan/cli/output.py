"""What commands print: data on standard output, all else on standard error, and the exit code that follows."""

import json
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import typer
from rich.console import Console
from rich.text import Text

from bilan.model.report import Failure

EXIT_SOME_FAILED = 3

_ERRORS = Console(stderr=True, soft_wrap=True, highlight=False)


def errors_console() -> Console:
    """Return the console of standard error: shared, so that a progress bar and messages do not overwrite each other."""
    return _ERRORS


def print_row(row: Mapping[str, Any]) -> None:
    """Print one JSON record as one line of UTF-8 and send it off at once.

    Raises:
        typer.Exit: nobody reads any more (`| head`); that is no error.
    """
    try:
        sys.stdout.write(json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n")
        sys.stdout.flush()
    except BrokenPipeError as error:
        drop_stdout()
        raise typer.Exit(0) from error


def print_text(text: Text, console: Console) -> None:
    """Print a readable line.

    Raises:
        typer.Exit: nobody reads any more.
    """
    try:
        console.print(text)
    except BrokenPipeError as error:
        drop_stdout()
        raise typer.Exit(0) from error


def print_error(message: str) -> None:
    """Print a message on standard error, called by its sender."""
    _ERRORS.print(Text(f"bilan: {message}"))


def drop_stdout() -> None:
    """Nobody reads standard output any more: let Python's own flush at the end go nowhere instead of failing."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@dataclass(slots=True)
class Failures:
    """The inputs that could not be read, named on standard error as they come, and counted."""

    failed: int = 0
    set_aside: int = 0

    def note(self, failure: Failure) -> None:
        """Name one failure: file, line, what is wrong, what to do."""
        where = failure.name if failure.line is None else f"{failure.name}:{failure.line}"
        if failure.kind == "set-aside":
            self.set_aside += 1
            print_error(f"set aside: {where}: {failure.reason} ({failure.remedy})")
        else:
            self.failed += 1
            print_error(f"{where}: {failure.reason} ({failure.remedy})")

    def leave(self) -> None:
        """End the command.

        Raises:
            typer.Exit: with code 3, if an input failed; what was set aside is no failure.
        """
        if self.failed:
            raise typer.Exit(EXIT_SOME_FAILED)

"""A progress bar on standard error, only where somebody watches it."""

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

T = TypeVar("T")


def show_progress(items: Iterable[T], console: Console, *, silent: bool = False) -> Iterator[T]:
    """Pass items through, counting them on a terminal.

    Args:
        items: What is worked on; how many there will be is not known.
        console: The console of standard error.
        silent: The command prints nothing meanwhile; else no bar is shown where the data itself goes to a terminal.

    Yields:
        The items, unchanged.
    """
    if not console.is_terminal or (sys.stdout.isatty() and not silent):
        yield from items
        return
    columns = (SpinnerColumn(), TextColumn("{task.completed} reports"), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True, redirect_stdout=False, redirect_stderr=False) as progress:
        task = progress.add_task("", total=None)
        for item in items:
            yield item
            progress.advance(task)

"""A progress bar shows on a terminal and nowhere else."""

import io
import sys

import pytest
from rich.console import Console

from bilan.cli.progress import show_progress


def _console(*, terminal: bool) -> tuple[Console, io.StringIO]:
    written = io.StringIO()
    return Console(file=written, force_terminal=terminal, width=60), written


@pytest.mark.parametrize("terminal", [True, False])
def test_items_pass_through_unchanged(*, terminal: bool) -> None:
    console, _ = _console(terminal=terminal)
    assert list(show_progress(iter("abc"), console)) == ["a", "b", "c"]


def test_a_bar_is_drawn_on_a_terminal_only() -> None:
    shown, hidden = _console(terminal=True), _console(terminal=False)
    list(show_progress(range(3), shown[0]))
    list(show_progress(range(3), hidden[0]))
    assert "reports" in shown[1].getvalue()
    assert hidden[1].getvalue() == ""


def test_no_bar_is_drawn_over_data_that_goes_to_the_terminal_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    over_data, silent = _console(terminal=True), _console(terminal=True)
    list(show_progress(range(3), over_data[0]))
    list(show_progress(range(3), silent[0], silent=True))
    assert over_data[1].getvalue() == ""
    assert "reports" in silent[1].getvalue()

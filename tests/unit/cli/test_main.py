"""The door of the command line: exit codes, messages, and a quick --help."""

import subprocess
import sys
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

import bilan
from bilan.cli import main as door
from bilan.cli.main import COMMANDS, build_app, main
from bilan.errors import BilanError, CasebookError, IntegrityError, ModelError, UsageError

HEAVY = ("spacy", "numpy", "sqlalchemy", "trafilatura", "jinja2")


def _run(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "bilan", *words], capture_output=True, text=True, check=False)


def _exit_code(*words: str) -> int:
    with pytest.raises(SystemExit) as left:
        main(words)
    return int(left.value.code or 0)


def _stand_in(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    """Let `bilan extract` raise an error."""

    def fail() -> None:
        raise error

    def build(_: str | None) -> typer.Typer:
        app = typer.Typer(pretty_exceptions_enable=False)
        app.callback()(lambda: None)
        app.command("extract")(fail)
        return app

    monkeypatch.setattr(door, "build_app", build)


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (BilanError("no way", "do this"), 1),
        (CasebookError("no way", "do this"), 1),
        (ModelError("no way", "do this"), 1),
        (UsageError("no way", "do this"), 2),
        (IntegrityError("no way", "do this"), 4),
    ],
)
def test_errors_on_purpose_are_one_line_with_the_remedy_and_their_exit_code(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], error: BilanError, code: int
) -> None:
    _stand_in(monkeypatch, error)
    assert _exit_code("extract") == code
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err == "bilan: no way (do this)\n"


def test_an_unexpected_error_is_named_and_its_trace_shown_on_demand(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _stand_in(monkeypatch, ZeroDivisionError("by zero"))
    assert _exit_code("extract") == 1
    shown = capsys.readouterr().err
    assert "ZeroDivisionError: by zero" in shown
    assert "Traceback" not in shown
    monkeypatch.setenv("BILAN_DEBUG", "1")
    assert _exit_code("extract") == 1
    assert "Traceback" in capsys.readouterr().err


def test_an_interrupt_leaves_with_130(monkeypatch: pytest.MonkeyPatch) -> None:
    _stand_in(monkeypatch, KeyboardInterrupt())
    assert _exit_code("extract") == 130


def test_the_version_is_printed() -> None:
    done = _run("--version")
    assert (done.returncode, done.stdout) == (0, f"bilan {bilan.__version__}\n")


@pytest.mark.parametrize("words", [("nonsense",), ("extract",), ("extract", "--nonsense", "x"), ("places",)])
def test_what_cannot_be_asked_is_a_mistake_of_usage(words: tuple[str, ...]) -> None:
    done = _run(*words)
    assert done.returncode == 2
    assert done.stdout == ""
    assert "Error" in done.stderr


def test_help_lists_every_command_without_importing_any_of_them() -> None:
    script = (
        "import sys; from bilan.cli.main import main\n"
        "try: main(['--help'])\n"
        f"finally: print([name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert all(f"  {name} " in done.stdout for name in COMMANDS)
    assert done.stderr.strip() == "[]"


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_has_its_module_and_explains_itself(command: str) -> None:
    assert (Path(door.__file__).parent / f"{command}.py").is_file()
    shown = CliRunner().invoke(build_app(command), [command, "--help"])
    assert shown.exit_code == 0, shown.output
    assert f"Usage: bilan {command}" in shown.output or f"Usage: root {command}" in shown.output

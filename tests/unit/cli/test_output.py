"""Data goes to standard output, failures by name to standard error, and the exit code follows."""

import json
import subprocess
import sys

import pytest
import typer

from bilan.cli.output import Failures, print_row
from bilan.model.report import Failure


def test_a_row_is_one_line_of_utf8_json(capsys: pytest.CaptureFixture[str]) -> None:
    print_row({"text": "Alep, حلب\nfin", "none": None})
    shown = capsys.readouterr().out
    assert shown == '{"text":"Alep, حلب\\nfin","none":null}\n'
    assert json.loads(shown) == {"text": "Alep, حلب\nfin", "none": None}


def test_failures_are_named_with_file_line_and_remedy_and_give_exit_code_3(capsys: pytest.CaptureFixture[str]) -> None:
    failures = Failures()
    failures.note(Failure("a.jsonl", "not JSON", "mend it", line=3))
    failures.note(Failure("b.txt", "no pack for 'sw'", "add one", kind="set-aside"))
    assert capsys.readouterr().err == (
        "bilan: a.jsonl:3: not JSON (mend it)\nbilan: set aside: b.txt: no pack for 'sw' (add one)\n"
    )
    assert (failures.failed, failures.set_aside) == (1, 1)
    with pytest.raises(typer.Exit) as left:
        failures.leave()
    assert left.value.exit_code == 3


def test_what_is_only_set_aside_is_no_failure() -> None:
    failures = Failures()
    failures.note(Failure("b.txt", "no pack", "add one", kind="set-aside"))
    failures.leave()


def test_square_brackets_and_long_lines_come_out_as_they_are(capsys: pytest.CaptureFixture[str]) -> None:
    Failures().note(Failure("[bold]a.txt", "x" * 300, "see [docs]"))
    assert capsys.readouterr().err == f"bilan: [bold]a.txt: {'x' * 300} (see [docs])\n"


def test_a_reader_that_goes_away_is_no_error() -> None:
    script = (
        "import sys, typer\nfrom bilan.cli.output import print_row\n"
        "try:\n"
        "    for n in range(100_000): print_row({'n': n})\n"
        "except typer.Exit as left: sys.exit(left.exit_code)\n"
    )
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        errors = process.stderr.read()
        assert (process.wait(), errors) == (0, b"")

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.casebook_kit import read_simply
from tests.factory import make_report

from bilan.engines.base import Extract
from bilan.engines.local import LocalEngine
from bilan.errors import ModelError
from bilan.model.extraction import Extraction
from bilan.model.report import Failure, Report

FORK = "fork"  # so that a worker finds this module's functions, which no installed package holds


AFRESH = """
from bilan.engines.local import LocalEngine
from tests.casebook_kit import load_simply
from tests.factory import make_report
if __name__ == "__main__":
    engine = LocalEngine(load_simply, jobs=2)
    texts = ("3 killed in Tellera on 2021-03-02", "none", "9 killed in Tellera on 2021-03-02")
    for extraction in engine.run([make_report(text) for text in texts]):
        print(sum(claim.count.low for claim in extraction.claims))
    engine.close()
"""


def _die_of_poison(report: Report) -> Extraction:
    if "poison" in report.text:
        os.kill(os.getpid(), signal.SIGKILL)
    return read_simply(report)


def _raise_on_bug(report: Report) -> Extraction:
    if "bug" in report.text:
        raise ZeroDivisionError("division by zero")
    return read_simply(report)


def _no_model() -> Extract:
    raise ModelError("no model xx-core", "install it")


def _miss_model(_: Report) -> Extraction:
    raise ModelError("no model xx-core", "install it")


def _reports(*texts: str) -> list[Report]:
    return [make_report(text, id=text) for text in texts]


def _run(engine: LocalEngine, reports: list[Report]) -> list[Extraction | Failure]:
    try:
        return list(engine.run(reports))
    finally:
        engine.close()


def _name(outcome: Extraction | Failure) -> str:
    return outcome.name if isinstance(outcome, Failure) else outcome.report.id


def test_a_dead_worker_names_the_report_that_killed_it_and_the_rest_goes_on() -> None:
    reports = _reports(*(f"{n} killed in Tellera on 2021-03-02" for n in range(7)), "poison", *"abcdefghij")
    outcomes = _run(LocalEngine(lambda: _die_of_poison, jobs=2, start=FORK), reports)
    assert [_name(outcome) for outcome in outcomes] == [report.id for report in reports]
    (failure,) = (outcome for outcome in outcomes if isinstance(outcome, Failure))
    assert failure.name == "poison"
    assert "died" in failure.reason


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_fault_in_the_extractor_names_the_report_and_the_fault(jobs: int) -> None:
    outcomes = _run(LocalEngine(lambda: _raise_on_bug, jobs=jobs, start=FORK), _reports("a", "bug", "b"))
    assert [_name(outcome) for outcome in outcomes] == ["a", "bug", "b"]
    failure = outcomes[1]
    assert isinstance(failure, Failure)
    assert "ZeroDivisionError: division by zero" in failure.reason


@pytest.mark.parametrize("jobs", [1, 2])
def test_tools_that_cannot_be_loaded_stop_the_run(jobs: int) -> None:
    with pytest.raises(ModelError, match="no model xx-core"):
        _run(LocalEngine(_no_model, jobs=jobs, start=FORK), _reports("a", "b"))


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_model_found_missing_while_reading_stops_the_run(jobs: int) -> None:
    with pytest.raises(ModelError, match="no model xx-core"):
        _run(LocalEngine(lambda: _miss_model, jobs=jobs, start=FORK), _reports("a", "b"))


def test_tools_are_loaded_only_when_there_is_something_to_read() -> None:
    assert _run(LocalEngine(_no_model), []) == []


def test_only_as_many_reports_are_drawn_as_keep_the_workers_busy() -> None:
    drawn: list[str] = []

    def draw() -> Iterator[Report]:
        for report in _reports(*(str(n) for n in range(50))):
            drawn.append(report.id)
            yield report

    engine = LocalEngine(lambda: read_simply, jobs=2, start=FORK)
    outcomes = engine.run(draw())
    next(outcomes)
    assert len(drawn) < 20
    assert len(list(outcomes)) == 49
    engine.close()


def test_fewer_than_one_process_is_refused() -> None:
    with pytest.raises(ValueError, match="1 at least"):
        LocalEngine(lambda: read_simply, jobs=0)


def test_processes_started_afresh_find_what_they_need_by_name(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(AFRESH, encoding="utf-8")
    root = str(Path(__file__).parents[3])
    done = subprocess.run(
        [sys.executable, script], env={**os.environ, "PYTHONPATH": root}, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["3", "0", "9"]


def test_no_worker_outlives_a_killed_parent() -> None:
    script = """
import os, time
from bilan.engines.local import LocalEngine
from tests.factory import make_report
def slow(report):
    os.write(1, f"{os.getpid()}\\n".encode())  # one write: two workers share the pipe
    time.sleep(60)
engine = LocalEngine(lambda: slow, jobs=2, start="fork")
list(engine.run([make_report("a"), make_report("b")]))
"""
    root = Path(__file__).parents[3]
    with subprocess.Popen([sys.executable, "-c", script], cwd=root, stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        workers = [int(parent.stdout.readline()) for _ in range(2)]
        parent.kill()
    deadline = time.monotonic() + 10
    while any(_is_running(worker) for worker in workers) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not [worker for worker in workers if _is_running(worker)]


def _is_running(process: int) -> bool:
    stat = Path(f"/proc/{process}/stat")
    return stat.exists() and stat.read_text(encoding="utf-8").rsplit(")", maxsplit=1)[1].split()[0] != "Z"

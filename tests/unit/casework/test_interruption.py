"""A run killed at any moment loses nothing it stored and leaves no half report."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.casebook_kit import make_input, open_book, reconcile, take

from bilan.stores.casebook import open_casebook
from bilan.stores.verify import verify_casebook

ROOT = Path(__file__).parents[3]
REPORTS = 40
RUN = """
import sys
from pathlib import Path
from bilan.casework.take_in import take_in
from bilan.engines.local import LocalEngine
from tests.casebook_kit import MAKER, make_input, open_book, read_simply, reconcile
from tests.unit.casework.test_interruption import texts

def watch(stored):
    for outcome in stored:
        print(outcome.names[0], flush=True)
        yield outcome

with open_book(Path(sys.argv[1])) as book:
    inputs = [make_input(text, name) for name, text in texts()]
    take_in(book, inputs, LocalEngine(lambda: read_simply), maker=MAKER, watch=watch)
    reconcile(book)
    print("done", flush=True)
"""


def texts() -> list[tuple[str, str]]:
    """Return names and texts of the reports taken in: each with two claims, so that half of one could show."""
    return [
        (f"{n:02}", f"{n + 1} killed in Tellera on 2021-03-{n % 28 + 1:02}. 2 injured in Markabo on 2021-05-04. {n}")
        for n in range(REPORTS)
    ]


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("undisturbed") / "book"
    with open_book(folder) as book:
        take(book, [make_input(text, name) for name, text in texts()])
        reconcile(book)
    return folder


@pytest.mark.parametrize(("told", "wait_seconds"), [(0, 0.25), (1, 0.0), (7, 0.001), (23, 0.0), (REPORTS, 0.01)])
def test_a_killed_run_holds_whole_reports_only_and_the_next_one_goes_on(
    tmp_path: Path, undisturbed: Path, told: int, wait_seconds: float
) -> None:
    folder = tmp_path / "book"
    acknowledged = _run_and_kill(folder, told, wait_seconds)
    with open_book(folder) as book:
        assert verify_casebook(book).damages == ()
        held = {report.id for report in book.store.reports()}
        assert set(acknowledged) <= held
        assert len(book.store.claims()) == 2 * len(held)
        again = take(book, [make_input(text, name) for name, text in texts()])
        assert again.read == REPORTS - len(held)
        reconcile(book)
        assert verify_casebook(book).damages == ()
        with open_casebook(undisturbed) as other:
            assert book.store.view() == other.store.view()


def _run_and_kill(folder: Path, told: int, wait_seconds: float) -> list[str]:
    """Start a run, kill it once it acknowledged `told` reports and some time went by; return all it acknowledged."""
    with subprocess.Popen([sys.executable, "-c", RUN, str(folder)], cwd=ROOT, stdout=subprocess.PIPE, text=True) as run:
        assert run.stdout is not None
        lines = [run.stdout.readline().strip() for _ in range(told)]
        time.sleep(wait_seconds)
        run.send_signal(signal.SIGKILL)
        lines += run.stdout.read().split()
    return [line for line in lines if line and line != "done"]


def test_two_runs_at_once_lose_nothing_and_keep_one_chain(tmp_path: Path, undisturbed: Path) -> None:
    folder = tmp_path / "book"
    open_book(folder).close()
    runs = [subprocess.Popen([sys.executable, "-c", RUN, str(folder)], cwd=ROOT, stdout=subprocess.PIPE) for _ in "ab"]
    for run in runs:
        out, _ = run.communicate(timeout=120)
        assert (run.returncode, out.split()[-1]) == (0, b"done")
    with open_casebook(folder) as book, open_casebook(undisturbed) as other:
        assert verify_casebook(book).damages == ()
        assert book.store.view() == other.store.view()

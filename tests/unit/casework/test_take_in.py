from dataclasses import replace
from pathlib import Path

import pytest
from tests.casebook_kit import MAKER, dump, make_input, open_book, read_simply, reconcile, take

from bilan.casework.take_in import Stored, take_in
from bilan.engines.local import LocalEngine
from bilan.model.ids import text_digest
from bilan.model.report import Failure, Report
from bilan.stores.blobs import iter_blobs

ONE = ("3 killed in Tellera on 2021-03-02.", "a")
OTHER = ("9 killed in Markabo on 2021-05-04.", "b")


def test_the_same_inputs_again_change_nothing(tmp_path: Path) -> None:
    with open_book(tmp_path) as book:
        first = take(book, [make_input(*ONE), make_input(*OTHER)])
        reconcile(book)
        before = dump(tmp_path)
        again = take(book, [make_input(*OTHER), make_input(*ONE)])
        reconcile(book)
    assert (first.read, first.known) == (2, 0)
    assert (again.read, again.copies, again.known) == (0, 0, 2)
    assert dump(tmp_path) == before


def test_adding_reports_keeps_what_was_there(tmp_path: Path) -> None:
    with open_book(tmp_path) as book:
        take(book, [make_input(*ONE)])
        reconcile(book)
        (before,) = book.store.view().incidents
        take(book, [make_input(*OTHER)])
        reconcile(book)
        after = book.store.view().incidents
    assert before in after
    assert len(after) == 2


def test_the_bytes_of_every_input_are_kept(tmp_path: Path) -> None:
    with open_book(tmp_path) as book:
        take(book, [make_input(*ONE), make_input(*OTHER), make_input(ONE[0], "copy")])
    kept = {path.read_bytes().decode() for path in iter_blobs(tmp_path / "blobs")}
    assert kept == {ONE[0], OTHER[0]}


def test_copies_in_one_run_are_read_once_and_all_named(tmp_path: Path) -> None:
    read: list[str] = []

    def note(report: Report) -> object:
        read.append(report.id)
        return read_simply(report)

    with open_book(tmp_path) as book:
        engine = LocalEngine(lambda: note)  # type: ignore[arg-type, return-value]
        taken = take_in(book, [make_input(ONE[0], name) for name in "cab"], engine, maker=MAKER)
        (stored,) = book.store.view().reports.values()
    assert read == ["a"]
    assert taken.reports == ("c", "a", "b")
    assert stored.names == ("a", "b", "c")


def test_a_date_given_later_reads_the_report_again_with_it(tmp_path: Path) -> None:
    with open_book(tmp_path) as book:
        take(book, [make_input(*ONE)])
        taken = take(book, [make_input(*ONE, published="2021-03-03", published_from="option")])
        (stored,) = book.store.view().reports.values()
    assert taken.read == 1
    assert stored.published == "2021-03-03"


def test_one_input_that_fails_stops_no_other_and_is_named(tmp_path: Path) -> None:
    broken = Failure("c", "no text in it", "look at it")
    seen: list[str] = []

    def watch(outcomes: object) -> object:
        for outcome in outcomes:  # type: ignore[attr-defined]
            seen.append(outcome.outcome if isinstance(outcome, Stored) else outcome.name)
            yield outcome

    inputs = [make_input("unreadable", "x"), broken, make_input(*ONE)]
    with open_book(tmp_path) as book:
        engine = LocalEngine(lambda: read_simply)
        taken = take_in(book, inputs, engine, maker=MAKER, watch=watch)  # type: ignore[arg-type]
        held = [report.id for report in book.store.reports()]
    assert {failure.name for failure in taken.failures} == {"x", "c"}
    assert taken.failures[1].reason == "x: cannot be read"
    assert held == ["a"]
    assert seen == ["c", "x", "read"]


@pytest.mark.parametrize(("text", "name"), [("3 killed \ud800 here", "a"), ("3 killed", "caf\udce9.txt")])
def test_half_a_character_fails_the_report_and_stops_no_other(tmp_path: Path, text: str, name: str) -> None:
    whole, item = make_input("", "x")
    broken = replace(whole, id=name, text=text, digest=text_digest(text))
    with open_book(tmp_path) as book:
        taken = take(book, [(broken, item), make_input(*OTHER)])
        assert [failure.name for failure in taken.failures] == [name]
        assert [report.id for report in book.store.reports()] == ["b"]


def test_a_failure_names_every_copy(tmp_path: Path) -> None:
    with open_book(tmp_path) as book:
        taken = take(book, [make_input("unreadable", "y"), make_input("unreadable", "x")])
    ((failure,),) = (taken.failures,)
    assert (failure.name, failure.copies) == ("x", ("y",))


@pytest.mark.parametrize("number", [63, 64, 65, 130])
def test_no_report_is_lost_between_batches(tmp_path: Path, number: int) -> None:
    inputs = [make_input(f"{n} killed in Tellera on 2021-03-02.", f"{n:03}") for n in range(number)]
    with open_book(tmp_path) as book:
        taken = take(book, iter(inputs))
        assert taken.read == number
        assert len(book.store.reports()) == number

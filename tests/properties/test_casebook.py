"""What holds of any casebook: the order of inputs leaves no trace, and no changed byte of the log goes unseen."""

import tempfile
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.casebook_kit import make_input, open_book, reconcile, take

from bilan.model.ids import IncidentId
from bilan.model.view import CasebookView
from bilan.review.log import LogEntry, chain_entry, verify_chain
from bilan.stores.verify import verify_casebook

DAYS = ("2021-03-02", "2021-03-03", "2021-05-04")
PLACES = ("Tellera", "Markabo")
SENTENCES = st.builds(
    "{} {} in {} on {}.".format,
    st.integers(0, 12),
    st.sampled_from(("killed", "injured")),
    st.sampled_from(PLACES),
    st.sampled_from(DAYS),
)
TEXTS = st.lists(SENTENCES, max_size=3).map(" ".join)
REPORTS = st.dictionaries(st.text("abcdef", min_size=1, max_size=3), TEXTS, min_size=1, max_size=6)


def _view(reports: list[tuple[str, str]], *, at_once: bool) -> CasebookView:
    with tempfile.TemporaryDirectory() as folder, open_book(Path(folder)) as book:
        for part in [reports] if at_once else [[report] for report in reports]:
            take(book, [make_input(text, name) for name, text in part])
            if at_once:
                reconcile(book)
        if not at_once:
            reconcile(book)
        assert verify_casebook(book).damages == ()
        return book.store.view()


@settings(max_examples=15, deadline=None)
@given(reports=REPORTS, data=st.data())
def test_the_same_inputs_in_any_order_give_the_same_casebook(reports: dict[str, str], data: st.DataObject) -> None:
    inputs = list(reports.items())
    shuffled = data.draw(st.permutations(inputs))
    expected = _view(inputs, at_once=True)
    assert _view(shuffled, at_once=True) == expected
    assert _view(shuffled, at_once=False) == expected


@settings(max_examples=10, deadline=None)
@given(reports=REPORTS)
def test_report_by_report_gives_the_same_clusters_and_figures_as_all_at_once(reports: dict[str, str]) -> None:
    inputs = list(reports.items())
    with tempfile.TemporaryDirectory() as folder, open_book(Path(folder)) as book:
        for name, text in inputs:
            take(book, [make_input(text, name)])
            reconcile(book)
        assert verify_casebook(book).damages == ()
        grown = book.store.view()
    whole = _view(inputs, at_once=True)
    assert _nameless(grown) == _nameless(whole)


def _nameless(view: CasebookView) -> set[object]:
    """Incidents without their ids, which remember how the casebook grew."""
    return {replace(incident, id=IncidentId(""), claims=tuple(sorted(incident.claims))) for incident in view.incidents}


BODIES = st.dictionaries(st.text(max_size=4), st.one_of(st.none(), st.integers(), st.text(max_size=6)), max_size=3)


@given(
    bodies=st.lists(BODIES, min_size=1, max_size=6),
    where=st.integers(0, 5),
    field=st.sampled_from([field.name for field in fields(LogEntry)]),
    flip=st.integers(0, 400),
)
def test_the_chain_shows_any_changed_byte(bodies: list[dict[str, object]], where: int, field: str, flip: int) -> None:
    entries: list[LogEntry] = []
    for body in bodies:
        entries.append(chain_entry(entries[-1] if entries else None, "import", "2026-01-02T12:00:00+00:00", body))
    assert verify_chain(entries) == ()
    entry = entries[where % len(entries)]
    value = getattr(entry, field)
    changed: Any = value + 1 + flip if isinstance(value, int) else _flip(value, flip % len(value))
    entries[where % len(entries)] = replace(entry, **{field: changed})
    assert verify_chain(entries) != ()


def _flip(text: str, at: int) -> str:
    return text[:at] + chr(ord(text[at]) ^ 1) + text[at + 1 :]

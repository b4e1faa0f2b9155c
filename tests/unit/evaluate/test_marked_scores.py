"""Scores of marked sentences."""

from typing import Any

import pytest
from tests.unit.evaluate.gold_factory import make_row

from bilan.evaluate.marked import Marked, parse_marked
from bilan.evaluate.marked_scores import measured_marked, score_marked


def _read(line: str, *rows: dict[str, Any]) -> tuple[Marked, list[dict[str, Any]]]:
    return parse_marked(line, "fr"), list(rows)


def test_sentences_that_hold_are_counted_and_the_others_told() -> None:
    scores = score_marked("fr", [_read("<c low=7>Sept morts</c>.", make_row()), _read("<c low=7>Sept morts</c>.")])
    assert (scores.sentences, scores.right) == (2, 1)
    assert scores.faults == (("fr:1", ("no toll at 'Sept morts'",)),)


def test_basis_and_modality_are_scored_by_class_and_a_missed_mark_counts() -> None:
    read = [
        _read("<c basis=total modality=asserted>Sept morts</c>.", make_row()),
        _read("<c basis=part>Sept morts</c>.", make_row(basis="part")),
        _read("<c basis=part>Sept morts</c>."),
        _read("<c>Sept morts</c>.", make_row(modality="hedged")),
    ]
    scores = score_marked("fr", read)
    assert scores.basis_macro_f1 == pytest.approx((1 + 2 / 3) / 2)
    assert scores.modality_macro_f1 == 1.0


def test_a_pack_without_sentences_has_no_numbers_and_no_floors() -> None:
    scores = score_marked("fr", [])
    assert scores.basis_macro_f1 is None
    assert measured_marked([scores]) == {}


def test_the_numbers_for_floors_are_shares() -> None:
    scores = score_marked("fr", [_read("<c basis=total>Sept morts</c>.", make_row()), _read("Rien.", make_row())])
    assert measured_marked([scores]) == {"marked": {"fr": {"right": 0.5, "basis_macro_f1": 1.0}}}

"""Event types held against a corpus of snippets."""

import gzip
import json
from pathlib import Path

import pytest

from bilan.evaluate.event_types import CORPUS, Typed, TypeScore, score_types, type_snippets, weighted_f1
from bilan.pipeline import Tools


def _typed(gold: str, predicted: str) -> Typed:
    return Typed("x", "", "", gold, predicted)


def test_each_type_is_scored_and_weighs_as_many_snippets_as_have_it() -> None:
    scores = score_types([_typed("a", "a"), _typed("a", "b"), _typed("a", "a"), _typed("b", "b")])
    assert scores == {"a": TypeScore(3, 2, 2), "b": TypeScore(1, 2, 1)}
    assert scores["a"].f1 == 0.8
    assert weighted_f1(scores) == pytest.approx((3 * 0.8 + 1 * 2 / 3) / 4)


def test_a_type_never_right_scores_nothing_and_no_snippet_gives_no_number() -> None:
    assert score_types([_typed("a", "b")])["a"].f1 == 0.0
    assert weighted_f1({}) is None


def test_snippets_are_read_and_one_without_a_claim_is_other(tmp_path: Path, tools: Tools) -> None:
    rows = [
        {"id": "1", "text": "Fighter jets bombed a depot near Tellera on Monday.", "event": "air-drone-strike"},
        {"id": "2", "text": "The library opens at nine.", "event": "other"},
    ]
    with gzip.open(tmp_path / f"{CORPUS}.jsonl.gz", "wt", encoding="utf-8") as file:
        file.writelines(json.dumps(row | {"lang": "en", "published": None, "label": "X"}) + "\n" for row in rows)
    assert [(one.gold, one.predicted) for one in type_snippets(tmp_path, tools)] == [
        ("air-drone-strike", "air-drone-strike"),
        ("other", "other"),
    ]

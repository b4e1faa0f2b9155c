"""The scorer for times, on corpora of two sentences made here; and, where the gold is, its floors."""

import gzip
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from bilan.annotate.times import find_times
from bilan.evaluate.times import score_times, timex_value
from bilan.languages.load import load_language
from bilan.model.text import Span
from bilan.times import resolve_times

FLOORS = {  # a little under what is measured on the gold corpora; they only rise
    ("times-en", "span_relaxed_f1"): 0.92,
    ("times-en", "value_f1"): 0.75,
    ("times-fr", "date_value_accuracy"): 0.99,
    ("times-fr", "hour_value_accuracy"): 0.96,
    ("times-fr", "relative_found"): 0.90,
    ("claims-fr", "time_words_found"): 0.95,
    ("claims-fr", "date_overlaps"): 0.90,
}


def write(path: Path, rows: Sequence[Mapping[str, Any]]) -> None:
    data = "\n".join(json.dumps(row, ensure_ascii=False) for row in rows).encode()
    path.write_bytes(gzip.compress(data) if path.suffix == ".gz" else data)


@pytest.fixture
def corpora(tmp_path: Path) -> Path:
    english = "The dam broke last month. Now it rains."
    french = "Le barrage a cédé le 5 mai 2014, puis la veille."
    write(
        tmp_path / "times-en.jsonl.gz",
        [{"lang": "en", "text": english, "published": "2014-06-03", "times": [
            {"start": 14, "end": 24, "type": "DATE", "value": "2014-05"},
            {"start": 26, "end": 29, "type": "DATE", "value": "2014-06-03"}]}],
    )  # fmt: skip
    write(
        tmp_path / "times-fr.jsonl.gz",
        [{"lang": "fr", "text": french, "published": None, "times": [
            {"start": 21, "end": 31, "type": "DATE", "value": "2014-05-05"},
            {"start": 38, "end": 47, "type": "DATE", "value": None, "relative": True}]}],
    )  # fmt: skip
    write(
        tmp_path / "claims-fr.jsonl",
        [{"lang": "fr", "text": "Dix morts hier.", "published": "2014-06-03",
          "claims": [{"time": "hier", "date": "2014-06-02"}, {"time": None, "date": None}]}],
    )  # fmt: skip
    return tmp_path


def test_spans_and_values_are_counted_apart(corpora: Path) -> None:
    rows = {(row["corpus"], row["measure"]): row for row in score_times(corpora)}
    assert rows["times-en", "span_relaxed_f1"]["value"] == 1.0
    assert rows["times-en", "value_f1"]["matched"] == 1  # "now" has no day of its own
    assert rows["times-fr", "date_value_accuracy"]["value"] == 1.0
    assert rows["times-fr", "relative_found"]["value"] == 1.0
    assert rows["times-fr", "hour_value_accuracy"]["value"] is None
    assert rows["claims-fr", "date_equal"]["value"] == 1.0


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("last month", "2014-05"),
        ("last week", "2014-W22"),
        ("last year", "2013"),
        ("ten years ago", "2004"),
        ("the 1990s", "199"),
        ("in the past three months", "P3M"),
        ("every day", "P1D"),
        ("every Friday", "XXXX-WXX-5"),
        ("yesterday morning", "2014-06-02TMO"),
        ("the third quarter of 2013", "2013-Q3"),
        ("several years ago", "PAST_REF"),
        ("now", "PRESENT_REF"),
        ("last summer", "2013-SU"),
    ],
)
def test_a_mention_has_a_timex_value(text: str, value: str) -> None:
    mentions = find_times(text, load_language("en"), [Span(0, len(text))])
    (span,) = resolve_times(mentions, "2014-06-03")
    assert timex_value(mentions[0], span) == value


@pytest.mark.gold
def test_the_gold_corpora_score_no_lower_than_before(gold: Path) -> None:
    rows = {(row["corpus"], row["measure"]): row["value"] for row in score_times(gold)}
    assert {name: rows[name] for name, floor in FLOORS.items() if rows[name] < floor} == {}

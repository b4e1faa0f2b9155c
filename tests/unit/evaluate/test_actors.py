"""Scoring the actor registry on judged mentions: made-up corpora and sheets, and the shipped sheet's own form."""

import gzip
import json
from pathlib import Path

import pytest

from bilan.actors.registry import open_registry
from bilan.errors import InputError
from bilan.evaluate.actors import CORPORA, NOBODY, Mention, mistaken, read_mentions, score_mentions
from bilan.model.text import Span

TEXT = "Boko Haram, Reuters, Nobody in particular."
HEAD = "# a comment\ncorpus\tdraw\treport\tstart\tend\tactor\n"
SHIPPED = Path(__file__).parents[3] / "evaluation" / "actors.tsv"


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    for corpus in CORPORA:
        with gzip.open(tmp_path / f"{corpus}.jsonl.gz", "wt", encoding="utf-8") as stream:
            stream.write(json.dumps({"id": "r1", "text": TEXT}) + "\n")
    return tmp_path


def _sheet(folder: Path, *rows: str) -> Path:
    path = folder / "actors.tsv"
    path.write_text(HEAD + "".join(f"{row}\n" for row in rows), encoding="utf-8")
    return path


def test_a_mention_has_the_words_its_offsets_stand_for(gold: Path) -> None:
    sheet = _sheet(gold, "ner-fr\tdev\tr1\t0\t10\tactor:boko-haram", "ner-fr\tdev\tr1\t21\t27\t-")
    assert read_mentions(gold, sheet) == (
        Mention("ner-fr", "dev", "r1", Span(0, 10), "actor:boko-haram", "Boko Haram"),
        Mention("ner-fr", "dev", "r1", Span(21, 27), None, "Nobody"),
    )


def test_recall_counts_those_asked_and_precision_all_ids_given(gold: Path) -> None:
    sheet = _sheet(
        gold,
        "ner-fr\tdev\tr1\t0\t10\tactor:boko-haram",
        "ner-fr\tdev\tr1\t12\t19\t-",
        "ner-fr\tdev\tr1\t21\t27\tactor:missing",
        "ner-en-conflict\ttest\tr1\t12\t19\tactor:reuters",
    )
    mentions = read_mentions(gold, sheet)
    scores = score_mentions(mentions, open_registry())
    assert list(scores) == [("ner-en-conflict", "test"), ("ner-fr", "dev")]
    assert scores["ner-fr", "dev"] == (2, 2, 1)
    assert scores["ner-en-conflict", "test"] == (1, 1, 1)
    assert [(mention.text, given) for mention, given in mistaken(mentions, open_registry())] == [
        ("Reuters", "actor:reuters"),
        ("Nobody", None),
    ]


def test_a_stretch_the_report_does_not_have_is_named(gold: Path) -> None:
    with pytest.raises(InputError, match="no such stretch"):
        read_mentions(gold, _sheet(gold, "ner-fr\tdev\tr2\t0\t10\t-"))
    with pytest.raises(InputError, match="nowhere"):
        read_mentions(gold, gold / "nowhere.tsv")


def test_the_shipped_sheet_asks_of_each_corpus_and_draw_at_least_75_actors_and_holds_no_text() -> None:
    rows = [line.split("\t") for line in SHIPPED.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    assert rows[0] == HEAD.splitlines()[1].split("\t")
    asked = [(row[0], row[1]) for row in rows[1:] if row[5] != NOBODY]
    assert all(len(row) == 6 and row[3].isdecimal() and row[4].isdecimal() for row in rows[1:])
    assert {pair: asked.count(pair) >= 75 for pair in asked} == {
        (corpus, draw): True for corpus in CORPORA for draw in ("dev", "test")
    }
    assert len({tuple(row[:5]) for row in rows[1:]}) == len(rows) - 1

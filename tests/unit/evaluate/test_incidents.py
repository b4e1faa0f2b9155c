"""The scorer of linking and figures, on a corpus of two reports written for it."""

import json
from pathlib import Path
from typing import Any

import pytest

from bilan.evaluate.incidents import Tallied, gold_claims, score_claims

TEXT = "Neuf morts à Tellera lundi. Deux des morts sont des enfants. En 2019, trente personnes étaient mortes à Sandor."


def gold_claim(quote: str, low: int, **fields: Any) -> dict[str, Any]:  # noqa: ANN401 - as in the corpus
    start = TEXT.index(quote)
    plain = {
        "outcome": "killed", "low": low, "high": low, "wording": "exact", "quote": quote, "start": start,
        "end": start + len(quote), "people": ["unknown"], "basis": "total", "per": None, "share": None, "part_of": None,
        "supersedes": None, "modality": "asserted", "said_by": [], "place": "Tellera", "time": "lundi",
        "date": "2021-03-01", "incident": 0,
    }  # fmt: skip
    return plain | fields


def gold_incident(low: int, *, recalled: bool = False) -> dict[str, Any]:
    silent = {"low": None, "best": None, "high": None}
    return {
        "event": "attack", "date": None, "date_text": None, "place": None, "place_en": None, "country": None,
        "perpetrator": None, "target": None, "killed": {"low": low, "best": low, "high": low}, "injured": silent,
        "mentions_only": recalled,
    }  # fmt: skip


ROW: dict[str, Any] = {
    "id": "own-1", "lang": "fr", "published": "2021-03-02", "title": None, "text": TEXT,
    "claims": [
        gold_claim("Neuf morts", 9),
        gold_claim("Deux des morts", 2, people=["child"], basis="part", part_of=0),
        gold_claim("trente personnes étaient mortes", 30, place="Sandor", time="En 2019", date="2019", incident=1),
    ],
    "incidents": [gold_incident(9), gold_incident(30, recalled=True)],
}  # fmt: skip


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    path = tmp_path / "claims-own.jsonl"
    wrong = ROW | {"id": "own-2", "incidents": [gold_incident(8), ROW["incidents"][1]]}
    path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in (ROW, wrong)) + "\n", encoding="utf-8")
    return path


def test_right_incidents_and_figures_are_counted(corpus: Path) -> None:
    scores = score_claims(corpus)

    assert scores.exact == Tallied(4, 4)
    assert scores.pair_recall == Tallied(2, 2)
    assert scores.pair_precision == Tallied(2, 2)
    assert scores.background == Tallied(4, 4)


def test_a_wrong_figure_is_counted_and_named(corpus: Path) -> None:
    scores = score_claims(corpus)

    assert scores.best == Tallied(3, 4)
    assert scores.range == Tallied(3, 4)
    assert scores.mistakes == ("own-2#0: killed 9/9/9, gold 8/8/8",)


def test_gold_claims_keep_their_links_and_fill_partial_dates() -> None:
    whole, part, old = gold_claims(ROW)

    assert part.links.part_of == (whole.id,)
    assert old.time is not None
    assert (old.time.earliest, old.time.latest) == ("2019-01-01", "2019-12-31")
    assert whole.quote.exact == "Neuf morts"


@pytest.mark.gold
def test_the_french_claim_corpus_is_assembled_no_worse_than_before(gold: Path) -> None:
    """Floors measured in November 2026 with places told apart by name only; they only rise."""
    scores = score_claims(gold / "claims-fr.jsonl")

    for found, floor in ((scores.best, 0.91), (scores.range, 0.94), (scores.exact, 0.77), (scores.pair_recall, 0.97)):
        assert found.right / found.total >= floor

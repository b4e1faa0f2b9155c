"""The scorer of places: what counts, what counts neither way, and the floor on the gold corpora."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from bilan.evaluate.places import CORPUS, gold_names, passages_of, score_places
from bilan.gazetteer.index import open_gazetteer

# Measured November 2026 on the first 25 reports of each set; raise when the product gets better, never lower.
FLOORS = {"GeoWebNews": (0.65, 0.62), "TR-News": (0.86, 0.93)}


def record(text: str, *toponyms: dict[str, Any], corpus: str = "GeoWebNews") -> dict[str, Any]:
    """Make a gold record."""
    return {"id": text[:8], "text": text, "set": corpus, "toponyms": list(toponyms)}


def toponym(text: str, words: str, **fields: Any) -> dict[str, Any]:  # noqa: ANN401  # fields of many types
    """Make a gold name."""
    start = text.index(words)
    plain = {"type": "Literal", "lat": 0.0, "lon": 0.0}
    return {"start": start, "end": start + len(words), "text": words, **plain, **fields}


def write_gold(folder: Path, *records: dict[str, Any]) -> Path:
    """Write a places corpus."""
    with gzip.open(folder / CORPUS, "wt", encoding="utf-8") as stream:
        stream.writelines(json.dumps(row) + "\n" for row in records)
    return folder


def test_only_literal_names_with_a_point_count() -> None:
    text = "Bamako and Mali and Gao and Kidal"
    row = record(
        text, toponym(text, "Bamako"), toponym(text, "Mali", type="Metonymic"), toponym(text, "Gao", lat=None, lon=None)
    )
    counted, ignored = gold_names(row)
    assert [name["text"] for name in counted] == ["Bamako"]
    assert [name["text"] for name in ignored] == ["Mali", "Gao"]


def test_passages_are_lines_and_keep_their_offsets() -> None:
    text = "One.\n\n  Two.\nThree"
    assert [span.of(text) for span in passages_of(text)] == ["One.", "  Two.", "Three"]


def test_a_right_place_scores_and_a_wrong_point_does_not(tmp_path: Path) -> None:
    text = "Shells fell on the city of Kharkiv on Monday."
    right = record(text, toponym(text, "Kharkiv", lat=49.98, lon=36.25))
    wrong = record(text, toponym(text, "Kharkiv", lat=0.0, lon=0.0), corpus="TR-News")
    rows = score_places(write_gold(tmp_path, right, wrong), None, open_gazetteer())
    assert [(row["set"], row["f1"], row["accuracy_161km"]) for row in rows] == [
        ("GeoWebNews", 1.0, 1.0),
        ("TR-News", 0.0, 0.0),
    ]


@pytest.mark.gold
def test_places_hold_their_floors(gold: Path) -> None:
    rows = {str(row["set"]): row for row in score_places(gold, 25, open_gazetteer())}
    for name, (f1, accuracy) in FLOORS.items():
        assert float(str(rows[name]["f1"])) >= f1
        assert float(str(rows[name]["accuracy_161km"])) >= accuracy

"""Rows of the places command: the contract `bilan.toponym/1`, nulls printed."""

from bilan.model.place import Candidate, Place
from bilan.model.text import Span
from bilan.places.rows import toponym_row

KEYS = [
    "schema",
    "report",
    "start",
    "end",
    "text",
    "name",
    "id",
    "lat",
    "lon",
    "country",
    "precision",
    "score",
    "rivals",
]


def test_a_resolved_place_prints_every_key_in_order() -> None:
    rival = Candidate("geonames:2", "Other", 1.0, 2.0, "ML", "city", 1, score=0.123456)
    place = Place("Tel", "Tell", "geonames:1", 33.5, 36.25, "SY", 1, Span(4, 7), 0.9, (rival,))
    row = toponym_row("a/b.txt", place)
    assert list(row) == KEYS
    assert (row["schema"], row["report"], row["start"], row["end"]) == ("bilan.toponym/1", "a/b.txt", 4, 7)
    assert row["rivals"][0]["score"] == 0.1235


def test_an_unresolved_place_prints_nulls() -> None:
    row = toponym_row("r", Place("Qwertyan", span=Span(0, 8)))
    assert list(row) == KEYS
    assert [row[key] for key in ("name", "id", "lat", "lon", "country", "precision", "score")] == [None] * 7
    assert row["rivals"] == []

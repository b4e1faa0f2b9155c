"""`bilan places` prints every place mention."""

import json
import subprocess
import sys

from bilan.cli.places import _line
from bilan.model.place import Candidate, Place
from bilan.model.text import Span

FIELDS = {
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
}


def test_a_resolved_place_is_one_line_with_its_coordinates() -> None:
    rival = Candidate("geonames:2", "Homs", 1.0, 2.0, "XX", "city", 1)
    place = Place("Homs", "Ḩimş", "geonames:1", 34.7268, 36.7234, "SY", 1, Span(9, 13), 0.9, (rival,))
    assert _line("r1", place).plain == "r1:9  Homs = Ḩimş, SY  34.7268 36.7234  precision 1, 1 rivals"


def test_a_place_that_could_not_be_resolved_says_so() -> None:
    assert _line("r1", Place("Xyz", span=Span(2, 5))).plain == "r1:2  Xyz  (not resolved)"


def test_the_whole_path_prints_one_toponym_a_line() -> None:
    text = "Nine people were killed in Homs on Monday, and two in Damascus."
    done = subprocess.run(
        [sys.executable, "-m", "bilan", "places", "-", "--json"], input=text.encode(), capture_output=True, check=False
    )
    rows = [json.loads(line) for line in done.stdout.decode().splitlines()]
    assert done.returncode == 0, done.stderr.decode()
    assert [row["text"] for row in rows] == ["Homs", "Damascus"]
    assert all(text[row["start"] : row["end"]] == row["text"] and set(row) >= FIELDS for row in rows)

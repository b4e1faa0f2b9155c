"""Lists of known failures."""

import tomllib
from pathlib import Path

import pytest

from bilan.errors import InputError
from bilan.evaluate.known import REASON_LENGTH, TO_BE_MENDED, known_text, mark_rows, read_known, reason_of, renew

TABLE = """\
# A comment stays.
language = "fr"
only_tolls = true

[[row]]
name = "1"
words = "sept"
expect = [
  { kind = "toll" },
]

[[row]]
words = "huit"
known = "an old reason"
expect = [{ kind = "need" }]
"""


def test_written_lists_are_read_back(tmp_path: Path) -> None:
    known = {"fr": {"Sept morts.": "rare word"}, "en": {"[published=2020-01-01] “A”\u00a0#1.": "b"}}
    (tmp_path / "known.tsv").write_text(known_text(known), encoding="utf-8")
    assert read_known(tmp_path / "known.tsv") == known
    assert read_known(tmp_path / "none.tsv") == {}


@pytest.mark.parametrize("lines", ["fr\tSept morts.\n", "fr\tSept morts.\t\n", "fr\ta\tb\nfr\ta\tc\n"])
def test_a_line_without_reason_or_told_twice_is_refused(tmp_path: Path, lines: str) -> None:
    (tmp_path / "known.tsv").write_text(lines, encoding="utf-8")
    with pytest.raises(InputError, match=r"line [12]"):
        read_known(tmp_path / "known.tsv")


def test_what_fails_keeps_its_reason_and_what_holds_is_taken_off() -> None:
    renewed = renew({"a": "why", "b": "mended since"}, {"c": "no toll\n at 'x'", "a": "no toll"})
    assert renewed == {"c": TO_BE_MENDED + "no toll at 'x'", "a": "why"}
    assert list(renewed) == ["c", "a"]


def test_a_long_fault_makes_a_short_reason() -> None:
    assert len(reason_of("x " * 500)) == REASON_LENGTH


def test_rows_are_marked_and_other_lines_stay() -> None:
    marked = mark_rows(TABLE, {"1": {"2020-01-01": 'a "b"'}, "tolls": "one too many"})
    read = tomllib.loads(marked)
    assert read["known_tolls"] == "one too many"
    assert [row.get("known") for row in read["row"]] == [{"2020-01-01": 'a "b"'}, None]
    plain = [line for line in marked.splitlines() if not line.startswith("known")]
    assert plain == [line for line in TABLE.splitlines() if not line.startswith("known")]
    assert mark_rows(marked, {"2": "an old reason"}) == TABLE


def test_a_mark_for_a_row_that_is_not_there_is_an_error() -> None:
    with pytest.raises(ValueError, match="no row 7"):
        mark_rows(TABLE, {"7": "why"})

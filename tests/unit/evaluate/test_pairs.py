"""Sentence pairs of one content."""

from pathlib import Path

import pytest

from bilan.errors import InputError
from bilan.evaluate.pairs import Pair, check_pairs, read_pairs
from bilan.pipeline import Tools

SAME = ("Quatorze civils ont été tués.", "Fourteen civilians were killed.")


def _faults(tools: Tools, *pairs: Pair) -> list[tuple[int, str, bool]]:
    return [(result.pair.line, result.aspect, bool(result.fault)) for result in check_pairs(pairs, tools)]


def test_equal_contents_hold_and_others_are_told(tools: Tools) -> None:
    equal, other, empty, wrong = (
        Pair(1, SAME, 1),
        Pair(2, (SAME[0], "Fifteen civilians were killed."), 1),
        Pair(3, ("Rien.", "Nothing."), 1),
        Pair(4, (SAME[0], "It was a quiet day."), 1),
    )
    assert _faults(tools, equal, other, empty, wrong) == [
        (1, "tolls", False),
        (1, "clauses", False),
        (2, "tolls", True),
        (2, "clauses", False),
        (3, "tolls", True),
        (3, "clauses", False),
        (4, "tolls", True),
        (4, "clauses", True),
    ]


def test_a_file_of_pairs_is_read_with_its_lines(tmp_path: Path) -> None:
    (tmp_path / "pairs.tsv").write_text("# French\tEnglish\ttolls\n\n" + "\t".join((*SAME, "1")), encoding="utf-8")
    assert read_pairs(tmp_path / "pairs.tsv") == (Pair(3, SAME, 1),)


@pytest.mark.parametrize("line", ["a\tb", "a\tb\tc", "a b 1"])
def test_a_line_that_is_no_pair_is_refused(tmp_path: Path, line: str) -> None:
    (tmp_path / "pairs.tsv").write_text(line, encoding="utf-8")
    with pytest.raises(InputError, match="line 1"):
        read_pairs(tmp_path / "pairs.tsv")

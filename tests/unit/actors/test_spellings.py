"""Names misspelt or put down by ear, and their look-alikes: the rows of spellings.tsv."""

from pathlib import Path

import pytest

from bilan.actors.registry import open_registry

ROWS = [
    line.split("\t")
    for line in (Path(__file__).parent / "spellings.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize(("language", "name", "actor"), ROWS)
def test_a_name_as_written_stands_for_whom_a_reader_knows_in_it(language: str, name: str, actor: str) -> None:
    (found,) = open_registry().match([name], language)
    assert (found.id if found else "") == actor

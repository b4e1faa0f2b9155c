"""Whole reports, row by row: each table in `reports/` says what must come out of a text. Add tables, never code."""

from pathlib import Path

import pytest

from bilan.evaluate.rows import find_tables, read_table, table_text
from bilan.evaluate.run import run_table
from bilan.pipeline import Tools

TABLES = find_tables(Path(__file__).parent / "reports")


@pytest.mark.gold
@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.name)
def test_every_row_of_a_table_comes_out(path: Path, request: pytest.FixtureRequest, tools: Tools) -> None:
    beside = table_text(path, path.parent)
    examples = path.parent if beside.is_file() else request.getfixturevalue("examples")
    table = read_table(path, examples)
    faults = [
        f"{published or 'no date'}, row {result.name}: {fault}"
        for published in table.readings
        for result in run_table(table, published, tools)
        for fault in result.faults
    ]
    assert not faults, "\n".join(faults)


def test_there_is_a_table() -> None:
    assert TABLES

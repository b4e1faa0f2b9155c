"""Whole reports, row by row: each table in `reports/` says what must come out of a text. Add tables, never code.

Rows with a `known` reason must fail, all others must hold; `tools/known.py --rows` writes the reasons anew.
"""

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

from bilan.evaluate.known import TOLLS
from bilan.evaluate.rows import RowResult, find_tables, read_rows, read_table, table_text
from bilan.evaluate.run import run_readings
from bilan.pipeline import Tools

TABLES = find_tables(Path(__file__).parent / "reports")

Results = Callable[[Path, Path], dict[tuple[str, str], RowResult]]


def _cases(path: Path) -> Iterator[object]:
    table = read_rows(path)
    beside = table_text(path, path.parent).is_file()
    shared = [pytest.mark.xdist_group("rows"), *([] if beside else [pytest.mark.gold])]
    for published in table.readings:
        known = table.known_in(published)
        names = [row.name for row in table.rows_of(published)] + ([TOLLS] if table.only_tolls else [])
        for name in names:
            reason = known.get(name)
            failing = [pytest.mark.xfail(reason=reason, strict=True, raises=AssertionError)] if reason else []
            case = f"{table.name}-{published or 'undated'}-{name}"
            yield pytest.param(path, published, name, marks=[*shared, *failing], id=case)


@pytest.fixture(scope="session")
def results_of(tools: Tools) -> Results:
    """The results of a table by reading and row; its report is read when the first is asked for."""

    @cache
    def read(path: Path, examples: Path) -> dict[tuple[str, str], RowResult]:
        found = run_readings([read_table(path, examples)], tools)
        return {(row.published, row.result.name): row.result for row in found}

    return read


@pytest.mark.parametrize(("path", "published", "name"), [case for path in TABLES for case in _cases(path)])
def test_a_row_of_a_table_comes_out(
    path: Path, published: str, name: str, request: pytest.FixtureRequest, results_of: Results
) -> None:
    beside = table_text(path, path.parent).is_file()
    examples = path.parent if beside else request.getfixturevalue("examples")
    result = results_of(path, examples)[published, name]
    assert result.holds, "\n".join((result.words, *result.faults))


def test_there_is_a_table() -> None:
    assert TABLES

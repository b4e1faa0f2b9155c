"""Tables as lists of columns: the same list writes the cells and the data dictionary, so that the two cannot drift."""

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

Record = TypeVar("Record")
Cell = str | int | float | bool | None

TYPES = ("text", "identifier", "integer", "decimal", "boolean", "date", "list")
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")  # a spreadsheet may run a cell that begins so
GUARD = "'"  # spreadsheets take what follows as text
LIST_SEPARATOR = "; "


@dataclass(frozen=True, slots=True)
class Column(Generic[Record]):
    """One column: what it is called, what it holds, and how a record fills it.

    `values` are the allowed values where there is a vocabulary. A cell of None is empty: not known, never 0.
    """

    name: str
    type: str
    meaning: str
    value: Callable[[Record], Cell | Sequence[str]]
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table(Generic[Record]):
    """One table: its name (the file's, without suffix), what a row is, its columns."""

    name: str
    row: str
    columns: tuple[Column[Record], ...]


def write_table(table: Table[Record], records: Iterable[Record], *, bom: bool = False) -> bytes:
    """Return a table as CSV: RFC 4180 quoting, UTF-8, `bom` puts a byte-order mark first."""
    header = [column.name for column in table.columns]
    body = ([write_cell(column, record) for column in table.columns] for record in records)
    return write_csv([header, *body], bom=bom)


def write_cell(column: Column[Record], record: Record) -> str:
    """Return one cell as text; text that a spreadsheet would run as a formula gets an apostrophe before it."""
    value = column.value(record)
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return str(value)
    text = value if isinstance(value, str) else LIST_SEPARATOR.join(value)
    return f"{GUARD}{text}" if text.startswith(FORMULA_STARTS) else text


def list_dictionary(tables: Iterable[Table[Any]]) -> Sequence[Sequence[str]]:
    """Return the data dictionary as rows, header first: one row a column of each table."""
    rows: list[Sequence[str]] = [("table", "column", "type", "meaning", "values")]
    for table in tables:
        rows += [
            (table.name, column.name, column.type, column.meaning, LIST_SEPARATOR.join(column.values))
            for column in table.columns
        ]
    return rows


def write_csv(rows: Iterable[Sequence[str]], *, bom: bool = False) -> bytes:
    """Return rows as CSV bytes."""
    stream = io.StringIO(newline="")
    csv.writer(stream, lineterminator="\r\n").writerows(rows)
    return (("\ufeff" if bom else "") + stream.getvalue()).encode("utf-8", "surrogatepass")

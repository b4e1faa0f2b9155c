"""Whole reports as tables: for each stretch of words what must come out of it, and what must not.

A table is a TOML file `<name>.rows.toml` beside its `<name>.txt` (or naming a `text` in the examples folder)::

    language = "fr"
    published = ["", "2016-09-30"]      # the readings to check; "" = no date
    only_tolls = true                   # every toll must be one that a row expects

    [[row]]
    name = "4"                          # how results and references ("@4") call it; else its ordinal
    words = "les avions … avaient bombardé"
    expect = [{ kind = "event", event = "air-drone-strike", said_by = [{ text = "~opposition" }] }]
    absent = [{ kind = "toll", quote.exact = "~avions" }]
    set_aside = [{ kind = "solicitation" }]
    published = "2016-09-30"            # this row only in that reading
    known = "why it fails"              # see `bilan.evaluate.known`; must fail as long as it says so

A partial claim has the shape of `bilan.claim/1`; see `bilan.evaluate.partial` for how it is compared.
"""

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from bilan.errors import InputError
from bilan.evaluate.floors import Measured
from bilan.evaluate.known import TOLLS
from bilan.evaluate.matching import Row, best_pairs
from bilan.evaluate.partial import Ids, differences
from bilan.model.extraction import Extraction
from bilan.model.text import SetAside

CORPUS = "rows"  # the name under which tables have floors
ENDING = ".rows.toml"
_TOLD = ("outcome", "count", "share")  # what makes a toll one that a row expects, even if place or speaker are wrong
_ROW_KEYS = {"name", "words", "expect", "absent", "set_aside", "published", "known"}

Reasons = str | Mapping[str, str]  # why a row fails: in every reading, or reading → reason


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row: partial claims that must be there, that must not, and what must have been set aside."""

    name: str
    words: str
    expect: tuple[Row, ...]
    absent: tuple[Row, ...]
    set_aside: tuple[Row, ...]
    published: str | None = None  # None = in every reading; "" = only without a date
    known: Reasons = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A report and its rows. `readings`: the publication dates to read it under, "" for none."""

    name: str
    language: str
    text: str
    readings: tuple[str, ...]
    only_tolls: bool
    rows: tuple[TableRow, ...]
    known_tolls: Reasons = ""

    def rows_of(self, published: str) -> tuple[TableRow, ...]:
        """Return the rows that are asked in a reading."""
        return tuple(row for row in self.rows if row.published in {None, published})

    def known_in(self, published: str) -> dict[str, str]:
        """Return which results are known to fail in a reading: name → reason."""
        reasons = {row.name: row.known for row in self.rows_of(published)}
        if self.only_tolls:
            reasons[TOLLS] = self.known_tolls
        found = ((name, why if isinstance(why, str) else why.get(published)) for name, why in reasons.items())
        return {name: reason for name, reason in found if reason}


@dataclass(frozen=True, slots=True)
class RowResult:
    """Whether one row holds: no faults. Each fault says what was wanted and what came nearest.

    `known`: why it is known to fail, None if it must hold.
    """

    name: str
    words: str
    faults: tuple[str, ...]
    known: str | None = None

    @property
    def holds(self) -> bool:
        """Tell whether the row holds."""
        return not self.faults

    @property
    def as_expected(self) -> bool:
        """Tell whether the row holds, or is known to fail and fails."""
        return self.holds == (self.known is None)


@dataclass(frozen=True, slots=True)
class TableResult:
    """One row's result, with its table and the publication date it was read under ("" for none)."""

    table: str
    published: str
    result: RowResult


def find_tables(folder: Path) -> list[Path]:
    """Return the tables of a folder, sorted by name."""
    return sorted(folder.glob(f"*{ENDING}"))


def table_text(path: Path, examples: Path) -> Path:
    """Return where the text of a table lies: beside it, or in the examples folder if the table names a `text`."""
    named = _load(path).get("text")
    return examples / named if named else path.with_name(path.name.removesuffix(ENDING) + ".txt")


def read_table(path: Path, examples: Path) -> Table:
    """Read a table and its text.

    Args:
        path: the `.rows.toml` file.
        examples: folder of the texts that tables name.

    Raises:
        InputError: table or text cannot be read, or a key is unknown.
    """
    try:
        text = table_text(path, examples).read_text(encoding="utf-8")
    except (OSError, ValueError) as error:
        raise InputError(f"{path}: {type(error).__name__} {error}", "see the head of bilan/evaluate/rows.py") from error
    return replace(read_rows(path), text=text.removeprefix("\ufeff"))


def read_rows(path: Path) -> Table:
    """Read a table without its text, which may not be there.

    Args:
        path: the `.rows.toml` file.

    Returns:
        The table, its text empty.

    Raises:
        InputError: the table cannot be read, a key is unknown, or two rows have one name.
    """
    data = _load(path)
    try:
        table = Table(
            name=path.name.removesuffix(ENDING),
            language=data["language"],
            text="",
            readings=tuple(data.get("published", ("",))),
            only_tolls=data.get("only_tolls", False),
            rows=tuple(_table_row(number, row) for number, row in enumerate(data["row"], start=1)),
            known_tolls=data.get("known_tolls", ""),
        )
        _check_names([row.name for row in table.rows])
    except (KeyError, ValueError) as error:
        raise InputError(f"{path}: {type(error).__name__} {error}", "see the head of bilan/evaluate/rows.py") from error
    return table


def table_row(row: TableResult) -> dict[str, Any]:
    """Return one row's result as a JSON object."""
    return {
        "schema": "bilan.row/1",
        "table": row.table,
        "published": row.published or None,
        "row": row.result.name,
        "words": row.result.words,
        "holds": row.result.holds,
        "known": row.result.known,
        "faults": list(row.result.faults),
    }


def set_aside_rows(extraction: Extraction) -> list[Row]:
    """Return what was set aside as records that partial objects can be compared with."""
    return [_set_aside_row(item) for item in extraction.set_aside]


def check_rows(
    claims: Sequence[Row], table: Table, *, published: str = "", set_aside: Sequence[Row] = ()
) -> list[RowResult]:
    """Hold the claims read from a report against its table.

    Args:
        claims: the `bilan.claim/1` records.
        table: the table.
        published: which reading this is; rows of other readings are left out.
        set_aside: what was set aside, as `set_aside_rows` has it.

    Returns:
        A result a row, in order; with `only_tolls` a last one, named "tolls", for tolls that no row expects.
    """
    rows = table.rows_of(published)
    known = table.known_in(published)
    ids = {row.name: _ids_of(row, claims) for row in rows}
    results = [
        RowResult(row.name, row.words, _faults(row, claims, set_aside, ids), known.get(row.name)) for row in rows
    ]
    if table.only_tolls:
        expected = [partial for row in rows for partial in row.expect]
        told = [{key: partial[key] for key in _TOLD if key in partial} for partial in expected]
        extra = [
            f"a toll no row expects: {_name(claim)}"
            for claim in claims
            if claim["kind"] == "toll" and not any(partial and not differences(partial, claim, ids) for partial in told)
        ]
        results.append(RowResult(TOLLS, "no other tolls", tuple(extra), known.get(TOLLS)))
    return results


def measured_tables(results: Iterable[TableResult]) -> Measured:
    """Return the numbers floors are kept for: of each table's rows, in all its readings, the share that holds."""
    by_table: defaultdict[str, list[bool]] = defaultdict(list)
    for result in results:
        by_table[result.table].append(result.result.holds)
    return {CORPUS: {name: {"holds": sum(held) / len(held)} for name, held in by_table.items()}} if by_table else {}


def _faults(row: TableRow, claims: Sequence[Row], set_aside: Sequence[Row], ids: Ids) -> tuple[str, ...]:
    present = [
        f"must not be there: {_name(claim)}"
        for partial in row.absent
        for claim in claims
        if not differences(partial, claim, ids)
    ]
    return (*_missing(row.expect, claims, ids), *_missing(row.set_aside, set_aside, ids), *present)


def _missing(wanted: Sequence[Row], found: Sequence[Row], ids: Ids) -> list[str]:
    gaps = [[differences(partial, record, ids) for record in found] for partial in wanted]
    paired = dict(best_pairs([[int(not gap) for gap in line] for line in gaps]))
    faults = []
    for index, partial in enumerate(wanted):
        if index in paired:
            continue
        free = [(record, gaps[index][n]) for n, record in enumerate(found) if n not in paired.values()]
        alike = [pair for pair in free if pair[0]["kind"] == partial.get("kind", pair[0]["kind"])]
        faults.append(f"missing {_brief(partial)}; {_nearest(partial, alike)}")
    return faults


def _nearest(partial: Row, alike: Sequence[tuple[Row, list[str]]]) -> str:
    """Say which record of the kind wanted comes nearest: the same outcome or event first, then fewest differences."""
    if not alike:
        return "there is nothing of that kind"
    record, gap = min(alike, key=lambda pair: (_what(pair[0]) != _what(partial), len(pair[1])))
    return f"nearest {_name(record)}: {'; '.join(gap)}"


def _what(record: Row) -> tuple[Any, ...]:
    return record.get("outcome"), record.get("event") if record.get("kind") == "event" else None


def _ids_of(row: TableRow, claims: Sequence[Row]) -> frozenset[str]:
    return frozenset(claim["id"] for partial in row.expect for claim in claims if not differences(partial, claim, None))


def _name(record: Row) -> str:
    if "quote" not in record:
        return f"{record['kind']} {record['text'][:60]!r}"
    inner = record["statement"] or record["need"] or {}
    what = record["outcome"] or inner.get("topic") or inner.get("sector") or record["event"]
    return f"{record['kind']} {what} {record['quote']['exact'][:60]!r}"


def _brief(partial: Row) -> str:
    return " ".join(str(partial[key]) for key in ("kind", "outcome", "event", "statement", "need") if key in partial)


def _table_row(number: int, data: Mapping[str, Any]) -> TableRow:
    if unknown := set(data) - _ROW_KEYS:
        raise ValueError(f"row {number}: unknown key {', '.join(sorted(unknown))}")
    partials = {key: tuple(data.get(key, ())) for key in ("expect", "absent", "set_aside")}
    if not any(partials.values()):
        raise ValueError(f"row {number} asks for nothing")
    return TableRow(
        name=data.get("name", str(number)),
        words=data["words"],
        published=data.get("published"),
        known=data.get("known", ""),
        **partials,
    )


def _check_names(names: Sequence[str]) -> None:
    if twice := {name for name in names if names.count(name) > 1 or name == TOLLS}:
        raise ValueError(f"a name must stand for one row: {', '.join(sorted(twice))}")


def _set_aside_row(item: SetAside) -> Row:
    return {
        "kind": item.kind,
        "text": item.text,
        "reason": item.reason,
        "start": item.span.start,
        "end": item.span.end,
    }


def _load(path: Path) -> Mapping[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise InputError(f"{path}: {error}", "see the head of bilan/evaluate/rows.py") from error

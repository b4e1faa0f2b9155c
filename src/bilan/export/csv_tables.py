"""CSV for spreadsheets and statistics: a folder of tables with the dictionary of their columns.

Not known is an empty cell, never 0. Text that a spreadsheet would run as a formula has an apostrophe before it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bilan.export.base import DEFAULT, ExportOptions, write_whole
from bilan.export.claim_table import CLAIMS, claim_records
from bilan.export.columns import Column, Table, list_dictionary, write_csv, write_table
from bilan.export.incident_tables import (
    ENVELOPES,
    FIGURES,
    INCIDENTS,
    envelope_records,
    figure_records,
    incident_records,
)
from bilan.export.privacy import Tombstone, release
from bilan.model.view import CasebookView

WITHHELD: Table[Tombstone] = Table(
    "withheld",
    "something that is not exported",
    (
        Column("id", "identifier", "Its id.", lambda stone: stone.id),
        Column("kind", "identifier", "What it is.", lambda stone: stone.kind, ("claim", "envelope", "incident")),
        Column("reason", "text", "Why it is held back.", lambda stone: stone.reason),
    ),
)
TABLES: tuple[Table[Any], ...] = (INCIDENTS, CLAIMS, FIGURES, ENVELOPES, WITHHELD)
DICTIONARY = "data-dictionary"


@dataclass(frozen=True, slots=True)
class CsvTables:
    """Tables of incidents, claims, figures and envelopes."""

    name: str = "csv"
    media_type: str = "text/csv"
    suffix: str = ""
    summary: str = "CSV: a folder with incidents, claims, figures, envelopes and the dictionary of their columns"

    def write(self, view: CasebookView, path: Path, options: ExportOptions = DEFAULT) -> tuple[Path, ...]:
        """Write one file a table and the data dictionary; other files of the folder are left alone."""
        out = release(view, options)
        contents: tuple[tuple[Table[Any], Iterable[object]], ...] = (
            (INCIDENTS, incident_records(out.view)),
            (CLAIMS, claim_records(out.view)),
            (FIGURES, figure_records(out.view)),
            (ENVELOPES, envelope_records(out.view)),
            (WITHHELD, out.tombstones),
        )
        files = [
            write_whole(path / f"{table.name}.csv", write_table(table, records, bom=options.bom))
            for table, records in contents
        ]
        dictionary = write_csv(list_dictionary(TABLES), bom=options.bom)
        return (*files, write_whole(path / f"{DICTIONARY}.csv", dictionary))


EXPORTER = CsvTables()

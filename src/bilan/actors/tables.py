"""Reading the registry's tables."""

import csv
from collections.abc import Mapping
from pathlib import Path

from bilan.errors import RegistryError


def read_rows(path: Path) -> tuple[Mapping[str, str], ...]:
    """Read a CSV table with `#` comment lines above its header.

    Raises:
        RegistryError: the file cannot be read, or a row does not fit the header.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise RegistryError(f"{path}: {error}", "give a readable CSV file in UTF-8") from error
    rows = []
    reader = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    for row in reader:
        if None in row or None in row.values():
            raise RegistryError(f"{path}: row {reader.line_num} does not fit the header", "count its commas")
        rows.append({name: value.strip() for name, value in row.items()})
    return tuple(rows)


def cells(value: str) -> tuple[str, ...]:
    """Part a cell that lists several values."""
    return tuple(part for part in value.split("|") if part)

"""Entries of the registry as they stand in a CSV table."""

import csv
import io
from collections.abc import Iterable, Iterator
from pathlib import Path

from bilan.actors.tables import cells, read_rows
from bilan.errors import RegistryError
from bilan.model.actor import ACTOR_TYPES, ActorEntry, Alias

LANGUAGES = ("fr", "en", "ar")
COLUMNS = ("id", "name", *LANGUAGES, "type", "country", "parent", "start", "end", "inter", "cameo")


def read_entries(path: Path) -> Iterator[ActorEntry]:
    """Read a registry table (data/actors.csv, or a user's own).

    Raises:
        RegistryError: the file is malformed or names an unknown type.
    """
    for row in read_rows(path):
        if missing := set(COLUMNS) - set(row):
            raise RegistryError(f"{path}: no column {', '.join(sorted(missing))}", "copy the header of actors.csv")
        if row["type"] not in ACTOR_TYPES:
            raise RegistryError(
                f"{path}: {row['id']}: unknown type {row['type']!r}", f"one of {', '.join(ACTOR_TYPES)}"
            )
        yield ActorEntry(
            id=row["id"],
            name=row["name"],
            type=row["type"],
            aliases=tuple(Alias(language, text) for language in LANGUAGES for text in cells(row[language])),
            country=row["country"] or None,
            parent=row["parent"] or None,
            start=row["start"] or None,
            end=row["end"] or None,
            inter=row["inter"],
            cameo=row["cameo"],
        )


def render_entries(entries: Iterable[ActorEntry]) -> str:
    """Return a table of entries as CSV; `read_entries` reads them back."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for entry in entries:
        names = ["|".join(alias.text for alias in entry.aliases if alias.language == code) for code in LANGUAGES]
        writer.writerow(
            [entry.id, entry.name, *names, entry.type, entry.country or "", entry.parent or "", entry.start or "",
             entry.end or "", entry.inter, entry.cameo]
        )  # fmt: skip
    return out.getvalue()

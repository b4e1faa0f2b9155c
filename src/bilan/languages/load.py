"""Find and read language packs.

A pack is a folder `<code>/` with `pack.toml` and CSV tables; see docs/how-to/add-a-language.md. The shipped packs lie
beside this file; a user's own folders come first, so that theirs win.
"""

import csv
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from bilan.errors import LanguageError

SHIPPED = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Pack:
    """One language's data: `settings` from pack.toml; tables are read on demand and kept."""

    code: str
    folder: Path
    settings: Mapping[str, Any] = field(compare=False)

    def __hash__(self) -> int:
        """Hash by the code alone: packs are the keys of many caches, and hashing a path is slow."""
        return hash(self.code)

    def rows(self, table: str) -> tuple[Mapping[str, str], ...]:
        """Return the rows of `<table>.csv` in file order, () if the pack has no such table.

        Raises:
            LanguageError: a row has more or fewer cells than the header.
        """
        return _read_rows(self.folder, table)

    def toml(self, name: str) -> Mapping[str, Any]:
        """Return `<name>.toml` as a mapping, empty if the pack has none."""
        return _read_toml(self.folder, name)


def load_language(code: str, folders: Iterable[Path] = ()) -> Pack:
    """Load the pack of a language.

    Args:
        code: ISO 639-1 code.
        folders: Folders to look in before the shipped ones; each holds one folder a language.

    Raises:
        LanguageError: no folder has a pack of that language.
    """
    for root in (*folders, SHIPPED):
        folder = Path(root) / code
        if (folder / "pack.toml").is_file():
            return Pack(code, folder, _read_toml(folder, "pack"))
    known = ", ".join(list_languages(folders))
    raise LanguageError(f"no language pack for {code!r}", f"packs here: {known}; docs/how-to/add-a-language.md")


def list_languages(folders: Iterable[Path] = ()) -> Sequence[str]:
    """Return the codes of all packs found, sorted."""
    return sorted({path.parent.name for root in (*folders, SHIPPED) for path in Path(root).glob("*/pack.toml")})


@cache
def _read_rows(folder: Path, table: str) -> tuple[Mapping[str, str], ...]:
    path = folder / f"{table}.csv"
    if not path.is_file():
        return ()
    with path.open(encoding="utf-8", newline="") as stream:
        reader = csv.DictReader((line for line in stream if not line.startswith("#")), strict=True)
        rows = []
        for row in reader:
            if None in row or None in row.values():
                raise LanguageError(f"{path}: row {reader.line_num} does not fit the header", "count its commas")
            rows.append({key: value.strip() for key, value in row.items()})
    return tuple(rows)


@cache
def _read_toml(folder: Path, name: str) -> Mapping[str, Any]:
    path = folder / f"{name}.toml"
    if not path.is_file():
        return {}
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise LanguageError(f"{path}: {error}", "mend the file") from error

"""A casebook: a folder with `casebook.sqlite`, `blobs/` and `casebook.toml`."""

import os
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

from bilan import __version__
from bilan.errors import CasebookError
from bilan.stores.base import Store
from bilan.stores.blobs import PART, put_blob
from bilan.stores.schema import SCHEMA_VERSION
from bilan.stores.sqlite import SqliteStore

DATABASE, BLOBS, SETTINGS = "casebook.sqlite", "blobs", "casebook.toml"

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """Return this moment, with its zone."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Casebook:
    """An open casebook: use it in a `with`, or close it."""

    folder: Path
    store: Store
    clock: Clock = utc_now

    def put_blob(self, data: bytes) -> str:
        """Keep the bytes a report came from; return their sha256."""
        return put_blob(self.folder / BLOBS, data)

    def now(self) -> str:
        """Return this moment as the casebook writes it: ISO 8601 with zone, to the second."""
        return self.clock().isoformat(timespec="seconds")

    def close(self) -> None:
        """Let go of its files."""
        self.store.close()

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close it, whatever happened."""
        self.close()


def open_casebook(folder: Path, *, create: bool = False, clock: Clock = utc_now) -> Casebook:
    """Open the casebook in a folder.

    A casebook of an older schema is migrated, with a copy of its database made first.

    Args:
        folder: The casebook's folder.
        create: Make it when there is none: the folder may be absent, or empty.
        clock: Tells when something is stored.

    Raises:
        CasebookError: there is no casebook, the folder holds something else, or a newer Bilan made it.
    """
    if not (folder / SETTINGS).is_file():
        if not create:
            raise CasebookError(f"{folder}: no casebook there", "`bilan run FILE… --casebook DIR` makes one")
        _check_free(folder)
        return _create(folder, clock)
    settings = _read_settings(folder / SETTINGS)
    if settings.schema > SCHEMA_VERSION:
        raise CasebookError(
            f"{folder}: casebook of schema {settings.schema}, and this Bilan knows {SCHEMA_VERSION} at most",
            f"it was made by {settings.by}: install a Bilan as new; nothing was changed",
        )
    if not (folder / DATABASE).is_file():
        raise CasebookError(f"{folder / DATABASE} is missing", "bring it back from a copy")
    store = SqliteStore(folder / DATABASE)
    if settings.schema < SCHEMA_VERSION:
        _write_settings(folder / SETTINGS, settings.created, settings.by)
    return Casebook(folder, store, clock)


def _check_free(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise CasebookError(f"{folder}: a file, no folder", "name a folder for the casebook")
    ours = {DATABASE, f"{DATABASE}-wal", f"{DATABASE}-shm", f"{DATABASE}-journal", BLOBS, f"{SETTINGS}{PART}"}
    others = sorted(path.name for path in folder.iterdir() if path.name not in ours) if folder.is_dir() else []
    if others:
        raise CasebookError(f"{folder}: not a casebook, and not empty (holds {others[0]})", "name another folder")


def _create(folder: Path, clock: Clock) -> Casebook:
    """Make a casebook; the settings come last, so that one left half made is made again."""
    try:
        (folder / BLOBS).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CasebookError(f"{folder}: {error.strerror}", "name a folder you may write to") from error
    store = SqliteStore(folder / DATABASE)
    book = Casebook(folder, store, clock)
    _write_settings(folder / SETTINGS, book.now(), f"bilan {__version__}")
    return book


class _Settings(NamedTuple):
    schema: int
    created: str
    by: str


def _read_settings(path: Path) -> _Settings:
    try:
        read = tomllib.loads(path.read_text(encoding="utf-8"))
        return _Settings(int(read["schema"]), str(read["created"]), str(read["by"]))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, KeyError, TypeError, ValueError) as error:
        raise CasebookError(f"{path}: malformed ({error})", "bring it back from a copy") from error


def _write_settings(path: Path, created: str, by: str) -> None:
    part = path.with_name(f"{path.name}{PART}")
    with part.open("w", encoding="utf-8") as stream:
        stream.write("# A Bilan casebook. Leave this file as it is.\n")
        stream.write(f'schema = {SCHEMA_VERSION}\ncreated = "{created}"\nby = "{by}"\n')
        stream.flush()
        os.fsync(stream.fileno())
    part.replace(path)

"""The bytes reports came from, kept by their sha256 and never written twice."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bilan.model.ids import sha256_hex

PREFIX = 2  # hex digits that name the folder: 256 folders keep listings short up to some million blobs
PART = ".part"


def blob_path(folder: Path, sha256: str) -> Path:
    """Return where the bytes with this hash lie."""
    return folder / sha256[:PREFIX] / sha256


def put_blob(folder: Path, data: bytes) -> str:
    """Keep bytes; those kept already are left alone.

    They are written to a file beside, forced to the disk and renamed, so that a blob is there whole or not at all.

    Args:
        folder: The casebook's `blobs` folder.
        data: The bytes.

    Returns:
        Their sha256 in hex, which is the blob's name.
    """
    sha256 = sha256_hex(data)
    path = blob_path(folder, sha256)
    if path.exists():
        return sha256
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, part = tempfile.mkstemp(dir=path.parent, suffix=PART)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        Path(part).chmod(0o444)
        Path(part).replace(path)
    except BaseException:
        Path(part).unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)
    return sha256


def iter_blobs(folder: Path) -> Iterator[Path]:
    """Yield the blobs there are, sorted; what an interrupted run left half written is no blob."""
    yield from sorted(path for path in folder.glob("*/*") if path.suffix != PART)


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":  # Windows cannot open a folder, and keeps renames itself
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)

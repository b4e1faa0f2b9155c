"""Files, folders and standard input → raw items, in a fixed order, one in memory at a time.

A file's report is called by its path relative to the argument: the bare name for a file, the path inside it for a
folder. A file of a type we do not read fails when it was named, and is set aside when a folder merely holds it.
"""

import io
import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, BinaryIO

from bilan.ingest.evidence import PAGE, RECORD, STANDARD_INPUT, TEXT, Clock, make_item, utc_now
from bilan.ingest.json_lines import iter_records
from bilan.ingest.sniff import sniff_media_type
from bilan.model.report import Failure, RawItem

MEDIA_TYPES = {
    ".txt": TEXT,
    ".text": TEXT,
    ".html": PAGE,
    ".htm": PAGE,
    ".xhtml": PAGE,
    ".jsonl": RECORD,
    ".ndjson": RECORD,
}
READABLE = "Bilan reads .txt, .html, .jsonl and .ndjson; save it as one of these"

MAX_FILE_BYTES = 64 * 1024 * 1024
"""Largest single text, page or record, 64 MiB: some 40 novels. More is no news report but would fill the memory."""

SNIFF_BYTES = 4096  # enough to pass a page's comments and white space


def iter_items(
    paths: Sequence[str], *, stdin: BinaryIO | None = None, clock: Clock = utc_now
) -> Iterator[RawItem | Failure]:
    """Read every input named.

    Args:
        paths: Files, folders (read recursively, sorted, hidden files passed over) and "-" for standard input.
        stdin: Bytes of standard input; None when there is none to read.
        clock: Tells when bytes were read.

    Yields:
        Raw items and the failures of inputs, in input order; the records of a JSON-lines file one by one.
    """
    for path in paths:
        if path == STANDARD_INPUT:
            yield from _iter_stdin(stdin, clock)
        elif Path(path).is_dir():
            yield from _iter_folder(Path(path), clock)
        else:
            yield from _iter_file(Path(path), _readable(Path(path).name), clock)


def _iter_stdin(stdin: BinaryIO | None, clock: Clock) -> Iterator[RawItem | Failure]:
    if stdin is None:
        yield Failure(STANDARD_INPUT, "there is no standard input to read", "pipe a report in, or name a file")
        return
    yield from _iter_stream(stdin, None, STANDARD_INPUT, STANDARD_INPUT, clock)


def _iter_folder(folder: Path, clock: Clock) -> Iterator[RawItem | Failure]:
    unreadable: list[Failure] = []

    def note(error: OSError) -> None:
        unreadable.append(_os_failure(_readable(str(error.filename or folder)), error))

    empty = True
    for root, folders, files in os.walk(folder, onerror=note):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(name for name in files if not name.startswith(".")):
            empty = False
            path = Path(root) / name
            inside = _readable(path.relative_to(folder).as_posix())
            if path.suffix.lower() in MEDIA_TYPES:
                yield from _iter_file(path, inside, clock)
            else:
                yield Failure(inside, "not a type of file Bilan reads", READABLE, kind="set-aside")
        yield from unreadable
        unreadable.clear()
    yield from unreadable
    if empty:
        yield Failure(str(folder), "the folder holds no file", "name a folder with reports in it")


def _iter_file(path: Path, name: str, clock: Clock) -> Iterator[RawItem | Failure]:
    suffix = path.suffix.lower()
    if suffix and suffix not in MEDIA_TYPES and path.exists():
        yield Failure(name, f"{suffix} is not a type of file Bilan reads", READABLE)
        return
    try:
        with path.open("rb") as stream:
            if not suffix and stat.S_ISBLK(os.fstat(stream.fileno()).st_mode):
                yield Failure(name, "a device, not a file", "name a file with a report in it")
                return
            yield from _iter_stream(stream, MEDIA_TYPES.get(suffix), name, _readable(str(path)), clock)
    except OSError as error:
        yield _os_failure(name, error)


def _iter_stream(
    stream: BinaryIO, media_type: str | None, name: str, origin: str, clock: Clock
) -> Iterator[RawItem | Failure]:
    """Read an open stream; its type is told from its first bytes when `media_type` is None."""
    ahead: io.BufferedReader[Any] = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(stream)
    kind = media_type or sniff_media_type(ahead.peek(SNIFF_BYTES)[:SNIFF_BYTES])
    if kind == RECORD:
        yield from iter_records(ahead, name=name, origin=origin, clock=clock, max_bytes=MAX_FILE_BYTES)
        return
    data = ahead.read(MAX_FILE_BYTES + 1)
    if len(data) > MAX_FILE_BYTES:
        yield Failure(name, f"larger than {MAX_FILE_BYTES // 2**20} MiB", "split it into one file a report")
        return
    yield make_item(data, name=name, media_type=kind, origin=origin, clock=clock)


def _readable(path: str) -> str:
    r"""Write the bytes of a path that are not UTF-8 as \xNN: an id must be printable and storable."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def _os_failure(name: str, error: OSError) -> Failure:
    reason = error.strerror or str(error)
    remedy = "check the path" if isinstance(error, FileNotFoundError) else "check the file and your rights to it"
    return Failure(name, reason[:1].lower() + reason[1:], remedy)

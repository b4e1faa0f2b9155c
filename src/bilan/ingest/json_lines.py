"""JSON lines → one raw item a record, streamed: memory holds one record, whatever the length of the file."""

import io
from collections.abc import Iterator
from typing import Any

from bilan.ingest.evidence import RECORD, Clock, make_item
from bilan.model.report import Failure, RawItem

_UTF8_MARK = b"\xef\xbb\xbf"
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_CHUNK = 1024 * 1024  # bytes read at a time while passing over a line that is too long


def iter_records(
    stream: "io.BufferedReader[Any]", *, name: str, origin: str, clock: Clock, max_bytes: int
) -> Iterator[RawItem | Failure]:
    """Cut a stream into its lines; blank lines are no records.

    Args:
        stream: The file; a byte-order mark at its start is dropped, UTF-16 becomes UTF-8.
        name: Name of the file; a record without an id is called `name:line`.
        origin: Where the file lies.
        clock: Tells when bytes were read.
        max_bytes: Longest record taken in; a longer one is a failure, and its rest is passed over.

    Yields:
        Raw items of media type application/json, each with its line number, or failures.
    """
    found = False
    for line, data in _iter_lines(stream, max_bytes):
        if data is None:
            found = True
            yield Failure(name, f"record longer than {max_bytes // 2**20} MiB", "split its text", line=line)
        elif isinstance(data, UnicodeError):
            found = True
            yield Failure(name, f"not UTF-16 from here on: {data}", "save the file as UTF-8", line=line)
        elif data.strip():
            found = True
            yield make_item(
                data, name=f"{name}:{line}", media_type=RECORD, origin=f"{origin}:{line}", clock=clock, line=line
            )
    if not found:
        yield Failure(name, "empty: no record in it", 'write one {"id": …, "text": …} a line')


def _iter_lines(stream: "io.BufferedReader[Any]", max_bytes: int) -> Iterator[tuple[int, bytes | UnicodeError | None]]:
    """Yield line number and bytes; None for a line that is too long, the error where UTF-16 breaks off."""
    if stream.peek(2)[:2] in _UTF16_MARKS:
        yield from _iter_utf16_lines(stream, max_bytes)
        return
    line = 0
    while data := stream.readline(max_bytes + 1):
        line += 1
        if line == 1:
            data = data.removeprefix(_UTF8_MARK)  # the mark is no part of the record
        if len(data) > max_bytes:
            while (rest := stream.readline(_CHUNK)) and not rest.endswith(b"\n"):
                pass
            yield line, None
        else:
            yield line, data.rstrip(b"\r\n")


def _iter_utf16_lines(
    stream: "io.BufferedReader[Any]", max_bytes: int
) -> Iterator[tuple[int, bytes | UnicodeError | None]]:
    """Windows tools write UTF-16 where they redirect output; records go on as UTF-8."""
    text = io.TextIOWrapper(stream, encoding="utf-16", newline="\n")
    line = 0
    try:
        while data := text.readline(max_bytes + 1):
            line += 1
            if len(data) > max_bytes:
                while (rest := text.readline(_CHUNK)) and not rest.endswith("\n"):
                    pass
                yield line, None
            else:
                yield line, data.rstrip("\r\n").encode("utf-8", "surrogatepass")
    except UnicodeError as error:
        yield line + 1, error
    finally:
        text.detach()

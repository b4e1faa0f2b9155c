"""Files, folders and standard input become raw items in a fixed order."""

import hashlib
import io
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bilan.ingest import files
from bilan.ingest.files import iter_items
from bilan.model.report import Failure, RawItem

NOON = datetime(2024, 5, 2, 12, 0, tzinfo=UTC)


def _items(*paths: object, stdin: bytes | None = None) -> list[RawItem | Failure]:
    stream = None if stdin is None else io.BytesIO(stdin)
    return list(iter_items([str(path) for path in paths], stdin=stream, clock=lambda: NOON))


def _names(found: list[RawItem | Failure]) -> list[str]:
    return [item.name for item in found]


def test_a_named_file_is_called_by_its_bare_name_and_carries_its_evidence(tmp_path: Path) -> None:
    path = tmp_path / "raid.txt"
    path.write_bytes("Trois morts à Gao.\r\n".encode())
    [item] = _items(path)
    assert isinstance(item, RawItem)
    assert (item.name, item.media_type, item.line) == ("raid.txt", "text/plain", None)
    assert item.data == "Trois morts à Gao.\r\n".encode()
    assert item.evidence.sha256 == hashlib.sha256(item.data).hexdigest()
    assert item.evidence.size == len(item.data)
    assert item.evidence.origin == str(path)
    assert item.evidence.retrieved == "2024-05-02T12:00:00+00:00"


def test_a_folder_is_read_recursively_in_order_with_names_relative_to_it(tmp_path: Path) -> None:
    for name in ("b.txt", "a.html", "deep/c.TXT", ".hidden.txt", ".git/d.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    assert _names(_items(tmp_path)) == ["a.html", "b.txt", "deep/c.TXT"]


def test_an_unknown_type_in_a_folder_is_set_aside_but_fails_when_named(tmp_path: Path) -> None:
    (tmp_path / "scan.pdf").write_bytes(b"%PDF-1.7")
    [inside] = _items(tmp_path)
    [named] = _items(tmp_path / "scan.pdf")
    assert isinstance(inside, Failure)
    assert inside.kind == "set-aside"
    assert isinstance(named, Failure)
    assert named.kind == "failed"
    assert ".pdf" in named.reason
    assert ".jsonl" in named.remedy


def test_a_missing_file_is_a_failure_and_the_next_input_is_still_read(tmp_path: Path) -> None:
    (tmp_path / "there.txt").write_text("Deux morts.")
    missing, there = _items(tmp_path / "gone.txt", tmp_path / "there.txt")
    assert isinstance(missing, Failure)
    assert missing.name == "gone.txt"
    assert "no such file" in missing.reason
    assert there.name == "there.txt"


def test_an_empty_folder_is_a_failure(tmp_path: Path) -> None:
    [failure] = _items(tmp_path)
    assert isinstance(failure, Failure)
    assert failure.kind == "failed"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_folder_inside_a_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    closed = tmp_path / "closed"
    closed.mkdir(mode=0)
    found = _items(tmp_path)
    closed.chmod(0o700)
    assert [type(item) for item in found] == [RawItem, Failure]


@pytest.mark.parametrize(
    ("data", "media_type", "count"),
    [
        (b'{"id":"a","text":"x"}\n{"id":"b","text":"y"}\n', "application/json", 2),
        (b"  \n<!-- saved --><!DOCTYPE html><html><body>x</body></html>", "text/html", 1),
        (b"Bilan : 3 morts.\n", "text/plain", 1),
        ('\ufeff{"id":"a","text":"x"}\n'.encode("utf-16"), "application/json", 1),
    ],
)
def test_standard_input_is_told_apart_by_its_first_bytes(data: bytes, media_type: str, count: int) -> None:
    found = _items("-", stdin=data)
    assert len(found) == count
    assert {item.media_type for item in found if isinstance(item, RawItem)} == {media_type}


def test_standard_input_that_is_not_there_is_a_failure() -> None:
    [failure] = _items("-")
    assert isinstance(failure, Failure)


def test_a_file_without_a_suffix_is_told_by_its_bytes(tmp_path: Path) -> None:
    (tmp_path / "feed").write_bytes(b'{"id":"a","text":"x"}\n')
    [item] = _items(tmp_path / "feed")
    assert isinstance(item, RawItem)
    assert (item.media_type, item.name) == ("application/json", "feed:1")


def test_a_file_too_large_for_memory_is_a_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MAX_FILE_BYTES", 10)
    (tmp_path / "book.txt").write_bytes(b"x" * 11)
    (tmp_path / "note.txt").write_bytes(b"x" * 10)
    book, note = _items(tmp_path)
    assert isinstance(book, Failure)
    assert isinstance(note, RawItem)


def test_a_file_name_that_is_not_utf8_becomes_printable(tmp_path: Path) -> None:
    name = os.fsdecode(b"rapport-\xe9t\xe9.txt")
    try:
        (tmp_path / name).write_text("x")
    except OSError:
        pytest.skip("this file system takes no such name")
    assert _names(_items(tmp_path)) == [r"rapport-\xe9t\xe9.txt"]
    assert _names(_items(tmp_path / name)) == [r"rapport-\xe9t\xe9.txt"]

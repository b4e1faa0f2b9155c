import os
from pathlib import Path

import pytest

from bilan.model.ids import sha256_hex
from bilan.stores.blobs import blob_path, iter_blobs, put_blob


def test_a_blob_is_named_by_its_hash_and_holds_the_bytes(tmp_path: Path) -> None:
    sha256 = put_blob(tmp_path, b"\x00caf\xc3\xa9")
    assert sha256 == sha256_hex(b"\x00caf\xc3\xa9")
    assert blob_path(tmp_path, sha256).read_bytes() == b"\x00caf\xc3\xa9"


def test_the_same_bytes_are_written_once(tmp_path: Path) -> None:
    path = blob_path(tmp_path, put_blob(tmp_path, b"x"))
    before = path.stat()
    put_blob(tmp_path, b"x")
    assert (path.stat().st_mtime_ns, path.stat().st_ino) == (before.st_mtime_ns, before.st_ino)


def test_a_blob_cannot_be_written_to(tmp_path: Path) -> None:
    path = blob_path(tmp_path, put_blob(tmp_path, b"x"))
    assert path.stat().st_mode & 0o222 == 0


def test_a_failed_write_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        put_blob(tmp_path, b"x")
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_what_an_interrupted_run_left_is_no_blob(tmp_path: Path) -> None:
    sha256 = put_blob(tmp_path, b"x")
    (tmp_path / sha256[:2] / "tmpabc.part").write_bytes(b"hal")
    assert [path.name for path in iter_blobs(tmp_path)] == [sha256]

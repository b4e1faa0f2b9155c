import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.casebook_kit import make_input, open_book, reconcile, take

from bilan.errors import IntegrityError
from bilan.stores.casebook import open_casebook
from bilan.stores.verify import Verification, refuse_damage, verify_casebook

SQL = {
    "its text has another hash": "UPDATE reports SET text = text || '!'",
    "what is kept of it was changed": "UPDATE sightings SET outlet = 'Another'",
    "was changed after it was written": "UPDATE extractions SET payload = replace(payload, '3', '4')",
    "not in the log": "DELETE FROM log WHERE kind = 'import'",
    "is missing or out of order": "DELETE FROM log WHERE seq = 1",
    "was changed after": "UPDATE log SET body = replace(body, 'kit', 'kat') , at = '2001-01-01T00:00:00+00:00'",
    "are not those of its extraction": "UPDATE claims SET low = 4",
    "were changed after they were assembled": "UPDATE incidents SET row = replace(row, '\"best\":3', '\"best\":33')",
    "table of figures does not fit": "UPDATE figures SET best = 33",
    "which claim is in which incident": "DELETE FROM memberships",
    "is gone from": "DELETE FROM sightings WHERE name = 'b'",
}


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("whole") / "book"
    with open_book(folder) as book:
        take(book, [make_input("3 killed in Tellera on 2021-03-02.", "a"), make_input("Nothing.", "b")])
        reconcile(book)
    return folder


@pytest.fixture
def folder(whole: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(whole, tmp_path / "book"))


def _verify(folder: Path, head: str | None = None) -> Verification:
    with open_casebook(folder) as book:
        return verify_casebook(book, head=head)


def _harm(folder: Path, statement: str) -> None:
    connection = sqlite3.connect(folder / "casebook.sqlite")
    assert connection.execute(statement).rowcount
    connection.commit()
    connection.close()


def test_a_whole_casebook_has_no_damage(folder: Path) -> None:
    found = _verify(folder)
    assert found.damages == ()
    assert (found.reports, found.blobs, found.entries) == (2, 2, 3)
    refuse_damage(folder, found)


@pytest.mark.parametrize("told", sorted(set(SQL) - {"is gone from"}))
def test_a_changed_table_is_told(folder: Path, told: str) -> None:
    _harm(folder, SQL[told])
    assert any(told in damage for damage in _verify(folder).damages)


def test_an_input_taken_out_is_told(folder: Path) -> None:
    _harm(folder, SQL["is gone from"])
    assert any("1 inputs that are gone" in damage for damage in _verify(folder).damages)


def _flip(blob: Path) -> None:
    blob.chmod(0o644)
    data = bytearray(blob.read_bytes())
    data[3] ^= 1
    blob.write_bytes(bytes(data))


def _cut(blob: Path) -> None:
    blob.chmod(0o644)
    blob.write_bytes(blob.read_bytes()[:-1])


@pytest.mark.parametrize(("harm", "told"), [(_flip, "another hash"), (_cut, "bytes"), (Path.unlink, "is missing")])
def test_a_changed_blob_is_told(folder: Path, harm: Callable[[Path], None], told: str) -> None:
    blob = next(path for path in sorted((folder / "blobs").glob("*/*")))
    harm(blob)
    damages = _verify(folder).damages
    assert any(blob.name in damage and told in damage for damage in damages)


def test_a_blob_that_no_report_names_is_no_damage(folder: Path) -> None:
    with open_casebook(folder) as book:
        book.put_blob(b"left over")
    assert _verify(folder).damages == ()


def test_a_log_cut_short_shows_to_who_noted_its_head(folder: Path) -> None:
    head = _verify(folder).head
    assert _verify(folder, head[:16]).damages == ()
    _harm(folder, "DELETE FROM log WHERE seq = (SELECT max(seq) FROM log)")
    assert any("cut off" in damage for damage in _verify(folder, head[:16]).damages)


def test_damage_is_refused_and_every_one_named(folder: Path) -> None:
    for blob in (folder / "blobs").glob("*/*"):
        blob.unlink()
    found = _verify(folder)
    with pytest.raises(IntegrityError) as refused:
        refuse_damage(folder, found)
    assert all(damage in str(refused.value) for damage in found.damages)

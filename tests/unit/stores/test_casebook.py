import shutil
from pathlib import Path

import pytest
from tests.casebook_kit import dump, make_input, open_book, reconcile, take

from bilan.errors import CasebookError
from bilan.stores.casebook import open_casebook
from bilan.stores.schema import SCHEMA_VERSION


def test_a_casebook_is_made_where_there_is_none(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "book"
    open_book(folder).close()
    assert sorted(path.name for path in folder.iterdir())[:2] == ["blobs", "casebook.sqlite"]
    assert f"schema = {SCHEMA_VERSION}" in (folder / "casebook.toml").read_text(encoding="utf-8")


def test_a_folder_without_a_casebook_is_not_opened(tmp_path: Path) -> None:
    with pytest.raises(CasebookError, match="no casebook there"):
        open_casebook(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_of_other_things_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.odt").write_text("dear", encoding="utf-8")
    with pytest.raises(CasebookError, match=r"thesis\.odt"):
        open_book(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.odt"]


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(CasebookError, match="no folder"):
        open_book(tmp_path / "file")


def test_one_left_half_made_is_made_again(tmp_path: Path) -> None:
    open_book(tmp_path).close()
    (tmp_path / "casebook.toml").unlink()
    with open_book(tmp_path) as book:
        assert book.store.log() == ()


def test_a_newer_casebook_is_refused_and_left_as_it_was(tmp_path: Path) -> None:
    open_book(tmp_path).close()
    settings = tmp_path / "casebook.toml"
    settings.write_text('schema = 99\ncreated = "2031"\nby = "bilan 9.0"\n', encoding="utf-8")
    before = dump(tmp_path)
    with pytest.raises(CasebookError, match=r"made by bilan 9\.0"):
        open_book(tmp_path)
    assert dump(tmp_path) == before


@pytest.mark.parametrize("text", ["", "schema = ", 'schema = "one"\ncreated = ""\nby = ""', "\x00"])
def test_malformed_settings_are_named(tmp_path: Path, text: str) -> None:
    open_book(tmp_path).close()
    (tmp_path / "casebook.toml").write_text(text, encoding="utf-8")
    with pytest.raises(CasebookError, match=r"casebook\.toml: malformed"):
        open_book(tmp_path)


def test_a_missing_database_is_named_and_not_made_anew(tmp_path: Path) -> None:
    open_book(tmp_path).close()
    (tmp_path / "casebook.sqlite").unlink()
    with pytest.raises(CasebookError, match="is missing"):
        open_book(tmp_path)
    assert not (tmp_path / "casebook.sqlite").exists()


def test_a_database_of_something_else_is_named(tmp_path: Path) -> None:
    open_book(tmp_path).close()
    (tmp_path / "casebook.sqlite").write_bytes(b"no database at all, but long enough to be looked at" * 40)
    for other in tmp_path.glob("casebook.sqlite-*"):
        other.unlink()
    with pytest.raises(CasebookError, match="not a database"):
        open_book(tmp_path)


def test_a_casebook_copied_elsewhere_is_the_same_casebook(tmp_path: Path) -> None:
    with open_book(tmp_path / "one") as book:
        take(book, [make_input("3 killed in Tellera on 2021-03-02.", "a")])
        reconcile(book)
        view = book.store.view()
    shutil.copytree(tmp_path / "one", tmp_path / "two")
    with open_casebook(tmp_path / "two") as copy:
        assert copy.store.view() == view

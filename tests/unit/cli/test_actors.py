"""`bilan actors`: searching, and a casebook's own."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from bilan.cli import main as command_line

Run = Callable[..., tuple[int, str, str]]
ADD = ("actors", "add", "Tellera Brigade", "--kind", "armed-group", "--country", "sy", "--fr", "brigade de Tellera")


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str]) -> Run:
    def call(*words: str | Path) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as left:
            command_line.main([str(word) for word in words])
        out, err = capfd.readouterr()
        return int(left.value.code or 0), out, err

    return call


def test_words_are_searched_and_the_listing_says_why(run: Run) -> None:
    code, out, err = run("actors", "Boco", "Haram")
    assert code == 0
    assert out.startswith("actor:boko-haram")
    assert "sounds like “Boko Haram”" in out
    assert "1 actor" in err


def test_a_record_has_names_dates_codes_and_the_reason(run: Run) -> None:
    (row,) = (json.loads(line) for line in run("actors", "Boko Haram", "--lang", "fr", "--json")[1].splitlines())
    assert (row["schema"], row["id"], row["why"], row["own"]) == ("bilan.actor/1", "actor:boko-haram", "name", False)
    assert "بوكو حرام" in row["names"]["ar"]
    assert (row["country"], row["type"]) == ("NG", "armed-group")


def test_a_kind_and_a_country_alone_list_all(run: Run) -> None:
    rows = [
        json.loads(line) for line in run("actors", "--country", "sd", "--kind", "armed-group", "--json")[1].splitlines()
    ]
    assert "actor:rapid-support-forces" in {row["id"] for row in rows}
    assert {(row["country"], row["type"], row["why"]) for row in rows} == {("SD", "armed-group", "listed")}


@pytest.mark.parametrize(
    ("words", "told"),
    [(["--lang", "fr"], "nothing to search"), (["x", "--kind", "tribe"], "tribe"), (["x", "--lang", "xx"], "xx")],
)
def test_what_cannot_be_searched_is_a_usage_error(run: Run, words: list[str], told: str) -> None:
    code, out, err = run("actors", *words)
    assert (code, out) == (2, "")
    assert told in err


def test_an_own_actor_is_added_found_exported_imported_and_removed(run: Run, tmp_path: Path) -> None:
    book, other, table = tmp_path / "book", tmp_path / "other", tmp_path / "own.csv"
    assert run(*ADD, "--casebook", book, "--who", "Ada", "--reason", "leaflet")[1] == "own:tellera-brigade added\n"
    assert run("actors", "Tellera Brigade")[1] == ""
    (row,) = (json.loads(x) for x in run("actors", "Tellera Brigade", "--casebook", book, "--json")[1].splitlines())
    assert (row["id"], row["own"], row["country"]) == ("own:tellera-brigade", True, "SY")
    assert run("actors", "export", "--casebook", book, "-o", table)[0] == 0
    assert run("actors", "import", table, "--casebook", other)[1] == "own:tellera-brigade added\n"
    assert run("actors", "export", "--casebook", other)[1] == table.read_text(encoding="utf-8")
    assert "just so" in run("actors", "import", table, "--casebook", other)[2]
    assert run("actors", "remove", "own:tellera-brigade", "--casebook", book)[0] == 0
    assert run("actors", "Tellera Brigade", "--casebook", book)[1] == ""
    logged = run("log", book)[1]
    assert "add own:tellera-brigade (Tellera Brigade) by Ada: leaflet" in logged
    assert "remove own:tellera-brigade" in logged
    assert run("verify", book)[0] == 0


def test_a_table_with_one_bad_row_adds_none(run: Run, tmp_path: Path) -> None:
    book, table = tmp_path / "book", tmp_path / "own.csv"
    run(*ADD, "--casebook", book)
    run("actors", "export", "--casebook", book, "-o", table)
    rows = table.read_text(encoding="utf-8").splitlines()
    table.write_text(
        "\n".join([rows[0], rows[1].replace("own:", "own:a-"), rows[1].replace(",SY,", ",ZZ,")]), encoding="utf-8"
    )
    code, out, err = run("actors", "import", table, "--casebook", tmp_path / "other")
    assert (code, out) == (2, "")
    assert "ZZ" in err


def test_a_report_run_again_knows_the_actor_added_since(run: Run, tmp_path: Path) -> None:
    report, book = tmp_path / "a.txt", tmp_path / "book"
    report.write_text(
        "Five farmers were killed on Monday in Mosul in an attack by the Tellera Brigade.", encoding="utf-8"
    )
    asked = ("run", report, "--casebook", book, "--published", "2017-03-02", "--json")
    before = json.loads(run(*asked)[1].splitlines()[0])
    run(*ADD, "--casebook", book)
    _, out, err = run(*asked)
    after = json.loads(out.splitlines()[0])
    assert "1 read" in err
    assert "own:tellera-brigade" not in {actor["id"] for actor in before["actors"]}
    assert "own:tellera-brigade" in {actor["id"] for actor in after["actors"]}
    assert before["id"] == after["id"]
    assert "1 known before" in run(*asked)[2]

"""Row tables for whole reports."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.unit.evaluate.gold_factory import make_row

from bilan.errors import InputError
from bilan.evaluate.rows import Table, TableResult, check_rows, find_tables, measured_tables, read_rows, read_table

HEAD = 'language = "fr"\n'
KILLED = '[[row]]\nwords = "sept"\nexpect = [{ kind = "toll", outcome = "killed", count.low = 7 }]\n'


def _table(tmp_path: Path, body: str) -> Table:
    (tmp_path / "a.txt").write_text("Sept civils tués.", encoding="utf-8")
    (tmp_path / "a.rows.toml").write_text(body, encoding="utf-8")
    return read_table(tmp_path / "a.rows.toml", tmp_path)


def _faults(table: Table, *claims: dict[str, Any], **options: Any) -> list[tuple[str, tuple[str, ...]]]:  # noqa: ANN401 - those of check_rows
    results = check_rows([{"links": {"part_of": []}} | claim for claim in claims], table, **options)
    return [(result.name, result.faults) for result in results if not result.holds]


def test_a_row_holds_when_what_it_expects_is_there(tmp_path: Path) -> None:
    assert _faults(_table(tmp_path, HEAD + KILLED), make_row(9), make_row(7)) == []


def test_a_row_that_fails_says_what_came_nearest(tmp_path: Path) -> None:
    table = _table(tmp_path, HEAD + KILLED)
    ((name, (fault,)),) = _faults(table, make_row(7, outcome="injured"), make_row(8, event="attack"))
    assert name == "1"
    assert "nearest toll killed" in fault
    assert "count.low is 8, wanted 7" in fault
    only_an_event = make_row(7, kind="event", outcome=None, event="attack")
    assert _faults(table, only_an_event)[0][1] == ("missing toll killed; there is nothing of that kind",)
    assert _faults(table)[0][1] == ("missing toll killed; there is nothing of that kind",)


def test_one_claim_does_not_stand_for_two_expectations_of_a_row(tmp_path: Path) -> None:
    body = '[[row]]\nwords = "x"\nexpect = [{ kind = "toll" }, { outcome = "killed" }]\n'
    table = _table(tmp_path, HEAD + body)
    assert len(_faults(table, make_row())) == 1
    assert _faults(table, make_row(), make_row(at=20)) == []


def test_what_must_be_absent_and_is_there_is_a_fault(tmp_path: Path) -> None:
    table = _table(tmp_path, HEAD + '[[row]]\nwords = "x"\nabsent = [{ outcome = "injured" }]\n')
    assert _faults(table, make_row()) == []
    assert "must not be there: toll injured" in _faults(table, make_row(outcome="injured"))[0][1][0]


def test_set_aside_text_is_looked_for_among_what_was_set_aside(tmp_path: Path) -> None:
    table = _table(tmp_path, HEAD + '[[row]]\nwords = "x"\nset_aside = [{ kind = "solicitation", text = "~dons" }]\n')
    item = {"kind": "solicitation", "text": "Vos dons ici", "reason": "", "start": 0, "end": 12}
    assert _faults(table, set_aside=[item]) == []
    assert "nearest solicitation" in _faults(table, set_aside=[item | {"text": "Abonnez-vous"}])[0][1][0]


def test_a_reference_is_the_claim_another_row_expects(tmp_path: Path) -> None:
    part = '[[row]]\nname = "b"\nwords = "x"\nexpect = [{ basis = "part", links.part_of = ["@1"] }]\n'
    table = _table(tmp_path, HEAD + KILLED + part)
    whole = make_row(at=0)
    child = make_row(3, at=20, basis="part")
    assert _faults(table, whole, child | {"links": {"part_of": [whole["id"]]}}) == []
    assert [name for name, _ in _faults(table, whole, child | {"links": {"part_of": ["clm-x"]}})] == ["b"]


def test_rows_of_other_readings_are_left_out(tmp_path: Path) -> None:
    table = _table(tmp_path, HEAD + 'published = ["", "2016-09-30"]\n' + KILLED + 'published = "2016-09-30"\n')
    assert _faults(table, published="") == []
    assert len(_faults(table, published="2016-09-30")) == 1


def test_tolls_no_row_expects_are_faults_where_the_table_says_so(tmp_path: Path) -> None:
    table = _table(tmp_path, HEAD + "only_tolls = true\n" + KILLED)
    extra = make_row(9, at=30)
    assert _faults(table, make_row(), make_row(kind="event", at=40)) == []
    assert [name for name, _ in _faults(table, make_row(), extra)] == ["tolls"]
    elsewhere = HEAD + "only_tolls = true\n" + KILLED.replace("count.low = 7", 'count.low = 7, modality = "denied"')
    assert [name for name, _ in _faults(_table(tmp_path, elsewhere), make_row())] == ["1"], (
        "wrong, but not one too many"
    )


def test_a_known_failure_must_fail_and_nothing_else_may(tmp_path: Path) -> None:
    table = _table(tmp_path, HEAD + KILLED + 'known = "rare word"\n')
    expected = [[result.as_expected for result in check_rows(claims, table)] for claims in ([make_row(7)], [])]
    assert expected == [[False], [True]]
    assert [result.as_expected for result in check_rows([], _table(tmp_path, HEAD + KILLED))] == [False]


def test_a_row_may_be_known_to_fail_in_one_reading_only(tmp_path: Path) -> None:
    head = HEAD + 'published = ["", "2016-09-30"]\nonly_tolls = true\nknown_tolls = "one too many"\n'
    table = _table(tmp_path, head + KILLED + 'known = { "2016-09-30" = "a date" }\n')
    assert table.known_in("") == {"tolls": "one too many"}
    assert table.known_in("2016-09-30") == {"1": "a date", "tolls": "one too many"}
    assert [result.known for result in check_rows([], table, published="2016-09-30")] == ["a date", "one too many"]


def test_the_number_for_floors_is_the_share_of_rows_that_hold(tmp_path: Path) -> None:
    table = _table(tmp_path, HEAD + 'published = ["", "2016-09-30"]\n' + KILLED + 'published = ""\n')
    both = [("", [make_row(7)]), ("2016-09-30", [])]
    table = replace(table, rows=(*table.rows, replace(table.rows[0], name="2", published=None)))
    results = [
        TableResult("a", date, one) for date, claims in both for one in check_rows(claims, table, published=date)
    ]
    assert measured_tables(results) == {"rows": {"a": {"holds": 2 / 3}}}
    assert measured_tables([]) == {}


def test_a_table_is_read_without_its_text_to_list_its_rows(tmp_path: Path) -> None:
    whole = _table(tmp_path, HEAD + KILLED)
    (tmp_path / "a.txt").unlink()
    assert read_rows(tmp_path / "a.rows.toml") == replace(whole, text="")


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (KILLED, "language"),
        (HEAD + '[[row]]\nwords = "x"\n', "asks for nothing"),
        (HEAD + '[[row]]\nwords = "x"\nexpects = []\n', "unknown key expects"),
        (HEAD, "row"),
        (HEAD + KILLED + KILLED.replace("words", 'name = "1"\nwords'), "one row: 1"),
        (HEAD + KILLED.replace("words", 'name = "tolls"\nwords'), "one row: tolls"),
        ("language = [", "rows.toml"),
    ],
)
def test_a_malformed_table_is_refused(tmp_path: Path, body: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        _table(tmp_path, body)


def test_a_table_may_name_a_text_among_the_examples(tmp_path: Path) -> None:
    (tmp_path / "examples").mkdir()
    (tmp_path / "examples" / "far.txt").write_text("\ufeffLoin.", encoding="utf-8")
    path = tmp_path / "near.rows.toml"
    path.write_text('text = "far.txt"\n' + HEAD + KILLED, encoding="utf-8")
    assert find_tables(tmp_path) == [path]
    assert read_table(path, tmp_path / "examples").text == "Loin."
    with pytest.raises(InputError, match=r"far\.txt"):
        read_table(path, tmp_path)

"""The commands on a casebook, called as the command line calls them, on a casebook of known content."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.casebook_kit import assemble_shipped, dump, load_simply, make_input, open_book, reconcile, take
from typer.testing import CliRunner

from bilan.cli import main as command_line
from bilan.cli.main import build_app

Run = Callable[..., tuple[int, str, str]]
ONE = "3 killed in Tellera on 2021-03-02, officials said. Please give."
LATER = "5 killed in Tellera on 2021-03-02, 4 injured in Tellera on 2021-03-02."
OTHER = "9 killed in Markabo on 2021-05-04."


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("book") / "aleppo"
    with open_book(made) as book:
        take(book, [make_input(ONE, "a", outlet="Wire"), make_input(LATER, "b"), make_input(OTHER, "c")])
        reconcile(book)
    return made


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str]) -> Run:
    def call(*words: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as left:
            command_line.main(words)
        out, err = capfd.readouterr()
        return int(left.value.code or 0), out, err

    return call


def _rows(out: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in out.splitlines()]


def _incident(run: Run, folder: Path, place: str) -> str:
    rows = _rows(run("show", str(folder), "--json")[1])
    return next(str(row["id"]) for row in rows if place in json.dumps(row))


def test_show_prints_one_record_an_open_incident(run: Run, folder: Path) -> None:
    code, out, _ = run("show", str(folder), "--json")
    rows = _rows(out)
    assert code == 0
    assert [row["schema"] for row in rows] == ["bilan.incident/1"] * 2


def test_show_prints_figures_and_beneath_each_the_quotes_with_their_outlet(run: Run, folder: Path) -> None:
    _, out, _ = run("show", str(folder))
    lines = out.splitlines()
    quote = next(n for n, line in enumerate(lines) if "“3 killed” Wire" in line)
    assert any(line.split()[:1] == ["killed"] for line in lines[:quote])
    assert "Tellera, SY" in out
    assert "2021-03-02" in out


def test_show_prints_one_incident_with_all_its_claims(run: Run, folder: Path) -> None:
    incident = _incident(run, folder, "Tellera")
    rows = _rows(run("show", str(folder), incident[:12], "--json")[1])
    assert [row["schema"] for row in rows] == ["bilan.incident/1", *["bilan.claim/1"] * 3]
    assert rows[0]["id"] == incident


def test_show_prints_one_claim(run: Run, folder: Path) -> None:
    claim = str(_rows(run("show", str(folder), _incident(run, folder, "Markabo"), "--json")[1])[1]["id"])
    (row,) = _rows(run("show", str(folder), claim, "--json")[1])
    assert row["id"] == claim
    _, out, _ = run("show", str(folder), claim)
    assert "[9 killed] in Markabo on 2021-05-04" in out
    assert "said by: the report itself" in out


def test_why_prints_the_words_behind_a_figure_and_the_rules_reason(run: Run, folder: Path) -> None:
    incident = _incident(run, folder, "Tellera")
    code, out, _ = run("why", str(folder), f"{incident}/killed")
    (figure,) = (row for row in _rows(run("why", str(folder), f"{incident}/killed", "--json")[1]))
    assert code == 0
    assert str(figure["reason"]) in out
    assert "[5 killed] in Tellera on 2021-03-02" in out
    assert "printed by: Wire" in out
    assert "modality: asserted" in out


def test_why_prints_a_record_with_every_claim_behind_and_beside(run: Run, folder: Path) -> None:
    incident = _incident(run, folder, "Tellera")
    (row,) = _rows(run("why", str(folder), f"{incident}/killed", "--json")[1])
    assert row["schema"] == "bilan.explanation/1"
    grounds = [*row["behind"], *row["beside"]]  # type: ignore[misc]
    assert {ground["claim"]["quote"]["exact"] for ground in grounds} == {"3 killed", "5 killed"}


@pytest.mark.parametrize("asked", ["inc-zzz/killed", "killed", "{}/missing", "{}"])
def test_why_of_no_figure_is_a_usage_error_that_says_what_there_is(run: Run, folder: Path, asked: str) -> None:
    code, out, err = run("why", str(folder), asked.format(_incident(run, folder, "Tellera")))
    assert (code, out) == (2, "")
    assert "bilan: " in err


def test_log_lists_what_happened_oldest_first(run: Run, folder: Path) -> None:
    rows = _rows(run("log", str(folder), "--json")[1])
    assert [row["kind"] for row in rows] == ["import", "import", "import", "assembly"]
    assert [row["seq"] for row in rows] == [1, 2, 3, 4]
    assert len(run("log", str(folder))[1].splitlines()) == 4


def test_verify_of_a_whole_casebook_is_well_and_tells_the_head(run: Run, folder: Path) -> None:
    code, out, _ = run("verify", str(folder))
    assert code == 0
    head = out.split()[-1]
    assert run("verify", str(folder), "--head", head)[0] == 0
    assert run("verify", str(folder), "--head", "f" * 64)[0] == 4


def test_verify_of_a_damaged_casebook_leaves_with_4_and_names_the_damage(run: Run, tmp_path: Path) -> None:
    with open_book(tmp_path / "book") as book:
        take(book, [make_input(ONE, "a")])
    (blob,) = (tmp_path / "book" / "blobs").glob("*/*")
    blob.unlink()
    code, out, err = run("verify", str(tmp_path / "book"))
    assert (code, out) == (4, "")
    assert blob.name in err
    code, out, _ = run("verify", str(tmp_path / "book"), "--json")
    (row,) = _rows(out)
    assert (code, row["ok"]) == (4, False)
    assert blob.name in str(row["damages"])


@pytest.fixture
def simple_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read and link as the kit does: these tests are about the command, and load no parser."""
    monkeypatch.setattr("bilan.casework.run.load_extract", load_simply)
    monkeypatch.setattr("bilan.pipeline.assemble", assemble_shipped, raising=False)


def _file(folder: Path, *texts: str) -> str:
    path = folder / "wire.jsonl"
    rows = [{"id": f"w{n}", "text": text, "lang": "en", "source": "Wire"} for n, text in enumerate(texts)]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return str(path)


@pytest.mark.usefixtures("simple_reader")
def test_run_makes_a_casebook_and_prints_its_open_incidents(run: Run, tmp_path: Path) -> None:
    book = tmp_path / "new"
    code, out, err = run("run", _file(tmp_path, ONE, OTHER), "--casebook", str(book), "--json")
    assert code == 0
    assert [row["schema"] for row in _rows(out)] == ["bilan.incident/1"] * 2
    assert "2 read" in err
    assert run("show", str(book), "--json")[1] == out
    assert run("verify", str(book))[0] == 0


@pytest.mark.usefixtures("simple_reader")
def test_run_again_prints_the_same_and_stores_nothing(run: Run, tmp_path: Path) -> None:
    words = ("run", _file(tmp_path, ONE, OTHER), "--casebook", str(tmp_path / "new"), "--json")
    _, first, _ = run(*words)
    before = dump(tmp_path / "new")
    _, again, err = run(*words)
    assert again == first
    assert "2 known before" in err
    assert dump(tmp_path / "new") == before


@pytest.mark.usefixtures("simple_reader")
def test_run_with_a_failed_input_names_it_prints_the_rest_and_leaves_with_3(run: Run, tmp_path: Path) -> None:
    code, out, err = run("run", _file(tmp_path, ONE), str(tmp_path / "absent.txt"), "--casebook", str(tmp_path / "n"))
    assert code == 3
    assert "“3 killed” Wire" in out
    assert "absent.txt" in err


@pytest.mark.usefixtures("simple_reader")
def test_run_sets_aside_a_language_without_a_pack_and_that_is_no_failure(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "fi.jsonl"
    path.write_text('{"id":"x","text":"Kolme kuoli eilen Helsingissä.","lang":"fi"}\n', encoding="utf-8")
    code, _, err = run("run", str(path), "--casebook", str(tmp_path / "n"))
    assert code == 0
    assert "set aside: x" in err


def test_run_without_a_casebook_or_with_a_date_that_is_none_is_a_usage_error(run: Run, tmp_path: Path) -> None:
    assert run("run", _file(tmp_path, ONE))[0] == 2
    code, _, err = run("run", _file(tmp_path, ONE), "--casebook", str(tmp_path / "n"), "--published", "yesterday")
    assert code == 2
    assert "yesterday" in err
    assert not (tmp_path / "n").exists()


@pytest.mark.parametrize("command", ["show", "why", "log", "verify"])
def test_a_folder_without_a_casebook_is_an_error(run: Run, tmp_path: Path, command: str) -> None:
    words = [command, str(tmp_path), *(["inc-x/killed"] if command == "why" else [])]
    code, out, err = run(*words)
    assert (code, out) == (1, "")
    assert "no casebook there" in err


def test_export_writes_the_file_asked_for(run: Run, folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.jsonl"
    code, out, _ = run("export", str(folder), "--format", "jsonl", "-o", str(target))
    assert code == 0
    assert str(target) in out
    assert "bilan.incident/1" in target.read_text(encoding="utf-8")


def test_export_lists_its_formats(run: Run, folder: Path) -> None:
    assert "jsonl" in run("export", str(folder), "--list")[1]


def test_export_to_no_known_format_is_a_usage_error(run: Run, folder: Path, tmp_path: Path) -> None:
    assert run("export", str(folder), "--format", "punch-cards", "-o", str(tmp_path / "x"))[0] == 2
    assert run("export", str(folder))[0] == 2


def test_report_writes_a_page_that_shows_the_quotes(run: Run, folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "page.html"
    code, _, err = run("report", str(folder), "-o", str(target))
    assert (code, err) == (0, "")
    page = target.read_text(encoding="utf-8")
    assert "9 killed" in page
    assert "<html" in page


@pytest.mark.parametrize("command", ["run", "show", "why", "log", "verify", "export", "report"])
def test_every_command_explains_itself_with_examples(command: str) -> None:
    result = CliRunner().invoke(build_app(command), [command, "--help"])
    assert result.exit_code == 0
    assert f"bilan {command} " in result.output.split("Examples", maxsplit=1)[1]

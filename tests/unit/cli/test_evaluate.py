"""The evaluate command on a file of predictions: no parser is loaded."""

import json
from pathlib import Path
from typing import Any

import pytest

from bilan.cli.main import main

TEXT = "Sept civils ont été tués lundi à Tellera, douze autres blessés."
CLAIM = {
    "outcome": "killed",
    "low": 7,
    "high": 7,
    "wording": "exact",
    "quote": "Sept civils",
    "start": 0,
    "end": 11,
    "people": ["civilian"],
    "basis": "total",
    "per": None,
    "share": None,
    "modality": "asserted",
    "said_by": [],
    "place": "Tellera",
    "date": "2016-09-26",
}
INJURED = CLAIM | {"outcome": "injured", "low": 12, "high": 12, "quote": "douze", "start": 42, "end": 47}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    report = {"id": "r1", "lang": "fr", "text": TEXT, "published": "2016-09-30", "claims": [CLAIM, INJURED]}
    (tmp_path / "claims-own.jsonl").write_text(json.dumps(report) + "\n", encoding="utf-8")
    row: dict[str, Any] = {
        "schema": "bilan.claim/1",
        "report": "r1",
        "kind": "toll",
        "outcome": "killed",
        "count": {"low": 7, "high": 7, "wording": "exact", "text": "Sept"},
        "basis": "total",
        "share": None,
        "people": ["civilian"],
        "modality": "hedged",
        "said_by": [],
        "place": None,
        "time": None,
        "quote": {"start": 0, "end": 11, "exact": "Sept civils"},
        "maker": "toll/1",
    }
    (tmp_path / "found.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    (tmp_path / "floors.toml").write_text("[claims-own.fr]\nf1 = 0.6\n", encoding="utf-8")
    return tmp_path


def _run(folder: Path, *words: str) -> int:
    known = ("--gold", str(folder), "--predictions", str(folder / "found.jsonl"))
    with pytest.raises(SystemExit) as left:
        main(["evaluate", *known, "--floors", str(folder / "floors.toml"), *words])
    code = left.value.code
    assert isinstance(code, int)
    return code


def test_scores_and_mistakes_are_printed_as_json_lines(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(folder, "--json", "--errors", "9") == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert rows[0]["schema"] == "bilan.evaluation/1"
    assert rows[0]["scores"]["overall"]["recall"] == 0.5
    assert [row["kind"] for row in rows[1:]] == ["modality", "place", "date", "missed"]


def test_mistakes_are_printed_in_context_for_people(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(folder, "--errors", "1", "--kind", "missed") == 0
    printed = capsys.readouterr().out
    assert "claims-own fr" in printed
    assert "⟦douze⟧" in printed
    assert "modality  r1" not in printed


def test_floors_that_hold_let_the_gate_pass(folder: Path) -> None:
    assert _run(folder, "--gate") == 0


def test_a_number_below_its_floor_is_named_and_the_exit_code_is_one(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "floors.toml").write_text("[claims-own.fr]\nf1 = 0.7\nrecall = 0.5\n", encoding="utf-8")
    assert _run(folder, "--gate") == 1
    assert "claims-own.fr.f1: 0.6667, floor 0.700" in capsys.readouterr().err


def test_floors_are_raised_and_never_lowered(folder: Path) -> None:
    (folder / "floors.toml").write_text("[claims-own.fr]\nf1 = 0.1\nrecall = 0.9\n", encoding="utf-8")
    assert _run(folder, "--raise-floors") == 0
    written = (folder / "floors.toml").read_text(encoding="utf-8")
    assert "f1 = 0.666\n" in written
    assert "recall = 0.900\n" in written


def test_the_gate_on_a_part_of_a_corpus_is_a_usage_error(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(folder, "--gate", "--limit", "1") == 2
    assert "--limit" in capsys.readouterr().err


def test_an_unknown_kind_of_mistake_is_a_usage_error(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(folder, "--kind", "tense") == 2
    assert "kinds: missed, spurious" in capsys.readouterr().err


def test_nothing_to_score_is_a_usage_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("BILAN_GOLD", raising=False)
    with pytest.raises(SystemExit) as left:
        main(["evaluate"])
    assert left.value.code == 2


def test_predictions_are_saved_to_be_scored_again(folder: Path) -> None:
    assert _run(folder, "--save", str(folder / "again.jsonl")) == 0
    again = [json.loads(line) for line in (folder / "again.jsonl").read_text(encoding="utf-8").splitlines()]
    assert again == [json.loads(line) for line in (folder / "found.jsonl").read_text(encoding="utf-8").splitlines()]

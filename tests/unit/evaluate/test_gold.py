"""Reading gold corpora."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest
from tests.unit.evaluate.gold_factory import make_gold_report

from bilan.errors import InputError
from bilan.evaluate.gold import choose_reports, gold_report, read_corpora
from bilan.evaluate.predict import read_predictions, with_pack

CLAIM = {
    "outcome": "killed",
    "low": 2,
    "high": 2,
    "wording": "exact",
    "quote": "Deux morts",
    "start": 0,
    "end": 10,
    "people": ["unknown"],
    "basis": "total",
    "per": None,
    "share": None,
    "modality": "asserted",
    "said_by": [],
    "place": "Tellera",
    "date": None,
}


def _record(**fields: Any) -> dict[str, Any]:  # noqa: ANN401 - any field of a record
    return {"id": "a", "lang": "fr", "text": "Deux morts à Tellera.", "published": None, "claims": [CLAIM]} | fields


def _write(path: Path, *records: dict[str, Any]) -> None:
    path.write_text("".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records), encoding="utf-8")


def test_corpora_are_read_in_the_order_of_their_names(tmp_path: Path) -> None:
    _write(tmp_path / "claims-b.jsonl", _record(id="b1"), _record(id="b2", lang="en", parallel="9"))
    (tmp_path / "claims-a.jsonl.gz").write_bytes(gzip.compress(json.dumps(_record(id="a1")).encode()))
    (tmp_path / "other.jsonl").write_text("not read", encoding="utf-8")
    reports = read_corpora(tmp_path)
    assert [(report.corpus, report.id) for report in reports] == [
        ("claims-a", "a1"),
        ("claims-b", "b1"),
        ("claims-b", "b2"),
    ]
    assert reports[2].parallel == "9"
    assert reports[0].claims[0].place == "Tellera"
    assert read_corpora(tmp_path, ["claims-b"]) == reports[1:]


def test_a_missing_corpus_is_named_with_those_there(tmp_path: Path) -> None:
    _write(tmp_path / "claims-b.jsonl", _record())
    with pytest.raises(InputError, match=r"no corpus claims-x \(corpora there: claims-b\)"):
        read_corpora(tmp_path, ["claims-x"])


def test_a_folder_without_corpora_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no corpus"):
        read_corpora(tmp_path)


def test_a_quote_that_is_not_the_text_is_refused_by_line(tmp_path: Path) -> None:
    _write(tmp_path / "claims-b.jsonl", _record(), _record(text="Trois morts à Tellera."))
    with pytest.raises(InputError, match=r"line 2.*Deux morts"):
        read_corpora(tmp_path)


def test_a_line_separator_inside_a_text_does_not_end_the_line(tmp_path: Path) -> None:
    _write(tmp_path / "claims-b.jsonl", _record(text="Deux morts\u2028à Tellera."))
    assert read_corpora(tmp_path)[0].text == "Deux morts\u2028à Tellera."


def test_reports_are_chosen_by_language_id_and_number() -> None:
    rows = ("x1", "fr"), ("x2", "en"), ("y1", "fr"), ("y2", "fr")
    reports = [gold_report(_record(id=name, lang=lang), "claims-x") for name, lang in rows]
    assert [r.id for r in choose_reports(reports, languages=["fr"])] == ["x1", "y1", "y2"]
    assert [r.id for r in choose_reports(reports, ids=["y"])] == ["y1", "y2"]
    assert [r.id for r in choose_reports(reports, languages=["fr"], limit=2)] == ["x1", "y1"]


def test_reports_in_a_language_without_a_pack_are_set_aside() -> None:
    reports = [gold_report(_record(id=name, lang=name), "claims-x") for name in ("fr", "xx", "en")]
    known, left_out = with_pack(reports)
    assert [report.id for report in known] == ["fr", "en"]
    assert [report.id for report in left_out] == ["xx"]


def test_predictions_are_the_claim_lines_of_a_file(tmp_path: Path) -> None:
    _write(tmp_path / "p.jsonl", {"schema": "bilan.claim/1", "id": "1"}, {"schema": "bilan.toponym/1", "id": "2"})
    assert [row["id"] for row in read_predictions(tmp_path / "p.jsonl")] == ["1"]


def test_a_line_that_is_no_prediction_is_named(tmp_path: Path) -> None:
    (tmp_path / "p.jsonl").write_text("\n{\n", encoding="utf-8")
    with pytest.raises(InputError, match="line 2"):
        read_predictions(tmp_path / "p.jsonl")


def test_about_a_tenth_is_kept_back_and_translations_stay_together() -> None:
    reports = [make_gold_report(id=f"report-{i}") for i in range(1000)]
    assert 70 <= sum(report.kept_back for report in reports) <= 130
    pair = [make_gold_report(id=f"x-{language}", parallel="x") for language in ("fr", "en")]
    assert pair[0].kept_back == pair[1].kept_back

"""Inputs come out as reports, one at a time, in order."""

import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from bilan.errors import UsageError
from bilan.intake import iter_reports
from bilan.model.report import Failure, RawItem, Report

FRENCH = "Huit villageois ont été tués lundi dans l'attaque du marché."
ENGLISH = "Eight villagers were killed on Monday in the attack on the market."


def _ids(found: Iterator[tuple[Report, RawItem] | Failure]) -> list[str]:
    return [entry.reason if isinstance(entry, Failure) else entry[0].id for entry in found]


def test_inputs_of_every_kind_come_out_in_the_order_given(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text(FRENCH, encoding="utf-8")
    records = [{"id": "x", "text": ENGLISH}, {"id": "y"}, {"id": 3, "text": FRENCH}]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    stdin = io.BytesIO(FRENCH.encode())
    found = iter_reports([str(tmp_path / "b.txt"), "-", str(tmp_path / "a.jsonl")], stdin=stdin)
    assert _ids(found) == ["b.txt", "-", "x", 'the record has no "text"', "3"]


def test_a_report_comes_with_the_item_its_evidence_names(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text(FRENCH, encoding="utf-8")
    [entry] = iter_reports([str(tmp_path)])
    assert isinstance(entry, tuple)
    report, item = entry
    assert report.evidence == item.evidence
    assert item.data.decode() == report.text


def test_a_bad_publication_date_is_refused_before_anything_is_read(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="--published"):
        iter_reports([str(tmp_path)], published="demain")


def test_languages_without_packs_are_set_aside(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text(ENGLISH, encoding="utf-8")
    [failure] = iter_reports([str(tmp_path)], languages=("fr",))
    assert isinstance(failure, Failure)
    assert failure.kind == "set-aside"


def test_a_stream_of_records_is_read_record_by_record() -> None:
    class Endless(io.RawIOBase):
        """Standard input that never ends."""

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
            line = json.dumps({"id": "n", "text": ENGLISH}).encode() + b"\n"
            buffer[: len(line)] = line
            return len(line)

    found = iter_reports(["-"], stdin=io.BufferedReader(Endless()))
    assert [isinstance(next(found), tuple) for _ in range(3)] == [True] * 3

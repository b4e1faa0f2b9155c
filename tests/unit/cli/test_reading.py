"""Reports are extracted as they come; a failing one is named and the others go on."""

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

from bilan.cli.output import Failures
from bilan.cli.reading import iter_extractions
from bilan.errors import ModelError
from bilan.model.extraction import Extraction
from bilan.model.report import Report

FRENCH = "Huit villageois ont été tués lundi dans l'attaque du marché."


@pytest.fixture
def extract_with(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[Report], None]], None]:
    """Put an extraction in place that finds nothing but calls `check` on every report first."""

    def place(check: Callable[[Report], None]) -> None:
        def extract(report: Report, tools: object, *, all_names: bool = False) -> Extraction:  # noqa: ARG001
            assert tools is not None
            check(report)
            return Extraction(report, (), (), ())

        pipeline = ModuleType("bilan.pipeline")
        pipeline.__dict__.update(extract=extract, load_tools=SimpleNamespace)
        monkeypatch.setitem(sys.modules, "bilan.pipeline", pipeline)

    return place


def _records(tmp_path: Path, *ids: str) -> str:
    path = tmp_path / "in.jsonl"
    path.write_text("".join(json.dumps({"id": id_, "text": FRENCH}) + "\n" for id_ in ids), encoding="utf-8")
    return str(path)


def _refuse_b(report: Report) -> None:
    if report.id == "b":
        raise ZeroDivisionError("by zero")


def test_a_report_that_breaks_a_stage_is_named_and_the_others_go_on(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    extract_with: Callable[[Callable[[Report], None]], None],
) -> None:
    extract_with(_refuse_b)
    failures = Failures()
    found = iter_extractions([_records(tmp_path, "a", "b", "c")], failures, published=None, language=None)
    assert [extraction.report.id for extraction in found] == ["a", "c"]
    assert failures.failed == 1
    assert "b:2: unexpected ZeroDivisionError: by zero" in capsys.readouterr().err


def test_the_trace_of_a_broken_report_is_shown_on_demand(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    extract_with: Callable[[Callable[[Report], None]], None],
) -> None:
    extract_with(_refuse_b)
    monkeypatch.setenv("BILAN_DEBUG", "1")
    list(iter_extractions([_records(tmp_path, "b")], Failures(), published=None, language=None))
    assert "Traceback" in capsys.readouterr().err


def test_what_breaks_every_report_ends_the_command(
    tmp_path: Path, extract_with: Callable[[Callable[[Report], None]], None]
) -> None:
    def no_model(_: Report) -> None:
        raise ModelError("no model", "make install")

    extract_with(no_model)
    with pytest.raises(ModelError):
        list(iter_extractions([_records(tmp_path, "a")], Failures(), published=None, language=None))


def test_extraction_begins_before_the_input_ends(
    monkeypatch: pytest.MonkeyPatch, extract_with: Callable[[Callable[[Report], None]], None]
) -> None:
    class Endless(io.RawIOBase):
        """Standard input that never ends."""

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
            line = json.dumps({"id": "n", "text": FRENCH}).encode() + b"\n"
            buffer[: len(line)] = line
            return len(line)

    extract_with(lambda _: None)
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BufferedReader(Endless())))
    found = iter_extractions(["-"], Failures(), published=None, language=None)
    assert [next(found).report.id for _ in range(3)] == ["n", "n", "n"]


def test_options_reach_the_reports_and_a_legacy_encoding_is_named(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    extract_with: Callable[[Callable[[Report], None]], None],
) -> None:
    extract_with(lambda _: None)
    (tmp_path / "old.txt").write_bytes(FRENCH.encode("cp1252"))
    [extraction] = iter_extractions([str(tmp_path)], Failures(), published="2020-02-03", language="fr")
    assert (extraction.report.published, extraction.report.language) == ("2020-02-03", "fr")
    assert capsys.readouterr().err == "bilan: old.txt: not UTF-8, read as windows-1252\n"

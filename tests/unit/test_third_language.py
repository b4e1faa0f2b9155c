"""A third language is a folder: `tests/data/packs/es` alone makes Bilan read Spanish, without a parser model."""

import io
import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from bilan.errors import LanguageError
from bilan.evaluate.marked import Marked, check_marked, read_pack
from bilan.intake import iter_reports
from bilan.languages.load import load_language
from bilan.model.extraction import Extraction
from bilan.model.report import Failure, Report
from bilan.model.wire import claim_row
from bilan.pipeline import Tools, extract, load_tools

PACKS = (Path(__file__).parent.parent / "data" / "packs",)
SENTENCES = read_pack(load_language("es", PACKS))
REPORT = """Bombardeo en Idlib

Al menos 14 civiles murieron el lunes en un bombardeo cerca de Idlib. La explosión mató a tres niños, según la agencia.

"""


@pytest.fixture(scope="module")
def spanish() -> Tools:
    return load_tools(["es"], packs=PACKS)


def _read(text: str, tools: Tools, published: str | None, language: str | None = None) -> Extraction:
    record = json.dumps({"id": "r", "text": text, "published": published, "lang": language}).encode()
    (found,) = iter_reports(["-"], stdin=io.BytesIO(record), packs=PACKS)
    assert not isinstance(found, Failure), found
    return extract(found[0], tools)


@pytest.mark.parametrize("sentence", SENTENCES, ids=lambda sentence: sentence.name)
def test_a_marked_sentence_of_the_new_pack_gives_exactly_what_is_marked(sentence: Marked, spanish: Tools) -> None:
    claims = _read(sentence.text, spanish, sentence.published, "es").claims
    faults = check_marked(sentence, [claim_row(claim) for claim in claims])
    assert not faults, "\n".join((sentence.text, *faults))


def test_the_language_is_told_and_place_date_and_event_come_out(spanish: Tools) -> None:
    found = _read(REPORT, spanish, "2021-03-10")
    assert found.report.language == "es"
    fourteen = next(claim for claim in found.claims if claim.count and claim.count.low == 14)
    assert (fourteen.outcome, fourteen.event, fourteen.people) == ("killed", "air-drone-strike", ("civilian",))
    assert fourteen.place is not None
    assert (fourteen.place.country, fourteen.place.precision) == ("SY", 2)
    assert fourteen.time is not None
    assert fourteen.time.earliest == fourteen.time.latest == "2021-03-08"


def test_without_the_folder_the_same_report_is_set_aside() -> None:
    record = json.dumps({"id": "r", "text": REPORT}).encode()
    (found,) = iter_reports(["-"], stdin=io.BytesIO(record))
    assert isinstance(found, Failure)
    assert found.kind == "set-aside"


def test_a_pack_that_asks_for_an_unknown_parser_is_named_with_the_kinds_there_are(tmp_path: Path) -> None:
    folder = tmp_path / "es"
    shutil.copytree(PACKS[0] / "es", folder)
    settings = folder / "pack.toml"
    settings.write_text(settings.read_text(encoding="utf-8").replace('"plain"', '"oracle"'), encoding="utf-8")
    tools = load_tools(["es"], packs=[tmp_path])
    with pytest.raises(LanguageError, match=r"pack\.toml.*'oracle'.*spacy, plain"):
        tools.parser("es")


def test_a_users_folder_wins_over_a_shipped_pack(tmp_path: Path) -> None:
    shutil.copytree(load_language("fr").folder, tmp_path / "fr")
    table = tmp_path / "fr" / "outcomes.csv"
    table.write_text(table.read_text(encoding="utf-8") + "dézinguer,act,killed,patient,er,,\n", encoding="utf-8")
    report = _report("Les assaillants ont dézingué douze villageois.")
    ours = load_tools(["fr"], packs=[tmp_path])
    shipped = replace(ours, packs=load_tools(["fr"]).packs)
    tolls = [[c.count.low for c in extract(report, tools).claims if c.count] for tools in (ours, shipped)]
    assert tolls == [[12], []]


def _report(text: str) -> Report:
    record = json.dumps({"id": "r", "text": text, "lang": "fr"}).encode()
    (found,) = iter_reports(["-"], stdin=io.BytesIO(record))
    assert not isinstance(found, Failure), found
    return found[0]

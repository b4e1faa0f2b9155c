"""One small report in each language, end to end: the contract of `bilan extract`, and what a careful reader takes."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from tests.unit.annotate.reading import annotated

from bilan.errors import LanguageError
from bilan.evaluate.inputs import make_report
from bilan.events.load import load_events
from bilan.languages.load import Pack
from bilan.model.claim import BASES, KINDS, MODALITIES, OUTCOMES, PEOPLE, WORDINGS, Claim
from bilan.model.extraction import Extraction
from bilan.model.report import Report
from bilan.model.text import SetAside, Span
from bilan.model.wire import claim_from_row, claim_row
from bilan.pipeline import Tools, extract, find_drafts, load_tools

FRENCH = """Mali : un convoi attaqué, au moins 14 morts

Au moins 14 soldats, dont deux officiers, ont été tués et une dizaine d'autres blessés mardi à Gao, selon l'armée.

Le gouverneur, lui, parle de 9 morts. Aucun civil n'a été tué.

Soutenez-nous, faites un don : https://exemple.example/don
"""
ENGLISH = """Bomb kills five in Mogadishu

A car bomb killed at least five people and wounded twelve in Mogadishu on Monday, police said.

The mayor denied that thirty people had been killed.

Please donate to support our journalism: https://example.example/donate
"""
REPORTS = {"fr": FRENCH, "en": ENGLISH}
each_language = pytest.mark.parametrize("code", REPORTS)


@pytest.fixture(scope="module")
def read(tools: Tools) -> dict[str, Extraction]:
    return {code: extract(report(code), tools) for code in REPORTS}


def report(code: str) -> Report:
    return make_report(f"{code}-1", REPORTS[code], code, "2021-03-05")


def told(claims: Sequence[Claim]) -> list[tuple[str | None, int | None, str, str]]:
    return [
        (c.outcome, c.count.low if c.count else None, c.basis, c.modality)
        for c in claims
        if c.kind == "toll" and c.count
    ]


def test_the_french_report_gives_its_tolls(read: dict[str, Extraction]) -> None:
    found = told(read["fr"].claims)
    for expected in [
        ("killed", 14, "total", "asserted"),
        ("killed", 2, "part", "asserted"),
        ("injured", 10, "total", "asserted"),
        ("killed", 9, "total", "asserted"),
        ("killed", 0, "total", "asserted"),
    ]:
        assert expected in found
    assert {low for _, low, _, _ in found} == {14, 2, 10, 9, 0}


def test_the_english_report_gives_its_tolls(read: dict[str, Extraction]) -> None:
    found = told(read["en"].claims)
    for expected in [
        ("killed", 5, "total", "asserted"),
        ("injured", 12, "total", "asserted"),
        ("killed", 30, "total", "denied"),
    ]:
        assert expected in found
    assert {low for _, low, _, _ in found} == {5, 12, 30}


@pytest.mark.parametrize(
    ("code", "low", "expected"),
    [("fr", 10, ("armée", "Gao", "ML", "2021-03-02")), ("en", 12, ("police", "Mogadishu", "SO", "2021-03-01"))],
)
def test_a_toll_has_its_speaker_place_and_day(
    read: dict[str, Extraction], code: str, low: int, expected: tuple[str, str, str, str]
) -> None:
    (claim,) = [c for c in read[code].claims if c.kind == "toll" and c.count and c.count.low == low]
    (speaker,) = claim.said_by
    assert claim.place is not None
    assert claim.time is not None
    assert (speaker.text, claim.place.text, claim.place.country, claim.time.earliest) == expected
    assert claim.time.latest == claim.time.earliest
    assert claim.place.precision == 1


@each_language
def test_every_claim_keeps_the_contract(read: dict[str, Extraction], code: str) -> None:
    text, events = REPORTS[code], load_events()
    claims = read[code].claims
    assert claims
    ids = {claim.id for claim in claims}
    assert len(ids) == len(claims)
    for claim in claims:
        assert claim.report == f"{code}-1"
        assert claim.quote.exact == text[claim.quote.start : claim.quote.end]
        assert claim.quote.exact.strip() == claim.quote.exact != ""
        assert claim.sentence.holds(claim.quote.span)
        assert claim.kind in KINDS
        assert claim.basis in BASES
        assert claim.modality in MODALITIES
        assert claim.event is None or claim.event in events
        assert claim.people
        assert set(claim.people) <= set(PEOPLE)
        assert claim.count is None or claim.count.wording in WORDINGS
        assert (claim.kind == "toll") == (claim.outcome in OUTCOMES)
        assert {target for link in claim_row(claim)["links"].values() for target in link} <= ids - {claim.id}
        assert claim_row(claim_from_row(claim_row(claim), claim.digest)) == claim_row(claim)


@each_language
def test_claims_stand_in_text_order(read: dict[str, Extraction], code: str) -> None:
    keys = [(c.quote.start, c.quote.end, c.id) for c in read[code].claims]
    assert keys == sorted(keys)


@each_language
def test_an_appeal_for_money_is_set_aside_and_yields_nothing(read: dict[str, Extraction], code: str) -> None:
    aside = [part for part in read[code].set_aside if part.kind == "solicitation"]
    assert aside
    assert any("https://" in part.text for part in aside)
    for claim in read[code].claims:
        assert not any(part.span.overlaps(claim.quote.span) for part in aside)
    for place in read[code].places:
        assert place.span is None or not any(part.span.overlaps(place.span) for part in aside)


@each_language
def test_reading_twice_gives_the_same(read: dict[str, Extraction], code: str, tools: Tools) -> None:
    assert extract(report(code), tools) == read[code]


@each_language
def test_without_a_publication_day_nothing_is_dated_but_the_offset_is_kept(code: str, tools: Tools) -> None:
    found = extract(make_report("r", REPORTS[code], code, None), tools).claims
    times = [claim.time for claim in found if claim.kind == "toll" and claim.time]
    assert times
    assert {(time.earliest, time.latest, time.anchor) for time in times} == {(None, None, "publication")}


@each_language
def test_the_publication_day_does_not_change_the_ids(read: dict[str, Extraction], code: str, tools: Tools) -> None:
    bare = extract(make_report("other name", REPORTS[code], code, None), tools)
    ids = [claim.id for claim in bare.claims if claim.kind == "toll"]
    assert ids == [claim.id for claim in read[code].claims if claim.kind == "toll"]


def test_a_set_aside_sentence_holds_no_claim(tools: Tools) -> None:
    start = FRENCH.index("Le gouverneur")
    part = Span(start, FRENCH.index("Aucun civil"))
    plain = Report(id="r", text=FRENCH, digest="d", language="fr")
    cut = Report(
        id="r", text=FRENCH, digest="d", language="fr", set_aside=(SetAside("boilerplate", part, part.of(FRENCH), "x"),)
    )
    assert 9 in {low for _, low, _, _ in told(extract(plain, tools).claims)}
    assert 9 not in {low for _, low, _, _ in told(extract(cut, tools).claims)}


@pytest.mark.parametrize("text", ["", " ", "\n\n", "…", "12", "Rien."])
def test_a_report_that_says_nothing_yields_nothing(tools: Tools, text: str) -> None:
    assert extract(make_report("r", text, "fr", None), tools).claims == ()


def test_drafts_are_found_without_resolving_places_or_times(tools: Tools) -> None:
    drafts = find_drafts(annotated(tools, "en", "At least five people were killed in Mogadishu."), tools).drafts
    assert [(d.outcome, d.place_mention, d.time_mention) for d in drafts if d.kind == "toll"] == [
        ("killed", None, None)
    ]


def test_a_parser_is_loaded_once_and_on_first_use(tools: Tools) -> None:
    pack = Pack("xx", tools.packs["fr"].folder, {"parser": {"kind": "plain"}})
    own = Tools({"xx": pack, **tools.packs}, tools.gazetteer, tools.events, tools.registry)
    assert own.parsers == {}
    assert own.parser("xx") is own.parser("xx")
    assert set(own.parsers) == {"xx"}


def test_a_pack_that_asks_for_an_unknown_parser_is_refused_with_the_way_out(tools: Tools, tmp_path: Path) -> None:
    pack = Pack("xx", tmp_path, {"parser": {"kind": "oracle"}})
    own = Tools({"xx": pack}, tools.gazetteer, tools.events, tools.registry)
    with pytest.raises(LanguageError, match="oracle") as refused:
        own.parser("xx")
    assert "spacy" in refused.value.remedy


def test_only_the_languages_asked_for_are_loaded() -> None:
    assert set(load_tools(["en"]).packs) == {"en"}


def test_a_language_without_a_pack_is_refused() -> None:
    with pytest.raises(LanguageError):
        load_tools(["tlh"])

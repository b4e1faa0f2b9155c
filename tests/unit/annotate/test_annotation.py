"""One report annotated: everything aligned, dates no amounts, what was set aside not read."""

import pytest
from tests.unit.annotate.reading import annotated

from bilan.annotate.annotation import annotate
from bilan.model.report import Report
from bilan.model.text import SetAside, Span
from bilan.pipeline import Tools
from bilan.read.passages import find_passages

TEXT = "Trois morts à Idleb.\n\nSelon la police, 12 civils ont été blessés mardi à Alep."


def test_clauses_and_cues_belong_to_their_sentences(tools: Tools) -> None:
    found = annotated(tools, "fr", TEXT)
    assert len(found.sentences) == len(found.clauses) == len(found.cues) == 2
    assert [[c.word.outcome for c in clauses] for clauses in found.clauses] == [["killed"], ["injured"]]
    assert [cue.words for cue in found.cues[1] if cue.kind == "according"] == ["selon"]


def test_mentions_stand_in_text_order_with_their_exact_words(tools: Tools) -> None:
    found = annotated(tools, "fr", TEXT)
    assert [m.text for m in found.places if m.role == "place"] == ["Idleb", "Alep"]
    assert all(mention.span.of(TEXT) == mention.text for mention in found.places)
    assert all(mention.span.of(TEXT) == mention.text for mention in found.times)
    starts = [mention.span.start for mention in found.places]
    assert starts == sorted(starts)


def test_tokens_know_that_they_belong_to_a_place_or_a_time(tools: Tools) -> None:
    sentence = annotated(tools, "fr", TEXT).sentences[1]
    assert {sentence.low[i] for i in sentence.places} == {"alep"}
    assert {sentence.low[i] for i in sentence.times} >= {"mardi"}


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "Il est parti le 12 mars 2021."),
        ("fr", "Il est parti en 2016."),
        ("fr", "Il est parti le 3 mai à 14 h 30."),
        ("en", "He left on 12 March 2021."),
        ("en", "He left in 2016."),
        ("en", "He left on May 3, 2019."),
    ],
)
def test_dates_and_years_are_no_amounts(tools: Tools, code: str, text: str) -> None:
    (sentence,) = annotated(tools, code, text).sentences
    assert [n for n in sentence.number_at.values() if not n.one] == []


@pytest.mark.parametrize(
    ("code", "text", "low"),
    [
        ("fr", "Le 12 mars 2021, 37 civils ont été tués.", 37),
        ("fr", "En 2016, 2016 personnes ont été tuées.", 2016),
        ("en", "On 12 March 2021, 37 civilians were killed.", 37),
        ("en", "In 2016, 2,016 people were killed.", 2016),
    ],
)
def test_an_amount_beside_a_date_is_kept(tools: Tools, code: str, text: str, low: int) -> None:
    (sentence,) = annotated(tools, code, text).sentences
    assert {n.low for n in sentence.number_at.values()} == {low}


def test_what_was_set_aside_is_not_read(tools: Tools) -> None:
    aside = Span(TEXT.index("Selon"), len(TEXT))
    report = Report(
        id="r", text=TEXT, digest="d", language="fr", set_aside=(SetAside("boilerplate", aside, aside.of(TEXT), "x"),)
    )
    found = annotate(
        report, find_passages(report), pack=tools.packs["fr"], parser=tools.parser("fr"), gazetteer=tools.gazetteer
    )
    assert [sentence.span.of(TEXT) for sentence in found.sentences] == ["Trois morts à Idleb."]
    assert not any(mention.span.overlaps(aside) for mention in found.places)
    assert not any(mention.span.overlaps(aside) for mention in found.times)


@pytest.mark.parametrize("text", ["", " \n\t\n", "…", "\u00a0"])
def test_a_text_without_words_annotates_to_nothing(tools: Tools, text: str) -> None:
    report = Report(id="r", text=text, digest="d", language="fr")
    found = annotate(
        report,
        find_passages(report),
        pack=tools.packs["fr"],
        parser=tools.parser("fr"),
        gazetteer=tools.gazetteer,
    )
    assert not any(found.clauses)
    assert not any(found.cues)
    assert found.places == ()
    assert found.times == ()

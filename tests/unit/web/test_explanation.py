"""The rule-writer's page: whole, escaped, its clauses drawn, in every language of the pages."""

from dataclasses import replace

import pytest
from tests.unit.web.test_page import HOSTILE, SOURCES, Page

from bilan.explain.picture import (
    WHY,
    ClausePicture,
    Find,
    Fired,
    NearMiss,
    Picture,
    SentencePicture,
    Slot,
    Stray,
    Word,
)
from bilan.web.catalogue import list_page_languages, load_catalogue
from bilan.web.clause_drawing import draw_clause
from bilan.web.explanation import render_explanation

WORDS = tuple(
    Word(n, text, text.lower(), "X", "dep", None if n == 2 else 2)
    for n, text in enumerate(["Les", "rebelles", "tuent", "douze", "civils"])
)
CLAUSE = ClausePicture(
    2, "tuent", "act", "tuer", "killed", "people", ("active",),
    (Slot("agent", 0, 1, "Les rebelles", "subject"), Slot("patient", 3, 4, "douze civils", "object")),
)  # fmt: skip
SENTENCE = SentencePicture(
    start=0,
    end=32,
    text="Les rebelles tuent douze civils",
    words=WORDS,
    finds=tuple(Find(kind, 3, 4, "douze civils", "x") for kind in ("number", "people", "time", "place", "cue")),
    clauses=(CLAUSE,),
    fired=(Fired("toll", "killed", "douze civils", "act/tuer/object", (("basis", "part", "dont"),)),),
    near_misses=tuple(NearMiss("trois chars", "act/tuer/object", code, "chars") for code in WHY),
    strays=(Stray("trois", "thing"),),
)
PICTURE = Picture("fr", (SENTENCE,))


@pytest.mark.parametrize("language", list_page_languages())
def test_the_page_is_whole_loads_nothing_and_speaks_its_language(language: str) -> None:
    text = render_explanation(PICTURE, language=language)
    page, words = Page(text), load_catalogue(language)
    assert (page.wrong, page.open) == ([], [])
    assert not SOURCES & set(page.attributes)
    assert page.tags["script"] == 0
    assert [code for code in WHY if words.text(f"stray.{code}") not in text] == []
    assert page.tags["svg"] == 1


def test_hostile_words_are_shown_not_obeyed() -> None:
    bad = replace(
        SENTENCE,
        text=HOSTILE,
        words=tuple(replace(word, text=HOSTILE, dep=HOSTILE) for word in WORDS),
        finds=tuple(replace(find, detail=HOSTILE, kind=HOSTILE) for find in SENTENCE.finds),
        clauses=(replace(CLAUSE, text=HOSTILE, lemma=HOSTILE, slots=(Slot(HOSTILE, 0, 1, HOSTILE, HOSTILE),)),),
        near_misses=(NearMiss(HOSTILE, HOSTILE, HOSTILE, HOSTILE),),
    )
    text = render_explanation(Picture("fr", (bad,)))
    page = Page(text)
    assert (page.wrong, page.tags["script"], page.tags["img"]) == ([], 0, 0)
    assert "<script>" not in text


def test_a_text_in_which_there_is_nothing_says_so() -> None:
    assert load_catalogue("en").text("explain.none") in render_explanation(Picture("fr", ()))


def test_a_drawing_has_an_arc_and_a_bracket_for_each_argument_and_a_box_for_the_predicate() -> None:
    svg = str(draw_clause(WORDS, CLAUSE, label="the clause"))
    assert (svg.count("<path"), svg.count("<rect"), svg.count('class="slot"')) == (4, 1, 2)
    assert svg.count("arc-agent") == 2
    assert 'aria-label="the clause"' in svg


def test_an_argument_that_is_the_predicate_itself_has_no_arc() -> None:
    own = replace(CLAUSE, slots=(Slot("self", 2, 2, "tuent", "noun"),))
    assert str(draw_clause(WORDS, own, label="x")).count("<path") == 1

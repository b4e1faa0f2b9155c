"""A report as the search for places sees it: which nouns stand before a name."""

import pytest

from bilan.annotate.place_page import Page
from bilan.annotate.place_words import place_words
from bilan.annotate.tokens import Parse
from bilan.languages.load import load_language
from bilan.model.text import Span

FRENCH = load_language("fr")


def page_of(text: str) -> Page:
    return Page(text, Parse((), (Span(0, len(text)),), ()), place_words(FRENCH))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Le village de Brumeval brûle.", "city"),
        ("Les villages de Brumeval brûlent.", "city"),
        ("Le camp et la ville de Brumeval brûlent.", "city"),
        ("Le villageois de Brumeval pleure.", None),
    ],
)
def test_the_noun_right_before_a_name_says_its_kind(text: str, kind: str | None) -> None:
    start = text.index("Brumeval")
    assert page_of(text).told(start, start + len("Brumeval")).kind == kind


def test_only_nouns_of_the_kinds_asked_for_introduce_a_name() -> None:
    text = "La ville de Brumeval et le lac de Noireau."
    assert page_of(text).introduced({"city"}) == {text.index("Brumeval")}
    assert page_of(text).introduced({"water"}) == {text.index("Noireau")}

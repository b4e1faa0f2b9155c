"""Bare numbers of a toll, before and behind the word that announces them."""

import pytest
from tests.unit.annotate.reading import at, sentence_of, words

from bilan.annotate import amounts
from bilan.pipeline import Tools


@pytest.mark.parametrize(
    ("code", "text", "word", "number"),
    [
        ("fr", "Le bilan s'élève à 37.", "bilan", "37"),
        ("fr", "Le bilan est d'au moins 37.", "bilan", "au moins 37"),
        ("fr", "Le bilan, encore provisoire, dépasse désormais 37.", "bilan", "37"),
        ("fr", "Le bilan reste inconnu.", "bilan", None),
        ("fr", "Le bilan tombe (37 maisons ont brûlé).", "bilan", None),
        ("fr", "Le bilan des pertes atteint 37 millions d'euros.", "bilan", None),
        ("en", "The toll rose to 37.", "toll", "37"),
        ("en", "The toll is unknown.", "toll", None),
        ("en", "The toll is unknown (37 houses burned).", "toll", None),
        ("en", "The toll climbed by 40%.", "toll", None),
    ],
)
def test_a_toll_announces_a_bare_number_only(tools: Tools, code: str, text: str, word: str, number: str | None) -> None:
    sentence = sentence_of(tools, code, text)
    found = amounts.number_of_toll(sentence, at(sentence, word))
    assert (words(sentence, found) if found else None) == number


@pytest.mark.parametrize(
    ("text", "number"), [("Cela porte à 86 le nombre de morts.", "86"), ("Cela change le nombre de morts.", None)]
)
def test_the_number_may_stand_before_the_words_for_it(tools: Tools, text: str, number: str | None) -> None:
    sentence = sentence_of(tools, "fr", text)
    found = amounts.number_before(sentence, at(sentence, "nombre"))
    assert (words(sentence, found) if found else None) == number

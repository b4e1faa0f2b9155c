"""Noun phrases and their amounts, read left from the noun whatever the parser made of the number."""

import pytest
from tests.unit.annotate.reading import at, sentence_of, words

from bilan.annotate.phrases import Phrase, conjuncts, phrase_at
from bilan.pipeline import Tools


def phrase(tools: Tools, code: str, text: str, word: str) -> tuple[str, Phrase]:
    sentence = sentence_of(tools, code, text)
    found = phrase_at(sentence, at(sentence, word))
    return words(sentence, found), found


@pytest.mark.parametrize(
    ("code", "text", "word", "expected"),
    [
        ("fr", "Au moins 37 civils ont péri.", "civils", ("Au moins 37 civils", 37)),
        ("fr", "Une vingtaine de blessés sont arrivés.", "blessés", ("Une vingtaine de blessés", 20)),
        ("fr", "Des dizaines de morts gisaient là.", "morts", ("dizaines de morts", 20)),
        ("fr", "Douze autres jeunes soldats ont péri.", "soldats", ("Douze autres jeunes soldats", 12)),
        ("fr", "Les 12 blessés sont arrivés.", "blessés", ("12 blessés", 12)),
        ("fr", "1 200 villageois ont fui.", "villageois", ("1 200 villageois", 1200)),
        ("fr", "De 20 à 30 corps ont été vus.", "corps", ("20 à 30 corps", 20)),
        ("fr", "Près d'une centaine d'otages sont là.", "otages", ("Près d'une centaine d'otages", 100)),
        ("en", "At least 37 civilians died.", "civilians", ("At least 37 civilians", 37)),
        ("en", "Dozens of wounded civilians arrived.", "civilians", ("Dozens of wounded civilians", 20)),
        ("en", "Twelve other young soldiers died.", "soldiers", ("Twelve other young soldiers", 12)),
        ("en", "The 12 dead were buried.", "dead", ("12 dead", 12)),
        ("en", "Two government army soldiers died.", "soldiers", ("Two government army soldiers", 2)),
        ("en", "Between 20 and 30 bodies were seen.", "bodies", ("Between 20 and 30 bodies", 20)),
    ],
)
def test_a_phrase_holds_its_amount(tools: Tools, code: str, text: str, word: str, expected: tuple[str, int]) -> None:
    found, own = phrase(tools, code, text, word)
    assert own.number is not None
    assert (found, own.number.low) == expected
    assert own.plural


@pytest.mark.parametrize(
    ("code", "text", "word"),
    [
        ("fr", "Douze véhicules et des civils sont partis.", "civils"),
        ("fr", "Après trois attaques, les civils ont fui.", "civils"),
        ("fr", "Douze maires, ministres et députés ont protesté.", "députés"),
        ("en", "Twelve vehicles and civilians left.", "civilians"),
        ("en", "After three attacks, civilians fled.", "civilians"),
    ],
)
def test_a_neighbours_amount_is_not_taken(tools: Tools, code: str, text: str, word: str) -> None:
    assert phrase(tools, code, text, word)[1].number is None


@pytest.mark.parametrize(
    ("code", "text", "word", "expected"),
    [
        ("fr", "Les blessés crient.", "blessés", (True, True)),
        ("fr", "Des blessés crient.", "blessés", (False, True)),
        ("fr", "Un policier crie.", "policier", (False, False)),
        ("fr", "Le policier crie.", "policier", (True, False)),
        ("fr", "Ces femmes crient.", "femmes", (True, True)),
        ("fr", "Il parle aux blessés.", "blessés", (True, True)),
        ("en", "The wounded men scream.", "men", (True, True)),
        ("en", "Soldiers scream.", "soldiers", (None, True)),
        ("en", "A policeman screams.", "policeman", (False, False)),
        ("en", "The policeman screams.", "policeman", (True, False)),
        ("en", "His children scream.", "children", (True, True)),
        ("en", "Another soldier screams.", "soldier", (False, False)),
    ],
)
def test_articles_tell_known_people_from_new_ones(
    tools: Tools, code: str, text: str, word: str, expected: tuple[bool | None, bool]
) -> None:
    _, own = phrase(tools, code, text, word)
    assert (own.definite, own.plural) == expected


@pytest.mark.parametrize(
    ("code", "text", "word", "form"),
    [
        ("fr", "Deux soldats crient.", "soldats", "noun"),
        ("fr", "Il a été tué.", "il", "pronoun"),
        ("fr", "Karim Benali crie.", "karim", "name"),
        ("fr", "Le bilan est de 37.", "37", "number"),
        ("en", "Two soldiers scream.", "soldiers", "noun"),
        ("en", "He was killed.", "he", "pronoun"),
        ("en", "Karim Benali screams.", "benali", "name"),
        ("en", "The toll stands at 37.", "37", "number"),
    ],
)
def test_the_form_of_a_phrase_is_told(tools: Tools, code: str, text: str, word: str, form: str) -> None:
    assert phrase(tools, code, text, word)[1].form == form


@pytest.mark.parametrize(
    ("code", "text", "word", "noun"),
    [
        ("fr", "Une vingtaine de soldats ont péri.", "vingtaine", "soldats"),
        ("en", "Dozens of soldiers died.", "dozens", "soldiers"),
    ],
)
def test_an_amount_leads_to_the_noun_it_counts(tools: Tools, code: str, text: str, word: str, noun: str) -> None:
    sentence = sentence_of(tools, code, text)
    assert sentence.low[phrase_at(sentence, at(sentence, word)).head] == noun


@pytest.mark.parametrize(
    ("code", "text", "word", "others"),
    [
        ("fr", "Deux civils et un policier ont été tués.", "civils", ["un policier"]),
        ("fr", "Trois soldats ont péri et deux civils crient.", "soldats", []),
        (
            "en",
            "They killed two soldiers and three nurses.",
            "soldiers",
            ["three nurses"],
        ),
        ("en", "Three soldiers died.", "soldiers", []),
    ],
)
def test_coordinated_phrases_are_listed_in_order(
    tools: Tools, code: str, text: str, word: str, others: list[str]
) -> None:
    sentence = sentence_of(tools, code, text)
    found = conjuncts(sentence, phrase_at(sentence, at(sentence, word)))
    assert [words(sentence, other) for other in found] == others


@pytest.mark.parametrize("text", ["Le colonel Karim Benali a péri.", "Trois hommes de Karim Benali ont péri."])
def test_a_name_reaches_to_its_last_part(tools: Tools, text: str) -> None:
    found, own = phrase(tools, "fr", text, "karim")
    assert found == "Karim Benali"
    assert own.last == own.head + 1


@pytest.mark.parametrize(
    ("code", "text", "word", "whole"),
    [
        ("en", "A 34-year-old man was shot dead.", "man", "A 34-year-old man"),
        ("en", "A young man was shot dead.", "man", "A young man"),
        ("fr", "Un homme de 34 ans a été abattu.", "homme", "Un homme"),
    ],
)
def test_an_age_does_not_cut_a_phrase(tools: Tools, code: str, text: str, word: str, whole: str) -> None:
    assert phrase(tools, code, text, word)[0] == whole

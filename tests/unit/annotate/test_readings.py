"""Signs around a word that tell a counted noun from an attribute or a verb, each with and without."""

# ruff: noqa: FBT001  # truth values are columns of the tables

import pytest
from tests.unit.annotate.reading import at, sentence_of

from bilan.annotate import readings
from bilan.pipeline import Tools


@pytest.mark.parametrize(
    ("code", "text", "word", "governed"),
    [
        ("fr", "Douze soldats ont été tués.", "tués", True),
        ("fr", "Douze soldats ont péri.", "péri", True),
        ("fr", "On compte douze soldats tués.", "tués", False),
        ("fr", "On compte douze morts.", "morts", False),
        ("en", "Twelve soldiers were wounded.", "wounded", True),
        ("en", "There are twelve wounded.", "wounded", False),
    ],
)
def test_an_auxiliary_makes_a_verb(tools: Tools, code: str, text: str, word: str, governed: bool) -> None:
    sentence = sentence_of(tools, code, text)
    assert readings.auxiliary_before(sentence, at(sentence, word)) is governed


@pytest.mark.parametrize(
    ("code", "text", "word", "modifies"),
    [
        ("en", "They carried 12 wounded soldiers.", "wounded", True),
        ("en", "The death toll rose.", "death", True),
        ("en", "They carried 12 wounded.", "wounded", False),
        ("en", "The death of a soldier was announced.", "death", False),
        ("fr", "Ils ont porté 12 blessés.", "blessés", False),
        ("fr", "Douze soldats blessés gisaient là.", "blessés", False),
    ],
)
def test_a_word_that_describes_the_next_noun_is_no_victim(
    tools: Tools, code: str, text: str, word: str, modifies: bool
) -> None:
    sentence = sentence_of(tools, code, text)
    assert readings.modifies_next(sentence, at(sentence, word)) is modifies


@pytest.mark.parametrize(
    ("code", "text", "word", "counted"),
    [
        ("fr", "Le raid a fait 35 blessés.", "blessés", True),
        ("fr", "Le raid a fait 35 autres blessés.", "blessés", True),
        ("fr", "Le raid a fait une vingtaine de blessés.", "blessés", True),
        ("fr", "Le raid a fait un mort.", "mort", True),
        ("fr", "On a vu 35 pompiers blessés.", "blessés", False),
        ("fr", "Les blessés crient.", "blessés", False),
        ("en", "The raid left 35 dead.", "dead", True),
        ("en", "The raid left dozens of wounded.", "wounded", True),
        ("en", "They saw 35 firemen wounded.", "wounded", False),
        ("en", "The wounded scream.", "wounded", False),
    ],
)
def test_a_number_right_before_counts_and_one_behind_another_noun_does_not(
    tools: Tools, code: str, text: str, word: str, counted: bool
) -> None:
    sentence = sentence_of(tools, code, text)
    assert readings.counted_directly(sentence, at(sentence, word)) is counted


@pytest.mark.parametrize(
    ("code", "text", "word", "negated"),
    [
        ("fr", "Le raid n'a pas fait de blessés.", "blessés", True),
        ("fr", "Un incendie sans faire de victime.", "victime", True),
        ("fr", "Le raid a fait des blessés.", "blessés", False),
        ("fr", "Il n'est pas venu, des blessés crient.", "blessés", False),
        ("en", "The fire caused no deaths.", "deaths", True),
        ("en", "The fire ended without casualties.", "casualties", True),
        ("en", "The fire caused deaths.", "deaths", False),
        ("en", "He did not come, and casualties were feared.", "casualties", False),
    ],
)
def test_a_negation_reaches_its_noun_but_not_over_a_comma(
    tools: Tools, code: str, text: str, word: str, negated: bool
) -> None:
    sentence = sentence_of(tools, code, text)
    assert readings.negated_left(sentence, at(sentence, word)) is negated


@pytest.mark.parametrize(
    ("code", "text", "word", "joined"),
    [
        ("fr", "Le raid a fait 12 morts et blessés.", "blessés", True),
        ("fr", "On a vu des morts et blessés.", "blessés", False),
        ("en", "The raid caused 12 deaths and injuries.", "injuries", True),
        ("en", "The dead were wounded.", "wounded", False),
    ],
)
def test_a_noun_joined_to_a_counted_one_is_a_victim_too(
    tools: Tools, code: str, text: str, word: str, joined: bool
) -> None:
    sentence = sentence_of(tools, code, text)
    assert readings.joined_person(sentence, at(sentence, word)) is joined

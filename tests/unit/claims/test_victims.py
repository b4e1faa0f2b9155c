"""Victims' records: one person's words, name, age and sex, as far as the words show them."""

import pytest
from tests.unit.claims.reading import read

from bilan.model.claim import Victim
from bilan.pipeline import Tools


def victims(tools: Tools, code: str, text: str) -> list[Victim]:
    return [victim for claim in read(tools, code, text) if claim.kind == "toll" for victim in claim.victims]


def only(tools: Tools, code: str, text: str) -> Victim:
    (victim,) = victims(tools, code, text)
    return victim


@pytest.mark.parametrize(
    ("code", "text", "victim"),
    [
        ("fr", "Un homme de 34 ans est décédé.", Victim("Un homme", None, 34, "male")),
        ("fr", "Une femme a été tuée.", Victim("Une femme", None, None, "female")),
        ("fr", "Le journaliste Marc Vidal a été tué.", Victim("Le journaliste Marc Vidal", "Marc Vidal", None, None)),
        ("fr", "L'ancien maire Marc Vidal a été tué.", Victim("L'ancien maire Marc Vidal", "Marc Vidal", None, None)),
        ("fr", "Une institutrice âgée de 52 ans a été tuée.", Victim("Une institutrice", None, 52, "female")),
        ("en", "A 34-year-old man died.", Victim("A 34-year-old man", None, 34, "male")),
        ("en", "A woman was killed.", Victim("A woman", None, None, "female")),
        ("en", "A man aged 61 was killed.", Victim("A man", None, 61, "male")),
        ("en", "Journalist Mark Vidal was killed.", Victim("Journalist Mark Vidal", "Mark Vidal", None, None)),
    ],
)
def test_a_single_victim_is_described(tools: Tools, code: str, text: str, victim: Victim) -> None:
    assert only(tools, code, text) == victim


@pytest.mark.parametrize(
    ("code", "text", "words", "name"),
    [
        ("fr", "Le skieur français Paul Morel a été tué.", "Le skieur français Paul Morel", "Paul Morel"),
        (
            "fr",
            "L'ambassadeur russe en Turquie, Ivan Petrov, a été tué.",
            "L'ambassadeur russe en Turquie, Ivan Petrov",
            "Ivan Petrov",
        ),
        (
            "en",
            "The ambassador to Turkey, Ivan Petrov, was killed.",
            "The ambassador to Turkey, Ivan Petrov",
            "Ivan Petrov",
        ),
    ],
)
def test_a_name_stands_behind_what_describes_its_bearer(
    tools: Tools, code: str, text: str, words: str, name: str
) -> None:
    victim = only(tools, code, text)
    assert (victim.text, victim.name) == (words, name)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "Le garde du ministre Paul Morel a été tué."),
        ("fr", "Un homme a été tué, a dit Paul Morel."),
        ("en", "A man was killed, Paul Morel said."),
    ],
)
def test_a_name_of_somebody_else_is_not_the_victims(tools: Tools, code: str, text: str) -> None:
    assert only(tools, code, text).name is None


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "Douze hommes ont été tués."),
        ("fr", "Des hommes ont été tués."),
        ("fr", "Il a été tué."),
        ("fr", "Aucun homme n'a été tué."),
        ("en", "Twelve men were killed."),
        ("en", "He was killed."),
        ("en", "At least one man was killed."),
    ],
)
def test_more_or_fewer_than_one_person_and_pronouns_have_no_record(tools: Tools, code: str, text: str) -> None:
    assert victims(tools, code, text) == []


def test_an_impossible_age_is_none(tools: Tools) -> None:
    assert only(tools, "fr", "Un homme de 340 ans est décédé.").age is None


def test_a_name_alone_shows_no_sex(tools: Tools) -> None:
    assert only(tools, "fr", "Marie Vidal a été tuée.").sex is None

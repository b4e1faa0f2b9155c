"""Whom a noun phrase speaks of: nouns for people, bodies that are never counted, names."""

import pytest
from tests.unit.annotate.reading import at, sentence_of

from bilan.annotate.humans import Human, bears_name, body_words, human_at, human_words, is_person_name
from bilan.annotate.phrases import phrase_at
from bilan.languages.load import list_languages, load_language
from bilan.model.claim import PEOPLE
from bilan.pipeline import Tools


def human(tools: Tools, code: str, text: str, word: str) -> Human | None:
    sentence = sentence_of(tools, code, text)
    return human_at(sentence, phrase_at(sentence, at(sentence, word)), tools.packs[code])


@pytest.mark.parametrize("code", list_languages())
def test_every_noun_has_people_a_kind_and_a_count_of_the_vocabulary(code: str) -> None:
    table = human_words(load_language(code))
    assert {group for noun in table.values() for group in noun.people} <= set(PEOPLE)
    assert {noun.kind for noun in table.values()} <= {"person", "group", "body", "life", "remains"}
    assert {word for word, noun in table.items() if noun.kind == "body" and noun.persons} == set()
    assert {word for word, noun in table.items() if noun.kind == "person" and noun.persons < 1} == set()


@pytest.mark.parametrize("code", ["fr", "en"])
def test_bodies_that_speak_are_written_in_lower_case(code: str) -> None:
    assert {word for word in body_words(load_language(code)) if word != word.lower()} == set()


@pytest.mark.parametrize(
    ("code", "text", "word", "people"),
    [
        ("fr", "Deux soldats sont morts.", "soldats", ("combatant",)),
        ("fr", "Trois policiers sont morts.", "policiers", ("police",)),
        ("fr", "Une infirmière est morte.", "infirmière", ("medic", "woman")),
        ("fr", "Quatre fillettes sont mortes.", "fillettes", ("child", "woman")),
        ("fr", "Deux travailleurs humanitaires sont morts.", "travailleurs", ("aid-worker",)),
        ("fr", "Trois membres des forces de sécurité sont morts.", "membres", ("security-forces",)),
        ("fr", "Six réfugiés sont morts.", "réfugiés", ("refugee",)),
        ("fr", "Douze personnes sont mortes.", "personnes", ("unknown",)),
        ("en", "Two soldiers died.", "soldiers", ("combatant",)),
        ("en", "Three policemen died.", "policemen", ("police",)),
        ("en", "Four girls died.", "girls", ("child", "woman")),
        ("en", "Two aid workers died.", "workers", ("aid-worker",)),
        ("en", "Three members of the security forces died.", "members", ("security-forces",)),
        ("en", "Six refugees died.", "refugees", ("refugee",)),
        ("en", "Twelve people died.", "people", ("unknown",)),
    ],
)
def test_a_noun_tells_its_people(tools: Tools, code: str, text: str, word: str, people: tuple[str, ...]) -> None:
    found = human(tools, code, text, word)
    assert found is not None
    assert (set(found.people), found.kind) == (set(people), "person")


@pytest.mark.parametrize(
    ("code", "text", "word"),
    [
        ("fr", "Deux chars ont brûlé.", "chars"),
        ("fr", "Trois maisons ont brûlé.", "maisons"),
        ("fr", "Quarante moutons sont morts.", "moutons"),
        ("en", "Two tanks burned.", "tanks"),
        ("en", "Three houses burned.", "houses"),
        ("en", "Forty sheep died.", "sheep"),
    ],
)
def test_things_and_animals_are_nobody(tools: Tools, code: str, text: str, word: str) -> None:
    assert human(tools, code, text, word) is None


@pytest.mark.parametrize(
    ("code", "text", "word", "kind"),
    [("fr", "L'armée avance.", "armée", "body"), ("en", "The army advances.", "army", "body")],
)
def test_an_institution_is_a_body_and_counts_nobody(tools: Tools, code: str, text: str, word: str, kind: str) -> None:
    found = human(tools, code, text, word)
    assert found is not None
    assert (found.kind, found.persons) == (kind, 0)


@pytest.mark.parametrize(
    ("code", "text", "word"), [("fr", "Un couple est mort.", "couple"), ("en", "A couple died.", "couple")]
)
def test_a_couple_is_two(tools: Tools, code: str, text: str, word: str) -> None:
    found = human(tools, code, text, word)
    assert found is not None
    assert found.persons == 2


@pytest.mark.parametrize(
    ("code", "text", "word", "person"),
    [
        ("fr", "Le journaliste Karim Benali est mort.", "karim", True),
        ("fr", "Il vit à Marseille.", "marseille", False),
        ("en", "The reporter Karim Benali died.", "karim", True),
        ("en", "He lives in London.", "london", False),
        ("en", "The reporter died.", "reporter", False),
    ],
)
def test_a_persons_name_is_told_from_a_places(tools: Tools, code: str, text: str, word: str, person: bool) -> None:  # noqa: FBT001  # a table's column
    sentence = sentence_of(tools, code, text)
    assert is_person_name(sentence, phrase_at(sentence, at(sentence, word))) is person


@pytest.mark.parametrize(
    ("code", "text", "word", "named"),
    [
        ("fr", "La mort du basketteur Paul Martin a ému la ville.", "basketteur", True),
        ("fr", "La mort du projet a ému la ville.", "projet", False),
        ("en", "Police spoke of the death of Paul Martin.", "martin", True),
        ("en", "Police spoke of the death of the project.", "project", False),
    ],
)
def test_a_noun_before_a_persons_name_is_that_person(
    tools: Tools, code: str, text: str, word: str, *, named: bool
) -> None:
    sentence = sentence_of(tools, code, text)
    assert bears_name(sentence, phrase_at(sentence, at(sentence, word))) is named

"""Who does what to whom: the parser's labels, and each repair with a sentence that needs it and one that does not."""

import pytest
from tests.unit.annotate.reading import at, sentence_of, words

from bilan.annotate import arguments
from bilan.annotate.phrases import Phrase
from bilan.annotate.syntax import Sentence
from bilan.annotate.verbs import read_verb
from bilan.pipeline import Tools


def texts(sentence: Sentence, found: list[tuple[Phrase, str]]) -> list[str]:
    return [words(sentence, phrase) for phrase, _ in found]


@pytest.mark.parametrize(
    ("code", "text", "word", "subject"),
    [
        ("fr", "Douze civils ont été tués.", "tués", "Douze civils"),
        ("fr", "Douze civils tués à Idleb.", "tués", "Douze civils"),
        ("fr", "Les douze civils qui ont été tués sont inhumés.", "tués", "douze civils"),
        ("fr", "37 civils, dont 12 enfants, ont été tués.", "tués", "37 civils"),
        ("fr", "Sur les 400 passagers, 37 ont péri.", "péri", "37"),
        ("fr", "Trois soldats ont été capturés puis exécutés.", "exécutés", "Trois soldats"),
        ("fr", "Deux policiers et douze civils ont été tués.", "tués", "Deux policiers"),
        ("fr", "Trois civils grièvement blessés attendent.", "blessés", "Trois civils"),
        ("en", "Twelve civilians were killed.", "killed", "Twelve civilians"),
        ("en", "Twelve civilians killed in Idlib.", "killed", "Twelve civilians"),
        ("en", "The twelve civilians who were killed are buried.", "killed", "twelve civilians"),
        ("en", "Three soldiers were captured and executed.", "executed", "Three soldiers"),
        ("en", "Of the 400 passengers, 37 drowned.", "drowned", "37"),
        ("en", "Two policemen and twelve civilians were killed.", "killed", "Two policemen"),
    ],
)
def test_the_subject_is_found(tools: Tools, code: str, text: str, word: str, subject: str) -> None:
    sentence = sentence_of(tools, code, text)
    i = at(sentence, word)
    (found,) = texts(sentence, arguments.subjects(sentence, i, read_verb(sentence, i)))
    assert found.removeprefix("Les ").removeprefix("The ") == subject


@pytest.mark.parametrize(
    ("code", "text", "word", "patient"),
    [
        ("fr", "La bombe a tué douze civils.", "tué", "douze civils"),
        ("fr", "La bombe a tué hier douze civils.", "tué", "douze civils"),
        ("fr", "La bombe a explosé, tuant douze civils.", "tuant", "douze civils"),
        ("fr", "La bombe en a tué douze.", "tué", "douze"),
        ("fr", "La bombe a tué une vingtaine de civils.", "tué", "une vingtaine de civils"),
        ("fr", "Les douze civils que la bombe a tués sont inhumés.", "tués", "douze civils"),
        ("en", "The bomb killed twelve civilians.", "killed", "twelve civilians"),
        ("en", "The bomb exploded, killing twelve.", "killing", "twelve"),
        ("en", "The bomb killed dozens of civilians.", "killed", "dozens of civilians"),
        ("en", "The bomb instantly killed at least twelve civilians.", "killed", "at least twelve civilians"),
    ],
)
def test_the_object_is_found(tools: Tools, code: str, text: str, word: str, patient: str) -> None:
    sentence = sentence_of(tools, code, text)
    i = at(sentence, word)
    assert texts(sentence, arguments.objects(sentence, i, read_verb(sentence, i).first))[:1] == [patient]


def test_a_clitic_stands_for_the_object_of_the_verb_before(tools: Tools) -> None:
    sentence = sentence_of(tools, "fr", "Ils ont enlevé un berger et l'ont abattu.")
    i = at(sentence, "abattu")
    ((phrase, rule),) = arguments.objects(sentence, i, read_verb(sentence, i).first)
    assert (words(sentence, phrase), rule) == ("un berger", "clitic")


@pytest.mark.parametrize(
    ("code", "text", "word", "agent"),
    [
        ("fr", "Douze civils ont été tués par les rebelles.", "tués", ["les rebelles"]),
        ("fr", "Douze civils ont été tués par balles.", "tués", None),
        ("fr", "Douze civils ont été tués.", "tués", []),
        ("en", "Twelve civilians were killed by the rebels.", "killed", ["the rebels"]),
        ("en", "Twelve civilians were killed.", "killed", []),
    ],
)
def test_the_agent_of_a_passive_is_found(
    tools: Tools, code: str, text: str, word: str, agent: list[str] | None
) -> None:
    sentence = sentence_of(tools, code, text)
    found = texts(sentence, arguments.agents(sentence, at(sentence, word)))
    assert found == agent if agent is not None else "les rebelles" not in found


@pytest.mark.parametrize(
    ("code", "text", "word", "victims"),
    [
        ("fr", "La mort de deux soldats a été annoncée.", "mort", ["deux soldats"]),
        ("fr", "L'assassinat du maire indigne.", "assassinat", ["maire"]),
        ("fr", "L'enlèvement de trois humanitaires indigne.", "enlèvement", ["trois humanitaires"]),
        ("fr", "La mort rôde ici.", "mort", []),
        ("en", "The death of two soldiers was announced.", "death", ["two soldiers"]),
        ("en", "The kidnapping of three nurses shocked all.", "kidnapping", ["three nurses"]),
        ("en", "Death lurks here.", "death", []),
    ],
)
def test_a_deed_names_its_victims_behind_of(tools: Tools, code: str, text: str, word: str, victims: list[str]) -> None:
    sentence = sentence_of(tools, code, text)
    found = texts(sentence, arguments.victims_of_deed(sentence, at(sentence, word)))
    assert [whole.removeprefix("du ") for whole in found] == victims


def test_a_possessor_is_the_victim_of_the_deed(tools: Tools) -> None:
    sentence = sentence_of(tools, "en", "The mayor's death was announced.")
    ((phrase, rule),) = arguments.victims_of_deed(sentence, at(sentence, "death"))
    assert (words(sentence, phrase), rule) == ("The mayor", "possessor")


@pytest.mark.parametrize(
    ("code", "text", "start", "head"),
    [
        ("fr", "douze jeunes civils partent", "douze", "douze"),
        ("fr", "les civils partent", "les", "civils"),
        ("fr", "dans la ville", "dans", None),
        ("fr", "qui partent", "qui", None),
        ("en", "the army convoy left", "the", "convoy"),
        ("en", "who left", "who", None),
    ],
)
def test_the_next_noun_is_the_one_whose_phrase_starts_here(
    tools: Tools, code: str, text: str, start: str, head: str | None
) -> None:
    sentence = sentence_of(tools, code, text)
    found = arguments.next_noun(sentence, at(sentence, start))
    assert (sentence.low[found] if found is not None else None) == head

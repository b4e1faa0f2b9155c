"""Voice, polarity and mood of a predicate, each with and without."""

import pytest
from tests.unit.annotate.reading import at, sentence_of

from bilan.annotate.verbs import Verb, auxiliaries, read_verb
from bilan.pipeline import Tools


def verb(tools: Tools, code: str, text: str, word: str) -> Verb:
    sentence = sentence_of(tools, code, text)
    return read_verb(sentence, at(sentence, word))


@pytest.mark.parametrize(
    ("code", "text", "word", "voice"),
    [
        ("fr", "Douze civils ont été tués.", "tués", "passive"),
        ("fr", "Douze civils sont tués chaque jour.", "tués", "passive"),
        ("fr", "Douze civils n'ont pas encore été évacués.", "évacués", "passive"),
        ("fr", "Douze civils tués à Idleb.", "tués", "passive"),
        ("fr", "Les rebelles ont tué douze civils.", "tué", "active"),
        ("fr", "Les rebelles tuent douze civils.", "tuent", "active"),
        ("fr", "La bombe a explosé, tuant douze civils.", "tuant", "active"),
        ("fr", "La bombe a tué douze civils et blessé trois enfants.", "blessé", "active"),
        ("fr", "Il a dévasté une île dont il a détruit les villages et tué 30 personnes.", "tué", "active"),
        ("fr", "Le bus a heurté un camion et dix voyageurs tués y sont restés.", "tués", "passive"),
        ("en", "Twelve civilians were killed.", "killed", "passive"),
        ("en", "Man shot three times in street", "shot", "passive"),
        ("en", "Man shot three soldiers in street", "shot", "active"),
        ("en", "Twelve civilians have been killed.", "killed", "passive"),
        ("en", "Twelve civilians got killed.", "killed", "passive"),
        ("en", "Twelve civilians killed in Idlib.", "killed", "passive"),
        ("en", "Rebels killed twelve civilians.", "killed", "active"),
        ("en", "Rebels have killed twelve civilians.", "killed", "active"),
        ("en", "Rebels kill twelve civilians.", "kill", "active"),
        ("en", "The bomb exploded, killing twelve civilians.", "killing", "active"),
        ("en", "The bomb that killed twelve civilians was hidden.", "killed", "active"),
    ],
)
def test_voice_tells_who_suffers(tools: Tools, code: str, text: str, word: str, voice: str) -> None:
    assert verb(tools, code, text, word).voice == voice


@pytest.mark.parametrize(
    ("code", "text", "word", "negated"),
    [
        ("fr", "Douze civils n'ont pas été tués.", "tués", True),
        ("fr", "Douze civils n'ont jamais été tués.", "tués", True),
        ("fr", "Douze civils ont été tués.", "tués", False),
        ("fr", "Il craint que douze civils ne soient tués.", "tués", False),
        ("en", "Twelve civilians were not killed.", "killed", True),
        ("en", "Twelve civilians weren't killed.", "killed", True),
        ("en", "Twelve civilians were never killed.", "killed", True),
        ("en", "Twelve civilians were killed.", "killed", False),
        ("en", "Not only soldiers died, twelve civilians were killed.", "killed", False),
    ],
)
def test_a_strong_negation_denies_and_a_weak_one_does_not(
    tools: Tools,
    code: str,
    text: str,
    word: str,
    negated: bool,  # noqa: FBT001  # a table's column
) -> None:
    assert verb(tools, code, text, word).negated is negated


@pytest.mark.parametrize(
    ("text", "word", "hearsay"),
    [
        ("Douze civils auraient été tués.", "tués", True),
        ("Douze civils seraient morts.", "morts", True),
        ("Douze civils auraient péri.", "péri", True),
        ("Douze civils ont péri.", "péri", False),
        ("Douze civils avaient été tués.", "tués", False),
    ],
)
def test_the_french_conditional_is_hearsay(tools: Tools, text: str, word: str, hearsay: bool) -> None:  # noqa: FBT001  # a table's column
    assert verb(tools, "fr", text, word).hearsay is hearsay


@pytest.mark.parametrize(
    ("code", "text", "word", "future"),
    [
        ("fr", "Les habitants seront évacués.", "évacués", True),
        ("fr", "Les habitants sont évacués.", "évacués", False),
        ("en", "The residents will be evacuated.", "evacuated", True),
        ("en", "The residents were evacuated.", "evacuated", False),
    ],
)
def test_the_future_is_told_by_its_auxiliary(tools: Tools, code: str, text: str, word: str, future: bool) -> None:  # noqa: FBT001  # a table's column
    assert verb(tools, code, text, word).future is future


@pytest.mark.parametrize(
    ("text", "word", "reflexive"),
    [("Le convoi s'est arrêté.", "arrêté", True), ("Le convoi est arrêté.", "arrêté", False)],
)
def test_a_reflexive_verb_is_marked(tools: Tools, text: str, word: str, reflexive: bool) -> None:  # noqa: FBT001  # a table's column
    assert verb(tools, "fr", text, word).reflexive is reflexive


@pytest.mark.parametrize(
    ("code", "text", "word", "group"),
    [
        ("fr", "Ils n'ont pas encore été tués.", "tués", ["ont", "été"]),
        ("fr", "Ils ont péri.", "péri", ["ont"]),
        ("fr", "Douze civils tués.", "tués", []),
        ("en", "They have not yet been killed.", "killed", ["have", "been"]),
        ("en", "They will be killed.", "killed", ["will", "be"]),
        ("en", "Twelve civilians killed.", "killed", []),
    ],
)
def test_auxiliaries_are_found_across_adverbs(tools: Tools, code: str, text: str, word: str, group: list[str]) -> None:
    sentence = sentence_of(tools, code, text)
    assert [sentence.low[i] for i in auxiliaries(sentence, at(sentence, word))] == group


@pytest.mark.parametrize(
    ("code", "text", "word", "first"),
    [("fr", "Douze civils ont été tués.", "tués", "ont"), ("en", "Twelve men had been killed.", "killed", "had")],
)
def test_the_verb_group_begins_at_its_first_auxiliary(
    tools: Tools, code: str, text: str, word: str, first: str
) -> None:
    sentence = sentence_of(tools, code, text)
    assert sentence.low[read_verb(sentence, at(sentence, word)).first] == first

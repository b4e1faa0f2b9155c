"""Lists of victims, before and behind their verb."""

import pytest
from tests.unit.annotate.reading import at, sentence_of, words

from bilan.annotate import lists
from bilan.annotate.phrases import phrase_at
from bilan.pipeline import Tools


@pytest.mark.parametrize(
    ("code", "text", "first", "rest"),
    [
        ("fr", "Trois soldats, un policier et deux civils ont péri.", "soldats", ["un policier", "deux civils"]),
        ("fr", "Trois soldats ont péri.", "soldats", []),
        ("fr", "Trois soldats, hier, ont péri.", "soldats", []),
        ("en", "Three soldiers, a policeman and two civilians died.", "soldiers", ["a policeman", "two civilians"]),
        ("en", "Karim Benali, 20, died.", "benali", []),
    ],
)
def test_a_list_is_read_up_to_its_verb(tools: Tools, code: str, text: str, first: str, rest: list[str]) -> None:
    sentence = sentence_of(tools, code, text)
    found = lists.list_after(sentence, phrase_at(sentence, at(sentence, first)), sentence.last - 2)
    assert [words(sentence, phrase) for phrase in found] == rest


def test_a_list_is_read_back_from_its_end(tools: Tools) -> None:
    sentence = sentence_of(tools, "fr", "Trois soldats, un policier et deux civils ont péri.")
    found = lists.list_before(sentence, phrase_at(sentence, at(sentence, "civils")))
    assert [words(sentence, phrase) for phrase in found] == ["un policier", "Trois soldats"]


@pytest.mark.parametrize(
    ("code", "text", "first", "rest"),
    [
        ("en", "He killed a cook, a porter and wounded a guest.", "cook", ["a porter"]),
        ("en", "He killed the rector, six others and wounded four.", "rector", ["six others"]),
        ("en", "They killed the mayor, a former soldier, and two guards.", "mayor", ["two guards"]),
        ("en", "She killed her brother and two sisters.", "brother", ["two sisters"]),
        ("en", "They killed two women, one of whom was a nurse.", "women", []),
        ("en", "The bomb killed a clerk, three others were hurt.", "clerk", []),
        ("fr", "Il a tué un cuisinier, un portier et blessé un client.", "cuisinier", ["un portier"]),
        ("fr", "Il a tué le recteur et deux élèves.", "recteur", ["deux élèves"]),
    ],
)
def test_a_list_behind_its_verb_is_read_to_its_end(
    tools: Tools, code: str, text: str, first: str, rest: list[str]
) -> None:
    sentence = sentence_of(tools, code, text)
    found = lists.list_onward(sentence, phrase_at(sentence, at(sentence, first)))
    assert [words(sentence, phrase) for phrase in found] == rest

"""The words of a speaker: the name where there is one, else the noun phrase without its article, never a pronoun."""

import pytest
from tests.unit.annotate.reading import at, sentence_of

from bilan.claims.speakers import noun_phrase_span, speaker_after, speaker_span
from bilan.pipeline import Tools


@pytest.mark.parametrize(
    ("code", "text", "head", "words"),
    [
        ("fr", "Le maire affirme cela.", "maire", "maire"),
        ("fr", "Les secouristes locaux affirment cela.", "secouristes", "secouristes locaux"),
        ("fr", "Un porte-parole de la police affirme cela.", "porte-parole", "porte-parole de la police"),
        ("fr", "Le maire de la ville, Karim Benali, affirme cela.", "maire", "Karim Benali"),
        ("en", "The mayor said so.", "mayor", "mayor"),
        ("en", "Local medics said so.", "medics", "Local medics"),
        ("en", "A spokesman for the police said so.", "spokesman", "spokesman for the police"),
        ("en", "The mayor, Karim Benali, said so.", "mayor", "Karim Benali"),
    ],
)
def test_a_name_comes_before_a_title(tools: Tools, code: str, text: str, head: str, words: str) -> None:
    sentence = sentence_of(tools, code, text)
    span = speaker_span(sentence, at(sentence, head))
    assert span is not None
    assert span.of(text) == words


@pytest.mark.parametrize(
    ("code", "text", "head"),
    [("fr", "Il affirme cela.", "il"), ("en", "She said so.", "she"), ("en", "They said so.", "they")],
)
def test_a_pronoun_is_no_speaker(tools: Tools, code: str, text: str, head: str) -> None:
    sentence = sentence_of(tools, code, text)
    assert speaker_span(sentence, at(sentence, head)) is None
    assert noun_phrase_span(sentence, at(sentence, head)) is None


@pytest.mark.parametrize(
    ("code", "text", "start", "words"),
    [
        ("fr", "Selon la police, douze civils sont morts.", "la", "police"),
        ("fr", "Selon plusieurs témoins, douze civils sont morts.", "plusieurs", "plusieurs témoins"),
        ("fr", "Selon le maire Karim Benali, douze civils sont morts.", "le", "Karim Benali"),
        ("fr", "Douze civils sont morts, selon la police.", "la", "police"),
        ("en", "According to police, twelve died.", "police", "police"),
        ("en", "According to the local council, twelve died.", "the", "local council"),
        ("en", "Twelve died, according to witnesses.", "witnesses", "witnesses"),
    ],
)
def test_a_preposition_is_followed_by_its_speaker(tools: Tools, code: str, text: str, start: str, words: str) -> None:
    sentence = sentence_of(tools, code, text)
    span = speaker_after(sentence, at(sentence, start))
    assert span is not None
    assert span.of(text) == words


@pytest.mark.parametrize(
    ("code", "text", "start"),
    [("fr", "Selon lui, douze sont morts.", "lui"), ("en", "According to him, twelve died.", "him")],
)
def test_a_pronoun_behind_a_preposition_is_no_speaker(tools: Tools, code: str, text: str, start: str) -> None:
    sentence = sentence_of(tools, code, text)
    assert speaker_after(sentence, at(sentence, start)) is None


def test_a_noun_phrase_keeps_its_name_and_complements(tools: Tools) -> None:
    text = "Le ministre de la Défense affirme cela."
    sentence = sentence_of(tools, "fr", text)
    span = noun_phrase_span(sentence, at(sentence, "ministre"))
    assert span is not None
    assert span.of(text) == "ministre de la Défense"

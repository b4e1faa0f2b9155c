"""The parser without a model: what it tells of words and sentences, and that it guesses nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilan.annotate.plain_parser import PlainParser
from bilan.annotate.tokens import Parse
from bilan.languages.load import Pack, load_language
from bilan.model.text import Span

PACK = Pack("xx", load_language("fr").folder, {"parser": {"kind": "plain", "abbreviations": ["M", "Gal"]}})


def _parse(text: str) -> Parse:
    return PlainParser(PACK).parse(text, [Span(0, len(text))])


def _sentences(text: str) -> list[str]:
    return [span.of(text) for span in _parse(text).sentences]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Un. Deux ! Trois ?", ["Un.", "Deux !", "Trois ?"]),
        ("Titre sans point\nLa suite.", ["Titre sans point", "La suite."]),
        ("Il y a 1.200 morts.", ["Il y a 1.200 morts."]),
        ("Selon M. Diallo, rien.", ["Selon M. Diallo, rien."]),
        ("« Rien. » Puis tout.", ["« Rien. »", "Puis tout."]),
        ("قُتل ٣٥ شخصًا. هل نجا أحد؟ لا.", ["قُتل ٣٥ شخصًا.", "هل نجا أحد؟", "لا."]),
    ],
)
def test_sentences_end_at_stops_and_lines_only(text: str, sentences: list[str]) -> None:
    assert [" ".join(sentence.split()) for sentence in _sentences(text)] == sentences


def test_parts_of_speech_come_from_the_pack_and_from_signs_else_they_are_unknown() -> None:
    parse = _parse("Hier 37 civils ont été tués par Zorglub, dit-on.")
    assert [(token.text, token.pos) for token in parse.tokens] == [
        ("Hier", "X"),
        ("37", "NUM"),
        ("civils", "NOUN"),
        ("ont", "AUX"),
        ("été", "AUX"),
        ("tués", "VERB"),
        ("par", "X"),
        ("Zorglub", "PROPN"),
        (",", "PUNCT"),
        ("dit", "X"),
        ("-", "PUNCT"),
        ("on", "X"),
        (".", "PUNCT"),
    ]


def test_letters_keep_their_marks() -> None:
    assert [token.text for token in _parse("قُتِلَ 3").tokens] == ["قُتِلَ", "3"]


def test_runs_of_capital_words_are_names_without_a_label() -> None:
    text = "Le porte-parole Abou Zorglub parle à Zorgville."
    names = [(text[name.start : name.end], name.label) for name in _parse(text).names]
    assert names == [("Abou Zorglub", ""), ("Zorgville", "")]


@given(st.text(max_size=200))
def test_tokens_lie_in_order_in_their_sentence_and_are_their_own_heads(text: str) -> None:
    parse = _parse(text)
    end = 0
    for number, token in enumerate(parse.tokens):
        assert token.i == token.head == number
        assert (token.start, token.text) >= (end, "")
        assert text[token.start : token.end] == token.text
        assert token.dep == token.feats == ""
        sentence = parse.sentences[token.sent]
        assert sentence.start <= token.start < token.end <= sentence.end
        end = token.end
    letters = [sign for sign in text if sign.isalnum()]
    assert letters == [sign for token in parse.tokens for sign in token.text if sign.isalnum()]

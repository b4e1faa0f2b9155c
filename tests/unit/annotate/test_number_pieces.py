"""Number words are cut as the longest entry of numbers.csv that fits: held against asking for every stretch."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bilan.annotate.number_pieces import MAX_WORDS, OTHER, WORD, cut_pieces, number_words
from bilan.languages.load import load_language
from bilan.model.text import Span

BLANKS = "-‑ \u00a0\u202f"
SPOKEN = """au moins quelque plus de moins cent deux mille vingt-et-un l'ordre d'une dizaine près des trois quarts
dozens of more than at least a couple hundred and no one half km ans d’euros 35 1 200 % , . « aujourd'hui"""
TEXTS = st.lists(st.sampled_from(SPOKEN.split()), max_size=14).flatmap(
    lambda words: st.sampled_from([" ", "-", "\u00a0", ", "]).map(lambda blank: blank.join(words))
)


def longest_entry(text: str, start: int, code: str) -> int:
    """Return where the longest entry that begins at `start` ends, trying every number of words; `start` if none."""
    entries, at, ends = number_words(load_language(code)).entries, start, list[int]()
    while len(ends) < MAX_WORDS and (word := WORD.match(text, at)):
        ends.append(word.end())
        at = word.end()
        while text[at : at + 1] and text[at] in BLANKS:
            at += 1
    plain = text.lower().replace("’", "'").replace("'", "' ").replace("-", " ").replace("‑", " ")
    shift = [n + text[:n].count("'") + text[:n].count("’") for n in range(len(text) + 1)]
    known = [end for end in ends if " ".join(plain[shift[start] : shift[end]].split()) in entries]
    return known[-1] if known else start


@pytest.mark.parametrize("code", ["fr", "en"])
@given(text=TEXTS)
@settings(deadline=None)
def test_no_longer_entry_begins_where_a_piece_does(code: str, text: str) -> None:
    for piece in cut_pieces(text, Span(0, len(text)), number_words(load_language(code))):
        if piece.kind in {"digits", "decimal"} or (piece.start and text[piece.start - 1].isalnum()):
            continue
        if piece.kind != OTHER:
            assert piece.end == longest_entry(text, piece.start, code)
            continue
        for word in WORD.finditer(text, piece.start, piece.end):
            if not word.start() or not text[word.start() - 1].isalnum():
                assert longest_entry(text, word.start(), code) == word.start()


def test_what_stands_between_number_words_is_one_piece() -> None:
    text = "Au moins 35 civils, dit-on"
    pieces = list(cut_pieces(text, Span(0, len(text)), number_words(load_language("fr"))))
    assert [text[piece.start : piece.end] for piece in pieces] == ["Au moins", "35", "civils, dit-on"]

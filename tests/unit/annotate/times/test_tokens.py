"""Tokens of the time grammar."""

import pytest

from bilan.annotate.times.tokens import CAPITALISED, EDGE, MARK, WORD, Codebook, Tokens, digit_code, form_tokens


def test_letters_digits_marks_and_paragraphs_are_parted() -> None:
    tokens = Tokens("xx 14h30, d'août\n\n2016", 3, 22)
    assert tokens.forms == ["14", "h", "30", ",", "d", "'", "août", "\n\n", "2016"]
    assert tokens.spans[0] == (3, 5)
    assert tokens.spans[-1] == (18, 22)


def test_a_form_is_known_in_any_case_unless_written_with_a_capital() -> None:
    book = Codebook(["mai", "May"])
    assert book.encode(["mai", "Mai", "MAI"]) == book.of_form("mai") * 3
    assert book.encode(["May", "MAY", "may"]) == book.of_form("May") * 2 + WORD


def test_unknown_tokens_are_words_names_marks_or_edges() -> None:
    assert Codebook(["a"]).encode(["xyz", "Xyz", "!", "\n\n"]) == WORD + CAPITALISED + MARK + EDGE


def test_composed_and_decomposed_letters_are_one() -> None:
    book = Codebook(["août"])
    assert book.encode(["aou\u0302t"]) == book.of_form("août")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("7", "9", True), ("12", "13", False), ("24", "25", False), ("31", "32", False), ("1999", "2016", True),
     ("1899", "1900", False), ("99", "100", False), ("3000", "30000", False), ("٢٠١٦", "2016", True)],
)  # fmt: skip
def test_numbers_are_told_apart_by_what_they_can_be(one: str, other: str, same: bool) -> None:  # noqa: FBT001 - a table
    assert (digit_code(one) == digit_code(other)) is same


def test_grammar_entries_are_split_like_texts() -> None:
    assert form_tokens("aujourd’hui") == ["aujourd", "'", "hui"]

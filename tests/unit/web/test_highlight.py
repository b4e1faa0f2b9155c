"""Cutting a text at its quotes."""

from bilan.model.text import Span
from bilan.web.highlight import Mark, cut_text

TEXT = "Three dead, two of them children."


def test_overlapping_quotes_share_the_words_they_share() -> None:
    cut = cut_text(TEXT, [Mark(Span(0, 16), "a"), Mark(Span(12, 32), "b")])
    assert [(piece.text, piece.keys) for piece in cut] == [
        ("Three dead, ", ("a",)),
        ("two ", ("a", "b")),
        ("of them children", ("b",)),
        (".", ()),
    ]


def test_of_nested_quotes_the_shorter_comes_first() -> None:
    cut = cut_text(TEXT, [Mark(Span(0, 32), "long"), Mark(Span(12, 15), "short")])
    assert cut[1].keys == ("short", "long")


def test_a_quote_opens_and_closes_once() -> None:
    cut = cut_text(TEXT, [Mark(Span(0, 32), "long"), Mark(Span(12, 15), "short")])
    assert [key for piece in cut for key in piece.opens] == ["long", "short"]
    assert [key for piece in cut for key in piece.closes] == ["short", "long"]


def test_a_quote_that_sticks_out_is_cut_at_the_edge() -> None:
    cut = cut_text(TEXT, [Mark(Span(0, 10), "a"), Mark(Span(12, 99), "b"), Mark(Span(3, 3), "c")], Span(6, 15))
    assert [(piece.text, piece.keys) for piece in cut] == [("dead", ("a",)), (", ", ()), ("two", ("b",))]


def test_an_empty_text_has_no_pieces() -> None:
    assert cut_text("", [Mark(Span(0, 4), "a")]) == []

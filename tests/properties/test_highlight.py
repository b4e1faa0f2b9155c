"""Whatever the quotes: the pieces are the text, and each quote covers exactly its words."""

from hypothesis import given
from hypothesis import strategies as st

from bilan.model.text import Span
from bilan.web.highlight import Mark, cut_text

SPANS = st.tuples(st.integers(0, 40), st.integers(0, 40)).map(lambda ends: Span(min(ends), max(ends)))


@given(st.text(max_size=30), st.lists(SPANS, max_size=8))
def test_pieces_join_to_the_text_and_cover_each_quote(text: str, spans: list[Span]) -> None:
    marks = [Mark(span, str(number)) for number, span in enumerate(spans)]
    pieces = cut_text(text, marks)
    assert "".join(piece.text for piece in pieces) == text
    for mark in marks:
        assert "".join(piece.text for piece in pieces if mark.key in piece.keys) == mark.span.of(text)


@given(st.text(max_size=30), st.lists(SPANS, max_size=8))
def test_the_order_of_the_quotes_does_not_matter(text: str, spans: list[Span]) -> None:
    marks = [Mark(span, str(number)) for number, span in enumerate(spans)]
    assert cut_text(text, marks) == cut_text(text, marks[::-1])

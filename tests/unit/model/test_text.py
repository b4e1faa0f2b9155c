"""Spans: whether one of many overlaps another, told without looking at them all."""

from hypothesis import given
from hypothesis import strategies as st

from bilan.model.text import Span, overlaps_any

BOUNDS = st.lists(st.integers(0, 40), unique=True, max_size=12).map(sorted)


@given(bounds=BOUNDS, start=st.integers(0, 40), length=st.integers(1, 8))
def test_overlaps_any_says_what_asking_every_span_would(bounds: list[int], start: int, length: int) -> None:
    spans = [Span(low, high) for low, high in zip(bounds[::2], bounds[1::2], strict=False)]
    span = Span(start, start + length)
    assert overlaps_any(spans, span) == any(own.overlaps(span) for own in spans)


def test_spans_that_touch_do_not_overlap() -> None:
    assert not overlaps_any([Span(0, 3), Span(5, 9)], Span(3, 5))
    assert overlaps_any([Span(0, 3), Span(5, 9)], Span(3, 6))

"""Cut a text at the edges of its quotes, however they overlap, so that each piece knows which quotes cover it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bilan.model.text import Span


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch to show, and what it stands for (`key`: a claim id, or a set-aside's name)."""

    span: Span
    key: str


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of text.

    `keys`: the marks that cover it, shortest first; `opens`, `closes`: those that begin with it, end with it.
    """

    text: str
    keys: tuple[str, ...] = ()
    opens: tuple[str, ...] = ()
    closes: tuple[str, ...] = ()


def cut_text(text: str, marks: Iterable[Mark], within: Span | None = None) -> Sequence[Segment]:
    """Cut `text` into segments; joined in order they are the text (or its part `within`) again.

    Args:
        text: the frozen text the spans count in.
        marks: in any order; overlapping, nested and equal spans are all kept. Empty ones and those outside are left
            out, those that stick out are cut at the edge.
        within: the stretch to return, the whole text when None.
    """
    frame = within or Span(0, len(text))
    kept = sorted(
        (Mark(Span(max(m.span.start, frame.start), min(m.span.end, frame.end)), m.key) for m in marks),
        key=lambda mark: (mark.span.end - mark.span.start, mark.span.start, mark.key),
    )
    kept = [mark for mark in kept if mark.span.start < mark.span.end]
    edges = sorted({frame.start, frame.end, *(e for m in kept for e in (m.span.start, m.span.end))})
    return [
        Segment(
            text[start:end],
            tuple(m.key for m in kept if m.span.start <= start and end <= m.span.end),
            tuple(m.key for m in kept if m.span.start == start),
            tuple(m.key for m in kept if m.span.end == end),
        )
        for start, end in pairwise(edges)
    ]

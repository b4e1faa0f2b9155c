"""Report → passages: the paragraphs that are read for claims, what was set aside taken out.

Passages are bounded: a report that is one endless line is cut between sentences.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from bilan.model.report import Passage, Report
from bilan.model.text import Span
from bilan.read.paragraphs import find_paragraphs, trim

MAX_PASSAGE = 20_000
"""Longest passage in code points: a parser's memory grows with it (spaCy: some 1 MB a 1,000), and no paragraph of a
news report comes near."""

_SENTENCE_END = re.compile(r"[.!?…؟。][\"'»”’)\]]*\s")
_SPACE = re.compile(r"\s")


def find_passages(report: Report) -> tuple[Passage, ...]:
    """Return the stretches of a report that are read for claims, in order, without overlap or outer white space."""
    aside = merge_spans([item.span for item in report.set_aside])
    return tuple(
        Passage(piece, piece.of(report.text))
        for paragraph in find_paragraphs(report.text)
        for left in _without(paragraph, aside)
        for piece in _bounded(report.text, left)
    )


def merge_spans(spans: Sequence[Span]) -> list[Span]:
    """Return the spans in order, overlapping ones joined."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


def _without(span: Span, aside: Sequence[Span]) -> Iterator[Span]:
    """Yield what is left of a span between the set-aside ones, which are sorted and disjoint."""
    start = span.start
    for hole in aside[bisect_right(aside, start, key=lambda hole: hole.end) :]:
        if hole.start >= span.end:
            break
        if hole.start > start:
            yield Span(start, hole.start)
        start = hole.end
    if start < span.end:
        yield Span(start, span.end)


def _bounded(text: str, span: Span) -> Iterator[Span]:
    """Cut at the last sentence end that fits, else at white space, else where the bound falls."""
    start = span.start
    while span.end - start > MAX_PASSAGE:
        cut = _last_end(_SENTENCE_END, text, start) or _last_end(_SPACE, text, start) or start + MAX_PASSAGE
        yield from _trimmed(text, Span(start, cut))
        start = cut
    yield from _trimmed(text, Span(start, span.end))


def _last_end(pattern: re.Pattern[str], text: str, start: int) -> int | None:
    ends = [match.end() for match in pattern.finditer(text, start, start + MAX_PASSAGE)]
    return ends[-1] if ends else None


def _trimmed(text: str, span: Span) -> Iterator[Span]:
    trimmed = trim(text, span)
    if trimmed is not None:
        yield trimmed

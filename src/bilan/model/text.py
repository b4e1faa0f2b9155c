"""Spans of text, and the text that was set aside."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a report's frozen text: code points, `end` exclusive."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the words this span covers in `text`."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: "Span") -> bool:
        """Tell whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end


def overlaps_any(spans: Sequence[Span], span: Span) -> bool:
    """Tell whether one of `spans`, disjoint and in text order, shares a code point with `span`."""
    at = bisect_right(spans, span.start, key=lambda own: own.end)
    return at < len(spans) and spans[at].start < span.end


@dataclass(frozen=True, slots=True)
class Quote:
    """The exact words a claim rests on, with the words around them (a Web Annotation text quote)."""

    start: int
    end: int
    exact: str
    prefix: str
    suffix: str

    @property
    def span(self) -> Span:
        """The quote's place in the frozen text."""
        return Span(self.start, self.end)


QUOTE_CONTEXT = 32  # code points of prefix and suffix, as the Web Annotation examples have it


def quote_of(text: str, span: Span) -> Quote:
    """Cut the quote at `span` out of `text`, with its prefix and suffix."""
    return Quote(
        start=span.start,
        end=span.end,
        exact=span.of(text),
        prefix=text[max(0, span.start - QUOTE_CONTEXT) : span.start],
        suffix=text[span.end : span.end + QUOTE_CONTEXT],
    )


@dataclass(frozen=True, slots=True)
class SetAside:
    """Something in a report that is kept and shown, but is no evidence.

    `kind`: solicitation (an appeal for money or subscribers), boilerplate (menus, captions, credits) or
    number (a number beside a casualty word that became no claim). `reason` is a sentence a reader understands, `code`
    the same as a word for programs, and `sentence` where to read on; both are given for numbers only.
    """

    kind: str
    span: Span
    text: str
    reason: str
    code: str = ""
    sentence: Span | None = None

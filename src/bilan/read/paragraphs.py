"""The paragraphs of a text: its lines, those of a hard-wrapped block joined."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from bilan.model.text import Span

WRAP_MIN, WRAP_MAX = 45, 100
"""Shortest and longest full line of a hard-wrapped text: mail and wire texts wrap at 65 to 80, nobody's editor above
100, and columns narrower than 45 are lists."""

WRAP_FILL = 0.7
"""A wrapped line is filled to this share of the longest, the last of the block excepted: a long word leaves room."""

WRAP_LINES = 3
"""Lines a wrapped block has at least: two are a headline and what stands under it."""

_BULLETS = "-–—•*·▪●"
_LINE = re.compile(r"[^\r\n\u2028\u2029\x0b\x0c\x85]+")
_BREAK = re.compile(r"\r\n|[\r\n\u2028\u2029\x0b\x0c\x85]")
_ENDS_SENTENCE = re.compile(r"[.!?…؟:;][\"'»”’)\]\s]*$")


def find_paragraphs(text: str) -> Iterator[Span]:
    """Yield the paragraphs of a text in order, without outer white space; no blank ones.

    A line break ends a paragraph, so that a headline never runs into what stands below it, unless the lines are one
    hard-wrapped paragraph.
    """
    block: list[Span] = []
    for line in find_lines(text):
        if block and len(_BREAK.findall(text, block[-1].end, line.start)) > 1:
            yield from _join_wrapped(text, block)
            block = []
        block.append(line)
    yield from _join_wrapped(text, block)


def find_lines(text: str) -> Iterator[Span]:
    """Yield the lines that are not blank, without their outer white space."""
    for match in _LINE.finditer(text):
        line = trim(text, Span(*match.span()))
        if line is not None:
            yield line


def trim(text: str, span: Span) -> Span | None:
    """Return the span without outer white space, None if nothing is left."""
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    end = span.end - (len(words) - len(words.rstrip()))
    return Span(start, end) if start < end else None


def _join_wrapped(text: str, block: Sequence[Span]) -> Iterator[Span]:
    """Join the lines of one block wherever the break stands inside a sentence."""
    if not block:
        return
    narrow = max(map(_length, block)) <= WRAP_MAX
    wrapped = narrow and _is_wrapped(text, block)
    start = block[0].start
    for line, following in pairwise(block):
        inside = narrow and not _ENDS_SENTENCE.search(line.of(text))
        if not (inside and (wrapped or text[following.start].islower())):
            yield Span(start, line.end)
            start = following.start
    yield Span(start, block[-1].end)


def _is_wrapped(text: str, block: Sequence[Span]) -> bool:
    """Tell a paragraph broken into lines from a list of headlines, which are about as long but begin with capitals."""
    width = max(map(_length, block))
    if len(block) < WRAP_LINES or width < WRAP_MIN or min(map(_length, block[:-1])) < WRAP_FILL * width:
        return False
    if any(text[line.start] in _BULLETS for line in block):
        return False
    ended = sum(1 for line in block[:-1] if _ENDS_SENTENCE.search(line.of(text)))
    lower = sum(1 for line in block[1:] if text[line.start].islower())
    has_case = any(char.islower() for char in text[block[0].start : block[-1].end])
    return 3 * ended <= len(block) - 1 and (2 * lower >= len(block) - 1 or not has_case)


def _length(line: Span) -> int:
    return line.end - line.start

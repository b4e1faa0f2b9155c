"""The paragraphs of a text: its lines, those of a hard-wrapped block joined."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from bilan.model.text import Span

WRAP_MAX = 100
"""Longest line of a hard-wrapped text: mail and wire texts wrap at 65 to 80, nobody's editor above 100."""

WRAP_LINES = 3
"""Lines a block must have before a line starting with a capital may continue the one above: two short lines are a
headline and what stands under it."""

_LINE = re.compile(r"[^\r\n\u2028\u2029\x0b\x0c\x85]+")
_BREAK = re.compile(r"\r\n|[\r\n\u2028\u2029\x0b\x0c\x85]")
_ENDS_SENTENCE = re.compile(r"[.!?…؟:;][\"'»”’)\]\s]*$")
_FIRST_WORD = re.compile(r"\S+")


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
    width = max(line.end - line.start for line in block)
    start = block[0].start
    for line, following in pairwise(block):
        if not _continues(text, line, following, len(block), width):
            yield Span(start, line.end)
            start = following.start
    yield Span(start, block[-1].end)


def _continues(text: str, line: Span, following: Span, lines: int, width: int) -> bool:
    """Tell whether a line was broken only for want of room: the next line's first word would not have fitted."""
    if width > WRAP_MAX or _ENDS_SENTENCE.search(line.of(text)):
        return False
    if text[following.start].islower():
        return True
    word = _FIRST_WORD.match(text, following.start, following.end)
    room = width - (line.end - line.start)
    return lines >= WRAP_LINES and word is not None and len(word[0]) + 1 > room

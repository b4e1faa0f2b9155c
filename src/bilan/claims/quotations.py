"""Quotations, over several sentences too, and who stands beside them as their speaker."""

import re
from collections.abc import Sequence

from bilan.model.claim import Speaker
from bilan.model.text import Span

MARKS = re.compile("``|''|[«»“”„\"\n]")
PAIRS = {"«": "»", "“": "”", "„": "“", '"': '"', "``": "''"}
BESIDE = 60  # code points between a quotation and the verb of saying that names its speaker
LONGEST = 2000  # code points of a quotation; a longer one lost its closing mark


def find_quotations(text: str) -> list[Span]:
    """Return the stretches between quotation marks, in order; a straight mark closes on the paragraph it opened in."""
    spans: list[Span] = []
    closing, start = "", 0
    for found in MARKS.finditer(text):
        mark = found.group()
        if closing and mark == closing:
            if found.start() - start <= LONGEST:
                spans.append(Span(start, found.end()))
            closing = ""
        elif mark in PAIRS and (not closing or mark != '"'):
            closing, start = PAIRS[mark], found.start()
        elif closing == '"' and mark == "\n":
            closing = ""
    return spans


def quoted_speakers(text: str, verbs: Sequence[tuple[int, Speaker]]) -> list[tuple[Span, Speaker]]:
    """Pair quotations with the speaker who stands right behind or before them.

    Args:
        text: The report's text.
        verbs: Where each verb of saying stands, with its speaker.
    """
    pairs = []
    for span in find_quotations(text):
        after = [speaker for at, speaker in verbs if span.end <= at <= span.end + BESIDE]
        before = [speaker for at, speaker in verbs if span.start - BESIDE <= at < span.start]
        beside = after or before[-1:]
        if beside:
            pairs.append((span, beside[0]))
    return pairs

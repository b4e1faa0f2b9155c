"""Small helpers to read our own sentences: annotated, as one sentence, as claims."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bilan.annotate.annotation import Annotation, annotate
from bilan.annotate.cues import find_cues
from bilan.annotate.numbers import find_numbers
from bilan.annotate.syntax import sentences_of
from bilan.evaluate.inputs import make_report
from bilan.model.text import Span
from bilan.read.passages import find_passages

if TYPE_CHECKING:
    from _pytest.mark.structures import ParameterSet

    from bilan.annotate.cues import Cue
    from bilan.annotate.phrases import Phrase
    from bilan.annotate.syntax import Sentence
    from bilan.model.claim import Claim
    from bilan.model.extraction import Extraction
    from bilan.pipeline import Tools


def fault(*values: object, reason: str) -> ParameterSet:
    """A case that shows a known fault: it must begin to pass, and then lose its mark."""
    return pytest.param(*values, marks=pytest.mark.xfail(strict=True, reason=reason))


def annotated(tools: Tools, code: str, text: str, published: str | None = None) -> Annotation:
    """Annotate a text as the pipeline does."""
    report = make_report("r1", text, code, published)
    return annotate(
        report, find_passages(report), pack=tools.packs[code], parser=tools.parser(code), gazetteer=tools.gazetteer
    )


def sentence_of(tools: Tools, code: str, text: str) -> Sentence:
    """Parse one sentence with its numbers and names, without places and times."""
    pack, whole = tools.packs[code], [Span(0, len(text))]
    parse = tools.parser(code).parse(text, whole)
    (sentence,) = sentences_of(text, parse, find_numbers(text, pack, parse.sentences), pack)
    return sentence


def cues_of(tools: Tools, code: str, text: str) -> tuple[Cue, ...]:
    """Return the cues of one sentence."""
    return find_cues(sentence_of(tools, code, text), tools.packs[code])


def at(sentence: Sentence, word: str) -> int:
    """Return the index of the first token that is `word`."""
    return next(i for i, low in sentence.low.items() if low == word)


def words(sentence: Sentence, phrase: Phrase) -> str:
    """Return the words of a phrase."""
    return phrase.span.of(sentence.text)


def extraction(tools: Tools, code: str, text: str, published: str | None = None) -> Extraction:
    """Read a text through the whole pipeline."""
    from bilan.pipeline import extract  # noqa: PLC0415  # unit tests of a stage start without the whole pipeline

    return extract(make_report("r1", text, code, published), tools)


def claims(tools: Tools, code: str, text: str, published: str | None = None) -> tuple[Claim, ...]:
    """Return all claims of a text."""
    return extraction(tools, code, text, published).claims


def tolls(tools: Tools, code: str, text: str, published: str | None = None) -> tuple[Claim, ...]:
    """Return the toll claims of a text."""
    return tuple(claim for claim in claims(tools, code, text, published) if claim.kind == "toll")


def toll(tools: Tools, code: str, text: str, published: str | None = None) -> Claim:
    """Return the only toll of a text."""
    (claim,) = tolls(tools, code, text, published)
    return claim

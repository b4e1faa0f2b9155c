"""Sentence pairs of one content: French and English must give equal tolls, read from equal clauses.

Clause rules are written once for all languages; that holds only if a clause means the same in each. The third column
of `pairs.tsv` is the number of tolls, so that two sentences from which nothing is read do not pass as equal.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

from bilan.annotate.annotation import Annotation, annotate
from bilan.annotate.clauses import Clause
from bilan.evaluate.inputs import make_report
from bilan.model.claim import Claim
from bilan.pipeline import Tools, extract
from bilan.read.passages import find_passages

LANGUAGES = ("fr", "en")


class Pair(NamedTuple):
    """One content in both languages. `line` names it in test reports."""

    line: int
    sentences: tuple[str, ...]
    tolls: int


def _read_pairs() -> list[Pair]:
    lines = Path(__file__).with_name("pairs.tsv").read_text(encoding="utf-8").splitlines()
    fields = [(n, line.split("\t")) for n, line in enumerate(lines, start=1) if line and not line.startswith("#")]
    return [Pair(n, tuple(columns[:2]), int(columns[2])) for n, columns in fields]


PAIRS = _read_pairs()
each_pair = pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"line-{pair.line}")


@each_pair
def test_both_languages_give_equal_tolls(pair: Pair, tools: Tools) -> None:
    french, english = (
        sorted(_toll(claim) for claim in _claims(sentence, code, tools) if claim.kind == "toll")
        for code, sentence in zip(LANGUAGES, pair.sentences, strict=True)
    )
    assert french == english, pair.sentences
    assert len(french) == pair.tolls, (pair.sentences, french)


@each_pair
def test_both_languages_give_equal_clauses(pair: Pair, tools: Tools) -> None:
    french, english = (
        sorted(_shape(clause) for clause in _clauses(_annotate(sentence, code, tools)))
        for code, sentence in zip(LANGUAGES, pair.sentences, strict=True)
    )
    assert french == english, pair.sentences


def test_there_are_pairs_enough_and_none_stands_twice() -> None:
    texts = [sentence for pair in PAIRS for sentence in pair.sentences]
    assert len(PAIRS) >= 60
    assert len(set(texts)) == len(texts)


def _claims(sentence: str, code: str, tools: Tools) -> Sequence[Claim]:
    return extract(make_report(code, sentence, code, None), tools).claims


def _annotate(sentence: str, code: str, tools: Tools) -> Annotation:
    report = make_report(code, sentence, code, None)
    return annotate(
        report, find_passages(report), pack=tools.packs[code], parser=tools.parser(code), gazetteer=tools.gazetteer
    )


def _clauses(annotation: Annotation) -> list[Clause]:
    return [clause for clauses in annotation.clauses for clause in clauses]


def _toll(claim: Claim) -> tuple[str, ...]:
    """Return what two languages must agree on, as text so that missing values sort too."""
    count = claim.count
    amount = (count.low, count.high, count.wording) if count else (None, None, None)
    people = ",".join(sorted(claim.people))
    rest = (claim.outcome, claim.basis, claim.per, claim.share, claim.modality, people)
    return tuple(str(value) for value in (*rest[:1], *amount, *rest[1:]))


def _shape(clause: Clause) -> tuple[str, tuple[str, ...]]:
    """Return the outcome of a clause's predicate and the slots its victims fill; agents are no victims."""
    return clause.word.outcome, tuple(sorted({arg.slot for arg in clause.args if arg.slot != "agent"}))

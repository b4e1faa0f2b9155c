"""Sentence pairs of one content: French and English must give equal tolls, read from equal clauses.

Clause rules are written once for all languages; that holds only if a clause means the same in each. A file of pairs has
three columns, parted by tabs: the French sentence, the English one, and the number of tolls, so that two sentences from
which nothing is read do not pass as equal.
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from bilan.annotate.annotation import Annotation, annotate
from bilan.annotate.clauses import Clause
from bilan.errors import InputError
from bilan.evaluate.ahead import parse_ahead
from bilan.evaluate.inputs import make_report
from bilan.model.claim import Claim
from bilan.model.report import Report
from bilan.pipeline import Tools, extract
from bilan.read.passages import find_passages

LANGUAGES = ("fr", "en")
ASPECTS = ("tolls", "clauses")
COLUMNS = 3

Shape = tuple[str, tuple[str, ...]]


class Pair(NamedTuple):
    """One content in both languages. `line` names it in test reports."""

    line: int
    sentences: tuple[str, str]
    tolls: int

    @property
    def text(self) -> str:
        """How lists of known failures call the pair: its French sentence."""
        return self.sentences[0]


class PairResult(NamedTuple):
    """What is wrong with one aspect of a pair; empty if it holds."""

    pair: Pair
    aspect: str
    fault: str


def read_pairs(path: Path) -> tuple[Pair, ...]:
    """Read a file of pairs; lines that start with `#` are headings.

    Raises:
        InputError: a line has not three columns, or its third is no number.
    """
    pairs = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line or line.startswith("#"):
            continue
        fields = line.split("\t")
        if len(fields) != COLUMNS or not fields[2].isdecimal():
            raise InputError(f"{path} line {number}: not French, English, number of tolls", "part columns by tabs")
        pairs.append(Pair(number, (fields[0], fields[1]), int(fields[2])))
    return tuple(pairs)


def check_pairs(pairs: Sequence[Pair], tools: Tools) -> Iterator[PairResult]:
    """Read all pairs, parsed in one batch a language, and compare both languages.

    Yields:
        A result for each of `ASPECTS` of each pair, in order.
    """
    reports = [[_report(text, code) for code, text in zip(LANGUAGES, pair.sentences, strict=True)] for pair in pairs]
    known = parse_ahead([report for both in reports for report in both], tools)
    for pair, both in zip(pairs, reports, strict=True):
        french, english = (sorted(_tolls(extract(report, known).claims)) for report in both)
        yield PairResult(pair, "tolls", _toll_fault(french, english, pair.tolls))
        left, right = (sorted(_shapes(_annotate(report, known))) for report in both)
        yield PairResult(pair, "clauses", "" if left == right else f"French {left}, English {right}")


def _toll_fault(french: Sequence[str], english: Sequence[str], wanted: int) -> str:
    if french != english:
        return f"French {'; '.join(french) or 'none'}, English {'; '.join(english) or 'none'}"
    return "" if len(french) == wanted else f"{len(french)} tolls in both, should be {wanted}: {'; '.join(french)}"


def _report(text: str, code: str) -> Report:
    return make_report(code, text, code, None)


def _annotate(report: Report, tools: Tools) -> Annotation:
    code = report.language or ""
    return annotate(
        report, find_passages(report), pack=tools.packs[code], parser=tools.parser(code), gazetteer=tools.gazetteer
    )


def _tolls(claims: Iterable[Claim]) -> Iterator[str]:
    """Yield what two languages must agree on of each toll."""
    for claim in claims:
        if claim.kind == "toll":
            count = claim.count
            amount = (count.low, count.high, count.wording) if count else (None, None, None)
            people = ",".join(sorted(claim.people))
            parts = (claim.outcome, *amount, claim.basis, claim.per, claim.share, claim.modality, people)
            yield " ".join("–" if part is None else str(part) for part in parts)


def _shapes(annotation: Annotation) -> Iterator[Shape]:
    """Yield the outcome of each clause's predicate and the slots its victims fill; agents are no victims."""
    for clauses in annotation.clauses:
        yield from map(_shape, clauses)


def _shape(clause: Clause) -> Shape:
    return clause.word.outcome, tuple(sorted({arg.slot for arg in clause.args if arg.slot != "agent"}))

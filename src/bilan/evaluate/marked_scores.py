"""Score all marked sentences of a pack: how many hold, and how well basis and modality are told."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from bilan.evaluate.floors import Measured
from bilan.evaluate.marked import Marked, check_marked, pair_marks
from bilan.evaluate.matching import Row
from bilan.evaluate.scores import LABELLED, macro_f1

CORPUS = "marked"  # the name under which marked sentences have floors


@dataclass(frozen=True, slots=True)
class MarkedScores:
    """Of `sentences` marked sentences `right` hold in all that is marked.

    `basis_macro_f1`, `modality_macro_f1`: over the marks that name one; a mark without a claim counts as missed.
    `faults`: (sentence, what is wrong) of those that do not hold.
    """

    language: str
    sentences: int
    right: int
    basis_macro_f1: float | None
    modality_macro_f1: float | None
    faults: tuple[tuple[str, tuple[str, ...]], ...]


def score_marked(language: str, read: Sequence[tuple[Marked, Sequence[Row]]]) -> MarkedScores:
    """Score the marked sentences of one pack.

    Args:
        language: the pack's code.
        read: each sentence with the `bilan.claim/1` records read from it.
    """
    faults = tuple((sentence.name, found) for sentence, rows in read if (found := check_marked(sentence, rows)))
    labels = {name: _labels(name, read) for name in LABELLED}
    return MarkedScores(
        language=language,
        sentences=len(read),
        right=len(read) - len(faults),
        basis_macro_f1=macro_f1(labels["basis"]),
        modality_macro_f1=macro_f1(labels["modality"]),
        faults=faults,
    )


def measured_marked(scores: Sequence[MarkedScores]) -> Measured:
    """Return the numbers floors are kept for; empty if no pack has marked sentences."""
    packs = {score.language: _metrics(score) for score in scores if score.sentences}
    return {CORPUS: packs} if packs else {}


def marked_row(scores: MarkedScores) -> dict[str, Any]:
    """Return the scores as a JSON object."""
    return {"schema": "bilan.marked/1", **asdict(scores)}


def _metrics(scores: MarkedScores) -> dict[str, float]:
    found = {
        "right": scores.right / scores.sentences,
        "basis_macro_f1": scores.basis_macro_f1,
        "modality_macro_f1": scores.modality_macro_f1,
    }
    return {name: value for name, value in found.items() if value is not None}


def _labels(name: str, read: Sequence[tuple[Marked, Sequence[Row]]]) -> list[tuple[str | None, str | None]]:
    return [
        (mark.get(name), row[name] if row is not None else None)
        for sentence, rows in read
        for mark, row in pair_marks(sentence, rows)
        if mark.get(name) is not None
    ]

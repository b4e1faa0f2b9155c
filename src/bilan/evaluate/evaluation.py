"""One evaluation of claims: gold reports and predictions, paired once, scored by every view that is asked for."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bilan.evaluate.floors import Measured
from bilan.evaluate.gold import GoldReport
from bilan.evaluate.matching import Pairing, Row
from bilan.evaluate.parallel import Agreement, agreement, shares
from bilan.evaluate.scores import Scores, pair_reports, score_pairings, scores_row


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Gold beside predictions.

    `set_aside` counts the reports left out by language: there is no pack for it. `corpora` are all that were asked
    for, also those left out wholly.
    """

    pairings: tuple[Pairing, ...]
    parallel: Agreement
    gold_parallel: Agreement
    set_aside: tuple[tuple[str, int], ...]
    corpora: frozenset[str]

    @property
    def scores(self) -> Scores:
        """The scores over all reports."""
        return score_pairings(self.pairings)

    @property
    def groups(self) -> tuple[tuple[str, str, Scores], ...]:
        """The scores of each corpus and language, sorted."""
        keys = sorted({(pairing.report.corpus, pairing.report.language) for pairing in self.pairings})
        return tuple(
            (corpus, language, score_pairings([p for p in self.pairings if _key(p) == (corpus, language)]))
            for corpus, language in keys
        )

    @property
    def kept_back(self) -> Scores:
        """The scores over the tenth of the reports whose mistakes are not listed."""
        return score_pairings([pairing for pairing in self.pairings if pairing.report.kept_back])

    @property
    def read(self) -> Scores:
        """The scores over the other reports, whose mistakes rules were made from."""
        return score_pairings([pairing for pairing in self.pairings if not pairing.report.kept_back])


def evaluate_claims(
    reports: Sequence[GoldReport], rows: Sequence[Row], left_out: Sequence[GoldReport] = ()
) -> Evaluation:
    """Pair predictions with gold.

    Args:
        reports: the gold reports that were read.
        rows: their predicted `bilan.claim/1` records.
        left_out: gold reports that could not be read because there is no pack for their language.
    """
    return Evaluation(
        pairings=pair_reports(reports, rows),
        parallel=agreement(reports, rows),
        gold_parallel=agreement(reports, [row for report in reports for row in _gold_rows(report)]),
        set_aside=tuple(sorted(Counter(report.language for report in left_out).items())),
        corpora=frozenset(report.corpus for report in (*reports, *left_out)),
    )


def measured(evaluation: Evaluation) -> Measured:
    """Return every number floors are kept for: corpus → language (or pair of languages) → metric → value."""
    found: dict[str, dict[str, dict[str, float]]] = {}
    for corpus, language, scores in evaluation.groups:
        found.setdefault(corpus, {})[language] = scores.metrics()
    known = shares(evaluation.parallel)
    corpora = {pairing.report.corpus for pairing in evaluation.pairings if pairing.report.parallel is not None}
    for corpus in sorted(corpora) if known else ():
        found[corpus]["-".join(evaluation.parallel.languages)] = known
    return found


def evaluation_row(evaluation: Evaluation) -> dict[str, Any]:
    """Return the evaluation as a JSON object."""
    return {
        "schema": "bilan.evaluation/1",
        "scores": scores_row(evaluation.scores),
        "kept_back": scores_row(evaluation.kept_back),
        "read": scores_row(evaluation.read),
        "groups": [
            {"corpus": corpus, "language": language, **scores_row(scores)}
            for corpus, language, scores in evaluation.groups
        ],
        "parallel": {
            "languages": list(evaluation.parallel.languages),
            "texts": len(evaluation.parallel.pairs),
            "agreement": evaluation.parallel.share,
            "agreement_with_tolls": evaluation.parallel.share_with_tolls,
            "gold_agreement": evaluation.gold_parallel.share,
        },
        "set_aside": dict(evaluation.set_aside),
    }


def _key(pairing: Pairing) -> tuple[str, str]:
    return pairing.report.corpus, pairing.report.language


def _gold_rows(report: GoldReport) -> list[Row]:
    """The gold as far as agreement between languages needs it."""
    return [
        {
            "kind": "toll",
            "report": report.id,
            "outcome": gold.outcome,
            "count": {"low": gold.low, "high": gold.high},
            "basis": gold.basis,
            "share": gold.share,
        }
        for gold in report.claims
    ]

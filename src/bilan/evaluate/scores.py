"""Score predicted claims against gold ones.

`score_claims` is the whole of it: records in, numbers out. Precision, recall and F1 count matched claims over all
reports (micro); attributes are judged on the matched pairs only, so that a missed claim is not punished twice.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bilan.evaluate.attributes import ATTRIBUTES
from bilan.evaluate.gold import GoldReport
from bilan.evaluate.matching import Pairing, Row, pair_claims

LABELLED = ("modality", "basis")  # attributes with few classes of very unequal size: macro-F1 is shown as well


@dataclass(frozen=True, slots=True)
class Tally:
    """How many claims the gold has, how many were predicted, how many of them match."""

    gold: int = 0
    predicted: int = 0
    matched: int = 0

    @property
    def precision(self) -> float:
        """Matched of the predicted; 1.0 if nothing was predicted and nothing was to be found."""
        return self.matched / self.predicted if self.predicted else float(not self.gold)

    @property
    def recall(self) -> float:
        """Matched of the gold; 1.0 if nothing was to be found."""
        return self.matched / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.gold + self.predicted
        return 2 * self.matched / total if total else 1.0


@dataclass(frozen=True, slots=True)
class Accuracy:
    """Of `asked` matched pairs the gold says something of, `right` agree."""

    right: int = 0
    asked: int = 0

    @property
    def value(self) -> float | None:
        """Share of right answers, None where nothing was asked."""
        return self.right / self.asked if self.asked else None


@dataclass(frozen=True, slots=True)
class Scores:
    """All numbers of one evaluation; mappings are sorted by key."""

    overall: Tally
    by_language: Mapping[str, Tally]
    by_outcome: Mapping[str, Tally]
    by_corpus: Mapping[str, Tally]
    attributes: Mapping[str, Accuracy]
    macro_f1: Mapping[str, float | None]

    def metrics(self) -> dict[str, float]:
        """Return the numbers that floors are kept for, by name; those that could not be measured are left out."""
        found: dict[str, float | None] = {
            "precision": self.overall.precision,
            "recall": self.overall.recall,
            "f1": self.overall.f1,
            **{name: accuracy.value for name, accuracy in self.attributes.items()},
            **{f"{name}_macro_f1": value for name, value in self.macro_f1.items()},
        }
        return {name: value for name, value in found.items() if value is not None}


def score_claims(gold_reports: Sequence[GoldReport], predicted_rows: Iterable[Row]) -> Scores:
    """Score predicted claims.

    Args:
        gold_reports: the reports that were read, with their gold claims.
        predicted_rows: `bilan.claim/1` records in any order; those of other reports are left out.
    """
    return score_pairings(pair_reports(gold_reports, predicted_rows))


def pair_reports(gold_reports: Sequence[GoldReport], predicted_rows: Iterable[Row]) -> tuple[Pairing, ...]:
    """Pair the claims of every report, reports in the order given."""
    by_report: defaultdict[str, list[Row]] = defaultdict(list)
    for row in predicted_rows:
        by_report[row["report"]].append(row)
    return tuple(pair_claims(report, by_report[report.id]) for report in gold_reports)


def score_pairings(pairings: Sequence[Pairing]) -> Scores:
    """Count pairs and judge their attributes."""
    pairs = [pair for pairing in pairings for pair in pairing.matched]
    return Scores(
        overall=_tally(pairings),
        by_language=_tallies(pairings, {p.report.language for p in pairings}, lambda p: p.report.language),
        by_outcome=_outcome_tallies(pairings),
        by_corpus=_tallies(pairings, {p.report.corpus for p in pairings}, lambda p: p.report.corpus),
        attributes={name: _accuracy(judge(gold, row) for gold, row in pairs) for name, judge in ATTRIBUTES.items()},
        macro_f1={name: macro_f1([(getattr(gold, name), row[name]) for gold, row in pairs]) for name in LABELLED},
    )


def macro_f1(labels: Sequence[tuple[str | None, str | None]]) -> float | None:
    """Average the F1 of the classes, each class weighing the same.

    Args:
        labels: (gold, predicted) for each item; None where one side has no such item.

    Returns:
        The mean over all classes of the gold (a class only predicted is counted as error of the others), None if
        there is none.
    """
    classes = sorted({gold for gold, _ in labels if gold is not None})
    if not classes:
        return None
    golds, founds = Counter(gold for gold, _ in labels), Counter(found for _, found in labels)
    right = Counter(gold for gold, found in labels if gold == found)
    return sum(Tally(golds[name], founds[name], right[name]).f1 for name in classes) / len(classes)


def scores_row(scores: Scores) -> dict[str, Any]:
    """Return the scores as a JSON object."""
    return {
        "overall": _tally_row(scores.overall),
        **{
            group: {name: _tally_row(tally) for name, tally in getattr(scores, group).items()}
            for group in ("by_language", "by_outcome", "by_corpus")
        },
        "attributes": {
            name: {"accuracy": accuracy.value, "right": accuracy.right, "asked": accuracy.asked}
            for name, accuracy in scores.attributes.items()
        },
        "macro_f1": dict(scores.macro_f1),
    }


def _tally(pairings: Iterable[Pairing]) -> Tally:
    gold = predicted = matched = 0
    for pairing in pairings:
        matched += len(pairing.matched)
        gold += len(pairing.matched) + len(pairing.missed)
        predicted += len(pairing.matched) + len(pairing.spurious)
    return Tally(gold, predicted, matched)


def _tallies(pairings: Sequence[Pairing], names: set[str], name_of: Callable[[Pairing], str]) -> dict[str, Tally]:
    return {name: _tally(pairing for pairing in pairings if name_of(pairing) == name) for name in sorted(names)}


def _outcome_tallies(pairings: Sequence[Pairing]) -> dict[str, Tally]:
    matched = Counter(gold.outcome for pairing in pairings for gold, _ in pairing.matched)
    missed = Counter(gold.outcome for pairing in pairings for gold in pairing.missed)
    spurious = Counter(str(row["outcome"]) for pairing in pairings for row in pairing.spurious)
    return {
        name: Tally(matched[name] + missed[name], matched[name] + spurious[name], matched[name])
        for name in sorted(matched | missed | spurious)
    }


def _accuracy(answers: Iterable[bool | None]) -> Accuracy:
    asked = [answer for answer in answers if answer is not None]
    return Accuracy(sum(asked), len(asked))


def _tally_row(tally: Tally) -> dict[str, float | int]:
    return {
        "precision": tally.precision,
        "recall": tally.recall,
        "f1": tally.f1,
        "gold": tally.gold,
        "predicted": tally.predicted,
        "matched": tally.matched,
    }

"""One call of `bilan evaluate`: what is to be scored, and what came out."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bilan.evaluate.evaluation import Evaluation, evaluate_claims
from bilan.evaluate.gold import choose_reports, read_corpora
from bilan.evaluate.marked_scores import MarkedScores
from bilan.evaluate.matching import Row
from bilan.evaluate.predict import read_predictions, with_pack
from bilan.evaluate.rows import TableResult
from bilan.evaluate.run import run_packs, run_pipeline, run_tables
from bilan.pipeline import Tools


@dataclass(frozen=True, slots=True)
class Choice:
    """What to score; empty means all. `limit`: at most so many reports of each corpus.

    `gold`: folder of the corpora. `predictions`: a file to score instead of running the pipeline. `marked`: score the
    packs' marked sentences. `tables`: folder of row tables; `examples`: folder of the texts they name.
    """

    gold: Path | None = None
    corpora: Sequence[str] = ()
    languages: Sequence[str] = ()
    ids: Sequence[str] = ()
    limit: int | None = None
    predictions: Path | None = None
    marked: bool = False
    tables: Path | None = None
    examples: Path = field(default_factory=Path)

    @property
    def partial(self) -> bool:
        """Tell whether only parts of corpora are scored: floors say nothing of these."""
        return bool(self.languages or self.ids or self.limit)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came out: the claims' evaluation (None if no gold was given) and its predictions, packs, tables."""

    claims: Evaluation | None
    predictions: tuple[Row, ...]
    marked: tuple[MarkedScores, ...]
    tables: tuple[TableResult, ...]


def run_choice(choice: Choice, tools: Callable[[], Tools]) -> Outcome:
    """Score what was chosen.

    Args:
        choice: what to score.
        tools: gives the pipeline's tools; called only if something must be read (loading takes seconds).
    """
    claims, predictions = _score_gold(choice, tools)
    return Outcome(
        claims=claims,
        predictions=predictions,
        marked=tuple(run_packs(tools(), choice.languages)) if choice.marked else (),
        tables=tuple(run_tables(choice.tables, choice.examples, tools())) if choice.tables else (),
    )


def save_predictions(predictions: Sequence[Row], path: Path) -> None:
    """Write predictions as JSON lines, to be scored again without running the pipeline."""
    lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in predictions)
    path.write_text("".join(lines), encoding="utf-8")


def _score_gold(choice: Choice, tools: Callable[[], Tools]) -> tuple[Evaluation | None, tuple[Row, ...]]:
    if choice.gold is None:
        return None, ()
    reports = choose_reports(
        read_corpora(choice.gold, choice.corpora), languages=choice.languages, ids=choice.ids, limit=choice.limit
    )
    known, left_out = with_pack(reports)
    rows = read_predictions(choice.predictions) if choice.predictions else tuple(run_pipeline(known, tools()))
    return evaluate_claims(known, rows, left_out), rows

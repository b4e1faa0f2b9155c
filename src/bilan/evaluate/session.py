"""One call of `bilan evaluate`: what is to be scored, and what came out."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from bilan.evaluate.evaluation import Evaluation, evaluate_claims
from bilan.evaluate.gold import GoldReport, choose_reports, read_corpora
from bilan.evaluate.marked_scores import MarkedScores
from bilan.evaluate.matching import Row
from bilan.evaluate.predict import read_predictions, with_pack
from bilan.evaluate.rows import TableResult


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


def run_choice(choice: Choice) -> Outcome:
    """Score what was chosen.

    Raises:
        InputError: gold, predictions or a table cannot be read.
        LanguageError: a pack's marked sentences are malformed.
    """
    reports = _choose(choice)
    known, left_out = with_pack(reports)
    if choice.predictions and not choice.marked and not choice.tables:
        read = _Read(read_predictions(choice.predictions))
    else:
        read = _read(choice, known)
    return Outcome(
        claims=evaluate_claims(known, read.rows, left_out) if choice.gold else None,
        predictions=read.rows,
        marked=read.marked,
        tables=read.tables,
    )


def save_predictions(predictions: Sequence[Row], path: Path) -> None:
    """Write predictions as JSON lines, to be scored again without running the pipeline."""
    lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in predictions)
    path.write_text("".join(lines), encoding="utf-8")


class _Read(NamedTuple):
    rows: tuple[Row, ...]
    marked: tuple[MarkedScores, ...] = ()
    tables: tuple[TableResult, ...] = ()


def _choose(choice: Choice) -> tuple[GoldReport, ...]:
    if choice.gold is None:
        return ()
    reports = read_corpora(choice.gold, choice.corpora)
    return choose_reports(reports, languages=choice.languages, ids=choice.ids, limit=choice.limit)


def _read(choice: Choice, known: Sequence[GoldReport]) -> _Read:
    """Run the pipeline on all that was chosen."""
    from bilan.evaluate.run import run_packs, run_pipeline, run_tables  # noqa: PLC0415 - parsers take seconds to load
    from bilan.pipeline import load_tools  # noqa: PLC0415 - same; a file of predictions is scored without

    tools = load_tools()
    return _Read(
        rows=read_predictions(choice.predictions) if choice.predictions else tuple(run_pipeline(known, tools)),
        marked=tuple(run_packs(tools, choice.languages)) if choice.marked else (),
        tables=tuple(run_tables(choice.tables, choice.examples, tools)) if choice.tables else (),
    )

"""One call of `bilan evaluate`: what is to be scored, and what came out."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from bilan.evaluate.evaluation import Evaluation, evaluate_claims, measured
from bilan.evaluate.event_marks import CORPUS as MARKED_EVENTS
from bilan.evaluate.event_marks import EventScores, measured_event_marks
from bilan.evaluate.floors import Measured
from bilan.evaluate.gold import GoldReport, choose_reports, read_corpora
from bilan.evaluate.marked_scores import CORPUS as MARKED
from bilan.evaluate.marked_scores import MarkedScores, measured_marked
from bilan.evaluate.matching import Row
from bilan.evaluate.need_marks import CORPUS as MARKED_NEEDS
from bilan.evaluate.need_marks import NeedScores, measured_need_marks
from bilan.evaluate.negatives import CLAIM_FREE, VIOLENCE_FREE, NegativeScores, measured_negatives
from bilan.evaluate.negatives import CORPUS as NEGATIVES
from bilan.evaluate.parallel import NEWS, Agreement, agreement, read_news, shares
from bilan.evaluate.predict import read_predictions, with_pack
from bilan.evaluate.rows import CORPUS as ROWS
from bilan.evaluate.rows import TableResult, measured_tables
from bilan.evaluate.tasks import CLAIMS, ON_REQUEST, TASKS, Measure, measured_tasks, run_task

ALL_TASKS = (CLAIMS, *TASKS)
USUAL_TASKS = tuple(task for task in ALL_TASKS if task not in ON_REQUEST)


@dataclass(frozen=True, slots=True)
class Choice:
    """What to score; empty means all. `limit`: at most so many reports of each corpus.

    `gold`: folder of the corpora. `tasks`: which of `ALL_TASKS` to score on them. `predictions`: a file to score
    instead of running the pipeline. `marked`: score the packs' marked sentences. `parallel`: compare the languages on
    parallel news too. `negatives`: count false claims in the packs' sentences without claims and, where there is gold,
    in its reports without claims. `events`, `needs`: score the packs' marked events, and their
    marked needs and statements. `tables`: folder of row tables; `examples`: folder of the texts they name.
    """

    gold: Path | None = None
    tasks: Sequence[str] = ()
    corpora: Sequence[str] = ()
    languages: Sequence[str] = ()
    ids: Sequence[str] = ()
    limit: int | None = None
    predictions: Path | None = None
    marked: bool = False
    parallel: bool = False
    negatives: bool = False
    events: bool = False
    needs: bool = False
    tables: Path | None = None
    examples: Path = field(default_factory=Path)

    @property
    def tasks_chosen(self) -> tuple[str, ...]:
        """The tasks to score: those named, else those of the corpora, else the usual ones, of some reports only claims.

        Tasks that are scored on request only are chosen by naming them or their corpus.
        """
        if self.gold is None:
            return ()
        asked = tuple(task for task, corpus in ON_REQUEST.items() if corpus in self.corpora)
        if self.tasks or (self.corpora and not self.claim_corpora):
            return tuple(self.tasks) or asked
        return (CLAIMS,) if self.partial or self.predictions else (*USUAL_TASKS, *asked)

    @property
    def claim_corpora(self) -> tuple[str, ...]:
        """The corpora named that are files of claims: not news, negatives or those of a task on request."""
        return tuple(
            name
            for name in self.corpora
            if name not in {NEWS, NEGATIVES, CLAIM_FREE, VIOLENCE_FREE, *ON_REQUEST.values()}
        )

    @property
    def compares_news(self) -> bool:
        """Tell whether the languages are to be compared on parallel news."""
        return self.parallel and self.gold is not None and (not self.corpora or NEWS in self.corpora)

    @property
    def reads_negatives(self) -> bool:
        """Tell whether false claims are to be counted in the packs' sentences without claims."""
        return self.negatives and (not self.corpora or NEGATIVES in self.corpora)

    @property
    def reads_claim_free(self) -> bool:
        """Tell whether false claims are to be counted in the gold's reports without claims."""
        return self.negatives and self.gold is not None and (not self.corpora or CLAIM_FREE in self.corpora)

    @property
    def reads_violence_free(self) -> bool:
        """Tell whether violent events are to be counted in reports without violence: minutes, so only if named."""
        return self.negatives and self.gold is not None and VIOLENCE_FREE in self.corpora

    @property
    def partial(self) -> bool:
        """Tell whether only parts of corpora are scored: floors say nothing of these."""
        return bool(self.languages or self.ids or self.limit)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came out: the claims' evaluation (None if not asked for) and its predictions, tasks, packs, tables."""

    choice: Choice
    claims: Evaluation | None
    predictions: tuple[Row, ...]
    measures: tuple[Measure, ...]
    marked: tuple[MarkedScores, ...]
    tables: tuple[TableResult, ...]
    news: Agreement | None = None
    negatives: tuple[NegativeScores, ...] = ()
    events: tuple[EventScores, ...] = ()
    needs: tuple[NeedScores, ...] = ()

    @property
    def measured(self) -> Measured:
        """Every number floors are kept for: corpus → language or task → metric → value."""
        parts = (
            measured(self.claims) if self.claims else {},
            measured_tasks(self.measures),
            measured_marked(self.marked),
            measured_tables(self.tables),
            measured_negatives(self.negatives),
            measured_event_marks(self.events),
            measured_need_marks(self.needs),
            {NEWS: {"-".join(self.news.languages): shares(self.news)}} if self.news else {},
        )
        found: dict[str, dict[str, Mapping[str, float]]] = {}
        for part in parts:
            for corpus, groups in part.items():
                found.setdefault(corpus, {}).update(groups)
        return found

    def asks(self, corpus: str, group: str) -> bool:
        """Tell whether numbers of this corpus and language (or task) were to be measured."""
        others = {
            MARKED: self.choice.marked,
            MARKED_EVENTS: self.choice.events,
            MARKED_NEEDS: self.choice.needs,
            ROWS: self.choice.tables is not None,
            NEWS: self.choice.compares_news,
            NEGATIVES: self.choice.reads_negatives,
            CLAIM_FREE: self.choice.reads_claim_free,
            VIOLENCE_FREE: self.choice.reads_violence_free,
        }
        if corpus in others:
            return others[corpus]
        wanted = not self.choice.corpora or corpus in self.choice.corpora
        return wanted and (group if group in ALL_TASKS else CLAIMS) in self.choice.tasks_chosen


def run_choice(choice: Choice) -> Outcome:
    """Score what was chosen.

    Raises:
        InputError: gold, predictions or a table cannot be read.
        LanguageError: a pack's marked sentences are malformed.
    """
    reports = _choose(choice)
    known, left_out = with_pack(reports)
    foreseen = read_predictions(choice.predictions) if choice.predictions else None
    more = choice.marked or choice.tables or choice.compares_news or choice.negatives or choice.events or choice.needs
    idle = (foreseen is not None or not known) and not more
    read = _Read(foreseen or ()) if idle else _read(choice, known, foreseen)
    return Outcome(
        choice=choice,
        claims=evaluate_claims(known, read.rows, left_out) if CLAIMS in choice.tasks_chosen else None,
        predictions=read.rows,
        measures=tuple(_measure(choice)),
        marked=read.marked,
        tables=read.tables,
        news=read.news,
        negatives=read.negatives,
        events=read.events,
        needs=read.needs,
    )


def save_predictions(predictions: Sequence[Row], path: Path) -> None:
    """Write predictions as JSON lines, to be scored again without running the pipeline."""
    lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in predictions)
    path.write_text("".join(lines), encoding="utf-8")


class _Read(NamedTuple):
    rows: tuple[Row, ...]
    marked: tuple[MarkedScores, ...] = ()
    tables: tuple[TableResult, ...] = ()
    news: Agreement | None = None
    negatives: tuple[NegativeScores, ...] = ()
    events: tuple[EventScores, ...] = ()
    needs: tuple[NeedScores, ...] = ()


def _choose(choice: Choice) -> tuple[GoldReport, ...]:
    if choice.gold is None or CLAIMS not in choice.tasks_chosen:
        return ()
    reports = read_corpora(choice.gold, choice.claim_corpora)
    return choose_reports(reports, languages=choice.languages, ids=choice.ids, limit=choice.limit)


def _measure(choice: Choice) -> Iterator[Measure]:
    for task in choice.tasks_chosen:
        if task != CLAIMS and choice.gold is not None:
            measures = run_task(task, choice.gold)
            yield from (one for one in measures if not choice.corpora or one["corpus"] in choice.corpora)


def _read(choice: Choice, known: Sequence[GoldReport], foreseen: tuple[Row, ...] | None) -> _Read:
    """Run the pipeline on all that was chosen."""
    from bilan.evaluate import run  # noqa: PLC0415 - parsers take seconds to load
    from bilan.pipeline import load_tools  # noqa: PLC0415 - same; a file of predictions is scored without

    tools = load_tools()
    news = read_news(choice.gold, choice.limit) if choice.gold and choice.compares_news else ()
    return _Read(
        rows=tuple(run.run_pipeline(known, tools)) if foreseen is None else foreseen,
        marked=tuple(run.run_packs(tools, choice.languages)) if choice.marked else (),
        tables=tuple(run.run_tables(choice.tables, choice.examples, tools)) if choice.tables else (),
        events=tuple(run.run_event_marks(tools, choice.languages)) if choice.events else (),
        needs=tuple(run.run_need_marks(tools, choice.languages)) if choice.needs else (),
        negatives=(
            *(run.run_negatives(tools, choice.languages) if choice.reads_negatives else ()),
            *run.run_claim_free(_free_reports(choice), tools),
            *(run.run_violence_free(choice.gold, tools) if choice.gold and choice.reads_violence_free else ()),
        ),
        news=agreement(news, run.run_pipeline(news, tools), modality=True) if choice.compares_news else None,
    )


def _free_reports(choice: Choice) -> tuple[GoldReport, ...]:
    """Return the gold reports in which false claims are to be counted; those with claims are among them."""
    if choice.gold is None or not choice.reads_claim_free:
        return ()
    reports, _ = with_pack(read_corpora(choice.gold))
    return choose_reports(reports, languages=choice.languages, ids=choice.ids, limit=choice.limit)

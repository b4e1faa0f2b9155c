"""`bilan evaluate`: score claims against gold corpora, packs' sentences and row tables; list mistakes; hold floors."""

import itertools
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from bilan.cli.output import print_error, print_row
from bilan.errors import UsageError
from bilan.evaluate.evaluation import evaluation_row
from bilan.evaluate.event_marks import event_marks_row
from bilan.evaluate.floors import Measured, find_breaches, floors_text, raise_floors, read_floors
from bilan.evaluate.marked_scores import marked_row
from bilan.evaluate.mistakes import KINDS, Mistake, find_mistakes, mistake_row
from bilan.evaluate.need_marks import need_marks_row
from bilan.evaluate.negatives import false_row, negatives_row
from bilan.evaluate.parallel import NEWS, agreement_row
from bilan.evaluate.render import (
    print_disagreements,
    print_evaluation,
    print_event_marks,
    print_marked,
    print_measures,
    print_mistakes,
    print_need_marks,
    print_negatives,
    print_news,
    print_tables,
)
from bilan.evaluate.rows import table_row
from bilan.evaluate.session import ALL_TASKS, USUAL_TASKS, Choice, Outcome, run_choice, save_predictions
from bilan.evaluate.tasks import SET_ASIDE

GoldOption = Annotated[
    Path | None, typer.Option(help="Folder of the gold corpora.", envvar="BILAN_GOLD", exists=True, file_okay=False)
]
TaskOption = Annotated[
    list[str] | None,
    typer.Option(
        help=f"What to score: {', '.join(ALL_TASKS)}; may be repeated. Default: {', '.join(USUAL_TASKS)}. "
        f"{SET_ASIDE} scores nothing: it lists the numbers set aside in a corpus, with --errors and --kind REASON."
    ),
]
CorpusOption = Annotated[list[str] | None, typer.Option(help="Corpus to score (claims-fr); may be repeated.")]
LanguageOption = Annotated[list[str] | None, typer.Option(help="Language to score; may be repeated.")]
ReportOption = Annotated[list[str] | None, typer.Option(help="Score only reports whose id holds this text.")]
PredictionsOption = Annotated[
    Path | None, typer.Option(help="Score this output of `bilan extract --json`; nothing is read anew.", exists=True)
]
SaveOption = Annotated[Path | None, typer.Option(help="Write the predictions to this file, for --predictions.")]
LimitOption = Annotated[int | None, typer.Option(help="Score only the first N reports of each corpus.", min=1)]
ErrorsOption = Annotated[int, typer.Option(help="Print up to N mistakes in context.", min=0)]
KindOption = Annotated[list[str] | None, typer.Option(help=f"Kind of mistake to print: {', '.join(KINDS)}.")]
OutcomeOption = Annotated[list[str] | None, typer.Option(help="Print only mistakes about this outcome.")]
KeptBackOption = Annotated[
    bool, typer.Option("--kept-back", help="List the mistakes of the tenth kept back: once, when the rules are done.")
]
ParallelOption = Annotated[
    bool, typer.Option("--parallel", help="List texts whose tolls differ by language; parallel news too.")
]
MarkedOption = Annotated[bool, typer.Option("--marked", help="Score the packs' marked sentences.")]
NegativesOption = Annotated[
    bool, typer.Option("--negatives", help="Count false claims in text that makes none: the packs' and the gold's.")
]
EventsOption = Annotated[bool, typer.Option("--events", help="Score the packs' marked events: types, roles, traps.")]
NeedsOption = Annotated[bool, typer.Option("--needs", help="Score the packs' marked needs and statements.")]
RowsOption = Annotated[Path | None, typer.Option(help="Check the row tables of this folder.", exists=True)]
ExamplesOption = Annotated[Path, typer.Option(help="Folder of texts that tables name.", envvar="BILAN_EXAMPLES")]
FloorsOption = Annotated[Path, typer.Option(help="The floors file.")]
GateOption = Annotated[
    bool, typer.Option("--gate", help="Exit with 1 if a number is below its floor or a row not known to fails.")
]
RaiseOption = Annotated[bool, typer.Option("--raise-floors", help="Raise the floors to what was measured.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON objects, one a line.")]

WIDTH = 140  # columns of a table that goes to a file or a pipe


def register(app: typer.Typer) -> None:
    """Add the command to the command line."""
    app.command("evaluate")(evaluate)


def evaluate(  # noqa: PLR0913 - one parameter an option of the command
    *,
    gold: GoldOption = None,
    task: TaskOption = None,
    corpus: CorpusOption = None,
    language: LanguageOption = None,
    report: ReportOption = None,
    predictions: PredictionsOption = None,
    save: SaveOption = None,
    limit: LimitOption = None,
    errors: ErrorsOption = 0,
    kind: KindOption = None,
    outcome: OutcomeOption = None,
    kept_back: KeptBackOption = False,
    parallel: ParallelOption = False,
    marked: MarkedOption = False,
    negatives: NegativesOption = False,
    events: EventsOption = False,
    needs: NeedsOption = False,
    rows: RowsOption = None,
    examples: ExamplesOption = Path("examples"),
    floors: FloorsOption = Path("evaluation/floors.toml"),
    gate: GateOption = False,
    raise_to_measured: RaiseOption = False,
    as_json: JsonOption = False,
) -> None:
    """Score claims against gold corpora, the packs' sentences and row tables; hold the floors."""
    if SET_ASIDE in (task or ()):
        if gold is None or len(task or ()) > 1:
            raise UsageError(f"--task {SET_ASIDE} reads one folder's reports", "give --gold DIR and no other task")
        asked = Choice(gold=gold, corpora=corpus or (), languages=language or (), ids=report or (), limit=limit)
        _list_strays(asked, kind or (), errors, as_json=as_json)
        return
    if unknown := set(kind or ()) - set(KINDS):
        raise UsageError(f"no kind of mistake: {', '.join(sorted(unknown))}", f"kinds: {', '.join(KINDS)}")
    choice = Choice(
        gold=gold,
        tasks=tuple(task or ()),
        corpora=tuple(corpus or ()),
        languages=tuple(language or ()),
        ids=tuple(report or ()),
        limit=limit,
        predictions=predictions,
        marked=marked,
        parallel=parallel,
        negatives=negatives,
        events=events,
        needs=needs,
        tables=rows,
        examples=examples,
    )
    _check(choice, floors_asked=gate or raise_to_measured)
    found = run_choice(choice)
    pairings = found.claims.pairings if found.claims else ()
    wanted = find_mistakes(pairings, kinds=kind or (), outcomes=outcome or (), kept_back=kept_back)
    listed = tuple(itertools.islice(wanted, errors))
    if as_json:
        _print_json(found, listed, errors)
    else:
        _print_tables(found, listed, errors, parallel=parallel)
    if save:
        save_predictions(found.predictions, save)
    if raise_to_measured:
        floors.write_text(floors_text(raise_floors(found.measured, read_floors(floors))), encoding="utf-8")
    if gate and not _holds(found, read_floors(floors)):
        raise typer.Exit(1)


def _list_strays(choice: Choice, codes: Sequence[str], errors: int, *, as_json: bool) -> None:
    """Print how many numbers were set aside for which reason, and so many of them in context.

    Raises:
        UsageError: there is no such reason.
    """
    from bilan.claims.strays import REASONS  # noqa: PLC0415  # the stages take seconds: --help must not wait
    from bilan.evaluate import stray_numbers  # noqa: PLC0415  # same
    from bilan.pipeline import load_tools  # noqa: PLC0415  # same

    if unknown := set(codes) - set(REASONS):
        raise UsageError(f"no reason: {', '.join(sorted(unknown))}", f"reasons: {', '.join(REASONS)}")
    reports = stray_numbers.read_reports(
        choice.gold or Path(), choice.corpora, languages=choice.languages, ids=choice.ids, limit=choice.limit
    )
    tools = load_tools({report.language or "" for report in reports})
    strays = list(stray_numbers.find_stray_numbers(reports, tools))
    listed = [stray for stray in strays if not codes or stray.aside.code in codes][:errors]
    if as_json:
        print_row(
            {"schema": "bilan.strays/1", "reports": len(reports), "reasons": dict(stray_numbers.count_reasons(strays))}
        )
        for stray in listed:
            print_row(stray_numbers.stray_row(stray))
    else:
        stray_numbers.print_strays(len(reports), strays, listed, _console())


def _console() -> Console:
    return Console() if sys.stdout.isatty() else Console(width=WIDTH)


def _check(choice: Choice, *, floors_asked: bool) -> None:
    if not (choice.gold or choice.marked or choice.negatives or choice.events or choice.needs or choice.tables):
        raise UsageError(
            "nothing to evaluate", "give --gold DIR, --marked, --negatives, --events, --needs or --rows DIR"
        )
    if unknown := set(choice.tasks) - set(ALL_TASKS):
        raise UsageError(f"no task: {', '.join(sorted(unknown))}", f"tasks: {', '.join(ALL_TASKS)}")
    if floors_asked and choice.partial:
        raise UsageError("floors hold for whole corpora", "leave out --limit, --report and --language")


def _print_json(found: Outcome, mistakes: tuple[Mistake, ...], errors: int) -> None:
    if found.claims:
        print_row(evaluation_row(found.claims))
    for mistake in mistakes:
        print_row(mistake_row(mistake))
    for measure in found.measures:
        print_row(measure)
    if found.news:
        print_row(agreement_row(NEWS, found.news))
    for scores in found.marked:
        print_row(marked_row(scores))
    for negatives in found.negatives:
        print_row(negatives_row(negatives))
        for false in negatives.false[:errors]:
            print_row(false_row(false))
    for row in (*map(event_marks_row, found.events), *map(need_marks_row, found.needs)):
        print_row(row)
    for result in found.tables:
        print_row(table_row(result))


def _print_tables(found: Outcome, mistakes: tuple[Mistake, ...], errors: int, *, parallel: bool) -> None:
    console = _console()
    if found.claims:
        print_evaluation(found.claims, console)
        print_mistakes(mistakes, console)
        if parallel:
            print_disagreements(found.claims.parallel, console)
    if found.news:
        print_news(found.news, console)
    if found.measures:
        print_measures(found.measures, console)
    print_marked(found.marked, console)
    print_negatives(found.negatives, console, errors)
    print_event_marks(found.events, console, errors)
    print_need_marks(found.needs, console, errors)
    print_tables(found.tables, console)


def _holds(found: Outcome, floors: Measured) -> bool:
    broken = [f"below its floor: {breach}" for breach in find_breaches(found.measured, floors, found.asks)]
    broken += [
        f"row {'known to fail holds' if row.result.holds else 'fails'}: {row.table} {row.published} {row.result.name}"
        for row in found.tables
        if not row.result.as_expected
    ]
    for line in broken:
        print_error(line)
    return not broken

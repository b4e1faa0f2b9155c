"""`bilan evaluate`: score claims against gold corpora, list mistakes, hold the floors."""

import itertools
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from bilan.errors import UsageError
from bilan.evaluate.evaluation import Evaluation, evaluate_claims, evaluation_row, measured
from bilan.evaluate.floors import find_breaches, floors_text, raise_floors, read_floors
from bilan.evaluate.gold import GoldReport, read_corpora
from bilan.evaluate.matching import Row
from bilan.evaluate.mistakes import KINDS, find_mistakes, mistake_row
from bilan.evaluate.predict import read_predictions, with_pack
from bilan.evaluate.render import print_disagreements, print_evaluation, print_mistakes

GoldOption = Annotated[Path, typer.Option(help="Folder of the gold corpora.", exists=True, file_okay=False)]
CorpusOption = Annotated[list[str] | None, typer.Option(help="Corpus to score (claims-fr); may be repeated.")]
LanguageOption = Annotated[list[str] | None, typer.Option(help="Language to score; may be repeated.")]
ReportOption = Annotated[list[str] | None, typer.Option(help="Score only reports whose id holds this text.")]
PredictionsOption = Annotated[Path | None, typer.Option(help="Score this output of `bilan extract --json` instead.")]
SaveOption = Annotated[Path | None, typer.Option(help="Write the predictions to this file, for --predictions.")]
LimitOption = Annotated[int | None, typer.Option(help="Score only the first N reports of each corpus.", min=1)]
ErrorsOption = Annotated[int, typer.Option(help="Print up to N mistakes in context.", min=0)]
KindOption = Annotated[list[str] | None, typer.Option(help=f"Kind of mistake to print: {', '.join(KINDS)}.")]
OutcomeOption = Annotated[list[str] | None, typer.Option(help="Print only mistakes about this outcome.")]
FloorsOption = Annotated[Path, typer.Option(help="The floors file.")]


def register(app: typer.Typer) -> None:
    """Add the command to the command line."""
    app.command("evaluate")(evaluate)


def evaluate(  # noqa: PLR0913 - one parameter an option of the command
    *,
    gold: GoldOption,
    corpus: CorpusOption = None,
    language: LanguageOption = None,
    report: ReportOption = None,
    predictions: PredictionsOption = None,
    save: SaveOption = None,
    limit: LimitOption = None,
    errors: ErrorsOption = 0,
    kind: KindOption = None,
    outcome: OutcomeOption = None,
    parallel: Annotated[bool, typer.Option(help="List texts whose tolls differ between French and English.")] = False,
    floors: FloorsOption = Path("evaluation/floors.toml"),
    gate: Annotated[bool, typer.Option(help="Exit with 1 if a number is below its floor.")] = False,
    raise_: Annotated[bool, typer.Option("--raise-floors", help="Raise the floors to what was measured.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object a line.")] = False,
) -> None:
    """Score toll claims against gold corpora.

    Raises:
        UsageError: floors are asked for on a part of a corpus, or a kind of mistake is unknown.
    """
    if (gate or raise_) and (limit or report or language):
        raise UsageError("floors hold for whole corpora", "leave out --limit, --report and --language")
    if unknown := set(kind or ()) - set(KINDS):
        raise UsageError(f"no kind of mistake: {', '.join(sorted(unknown))}", f"kinds: {', '.join(KINDS)}")
    chosen = _choose(read_corpora(gold, corpus or ()), language, report, limit)
    known, left_out = with_pack(chosen)
    rows = read_predictions(predictions) if predictions else _predict(known)
    if save:
        save.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    found = evaluate_claims(known, rows, left_out)
    _print(found, as_json=as_json)
    _print_mistakes(found, errors, kind, outcome, as_json=as_json)
    if parallel and not as_json:
        print_disagreements(found.parallel, Console())
    if raise_:
        floors.write_text(floors_text(raise_floors(measured(found), read_floors(floors))), encoding="utf-8")
    if gate:
        _hold_floors(found, floors, {report.corpus for report in chosen})


def _choose(
    reports: Sequence[GoldReport], languages: list[str] | None, ids: list[str] | None, limit: int | None
) -> list[GoldReport]:
    wanted = [
        report
        for report in reports
        if (not languages or report.language in languages) and (not ids or any(part in report.id for part in ids))
    ]
    groups = itertools.groupby(wanted, key=lambda report: report.corpus)
    return [report for _, group in groups for report in itertools.islice(group, limit)]


def _predict(reports: Sequence[GoldReport]) -> tuple[Row, ...]:
    from bilan.evaluate.run import run_pipeline  # noqa: PLC0415 - scoring a file needs no parser: seconds saved
    from bilan.pipeline import load_tools  # noqa: PLC0415 - same

    return tuple(run_pipeline(reports, load_tools()))


def _print(found: Evaluation, *, as_json: bool) -> None:
    if as_json:
        typer.echo(json.dumps(evaluation_row(found), ensure_ascii=False))
    else:
        print_evaluation(found, Console())


def _print_mistakes(
    found: Evaluation, most: int, kinds: list[str] | None, outcomes: list[str] | None, *, as_json: bool
) -> None:
    wanted = (
        mistake
        for mistake in find_mistakes(found.pairings)
        if (not kinds or mistake.kind in kinds) and (not outcomes or mistake.outcomes & set(outcomes))
    )
    listed = itertools.islice(wanted, most)
    if not as_json:
        print_mistakes(listed, Console())
        return
    for mistake in listed:
        typer.echo(json.dumps({"schema": "bilan.mistake/1", **mistake_row(mistake)}, ensure_ascii=False))


def _hold_floors(found: Evaluation, floors: Path, corpora: set[str]) -> None:
    breaches = find_breaches(measured(found), read_floors(floors), corpora)
    for breach in breaches:
        typer.echo(f"below its floor: {breach}", err=True)
    if breaches:
        raise typer.Exit(1)

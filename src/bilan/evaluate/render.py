"""Print an evaluation for people: tables of scores, mistakes in context."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from rich.console import Console
from rich.table import Table
from rich.text import Text

from bilan.evaluate.evaluation import Evaluation
from bilan.evaluate.event_marks import EventScores
from bilan.evaluate.marked_scores import MarkedScores
from bilan.evaluate.mistakes import CONTEXT, Mistake, describe_gold, describe_row
from bilan.evaluate.need_marks import NeedScores
from bilan.evaluate.negatives import HEADLINE, KINDS, FalseClaim, NegativeScores, describe_false
from bilan.evaluate.parallel import Agreement
from bilan.evaluate.rows import RowResult, TableResult
from bilan.evaluate.scores import Scores, Tally
from bilan.evaluate.tasks import Measure

SHOWN = 40  # disagreements between languages listed at most
SENTENCE = 600  # code points of the longest text printed beside its disagreement; longer ones are whole reports

STATES: Mapping[tuple[bool, bool], tuple[str, str]] = {
    (True, False): ("holds", "green"),
    (True, True): ("mended: take its mark away", "bold yellow"),
    (False, False): ("fails", "bold red"),
    (False, True): ("known", "yellow"),
}
"""How a row is shown: (whether it holds, whether it is known to fail) → word and style."""


def print_evaluation(evaluation: Evaluation, console: Console) -> None:
    """Print claims found (by corpus, language, outcome), attributes on the matched, and what was set aside."""
    scores = evaluation.scores
    console.print(_claims_table(evaluation, scores))
    console.print(_attributes_table(evaluation, scores))
    if evaluation.parallel.pairs:
        console.print(_agreement_line(evaluation))
    for language, count in evaluation.set_aside:
        console.print(f"set aside: {count} reports in {language}, no language pack")


def print_mistakes(mistakes: Iterable[Mistake], console: Console) -> None:
    """Print mistakes, three lines each: where and what kind, the words, gold and predicted."""
    for mistake in mistakes:
        console.print(_mistake_text(mistake), soft_wrap=True)


def print_disagreements(parallel: Agreement, console: Console) -> None:
    """Print the texts whose tolls differ between the languages."""
    different = [pair for pair in parallel.pairs if not pair.agrees]
    for pair in different[:SHOWN]:
        console.print(Text(f"parallel {pair.parallel}", style="bold"))
        for language, text, tolls in zip(parallel.languages, pair.texts, pair.tolls, strict=True):
            listed = "; ".join(" ".join(str(part) for part in toll) for toll in tolls) or "no toll"
            console.print(Text(f"  {language}: {listed}"), soft_wrap=True)
            if len(text) <= SENTENCE:
                console.print(Text(f"      {text}", style="dim"), soft_wrap=True)
    if len(different) > SHOWN:
        console.print(f"… and {len(different) - SHOWN} more")


def print_news(news: Agreement, console: Console) -> None:
    """Print on how many sentences of parallel news the languages agree, and those they differ on."""
    told = [pair for pair in news.pairs if not pair.silent]
    console.print(
        f"parallel news: {' and '.join(news.languages)} agree on {percent(news.share)} of {len(news.pairs)} sentences, "
        f"on {percent(news.share_with_tolls)} of the {len(told)} with a toll in either",
        soft_wrap=True,
    )
    print_disagreements(news, console)


def print_measures(measures: Iterable[Measure], console: Console) -> None:
    """Print the measures of single stages, one a line."""
    table = Table("stage", "corpus", "measure", "value", "right/asked", title="Single stages", box=None)
    for column in table.columns[3:]:
        column.justify = "right"
    for one in measures:
        counts = f"{'' if one['matched'] is None else one['matched']}/{one['gold']}"
        table.add_row(one["task"], one["corpus"], one["measure"], percent(one["value"]), counts)
    console.print(table)


def print_marked(packs: Iterable[MarkedScores], console: Console) -> None:
    """Print the marked sentences of each pack: how many hold, and what is wrong with the others."""
    for scores in packs:
        console.print(
            f"marked sentences {scores.language}: {scores.right} of {scores.sentences} hold; macro-F1 of basis "
            f"{percent(scores.basis_macro_f1)}, of modality {percent(scores.modality_macro_f1)}",
            soft_wrap=True,
        )
        for name, faults in scores.faults:
            console.print(Text(f"  {name}  " + " · ".join(faults)), soft_wrap=True)


def print_event_marks(packs: Iterable[EventScores], console: Console, errors: int) -> None:
    """Print how well the marked events of each pack are told, by type and role, and up to `errors` sentences at fault.

    Of a type or role that is told without a mistake nothing is printed.
    """
    for one in packs:
        roles, right = one.all_roles, one.sentences - len(one.faults)
        console.print(
            f"marked events {one.language}: {right} of {one.sentences} sentences hold, {one.quiet} of {one.traps} "
            f"traps among them; macro-F1 of types {percent(one.macro_f1)} (strictly {percent(one.strict_macro_f1)}), "
            f"F1 of roles {percent(roles.f1)}, of tags {percent(one.tags.f1)}",
            soft_wrap=True,
        )
        for name, tally in (*one.types.items(), *one.roles.items()):
            if tally.f1 < 1:
                counts = f"{tally.matched} right of {tally.gold} marked, {tally.predicted} read"
                console.print(f"  {name}: F1 {percent(tally.f1)} ({counts})", soft_wrap=True)
        for name, faults in one.faults[:errors]:
            console.print(Text(f"  {name}  " + " · ".join(faults)), soft_wrap=True)


def print_need_marks(packs: Iterable[NeedScores], console: Console, errors: int) -> None:
    """Print how well the marked needs and statements of each pack are told, and up to `errors` sentences at fault."""
    for one in packs:
        kinds = (
            f"{kind}s F1 {percent(tally.f1)} ({tally.matched} right of {tally.gold} marked, {tally.predicted} read)"
            for kind, tally in one.found.items()
        )
        judged = (f"{name} {percent(right.value)} of {right.asked}" for name, right in one.judged.items())
        console.print(
            f"marked needs {one.language}: {', '.join((*kinds, *judged))}; {one.quiet} of {one.traps} traps hold",
            soft_wrap=True,
        )
        for name, faults in one.faults[:errors]:
            console.print(Text(f"  {name}  " + " · ".join(faults)), soft_wrap=True)


def print_negatives(scores: Iterable[NegativeScores], console: Console, errors: int) -> None:
    """Print the false claims per 100 sentences by kind, for each corpus and language and the classes that have any.

    Args:
        scores: what was scored.
        console: where to print.
        errors: print up to so many false claims of each in context.
    """
    for one in scores:
        if not one.total:
            continue
        table = Table("class", one.unit, "tolls + violence", *KINDS, "all", box=None)
        table.title = f"False claims per 100 {one.unit}: {one.corpus} {one.language}"
        for column in table.columns[1:]:
            column.justify = "right"
        table.add_row("all", *_false_cells(one, None), style="bold")
        for label in sorted(one.sentences):
            if one.count(KINDS, label):
                table.add_row(f"  {label}", *_false_cells(one, label))
        console.print(table)
        for false in one.false[:errors]:
            console.print(_false_text(false), soft_wrap=True)


def print_tables(results: Iterable[TableResult], console: Console) -> None:
    """Print row tables, one line a row, faults below it; then how many rows of each table hold."""
    counts: defaultdict[str, list[RowResult]] = defaultdict(list)
    for row in results:
        counts[row.table].append(row.result)
        state, style = STATES[row.result.holds, row.result.known is not None]
        date = f" ({row.published})" if row.published else ""
        text = Text(f"{state:5} ", style=style)
        console.print(text.append(f"{row.table}{date} {row.result.name}: {row.result.words}", style="default"))
        for fault in row.result.faults:
            console.print(Text(f"      {fault}"), soft_wrap=True)
    for table, rows in counts.items():
        known = sum(row.known is not None for row in rows)
        held = sum(row.holds for row in rows)
        console.print(f"rows of {table}: {held} of {len(rows)} hold, {known} known to fail", soft_wrap=True)


def percent(value: float | None) -> str:
    """Write a share with one decimal, a dash where there is none."""
    return "–" if value is None else f"{value:.3f}"


def _claims_table(evaluation: Evaluation, scores: Scores) -> Table:
    table = Table("claims", "gold", "found", "matched", "precision", "recall", "F1", title="Toll claims", box=None)
    for column in table.columns[1:]:
        column.justify = "right"
    table.add_row("all", *_tally_cells(scores.overall), style="bold")
    for corpus, language, group in evaluation.groups:
        table.add_row(f"{corpus} {language}", *_tally_cells(group.overall))
    table.add_row("  tenth kept back", *_tally_cells(evaluation.kept_back.overall))
    table.add_row("  other nine tenths", *_tally_cells(evaluation.read.overall))
    for group_name in ("by_language", "by_outcome"):
        for name, tally in getattr(scores, group_name).items():
            table.add_row(f"  {name}", *_tally_cells(tally))
    return table


def _tally_cells(tally: Tally) -> tuple[str, ...]:
    numbers = (tally.gold, tally.predicted, tally.matched)
    return (*map(str, numbers), *map(percent, (tally.precision, tally.recall, tally.f1)))


def _attributes_table(evaluation: Evaluation, scores: Scores) -> Table:
    table = Table("attribute", "all", "right/asked", title="Attributes of the matched claims", box=None)
    for corpus, language, _ in evaluation.groups:
        table.add_column(f"{corpus.removeprefix('claims-')} {language}")
    for column in table.columns[1:]:
        column.justify = "right"
    groups = [group for _, _, group in evaluation.groups]
    for name, accuracy in scores.attributes.items():
        cells = [percent(group.attributes[name].value) for group in groups]
        table.add_row(name, percent(accuracy.value), f"{accuracy.right}/{accuracy.asked}", *cells)
    for name, value in scores.macro_f1.items():
        table.add_row(f"{name} macro-F1", percent(value), "", *(percent(group.macro_f1[name]) for group in groups))
    return table


def _false_cells(scores: NegativeScores, label: str | None) -> tuple[str, ...]:
    total = scores.total if label is None else scores.sentences[label]
    kinds = (HEADLINE, *([kind] for kind in KINDS), KINDS)
    return (str(total), *(f"{scores.per_100(kind, label):.1f}" for kind in kinds))


def _false_text(false: FalseClaim) -> Text:
    start, end = false.row["quote"]["start"], false.row["quote"]["end"]
    before, here, after = false.text[max(0, start - CONTEXT) : start], false.text[start:end], false.text[end:]
    text = Text()
    text.append(f"{false.kind:9}", style="bold red").append(f" {false.name} {false.label} ", style="dim")
    text.append(before.replace("\n", "⏎")).append(f"⟦{here}⟧", style="bold yellow")
    text.append(after[:CONTEXT].replace("\n", "⏎")).append(f"  {describe_false(false)}", style="red")
    return text


def _agreement_line(evaluation: Evaluation) -> str:
    parallel, gold = evaluation.parallel, evaluation.gold_parallel
    return (
        f"{' and '.join(parallel.languages)} agree on {percent(parallel.share)} of {len(parallel.pairs)} texts "
        f"({percent(parallel.share_with_tolls)} of those with a toll); the gold itself on {percent(gold.share)}"
    )


def _mistake_text(mistake: Mistake) -> Text:
    before, here, after = mistake.context
    text = Text()
    text.append(f"{mistake.kind:9}", style="bold red")
    text.append(f"{mistake.report}:{mistake.span.start}\n", style="dim")
    text.append(f"  …{before}").append(f"⟦{here}⟧", style="bold yellow").append(f"{after}…\n")
    if mistake.gold:
        text.append("  gold ", style="green").append(describe_gold(mistake.gold, mistake.kind)).append("\n")
    if mistake.row is not None:
        text.append("  got  ", style="red").append(describe_row(mistake.row, mistake.kind))
        text.append(f"   ({mistake.row['maker']})\n", style="dim")
    return text

"""The whole evaluation, its printed form and its numbers for the floors."""

import io
import json

from rich.console import Console
from tests.unit.evaluate.gold_factory import answer, make_gold, make_gold_report, make_row

from bilan.evaluate.evaluation import Evaluation, evaluate_claims, evaluation_row, measured
from bilan.evaluate.marked_scores import MarkedScores
from bilan.evaluate.mistakes import find_mistakes
from bilan.evaluate.parallel import agreement
from bilan.evaluate.render import print_disagreements, print_evaluation, print_marked, print_mistakes, print_tables
from bilan.evaluate.rows import RowResult, TableResult, table_row

GOLD = make_gold(place="Tellera")
REPORTS = [
    make_gold_report(GOLD),
    make_gold_report(make_gold(), id="p-fr", corpus="claims-parallel", parallel="p"),
    make_gold_report(make_gold(), id="p-en", corpus="claims-parallel", parallel="p", language="en"),
]
ROWS = [answer(GOLD), make_row(report="p-fr"), make_row(8, 8, report="p-en")]
LEFT_OUT = [make_gold_report(id="a1", corpus="claims-ar", language="ar")]


def _evaluation() -> Evaluation:
    return evaluate_claims(REPORTS, ROWS, LEFT_OUT)


def _console() -> tuple[Console, io.StringIO]:
    stream = io.StringIO()
    return Console(file=stream, width=120), stream


def test_floors_are_measured_by_corpus_and_language_and_for_agreement() -> None:
    numbers = measured(_evaluation())
    assert numbers["claims-fr"]["fr"]["place"] == 1.0
    assert numbers["claims-parallel"]["en"]["f1"] == 0.0
    assert numbers["claims-parallel"]["fr-en"] == {"agreement": 0.0, "agreement_with_tolls": 0.0}
    assert "claims-ar" not in numbers


def test_the_tenth_kept_back_and_the_rest_are_scored_apart_and_add_up() -> None:
    reports = [make_gold_report(make_gold(), id=f"r{i}") for i in range(40)]
    found = evaluate_claims(reports, [make_row(report=report.id) for report in reports if report.kept_back])
    assert found.kept_back.overall.recall == 1.0
    assert found.read.overall.matched == 0
    assert found.kept_back.overall.gold + found.read.overall.gold == 40


def test_reports_without_a_pack_are_counted_and_their_corpus_was_asked_for() -> None:
    found = _evaluation()
    assert found.set_aside == (("ar", 1),)
    assert found.corpora == {"claims-fr", "claims-parallel", "claims-ar"}


def test_the_json_record_holds_all_and_is_json() -> None:
    row = json.loads(json.dumps(evaluation_row(_evaluation())))
    assert row["scores"]["overall"]["matched"] == 2
    assert [(group["corpus"], group["language"]) for group in row["groups"]] == [
        ("claims-fr", "fr"),
        ("claims-parallel", "en"),
        ("claims-parallel", "fr"),
    ]
    assert row["parallel"]["agreement"] == 0.0
    assert row["parallel"]["gold_agreement"] == 1.0
    assert row["set_aside"] == {"ar": 1}


def test_the_tables_name_every_group_attribute_and_what_was_set_aside() -> None:
    console, stream = _console()
    print_evaluation(_evaluation(), console)
    printed = stream.getvalue()
    for words in ("claims-parallel en", "people_overlap", "basis macro-F1", "set aside: 1 reports in ar", "killed"):
        assert words in printed


def test_mistakes_and_disagreements_are_printed_with_both_sides() -> None:
    console, stream = _console()
    print_mistakes(find_mistakes(_evaluation().pairings), console)
    print_disagreements(agreement(REPORTS, ROWS), console)
    printed = stream.getvalue()
    for words in ("near", "p-en:0", "⟦Sept civil⟧", "killed 7", "killed 8", "(test/1)", "parallel p", "en: killed 8 8"):
        assert words in printed


def test_packs_and_tables_are_printed_with_their_faults() -> None:
    console, stream = _console()
    print_marked([MarkedScores("fr", 2, 1, 0.5, None, (("fr:3", ("no toll at 'x'",)),))], console)
    row = TableResult("tellera", "2016-09-30", RowResult("4", "sept", ("missing toll",)))
    print_tables([row], console)
    printed = stream.getvalue()
    for words in ("1 of 2 hold", "fr:3  no toll at 'x'", "fails tellera (2016-09-30) 4: sept", "missing toll"):
        assert words in printed
    assert table_row(row)["holds"] is False

"""Scores: what counts as found, and how attributes are judged."""

import pytest
from tests.unit.evaluate.gold_factory import answer, make_gold, make_gold_report, make_row

from bilan.evaluate.scores import Tally, macro_f1, score_claims, scores_row


def test_precision_recall_and_f1_count_over_all_reports() -> None:
    first = make_gold_report(make_gold(at=0), make_gold(3, 3, at=20))
    second = make_gold_report(make_gold(at=0), id="r2", language="en", corpus="claims-parallel")
    rows = [make_row(at=0), make_row(at=0, report="r2"), make_row(5, 5, at=40, outcome="missing")]
    scores = score_claims([first, second], rows)
    assert scores.overall == Tally(gold=3, predicted=3, matched=2)
    assert scores.overall.f1 == pytest.approx(2 / 3)
    assert scores.by_language == {"en": Tally(1, 1, 1), "fr": Tally(2, 2, 1)}
    assert scores.by_corpus == {"claims-fr": Tally(2, 2, 1), "claims-parallel": Tally(1, 1, 1)}
    assert scores.by_outcome == {"killed": Tally(3, 2, 2), "missing": Tally(0, 1, 0)}


def test_a_claim_of_a_report_that_is_not_scored_counts_nowhere() -> None:
    assert score_claims([make_gold_report()], [make_row(report="elsewhere")]).overall == Tally()


def test_finding_nothing_where_something_is_has_no_precision() -> None:
    tally = score_claims([make_gold_report(make_gold())], []).overall
    assert (tally.precision, tally.recall, tally.f1) == (0.0, 0.0, 0.0)


def test_finding_nothing_where_nothing_is_is_perfect() -> None:
    tally = score_claims([make_gold_report()], []).overall
    assert (tally.precision, tally.recall, tally.f1) == (1.0, 1.0, 1.0)


def test_attributes_are_judged_on_matched_pairs_only() -> None:
    golds = make_gold(at=0, modality="hedged"), make_gold(3, 3, at=20), make_gold(4, 4, at=40)
    rows = [answer(golds[0]), answer(golds[1]) | {"modality": "hedged"}]
    scores = score_claims([make_gold_report(*golds)], rows)
    assert scores.attributes["modality"].value == 0.5
    assert scores.attributes["modality"].asked == 2


def test_what_the_gold_does_not_say_is_not_asked() -> None:
    scores = score_claims([make_gold_report(make_gold())], [make_row()])
    assert scores.attributes["place"].value is None
    assert scores.attributes["speaker_attributed"].value is None
    assert scores.attributes["speaker"].value == 1.0
    assert "place" not in scores.metrics()


def test_macro_f1_gives_a_rare_class_the_weight_of_a_frequent_one() -> None:
    labels = [("total", "total")] * 98 + [("share", "total")] * 2
    assert macro_f1(labels) == pytest.approx((2 * 98 / (98 + 100) + 0) / 2)


def test_macro_f1_counts_a_missed_item_against_its_class() -> None:
    assert macro_f1([("part", None), ("part", "part")]) == pytest.approx(2 / 3)


def test_macro_f1_of_nothing_is_unknown() -> None:
    assert macro_f1([]) is None


def test_the_json_record_holds_every_table() -> None:
    row = scores_row(score_claims([make_gold_report(make_gold())], [make_row()]))
    assert row["overall"]["f1"] == 1.0
    assert set(row) == {"overall", "by_language", "by_outcome", "by_corpus", "attributes", "macro_f1"}

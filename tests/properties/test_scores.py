"""What is always true of the claim scores."""

import random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from tests.unit.evaluate.gold_factory import TEXT, answer, make_row

from bilan.evaluate.gold import Gold, GoldReport
from bilan.evaluate.scores import score_claims
from bilan.model.claim import BASES, MODALITIES, OUTCOMES, PEOPLE, WORDINGS
from bilan.model.text import Span

Rows = list[dict[str, Any]]


@st.composite
def golds(draw: st.DrawFn) -> Gold:
    start = draw(st.integers(0, len(TEXT) - 20))
    basis = draw(st.sampled_from(BASES))
    share = basis == "share"
    return Gold(
        outcome=draw(st.sampled_from(OUTCOMES[:2])),
        low=None if share else draw(st.integers(0, 3)),
        high=None if share else draw(st.none() | st.integers(3, 4)),
        wording=draw(st.sampled_from(WORDINGS)),
        basis=basis,
        modality=draw(st.sampled_from(MODALITIES)),
        people=(draw(st.sampled_from(PEOPLE)),),
        said_by=tuple(draw(st.lists(st.sampled_from(["la police", "des témoins"]), max_size=2))),
        span=Span(start, start + draw(st.integers(1, 15))),
        share=draw(st.sampled_from([0.5, 0.25])) if share else None,
        place=draw(st.none() | st.just("Tellera")),
        date=draw(st.none() | st.just("2016-03-05")),
    )


@st.composite
def reports(draw: st.DrawFn) -> list[GoldReport]:
    lists = draw(st.lists(st.lists(golds(), max_size=5), min_size=1, max_size=3))
    return [GoldReport(f"r{i}", "claims-fr", "fr", TEXT, None, None, tuple(claims)) for i, claims in enumerate(lists)]


@st.composite
def cases(draw: st.DrawFn) -> tuple[list[GoldReport], Rows]:
    """Gold reports and predictions of which some are right, some moved, some made up."""
    gold = draw(reports())
    rows = [answer(claim, report.id) for report in gold for claim in report.claims if draw(st.booleans())]
    made_up = st.builds(make_row, st.integers(0, 3), st.just(None), st.integers(0, 80), report=st.just("r0"))
    return gold, rows + draw(st.lists(made_up, max_size=4))


@given(reports())
def test_a_perfect_prediction_scores_one(gold: list[GoldReport]) -> None:
    rows = [answer(claim, report.id) for report in gold for claim in report.claims]
    scores = score_claims(gold, rows)
    assert (scores.overall.precision, scores.overall.recall, scores.overall.f1) == (1.0, 1.0, 1.0)


@given(cases(), st.randoms(use_true_random=False))
def test_the_order_of_the_predictions_does_not_matter(
    case: tuple[list[GoldReport], Rows], source: random.Random
) -> None:
    gold, rows = case
    shuffled = source.sample(rows, len(rows))
    assert score_claims(gold, shuffled) == score_claims(gold, rows)


@given(cases(), st.data())
def test_removing_a_prediction_never_raises_recall(case: tuple[list[GoldReport], Rows], data: st.DataObject) -> None:
    gold, rows = case
    if not rows:
        return
    left_out = data.draw(st.integers(0, len(rows) - 1))
    fewer = rows[:left_out] + rows[left_out + 1 :]
    assert score_claims(gold, fewer).overall.recall <= score_claims(gold, rows).overall.recall


@given(cases())
def test_every_share_lies_between_nought_and_one_and_no_more_match_than_there_are(
    case: tuple[list[GoldReport], Rows],
) -> None:
    scores = score_claims(*case)
    assert all(0.0 <= value <= 1.0 for value in scores.metrics().values())
    assert scores.overall.matched <= min(scores.overall.gold, scores.overall.predicted)

"""Pairing predicted with gold claims."""

from itertools import permutations
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from tests.unit.evaluate.gold_factory import make_gold, make_gold_report, make_row

from bilan.evaluate.matching import best_pairs, pair_claims
from bilan.model.text import Span

GAINS = st.integers(1, 4).flatmap(
    lambda width: st.lists(
        st.lists(st.integers(-1, 5), min_size=width, max_size=width),
        min_size=1,
        max_size=4,
    )
)


def _value(gains: list[list[int]], pairs: list[tuple[int, int]]) -> tuple[int, int]:
    return len(pairs), sum(gains[left][right] for left, right in pairs)


def _every_matching(gains: list[list[int]]) -> Any:  # noqa: ANN401 - an iterator of matchings
    size = max(len(gains), len(gains[0]))
    for order in permutations(range(size)):
        yield [
            (left, right)
            for left, right in enumerate(order)
            if left < len(gains) and right < len(gains[0]) and gains[left][right] > 0
        ]


@given(GAINS)
def test_the_matching_is_the_best_of_all_matchings(gains: list[list[int]]) -> None:
    best = max(_value(gains, pairs) for pairs in _every_matching(gains))
    assert _value(gains, best_pairs(gains)) == best


@given(GAINS)
def test_no_item_is_in_two_pairs(gains: list[list[int]]) -> None:
    pairs = best_pairs(gains)
    assert len({left for left, _ in pairs}) == len({right for _, right in pairs}) == len(pairs)


def test_more_pairs_beat_a_longer_overlap() -> None:
    assert best_pairs([[9, 1], [1, 0]]) == [(0, 1), (1, 0)]


def test_nothing_pairs_with_nothing() -> None:
    assert best_pairs([]) == []
    assert best_pairs([[]]) == []


def test_equal_number_outcome_and_touching_quotes_match() -> None:
    found = pair_claims(make_gold_report(make_gold(at=0)), [make_row(at=9)])
    assert len(found.matched) == 1
    assert not found.missed
    assert not found.spurious


def test_quotes_that_only_meet_do_not_match() -> None:
    found = pair_claims(make_gold_report(make_gold(at=0)), [make_row(at=10)])
    assert not found.matched
    assert len(found.missed) == len(found.spurious) == 1


def test_another_number_or_outcome_does_not_match() -> None:
    report = make_gold_report(make_gold(7, 7))
    for row in (make_row(7, None), make_row(8, 8), make_row(outcome="injured")):
        assert not pair_claims(report, [row]).matched


def test_a_share_matches_by_its_share_and_never_a_number() -> None:
    report = make_gold_report(make_gold(None, None, basis="share", share=1 / 3))
    same = make_row(count=None, basis="share", share=0.33333)
    assert pair_claims(report, [same]).matched
    assert not pair_claims(report, [same | {"share": 0.5}]).matched
    assert not pair_claims(report, [make_row(None, None)]).matched


def test_each_claim_is_matched_once_and_the_longest_overlap_wins() -> None:
    report = make_gold_report(make_gold(at=0, span=Span(0, 10)))
    near, exact = make_row(at=8), make_row(at=0)
    found = pair_claims(report, [near, exact])
    assert [row["id"] for _, row in found.matched] == [exact["id"]]
    assert [row["id"] for row in found.spurious] == [near["id"]]


def test_events_needs_and_statements_are_no_predictions_of_tolls() -> None:
    found = pair_claims(make_gold_report(), [make_row(kind="event"), make_row(kind="statement")])
    assert not found.spurious

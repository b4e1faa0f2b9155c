"""Pair what was found with what should have been found: one to one, as many pairs as possible, then the best ones."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bilan.evaluate.gold import Gold, GoldReport
from bilan.model.ids import row_digest
from bilan.model.text import Span

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Pairing:
    """One gold report beside its predicted toll claims: the pairs, and what is left over on either side."""

    report: GoldReport
    matched: tuple[tuple[Gold, Row], ...]
    missed: tuple[Gold, ...]
    spurious: tuple[Row, ...]


def pair_claims(report: GoldReport, rows: Sequence[Row]) -> Pairing:
    """Match predicted toll claims of one report to its gold claims.

    Two claims match if outcome, low and high agree (for shares: outcome and share) and their quotes overlap. Of all
    one-to-one matchings one with the most pairs is taken, among those one with the longest overlaps. The answer does
    not depend on the order of `rows`.

    Args:
        report: the gold report.
        rows: `bilan.claim/1` records of that report; only tolls are looked at.
    """
    golds = sorted(report.claims, key=lambda gold: (gold.span, repr(gold)))
    tolls = sorted((row for row in rows if row["kind"] == "toll"), key=_row_order)
    overlaps = [[_agreement(gold, row) for row in tolls] for gold in golds]
    pairs = best_pairs(overlaps)
    left, right = {g for g, _ in pairs}, {r for _, r in pairs}
    return Pairing(
        report=report,
        matched=tuple((golds[g], tolls[r]) for g, r in pairs),
        missed=tuple(gold for index, gold in enumerate(golds) if index not in left),
        spurious=tuple(row for index, row in enumerate(tolls) if index not in right),
    )


def best_pairs(gains: Sequence[Sequence[int]]) -> list[tuple[int, int]]:
    """Find a largest one-to-one matching, and among the largest one of the greatest total gain.

    Args:
        gains: for each left item its gain with each right item; 0 or less = they may not be paired.

    Returns:
        Pairs of indexes (left, right), by left.
    """
    if not gains or not gains[0]:
        return []
    # One more pair must outweigh any gain: each pair gets more than all gains together.
    bonus = 1 + sum(max(0, gain) for line in gains for gain in line)
    size = max(len(gains), len(gains[0]))
    costs = [[0] * size for _ in range(size)]
    for left, line in enumerate(gains):
        for right, gain in enumerate(line):
            costs[left][right] = -(bonus + gain) if gain > 0 else 0
    return [(left, right) for left, right in enumerate(_assign(costs)) if costs[left][right] < 0]


def key_of(row: Row) -> tuple[object, ...]:
    """Return what must agree of a predicted claim: outcome and number, or outcome and share."""
    if row["basis"] == "share":
        return (row["outcome"], "share", _share(row["share"]))
    count = row["count"] or {"low": None, "high": None}
    return (row["outcome"], count["low"], count["high"])


def gold_key(gold: Gold) -> tuple[object, ...]:
    """Return what must agree of a gold claim: outcome and number, or outcome and share."""
    if gold.basis == "share":
        return (gold.outcome, "share", _share(gold.share))
    return (gold.outcome, gold.low, gold.high)


def quote_span(row: Row) -> Span:
    """Return the quote's span of a predicted claim."""
    return Span(row["quote"]["start"], row["quote"]["end"])


def shared_length(one: Span, other: Span) -> int:
    """Return how many code points two spans share."""
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _agreement(gold: Gold, row: Row) -> int:
    return shared_length(gold.span, quote_span(row)) if gold_key(gold) == key_of(row) else 0


def _share(value: float | None) -> float | None:
    return None if value is None else round(value, 3)


def _row_order(row: Row) -> tuple[Span, str]:
    return quote_span(row), row_digest(row)


def _assign(costs: Sequence[Sequence[int]]) -> list[int]:
    """Solve the assignment problem on a square matrix (Hungarian method with potentials, O(n³)).

    Returns:
        For each row the column it is assigned to, the sum of costs being the least possible.
    """
    size = len(costs)
    row_potential, column_potential = [0.0] * (size + 1), [0.0] * (size + 1)
    row_of = [0] * (size + 1)  # 1-based: the row each column is assigned to; column 0 holds the row being placed
    for row in range(1, size + 1):
        row_of[0] = row
        _augment(costs, row_of, row_potential, column_potential)
    columns = [0] * size
    for column in range(1, size + 1):
        columns[row_of[column] - 1] = column - 1
    return columns


def _augment(
    costs: Sequence[Sequence[int]], row_of: list[int], row_potential: list[float], column_potential: list[float]
) -> None:
    size = len(costs)
    slack, way, used = [math.inf] * (size + 1), [0] * (size + 1), [False] * (size + 1)
    column = 0
    while row_of[column]:
        used[column] = True
        row, delta, following = row_of[column], math.inf, 0
        for other in range(1, size + 1):
            if used[other]:
                continue
            reduced = costs[row - 1][other - 1] - row_potential[row] - column_potential[other]
            if reduced < slack[other]:
                slack[other], way[other] = reduced, column
            if slack[other] < delta:
                delta, following = slack[other], other
        for other in range(size + 1):
            if used[other]:
                row_potential[row_of[other]] += delta
                column_potential[other] -= delta
            else:
                slack[other] -= delta
        column = following
    while column:
        row_of[column] = row_of[way[column]]
        column = way[column]

"""Average-linkage clustering over sparse scores, under pairs that must not meet.

Two clusters join while the mean score of all pairs across them is above 0. A pair that was never compared (its members
share no block: too far apart in place or time) counts as MISSING. The highest mean joins first, ties by key, so the
order of input leaves no trace. A chain cannot grow as single linkage lets it: every member has its say.
"""

import heapq
from collections.abc import Iterable, Mapping

from bilan.incidents.union import Groups

MISSING = -2.0
Pair = tuple[str, str]


def cluster(
    keys: Iterable[str], scores: Mapping[Pair, float], parted: Iterable[Pair] = (), together: Iterable[Pair] = ()
) -> dict[str, list[str]]:
    """Cluster keys.

    Args:
        keys: everything to be clustered.
        scores: score of each compared pair, keys in sorted order within the pair.
        parted: pairs that may never be in one cluster.
        together: pairs that are joined before anything else, unless a parted pair would meet.

    Returns:
        The members of each cluster, sorted, by the cluster's smallest key.
    """
    groups = Groups(keys, parted)
    members = {key: [key] for key in groups.groups()}
    sums: dict[str, dict[str, tuple[float, int]]] = {key: {} for key in members}
    for (left, right), score in scores.items():
        sums[left][right] = sums[right][left] = (score, 1)
    for pair in sorted(together):
        left, right = sorted(groups.find(key) for key in pair)
        if left != right and groups.join(left, right):
            _merge(sums, members, left, right)
    heap: list[tuple[float, str, str]] = [
        (-mean, left, right)
        for left in members
        for right in sums[left]
        if left < right and (mean := _mean(sums, members, left, right)) > 0
    ]
    heapq.heapify(heap)
    while heap:
        negative, left, right = heapq.heappop(heap)
        if left not in members or right not in members or _mean(sums, members, left, right) != -negative:
            continue  # an older state of the two: a newer entry stands in the heap
        if groups.may_join(left, right):
            groups.join(left, right)
            _merge(sums, members, left, right)
            for other in sums[left]:
                mean = _mean(sums, members, left, other)
                if mean > 0:
                    heapq.heappush(heap, (-mean, min(left, other), max(left, other)))
    return {key: sorted(found) for key, found in sorted(members.items())}


def _mean(
    sums: Mapping[str, Mapping[str, tuple[float, int]]], members: Mapping[str, list[str]], left: str, right: str
) -> float:
    total, compared = sums[left].get(right, (0.0, 0))
    pairs = len(members[left]) * len(members[right])
    return (total + (pairs - compared) * MISSING) / pairs


def _merge(sums: dict[str, dict[str, tuple[float, int]]], members: dict[str, list[str]], left: str, right: str) -> None:
    """Put `right` into `left`, the smaller key, and add up what each has with third clusters."""
    members[left].extend(members.pop(right))
    sums[left].pop(right, None)
    for other, (total, compared) in sums.pop(right).items():
        if other == left:
            continue
        before, counted = sums[left].get(other, (0.0, 0))
        merged = (before + total, counted + compared)
        sums[left][other] = sums[other][left] = merged
        sums[other].pop(right, None)

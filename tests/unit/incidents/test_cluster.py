"""Average linkage under pairs that must not meet."""

from bilan.incidents.cluster import cluster


def members(found: dict[str, list[str]]) -> list[str]:
    return ["".join(keys) for keys in found.values()]


def test_pairs_above_zero_join() -> None:
    assert members(cluster("abc", {("a", "b"): 1.0, ("b", "c"): -1.0, ("a", "c"): -1.0})) == ["ab", "c"]


def test_a_weak_chain_does_not_tie_strangers_together() -> None:
    scores = {("a", "b"): 1.0, ("b", "c"): 0.9, ("a", "c"): -5.0}

    assert members(cluster("abc", scores)) == ["ab", "c"]


def test_pairs_never_compared_count_against() -> None:
    assert members(cluster("abc", {("a", "b"): 1.0, ("b", "c"): 0.9})) == ["ab", "c"]


def test_a_strong_bridge_joins_three() -> None:
    assert members(cluster("abc", {("a", "b"): 5.0, ("b", "c"): 5.0, ("a", "c"): -0.5})) == ["abc"]


def test_parted_pairs_stay_apart_whatever_their_score() -> None:
    scores = {("a", "b"): 9.0, ("b", "c"): 9.0, ("a", "c"): 9.0}

    assert "abc" not in members(cluster("abc", scores, [("c", "a")]))


def test_pairs_that_must_meet_meet_whatever_their_score() -> None:
    assert members(cluster("abc", {("a", "b"): -9.0}, (), [("b", "a")])) == ["ab", "c"]


def test_a_parted_pair_is_obeyed_through_a_chain_of_pairs_that_must_meet() -> None:
    found = members(cluster("abc", {}, [("a", "c")], [("a", "b"), ("b", "c")]))

    assert found == ["ab", "c"]


def test_the_order_of_the_scores_changes_nothing() -> None:
    scores = {("a", "b"): 1.0, ("a", "c"): 1.0, ("a", "d"): 1.0, ("b", "c"): 1.0, ("c", "d"): -1.0}
    backwards = dict(reversed(scores.items()))

    assert cluster("abcd", scores) == cluster("dcba", backwards)

"""Groups that join, and pairs that must never meet."""

from bilan.incidents.union import Groups


def test_a_group_is_named_by_its_smallest_key() -> None:
    groups = Groups("abc")

    groups.join("c", "b")
    groups.join("b", "a")

    assert groups.groups() == {"a": ["a", "b", "c"]}


def test_a_parted_pair_never_meets_through_a_chain() -> None:
    groups = Groups("abcd", [("a", "d")])

    assert groups.join("a", "b")
    assert groups.join("c", "d")
    assert not groups.join("b", "c")
    assert groups.groups() == {"a": ["a", "b"], "c": ["c", "d"]}


def test_parted_pairs_are_remembered_when_their_group_takes_a_new_name() -> None:
    groups = Groups("abcd", [("c", "d")])

    groups.join("c", "b")
    groups.join("b", "a")

    assert not groups.may_join("a", "d")
    assert not groups.join("d", "b")

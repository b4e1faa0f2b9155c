"""Which groups of people may share members."""

from itertools import combinations

import pytest

from bilan.incidents.people import disjoint, may_share, scope_of
from bilan.model.claim import PEOPLE


@pytest.mark.parametrize(
    ("people", "scope"),
    [
        (("unknown",), set()),
        (("child", "woman"), {"child", "woman"}),
        (("civilian", "attacker"), set()),
        (("woman", "man"), set()),
        (("police", "unknown"), {"police"}),
    ],
)
def test_a_toll_of_groups_that_exclude_one_another_is_one_of_anyone(people: tuple[str, ...], scope: set[str]) -> None:
    assert scope_of(people) == scope


@pytest.mark.parametrize(
    ("left", "right"), [("civilian", "combatant"), ("police", "civilian"), ("woman", "man"), ("attacker", "civilian")]
)
def test_sides_are_disjoint(left: str, right: str) -> None:
    assert disjoint({left}, {right})


@pytest.mark.parametrize(("left", "right"), [("civilian", "child"), ("medic", "civilian"), ("combatant", "man")])
def test_callings_age_and_sex_are_not(left: str, right: str) -> None:
    assert not disjoint({left}, {right})


def test_anyone_shares_with_all() -> None:
    assert not disjoint(set(), {"civilian"})


def test_sharing_goes_both_ways() -> None:
    assert all(may_share(left, right) == may_share(right, left) for left, right in combinations(PEOPLE, 2))

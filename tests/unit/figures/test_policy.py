"""The registry of policies, and the two that are not the default."""

import pytest
from tests.factory import PARENTS, make_claim, sources_of

from bilan.errors import UsageError
from bilan.figures.assemble import assemble
from bilan.figures.policy import find_policy, list_policies
from bilan.model.claim import Claim
from bilan.model.decision import LinkDecisions
from bilan.model.incident import Figure


def figure(policy: str, *claims: Claim) -> Figure:
    found = assemble(claims, sources_of(claims), LinkDecisions(), {}, parents=PARENTS, policy=policy)
    return found.incidents[0].figures[0]


def test_all_policies_are_found_by_name_and_explain_themselves() -> None:
    assert [policy.name for policy in list_policies()] == ["acled", "ibc", "ucdp"]
    assert all(len(policy.title) > 200 for policy in list_policies())


def test_an_unknown_policy_is_a_usage_error_that_names_the_known() -> None:
    with pytest.raises(UsageError, match="acled, ibc, ucdp"):
        find_policy("median")


def test_acled_records_the_lowest_number_and_shows_no_range() -> None:
    one = figure("acled", make_claim(report="r1", low=7), make_claim(report="r2", low=5, modality="hedged"))

    assert (one.low, one.best, one.high) == (5, 5, 5)


@pytest.mark.parametrize(("low", "recorded"), [(2, 3), (3, 3), (20, 10), (200, 100), (2000, 1000)])
def test_acled_records_a_word_as_a_number(low: int, recorded: int) -> None:
    assert figure("acled", make_claim(low=low, high=None, wording="vague")).best == recorded


def test_ibc_gives_minimum_and_maximum_and_asks_for_two_sources() -> None:
    two = figure("ibc", make_claim(report="r1", low=7), make_claim(report="r2", low=9))
    one = figure("ibc", make_claim(report="r1", low=7))

    assert (two.low, two.best, two.high) == (7, None, 9)
    assert "2 independent sources support it" in two.reason
    assert (one.low, one.best, one.high) == (7, 7, 7)
    assert "provisional" in one.reason

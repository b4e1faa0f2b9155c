from collections.abc import Sequence

from tests.casebook_kit import make_decision
from tests.factory import make_claim

from bilan.model.decision import LinkDecisions
from bilan.review.anchor import Anchored
from bilan.review.decisions import apply_decisions, find_link_decisions


def _anchored(kind: str, *groups: Sequence[str], **fields: str) -> Anchored:
    return Anchored(make_decision(kind, "any", **fields), tuple(tuple(group) for group in groups))


def test_of_several_decisions_on_one_claim_the_last_counts() -> None:
    claim = make_claim()
    rejected = apply_decisions([claim], [_anchored("accept", [claim.id]), _anchored("reject", [claim.id])])
    assert rejected.claims == ()
    accepted = apply_decisions([claim], [_anchored("reject", [claim.id]), _anchored("accept", [claim.id])])
    assert accepted.rejected == ()
    assert accepted.claims[0].flags == ("accepted-by-person",)


def test_claims_nobody_decided_on_stay_as_they_are_and_in_order() -> None:
    claims = [make_claim(at=at) for at in (300, 10, 100)]
    reviewed = apply_decisions(claims, [_anchored("reject", [claims[1].id])])
    assert reviewed.claims == (claims[0], claims[2])


def test_a_correction_that_no_longer_fits_is_to_be_reread() -> None:
    claim = make_claim(low=9)
    reviewed = apply_decisions([claim], [_anchored("correct", [claim.id], field="count.high", value="4")])
    assert reviewed.claims == (claim,)
    assert "at most its high" in reviewed.to_reread[0].reason


def test_a_merge_joins_every_claim_of_one_side_with_every_one_of_the_other() -> None:
    links = find_link_decisions([_anchored("merge", ["a", "b"], ["c"])])
    assert links.must == {frozenset("ac"), frozenset("bc")}
    assert links.cannot == frozenset()


def test_on_one_pair_the_last_decision_counts() -> None:
    merge, part = _anchored("merge", ["a", "b"], ["c"]), _anchored("part", ["a"], ["c"])
    after = find_link_decisions([merge, part])
    assert after == LinkDecisions(must=frozenset({frozenset("bc")}), cannot=frozenset({frozenset("ac")}))
    before = find_link_decisions([part, merge])
    assert before == LinkDecisions(must=frozenset({frozenset("ac"), frozenset("bc")}))


def test_accepting_and_rejecting_link_nothing() -> None:
    links = find_link_decisions([_anchored("accept", ["a", "b"]), _anchored("reject", ["c"])])
    assert (links.must, links.cannot) == (frozenset(), frozenset())

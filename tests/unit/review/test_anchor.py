from collections.abc import Sequence
from dataclasses import replace

from tests.casebook_kit import make_decision
from tests.factory import make_claim

from bilan.model.claim import Claim
from bilan.model.decision import Decision
from bilan.model.ids import ClaimId, DecisionId
from bilan.model.text import Quote
from bilan.review.anchor import active_decisions, anchor_decisions, record_seen


def _decide(kind: str, targets: Sequence[Claim], seen: Sequence[Claim] = (), **fields: str) -> Decision:
    saw = record_seen(dict.fromkeys((*targets, *seen)))
    return replace(make_decision(kind, *(c.id for c in targets), saw=saw, **fields), id=DecisionId(f"dec-{kind}"))


def _moved(claim: Claim, start: int, end: int, name: str = "clm-new") -> Claim:
    return replace(claim, id=ClaimId(name), quote=Quote(start, end, "x" * (end - start), "", ""))


def test_a_claim_that_keeps_its_id_is_the_one_meant_whatever_else_changed() -> None:
    claim = make_claim(at=10)
    now = replace(claim, event="shelling-artillery-missile")
    anchoring = anchor_decisions([_decide("reject", [claim])], [now])
    assert anchoring.anchored[0].groups == ((claim.id,),)
    assert anchoring.to_reread == ()


def test_a_claim_cut_otherwise_is_found_by_its_words() -> None:
    claim = make_claim(at=10)
    wider = _moved(claim, 2, claim.quote.end)
    anchoring = anchor_decisions([_decide("reject", [claim])], [wider, make_claim(at=200)])
    assert anchoring.anchored[0].groups == ((wider.id,),)


def test_a_claim_elsewhere_in_the_report_does_not_take_its_place() -> None:
    claim = make_claim(at=10)
    anchoring = anchor_decisions([_decide("reject", [claim])], [make_claim(at=200)])
    assert anchoring.anchored == ()
    assert anchoring.to_reread[0].decision.kind == "reject"
    assert claim.quote.exact in anchoring.to_reread[0].reason


def test_the_same_words_in_another_report_do_not_take_its_place() -> None:
    claim = make_claim(at=10)
    anchoring = anchor_decisions([_decide("reject", [claim])], [make_claim(at=10, report="r2")])
    assert anchoring.anchored == ()
    assert len(anchoring.to_reread) == 1


def test_an_overlapping_claim_on_another_outcome_does_not_take_its_place() -> None:
    claim = make_claim(at=10)
    other = replace(_moved(claim, 10, claim.quote.end), outcome="injured")
    assert anchor_decisions([_decide("reject", [claim])], [other]).anchored == ()


def test_a_neighbour_that_shares_a_few_letters_does_not_take_its_place() -> None:
    claim = make_claim(at=10)
    neighbour = _moved(claim, claim.quote.end - 2, claim.quote.end + 20)
    assert anchor_decisions([_decide("reject", [claim])], [neighbour]).anchored == ()


def test_two_claims_as_near_are_left_to_a_person() -> None:
    claim = make_claim(at=10)
    twins = [_moved(claim, 10, claim.quote.end, "clm-x"), _moved(claim, 10, claim.quote.end, "clm-y")]
    anchoring = anchor_decisions([_decide("reject", [claim])], twins)
    assert anchoring.anchored == ()
    assert len(anchoring.to_reread) == 1


def test_a_decision_on_many_claims_stands_for_those_still_there_and_is_to_be_reread_for_the_rest() -> None:
    kept, gone = make_claim(at=10), make_claim(at=300)
    anchoring = anchor_decisions([_decide("accept", [kept, gone])], [kept])
    assert anchoring.anchored[0].groups == ((kept.id,),)
    assert gone.quote.exact in anchoring.to_reread[0].reason


def test_a_merge_with_one_side_gone_joins_nothing_and_is_to_be_reread() -> None:
    kept, gone = make_claim(at=10), make_claim(at=300)
    anchoring = anchor_decisions([_decide("merge", [kept, gone])], [kept])
    assert anchoring.anchored == ()
    assert len(anchoring.to_reread) == 1


def test_claims_parted_from_an_incident_stand_against_the_rest_that_was_seen() -> None:
    out, *rest = (make_claim(at=at) for at in (10, 100, 200))
    anchoring = anchor_decisions([_decide("part", [out], rest)], [out, *rest])
    assert anchoring.anchored[0].groups == ((out.id,), tuple(claim.id for claim in rest))


def test_an_incident_stands_for_the_claims_that_were_seen_in_it() -> None:
    one, two, three = (make_claim(at=at) for at in (10, 100, 200))
    saw = record_seen([one, two, three], {"inc-a": [one.id, two.id], "inc-b": [three.id]})
    merge = make_decision("merge", "inc-a", "inc-b", saw=saw)
    anchoring = anchor_decisions([merge], [one, two, three])
    assert anchoring.anchored[0].groups == ((one.id, two.id), (three.id,))


def test_an_undone_decision_is_not_in_force_and_an_undone_undo_brings_it_back() -> None:
    first = replace(make_decision("reject", "clm-1"), id=DecisionId("dec-1"))
    undo = replace(make_decision("undo", undoes="dec-1"), id=DecisionId("dec-2"))
    redo = replace(make_decision("undo", undoes="dec-2"), id=DecisionId("dec-3"))
    assert active_decisions([first]) == (first,)
    assert active_decisions([first, undo]) == ()
    assert active_decisions([first, undo, redo]) == (first,)

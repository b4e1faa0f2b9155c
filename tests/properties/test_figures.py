"""What is always true of figures, whatever the claims and the policy."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.factory import PARENTS, make_source
from tests.properties.test_incidents import assembled, corpora

from bilan.figures.assemble import assemble
from bilan.figures.explain import retell
from bilan.figures.policy import list_policies
from bilan.model.claim import Claim, Links
from bilan.model.decision import LinkDecisions
from bilan.model.extraction import Source
from bilan.model.ids import ClaimId
from bilan.model.incident import Incident


@pytest.mark.parametrize("policy", [policy.name for policy in list_policies()])
@given(corpus=corpora())
@settings(max_examples=40, deadline=None)
def test_low_best_and_high_are_in_order(policy: str, corpus: tuple[list[Claim], list[Source]]) -> None:
    claims, sources = corpus
    found = assemble(claims, sources, LinkDecisions(), {}, parents=PARENTS, policy=policy)

    for figure in (figure for incident in found.incidents for figure in incident.figures):
        known = [end for end in (figure.low, figure.best, figure.high) if end is not None]
        assert known == sorted(known)
        assert all(end >= 0 for end in known)
        assert figure.reason


@given(corpora())
@settings(max_examples=60, deadline=None)
def test_a_figure_rests_on_claims_of_its_incident_on_its_outcome(corpus: tuple[list[Claim], list[Source]]) -> None:
    claims, sources = corpus
    known = {str(claim.id): claim for claim in claims}

    for incident in assembled(claims, sources).incidents:
        for figure in incident.figures:
            assert figure.claims
            assert set(figure.claims) <= set(incident.claims)
            assert {known[claim].outcome for claim in figure.claims} == {figure.outcome}
            assert len({(one.outcome, one.people) for one in incident.figures}) == len(incident.figures)


@given(corpora())
@settings(max_examples=60, deadline=None)
def test_no_rate_share_or_cumulative_claim_feeds_a_figure(corpus: tuple[list[Claim], list[Source]]) -> None:
    claims, sources = corpus
    known = {str(claim.id): claim for claim in claims}
    found = assembled(claims, sources)

    for figure in (figure for incident in found.incidents for figure in incident.figures):
        assert all(known[claim].basis in ("total", "part") for claim in figure.claims)


@given(corpora())
@settings(max_examples=80, deadline=None)
def test_an_outcome_that_is_told_always_has_a_figure(corpus: tuple[list[Claim], list[Source]]) -> None:
    claims, sources = corpus
    known = {str(claim.id): claim for claim in claims}

    for incident in assembled(claims, sources).incidents:
        members = [known[claim] for claim in incident.claims]
        sure = {c.outcome for c in members if c.kind == "toll" and c.modality in ("asserted", "hedged")}
        assert {figure.outcome for figure in incident.figures if figure.people == "all"} >= sure


@given(corpora())
@settings(max_examples=80, deadline=None)
def test_where_all_tell_one_number_of_anyone_it_is_best(corpus: tuple[list[Claim], list[Source]]) -> None:
    claims, sources = corpus
    plain = [replace(claim, people=("unknown",)) for claim in claims]
    known = {str(claim.id): claim for claim in plain}

    for incident in assembled(plain, sources).incidents:
        for figure in (figure for figure in incident.figures if figure.people == "all"):
            told = [known[one] for one in incident.claims if known[one].outcome == figure.outcome]
            counts = {(one.count.low, one.count.high) for one in told if one.count}
            if all(one.modality == "asserted" for one in told) and counts == {(3, 3)}:
                alone = len({(one.digest, one.sentence) for one in told}) == len(told)
                if alone and not any(one.basis == "part" for one in told):
                    assert (figure.low, figure.best, figure.high) == (3, 3, 3)


@given(corpora(), st.integers(0, 4))
@settings(max_examples=60, deadline=None)
def test_a_reprint_never_changes_a_figure(corpus: tuple[list[Claim], list[Source]], which: int) -> None:
    claims, sources = corpus
    origin = sources[which % len(sources)]
    names = {str(claim.id): ClaimId(f"{claim.id}-reprint") for claim in claims if claim.digest == origin.digest}
    # A dated reprint of an undated report tells when it was printed, which may rightly change what supersedes what.
    reprint = make_source("reprint", "2021-06-01" if origin.published else None, group=origin.group)
    copies = [_copy(claim, reprint.digest, names) for claim in claims if claim.digest == origin.digest]

    before = assembled(claims, sources)
    after = assembled([*claims, *copies], [*sources, reprint])

    assert _numbers(after.incidents) == _numbers(before.incidents)


def _copy(claim: Claim, digest: str, names: dict[str, ClaimId]) -> Claim:
    links = Links(**{name: tuple(names[one] for one in getattr(claim.links, name)) for name in Links.__slots__})
    return replace(claim, id=names[str(claim.id)], report="reprint", digest=digest, links=links)


def _numbers(incidents: Sequence[Incident]) -> list[tuple[str, ...]]:
    return sorted(
        (incident.event, one.outcome, one.people, str((one.low, one.best, one.high, one.open)), one.reason)
        for incident in incidents
        for one in incident.figures
    )


@given(corpora())
@settings(max_examples=40, deadline=None)
def test_every_reason_can_be_told_in_french(corpus: tuple[list[Claim], list[Source]]) -> None:
    claims, sources = corpus
    found = assembled(claims, sources)

    reasons = [figure.reason for incident in found.incidents for figure in incident.figures]
    reasons += [relation.reason for relation in found.relations] + [one.reason for one in found.unlinked]
    reasons += [envelope.reason for envelope in found.envelopes]
    for reason in reasons:
        told = retell(reason, "fr")
        assert told != reason
        assert " is " not in told

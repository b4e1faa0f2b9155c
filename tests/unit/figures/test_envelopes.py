"""Rates, shares and cumulative totals stand beside the incidents."""

from typing import Any

from tests.factory import PARENTS, make_claim, make_place, make_time, sources_of

from bilan.figures.assemble import assemble
from bilan.model.claim import Claim
from bilan.model.decision import LinkDecisions
from bilan.model.extraction import Assembly

COUNTRY: dict[str, Any] = {"place": make_place("Syrie", precision=6, lat=35.0, lon=38.5)}
MARCH = make_time("2021-03-01", "2021-03-31", precision=4)


def assembled(*claims: Claim) -> Assembly:
    return assemble(claims, sources_of(claims), LinkDecisions(), {}, parents=PARENTS)


def test_a_cumulative_total_shows_what_the_recorded_incidents_explain_and_is_added_to_none() -> None:
    war = make_claim(report="r9", low=400, basis="cumulative", time=MARCH, **COUNTRY)
    found = assembled(
        war, make_claim(report="r1", low=7), make_claim(report="r2", low=9, place=make_place("B", lat=36.9))
    )

    (envelope,) = found.envelopes
    assert (envelope.low, envelope.recorded_low, envelope.recorded_best, envelope.recorded_high) == (400, 16, 16, 16)
    assert sorted(envelope.incidents) == [incident.id for incident in found.incidents]
    assert all(war.id not in figure.claims for incident in found.incidents for figure in incident.figures)
    assert "2. Together: 16" in envelope.reason


def test_incidents_outside_its_place_or_time_are_not_counted() -> None:
    war = make_claim(report="r9", low=400, basis="cumulative", time=MARCH, **COUNTRY)
    elsewhere = make_claim(report="r1", place=make_place("Kilis", country="TR", lat=36.7))
    later = make_claim(report="r2", time=make_time("2021-04-01"))

    (envelope,) = assembled(war, elsewhere, later).envelopes

    assert envelope.incidents == ()
    assert envelope.recorded_best is None
    assert "No recorded incident" in envelope.reason


def test_a_rate_without_a_date_says_so_and_explains_nothing() -> None:
    rate = make_claim(low=200, basis="rate", per="day", wording="about", time=None, **COUNTRY)

    (envelope,) = assembled(rate).envelopes

    assert (envelope.per, envelope.low, envelope.incidents) == ("day", 200, ())
    assert "not known well enough" in envelope.reason


def test_a_share_has_no_count_of_its_own() -> None:
    rate = make_claim(low=200, basis="rate", per="day", **COUNTRY)
    share = make_claim(low=None, high=None, at=90, basis="share", share=0.5, links={"share_of": [rate.id]})

    shares = [one for one in assembled(rate, share).envelopes if one.basis == "share"]

    assert [(one.share, one.low, one.high) for one in shares] == [(0.5, None, None)]


def test_an_envelope_of_a_group_is_set_beside_the_figures_of_that_group() -> None:
    war = make_claim(report="r9", low=90, basis="cumulative", people=("child",), time=MARCH, **COUNTRY)
    whole = make_claim(low=9)
    part = make_claim(low=2, at=20, basis="part", people=("child",), links={"part_of": [whole.id]})

    (envelope,) = assembled(war, whole, part).envelopes

    assert envelope.recorded_best == 2


def test_every_envelope_claim_is_listed_among_the_unlinked_with_the_reason() -> None:
    war = make_claim(low=400, basis="cumulative")

    (loose,) = assembled(war).unlinked

    assert loose.claim == war.id
    assert "more than one incident" in loose.reason

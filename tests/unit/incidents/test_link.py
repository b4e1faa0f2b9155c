"""From claims to incidents."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

import pytest
from tests.factory import PARENTS, make_claim, make_place, make_source, make_time, sources_of

from bilan.incidents.heads import Taxonomy
from bilan.incidents.link import Linking, link
from bilan.model.claim import Actor, Claim
from bilan.model.decision import LinkDecisions
from bilan.model.extraction import Source
from bilan.model.text import Span

FAR = make_place("Sandor", lat=36.9, lon=40.0)


def linked(
    *claims: Claim,
    sources: Sequence[Source] | None = None,
    decisions: LinkDecisions | None = None,
    previous: Mapping[str, Collection[str]] | None = None,
) -> Linking:
    return link(
        claims, sources_of(claims) if sources is None else sources, decisions or LinkDecisions(), previous or {},
        taxonomy=Taxonomy(PARENTS),
    )  # fmt: skip


def sets(found: Linking) -> set[frozenset[str]]:
    return {frozenset(claim.id for claim in cluster.claims) for cluster in found.clusters}


def pair(left: Claim, right: Claim) -> frozenset[frozenset[str]]:
    return frozenset({frozenset({str(left.id), str(right.id)})})


def test_two_reports_of_one_incident_are_one() -> None:
    first, second = make_claim(report="r1"), make_claim(report="r2", low=5)

    assert sets(linked(first, second)) == {frozenset({first.id, second.id})}


def test_another_town_is_another_incident() -> None:
    assert len(linked(make_claim(report="r1"), make_claim(report="r2", place=FAR)).clusters) == 2


def test_claims_of_a_report_without_a_place_go_with_its_main_incident() -> None:
    first = make_claim()
    second = make_claim("injured", 9, at=300, place=None, time=None)

    assert sets(linked(first, second)) == {frozenset({first.id, second.id})}


def test_a_part_goes_with_its_whole_wherever_its_place_was_read() -> None:
    whole = make_claim(low=9)
    part = make_claim(low=2, at=40, basis="part", people=("child",), place=FAR, links={"part_of": [whole.id]})

    assert sets(linked(whole, part)) == {frozenset({whole.id, part.id})}


def test_a_recalled_attack_is_an_incident_of_its_own() -> None:
    main = make_claim()
    recalled = make_claim(low=30, at=900, time=make_time("2019-11-04"), flags=("background",))

    assert len(linked(main, recalled).clusters) == 2


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"modality": "planned"}, "unlinked-planned"),
        ({"modality": "possible"}, "unlinked-possible"),
        ({"modality": "denied"}, "unlinked-denied"),
        ({"basis": "rate", "per": "day"}, "unlinked-rate"),
        ({"basis": "share", "share": 0.5}, "unlinked-share"),
        ({"basis": "cumulative"}, "unlinked-cumulative"),
        ({"kind": "need"}, "unlinked-need"),
        ({"kind": "statement"}, "unlinked-statement"),
    ],
)
def test_what_is_no_told_incident_founds_none(fields: dict[str, Any], why: str) -> None:
    found = linked(make_claim(**fields))

    assert found.clusters == ()
    assert [aside.why for aside in found.aside] == [why]


def test_a_part_of_a_cumulative_total_founds_nothing() -> None:
    war = make_claim(low=9000, basis="cumulative")
    children = make_claim(low=900, at=40, basis="part", people=("child",), links={"part_of": [war.id]})

    assert sorted(aside.why for aside in linked(war, children).aside) == ["unlinked-cumulative", "unlinked-part"]


def test_a_denial_joins_the_incident_it_denies() -> None:
    claim = make_claim(low=60)
    denial = make_claim(low=60, at=300, modality="denied", links={"denies": [claim.id]})

    assert sets(linked(claim, denial)) == {frozenset({claim.id, denial.id})}


def test_a_need_told_in_the_same_sentence_joins_and_another_does_not() -> None:
    toll = make_claim(at=10, sentence=0)
    near = make_claim(outcome=None, kind="need", at=90, sentence=0, event=None, words="médicaments")
    far = make_claim(outcome=None, kind="need", at=900, event=None, words="couvertures")

    found = linked(toll, near, far)

    assert sets(found) == {frozenset({toll.id, near.id})}
    assert [aside.claim.id for aside in found.aside] == [far.id]


def test_a_rate_told_in_the_same_sentence_stays_outside() -> None:
    toll = make_claim(at=10, sentence=0)
    rate = make_claim(low=200, at=60, sentence=0, basis="rate", per="day")

    assert sets(linked(toll, rate)) == {frozenset({toll.id})}


def test_people_join_what_rules_keep_apart() -> None:
    first, second = make_claim(report="r1"), make_claim(report="r2", place=FAR)

    found = linked(first, second, decisions=LinkDecisions(must=pair(first, second)))

    assert sets(found) == {frozenset({first.id, second.id})}


def test_people_part_what_rules_join_even_inside_one_report() -> None:
    first, second = make_claim(), make_claim("injured", 9, at=40)

    found = linked(first, second, decisions=LinkDecisions(cannot=pair(first, second)))

    assert len(found.clusters) == 2


def test_a_chain_of_yes_never_joins_a_parted_pair() -> None:
    first, second, third = (make_claim(report=f"r{i}") for i in range(3))
    decisions = LinkDecisions(must=pair(first, second) | pair(second, third), cannot=pair(first, third))

    found = linked(first, second, third, decisions=decisions)

    assert not any({first.id, third.id} <= claims for claims in sets(found))


def test_a_claim_that_founds_nothing_joins_where_a_person_says_so() -> None:
    toll = make_claim(report="r1")
    feared = make_claim(report="r2", low=20, modality="possible")

    found = linked(toll, feared, decisions=LinkDecisions(must=pair(toll, feared)))

    assert sets(found) == {frozenset({toll.id, feared.id})}


def test_a_decision_on_a_claim_that_is_no_more_is_let_lie() -> None:
    claim = make_claim()
    gone = LinkDecisions(must=frozenset({frozenset({str(claim.id), "clm-gone"})}))

    assert sets(linked(claim, decisions=gone)) == {frozenset({claim.id})}


def test_a_thousand_reprints_need_no_comparison() -> None:
    claims = [make_claim(report=f"copy{i}") for i in range(1000)]
    sources = [make_source(f"copy{i}", group="wire") for i in range(1000)]

    found = linked(*claims, sources=sources)

    assert len(found.clusters) == 1
    assert found.compared == 0


def test_a_claim_given_twice_counts_once() -> None:
    claim = make_claim()

    assert sets(linked(claim, claim)) == {frozenset({claim.id})}


def test_an_incident_keeps_its_name_and_gives_up_another() -> None:
    first, second = make_claim(report="r1"), make_claim(report="r2")

    found = linked(first, second, previous={"inc-old": [first.id], "inc-older": [second.id]})

    assert [cluster.id for cluster in found.clusters] == ["inc-old"]
    assert found.redirects == (("inc-older", "inc-old"),)


def test_two_incidents_that_a_report_tells_apart_stay_apart_when_others_tell_one() -> None:
    morning = make_claim(report="r1", time=make_time("2021-03-02"))
    evening = make_claim(report="r1", low=12, at=900, time=make_time("2021-03-05"))
    other = make_claim(report="r2", low=12, time=make_time("2021-03-05"))

    assert sets(linked(morning, evening, other)) == {frozenset({morning.id}), frozenset({evening.id, other.id})}


def test_comparisons_grow_with_the_input_not_with_its_square() -> None:
    def compared(size: int) -> int:
        claims = [
            make_claim(
                report=f"r{i}",
                low=2 + i % 7,
                place=make_place(f"P{i % (size // 4)}", lat=10 + (i % (size // 4)) * 0.11 % 60, lon=20 + i % 37),
                time=make_time(f"2021-{1 + i % 12:02}-{1 + i % 28:02}"),
            )
            for i in range(size)
        ]
        return linked(*claims).compared

    assert compared(1600) <= 6 * compared(400) + 400


def test_an_event_without_who_where_or_when_of_its_own_founds_nothing() -> None:
    elsewhere = Span(900, 906)
    bare = make_claim(None, at=40, place=make_place(span=elsewhere), time=make_time(span=elsewhere))
    wide = make_claim(None, at=40, place=make_place("Ebar", precision=6, span=Span(50, 54)), time=None)
    placed = make_claim(None, at=40, place=make_place(span=Span(50, 56)), time=None)
    acted = make_claim(None, at=40, place=None, time=None, actors=(Actor("perpetrator", "rebels"),))

    assert [aside.why for aside in linked(bare).aside] == ["unlinked-bare"]
    assert linked(wide).clusters == ()
    assert len(linked(placed).clusters) == len(linked(acted).clusters) == 1


def test_an_event_goes_with_the_toll_beside_it_wherever_its_place_was_inherited_from() -> None:
    toll = make_claim(low=9, place=make_place(span=Span(10, 16)))
    event = make_claim(
        None, at=220, place=make_place("Sandor", lat=36.9, lon=40.0, span=Span(600, 606)), time=None,
        actors=(Actor("perpetrator", "rebels"),),
    )  # fmt: skip

    assert sets(linked(toll, event)) == {frozenset({toll.id, event.id})}


def test_a_part_of_a_cumulative_total_joins_no_incident_either() -> None:
    whole = make_claim(low=2700, basis="cumulative", time=None)
    part = make_claim(low=1000, at=50, sentence=0, basis="part", links={"part_of": [whole.id]})
    strike = make_claim(None, at=90, sentence=0, actors=(Actor("perpetrator", "the coalition"),))

    assert sets(linked(whole, part, strike)) == {frozenset({strike.id})}

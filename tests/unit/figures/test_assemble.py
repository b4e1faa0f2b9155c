"""Many reports reconciled."""

from tests.factory import PARENTS, make_claim, make_place, make_report, make_source, make_time, sources_of

from bilan.figures.assemble import assemble
from bilan.incidents.sources import group_sources
from bilan.model.claim import Actor
from bilan.model.decision import LinkDecisions

NOTHING = LinkDecisions()


def test_an_incident_lists_every_report_even_identical_copies() -> None:
    reports = [make_report("Sept morts à Tellera.", id=name) for name in ("a.txt", "b.txt")]
    claim = make_claim(report="a.txt", digest=reports[0].digest)

    (incident,) = assemble([claim], group_sources(reports), NOTHING, {}, parents=PARENTS).incidents

    assert incident.reports == ("a.txt", "b.txt")
    assert incident.independent_sources == 1


def test_reprints_are_one_independent_source() -> None:
    claims = [make_claim(report=name) for name in ("r1", "r2", "r3")]
    sources = [make_source("r1", group="wire"), make_source("r2", group="wire"), make_source("r3")]

    (incident,) = assemble(claims, sources, NOTHING, {}, parents=PARENTS).incidents

    assert incident.independent_sources == 2


def test_the_head_is_the_most_specific_that_is_supported() -> None:
    week = make_time("2021-03-01", "2021-03-05", precision=2)
    wide = make_claim(report="r1", place=make_place("Gouvernorat d'Ebar", precision=4), time=week)
    fine = make_claim(report="r2", actors=(Actor("perpetrator", "l'armée"),), tags=("attack-on-health-care",))

    (incident,) = assemble([wide, fine], sources_of([wide, fine]), NOTHING, {}, parents=PARENTS).incidents

    assert incident.place == fine.place
    assert incident.time == fine.time
    assert incident.tags == ("attack-on-health-care",)
    assert [actor.text for actor in incident.actors] == ["l'armée"]


def test_an_incident_is_background_only_while_every_report_recalls_it() -> None:
    recalled = make_claim(report="r1", flags=("background",))
    told = make_claim(report="r2")

    alone = assemble([recalled], sources_of([recalled]), NOTHING, {}, parents=PARENTS)
    both = assemble([recalled, told], sources_of([recalled, told]), NOTHING, {}, parents=PARENTS)

    assert [incident.background for incident in alone.incidents] == [True]
    assert [incident.background for incident in both.incidents] == [False]


def test_relations_stand_in_the_incident_and_in_the_whole_with_a_reason_in_words() -> None:
    claims = [make_claim(report="r1", low=7), make_claim(report="r2", low=9)]

    found = assemble(claims, sources_of(claims), NOTHING, {}, parents=PARENTS)

    assert found.relations == found.incidents[0].relations
    assert [relation.reason for relation in found.relations] == [
        "Independent sources give different numbers for the same toll."
    ]


def test_every_claim_is_in_an_incident_or_listed_with_a_reason() -> None:
    claims = [
        make_claim(),
        make_claim(low=20, at=400, modality="planned", place=None),
        make_claim(low=9, at=900, basis="cumulative"),
    ]

    found = assemble(claims, sources_of(claims), NOTHING, {}, parents=PARENTS)

    placed = [claim for incident in found.incidents for claim in incident.claims]
    assert sorted(placed + [loose.claim for loose in found.unlinked]) == sorted(claim.id for claim in claims)
    assert all(loose.reason.endswith(".") for loose in found.unlinked)


def test_nothing_gives_nothing() -> None:
    found = assemble([], [], NOTHING, {}, parents=PARENTS)

    assert (found.incidents, found.envelopes, found.unlinked, found.relations) == ((), (), (), ())

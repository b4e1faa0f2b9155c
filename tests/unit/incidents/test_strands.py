"""Which claims of one report tell of the same incident."""

from tests.factory import PARENTS, make_claim, make_place, make_time, sources_of

from bilan.incidents.heads import Taxonomy
from bilan.incidents.profile import make_context
from bilan.incidents.strands import find_strands
from bilan.model.claim import Claim

SANDOR = make_place("Sandor", lat=36.9, lon=40.0)
COUNTRY = make_place("Syrie", precision=6, lat=35.0, lon=38.5)


def strands(*claims: Claim) -> list[list[str]]:
    context = make_context(claims, sources_of(claims), Taxonomy(PARENTS))
    return sorted([claim.id for claim in strand] for strand in find_strands(claims, context, [], []))


def test_a_report_mostly_tells_one_incident() -> None:
    claims = [make_claim(), make_claim("injured", 9, at=200, place=None), make_claim(low=4, at=600, time=None)]

    assert len(strands(*claims)) == 1


def test_two_towns_are_two_incidents_and_each_keeps_its_own_injured() -> None:
    here = [make_claim(), make_claim("injured", 9, at=60, sentence=0)]
    there = [make_claim(low=5, at=300, place=SANDOR), make_claim("injured", 2, at=360, sentence=300, place=SANDOR)]

    assert strands(*here, *there) == sorted([[claim.id for claim in here], [claim.id for claim in there]])


def test_two_days_in_one_town_are_two_incidents() -> None:
    assert len(strands(make_claim(), make_claim(low=5, at=300, time=make_time("2021-03-03")))) == 2


def test_different_tolls_of_a_town_and_of_its_country_are_two_incidents() -> None:
    undated = {"time": None, "event": None}
    town, country = make_claim(**undated), make_claim(low=60, at=900, place=COUNTRY, **undated)

    assert len(strands(town, country)) == 2
    assert len(strands(town, make_claim(low=3, at=900, place=COUNTRY, **undated))) == 1


def test_events_of_two_kinds_told_as_such_are_two_incidents() -> None:
    clash = make_claim(outcome=None, event="armed-clash")
    deal = make_claim(outcome=None, event="agreement", at=900, time=None)

    assert len(strands(clash, deal)) == 2


def test_an_update_goes_with_what_it_updates_whatever_the_place_read() -> None:
    old = make_claim(place=SANDOR)
    new = make_claim(low=5, at=300, links={"supersedes": [old.id]})

    assert len(strands(old, new)) == 1


def test_events_told_in_passing_neither_join_nor_part_tolls() -> None:
    here = make_claim()
    there = make_claim(low=5, at=900, place=SANDOR)
    passing = [make_claim(outcome=None, at=450 + 20 * i, place=None, time=None, ordinal=i) for i in range(6)]

    found = strands(here, there, *passing)

    assert sum(here.id in strand and there.id in strand for strand in found) == 0
    assert sorted(key for strand in found for key in strand) == sorted(claim.id for claim in (here, there, *passing))


def test_a_part_goes_with_the_nearest_whole_before_it() -> None:
    whole = make_claim(low=19)
    part = make_claim(low=7, at=400, basis="part", people=("child",), time=make_time("2021-03-03"))

    assert len(strands(whole, part)) == 1


def test_those_who_died_between_two_numbers_go_with_the_update_wherever_they_died() -> None:
    old = make_claim(low=14, at=20)
    new = make_claim(low=19, at=10, links={"supersedes": [old.id]})
    since = make_claim(low=5, at=300, place=SANDOR, time=make_time("2021-03-03"))
    others = make_claim(low=6, at=300, place=SANDOR, time=make_time("2021-03-03"))

    assert len(strands(old, new, since)) == 1
    assert len(strands(old, new, others)) == 2


def test_an_event_goes_with_the_toll_it_stands_beside() -> None:
    here = make_claim()
    there = make_claim(low=5, at=900, place=SANDOR)
    event = make_claim(outcome=None, at=930, sentence=900, place=SANDOR)

    assert sorted([there.id, event.id]) in [sorted(strand) for strand in strands(here, there, event)]


def test_a_parted_event_is_in_no_strand_with_its_toll() -> None:
    toll, event = make_claim(), make_claim(outcome=None, at=30)
    context = make_context([toll, event], sources_of([toll]), Taxonomy(PARENTS))

    assert len(find_strands([toll, event], context, [], [(str(toll.id), str(event.id))])) == 2


def test_a_person_who_joins_an_event_with_two_tolls_joins_the_tolls() -> None:
    here = make_claim()
    there = make_claim(low=5, at=900, place=SANDOR)
    event = make_claim(outcome=None, at=450)
    claims = [here, there, event]
    context = make_context(claims, sources_of(claims), Taxonomy(PARENTS))
    joined = [(str(event.id), str(here.id)), (str(event.id), str(there.id))]

    assert len(find_strands(claims, context, joined, [])) == 1

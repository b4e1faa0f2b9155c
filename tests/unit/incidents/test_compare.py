"""Terms for and against two profiles being about one incident."""

import pytest
from tests.factory import PARENTS, make_claim, make_place, make_time, sources_of

from bilan.incidents.compare import ACROSS, IN_REPORT, VETO, compare, distance_km, event_term, place_term
from bilan.incidents.heads import Taxonomy
from bilan.incidents.profile import Context, Profile, make_context, make_profile, spot_of
from bilan.model.claim import Actor, Claim

TAXONOMY = Taxonomy(PARENTS, {"attack": ("suicide-bomb",)})


def profiles(*claims: Claim) -> list[Profile]:
    context: Context = make_context(claims, sources_of(claims), TAXONOMY)
    return [make_profile([claim], context) for claim in claims]


def total(left: Claim, right: Claim) -> float:
    first, second = profiles(left, right)
    return compare(first, second, TAXONOMY).total


def test_same_town_day_and_event_speak_for_one_incident() -> None:
    assert total(make_claim(report="r1"), make_claim(report="r2", low=5)) > 0


@pytest.mark.parametrize(
    "other",
    [
        make_claim(report="r2", place=make_place("Sandor", lat=36.5)),
        make_claim(report="r2", place=make_place("Tellera-sur-Mer", country="TR", lat=35.01)),
        make_claim(report="r2", time=make_time("2021-03-20")),
        make_claim(report="r2", event="protest", place=make_place("Syrie", precision=6), low=90),
    ],
    ids=["far town", "other country", "weeks later", "only the country and another event"],
)
def test_what_is_elsewhere_or_at_another_time_is_another_incident(other: Claim) -> None:
    assert total(make_claim(report="r1"), other) < 0


def test_one_country_and_day_are_not_enough_without_the_same_toll() -> None:
    country = make_place("Syrie", precision=6, lat=35.0, lon=38.5)

    assert total(make_claim(report="r1"), make_claim(report="r2", place=country, low=4)) < 0
    assert total(make_claim(report="r1"), make_claim(report="r2", place=country)) > 0


def test_an_undated_toll_in_a_town_is_not_the_incident_of_a_date() -> None:
    first, second = make_claim(report="r1"), make_claim(report="r2", time=None, low=40)
    context = make_context([first, second], (), TAXONOMY)

    assert compare(make_profile([first], context), make_profile([second], context), TAXONOMY).total < 0


def test_nothing_printed_before_an_incident_is_about_it() -> None:
    late = make_claim(report="r1", time=make_time("2021-05-01"))
    early = make_claim(report="r2", time=None)
    first, second = profiles(late, early)

    assert any(term.weight == VETO for term in compare(first, second, TAXONOMY).terms)


def test_the_order_of_the_two_is_of_no_matter() -> None:
    left = make_claim(report="r1", low=4, actors=(Actor("perpetrator", "l'armée"),), event="suicide-bomb")
    right = make_claim("injured", 90, report="r2", place=make_place("Syrie", precision=6), time=None)
    first, second = profiles(left, right)

    assert compare(first, second, TAXONOMY) == compare(second, first, TAXONOMY)


def test_silence_inside_a_report_speaks_against_nothing() -> None:
    first, second = profiles(make_claim(), make_claim("injured", at=50, place=None, time=None))

    assert compare(first, second, TAXONOMY, IN_REPORT).total > 0
    assert compare(first, second, TAXONOMY, ACROSS).total < 0


def test_every_term_says_why() -> None:
    first, second = profiles(make_claim(report="r1"), make_claim(report="r2"))

    terms = compare(first, second, TAXONOMY).terms
    assert {term.name for term in terms} == {"prior", "place", "time", "event", "actors", "counts", "words"}
    assert all(term.why for term in terms)


def test_a_town_lies_in_its_country_and_not_in_another() -> None:
    town, country = spot_of(make_place()), spot_of(make_place("Syrie", precision=6, lat=35.0, lon=38.5))

    assert place_term(town, country).why == "place-inside"
    assert place_term(town, country._replace(country="IQ") if country else None).why == "place-other-country"


def test_unresolved_places_are_told_apart_by_name() -> None:
    plain = {"id": None, "lat": None, "lon": None, "country": None, "precision": None}
    market, east = spot_of(make_place("Marché", **plain)), spot_of(make_place("est de Marché", **plain))

    assert place_term(market, market).why == "place-same"
    assert place_term(market, east).why == "place-inside"
    assert place_term(market, spot_of(make_place("Caserne", **plain))).weight < 0


def test_distance_is_that_of_the_globe() -> None:
    left, right = spot_of(make_place(lat=0.0, lon=0.0)), spot_of(make_place(lat=0.0, lon=1.0))

    assert left is not None
    assert right is not None
    assert distance_km(left, right) == pytest.approx(111.19, abs=0.1)
    assert distance_km(left, right._replace(lat=None)) is None


def test_event_types_weigh_by_kinship() -> None:
    weights = [
        event_term("attack", other, TAXONOMY).weight
        for other in ("attack", "violence-against-civilians", "suicide-bomb", "other", "protest")
    ]

    assert weights == sorted(weights, reverse=True)
    assert weights[-1] < 0


def test_a_type_that_is_never_told_as_another_shares_no_happening_with_its_family() -> None:
    parents = {"strategic": None, "agreement": "strategic", "leaflet-drop": "strategic", "evacuation": "strategic"}
    taxonomy = Taxonomy(parents, {"agreement": (), "leaflet-drop": (), "evacuation": ("agreement",)})

    assert event_term("agreement", "leaflet-drop", taxonomy).why == "event-unlike"
    assert event_term("agreement", "evacuation", taxonomy).why == "event-told-as"

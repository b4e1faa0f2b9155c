"""Resolution: the report's other places decide, doubt is kept, and nothing is finer than the words."""

from collections.abc import Sequence

import pytest

from bilan.gazetteer.index import open_gazetteer
from bilan.model.place import Candidate, Place, PlaceMention
from bilan.model.text import Span
from bilan.places.resolve import distance_km, resolve_places


def candidate(number: str, country: str, lat: float, lon: float, *, population: int = 0) -> Candidate:
    """Make a town."""
    return Candidate(number, number, lat, lon, country, "city", 1, population, f"{country}.01", score=1.0)


def mention(text: str, start: int, *candidates: Candidate, role: str = "place") -> PlaceMention:
    """Make a mention."""
    return PlaceMention(Span(start, start + len(text)), text, role, None, candidates)


def listed(*names: str) -> list[PlaceMention]:
    """Make mentions of names looked up in the shipped gazetteer, apart from one another."""
    found = open_gazetteer().lookup(names, within=())
    return [mention(name, 100 * i, *candidates) for i, (name, candidates) in enumerate(zip(names, found, strict=True))]


def resolved(*names: str) -> Sequence[Place]:
    """Resolve names of one report."""
    return resolve_places(listed(*names))


def test_one_place_a_mention_in_the_same_order() -> None:
    places = resolved("Homs", "Qqqzzz", "Mali", "Homs")
    assert [place.text for place in places] == ["Homs", "Qqqzzz", "Mali", "Homs"]
    assert [place.span.start for place in places if place.span] == [0, 100, 200, 300]


def test_an_unknown_name_stays_unresolved() -> None:
    (place,) = resolved("Qqqzzz")
    assert (place.name, place.lat, place.country, place.precision) == (None, None, None, None)


def test_no_mentions_no_places() -> None:
    assert resolve_places(()) == ()


def test_the_city_is_meant_rather_than_the_unit_called_after_it() -> None:
    (place,) = resolved("Alep")
    assert (place.id, place.precision) == ("geonames:170063", 1)


def test_a_unit_without_a_town_of_its_name_is_the_unit() -> None:
    (place,) = resolved("Helmand")
    assert (place.country, place.precision) == ("AF", 4)


@pytest.mark.parametrize(
    ("names", "country"),
    [
        (("Tripoli", "Benghazi", "Libye"), "LY"),
        (("Tripoli", "Beyrouth", "Liban"), "LB"),
        (("Georgia", "Alabama", "Atlanta"), "US"),
        (("Georgia", "Tbilisi", "Abkhazia"), "GE"),
    ],
)
def test_the_countries_of_the_other_places_decide(names: tuple[str, ...], country: str) -> None:
    assert resolved(*names)[0].country == country


def test_the_unit_named_right_after_decides() -> None:
    paris, texas = listed("Paris", "Texas")
    after = PlaceMention(Span(7, 12), "Texas", "place", None, texas.candidates)
    assert resolve_places((paris, after))[0].country == "US"
    assert resolve_places((paris,))[0].country == "FR"


def test_countries_in_a_list_are_no_towns_of_the_next() -> None:
    china, states = listed("China", "United States")
    after = PlaceMention(Span(7, 20), "United States", "place", None, states.candidates)
    assert resolve_places((china, after))[0].country == "CN"


def test_a_hint_breaks_a_tie() -> None:
    twins = (candidate("a", "SY", 35.0, 37.0, population=900), candidate("b", "IQ", 33.0, 44.0, population=900))
    assert resolve_places([mention("Twin", 0, *twins)], country_hint="IQ")[0].id == "b"


def test_a_tie_of_far_rivals_is_doubtful_and_keeps_both() -> None:
    twins = (candidate("a", "SY", 35.0, 37.0, population=90_000), candidate("b", "IQ", 33.0, 44.0, population=90_000))
    (place,) = resolve_places([mention("Twin", 0, *twins)])
    assert place.score is not None
    assert place.score <= 0.5
    assert len(place.rivals) >= 1


def test_rivals_beside_the_place_raise_no_doubt() -> None:
    near = (candidate("a", "SY", 35.0, 37.0, population=90_000), candidate("b", "SY", 35.1, 37.1, population=80_000))
    (place,) = resolve_places([mention("Twin", 0, *near)])
    assert place.score is not None
    assert place.score > 0.8


def test_a_hamlet_in_a_country_nobody_speaks_of_stays_unresolved() -> None:
    places = resolve_places(
        [
            *listed("Bamako", "Gao", "Kidal", "Mali"),
            mention("Ber", 900, candidate("x", "NO", 60.0, 10.0, population=40)),
        ]
    )
    assert places[-1].lat is None


def test_a_name_means_the_same_throughout_a_report() -> None:
    london, ontario, again = listed("London", "Ontario", "London")
    ontario = PlaceMention(Span(8, 15), "Ontario", "place", None, ontario.candidates)
    places = resolve_places((london, ontario, again))
    assert places[0].id == places[2].id
    assert places[0].country == "CA"


def test_an_adjective_gives_the_country_only() -> None:
    (syria,) = open_gazetteer().lookup(["Syria"])
    (place,) = resolve_places([mention("Syrian", 0, *syria, role="adjective")])
    assert (place.country, place.precision) == ("SY", 6)


def test_order_of_candidates_does_not_matter() -> None:
    names = listed("Tripoli", "Beyrouth", "Liban")
    turned = [PlaceMention(m.span, m.text, m.role, m.cue, tuple(reversed(m.candidates))) for m in names]
    assert [place.id for place in resolve_places(names)] == [place.id for place in resolve_places(turned)]


def test_distance_is_that_of_the_globe() -> None:
    assert distance_km(48.8566, 2.3522, 51.5074, -0.1278) == pytest.approx(344, abs=2)
    assert distance_km(10.0, 20.0, 10.0, 20.0) == 0

"""Directions: a report's compass words are held against the gazetteer's, never changed."""

import pytest

from bilan.languages.load import load_language
from bilan.model.place import Place
from bilan.model.text import Span
from bilan.places.directions import direction_conflict

FRENCH, ENGLISH = load_language("fr"), load_language("en")


def place(text: str, name: str, lat: float, lon: float, precision: int = 1) -> Place:
    """Make a resolved place at its first mention in a text."""
    start = text.index(name)
    return Place(name, name, f"test:{name}", lat, lon, "SY", precision, Span(start, start + len(name)))


@pytest.mark.parametrize(
    ("text", "lat", "flagged"),
    [
        ("Nord-Ville, au sud de Basse, est prise.", 36.0, True),
        ("Nord-Ville, au nord de Basse, est prise.", 36.0, False),
        ("Nord-Ville, située au nord-ouest de Basse, est prise.", 36.0, False),
        ("La ville au sud de la capitale Basse Nord-Ville est prise.", 36.0, True),
        ("Nord-Ville est prise. Des combats au sud de Basse.", 36.0, False),
        ("Nord-Ville et Basse sont prises.", 36.0, False),
        ("Nord-Ville, au sud de Basse, est prise.", 35.01, False),
    ],
)
def test_only_a_direction_said_of_the_two_places_is_flagged(text: str, lat: float, *, flagged: bool) -> None:
    places = [place(text, "Nord-Ville", lat, 37.0), place(text, "Basse", 35.0, 37.0)]
    assert (direction_conflict(text, places[0], places, FRENCH) is not None) == flagged


def test_the_flag_says_what_was_said_and_what_was_found() -> None:
    text = "Uptown, 20 km south of Lowtown, was shelled."
    places = [place(text, "Uptown", 36.0, 37.0), place(text, "Lowtown", 35.0, 37.0)]
    message = direction_conflict(text, places[0], places, ENGLISH)
    assert message is not None
    assert all(word in message for word in ("Uptown", "Lowtown", "south", "north"))


def test_units_and_unresolved_places_are_never_flagged() -> None:
    text = "Uptown, south of Lowtown, was shelled."
    known = place(text, "Uptown", 36.0, 37.0)
    unit = place(text, "Lowtown", 35.0, 37.0, precision=4)
    unknown = Place("Lowtown", span=unit.span)
    assert direction_conflict(text, known, [known, unit], ENGLISH) is None
    assert direction_conflict(text, known, [known, unknown], ENGLISH) is None


def test_a_third_place_between_takes_the_direction() -> None:
    text = "Uptown and Midtown, south of Lowtown, were shelled."
    places = [
        place(text, "Uptown", 36.0, 37.0), place(text, "Midtown", 34.0, 37.0), place(text, "Lowtown", 35.0, 37.0),
    ]  # fmt: skip
    assert [direction_conflict(text, one, places, ENGLISH) is not None for one in places] == [False, False, False]

"""Sides of a clash and their allies, in our own sentences."""

import pytest
from tests.unit.claims.reading import events, roles

from bilan.pipeline import Tools

ONE_ALLIED = [
    ("fr", "Des combats ont éclaté entre l'armée, soutenue par l'Iran et la Russie, et les rebelles."),
    ("fr", "Des combats opposent l'armée, appuyée par l'Iran et la Russie, aux rebelles."),
    ("fr", "L'armée et ses alliés (Iran et Russie) livrent bataille aux rebelles."),
    ("fr", "L'armée, épaulée par l'Iran et la Russie, croise le fer avec les rebelles."),
    ("fr", "Là s'affrontent, d'un côté, l'armée et ses alliés – l'Iran et la Russie –, de l'autre, les rebelles."),
    ("fr", "L'armée affronte, avec le soutien de l'Iran et de la Russie, les rebelles."),
]


@pytest.mark.parametrize(("language", "text"), ONE_ALLIED)
def test_allies_stand_on_the_side_they_are_named_with(tools: Tools, language: str, text: str) -> None:
    assert roles(tools, language, text, "armed-clash") == {
        "side-a": ["armée"],
        "ally-a": ["Iran", "Russie"],
        "side-b": ["rebelles"],
    }


@pytest.mark.parametrize(
    "text",
    [
        "The army, with backing from Iran and Russia, is battling the rebels.",
        "The army and its allies – Iran and Russia – are locked in battle with the rebels.",
        "The fighting pits the army and its allies (Iran and Russia) against the rebels.",
        "Fierce clashes broke out between the army, backed by Iran and Russia, and the rebels.",
    ],
)
def test_english_says_the_same_in_other_words(tools: Tools, text: str) -> None:
    assert roles(tools, "en", text, "armed-clash") == {
        "side-a": ["army"],
        "ally-a": ["Iran", "Russia"],
        "side-b": ["rebels"],
    }


def test_two_sides_need_no_allies(tools: Tools) -> None:
    assert roles(tools, "fr", "Des combats entre l'armée et les rebelles ont éclaté lundi.", "armed-clash") == {
        "side-a": ["armée"],
        "side-b": ["rebelles"],
    }


def test_the_allies_of_the_second_side_are_its_own(tools: Tools) -> None:
    text = "Des combats ont éclaté entre l'armée et les rebelles, soutenus par la Turquie et le Qatar."
    assert roles(tools, "fr", text, "armed-clash")["ally-b"] == ["Turquie", "Qatar"]


def test_two_camps_without_names_are_no_sides(tools: Tools) -> None:
    text = "Un accord a été signé entre les deux camps, et le village respire."
    assert roles(tools, "fr", text, "agreement") == {}


def test_a_road_between_two_towns_has_no_sides(tools: Tools) -> None:
    text = "Une embuscade contre une patrouille entre Homs et Hama a fait trois morts."
    assert "side-a" not in roles(tools, "fr", text, "armed-clash")


def test_where_a_fight_is_is_no_side(tools: Tools) -> None:
    assert roles(tools, "fr", "De violents combats à Alep se poursuivent.", "armed-clash") == {}


def test_teams_that_meet_are_at_no_war(tools: Tools) -> None:
    assert events(tools, "fr", "La France et l'Espagne s'affrontent en finale du championnat.") == []

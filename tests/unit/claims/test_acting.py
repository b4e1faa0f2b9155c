"""Who can act, in our own sentences: people, bodies, states, what they fly; things only for whose they are."""

import pytest
from tests.unit.claims.reading import roles

from bilan.pipeline import Tools


@pytest.mark.parametrize(
    ("language", "text", "event", "who"),
    [
        ("en", "Dutch air strikes on a depot went on for an hour.", "air-drone-strike", ["Dutch"]),
        ("fr", "Des frappes aériennes danoises ont visé un dépôt.", "air-drone-strike", ["danoises"]),
        ("en", "The militia's shelling of Kufra went on.", "shelling-artillery-missile", ["militia"]),
        ("fr", "Le bombardement de Kufra par la milice a repris.", "shelling-artillery-missile", ["milice"]),
        ("en", "Two men lobbed grenades at a patrol in Jos.", "grenade", ["Two men"]),
        ("fr", "Deux hommes ont jeté des grenades sur une patrouille à Jos.", "grenade", ["Deux hommes"]),
        ("en", "A boy strapped with dynamite blew himself up in Jos.", "suicide-bomb", ["boy"]),
        ("fr", "Les insurgés se sont emparés de Kufra samedi.", "territory-change", ["insurgés"]),
    ],
)
def test_whoever_acts_is_the_perpetrator(tools: Tools, language: str, text: str, event: str, who: list[str]) -> None:
    assert roles(tools, language, text, event)["perpetrator"] == who


@pytest.mark.parametrize(
    ("language", "text", "event"),
    [
        ("en", "On Sunday four rockets landed in a field near Ashkelon.", "shelling-artillery-missile"),
        ("fr", "Dimanche, quatre roquettes sont tombées dans un champ.", "shelling-artillery-missile"),
        ("en", "A truck hit a landmine near Djibo.", "remote-explosive-ied-landmine"),
        ("fr", "Un camion a sauté sur une mine près de Djibo.", "remote-explosive-ied-landmine"),
        ("fr", "Un train de voyageurs a déraillé près de Larissa.", "accident"),
    ],
)
def test_rockets_days_and_vehicles_are_no_actors(tools: Tools, language: str, text: str, event: str) -> None:
    assert not roles(tools, language, text, event)


@pytest.mark.parametrize(
    ("language", "text", "event", "whom"),
    [
        ("en", "The abduction of a bishop has shocked Jacmel.", "abduction", ["bishop"]),
        ("fr", "L'enlèvement d'un évêque a bouleversé Jacmel.", "abduction", ["évêque"]),
        ("en", "Gunmen fired rockets at a convoy near Jos.", "shelling-artillery-missile", ["convoy"]),
        ("fr", "Des hommes armés ont tué par balle une infirmière.", "attack", ["infirmière"]),
    ],
)
def test_whoever_suffers_is_the_target(tools: Tools, language: str, text: str, event: str, whom: list[str]) -> None:
    assert roles(tools, language, text, event)["target"] == whom

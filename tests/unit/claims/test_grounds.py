"""Grounds: events without a who, a where or a when are none; our own sentences."""

import pytest
from tests.unit.claims.reading import events, read

from bilan.pipeline import Tools


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Deux enseignes se livrent une bataille des prix."),
        ("fr", "Le meurtre est puni de la réclusion."),
        ("fr", "Ici on se bat à coups d'arguments, et la bagarre amuse."),
        ("en", "Two chains are fighting a battle over school uniforms."),
        ("en", "Murder carries a life sentence."),
        ("en", "A squad can ambush the convoy or storm the gate."),
    ],
)
def test_an_event_without_ground_is_none(tools: Tools, language: str, text: str) -> None:
    assert events(tools, language, text) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Une embuscade a eu lieu mardi."),
        ("fr", "Une embuscade a eu lieu près de Gao."),
        ("fr", "Des rebelles ont tendu une embuscade au convoi."),
        ("fr", "Une embuscade a été tendue aux villageois."),
        ("en", "An ambush took place on Tuesday."),
        ("en", "There was an ambush near Gao."),
        ("en", "Rebels ambushed the convoy."),
        ("en", "An ambush was laid for the villagers."),
    ],
)
def test_a_day_a_place_the_armed_or_people_in_the_past_ground_an_event(tools: Tools, language: str, text: str) -> None:
    assert not {"armed-clash", "attack"}.isdisjoint(events(tools, language, text))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "La bataille fait rage. Elle a commencé mardi près de Gao."),
        ("en", "The battle is raging. It began on Tuesday near Gao."),
    ],
)
def test_the_sentence_beside_it_grounds_an_event(tools: Tools, language: str, text: str) -> None:
    assert not {"armed-clash", "attack"}.isdisjoint(events(tools, language, text))


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        ("fr", "L'alcool ralentit et un nageur se noie en une minute.", 0),
        ("fr", "Un nageur s'est noyé.", 1),
        ("fr", "Un maire se tue en montagne", 1),
        ("en", "Toddlers drown within a minute.", 0),
        ("en", "Patients learn how cancer kills a smoker.", 0),
        ("en", "A toddler drowned.", 1),
        ("en", "Mayor dies in fall", 1),
        ("en", "Rebels kill a trader near Gao.", 1),
    ],
)
def test_a_toll_without_number_or_ground_must_be_told_in_the_past(
    tools: Tools, language: str, text: str, count: int
) -> None:
    assert len([claim for claim in read(tools, language, text) if claim.kind == "toll"]) == count

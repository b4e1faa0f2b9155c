"""Deeds that nobody does, in our own sentences: a thing for a subject makes no violence."""

import pytest
from tests.unit.claims.reading import events

from bilan.pipeline import Tools


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The aphids attacked the roses in May."),
        ("en", "The quay was stormed by the nettles."),
        ("fr", "Les pucerons ont attaqué les rosiers en mai."),
        ("fr", "Le quai a été envahi par les orties."),
    ],
)
def test_a_thing_or_beast_does_no_violence(tools: Tools, language: str, text: str) -> None:
    assert events(tools, language, text) == []


@pytest.mark.parametrize(
    ("language", "text", "event"),
    [
        ("en", "A rebel column attacked the mine at Kalana.", "attack"),
        ("fr", "Une colonne de rebelles a attaqué la mine de Kalana.", "attack"),
        ("en", "The mine was attacked by the rebels.", "attack"),
        ("fr", "La ville a été envahie par les rebelles.", "territory-change"),
    ],
)
def test_whoever_can_act_does(tools: Tools, language: str, text: str, event: str) -> None:
    assert events(tools, language, text) == [event]

"""A source in brackets or behind a dash signs its headline; victims in brackets and outlets do not."""

import pytest
from tests.unit.claims.reading import read

from bilan.pipeline import Tools


def speakers(tools: Tools, code: str, text: str) -> set[tuple[str, ...]]:
    return {tuple(s.text for s in claim.said_by) for claim in read(tools, code, text) if claim.kind == "toll"}


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("fr", "Incendie d'un squat : trois morts et neuf blessés (pompiers)", "pompiers"),
        ("fr", "Nigeria : 12 morts dans une attaque (ministère de la Santé)", "ministère de la Santé"),
        ("en", "Three dead, nine injured in hotel blaze - fire service", "fire service"),
        ("en", "Strike kills 12 - health ministry", "health ministry"),
    ],
)
def test_who_tells_signs_the_headline(tools: Tools, code: str, text: str, speaker: str) -> None:
    assert speakers(tools, code, text) == {(speaker,)}


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "Mali : cinq morts (soldats)"),
        ("en", "Three dead in hotel blaze - Morning Star"),
        ("en", "Three people died in the fire - a record."),
    ],
)
def test_victims_outlets_and_asides_sign_nothing(tools: Tools, code: str, text: str) -> None:
    assert speakers(tools, code, text) == {()}

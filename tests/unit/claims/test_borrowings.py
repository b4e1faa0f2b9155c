"""Words of war that mean play, business, animals or a title; and the same words in earnest."""

import pytest
from tests.unit.claims.reading import events

from bilan.evaluate.negatives import violent_events
from bilan.pipeline import Tools


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Les créanciers ont étranglé la société."),
        ("fr", "Le budget a été massacré."),
        ("fr", "Le missile est long de huit mètres."),
        ("fr", "Les chasseurs ont abattu quarante sangliers."),
        ("fr", "Le groupe sortira « Massacre » en mars."),
        ("fr", "L'ailier a attaqué le but adverse avant la mi-temps."),
        ("en", "Creditors strangled the firm."),
        ("en", "The budget has been slaughtered."),
        ("en", "The missile is eight metres long."),
        ("en", "Hunters shot forty wild boar."),
        ("en", 'The band will release "Massacre" in March.'),
        ("en", "The striker attacked down the left before half-time."),
    ],
)
def test_figures_of_speech_and_play_tell_of_no_violence(tools: Tools, language: str, text: str) -> None:
    assert violent_events().isdisjoint(events(tools, language, text))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Des inconnus ont étranglé un gardien."),
        ("fr", "Un missile est tombé sur la ville."),
        ("fr", "Des miliciens ont massacré les victimes dans leur sommeil."),
        ("en", "Strangers strangled a guard."),
        ("en", "A missile hit the town."),
        ("en", "Militiamen slaughtered the victims in their sleep."),
    ],
)
def test_the_same_words_in_earnest_tell_of_violence(tools: Tools, language: str, text: str) -> None:
    assert not violent_events().isdisjoint(events(tools, language, text))

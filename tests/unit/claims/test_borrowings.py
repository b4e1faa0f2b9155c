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
        ("fr", "Les parasites attaquent les racines."),
        ("fr", "La ministre a attaqué son rival sur les retraites."),
        ("fr", "Les tableaux de la galerie évoquent des batailles."),
        ("fr", "L'ailier a attaqué le but adverse avant la mi-temps."),
        ("en", "Creditors strangled the firm."),
        ("en", "The budget has been slaughtered."),
        ("en", "The missile is eight metres long."),
        ("en", "Hunters shot forty wild boar."),
        ("en", 'The band will release "Massacre" in March.'),
        ("en", "The parasite attacks the roots."),
        ("en", "The minister attacked her rival over pensions."),
        ("en", "Paintings in the gallery recall battles."),
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
        ("fr", "Une cellule terroriste a attaqué la caserne."),
        ("fr", "Des hommes armés ont attaqué la banque."),
        ("fr", "Les miliciens ont attaqué les députés de la majorité."),
        ("fr", "Des bandits ont attaqué les villageois pendant quarante minutes."),
        ("en", "A terrorist cell attacked the barracks."),
        ("en", "Gunmen attacked the bank."),
        ("en", "Militiamen attacked lawmakers of the majority."),
        ("en", "Bandits attacked the villagers for forty minutes."),
        ("en", "Strangers strangled a guard."),
        ("en", "A missile hit the town."),
        ("en", "Militiamen slaughtered the victims in their sleep."),
    ],
)
def test_the_same_words_in_earnest_tell_of_violence(tools: Tools, language: str, text: str) -> None:
    assert not violent_events().isdisjoint(events(tools, language, text))

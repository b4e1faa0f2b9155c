"""What a trigger word means hangs on what stands around it: our own sentences, both languages, with and without."""

import pytest
from tests.unit.claims.reading import events

from bilan.pipeline import Tools

WITH = [
    ("en", "Customs officers seized forty rifles at the port.", "other-strategic"),
    ("en", "Two cartons of ammunition were found under the floor.", "other-strategic"),
    ("en", "Sappers cleared the mines along the canal.", "other-strategic"),
    ("en", "The marines set up a new observation post on the ridge.", "other-strategic"),
    ("en", "Air defences intercepted six drones before dawn.", "other-strategic"),
    ("en", "Insurgents attacked a military patrol outside the town.", "armed-clash"),
    ("en", "An attack on a police checkpoint left the road closed.", "armed-clash"),
    ("en", "Guards shot two protesters in the square.", "excessive-force"),
    ("en", "Clashes broke out between marchers and guards during the protest.", "violent-demonstration"),
    ("fr", "Les douaniers ont saisi quarante fusils sur le port.", "other-strategic"),
    ("fr", "Deux caisses de munitions ont été retrouvées sous le plancher.", "other-strategic"),
    ("fr", "Les démineurs ont désamorcé un engin près du canal.", "other-strategic"),
    ("fr", "La marine a installé une nouvelle base sur la crête.", "other-strategic"),
    ("fr", "Les insurgés ont attaqué une patrouille à la sortie de la ville.", "armed-clash"),
    ("fr", "L'attaque contre une caserne a fermé la route.", "armed-clash"),
    ("fr", "Des gardes ont tué deux manifestants sur la place.", "excessive-force"),
    ("fr", "La foule a lancé des pierres sur le ministère.", "violent-demonstration"),
]
WITHOUT = [
    ("en", "Customs officers seized the chance to talk.", "other-strategic"),
    ("en", "The firm set up a new shop on the ridge.", "other-strategic"),
    ("en", "Insurgents attacked a wedding outside the town.", "armed-clash"),
    ("en", "Villagers fled a raid of the army on Sunday.", "armed-clash"),
    ("en", "Guards shot two shopkeepers in the square.", "excessive-force"),
    ("en", "Clashes broke out between the two armies on the ridge.", "violent-demonstration"),
    ("fr", "Les douaniers ont saisi l'occasion de parler.", "other-strategic"),
    ("fr", "L'entreprise a installé une nouvelle boutique sur la crête.", "other-strategic"),
    ("fr", "Les insurgés ont attaqué un mariage à la sortie de la ville.", "armed-clash"),
    ("fr", "Trois villageois sont morts dans un raid de l'armée.", "armed-clash"),
    ("fr", "Des gardes ont tué deux commerçants sur la place.", "excessive-force"),
]


@pytest.mark.parametrize(("language", "text", "event"), WITH)
def test_the_event_is_told_where_its_conditions_hold(language: str, text: str, event: str, tools: Tools) -> None:
    assert event in events(tools, language, text)


@pytest.mark.parametrize(("language", "text", "event"), WITHOUT)
def test_the_event_is_not_told_where_they_do_not(language: str, text: str, event: str, tools: Tools) -> None:
    assert event not in events(tools, language, text)

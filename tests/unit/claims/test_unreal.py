"""What did not happen and is not said to have: dropped; threats, fears and the real world: kept."""

import pytest
from tests.unit.claims.drafting import tolls

from bilan.claims.unreal import drop_unreal
from bilan.pipeline import Tools


def kept(tools: Tools, code: str, text: str) -> list[int | None]:
    annotation, drafts = tolls(tools, code, text)
    assert drafts, "the sentence must hold a toll that could be dropped"
    return [draft.count.low for draft in drop_unreal(annotation, drafts).drafts if draft.count]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "Dans le film, douze soldats sont tués."),
        ("fr", "Le roman raconte comment douze soldats sont tués."),
        ("fr", "L'exercice simulait un attentat avec 40 morts."),
        ("fr", "Si la digue cédait, 300 habitants pourraient mourir."),
        ("fr", "Quiconque a tué deux hommes est puni."),
        ("en", "In the novel, ten soldiers are killed."),
        ("en", "The drill simulated an attack with 40 dead."),
        ("en", "If the dam broke, 300 residents would die."),
        ("en", "Anyone who killed two men is punished."),
        ("fr", "Toute bombe tue un enfant."),
        ("fr", "Sans la ceinture, le conducteur serait mort."),
        ("fr", "Un tel séisme ferait 5 000 morts."),
        ("fr", "Un soldat blessé doit être évacué dans l'heure."),
        ("fr", "Cette maladie tue un enfant sur dix."),
        ("fr", "Sa frappe a fusillé le gardien à la mi-temps."),
        ("fr", "La chanteuse a été lynchée sur les réseaux sociaux."),
        ("fr", "Son père est mort d'un cancer."),
        ("en", "Without the seat belt the driver would have died."),
        ("en", "Such a quake would leave 5,000 people dead."),
        ("en", "A wounded soldier must be evacuated within the hour."),
        ("en", "Smoking kills one smoker in two."),
        ("en", "The accounts show losses of 12 million."),
        ("en", "His father died of cancer."),
    ],
)
def test_films_drills_laws_and_hypotheses_yield_no_toll(tools: Tools, code: str, text: str) -> None:
    assert kept(tools, code, text) == []


@pytest.mark.parametrize(
    ("code", "text", "low"),
    [
        ("fr", "Douze soldats ont été tués.", 12),
        ("fr", "300 habitants pourraient mourir.", 300),
        ("fr", "L'armée menace de tuer dix otages.", 10),
        ("fr", "Douze soldats ont été tués, si l'on en croit la radio.", 12),
        ("fr", "Douze soldats ont été tués avant l'exercice du lendemain.", 12),
        ("fr", "Deux soldats ont été tués lors d'un exercice de tir.", 2),
        ("fr", "Douze spectateurs ont été tués devant le cinéma où passait le film.", 12),
        ("fr", "Si l'attentat a fait 12 morts, aucun suspect n'a été arrêté.", 12),
        ("fr", "Le film a été retiré après la mort de douze spectateurs.", 12),
        ("fr", "Toutes les écoles sont fermées et 12 élèves ont été tués.", 12),
        ("en", "Two soldiers were killed during a training exercise.", 2),
        ("en", "Twelve people were killed at a screening of the film.", 12),
        ("en", "The law was passed after a bombing that killed 12 people.", 12),
        ("en", "The movie was withdrawn after 12 people were killed.", 12),
        ("en", "Ten soldiers were killed.", 10),
        ("en", "300 residents could die.", 300),
        ("en", "The army threatened to kill ten hostages.", 10),
        ("en", "Ten people died, and it is unclear if more are missing.", 10),
        ("en", "Ten people were killed at a football match.", 10),
    ],
)
def test_the_real_world_its_threats_and_its_fears_are_kept(tools: Tools, code: str, text: str, low: int) -> None:
    assert low in kept(tools, code, text)


@pytest.mark.parametrize(
    ("text", "lows"),
    [("Un joueur a été blessé en plein match.", []), ("Vingt supporters ont été blessés après le match.", [20])],
)
def test_one_hurt_player_is_sport_and_twenty_hurt_supporters_are_not(tools: Tools, text: str, lows: list[int]) -> None:
    assert kept(tools, "fr", text) == lows


def test_a_cue_in_another_sentence_drops_nothing(tools: Tools) -> None:
    assert kept(tools, "fr", "Il aime le film. Douze soldats ont été tués.") == [12]

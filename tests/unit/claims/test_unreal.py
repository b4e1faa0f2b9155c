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
        pytest.param(
            "fr",
            "Douze soldats ont été tués avant l'exercice du lendemain.",
            12,
            marks=pytest.mark.xfail(
                strict=True, reason="a cue of fiction behind the toll drops it: a real toll is lost"
            ),
        ),
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

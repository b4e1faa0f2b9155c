"""Reports on sport borrow the words of war; reports on wars may name a stadium."""

import pytest
from tests.unit.claims.reading import events

from bilan.pipeline import Tools

SPORT = {
    "fr": "L'équipe a gagné le match. Son attaque a marqué deux buts avant la mi-temps. Le club rejoint la finale. ",
    "en": "The team won the match. Its attack scored two goals before half-time. The club is in the final. ",
}


@pytest.mark.parametrize("language", ["fr", "en"])
def test_an_attack_in_a_match_is_play(tools: Tools, language: str) -> None:
    assert events(tools, language, SPORT[language]) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Une bombe a explosé devant le stade : deux supporters ont été tués dans l'attaque."),
        ("en", "A bomb exploded outside the stadium: two fans were killed in the attack."),
    ],
)
def test_where_people_are_harmed_the_words_mean_it(tools: Tools, language: str, text: str) -> None:
    assert events(tools, language, SPORT[language] + text)


def test_a_player_who_is_eliminated_harms_nobody(tools: Tools) -> None:
    assert events(tools, "fr", SPORT["fr"] + "La championne a été éliminée et son attaque critiquée.") == []


def test_a_brawl_is_none_of_the_words_sport_borrows(tools: Tools) -> None:
    assert events(tools, "fr", SPORT["fr"] + "Une bagarre a éclaté dans les tribunes.") == ["mob-violence"]


def test_a_front_with_a_victory_is_no_sport(tools: Tools) -> None:
    assert events(tools, "fr", "L'armée parle de victoire sur ce terrain après une attaque contre un village.")

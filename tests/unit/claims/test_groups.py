"""Whom a toll counts when its own words do not say; our own sentences, with and without."""

import pytest
from tests.unit.claims.reading import read

from bilan.pipeline import Tools


@pytest.mark.parametrize(
    ("language", "text", "low", "people"),
    [
        ("fr", "L'attaque a fait sept morts (deux gendarmes et cinq enfants).", 7, ("security-forces", "child")),
        ("en", "The raid left seven dead: two policemen and five children.", 7, ("police", "child")),
        ("fr", "Douze soldats ont été tués. Quatorze autres ont été blessés.", 14, ("combatant",)),
        ("en", "Three policemen were killed and six others wounded in Tellera.", 6, ("police",)),
        ("en", "She was wounded by shrapnel in Tellera.", 1, ("woman",)),
        ("fr", "Il a été tué par un éclat d'obus.", 1, ("man",)),
        ("fr", "Le camion a foncé sur un groupe de soldats, tuant quatre d'entre eux.", 4, ("combatant",)),
    ],
)
def test_people_come_from_what_stands_around(
    language: str, text: str, low: int, people: tuple[str, ...], tools: Tools
) -> None:
    found = [c.people for c in read(tools, language, text) if c.count is not None and c.count.low == low]
    assert found == [people]


@pytest.mark.parametrize(
    ("language", "text", "low"),
    [
        ("fr", "L'attaque a fait neuf morts (deux gendarmes et cinq enfants).", 9),
        ("en", "The raid left nine dead in Tellera.", 9),
        ("fr", "Quatorze autres ont été blessés.", 14),
    ],
)
def test_nothing_is_guessed(language: str, text: str, low: int, tools: Tools) -> None:
    found = [c.people for c in read(tools, language, text) if c.count is not None and c.count.low == low]
    assert found == [("unknown",)]

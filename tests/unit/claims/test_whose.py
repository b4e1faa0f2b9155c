"""Words around a number say whose people it counts: troops, prisoners, civilians."""

import pytest
from tests.unit.claims.drafting import tolls

from bilan.pipeline import Tools


@pytest.mark.parametrize(
    ("code", "text", "people"),
    [
        ("fr", "Le commandant a perdu sept de ses hommes.", ("combatant",)),
        ("en", "The general lost seven of his men.", ("combatant",)),
        ("en", "Seven men were killed.", ("man",)),
        ("fr", "Sept hommes ont été tués.", ("man",)),
        ("fr", "Le raid a fait 70 morts parmi les détenus.", ("prisoner",)),
        ("fr", "L'assaut a fait neuf morts dans les rangs de l'armée.", ("combatant",)),
        ("en", "The raid left 70 dead among the prisoners.", ("prisoner",)),
        ("en", "The number of civilians killed rose to 300.", ("civilian",)),
        ("en", "The strikes caused 161 civilian deaths.", ("civilian",)),
        ("fr", "Les frappes ont fait 161 victimes civiles.", ("civilian",)),
        ("fr", "Le raid a fait 70 morts parmi eux.", ("unknown",)),
    ],
)
def test_the_people_are_those_the_words_around_name(
    tools: Tools, code: str, text: str, people: tuple[str, ...]
) -> None:
    _, (draft,) = tolls(tools, code, text)
    assert draft.people == people

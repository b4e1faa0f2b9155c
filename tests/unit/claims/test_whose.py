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


@pytest.mark.parametrize(
    ("code", "text", "low"),
    [
        ("en", "The strike buried a family of nine under the rubble.", 9),
        ("fr", "La frappe a enseveli une famille de neuf personnes sous les gravats.", 9),
        ("en", "Of 46 passengers, 19 died.", 19),
        ("en", "Police shot down 17 of 22 drones and a woman was wounded.", 1),
    ],
)
def test_a_family_counts_its_members_and_a_whole_is_no_toll(tools: Tools, code: str, text: str, low: int) -> None:
    _, (draft,) = tolls(tools, code, text)
    assert draft.count is not None
    assert draft.count.low == low


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "It was not clear how many people had been hurt."),
        ("fr", "On ignore combien de personnes ont été blessées."),
        ("fr", "Ils affirment avoir mis en garde à plusieurs reprises les responsables."),
    ],
)
def test_a_question_and_a_warning_count_nobody(tools: Tools, code: str, text: str) -> None:
    _, drafts = tolls(tools, code, text)
    assert not drafts

"""Tolls that replace one another over sentences; our own sentences."""

import pytest
from tests.unit.annotate.reading import tolls

from bilan.pipeline import Tools


def replaced(tools: Tools, code: str, text: str) -> list[tuple[int | None, int | None]]:
    """Return (newer, older) numbers in text order."""
    found = tolls(tools, code, text, "2021-03-05")
    numbers = {str(claim.id): claim.count.low for claim in found if claim.count}
    return [(numbers[str(claim.id)], numbers[old]) for claim in found for old in claim.links.supersedes]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "Un attentat a fait au moins 12 morts mardi à Kidal. Le bilan s'est alourdi mercredi à 19 morts."),
        (
            "fr",
            "Au moins 12 personnes ont péri dans l'incendie. Les autorités ont revu le bilan à la hausse : 19 morts.",
        ),
        ("fr", "L'explosion a tué 19 personnes à Mopti. Un précédent bilan faisait état de 12 morts."),
        ("fr", "Dix-neuf personnes sont mortes dans le naufrage. Le maire parlait dans un premier temps de 12 morts."),
        ("fr", "Le séisme a fait 19 morts, selon un nouveau bilan. Le gouvernement évoquait auparavant 12 morts."),
        ("fr", "Selon un premier bilan, douze personnes ont été tuées. Le préfet parle maintenant de 19 morts."),
        ("fr", "Douze civils ont été tués lundi. On compte désormais 19 morts."),
        ("fr", "Douze civils ont été tués lundi. Le bilan s'est encore alourdi. Il y a 19 morts."),
        ("en", "Initial reports said 12 people were killed in the blast. The toll later rose to 19."),
        ("en", "At least 12 people were killed in the fire. Officials revised the toll to 19 on Wednesday."),
        ("en", "The quake killed 19 people, a new toll shows. The mayor had initially spoken of 12 dead."),
        ("en", "The quake killed 19 people. A preliminary toll put the dead at 12."),
        ("en", "The storm killed 12 people on Monday. There are now 19 dead, the mayor said."),
        ("en", "A landslide killed 12 people on Monday. The latest count is 19 dead."),
        ("en", "The ferry sinking killed 19 people, the coast guard said, revising an earlier toll of 12."),
    ],
)
def test_a_toll_marked_as_newer_or_older_finds_its_partner(tools: Tools, code: str, text: str) -> None:
    expected = [] if "preliminary" in text else [(19, 12)]  # a provisional toll gives way to what follows only
    assert replaced(tools, code, text) == expected


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "Douze civils ont été tués lundi. Un nouveau bilan fait état de 30 blessés."),
        ("fr", "Douze civils ont été tués. L'armée a perdu 19 soldats, selon un nouveau bilan."),
        ("fr", "Un premier bilan fait état de douze morts. Plusieurs blessés ont été hospitalisés."),
        ("fr", "Douze personnes ont été tuées lundi à Kirkouk. À Mossoul, un nouveau bilan fait état de 19 morts."),
        ("en", "Twelve people were killed in Kirkuk on Monday. In Mosul, the toll rose to 19 dead."),
        ("en", "Nineteen people were killed on Monday. Twelve are now in custody, 12 of the dead unnamed."),
    ],
)
def test_other_outcomes_people_and_towns_replace_nothing(tools: Tools, code: str, text: str) -> None:
    assert replaced(tools, code, text) == []


def test_a_toll_that_rises_twice_is_a_chain(tools: Tools) -> None:
    text = "L'attentat a fait 12 morts. Le bilan est ensuite passé à 19 morts. Un dernier bilan fait état de 25 morts."
    assert replaced(tools, "fr", text) == [(19, 12), (25, 19)]

"""Done already here, still planned there: the two claims contradict each other; our own sentences."""

from tests.unit.claims.reading import read

from bilan.pipeline import Tools

PLANNED = "Les habitants de Zliten seront évacués demain. "


def contradicted(tools: Tools, text: str) -> int:
    return sum(1 for claim in read(tools, "fr", text) if claim.event == "evacuation" and claim.links.contradicts)


def test_an_evacuation_done_and_still_to_come_of_one_town_is_a_tension(tools: Tools) -> None:
    assert contradicted(tools, PLANNED + "L'évacuation de Zliten s'est achevée lundi.") == 2


def test_evacuations_of_two_towns_agree(tools: Tools) -> None:
    assert contradicted(tools, PLANNED + "L'évacuation de Misrata s'est achevée lundi.") == 0


def test_what_lies_far_apart_in_the_report_is_not_compared(tools: Tools) -> None:
    between = "Le marché a rouvert. La pluie est tombée. L'école reprend lundi. "
    assert contradicted(tools, PLANNED + between + "L'évacuation de Zliten s'est achevée.") == 0

"""Words that harm nobody: attempts, figures of speech, kinds of crime; and those that do."""

import pytest
from tests.unit.claims.drafting import tolls

from bilan.claims.figurative import drop_figurative
from bilan.pipeline import Tools


def kept(tools: Tools, code: str, text: str) -> list[str | None]:
    annotation, drafts = tolls(tools, code, text)
    assert drafts, "the sentence must hold a toll that could be dropped"
    return [draft.outcome for draft in drop_figurative(annotation, drafts).drafts]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "La tentative d'assassinat du maire a échoué."),
        ("fr", "Il est jugé pour tentative de meurtre de deux gendarmes."),
        ("en", "He is accused of the attempted murder of two officers."),
    ],
)
def test_an_attempted_deed_has_no_victims(tools: Tools, code: str, text: str) -> None:
    assert kept(tools, code, text) == []


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "Le dispositif concerne les enlèvements de mineurs."),
        ("en", "The law is about the kidnappings of children."),
    ],
)
def test_plural_deeds_of_a_kind_of_people_are_a_kind_of_crime(tools: Tools, code: str, text: str) -> None:
    assert kept(tools, code, text) == []


def test_whoever_is_stuck_by_name_is_stuck_in_a_figure(tools: Tools) -> None:
    assert kept(tools, "fr", "La Cour a bloqué Trump.") == []


@pytest.mark.parametrize(
    ("code", "text", "outcome"),
    [
        ("fr", "L'assassinat du maire a ému le canton.", "killed"),
        ("fr", "L'enlèvement de mineurs a été signalé.", "abducted"),
        ("fr", "Trois mineurs sont bloqués sous terre.", "trapped"),
        ("fr", "Une vague a emporté cinq pêcheurs.", "killed"),
        ("fr", "Aucun soldat n'a été tué.", "killed"),
        ("en", "The murder of two officers shocked the town.", "killed"),
        ("en", "The kidnapping of children was reported.", "abducted"),
        ("en", "No soldier was killed.", "killed"),
    ],
)
def test_deeds_and_verbs_meant_of_people_stay(tools: Tools, code: str, text: str, outcome: str) -> None:
    assert kept(tools, code, text) == [outcome]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "Ils l'ont abandonnée et laissé un berger pour mort."),
        ("en", "They robbed a shepherd and left him for dead."),
        ("en", "The ward employs six doctors for the gravely wounded."),
    ],
)
def test_the_left_for_dead_live_and_those_who_tend_the_wounded_are_unhurt(tools: Tools, code: str, text: str) -> None:
    annotation, drafts = tolls(tools, code, text)
    assert not drop_figurative(annotation, drafts).drafts

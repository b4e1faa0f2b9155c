"""Intents with their holders, and conditions with what they describe; our own sentences."""

import pytest
from tests.unit.claims.reading import read

from bilan.model.claim import Claim
from bilan.pipeline import Tools


def statements(tools: Tools, language: str, text: str, topic: str) -> list[Claim]:
    claims = read(tools, language, text)
    return [c for c in claims if c.kind == "statement" and c.statement is not None and c.statement.topic == topic]


@pytest.mark.parametrize(
    ("language", "text", "content", "holders"),
    [
        ("fr", "Elle a fait part de l'intention de ses généraux de reprendre Nyala.", "reprendre Nyala", ["généraux"]),
        ("fr", "Le parti projette de s'emparer de Gao.", "s'emparer de Gao", ["parti"]),
        ("fr", "Le colonel était résolu à l'emporter par la force.", "l'emporter par la force", ["colonel"]),
        ("fr", "L'armée et la milice préparent la reprise de Syrte.", "la reprise de Syrte", ["armée", "milice"]),
        ("fr", "La junte a opté pour une victoire militaire.", "une victoire militaire", ["junte"]),
        ("fr", "La décision d'écraser la révolte a été prise hier.", "écraser la révolte", []),
        ("fr", "Le chef a fait le choix de vaincre, juge un diplomate.", "vaincre", ["chef"]),
        ("en", "The government has opted to win the war by force.", "win the war by force", ["government"]),
        ("en", "The junta is planning to retake the town.", "retake the town", ["junta"]),
    ],
)  # fmt: skip
def test_an_intent_has_its_deed_and_its_holders(
    tools: Tools, language: str, text: str, content: str, holders: list[str]
) -> None:
    (claim,) = statements(tools, language, text, "intent")
    assert claim.statement is not None
    assert (claim.statement.content, [actor.text for actor in claim.actors]) == (content, holders)
    assert claim.modality == "planned"


@pytest.mark.parametrize(
    ("language", "text", "flagged"),
    [
        ("fr", "Plusieurs agences de l'ONU envisagent de reprendre la ville.", True),
        ("fr", "Trois brigades envisagent de reprendre la ville.", False),
        ("fr", "Plusieurs agences de l'ONU envisagent de distribuer des vivres.", False),
        ("en", "Several aid agencies intend to recapture the town.", True),
        ("en", "Several brigades intend to recapture the town.", False),
    ],
)
def test_an_aid_body_said_to_fight_is_flagged(tools: Tools, language: str, text: str, flagged: bool) -> None:  # noqa: FBT001  # a table cell
    (claim,) = statements(tools, language, text, "intent")
    assert ("implausible-agent" in claim.flags) is flagged


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "La décision du juge est attendue."),
        ("fr", "Le cuisinier prépare le repas."),
        ("en", "The council rejected the plan."),
    ],
)
def test_without_a_deed_there_is_no_intent(tools: Tools, language: str, text: str) -> None:
    assert statements(tools, language, text, "intent") == []


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("fr", "La bourgade, que deux ans de siège ont réduite à l'état de ruines, se vide.", "bourgade"),
        ("fr", "Le quartier n'est plus habitable.", "plus habitable"),
        ("fr", "La vieille ville n'est plus qu'un champ de ruines.", "champ de ruines"),
        ("en", "The port lies in ruins.", "in ruins"),
        ("en", "The hospital is stretched to breaking point.", "breaking point"),
    ],
)
def test_a_condition_keeps_what_it_describes(tools: Tools, language: str, text: str, words: str) -> None:
    (claim,) = statements(tools, language, text, "condition")
    assert claim.statement is not None
    assert words in claim.statement.content


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The retailer plans to open three shops in Leeds."),
        ("en", "The driver blamed the rain for his lap time."),
        ("en", "His reputation lies in ruins."),
        ("en", "The central bank warned that growth would slow."),
        ("fr", "L'enseigne prévoit d'ouvrir trois magasins à Nantes."),
        ("fr", "L'attaquant accuse l'arbitre de partialité."),
        ("fr", "Leur mariage est au bord de la rupture."),
        ("fr", "La compagnie menace de réduire ses vols vers Malte."),
    ],
)
def test_plans_reproaches_and_ruins_of_other_walks_of_life_are_no_statements(
    tools: Tools, language: str, text: str
) -> None:
    assert [claim for claim in read(tools, language, text) if claim.kind == "statement"] == []


@pytest.mark.parametrize(
    ("language", "text", "topic"),
    [
        ("en", "The UN warned that a famine could break out.", "warning"),
        ("en", "Residents hold the army responsible for the massacre.", "blame"),
        ("en", "The town's only hospital is no longer functioning.", "condition"),
        ("fr", "L'armée a sommé les habitants de quitter les quartiers est.", "warning"),
        ("fr", "Kiev impute l'explosion à Moscou.", "blame"),
        ("fr", "Le seul hôpital de la ville ne fonctionne plus.", "condition"),
    ],
)
def test_perils_blame_for_harm_and_what_stands_no_more_are_told(
    tools: Tools, language: str, text: str, topic: str
) -> None:
    found = [claim.statement for claim in read(tools, language, text) if claim.kind == "statement"]
    assert [statement.topic for statement in found if statement] == [topic]

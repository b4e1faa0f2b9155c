"""Events from trigger words: in other words, planned, or not at all; our own sentences."""

import pytest
from tests.unit.claims.reading import events, read

from bilan.pipeline import Tools


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Une trêve a permis de faire sortir les habitants de la ville."),
        ("fr", "L'armée avait emmené hors de la ville les familles qui restaient."),
        ("fr", "Les derniers villageois ont été conduits en lieu sûr par la police."),
        ("en", "The army moved the villagers out of the town."),
        ("en", "Buses ferried hundreds of families out of the town."),
    ],
)
def test_an_evacuation_may_be_said_without_its_word(tools: Tools, language: str, text: str) -> None:
    assert "evacuation" in events(tools, language, text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le chauffeur a emmené les valises hors de la gare."),
        ("fr", "Le ministre a conduit la délégation au musée."),
        ("en", "The company moved its offices out of the town."),
        ("en", "The mayor moved the vote to Monday."),
    ],
)
def test_what_is_moved_must_be_people_and_out(tools: Tools, language: str, text: str) -> None:
    assert "evacuation" not in events(tools, language, text)


@pytest.mark.parametrize(
    ("language", "text", "modality"),
    [
        ("fr", "Les habitants seront évacués dans les prochains jours.", "planned"),
        ("fr", "Les habitants ont été évacués dans la nuit.", "asserted"),
        ("en", "The villagers are to be moved out by the Red Cross.", "planned"),
        ("en", "The villagers were moved out by the Red Cross.", "asserted"),
    ],
)
def test_what_is_to_come_is_planned(tools: Tools, language: str, text: str, modality: str) -> None:
    assert [c.modality for c in read(tools, language, text) if c.event == "evacuation"] == [modality]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Les généraux ont l'intention de reprendre Nyala."),
        ("fr", "La junte se prépare à attaquer Gao."),
        ("en", "The generals intend to recapture Loikaw."),
    ],
)
def test_what_somebody_means_to_do_has_not_happened(tools: Tools, language: str, text: str) -> None:
    assert events(tools, language, text) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le chanteur combattait depuis trois ans un cancer du poumon."),
        ("fr", "Connu pour ses coups de gueule, le cuisinier a pris sa retraite."),
        ("fr", "Une bataille judiciaire oppose les deux héritiers."),
        ("fr", "La nageuse a raflé trois médailles."),
        ("fr", "La commission s'empare du dossier des retraites."),
    ],
)
def test_figures_of_speech_are_no_events(tools: Tools, language: str, text: str) -> None:
    assert events(tools, language, text) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "La milice ripostera par un bombardement."),
        ("en", "The militia will respond with a bombardment."),
    ],
)
def test_what_hangs_on_a_verb_in_the_future_is_planned(tools: Tools, language: str, text: str) -> None:
    modalities = {claim.modality for claim in read(tools, language, text) if claim.kind == "event"}
    assert modalities <= {"planned", "possible"}
    assert modalities


def test_people_described_as_displaced_are_no_displacement(tools: Tools) -> None:
    assert events(tools, "en", "She cooks for a displaced family.") == []


def test_a_path_over_a_town_conquers_nothing(tools: Tools) -> None:
    assert "territory-change" not in events(tools, "en", "The balloon will take a direct path over Geneva.")

"""Who does it and whom it befalls, in our own sentences."""

import pytest
from tests.unit.claims.reading import roles

from bilan.pipeline import Tools


@pytest.mark.parametrize(
    ("language", "text", "event", "who"),
    [
        ("fr", "Alep subit les frappes de l'aviation russe.", "air-drone-strike", ["aviation russe"]),
        (
            "fr",
            "Des bombardements quotidiens de l'aviation malienne sur Gao sont signalés.",
            "air-drone-strike",
            ["aviation malienne"],
        ),
        (
            "fr",
            "Des avions ont, selon une radio locale, dispersé des tracts au-dessus de Sirte.",
            "leaflet-drop",
            ["avions"],
        ),
        (
            "fr",
            "Des lâchers de tracts par des appareils de l'armée ont eu lieu.",
            "leaflet-drop",
            ["appareils de l'armée"],
        ),
        ("fr", "Des tracts ont été jetés sur Hama par des hélicoptères.", "leaflet-drop", ["hélicoptères"]),
        ("en", "Army planes scattered leaflets over the town.", "leaflet-drop", ["Army planes"]),
    ],
)
def test_the_perpetrator_is_found_in_nouns_asides_and_passives(
    tools: Tools, language: str, text: str, event: str, who: list[str]
) -> None:
    assert roles(tools, language, text, event)["perpetrator"] == who


def test_no_agent_no_perpetrator(tools: Tools) -> None:
    assert "perpetrator" not in roles(tools, "fr", "Des tracts ont été jetés sur Hama.", "leaflet-drop")


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        (
            "fr",
            "L'évacuation du village, conduite par le CICR et des médiateurs suisses, est finie.",
            ["CICR", "médiateurs suisses"],
        ),
        (
            "fr",
            "Une trêve a permis de faire sortir les habitants : l'opération a été menée par le CICR et l'ONU.",
            ["trêve", "CICR", "ONU"],
        ),
        (
            "en",
            "The Red Cross and African Union monitors moved the inhabitants out of the town.",
            ["Red Cross", "African Union monitors"],
        ),
    ],
)
def test_all_who_carry_an_evacuation_out_are_named(tools: Tools, language: str, text: str, who: list[str]) -> None:
    assert roles(tools, language, text, "evacuation")["facilitator"] == who


def test_what_happens_next_to_an_agent_is_not_one(tools: Tools) -> None:
    text = "Les habitants ont été évacués par l'armée et des renforts ont été envoyés."
    assert roles(tools, "fr", text, "evacuation")["facilitator"] == ["armée"]

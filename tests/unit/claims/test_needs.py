"""Needs with all their items, listed behind or before the word of lack; our own sentences."""

import pytest
from tests.unit.claims.reading import read

from bilan.pipeline import Tools


@pytest.mark.parametrize(
    ("language", "text", "sector", "items"),
    [
        ("fr", "La farine, l'huile et le riz s'y font rares.", "food", ["farine", "huile", "riz"]),
        ("fr", "Oxygène, sérum et désinfectant font défaut.", "health", ["Oxygène", "sérum", "désinfectant"]),
        ("fr", "Les médecins manquent de plasma et de morphine.", "health", ["plasma", "morphine"]),
        (
            "fr",
            "Le camp souffre d'une pénurie d'eau potable et de savon.",
            "water-sanitation",
            ["eau potable", "savon"],
        ),
        ("en", "The ward is short of insulin, blood and bandages.", "health", ["insulin", "blood", "bandages"]),
        ("en", "Flour and sugar are running out.", "food", ["Flour", "sugar"]),
        ("en", "The ward has no oxygen and no insulin.", "health", ["oxygen", "insulin"]),
        ("en", "We need blankets, the villagers say.", "shelter", ["blankets"]),
        ("en", "The fuel shortage has stopped the pumps.", "logistics", ["fuel"]),
        ("fr", "Le dispensaire n'a plus d'oxygène ni d'insuline.", "health", ["oxygène", "insuline"]),
        ("fr", "Les sinistrés réclament des couvertures.", "shelter", ["couvertures"]),
    ],
)
def test_every_item_of_the_list_is_kept(tools: Tools, language: str, text: str, sector: str, items: list[str]) -> None:
    (claim,) = [c for c in read(tools, language, text) if c.kind == "need"]
    assert claim.need is not None
    assert (claim.need.sector, list(claim.need.items)) == (sector, items)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le manque de volonté politique est criant."),
        ("fr", "La farine et le riz se vendent bien."),
        ("en", "The lack of ambition is striking."),
        ("en", "Flour and sugar are on sale."),
        ("en", "The cake needs flour and sugar."),
        ("en", "No doctors were hurt in the fire."),
        ("fr", "Aucun médecin n'a été blessé dans l'incendie."),
        ("fr", "Le gâteau demande de la farine et du sucre."),
    ],
)
def test_without_a_lack_of_goods_there_is_no_need(tools: Tools, language: str, text: str) -> None:
    assert [c for c in read(tools, language, text) if c.kind == "need"] == []


def test_a_lack_that_is_only_possible_or_hearsay_is_told_so(tools: Tools) -> None:
    (feared,) = [c for c in read(tools, "en", "Medicine could run out within days.") if c.kind == "need"]
    (heard,) = [c for c in read(tools, "en", "Doctors reportedly lack bandages.") if c.kind == "need"]
    assert (feared.modality, heard.modality) == ("possible", "hedged")

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
    ],
)
def test_without_a_lack_of_goods_there_is_no_need(tools: Tools, language: str, text: str) -> None:
    assert [c for c in read(tools, language, text) if c.kind == "need"] == []

"""Who claims a deed, who is accused of it and by whom, who brokered an agreement, in our own sentences."""

import pytest
from tests.unit.claims.reading import roles

from bilan.pipeline import Tools


@pytest.mark.parametrize(
    ("language", "text", "event"),
    [
        ("en", "Boko Haram claimed responsibility for the suicide bombing in Diffa.", "suicide-bomb"),
        ("en", "Boko Haram said it was behind the suicide bombing in Diffa.", "suicide-bomb"),
        ("en", "The suicide bombing in Diffa was claimed by Boko Haram.", "suicide-bomb"),
        ("fr", "Boko Haram a revendiqué l'attentat suicide de Diffa.", "suicide-bomb"),
        ("fr", "L'attentat suicide de Diffa a été revendiqué par Boko Haram.", "suicide-bomb"),
    ],
)
def test_whoever_claims_a_deed_is_named_apart(tools: Tools, language: str, text: str, event: str) -> None:
    assert roles(tools, language, text, event) == {"claimed-by": ["Boko Haram"]}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Niger accused Boko Haram of the suicide bombing in Diffa."),
        ("en", "Niger blamed Boko Haram for the suicide bombing in Diffa."),
        ("en", "Niger blamed the suicide bombing in Diffa on Boko Haram."),
        ("fr", "Le Niger accuse Boko Haram de l'attentat suicide de Diffa."),
        ("fr", "Le Niger impute à Boko Haram l'attentat suicide de Diffa."),
    ],
)
def test_the_accused_is_the_perpetrator_beside_the_accuser(tools: Tools, language: str, text: str) -> None:
    assert roles(tools, language, text, "suicide-bomb") == {"perpetrator": ["Boko Haram"], "accused-by": ["Niger"]}


def test_an_attack_that_claims_lives_is_claimed_by_nobody(tools: Tools) -> None:
    assert "claimed-by" not in roles(tools, "en", "The suicide bombing in Diffa claimed 12 lives.", "suicide-bomb")


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("en", "Chad and Sudan agreed to a ceasefire brokered by Gabon.", "Gabon"),
        ("fr", "Le Tchad et le Soudan ont signé un cessez-le-feu négocié par l'Algérie.", "Algérie"),
    ],
)
def test_whoever_brokers_an_agreement_facilitates_it(tools: Tools, language: str, text: str, who: str) -> None:
    assert roles(tools, language, text, "agreement")["facilitator"] == [who]

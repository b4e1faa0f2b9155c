"""Events told again by a definite noun; our own sentences."""

import pytest
from tests.unit.claims.reading import read

from bilan.model.claim import Claim
from bilan.pipeline import Tools


def echoes(tools: Tools, code: str, text: str) -> list[tuple[str, str]]:
    """Return the words of each event told again with those of what it tells again."""
    claims = read(tools, code, text)
    known: dict[str, Claim] = {str(claim.id): claim for claim in claims}
    return [
        (claim.quote.exact, known[first].quote.exact)
        for claim in claims
        if claim.kind == "event"
        for first in claim.links.repeats
    ]


@pytest.mark.parametrize(
    ("code", "text", "echo"),
    [
        ("en", "A bomb exploded at a market in Mirzan on Monday. The bombing was condemned by the mayor.", "bombing"),
        ("en", "Gunmen attacked a bus near Lorca. No group has claimed responsibility for the attack.", "attack"),
        (
            "fr",
            "Une bombe a explosé lundi sur un marché de Mirzan. La déflagration a soufflé les vitres.",
            "déflagration",
        ),
        ("fr", "Des hommes armés ont attaqué un car près de Lorca. Cette attaque n'a pas été revendiquée.", "attaque"),
        ("fr", "Un attentat a visé une mosquée de Lorca. Le bilan de l'attentat reste incertain.", "attentat"),
    ],
)
def test_a_definite_noun_tells_again_what_was_told_before(tools: Tools, code: str, text: str, echo: str) -> None:
    found = echoes(tools, code, text)
    assert [words for words, _ in found] == [echo]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Gunmen attacked a bus near Lorca on Monday. Another attack hit a school in Mirzan."),
        ("en", "Gunmen attacked a bus near Lorca on Monday. Attacks are frequent in the region."),
        ("en", "Gunmen attacked a bus near Lorca on Monday. The first attack there dates from March."),
        ("en", "Gunmen attacked a bus near Lorca on Monday. The attack victims were flown to the capital."),
        ("fr", "Des hommes armés ont attaqué un car près de Lorca lundi. Des attaques ont lieu chaque mois."),
        ("fr", "Des hommes armés ont attaqué un car près de Lorca lundi. Une autre attaque a visé une école."),
        ("fr", "Des hommes armés ont attaqué un car près de Lorca lundi. Un accord de paix est en vue."),
    ],
)
def test_another_one_one_of_many_or_a_modifier_tells_nothing_again(tools: Tools, code: str, text: str) -> None:
    assert echoes(tools, code, text) == []


@pytest.mark.parametrize(
    ("code", "text"),
    [
        (
            "en",
            (
                "Gunmen killed two teachers near Lorca. A judge was shot dead in Mirzan. Police investigate the murder "
                "of the teachers."
            ),
        ),
        (
            "fr",
            (
                "Des hommes armés ont tué deux enseignants à Lorca. Un juge a été abattu à Mirzan. La police enquête "
                "sur le meurtre des enseignants."
            ),
        ),
    ],
)
def test_what_the_words_behind_say_must_have_been_told(tools: Tools, code: str, text: str) -> None:
    ((_, first),) = echoes(tools, code, text)
    assert "teachers" in first or "enseignants" in first or first in {"killed", "tué"}


def test_of_two_attacks_on_two_towns_nobody_says_which_is_meant(tools: Tools) -> None:
    text = "Rebels attacked the town of Goma on Monday. Rebels attacked the town of Beni. The attack was condemned."
    assert echoes(tools, "en", text) == []

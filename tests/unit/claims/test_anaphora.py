"""Places said by a common noun: candidates are kept, nobody guesses; our own sentences."""

from tests.unit.claims.reading import read

from bilan.model.claim import Claim
from bilan.pipeline import Tools

TWO_TOWNS = "Homs est assiégée. Hama est affamée. "


def evacuation(tools: Tools, language: str, text: str) -> Claim:
    (claim,) = [c for c in read(tools, language, text) if c.event == "evacuation"]
    return claim


def test_two_towns_near_by_are_rivals(tools: Tools) -> None:
    place = evacuation(tools, "fr", TWO_TOWNS + "Les habitants de la ville ont été évacués.").place
    assert place is not None
    assert (place.text, place.name, len(place.rivals)) == ("la ville", None, 2)


def test_the_claim_says_that_its_place_is_doubtful(tools: Tools) -> None:
    assert (
        "place-doubtful"
        in evacuation(
            tools, "en", "Homs is besieged. Hama is starving. The residents of the town were evacuated."
        ).flags
    )


def test_a_capital_that_signs_is_no_place_of_the_evacuation(tools: Tools) -> None:
    text = TWO_TOWNS + "Un accord entre Damas et les rebelles a permis d'évacuer la ville."
    place = evacuation(tools, "fr", text).place
    assert place is not None
    assert place.text == "la ville"


def test_a_town_named_in_the_sentence_settles_it(tools: Tools) -> None:
    claim = evacuation(tools, "fr", TWO_TOWNS + "Les habitants de la ville de Homs ont été évacués.")
    assert "place-doubtful" not in claim.flags
    assert claim.place is not None
    assert claim.place.text == "Homs"

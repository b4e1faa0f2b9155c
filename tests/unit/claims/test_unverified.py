"""What the report could not check is hedged, whoever says it; a side that keeps silent hedges nothing."""

import pytest
from tests.unit.claims.reading import read

from bilan.pipeline import Tools


def modalities(tools: Tools, code: str, text: str) -> list[str]:
    return [claim.modality for claim in read(tools, code, text) if claim.kind == "toll"]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The army said it had killed 40 rebels. Our reporters were unable to verify the claim."),
        ("en", "The army said it had killed 40 rebels; the figure could not be independently verified."),
        ("en", "According to the army, 40 rebels died. There was no independent confirmation."),
        ("fr", "L'armée affirme avoir tué 40 rebelles, ce qui n'a pu être vérifié de source indépendante."),
        ("fr", "Selon l'armée, 40 rebelles ont été tués. Ce bilan n'a pas été confirmé de source indépendante."),
    ],
)
def test_what_nobody_could_check_is_hedged(tools: Tools, code: str, text: str) -> None:
    assert modalities(tools, code, text) == ["hedged"]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The army said it had killed 40 rebels. The rebels did not confirm the figure."),
        ("en", "Officials verified the deaths of 40 rebels."),
        ("fr", "L'armée affirme avoir tué 40 rebelles. Les rebelles n'ont pas confirmé ce bilan."),
        ("fr", "L'ONU a vérifié la mort de 40 civils."),
    ],
)
def test_silence_and_a_check_that_succeeds_hedge_nothing(tools: Tools, code: str, text: str) -> None:
    assert modalities(tools, code, text) == ["asserted"]


def test_the_source_that_would_have_to_vouch_does_not_speak(tools: Tools) -> None:
    text = "L'armée affirme avoir tué 40 rebelles, ce qui n'a pu être vérifié de source indépendante."
    (claim,) = [claim for claim in read(tools, "fr", text) if claim.kind == "toll"]
    assert [speaker.text for speaker in claim.said_by] == ["armée"]

"""Tags of events: health care and schools struck, aid kept back, agreements broken; in our own sentences."""

import pytest
from tests.unit.claims.reading import read

from bilan.pipeline import Tools


def _tags(tools: Tools, language: str, text: str) -> set[str]:
    return {tag for claim in read(tools, language, text) for tag in claim.tags}


@pytest.mark.parametrize(
    ("language", "text", "tag"),
    [
        ("en", "Jets bombed a hospital in Idlib on Monday.", "attack-on-health-care"),
        ("fr", "Des avions ont bombardé un hôpital d'Idlib lundi.", "attack-on-health-care"),
        ("en", "An air strike destroyed a clinic in Idlib.", "attack-on-health-care"),
        ("fr", "Une frappe aérienne a détruit une clinique à Idlib.", "attack-on-health-care"),
        ("en", "Gunmen attacked a school in Kaduna.", "attack-on-education"),
        ("fr", "Des hommes armés ont attaqué une école à Kaduna.", "attack-on-education"),
        ("en", "Militias blocked an aid convoy near Taiz.", "aid-obstruction"),
        ("fr", "Des milices ont bloqué un convoi humanitaire près de Taëz.", "aid-obstruction"),
        ("en", "The truce collapsed on Friday.", "agreement-breakdown"),
        ("fr", "La trêve a été rompue vendredi.", "agreement-breakdown"),
    ],
)
def test_what_is_struck_kept_back_or_broken_gives_a_tag(tools: Tools, language: str, text: str, tag: str) -> None:
    assert _tags(tools, language, text) == {tag}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A soldier was shot in Idlib and died in hospital."),
        ("fr", "Un soldat a été abattu à Idlib et il est mort à l'hôpital."),
        ("en", "Jets bombed a barracks in Idlib on Monday."),
        ("en", "The two sides signed a truce on Friday."),
        ("fr", "Les deux camps ont signé une trêve vendredi."),
    ],
)
def test_what_only_stands_near_gives_none(tools: Tools, language: str, text: str) -> None:
    assert not _tags(tools, language, text)

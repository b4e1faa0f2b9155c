"""Who can suffer an outcome, each rule with a sentence it refuses and one it lets stand."""

import pytest
from tests.unit.annotate.reading import annotated

from bilan.claims import refusals
from bilan.claims.tolls import find_tolls
from bilan.pipeline import Tools


@pytest.mark.parametrize(
    ("code", "text", "outcomes"),
    [
        ("fr", "Le corps d'un enfant a été repêché.", ["killed"]),
        ("fr", "Le corps d'un enfant grandit vite.", []),
        ("fr", "Les corps de neuf personnes ont été retrouvés.", ["killed"]),
        ("en", "The bodies of nine people were found.", ["killed"]),
        ("en", "The body of a child grows fast.", []),
    ],
)
def test_a_body_counts_whose_it_is_once_it_was_found(tools: Tools, code: str, text: str, outcomes: list[str]) -> None:
    assert [draft.outcome for draft in find_tolls(annotated(tools, code, text)).drafts] == outcomes


@pytest.mark.parametrize(
    ("code", "text", "reason"),
    [
        ("fr", "Cette décision a sauvé des centaines de vies.", refusals.THING),
        ("en", "The decision saved hundreds of lives.", refusals.THING),
        ("fr", "Le champion a été éliminé au premier tour.", refusals.OTHER_PEOPLE),
        ("en", "The champion was eliminated in the first round.", refusals.OTHER_PEOPLE),
        ("fr", "Douze prisonniers sont incarcérés dans l'aile nord.", refusals.OTHER_PEOPLE),
        ("en", "The club suffered 20 losses.", refusals.NOT_COUNTED),
        ("en", "The ship will treat victims.", refusals.NOT_COUNTED),
    ],
)
def test_a_refusal_gives_its_reason(tools: Tools, code: str, text: str, reason: str) -> None:
    found = find_tolls(annotated(tools, code, text))
    assert found.drafts == []
    assert reason in {refusal.reason for refusal in found.refusals}


@pytest.mark.parametrize(
    ("code", "text", "outcome"),
    [
        ("fr", "Les secouristes ont sauvé huit enfants.", "evacuated"),
        ("en", "Rescuers saved eight children.", "evacuated"),
        ("fr", "Douze opposants sont incarcérés dans l'aile nord.", "detained"),
        ("fr", "L'incendie a emporté de nombreuses vies.", "killed"),
        ("en", "The fire claimed many lives.", "killed"),
        ("en", "A rebel fighter was eliminated.", "killed"),
        ("en", "The ship treated twelve patients.", "treated"),
    ],
)
def test_the_right_victims_suffer_it(tools: Tools, code: str, text: str, outcome: str) -> None:
    (draft,) = find_tolls(annotated(tools, code, text)).drafts
    assert draft.outcome == outcome

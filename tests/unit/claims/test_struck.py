"""People shot or stabbed: injured, unless the report says apart who of them died."""

import pytest
from tests.unit.claims.drafting import Told, told, tolls

from bilan.claims.refusals import FARED
from bilan.claims.tolls import find_tolls
from bilan.pipeline import Tools

KILLED, HURT = "killed", "injured"


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("en", "A gunman shot nine people on the pier.", [(HURT, 9, 9, "exact")]),
        ("en", "He shot a porter, killing him.", [(KILLED, 1, 1, "exact")]),
        ("en", "He shot three of his tenants, killing them all.", [(KILLED, 3, 3, "exact")]),
        ("en", "She shot and killed two guards.", [(KILLED, 2, 2, "exact")]),
        ("en", "She shot and wounded two guards.", [(HURT, 2, 2, "exact")]),
        ("en", "He shot six people, two of them fatally.", [(KILLED, 2, 2, "exact")]),
        ("en", "Six people were shot, one of them was killed.", [(KILLED, 1, 1, "exact")]),
        ("en", "He fatally shot two women.", [(KILLED, 2, 2, "exact")]),
        ("en", "He shot at three farmers.", []),
        ("en", "He shot a guard in the yard and killed four cooks.", [(HURT, 1, 1, "exact"), (KILLED, 4, 4, "exact")]),
        ("fr", "Il a poignardé trois clients, dont un mortellement.", [(KILLED, 1, 1, "exact")]),
        ("fr", "Il a poignardé trois clients.", [(HURT, 3, 3, "exact")]),
        ("fr", "Deux gardiens ont été mortellement blessés.", [(KILLED, 2, 2, "exact")]),
    ],
)
def test_those_shot_are_injured_unless_their_fate_is_told(
    tools: Tools, code: str, text: str, expected: list[Told]
) -> None:
    assert sorted(told(tolls(tools, code, text)[1])) == sorted(expected)


def test_the_number_of_those_shot_is_refused_with_a_reason(tools: Tools) -> None:
    annotation, _ = tolls(tools, "en", "Six people were shot, one of them was killed.")
    assert FARED in {refusal.reason for refusal in find_tolls(annotation).refusals}

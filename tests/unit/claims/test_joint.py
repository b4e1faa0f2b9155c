"""One number for two outcomes tells neither; numbers of their own, and words without a number, stand."""

import pytest
from tests.unit.claims.drafting import tolls

from bilan.claims.refusals import JOINT
from bilan.claims.tolls import find_tolls
from bilan.pipeline import Tools


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "L'attaque a fait 12 morts et blessés."),
        ("en", "The attack left 12 dead and wounded."),
        ("en", "35 killed and wounded in market blast"),
        ("en", "Twelve people were killed or injured."),
        ("fr", "Douze personnes ont été tuées ou blessées."),
    ],
)
def test_a_number_that_two_outcomes_share_is_refused(tools: Tools, code: str, text: str) -> None:
    annotation, _ = tolls(tools, code, text)
    judged = find_tolls(annotation)
    assert not judged.drafts
    assert JOINT in {refusal.reason for refusal in judged.refusals}


@pytest.mark.parametrize(
    ("code", "text", "outcomes"),
    [
        ("fr", "L'attaque a fait 12 morts et 30 blessés.", ["killed", "injured"]),
        ("en", "The attack left 12 dead and 30 wounded.", ["killed", "injured"]),
        ("fr", "Deux morts et plusieurs blessés à Nice", ["killed", "injured"]),
        ("fr", "Des civils morts et blessés ont été retrouvés.", ["killed", "injured"]),
    ],
)
def test_outcomes_counted_apart_or_not_at_all_stand(tools: Tools, code: str, text: str, outcomes: list[str]) -> None:
    _, drafts = tolls(tools, code, text)
    assert [draft.outcome for draft in drafts] == outcomes

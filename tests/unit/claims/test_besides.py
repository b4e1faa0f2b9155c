"""Tolls told as coming on top of earlier ones carry a flag; stages, parts and first tolls do not."""

import pytest
from tests.unit.claims.drafting import judged

from bilan.claims.besides import BESIDES, mark_besides
from bilan.pipeline import Tools


@pytest.mark.parametrize(
    ("code", "text", "flagged"),
    [
        ("en", "He killed two men and a girl.", [False, True]),
        ("en", "He killed his mother, his uncle and a guest.", [False, True, True]),
        ("en", "He killed four guests. He fled, killing five more.", [False, True]),
        ("en", "He killed two clerks. He then killed a guard.", [False, True]),
        ("en", "Twelve people were killed. More than 20 people were killed, officials said.", [False, False]),
        ("en", "Another five people were killed.", [False]),
        ("fr", "Il a tué deux hommes et une fillette.", [False, True]),
        ("fr", "Il a tué deux employés. Il a ensuite tué un gardien.", [False, True]),
        ("fr", "Douze personnes ont été tuées. Vingt personnes ont été tuées, selon la police.", [False, False]),
    ],
)
def test_a_toll_on_top_of_an_earlier_one_is_flagged(tools: Tools, code: str, text: str, flagged: list[bool]) -> None:
    annotation, drafts = judged(tools, code, text)
    assert [BESIDES in draft.flags for draft in mark_besides(annotation, drafts)] == flagged

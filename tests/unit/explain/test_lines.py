"""The picture in a terminal: it fits its columns, and says everything without colour."""

import pytest

from bilan.evaluate.inputs import make_report
from bilan.explain.draw import explain
from bilan.explain.lines import list_lines
from bilan.explain.picture import WHY
from bilan.pipeline import Tools


def shown(tools: Tools, text: str, width: int = 100) -> list[str]:
    picture = explain(make_report("r1", text, "fr", None), tools)
    return [line.plain for line in list_lines(picture, width=width)]


@pytest.mark.parametrize("width", [80, 100])
def test_no_line_is_wider_than_the_terminal(tools: Tools, width: int) -> None:
    text = "Les rebelles, qui ont abattu trois hélicoptères, auraient tué au moins 37 civils lundi, dont 12 enfants."
    assert max(len(line) for line in shown(tools, text, width)) <= width


def test_claims_near_misses_and_strays_are_told_apart_by_sign_and_word(tools: Tools) -> None:
    lines = [line.strip() for line in shown(tools, "Les rebelles ont abattu trois hélicoptères et tué un berger.")]
    assert "✓ toll: killed “tué un berger” · rule act/tuer/right-noun" in lines
    assert any(line.startswith("✗ “trois hélicoptères”") and WHY["thing"] in line for line in lines)
    assert any(line.startswith("– “trois” · thing:") for line in lines)


def test_a_sentence_in_which_nothing_is_found_says_so(tools: Tools) -> None:
    lines = shown(tools, "Il pleut.")
    assert {"Clauses: none", "Fired: none", "Nearly: none"} <= set(lines)

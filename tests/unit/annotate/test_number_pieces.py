"""What a number measures: a unit behind it, glued or not, tells that no people are counted."""

import pytest

from bilan.annotate.numbers import find_amounts, find_numbers
from bilan.model.text import Span
from bilan.pipeline import Tools


@pytest.mark.parametrize(
    ("code", "text", "unit"),
    [
        ("fr", "un berger de 34 ans", "unit-time"),
        ("fr", "la 5e brigade", "unit-rank"),
        ("fr", "à 35km du front", "unit"),
        ("fr", "une rançon de 40 000 euros", "unit-money"),
        ("fr", "par 12 voix", "unit-vote"),
        ("en", "a 34-year-old herder", "unit-age"),
        ("en", "the 5th brigade", "unit-rank"),
        ("en", "35km from the front", "unit"),
        ("en", "a ransom of 40,000 dollars", "unit-money"),
        ("en", "by 12 votes", "unit-vote"),
    ],
)
def test_an_amount_of_a_unit_is_known_as_such_and_is_no_number(tools: Tools, code: str, text: str, unit: str) -> None:
    spans = [Span(0, len(text))]
    amounts = [a for a in find_amounts(text, tools.packs[code], spans) if not a.one or a.unit]
    assert [amount.unit for amount in amounts] == [unit]
    assert [number for number in find_numbers(text, tools.packs[code], spans) if not number.one] == []


@pytest.mark.parametrize("text", ["le T-72", "le vol MH17", "à 10h30", "2million de francs CFA"])
def test_digits_glued_to_other_letters_are_no_amount(tools: Tools, text: str) -> None:
    assert [a for a in find_amounts(text, tools.packs["fr"], [Span(0, len(text))]) if not a.one] == []

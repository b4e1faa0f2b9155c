"""Ranges: two amounts that make one."""

import pytest

from bilan.annotate.amount import Number
from bilan.annotate.numbers import find_numbers
from bilan.languages.load import load_language
from bilan.model.text import Span


def _numbers(code: str, text: str) -> list[Number]:
    return list(find_numbers(text, load_language(code), [Span(0, len(text))]))


@pytest.mark.parametrize(
    ("code", "text", "low", "high"),
    [
        ("fr", "deux à trois mille manifestants", 2000, 3000),
        ("en", "two to three thousand protesters", 2000, 3000),
        ("fr", "entre 2 et 3 millions de réfugiés", 2_000_000, 3_000_000),
        ("en", "between 2 and 3 million refugees", 2_000_000, 3_000_000),
        ("fr", "3 à 4 000 villageois", 3000, 4000),
        ("en", "3-4,000 villagers", 3000, 4000),
        ("en", "five to six hundred miners", 500, 600),
    ],
)
def test_the_thousand_of_the_second_number_counts_for_the_first(code: str, text: str, low: int, high: int) -> None:
    (number,) = _numbers(code, text)
    assert (number.low, number.high, number.wording) == (low, high, "between")


@pytest.mark.parametrize(
    ("code", "text", "low", "high"),
    [
        ("fr", "deux mille à trois mille manifestants", 2000, 3000),
        ("fr", "cent à deux cents blessés", 100, 200),
        ("en", "50 to 2,000 people", 50, 2000),
        ("en", "100 to 200 wounded", 100, 200),
    ],
)
def test_a_first_number_that_stands_for_itself_is_left_alone(code: str, text: str, low: int, high: int) -> None:
    (number,) = _numbers(code, text)
    assert (number.low, number.high) == (low, high)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "des dizaines, voire des centaines de blessés"),
        ("fr", "des dizaines ou des centaines de blessés"),
        ("en", "dozens, if not hundreds of wounded"),
        ("en", "dozens or even hundreds of wounded"),
    ],
)
def test_two_vague_amounts_joined_reach_from_the_first_to_the_second(code: str, text: str) -> None:
    (number,) = _numbers(code, text)
    assert (number.low, number.high, number.wording) == (20, 999, "vague")


@pytest.mark.parametrize(
    ("code", "text"),
    [("fr", "des dizaines de morts et des centaines de blessés"), ("en", "dozens dead and hundreds hurt")],
)
def test_two_vague_amounts_of_two_things_stay_two(code: str, text: str) -> None:
    assert len(_numbers(code, text)) == 2  # dead and wounded


@pytest.mark.parametrize(
    ("code", "text", "value"),
    [
        ("fr", "un demi-million de personnes", 500_000),
        ("en", "half a million people", 500_000),
        ("en", "nearly half a million people", 500_000),
        ("fr", "deux millions et demi de personnes", 2_500_000),
        ("en", "one and a half million people", 1_500_000),
        ("en", "a million and a half people", 1_500_000),
    ],
)
def test_half_a_million_is_an_amount_not_a_share(code: str, text: str, value: int) -> None:
    (number,) = _numbers(code, text)
    assert (number.low, number.high, number.share) == (value, value, None)


@pytest.mark.parametrize(("code", "text"), [("fr", "des millions de personnes"), ("en", "millions of people")])
def test_bare_millions_are_vague(code: str, text: str) -> None:
    (number,) = _numbers(code, text)
    assert (number.low, number.high, number.wording) == (2_000_000, 9_999_999, "vague")

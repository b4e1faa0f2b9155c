"""What looks like an amount and counts nobody, and where one number ends and the next begins."""

import pytest
from tests.unit.annotate.reading import fault

from bilan.annotate.amount import Number
from bilan.annotate.numbers import find_numbers
from bilan.languages.load import load_language
from bilan.model.text import Span

Amount = tuple[int | None, int | None, str]


def numbers(code: str, text: str) -> tuple[Number, ...]:
    return find_numbers(text, load_language(code), [Span(0, len(text))])


def amounts(code: str, text: str) -> list[Amount]:
    return [(n.low, n.high, n.wording) for n in numbers(code, text)]


@pytest.mark.parametrize(
    ("code", "text", "found"),
    [
        ("fr", "25 et 16 corps", [25, 16]),
        ("fr", "30 à 20 contre", [30, 20]),
        ("fr", "16 et 25 corps", [16, 25]),
        ("fr", "douze, trente blessés", [12, 30]),
        ("en", "16 and 25 bodies", [16, 25]),
        ("en", "twelve, thirty injured", [12, 30]),
        ("en", "12 30", [12, 30]),
    ],
)
def test_two_numbers_that_make_no_range_stay_two(code: str, text: str, found: list[int]) -> None:
    assert amounts(code, text) == [(value, value, "exact") for value in found]


@pytest.mark.parametrize(
    "text",
    [
        "un char T-72",
        "un missile S-300",
        "une kalachnikov AK47",
        "un obus de 120mm",
        "le vol MH17",
        fault("la version 3.5.2", reason="the tail of a dotted number is read as an amount"),
        "un 4x4",
        "vers 10:30",
        "le 5e régiment",
        "la 20ème brigade",
        "un GBU-39",
        "un F‑16 abattu",
    ],
)
def test_weapons_and_ordinals_are_no_amounts_in_french(text: str) -> None:
    assert [n for n in numbers("fr", text) if not n.one] == []


@pytest.mark.parametrize(
    "text",
    [
        "a T-72 tank",
        "an S-300 missile",
        "an AK47 rifle",
        "a 120mm shell",
        "flight MH17",
        "the 20th brigade",
        "Covid-19",
    ],
)
def test_weapons_and_ordinals_are_no_amounts_in_english(text: str) -> None:
    assert [n for n in numbers("en", text) if not n.one] == []


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "âgé de 14 ans"),
        ("fr", "à 20 kilomètres"),
        ("fr", "à 20 km"),
        ("fr", "300 euros"),
        ("fr", "trois semaines"),
        ("fr", "deux heures"),
        ("fr", "40 degrés"),
        ("fr", "deux fois"),
        ("en", "14 years old"),
        ("en", "a 13-year-old"),
        ("en", "20 kilometres"),
        ("en", "20 km"),
        ("en", "300 dollars"),
        ("en", "three weeks"),
        ("en", "two hours"),
    ],
)
def test_ages_distances_money_and_lengths_of_time_count_nobody(code: str, text: str) -> None:
    assert [n for n in numbers(code, text) if not n.one] == []


@pytest.mark.parametrize(
    ("code", "text", "value"),
    [
        ("fr", "14 anciens combattants", 14),
        ("fr", "20 marins", 20),
        ("en", "14 yearlings", 14),
        ("en", "20 miners", 20),
    ],
)
def test_a_noun_that_only_begins_like_a_unit_is_counted(code: str, text: str, value: int) -> None:
    assert amounts(code, text) == [(value, value, "exact")]


@pytest.mark.parametrize(
    ("code", "text"),
    [("fr", "il pèse 2,5"), ("fr", "une note de 3,75"), ("en", "a rate of 0.8"), ("en", "a 4.6 quake")],
)
def test_a_fraction_of_a_person_is_no_amount(code: str, text: str) -> None:
    assert [n for n in numbers(code, text) if not n.one] == []


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "centre"),
        ("fr", "unique"),
        ("fr", "onzième"),
        ("en", "tension"),
        ("en", "someone"),
        ("en", "first"),
        fault("fr", "deux-roues", reason="a compound is read as its first word"),
        fault("fr", "Trois-Rivières", reason="a compound is read as its first word"),
        fault("en", "three-storey", reason="a compound is read as its first word"),
    ],
)
def test_number_words_inside_other_words_are_not_numbers(code: str, text: str) -> None:
    assert numbers(code, text) == ()


@pytest.mark.parametrize(
    ("code", "text", "share"),
    [
        ("fr", "entre 5 et 10 % des victimes", 0.1),
        fault("fr", "3/4 des victimes", 0.75, reason="a fraction in digits is read as two amounts"),
        ("en", "half a million people", None),
    ],
)
def test_no_exact_number_is_left_of_a_share_or_fraction(code: str, text: str, share: float | None) -> None:
    assert [n for n in numbers(code, text) if n.share is None and n.wording == "exact" and n.low != 500_000] == []
    assert all(n.share == share for n in numbers(code, text))


def test_a_number_never_crosses_its_span() -> None:
    text = "trente deux"
    found = find_numbers(text, load_language("fr"), [Span(0, 6), Span(7, 11)])
    assert [n.low for n in found] == [30, 2]


def test_only_the_spans_given_are_read() -> None:
    text = "12 morts. 30 blessés."
    assert [n.low for n in find_numbers(text, load_language("fr"), [Span(10, 21)])] == [30]


def test_a_modifier_in_another_clause_does_not_reach_the_number() -> None:
    assert amounts("fr", "au moins, disait-il, 37 corps") == [(37, 37, "exact")]


def test_numbers_come_in_text_order_with_exact_spans() -> None:
    text = "Quatre morts, une dizaine de blessés et plus de 1 200 déplacés."
    found = numbers("fr", text)
    assert [n.span.of(text) for n in found] == ["Quatre", "une dizaine", "plus de 1 200"]

"""Numbers in running text: every way to write one, and everything that looks like one and counts nobody."""

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


def only(code: str, text: str) -> Number:
    (number,) = numbers(code, text)
    return number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0 survivant", 0),
        ("7 soldats", 7),
        ("1200 déplacés", 1200),
        ("1 200 déplacés", 1200),
        ("1\u00a0200 déplacés", 1200),
        ("1\u202f200 déplacés", 1200),
        ("1\u2009200 déplacés", 1200),
        ("1.200 déplacés", 1200),
        ("1,200 displaced", 1200),
        ("1'200 déplacés", 1200),
        ("1’200 déplacés", 1200),
        ("1٬200 نازح", 1200),
        ("12 345 678 déplacés", 12_345_678),
        ("12.345.678 déplacés", 12_345_678),
        ("12,345,678 displaced", 12_345_678),
        ("٣٥ قتيلا", 35),
        ("۳۵ کشته", 35),
        ("१२ जवान", 12),
        ("(37) victimes", 37),
        ("37, dit-on", 37),
        ("37.", 37),
    ],
)
@pytest.mark.parametrize("code", ["fr", "en"])
def test_digits_are_read_in_every_grouping(code: str, text: str, value: int) -> None:
    assert amounts(code, text) == [(value, value, "exact")]


@pytest.mark.parametrize(
    ("code", "text", "value"),
    [
        ("fr", "deux", 2),
        ("fr", "seize", 16),
        ("fr", "dix-sept", 17),
        ("fr", "dix-neuf", 19),
        ("fr", "vingt et un", 21),
        ("fr", "vingt-et-un", 21),
        ("fr", "vingt et une", 21),
        ("fr", "vingt-deux", 22),
        ("fr", "soixante-dix", 70),
        ("fr", "soixante et onze", 71),
        ("fr", "soixante-dix-sept", 77),
        ("fr", "septante-cinq", 75),
        ("fr", "huitante-deux", 82),
        ("fr", "nonante-neuf", 99),
        ("fr", "quatre-vingts", 80),
        ("fr", "quatre-vingt-un", 81),
        ("fr", "quatre-vingt-onze", 91),
        ("fr", "quatre-vingt-dix-neuf", 99),
        ("fr", "quatre‑vingt‑dix‑neuf", 99),
        ("fr", "cent", 100),
        ("fr", "cent un", 101),
        ("fr", "deux cents", 200),
        ("fr", "deux cent quatre-vingt-quatre", 284),
        ("fr", "mille", 1000),
        ("fr", "mille deux cent trente-quatre", 1234),
        ("fr", "trois mille", 3000),
        ("fr", "Trois Mille", 3000),
        ("fr", "quatre-vingt mille", 80_000),
        ("fr", "cent vingt mille quatre cents", 120_400),
        ("fr", "un million", 1_000_000),
        ("fr", "deux millions trois cent mille", 2_300_000),
        ("fr", "3 millions", 3_000_000),
        ("fr", "1,5 million", 1_500_000),
        ("fr", "2,25 millions", 2_250_000),
        ("fr", "40 mille", 40_000),
        ("en", "two", 2),
        ("en", "Nineteen", 19),
        ("en", "twenty-one", 21),
        ("en", "ninety nine", 99),
        ("en", "one hundred", 100),
        ("en", "a hundred", 100),
        ("en", "a hundred and five", 105),
        ("en", "one hundred and twenty-three", 123),
        ("en", "one hundred eleven", 111),
        ("en", "three thousand", 3000),
        ("en", "three thousand four hundred and six", 3406),
        ("en", "eleven hundred", 1100),
        ("en", "12 thousand", 12_000),
        ("en", "a million", 1_000_000),
        ("en", "1.2 million", 1_200_000),
        ("en", "two million three hundred thousand", 2_300_000),
        fault("fr", "mille et un", 1001, reason="“et” joins after tens only"),
        fault("en", "one thousand and one", 1001, reason="“and” joins after hundreds only"),
        ("fr", "un demi-million", 500_000),
        ("fr", "un million et demi", 1_500_000),
        ("en", "half a million", 500_000),
        ("en", "a million and a half", 1_500_000),
    ],
)
def test_number_words_are_read_up_to_millions(code: str, text: str, value: int) -> None:
    assert amounts(code, text) == [(value, value, "exact")]


@pytest.mark.parametrize(
    ("code", "text", "amount"),
    [
        ("fr", "une dizaine de blessés", (10, 10, "about")),
        ("fr", "une demi-douzaine de corps", (6, 6, "about")),
        ("fr", "une quinzaine d'hommes", (15, 15, "about")),
        ("fr", "une vingtaine de maisons", (20, 20, "about")),
        ("fr", "trois dizaines de corps", (30, 30, "about")),
        ("fr", "des dizaines de corps", (20, 99, "vague")),
        ("fr", "plusieurs dizaines de corps", (20, 99, "vague")),
        ("fr", "quelques centaines de familles", (200, 999, "vague")),
        ("fr", "des centaines de familles", (200, 999, "vague")),
        ("fr", "des milliers de familles", (2000, 9999, "vague")),
        ("fr", "des dizaines de milliers de familles", (20_000, 99_999, "vague")),
        ("fr", "une centaine de milliers de familles", (100_000, 100_000, "about")),
        ("fr", "un millier de familles", (1000, 1000, "about")),
        ("en", "a dozen bodies", (12, 12, "about")),
        ("en", "half a dozen bodies", (6, 6, "about")),
        ("en", "two dozen bodies", (24, 24, "about")),
        ("en", "dozens of bodies", (20, 99, "vague")),
        ("en", "several dozen bodies", (20, 99, "vague")),
        ("en", "a few dozen bodies", (20, 99, "vague")),
        fault("en", "a couple of dozen bodies", (24, 24, "about"), reason="a group without -s is taken for one: 12"),
        ("en", "several hundred bodies", (200, 999, "vague")),
        ("en", "several thousand bodies", (2000, 9999, "vague")),
        ("en", "many thousands of bodies", (2000, 9999, "vague")),
        ("en", "scores of bodies", (20, 99, "vague")),
        ("en", "hundreds of families", (200, 999, "vague")),
        ("en", "thousands of families", (2000, 9999, "vague")),
        ("en", "tens of thousands of families", (20_000, 99_999, "vague")),
        ("en", "hundreds of thousands of families", (200_000, 999_999, "vague")),
        ("en", "a score of bodies", (20, 20, "about")),
    ],
)
def test_groups_are_about_their_number_and_vague_in_the_plural(code: str, text: str, amount: Amount) -> None:
    assert amounts(code, text) == [amount]


@pytest.mark.parametrize(
    ("code", "text", "low"),
    [
        ("fr", "plusieurs soldats", 3),
        ("fr", "quelques soldats", 3),
        ("fr", "de nombreux soldats", 3),
        ("fr", "certains soldats", 2),
        ("fr", "un nombre indéterminé de soldats", 2),
        ("en", "several soldiers", 3),
        ("en", "a few soldiers", 3),
        ("en", "many soldiers", 3),
        ("en", "some soldiers", 2),
        ("en", "a couple of soldiers", 2),
        ("en", "an unknown number of soldiers", 2),
    ],
)
def test_vague_words_have_a_floor_and_no_ceiling(code: str, text: str, low: int) -> None:
    assert amounts(code, text) == [(low, None, "vague")]


@pytest.mark.parametrize(
    ("code", "text", "amount"),
    [
        ("fr", "au moins 37", (37, None, "at-least")),
        ("fr", "Au moins trente-sept", (37, None, "at-least")),
        ("fr", "pas moins de 37", (37, None, "at-least")),
        ("fr", "plus de 60", (61, None, "at-least")),
        ("fr", "plus d'un millier", (1001, None, "at-least")),
        ("fr", "plus d’une centaine", (101, None, "at-least")),
        ("fr", "moins de 60", (None, 59, "at-most")),
        ("fr", "jusqu'à 60", (None, 60, "at-most")),
        ("fr", "jusqu’à 60", (None, 60, "at-most")),
        ("fr", "au plus 60", (None, 60, "at-most")),
        ("fr", "au maximum 60", (None, 60, "at-most")),
        ("fr", "environ 60", (60, 60, "about")),
        ("fr", "quelque 60", (60, 60, "about")),
        ("fr", "près de 60", (60, 60, "about")),
        ("fr", "près d'une soixantaine", (60, 60, "about")),
        ("fr", "60 environ", (60, 60, "about")),
        ("fr", "60 au moins", (60, None, "at-least")),
        ("fr", "60 ou plus", (60, None, "at-least")),
        ("fr", "60 au maximum", (None, 60, "at-most")),
        ("fr", "en moyenne 60", (60, 60, "about")),
        ("en", "at least 37", (37, None, "at-least")),
        ("en", "no fewer than 37", (37, None, "at-least")),
        ("en", "more than 60", (61, None, "at-least")),
        ("en", "over 60", (61, None, "at-least")),
        ("en", "more than a hundred", (101, None, "at-least")),
        ("en", "fewer than 60", (None, 59, "at-most")),
        ("en", "up to 60", (None, 60, "at-most")),
        ("en", "as many as 60", (None, 60, "at-most")),
        ("en", "no more than 60", (None, 60, "at-most")),
        ("en", "about 60", (60, 60, "about")),
        ("en", "some 60", (60, 60, "about")),
        ("en", "an estimated 60", (60, 60, "about")),
        ("en", "nearly sixty", (60, 60, "about")),
        ("en", "60 or more", (60, None, "at-least")),
        ("en", "60 or so", (60, 60, "about")),
        ("en", "a hundred or so", (100, 100, "about")),
        ("en", "2,000-plus", (2000, None, "at-least")),
        ("fr", "quelques 200", (200, 200, "about")),
    ],
)
def test_modifiers_open_or_close_the_amount(code: str, text: str, amount: Amount) -> None:
    number = only(code, text)
    assert (number.low, number.high, number.wording) == amount
    assert number.span.of(text) == text


@pytest.mark.parametrize(
    ("code", "text", "core"),
    [
        ("fr", "au moins 37 civils", "37"),
        ("fr", "plus d'une centaine de civils", "une centaine"),
        ("en", "some 60 people", "60"),
        ("en", "between 16 and 25 people", "between 16 and 25"),
    ],
)
def test_the_core_is_the_amount_without_its_modifier(code: str, text: str, core: str) -> None:
    number = only(code, text)
    assert number.core.of(text) == core
    assert number.span.holds(number.core)


@pytest.mark.parametrize(
    ("code", "text", "amount"),
    [
        ("fr", "entre 16 et 25 corps", (16, 25, "between")),
        ("fr", "entre seize et vingt-cinq corps", (16, 25, "between")),
        ("fr", "20 à 30 corps", (20, 30, "between")),
        ("fr", "de 20 à 30 corps", (20, 30, "between")),
        ("fr", "deux ou trois corps", (2, 3, "between")),
        ("fr", "60-90 corps", (60, 90, "between")),
        ("fr", "60–90 corps", (60, 90, "between")),
        ("fr", "deux à trois mille corps", (2000, 3000, "between")),
        ("fr", "trois à quatre cents corps", (300, 400, "between")),
        ("fr", "une à deux centaines de corps", (100, 200, "between")),
        ("fr", "entre 1 200 et 1 500 corps", (1200, 1500, "between")),
        ("en", "between 16 and 25 bodies", (16, 25, "between")),
        ("en", "20 to 30 bodies", (20, 30, "between")),
        ("en", "from 20 to 30 bodies", (20, 30, "between")),
        ("en", "two or three bodies", (2, 3, "between")),
        ("en", "60-90 bodies", (60, 90, "between")),
        ("en", "60–90 bodies", (60, 90, "between")),
        ("en", "two to three thousand bodies", (2000, 3000, "between")),
    ],
)
def test_ranges_keep_both_ends(code: str, text: str, amount: Amount) -> None:
    assert amounts(code, text) == [amount]


@pytest.mark.parametrize(
    ("code", "text", "share"),
    [
        ("fr", "la moitié des victimes", 0.5),
        ("fr", "un tiers des victimes", 0.3333),
        ("fr", "les deux tiers des victimes", 0.6667),
        ("fr", "un quart des victimes", 0.25),
        ("fr", "trois quarts des victimes", 0.75),
        ("fr", "30 % des victimes", 0.3),
        ("fr", "30% des victimes", 0.3),
        ("fr", "30\u202f% des victimes", 0.3),
        ("fr", "12,5 % des victimes", 0.125),
        ("fr", "trente pour cent des victimes", 0.3),
        ("en", "half of the victims", 0.5),
        ("en", "a third of the victims", 0.3333),
        ("en", "two thirds of the victims", 0.6667),
        ("en", "two-thirds of the victims", 0.6667),
        ("en", "a quarter of the victims", 0.25),
        ("en", "30% of the victims", 0.3),
        ("en", "12.5 percent of the victims", 0.125),
        ("en", "thirty per cent of the victims", 0.3),
    ],
)
def test_shares_carry_no_count(code: str, text: str, share: float) -> None:
    number = only(code, text)
    assert (number.low, number.high, number.share) == (None, None, share)


@pytest.mark.parametrize(
    ("code", "text", "wording"),
    [
        ("fr", "plus de la moitié des victimes", "at-least"),
        ("fr", "environ un tiers des victimes", "about"),
        ("fr", "près de 30 % des victimes", "about"),
        ("fr", "moins de 30 % des victimes", "at-most"),
        ("en", "more than half of the victims", "at-least"),
        ("en", "about a third of the victims", "about"),
        ("en", "up to 30% of the victims", "at-most"),
    ],
)
def test_the_hedge_of_a_share_is_its_wording(code: str, text: str, wording: str) -> None:
    number = only(code, text)
    assert number.wording == wording
    assert number.share is not None
    assert number.low is None


@pytest.mark.parametrize(
    ("code", "text"),
    [("fr", "un policier"), ("fr", "une passante"), ("en", "a policeman"), ("en", "an onlooker")],
)
def test_a_bare_article_is_one_and_marked(code: str, text: str) -> None:
    number = only(code, text)
    assert (number.low, number.high, number.one) == (1, 1, True)


@pytest.mark.parametrize(("code", "text"), [("en", "one policeman"), ("fr", "vingt et un policiers")])
def test_a_number_word_is_no_article(code: str, text: str) -> None:
    assert not only(code, text).one


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "aucun mort"),
        ("fr", "zéro mort"),
        ("en", "not a single death"),
        ("fr", "nul blessé"),
        ("en", "no casualties"),
        ("en", "zero deaths"),
    ],
)
def test_none_is_zero_and_not_unknown(code: str, text: str) -> None:
    assert amounts(code, text) == [(0, 0, "exact")]

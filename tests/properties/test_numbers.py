"""What always holds of numbers; and number words spelled out by an independent speller are read back exactly."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bilan.annotate.numbers import find_numbers
from bilan.languages.load import list_languages, load_language
from bilan.model.text import Span

SLOW_START = settings(deadline=None)  # the first example loads packs
VOCABULARY = """deux cent mille vingt et un une million dizaine de milliers plus moins entre 12 1.200 3,5 % à ou – -
dozen hundred thousand and a half several some more than between to at least or ٣٥ ans years aucun no"""
WORDS = st.sampled_from(VOCABULARY.split())
TEXTS = st.lists(WORDS | st.sampled_from([" ", "\u00a0", "-", ",", "’", "\n"]) | st.text(max_size=4), max_size=25).map(
    " ".join
) | st.text(max_size=60)

FRENCH_TO_19 = """zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize
dix-sept dix-huit dix-neuf"""
FRENCH = FRENCH_TO_19.split()
FRENCH_TENS = {2: "vingt", 3: "trente", 4: "quarante", 5: "cinquante", 6: "soixante"}
ENGLISH_TO_19 = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
sixteen seventeen eighteen nineteen"""
ENGLISH = ENGLISH_TO_19.split()
ENGLISH_TENS = dict(enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2))


def spell_french(value: int) -> str:
    """Spell 1 to 999,999 as French schoolbooks do (spelling before 1990)."""
    thousands, rest = divmod(value, 1000)
    parts = [] if not thousands else ["mille"] if thousands == 1 else [_french_hundreds(thousands, last=False), "mille"]
    return " ".join([*parts, *([_french_hundreds(rest, last=True)] if rest else [])])


def _french_hundreds(value: int, *, last: bool) -> str:
    hundreds, rest = divmod(value, 100)
    words = []
    if hundreds:
        plural = "s" if hundreds > 1 and not rest and last else ""
        words = [*([FRENCH[hundreds]] if hundreds > 1 else []), "cent" + plural]
    return " ".join([*words, *([_french_tens(rest, last=last)] if rest else [])])


def _french_tens(value: int, *, last: bool) -> str:
    if value < 20:
        return FRENCH[value]
    if value >= 80:
        return f"quatre-vingt-{FRENCH[value - 80]}" if value > 80 else "quatre-vingts" if last else "quatre-vingt"
    tens, unit = divmod(value, 10) if value < 70 else (6, value - 60)
    if not unit:
        return FRENCH_TENS[tens]
    return f"{FRENCH_TENS[tens]} et {FRENCH[unit]}" if unit in {1, 11} else f"{FRENCH_TENS[tens]}-{FRENCH[unit]}"


def spell_english(value: int, *, britain: bool) -> str:
    """Spell 1 to 999,999 in English, with "and" as in Britain or without."""
    thousands, rest = divmod(value, 1000)
    words = [_english_hundreds(thousands, britain=britain), "thousand"] if thousands else []
    return " ".join([*words, *([_english_hundreds(rest, britain=britain)] if rest else [])])


def _english_hundreds(value: int, *, britain: bool) -> str:
    hundreds, rest = divmod(value, 100)
    words = [ENGLISH[hundreds], "hundred"] if hundreds else []
    if hundreds and rest and britain:
        words.append("and")
    if rest:
        tens, unit = divmod(rest, 10)
        ten = ENGLISH_TENS.get(tens, "")
        words.append(ENGLISH[rest] if rest < 20 else f"{ten}-{ENGLISH[unit]}" if unit else ten)
    return " ".join(words)


@pytest.mark.parametrize(
    ("value", "french", "english"),
    [
        (21, "vingt et un", "twenty-one"),
        (71, "soixante et onze", "seventy-one"),
        (80_000, "quatre-vingt mille", "eighty thousand"),
        (200, "deux cents", "two hundred"),
        (
            91_284,
            "quatre-vingt-onze mille deux cent quatre-vingt-quatre",
            "ninety-one thousand two hundred and eighty-four",
        ),
        (1_001, "mille un", "one thousand one"),
    ],
)
def test_the_spellers_themselves_spell_as_schoolbooks_do(value: int, french: str, english: str) -> None:
    assert spell_french(value) == french
    assert spell_english(value, britain=True) == english


@SLOW_START
@given(st.integers(2, 999_999))
def test_french_number_words_are_read_back(value: int) -> None:
    _read_back("fr", spell_french(value), value)


@SLOW_START
@given(st.integers(2, 999_999), st.booleans())
def test_english_number_words_are_read_back(value: int, britain: bool) -> None:  # noqa: FBT001  # drawn by Hypothesis
    _read_back("en", spell_english(value, britain=britain), value)


@pytest.mark.parametrize("code", ["fr", "en"])
def test_every_number_word_below_two_thousand_is_read_back(code: str) -> None:
    for value in range(2, 2000):
        _read_back(code, spell_french(value) if code == "fr" else spell_english(value, britain=True), value)


def test_no_run_of_digits_is_too_long_to_be_read() -> None:
    text = "9" * 400
    find_numbers(text, load_language("fr"), [Span(0, len(text))])


@pytest.mark.xfail(strict=True, reason="digits pass through float: exact up to 2**53 only")
def test_digits_are_read_to_the_last_one() -> None:
    _read_back("fr", "12345678901234567891", 12_345_678_901_234_567_891)


@SLOW_START
@given(st.integers(0, 10**9), st.sampled_from(["", " ", "\u00a0", "\u202f", "\u2009", ".", ",", "'", "’"]))
def test_grouped_digits_are_read_back(value: int, mark: str) -> None:
    _read_back("fr", f"{value:,}".replace(",", mark), value)


@SLOW_START
@given(st.integers(0, 10**6), st.sampled_from(["٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "०१२३४५६७८९"]))
def test_digits_of_other_scripts_are_read_back(value: int, digits: str) -> None:
    _read_back("fr", "".join(digits[int(c)] for c in str(value)), value)


@SLOW_START
@given(TEXTS, st.sampled_from(list_languages()), st.data())
def test_numbers_lie_in_their_span_in_order_and_apart_with_low_up_to_high(
    text: str, code: str, data: st.DataObject
) -> None:
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=4)))
    spans = [Span(a, b) for a, b in pairwise([0, *cuts, len(text)]) if a < b]
    found = find_numbers(text, load_language(code), spans)
    for number in found:
        assert any(span.holds(number.span) for span in spans)
        assert number.span.holds(number.core)
        assert number.core.start < number.core.end
        assert number.low is None or number.low >= 0
        assert number.low is None or number.high is None or number.low <= number.high
        assert number.share is None or (number.low is None and number.high is None)
    for one, other in pairwise(found):
        assert one.span.end <= other.span.start


@SLOW_START
@given(TEXTS, st.sampled_from(list_languages()))
def test_an_amount_that_is_no_share_has_at_least_one_end(text: str, code: str) -> None:
    for number in find_numbers(text, load_language(code), [Span(0, len(text))]):
        assert number.share is not None or number.low is not None or number.high is not None


@SLOW_START
@given(TEXTS, st.text(alphabet=" xyz.", max_size=10))
def test_text_outside_the_spans_changes_nothing_but_the_offsets(text: str, before: str) -> None:
    pack, shift = load_language("fr"), len(before) + 1
    alone = find_numbers(text, pack, [Span(0, len(text))])
    within = find_numbers(f"{before} {text}", pack, [Span(shift, shift + len(text))])
    assert [(n.low, n.high, n.wording, n.span.start + shift) for n in alone] == [
        (n.low, n.high, n.wording, n.span.start) for n in within
    ]


def _read_back(code: str, words: str, value: int) -> None:
    text = f"voici {words}"
    (number,) = find_numbers(text, load_language(code), [Span(0, len(text))])
    assert (number.low, number.high, number.wording) == (value, value, "exact"), words
    assert number.span.of(text) == words

"""Numbers, times and places in words: never finer than what is known."""

import pytest

from bilan.model.claim import Count
from bilan.model.incident import Figure
from bilan.model.place import Place
from bilan.model.time import TimeSpan
from bilan.web import text
from bilan.web.catalogue import load_catalogue

EN, FR, AR = (load_catalogue(language) for language in ("en", "fr", "ar"))


def figure(low: int | None, best: int | None, high: int | None, *, is_open: bool = False, claims: int = 2) -> Figure:
    """Make a figure of killed that rests on so many claims."""
    ids = tuple(f"clm-{number}" for number in range(claims))
    return Figure("killed", "all", low, best, high, open=is_open, claims=ids, policy="ucdp", reason="")


def test_unknown_is_said_to_be_unknown_and_never_zero() -> None:
    assert text.say_number(EN, None) == "not stated"
    assert text.say_number(FR, None) == "non précisé"
    assert text.say_number(EN, 0) == "0"
    assert text.say_figure(EN, figure(None, None, None)) == "not stated"


def test_an_open_figure_stays_open() -> None:
    assert text.say_best(FR, figure(37, 37, 45, is_open=True)) == "au moins 37"
    assert text.say_figure(EN, figure(37, 37, 45, is_open=True)) == "at least 37; the highest number named is 45"
    assert text.say_figure(EN, figure(9, 9, 9, is_open=True)) == "at least 9; no upper bound is given"


def test_an_open_figure_with_a_lower_bound_below_its_best_is_not_called_at_least() -> None:
    odd = figure(30, 37, 45, is_open=True)
    assert text.say_best(EN, odd) == "37"
    assert text.say_figure(EN, odd) == "lowest 30, best 37, highest named 45; no upper bound is given"


def test_the_first_of_a_month_is_written_as_the_language_does() -> None:
    assert text.say_day(FR, "2014-11-01") == "1er novembre 2014"
    assert text.say_day(FR, "2014-11-21") == "21 novembre 2014"
    assert text.say_day(EN, "2014-11-01T10:00:00Z") == "1 November 2014"


def test_a_figure_without_a_best_shows_its_range_and_says_so() -> None:
    assert text.say_best(EN, figure(20, None, 99)) == "20–99"
    assert text.say_figure(EN, figure(20, None, 99)) == "20–99; the words allow no best figure"
    assert text.say_best(EN, figure(3, None, None)) == "at least 3"


def test_a_figure_in_which_all_agree_is_one_number() -> None:
    assert text.say_figure(EN, figure(12, 12, 12)) == "12, in every report that gives a number"
    assert text.say_figure(EN, figure(12, 12, 12, claims=1)) == "12, the only number given"


def test_a_vague_count_shows_its_bounds_and_its_words() -> None:
    assert text.say_count(FR, Count(20, 99, "vague", "des dizaines")) == "20–99 (« des dizaines »)"


def test_a_count_without_numbers_shows_its_words() -> None:
    assert text.say_count(EN, Count(None, None, "vague", "scores")) == "“scores”"


def test_a_count_known_from_below_only_is_at_least() -> None:
    assert text.say_count(EN, Count(37, None, "at-least", "37")) == "at least 37"
    assert text.say_count(EN, Count(None, 12, "at-most", "12")) == "at most 12"


def test_numbers_are_grouped_as_the_language_does() -> None:
    assert text.say_number(EN, 12345) == "12,345"
    assert text.say_number(FR, 12345) == "12\u202f345"


def test_a_range_of_digits_keeps_its_order_in_arabic() -> None:
    assert text.say_range(AR, 20, 99) == "من 20 إلى 99"
    assert text.say_share(AR, 0.5).startswith("\u2066")


@pytest.mark.parametrize(
    ("time", "said"),
    [
        (TimeSpan("", "2023-03-14", "2023-03-14", 1), "14 March 2023"),
        (TimeSpan("", "2023-02-20", "2023-02-22", 2), "20–22 Feb 2023"),
        (TimeSpan("", "2023-02-01", "2023-02-28", 4), "February 2023"),
        (TimeSpan("", "2023-02-01", "2023-02-20", 4), "1–20 Feb 2023"),
        (TimeSpan("", "2019-01-01", "2019-12-31", 5), "2019"),
        (TimeSpan("", "2019-01-01", "2021-12-31", 5), "2019–2021"),
        (TimeSpan("", "2023-03-14", None, 5), "since 14 March 2023"),
        (TimeSpan("", None, "2023-03-14", 5), "until 14 March 2023"),
        (TimeSpan("", anchor="publication", offset="-P2W"), "2 weeks before publication"),
        (TimeSpan("", anchor="previous", offset="P1D"), "1 day after the time named earlier"),
        (TimeSpan("", anchor="publication", offset="-P2W", every="P1D"), "2 weeks before publication, every day"),
        (TimeSpan("", every="P2D"), "every 2 days"),
        (TimeSpan("lately"), "day not known"),
        (None, "time not stated"),
    ],
)
def test_a_time_is_said_as_finely_as_it_is_known(time: TimeSpan | None, said: str) -> None:
    assert text.say_time(EN, time).replace("\u2009", "") == said


def test_a_duration_has_its_plural_in_each_language() -> None:
    assert text.say_duration(FR, "P1Y2M") == "1 an et 2 mois"
    assert text.say_duration(AR, "-P2W") == "أسبوعين"
    assert text.say_duration(EN, "PT3H") == "PT3H"


def test_a_place_known_by_its_country_only_is_the_country() -> None:
    assert text.say_place(FR, Place("Syrie", "Syria", "x", 35.0, 38.0, "SY", 6)) == "Syrie"
    assert text.say_place(EN, Place("Alep", "Aleppo", "x", 36.2, 37.2, "SY", 1)) == "Aleppo, Syria"
    assert text.say_place(EN, Place("Nulle-Part")) == "Nulle-Part"
    assert text.say_place(EN, None) == "place not stated"


def test_a_place_in_arabic_isolates_its_latin_name() -> None:
    assert text.say_place(AR, Place("Alep", "Aleppo", "x", 36.2, 37.2, "SY", 1)) == "\u2068Aleppo\u2069، سوريا"


def test_precision_is_said_in_words() -> None:
    assert text.say_place_precision(EN, Place("x", precision=4)) == "only the province is known"
    assert text.say_place_precision(EN, None) == "not located"
    assert text.say_time_precision(EN, TimeSpan("x", "2023-01-01", "2023-01-01", 1)) == "to the day"
    assert text.say_time_precision(EN, TimeSpan("x", anchor="publication", offset="-P1D", precision=1)) == "no date"

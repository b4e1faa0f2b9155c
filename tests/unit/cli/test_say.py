"""Numbers, places and times as words to read."""

import pytest

from bilan.cli.say import isolate, say_bounds, say_figure, say_place, say_share, say_time
from bilan.model.incident import Figure
from bilan.model.place import Place
from bilan.model.time import TimeSpan


def figure(low: int | None, best: int | None, high: int | None, *, is_open: bool = False) -> Figure:
    return Figure("killed", "all", low, best, high, is_open, (), "ucdp", "")


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (figure(18, 18, 31), ("18", "18", "31")),
        (figure(5, 5, 5, is_open=True), ("5", "5", "5+")),
        (figure(2, None, None, is_open=True), ("2+", "?", "?")),
        (figure(0, None, 60), ("0", "?", "60")),
    ],
)
def test_an_open_figure_bears_a_plus_on_the_last_number_known(made: Figure, said: tuple[str, str, str]) -> None:
    assert say_figure(made) == said


@pytest.mark.parametrize(
    ("offset", "said"),
    [
        ("P0W", "the week of publication"),
        ("-P2W", "2 weeks before publication"),
        ("-P1D", "1 day before publication"),
        ("P3M", "3 months after publication"),
        ("-PT6H", "publication -PT6H"),
    ],
)
def test_a_time_that_waits_for_a_date_is_told_in_words(offset: str, said: str) -> None:
    assert say_time(TimeSpan("il y a", anchor="publication", offset=offset)) == said


def test_a_time_with_words_only_is_told_in_them() -> None:
    assert say_time(TimeSpan("tous\nles jours")) == "“tous les jours”"


def test_unknown_is_not_zero() -> None:
    assert (say_bounds(None, None), say_bounds(0, 0), say_bounds(None, 40)) == ("?", "0", "up to 40")
    assert say_share(1 / 3) == "33.3 %"


def test_words_from_right_to_left_are_isolated_and_others_left_alone() -> None:
    assert isolate("الدفاع المدني") == "\u2068الدفاع المدني\u2069"
    assert isolate("Idleb") == "Idleb"
    assert say_place(Place(text="حلب", name="حلب", country="SY")).startswith("\u2068")

"""Words and runs of words that may be names."""

from bilan.annotate.place_runs import find_runs, read_line
from bilan.annotate.place_words import place_words
from bilan.languages.load import load_language
from bilan.model.text import Span

FRENCH, ENGLISH = place_words(load_language("fr")), place_words(load_language("en"))


def test_elided_words_and_possessives_are_left_out() -> None:
    line = read_line("l'est d’Alep", Span(0, 12), FRENCH)
    assert [word.text for word in line.words] == ["est", "Alep"]
    line = read_line("Aleppo's east", Span(0, 13), ENGLISH)
    assert [word.text for word in line.words] == ["Aleppo", "east"]


def test_a_line_of_capitals_is_shouting() -> None:
    text = "FIVE DIE IN HOMS"
    assert read_line(text, Span(0, len(text)), ENGLISH).shouting
    assert not read_line("Five die in Homs", Span(0, len(text)), ENGLISH).shouting


def test_runs_are_longest_first_and_never_cross_a_comma() -> None:
    text = "Deir ez-Zor, Raqqa"
    runs = [(run.first, run.last) for run in find_runs(text, read_line(text, Span(0, len(text)), ENGLISH), ENGLISH)]
    assert runs == [(0, 2), (0, 0), (1, 2), (2, 2), (3, 3)]


def test_a_name_may_begin_with_a_small_article_before_a_hyphen() -> None:
    text = "vers al-Bab"
    line = read_line(text, Span(0, len(text)), FRENCH)
    starts = {line.words[run.first].text for run in find_runs(text, line, FRENCH)}
    assert starts == {"al", "Bab"}

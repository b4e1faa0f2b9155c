"""Quotations over several sentences and the speaker beside them."""

from bilan.claims.quotations import find_quotations, quoted_speakers
from bilan.model.claim import Speaker
from bilan.model.text import Span

MAYOR = Speaker("maire", "dire", None, None)


def test_angle_and_curly_marks_enclose_a_quotation_over_several_sentences() -> None:
    text = "« Un mort. Deux blessés. » Puis “rien”."
    assert [span.of(text) for span in find_quotations(text)] == ["« Un mort. Deux blessés. »", "“rien”"]


def test_a_straight_mark_closes_on_its_own_paragraph() -> None:
    text = 'He said "one died\n\nAnd "two" more.'
    assert [span.of(text) for span in find_quotations(text)] == ['"two"']


def test_a_mark_that_is_never_closed_quotes_nothing() -> None:
    assert find_quotations("« Un mort, dit-il.") == []


def test_the_speaker_behind_a_quotation_comes_before_the_one_ahead_of_it() -> None:
    text = "X dit : « Un mort. » a dit le maire"
    other = Speaker("X", "dire", None, None)
    verbs = [(text.index("dit :"), other), (text.index("dit le"), MAYOR)]
    assert quoted_speakers(text, verbs) == [(Span(8, 20), MAYOR)]

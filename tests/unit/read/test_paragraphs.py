"""Lines become paragraphs: headlines stand alone, hard-wrapped lines are joined."""

from bilan.read.paragraphs import find_lines, find_paragraphs

WRAPPED = """The convoy was hit on the road that leads from the village to
the river shortly before dawn on Monday, and nine people died
in the first lorry, the district governor told a radio station
in the capital."""


def _paragraphs(text: str) -> list[str]:
    return [span.of(text) for span in find_paragraphs(text)]


def test_a_headline_does_not_run_into_what_stands_below_it() -> None:
    headline, body = (
        "Nine dead in convoy attack",
        "The convoy was hit at dawn. Nine people died in the first lorry. " * 3,
    )
    assert _paragraphs(f"{headline}\n{body}") == [headline, body.strip()]


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    assert _paragraphs(WRAPPED) == [WRAPPED]


def test_hard_wrapped_capitals_are_one_paragraph() -> None:
    assert _paragraphs(WRAPPED.upper()) == [WRAPPED.upper()]


def test_a_blank_line_parts_hard_wrapped_paragraphs() -> None:
    assert _paragraphs(f"{WRAPPED}\n  \n{WRAPPED}\r\n\r\n{WRAPPED}") == [WRAPPED] * 3


def test_a_list_of_headlines_as_long_as_wrapped_lines_stays_a_list() -> None:
    headlines = [
        "Nine dead as convoy comes under fire near the river crossing",
        "Governor resigns after the third raid on the town in a month",
        "Aid lorries reach the besieged quarter for the first time",
        "Rebels and army trade blame for the broken ceasefire deal",
    ]
    assert _paragraphs("\n".join(headlines)) == headlines


def test_a_list_with_bullets_stays_a_list() -> None:
    items = [
        "- Gao: twelve dead and thirty wounded in the market blast",
        "- Kidal: three dead in an ambush on the road",
    ] * 2
    assert _paragraphs("\n".join(items)) == items


def test_a_short_line_that_goes_on_in_small_letters_is_joined() -> None:
    assert _paragraphs("Nine dead\nin convoy attack") == ["Nine dead\nin convoy attack"]


def test_every_kind_of_line_break_ends_a_line_and_white_space_is_left_out() -> None:
    text = " A \r\n\tB\rC\u2028D\u2029E\x0bF\x0cG\x85H \n\n"
    assert [span.of(text) for span in find_lines(text)] == list("ABCDEFGH")


def test_right_to_left_lines_stand_alone() -> None:
    text = "سبعة قتلى في غارة\nقتل سبعة مدنيين في غارة جوية على السوق."
    assert _paragraphs(text) == text.split("\n")

"""Small letters given back to a text in capitals."""

from hypothesis import given
from hypothesis import strategies as st

from bilan.evaluate.truecase import learn_cases, restore_case

CASES = learn_cases(
    ["Yesterday the army of Peru killed two men near Lima.", "He saw the army decompose. The end is near."]
)


def test_words_are_written_as_they_mostly_are_and_sentences_open_with_a_capital() -> None:
    found = restore_case("THE ARMY OF PERU KILLED TWO MEN.  NEAR LIMA THE ARMY", CASES)
    assert found == "The army of Peru killed two men.  Near Lima the army"


def test_unknown_words_are_names_unless_their_stem_is_known() -> None:
    assert restore_case("NEAR CALLETO DECOMPOSED", CASES) == "Near Calleto decomposed"


def test_initials_in_brackets_keep_their_capitals_everywhere() -> None:
    assert restore_case("THE ARMY [XYZ]. THE XYZ", CASES) == "The army [XYZ]. The XYZ"


def test_initials_before_the_words_they_stand_for_keep_their_capitals() -> None:
    assert restore_case("NEAR XYC [XAN OF YRE CUR] THE XYC", CASES) == "Near XYC [Xan of Yre Cur] the XYC"
    assert restore_case("NEAR LIMA [XAN YRE]", CASES) == "Near Lima [Xan Yre]"
    assert restore_case("THE XYC", CASES, {"XYC"}) == "The XYC"


def test_the_word_that_opens_a_sentence_teaches_nothing() -> None:
    assert "yesterday" not in CASES
    assert "he" not in CASES


@given(st.text())
def test_nothing_but_case_changes(text: str) -> None:
    found = restore_case(text.upper(), CASES)
    assert len(found) == len(text.upper())
    assert found.casefold() == text.upper().casefold()

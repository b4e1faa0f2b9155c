"""Reasons in the page's language, and marked with the language they are in."""

from bilan.figures.explain import reason, tell
from bilan.web.catalogue import load_catalogue
from bilan.web.reasons import tell_reason

STORED = tell([reason("lowest", numbers="17, 21")])


def test_a_stored_reason_is_told_in_french() -> None:
    told = tell_reason(load_catalogue("fr"), STORED)
    assert told.language == "fr"
    assert told.text == tell([reason("lowest", numbers="17, 21")], "fr").removesuffix(".")


def test_a_reason_the_page_has_no_words_for_stays_english_and_says_so() -> None:
    told = tell_reason(load_catalogue("fr"), "A tax on bread.")
    assert (told.text, told.language) == ("A tax on bread", "en")


def test_a_page_language_without_messages_keeps_the_stored_words() -> None:
    told = tell_reason(load_catalogue("en"), STORED)
    assert told.text == STORED.removesuffix(".")

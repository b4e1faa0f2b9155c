"""Reasons in words, in English and French, and back."""

import re

import pytest

from bilan.errors import LanguageError
from bilan.figures.explain import LANGUAGES, Reason, load_messages, read_back, reason, retell, tell

KEYS = sorted(load_messages("en"))
BLANK = re.compile(r"\{(\w+)\}")


def filled(key: str) -> Reason:
    return Reason(key, tuple((name, "12") for name in BLANK.findall(load_messages("en")[key])))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_every_message_with_the_same_blanks(language: str) -> None:
    messages = load_messages(language)

    assert sorted(messages) == KEYS
    for key in KEYS:
        assert set(BLANK.findall(messages[key])) == set(BLANK.findall(load_messages("en")[key])), key


@pytest.mark.parametrize("key", KEYS)
def test_every_stored_sentence_can_be_read_back(key: str) -> None:
    item = filled(key)

    found = read_back(tell([item]))

    assert found is not None
    assert tell([found[0]]) == tell([item])
    assert tell([found[0]], "fr") == tell([item], "fr")


def test_a_stored_explanation_is_told_in_french() -> None:
    stored = tell([reason("lowest", numbers="7, 13"), reason("updated")])

    assert retell(stored, "fr") == tell([reason("lowest", numbers="7, 13"), reason("updated")], "fr")


def test_words_that_are_no_message_are_left_as_they_are() -> None:
    assert retell("A person wrote this.", "fr") == "A person wrote this."


def test_a_language_without_messages_is_an_error() -> None:
    with pytest.raises(LanguageError, match="languages here: en, fr"):
        retell("One number is given: 7.", "xx")

"""Whom a pronoun stands for: who agrees and spoke, and nobody where that is not plain."""

import pytest

from bilan.annotate.cues import Cue
from bilan.claims.antecedents import Named, antecedent
from bilan.model.claim import Speaker


def named(words: str, *, spoke: bool = True, plural: bool = False, gender: str = "", sort: str = "person") -> Named:
    return Named(Speaker(words, "", None, None), 0, spoke, plural, gender, sort)


def pronoun(value: str) -> Cue:
    return Cue(0, 0, "pronoun", value, "il")


def resolved(value: str, *groups: list[Named]) -> str | None:
    speaker = antecedent(pronoun(value), groups)
    return speaker.text if speaker else None


@pytest.mark.parametrize(
    ("value", "group", "words"),
    [
        ("masc sing", [named("préfet", gender="masc")], "préfet"),
        ("fem sing", [named("préfet", gender="masc")], None),
        ("masc plur", [named("préfet", gender="masc")], None),
        ("plur group", [named("police", sort="body")], "police"),
        ("person sing", [named("agency", sort="body")], None),
        ("body sing", [named("mayor")], None),
        ("masc sing", [named("État islamique", sort="body")], None),
    ],
)
def test_a_pronoun_takes_only_who_agrees(value: str, group: list[Named], words: str | None) -> None:
    assert resolved(value, group) == words


def test_who_spoke_comes_before_another_subject() -> None:
    assert resolved("person sing", [], [named("mayor"), named("suspect", spoke=False)]) == "mayor"


def test_two_subjects_that_agree_leave_the_speaker_open() -> None:
    assert resolved("person sing", [], [named("mayor", spoke=False), named("suspect", spoke=False)]) is None


def test_a_subject_two_sentences_back_is_too_far_but_a_speaker_is_not() -> None:
    assert resolved("person sing", [], [], [named("suspect", spoke=False)]) is None
    assert resolved("person sing", [], [], [named("mayor")]) == "mayor"

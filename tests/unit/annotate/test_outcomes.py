"""Outcome words: what the tables may hold, and that forms rather than lemmas are looked up."""

import pytest

from bilan.annotate.outcomes import outcome_words
from bilan.languages.load import list_languages, load_language
from bilan.model.claim import OUTCOMES

READINGS = {"act", "state", "person", "deed", "toll"}
VICTIMS = {"patient", "subject", "self", "of", "oblique", "lives"}
PACKS = list_languages()


@pytest.mark.parametrize("code", PACKS)
def test_every_row_speaks_of_a_known_outcome_and_reading(code: str) -> None:
    rows = [word for words in outcome_words(load_language(code)).values() for word in words]
    assert {word.outcome for word in rows} <= {*OUTCOMES, ""}
    assert {word.reading for word in rows} <= READINGS
    assert {word.victims for word in rows} <= VICTIMS


@pytest.mark.parametrize("code", PACKS)
def test_only_a_toll_word_may_leave_its_outcome_open(code: str) -> None:
    rows = [word for words in outcome_words(load_language(code)).values() for word in words]
    assert {word.reading for word in rows if not word.outcome} <= {"toll"}


@pytest.mark.parametrize("code", PACKS)
def test_forms_are_lower_case_single_words(code: str) -> None:
    forms = outcome_words(load_language(code))
    assert [form for form in forms if form != form.lower() or " " in form] == []


@pytest.mark.parametrize("code", PACKS)
def test_rows_with_companions_come_first(code: str) -> None:
    for words in outcome_words(load_language(code)).values():
        with_companions = [bool(word.companions) for word in words]
        assert with_companions == sorted(with_companions, reverse=True)


@pytest.mark.parametrize(
    ("code", "form", "outcome"),
    [
        ("fr", "tués", "killed"),
        ("fr", "tuèrent", "killed"),
        ("fr", "tueraient", "killed"),
        ("fr", "périrent", "killed"),
        ("fr", "blessées", "injured"),
        ("fr", "disparus", "missing"),
        ("fr", "enlevés", "abducted"),
        ("fr", "interpellées", "detained"),
        ("fr", "évacués", "evacuated"),
        ("fr", "hospitalisés", "treated"),
        ("fr", "déplacés", "displaced"),
        ("en", "killing", "killed"),
        ("en", "perished", "killed"),
        ("en", "injured", "injured"),
        ("en", "missing", "missing"),
        ("en", "kidnapped", "abducted"),
        ("en", "detained", "detained"),
        ("en", "evacuated", "evacuated"),
        ("en", "hospitalised", "treated"),
        ("en", "displaced", "displaced"),
        ("en", "trapped", "trapped"),
    ],
)
def test_inflected_forms_carry_the_outcome(code: str, form: str, outcome: str) -> None:
    assert outcome in {word.outcome for word in outcome_words(load_language(code))[form]}


@pytest.mark.parametrize(
    ("code", "form"), [("fr", "taire"), ("fr", "tuile"), ("fr", "mortier"), ("en", "skill"), ("en", "deadline")]
)
def test_words_that_only_look_alike_carry_none(code: str, form: str) -> None:
    assert form not in outcome_words(load_language(code))

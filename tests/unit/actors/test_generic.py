"""The packs' tables of people and of actors without a name keep to the vocabularies of the model."""

import pytest

from bilan.languages.load import load_language
from bilan.model.actor import ACTOR_TYPES
from bilan.model.claim import PEOPLE

LANGUAGES = ("fr", "en")
INTER = {
    "", "State forces", "Rebel group", "Political militia", "Identity militia", "Rioters", "Protesters", "Civilians",
    "External/Other forces",
}  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_actors_without_a_name_have_known_types(language: str) -> None:
    rows = load_language(language).rows("actors_generic")
    assert len({row["lemma"] for row in rows}) == len(rows) > 200
    assert {row["type"] for row in rows} <= set(ACTOR_TYPES)
    assert {row["inter"] for row in rows} <= INTER
    assert {row["side"] for row in rows} == {"speaker", "party", "both"}
    assert all(row["lemma"] == row["lemma"].lower() for row in rows)


def test_both_languages_have_the_same_classes() -> None:
    french, english = ({row["class"] for row in load_language(code).rows("actors_generic")} for code in LANGUAGES)
    assert french == english


@pytest.mark.parametrize("language", LANGUAGES)
def test_nouns_for_humans_keep_to_the_people_of_the_model(language: str) -> None:
    rows = load_language(language).rows("people")
    assert len({row["lemma"] for row in rows}) == len(rows) > 350
    assert {people for row in rows for people in row["people"].split("+")} == set(PEOPLE)
    assert {row["number"] for row in rows} == {"sg", "pl", "any"}
    assert {row["kind"] for row in rows} == {"person", "group", "body", "life", "remains"}
    assert all((row["count"] == "0") == (row["kind"] == "body") for row in rows)


@pytest.mark.parametrize(
    ("language", "noun", "people", "count"),
    [
        ("fr", "bergère", "civilian+woman", "1"),
        ("fr", "collégiennes", "child+woman", "1"),
        ("fr", "jumeau", "child", "1"),
        ("fr", "couple", "man+woman", "2"),
        ("fr", "blessée", "unknown", "1"),
        ("fr", "gendarmes", "security-forces", "1"),
        ("en", "schoolgirls", "child+woman", "1"),
        ("en", "peacekeeper", "security-forces", "1"),
        ("en", "Kenyans", "unknown", "1"),
        ("en", "truck driver", "worker", "1"),
    ],
)
def test_a_noun_says_who_was_harmed(language: str, noun: str, people: str, count: str) -> None:
    rows = {row["lemma"]: row for row in load_language(language).rows("people")}
    assert (rows[noun.lower()]["people"], rows[noun.lower()]["count"]) == (people, count)

"""Searching the registry as a person does: the sure one first, and why each was found."""

import pytest

from bilan.actors.registry import open_registry
from bilan.actors.search import Found, Wanted, find_actors
from bilan.model.actor import ACTOR_TYPES


def found(words: str, language: str | None = None) -> list[Found]:
    return list(find_actors(open_registry(), Wanted(words, language)))


@pytest.mark.parametrize(
    ("words", "actor", "why"),
    [
        ("Boko Haram", "actor:boko-haram", "name"),
        ("Boco Haram", "actor:boko-haram", "sound"),
        ("l'armée syrienne", "army:SY", "in-frame"),
        ("fighters of Boko Haram", "actor:boko-haram", "in-frame"),
        ("Ahrar", "actor:ahrar-al-sham", "words"),
        ("actor:boko-haram", "actor:boko-haram", "code"),
        ("boko-haram", "actor:boko-haram", "words"),
        ("state:SY", "state:SY", "code"),
        ("hommes armés", "kind:gunmen", "kind"),
        ("the medical teams", "kind:health", "kind"),
        ("Ukranform", "actor:ukrinform", "alike"),
    ],
)
def test_the_actor_meant_is_found_and_why(words: str, actor: str, why: str) -> None:
    assert (actor, why) in [(one.entry.id, one.why) for one in found(words)]


def test_an_acronym_of_two_actors_gives_both_and_in_one_language_the_one_it_means_there_first() -> None:
    assert {one.entry.id for one in found("RSF")} >= {"actor:reporters-without-borders", "actor:rapid-support-forces"}
    assert found("RSF", "en")[0].entry.id == "actor:rapid-support-forces"
    assert found("RSF", "fr")[0].entry.id == "actor:reporters-without-borders"


def test_nothing_is_found_twice() -> None:
    ids = [one.entry.id for one in found("Islamic State")]
    assert len(ids) == len(set(ids)) > 1


def test_without_words_all_that_fit_are_listed() -> None:
    listed = find_actors(open_registry(), Wanted(country="SD"))
    assert {"state:SD", "actor:rapid-support-forces"} <= {one.entry.id for one in listed}
    assert {one.entry.country for one in listed} == {"SD"}
    for kind in ACTOR_TYPES:
        assert {one.entry.type for one in find_actors(open_registry(), Wanted(type=kind))} <= {kind}


def test_a_kind_or_country_holds_for_whatever_was_found() -> None:
    assert find_actors(open_registry(), Wanted("Boko Haram", country="SY")) == ()
    assert [one.entry.id for one in find_actors(open_registry(), Wanted("RSF", type="ngo-monitor"))] == [
        "actor:reporters-without-borders"
    ]


@pytest.mark.parametrize("words", ["xyzzy", "—", "« »"])
def test_what_means_nobody_finds_nobody(words: str) -> None:
    assert found(words) == []

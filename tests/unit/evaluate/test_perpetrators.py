"""Names of those who did it, compared."""

from bilan.evaluate.perpetrators import acting, contains, content_words, names_of, overlaps
from bilan.model.actor import Registry
from bilan.model.claim import Actor
from bilan.pipeline import Tools


def _registry(tools: Tools) -> Registry:
    return tools.registry


def test_only_actors_that_act_are_compared_each_wording_once() -> None:
    actors = [Actor("perpetrator", "Rebels"), Actor("side-a", "rebels"), Actor("target", "a convoy")]
    assert [actor.text for actor in acting(actors)] == ["rebels"]


def test_short_words_tell_nothing_but_names_in_capitals_do() -> None:
    assert content_words("les hommes de la garde") == {"homme", "garde"}
    assert content_words("l'EI") == {"ei"}
    assert content_words("the") == {"the"}


def test_a_shared_word_or_the_same_actor_is_an_overlap(tools: Tools) -> None:
    wanted = names_of("organisation État islamique", _registry(tools), "fr")
    assert wanted.id is not None
    assert overlaps(Actor("perpetrator", "EI", wanted.id), wanted)
    assert overlaps(Actor("perpetrator", "groupe État islamique"), wanted)
    assert not overlaps(Actor("perpetrator", "armée"), wanted)


def test_one_name_contains_the_other() -> None:
    assert contains(Actor("perpetrator", "armed guerrillas"), "GUERRILLA")
    assert not contains(Actor("perpetrator", "armed guerrillas"), "ARMED FORCES")

"""Compare who did it: the actors of ours that act, held against the words of a gold."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from bilan.incidents.profile import fold
from bilan.model.actor import Registry
from bilan.model.claim import Actor

ACTING = ("perpetrator", "side-a", "side-b", "claimed-by", "accused-by")
MIN_WORD = (
    4  # letters: shorter words are mostly articles and prepositions; names in capitals ("EI") count at any length
)

_WORD = re.compile(r"[^\W_]+")


class Names(NamedTuple):
    """What can be compared of a name: its folded words, plural endings off, and the actor it stands for."""

    words: frozenset[str]
    id: str | None


def acting(actors: Iterable[Actor]) -> tuple[Actor, ...]:
    """Return the actors that did something, each wording once."""
    found = {fold(actor.text): actor for actor in actors if actor.role in ACTING}
    return tuple(found.values())


def names_of(text: str, registry: Registry, language: str) -> Names:
    """Return what can be compared of a gold's words."""
    match = registry.match([text], language)[0]
    return Names(content_words(text), match.id if match else None)


def content_words(text: str) -> frozenset[str]:
    """Return the words of a name that tell something; all of them where none does."""
    words = _WORD.findall(text)
    told = [word for word in words if len(word) >= MIN_WORD or word.isupper()] or words
    return frozenset(fold(word).removesuffix("s") for word in told)


def overlaps(actor: Actor, gold: Names) -> bool:
    """Tell whether an actor shares a word with the gold's name, or is the same actor in other words."""
    same = actor.id is not None and actor.id == gold.id
    return same or not content_words(actor.text).isdisjoint(gold.words)


def contains(actor: Actor, gold: str) -> bool:
    """Tell whether all words of an actor's name stand in the gold's or the other way round."""
    ours, theirs = content_words(actor.text), content_words(gold)
    return ours <= theirs or theirs <= ours

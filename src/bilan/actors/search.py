"""Searching the registry, for people: every actor some words may mean, and why.

Reading a report takes only the one actor that is sure (`registry`); a person searching sees that one first, then
kinds without a name, every actor with these words in a name, those a code stands for, and where there are none, what is
written nearly so.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rapidfuzz import fuzz, process

from bilan.actors.kinds import find_kinds
from bilan.actors.names import key_of, words_of
from bilan.actors.registry import EXACT, SOUND, ActorRegistry
from bilan.actors.states import list_states
from bilan.model.actor import ActorEntry, ActorMatch

LANGUAGES = ("fr", "en", "ar")
MIN_ALIKE = 75.0  # rapidfuzz ratio, 0-100, of names written nearly so
MOST_ALIKE = 5  # how many of these are shown


class Wanted(NamedTuple):
    """What is searched for. `language`: ISO 639-1; `type`: one of ACTOR_TYPES; `country`: ISO 3166-1 alpha-2."""

    words: str = ""
    language: str | None = None
    type: str | None = None
    country: str | None = None


class Found(NamedTuple):
    """An actor found. `why`: how the words mean it; `name`: which of its names they met, "" for none."""

    entry: ActorEntry
    why: str
    name: str = ""


def find_actors(registry: ActorRegistry, wanted: Wanted) -> tuple[Found, ...]:
    """Return the actors some words may mean, the surest first, each once; without words all that fit the rest."""
    every = [entry for entry in (*registry.entries.values(), *list_states()) if _fits(entry, wanted)]
    if not wanted.words.strip():
        return tuple(Found(entry, "listed") for entry in sorted(every, key=lambda entry: (entry.type, entry.id)))
    kinds = [Found(entry, "kind") for entry in find_kinds(wanted.words, wanted.language) if _fits(entry, wanted)]
    found = [*_meant(registry, wanted), *kinds, *_named(every, wanted), *_coded(every, wanted.words.strip())]
    first: dict[str, Found] = {}
    for one in found or _alike(every, wanted):
        first.setdefault(one.entry.id, one)
    return tuple(first.values())


def _fits(entry: ActorEntry, wanted: Wanted) -> bool:
    return wanted.type in {None, entry.type} and wanted.country in {None, entry.country}


def _languages(wanted: Wanted) -> tuple[str, ...]:
    return (wanted.language,) if wanted.language else LANGUAGES


def _meant(registry: ActorRegistry, wanted: Wanted) -> Iterator[Found]:
    """Yield whom a report with these words would mean, in each language."""
    for language in _languages(wanted):
        (match,) = registry.match([wanted.words], language)
        entry = registry.entry(match.id) if match else None
        if match and entry and _fits(entry, wanted):
            yield Found(entry, _why(registry, match), _closest(entry, wanted.words))


def _why(registry: ActorRegistry, match: ActorMatch) -> str:
    if match.score == EXACT:
        return "name"
    return "sound" if match.id in registry.entries and match.score <= SOUND else "in-frame"


def _named(entries: Iterable[ActorEntry], wanted: Wanted) -> list[Found]:
    """Return the actors with every word in one name, the shortest such names first."""
    asked = key_of(words_of(wanted.words, wanted.language or "en")).split() or key_of([wanted.words]).split()
    found: list[Found] = []
    for entry in entries if asked else ():
        names = [name for name in _names(entry, wanted.language) if _holds(name, asked)]
        if names:
            found.append(Found(entry, "words", min(names, key=len)))
    return sorted(found, key=lambda one: (len(one.name), one.entry.id))


def _holds(name: str, asked: Iterable[str]) -> bool:
    words = key_of([name]).split()
    return all(any(word.startswith(part) for word in words) for part in asked)


def _names(entry: ActorEntry, language: str | None) -> list[str]:
    return [entry.name, *(alias.text for alias in entry.aliases if language in {None, alias.language})]


def _coded(entries: Iterable[ActorEntry], code: str) -> Iterator[Found]:
    for entry in entries:
        if code.lower() in {entry.id.lower(), entry.id.partition(":")[2].lower(), entry.cameo.lower()}:
            yield Found(entry, "code")


def _alike(entries: Iterable[ActorEntry], wanted: Wanted) -> list[Found]:
    names = [(entry, name) for entry in entries for name in _names(entry, wanted.language)]
    keys = [key_of([name]) for _, name in names]
    ranked = process.extract(key_of([wanted.words]), keys, scorer=fuzz.ratio, limit=MOST_ALIKE, score_cutoff=MIN_ALIKE)
    return [Found(names[at][0], "alike", names[at][1]) for _, _, at in ranked]


def _closest(entry: ActorEntry, words: str) -> str:
    names = _names(entry, None)
    return max(names, key=lambda name: fuzz.ratio(key_of([name]), key_of([words])))

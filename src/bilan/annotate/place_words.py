"""What a pack knows about names of places, compiled once: places.toml, demonyms.csv and the places-*.csv tables."""

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from bilan.gazetteer.keys import exact_key
from bilan.languages.load import Pack

_WORDS = re.compile(r"[^\W_]+")
_FIRST = re.compile(r"\w+")
WORD_GROUPS = ("elisions", "possessives", "trimmed", "heads", "tails", "titles", "located", "unlike", "particles")


class PlaceWords(NamedTuple):
    """One language's knowledge of place names; the meaning of each part is told in its places.toml."""

    words: Mapping[str, frozenset[str]]
    before: Mapping[str, re.Pattern[str]]
    after: Mapping[str, re.Pattern[str]]
    kinds: re.Pattern[str]  # named groups are gazetteer kinds; on the text before the name
    kinds_ahead: re.Pattern[str]  # the same on a whole lower-case text: ends where a name may begin
    kind_starts: frozenset[str]  # the words a kind can begin with: where none stands neither pattern need be tried
    kinds_after: re.Pattern[str] | None
    actors: Mapping[str, frozenset[str]]
    labels: Mapping[str, frozenset[str]]
    demonyms: Mapping[str, str]  # form → the place's name; lower-case forms where the language writes them small
    demonym_starts: frozenset[str]  # first words of demonyms, lower case
    demonym_length: int  # most words of a demonym
    stops: frozenset[str]  # exact keys of words that are no place unless a preposition of place says so
    ordinary: frozenset[str]  # those that make any name that holds one doubtful
    given: frozenset[str]  # exact keys of first names
    outlets: frozenset[str]  # exact keys of names that hold a place's name and are none


@cache
def place_words(pack: Pack) -> PlaceWords:
    """Compile a pack's knowledge of place names; empty sets where it has none."""
    table = pack.toml("places")
    demonyms = {
        row["base"] + ending: row["place"] for row in pack.rows("demonyms") for ending in row["endings"].split("|")
    }
    words = table.get("words", {})
    return PlaceWords(
        words={group: frozenset(words.get(group, ())) for group in WORD_GROUPS},
        before={name: re.compile(pattern) for name, pattern in table.get("before", {}).items()},
        after={name: re.compile(pattern) for name, pattern in table.get("after", {}).items()},
        kinds=_kind_pattern(table["kinds"], table["kinds"]["links"]),
        kinds_ahead=_kind_pattern(table["kinds"], table["kinds"]["links"].removesuffix("$")),
        kind_starts=_kind_starts(table["kinds"]),
        kinds_after=_kind_after_pattern(table["kinds_after"]),
        actors={name: frozenset(values) for name, values in table["actors"].items()},
        labels={name: frozenset(values) for name, values in table["labels"].items()},
        demonyms=demonyms,
        demonym_starts=frozenset(_WORDS.findall(form.lower())[0] for form in demonyms),
        demonym_length=max((len(_WORDS.findall(form)) for form in demonyms), default=0),
        stops=_keys(pack, "places-stops"),
        ordinary=_keys(pack, "places-stops") - frozenset(words.get("particles", ())),
        given=_keys(pack, "places-given"),
        outlets=_keys(pack, "places-outlets"),
    )


def _keys(pack: Pack, table: str) -> frozenset[str]:
    return frozenset(exact_key(word) for row in pack.rows(table) for word in row["words"].split(" | "))


def _kind_pattern(kinds: Mapping[str, object], links: str) -> re.Pattern[str]:
    groups = "|".join(_kind_group(kind, words) for kind, words in kinds.items() if isinstance(words, list))
    return re.compile(rf"\b(?:{groups})s?{links}")


def _kind_starts(kinds: Mapping[str, object]) -> frozenset[str]:
    listed = [word for words in kinds.values() if isinstance(words, list) for word in words]
    firsts = {first.group() for word in listed if (first := _FIRST.match(word))}
    return frozenset(firsts | {first + "s" for first in firsts})


def _kind_after_pattern(kinds: Mapping[str, object]) -> re.Pattern[str] | None:
    groups = "|".join(_kind_group(kind, words) for kind, words in kinds.items() if isinstance(words, list))
    return re.compile(rf"\s+(?:{groups})\b") if groups else None


def _kind_group(kind: str, words: list[str]) -> str:
    return f"(?P<{kind}>{'|'.join(sorted(map(re.escape, words), key=lambda word: (-len(word), word)))})"

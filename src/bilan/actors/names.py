"""How names are folded before they are compared: quotes, articles and elisions go, spelling is levelled.

Keys come from tight to loose, as for places (`bilan.gazetteer.keys`): exact, sound, skeleton.
"""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from bilan.actors.tables import read_rows
from bilan.gazetteer.keys import exact_key, skeleton, sound_key

MIN_PLURAL = 4  # letters: "gaz" keeps its end
FRAMES = Path(__file__).parent / "data" / "frames.csv"
_QUOTES = re.compile(r"[«»“”„\"<>]+")
_ELISION = re.compile(r"\b(?:[ldLD]|[Qq]u)['’](?=\w)")
_POSSESSIVE = re.compile(r"['’]s?(?=\s|$)")


class Frame(NamedTuple):
    """Words round a name in one language: see data/frames.csv."""

    glue: frozenset[str]
    lead: frozenset[str]
    tail: frozenset[str]
    filler: frozenset[str]


@cache
def load_frame(language: str) -> Frame:
    """Load the frame words of a language; empty for one the registry has none of."""
    rows = [row for row in read_rows(FRAMES) if row["language"] == language]
    found = {role: frozenset(row["word"] for row in rows if row["role"] == role) for role in Frame._fields}
    found["lead"] |= {
        exact_key(word) for word in found["lead"] if word == word.upper()
    }  # Arabic: one letter has several forms
    return Frame(**found)


@lru_cache(maxsize=65536)
def words_of(name: str, language: str) -> tuple[str, ...]:
    """Cut a name into its words: no quotes, no articles, no elided or possessive forms; case and accents kept."""
    plain = _QUOTES.sub(" ", name)
    plain = _POSSESSIVE.sub("", _ELISION.sub("", plain))
    glue = load_frame(language).glue
    return tuple(word for word in plain.split() if word.lower() not in glue)


def key_of(words: Sequence[str]) -> str:
    """Return the tight key of some words."""
    return exact_key(" ".join(words))


def sound_of(words: Sequence[str]) -> str:
    """Return the key by sound of some words."""
    return sound_key(" ".join(words))


def bones_of(sound: str) -> str:
    """Return the consonants of a key by sound."""
    return skeleton(sound)


@lru_cache(maxsize=65536)
def singular(word: str) -> str:
    """Drop a plural s or x of a folded word."""
    return word[:-1] if len(word) > MIN_PLURAL - 1 and word[-1] in "sx" else word

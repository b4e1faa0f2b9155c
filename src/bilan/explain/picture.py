"""The picture as records: what `explain` finds, and what the terminal, the page and JSON show.

Token indexes count from 0 in their sentence; `last` is inclusive. Offsets are code points of the text given.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from bilan.claims.strays import REASONS

NO_READING, NO_VICTIM = "no-reading", "no-victim"
WHY: Mapping[str, str] = {
    **REASONS,
    NO_READING: "No reading of the casualty word fits its surroundings.",
    NO_VICTIM: "Nothing in the sentence fills the place of the victims.",
}
"""Each reason code with its words; the page has them in its own languages."""


@dataclass(frozen=True, slots=True)
class Word:
    """One token: part of speech, dependency label, and the token it hangs on (None for a root)."""

    index: int
    text: str
    lemma: str
    pos: str
    dep: str
    head: int | None


@dataclass(frozen=True, slots=True)
class Find:
    """Something found in the words.

    `kind`: number, time, place, people, cue, outcome or trigger; `detail` is what is known of it, in the packs' words.
    """

    kind: str
    first: int
    last: int
    text: str
    detail: str


@dataclass(frozen=True, slots=True)
class Slot:
    """One argument of a clause, with the rule that found it."""

    name: str
    first: int
    last: int
    text: str
    rule: str


@dataclass(frozen=True, slots=True)
class ClausePicture:
    """A predicate that carries an outcome, and who takes part; `said` tells how the verb is said."""

    at: int
    text: str
    kind: str
    lemma: str
    outcome: str
    needs: str
    said: tuple[str, ...]
    slots: tuple[Slot, ...]


@dataclass(frozen=True, slots=True)
class Fired:
    """A claim in the making: its words, the rule that made it, and for each attribute the words that decided it."""

    kind: str
    what: str
    text: str
    rule: str
    attributes: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class NearMiss:
    """What nearly became a claim: its words, the rule, the reason code and the word that decided."""

    text: str
    rule: str
    reason: str
    detail: str


@dataclass(frozen=True, slots=True)
class Stray:
    """A number set aside, with the reason code."""

    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class SentencePicture:
    """All that is known of one sentence."""

    start: int
    end: int
    text: str
    words: tuple[Word, ...]
    finds: tuple[Find, ...]
    clauses: tuple[ClausePicture, ...]
    fired: tuple[Fired, ...]
    near_misses: tuple[NearMiss, ...]
    strays: tuple[Stray, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A text explained, sentence by sentence."""

    language: str
    sentences: tuple[SentencePicture, ...]


def picture_row(picture: Picture) -> dict[str, Any]:
    """Return the picture as one `bilan.explanation/1` record."""
    return {"schema": "bilan.explanation/1", **asdict(picture)}

"""Places: what the words name, what the gazetteer knows, and how fine the answer is."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Protocol

from bilan.model.text import Span


@dataclass(frozen=True, slots=True)
class Candidate:
    """One gazetteer entry a name may stand for.

    `kind`: city · section (of a city) · admin1 · admin2 · country · region · water · facility. `precision` is UCDP's
    where-code (1 exact place … 7 sea or air) that naming this entry gives. `score` lies in 0..1.
    """

    id: str  # "geonames:170063", "bilan:ghouta"
    name: str
    lat: float
    lon: float
    country: str | None  # ISO 3166-1 alpha-2
    kind: str
    precision: int
    population: int = 0
    admin1: str | None = None
    score: float = 0.0
    matched: str = "exact"  # exact · key · sound · fuzzy: how the name was matched


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """Words that may name a place.

    `role`: place (a location) · actor (metonymy: "Moscou a annoncé") · adjective ("syrien": a hint only).
    `cue` is the word that introduces it ("dans", "à", "ville de"), lower case.
    `candidates` are unranked; ranking is the places stage's work.
    """

    span: Span
    text: str
    role: str = "place"
    cue: str | None = None
    candidates: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """Where something happened, as fine as the words: `text` as written, `name` as the gazetteer has it.

    `precision`: UCDP's codes 1-7, None when the words could not be resolved. `rivals` are the other candidates,
    best first, kept because a confidently wrong place is worse than a doubtful one.
    """

    text: str
    name: str | None = None
    id: str | None = None
    lat: float | None = None
    lon: float | None = None
    country: str | None = None
    precision: int | None = None
    span: Span | None = None
    score: float | None = None
    rivals: tuple[Candidate, ...] = ()


class Gazetteer(Protocol):
    """What the stages ask of a gazetteer: batched look-ups, no query per mention."""

    def lookup(self, names: Sequence[str], *, within: Collection[str] | None = None) -> Sequence[Sequence[Candidate]]:
        """Return, for each name in order, its candidates (empty when unknown).

        Args:
            names: Names as written, in any script.
            within: None: only names spelled just so (case, accents and hyphens aside). Else also names that sound the
                same, and, in these countries (ISO 3166-1 alpha-2), loose likenesses.
        """
        ...

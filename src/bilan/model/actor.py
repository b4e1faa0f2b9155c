"""Actors the registry knows: states and their arms, armed groups, organisations, outlets, a few persons."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

ACTOR_TYPES = (
    "state", "government", "army", "police", "armed-group", "coalition", "international-organisation", "media",
    "agency", "ngo-monitor", "person", "office",
)  # fmt: skip


class Alias(NamedTuple):
    """A name an actor goes by in one language (ISO 639-1 code)."""

    language: str
    text: str


@dataclass(frozen=True, slots=True)
class ActorEntry:
    """One actor of the registry.

    `aliases` are all names it goes by. `country` is ISO 3166-1 alpha-2. `parent` is the id of the actor
    it belongs to. `start`, `end`: years, None = open. `inter`: ACLED's actor class as in its CSV, "" where it has none.
    `cameo`: CAMEO actor code.
    """

    id: str
    name: str
    type: str
    aliases: tuple[Alias, ...] = ()
    country: str | None = None
    parent: str | None = None
    start: str | None = None
    end: str | None = None
    inter: str = ""
    cameo: str = ""


@dataclass(frozen=True, slots=True)
class ActorMatch:
    """The actor a name stands for. `score` in 0..1: 1 the very name, less for a bad spelling or a metonym."""

    id: str
    name: str
    type: str
    score: float


@dataclass(frozen=True, slots=True)
class ActorChange:
    """What a person changed in a casebook's own actors.

    `entry`: the actor added, or put in place of the one with its id; None when `actor` was removed. `previous`,
    `digest`: the hash chain of the log.
    """

    actor: str
    entry: ActorEntry | None
    who: str
    when: str  # ISO 8601 date-time with zone
    reason: str
    previous: str = ""
    digest: str = ""


class Registry(Protocol):
    """What the stages ask of an actor registry: batched look-ups, no query per mention."""

    def match(self, names: Sequence[str], language: str) -> Sequence[ActorMatch | None]:
        """Return, for each name in order, the actor it stands for; None when that is not sure."""
        ...

    def entry(self, actor: str) -> ActorEntry | None:
        """Return the entry with this id, None if there is none."""
        ...

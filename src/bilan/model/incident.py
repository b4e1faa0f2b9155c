"""Incidents, their figures, and the envelopes that stand beside them."""

from dataclasses import dataclass

from bilan.model.claim import Actor
from bilan.model.ids import IncidentId
from bilan.model.place import Place
from bilan.model.time import TimeSpan

RELATIONS = (
    "repeats", "supersedes", "part-of", "sums-to", "total-over", "contradicts", "denies", "attributes-only",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Relation:
    """How claim `source` stands to claim `target` (one of RELATIONS), and why, in words."""

    kind: str
    source: str
    target: str
    reason: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A reconciled number on one outcome and one group of people: 0 <= low <= best <= high, None = not known.

    `people` is "all" or one of the claim vocabulary. `claims` are the ids it rests on. `open` marks "at least N".
    """

    outcome: str
    people: str
    low: int | None
    best: int | None
    high: int | None
    open: bool
    claims: tuple[str, ...]
    policy: str
    reason: str


@dataclass(frozen=True, slots=True)
class Incident:
    """Claims about the same happening. `background` when every report only recalls it."""

    id: IncidentId
    event: str
    claims: tuple[str, ...]
    reports: tuple[str, ...]
    place: Place | None = None
    time: TimeSpan | None = None
    tags: tuple[str, ...] = ()
    background: bool = False
    actors: tuple[Actor, ...] = ()
    figures: tuple[Figure, ...] = ()
    relations: tuple[Relation, ...] = ()
    independent_sources: int = 1
    status: str = "open"


@dataclass(frozen=True, slots=True)
class Envelope:
    """A rate, share or cumulative total beside what the recorded incidents explain.

    `recorded_low/best/high` sum the figures of `incidents`, those that fall inside its place and time.
    """

    id: str
    claim: str
    basis: str
    outcome: str
    people: tuple[str, ...]
    low: int | None
    high: int | None
    wording: str
    per: str | None = None
    share: float | None = None
    place: Place | None = None
    time: TimeSpan | None = None
    incidents: tuple[str, ...] = ()
    recorded_low: int | None = None
    recorded_best: int | None = None
    recorded_high: int | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Unlinked:
    """A claim that is in no incident, and why."""

    claim: str
    reason: str

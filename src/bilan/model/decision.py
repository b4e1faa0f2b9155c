"""A person's decisions: only ever added, never changed; the state follows from the log."""

from dataclasses import dataclass

from bilan.model.ids import DecisionId

DECISIONS = ("accept", "reject", "correct", "merge", "part", "undo")


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision of one person.

    `targets`: claim or incident ids it pointed at. `saw`: JSON of what the person saw of them, so that the decision
    can be re-anchored by overlap after rules change. `field`, `value`: for "correct". `undoes`: for "undo".
    `previous`, `digest`: the hash chain of the log.
    """

    id: DecisionId
    kind: str
    targets: tuple[str, ...]
    saw: str
    who: str
    when: str  # ISO 8601 date-time with zone
    reason: str
    field: str | None = None
    value: str | None = None
    undoes: str | None = None
    previous: str = ""
    digest: str = ""


@dataclass(frozen=True, slots=True)
class LinkDecisions:
    """What people decided on linking, as pairs of claim ids: `must` stand together, `cannot` stand together.

    A pair in both is parted: a person's "no" to a link is obeyed through every chain of "yes".
    """

    must: frozenset[frozenset[str]] = frozenset()
    cannot: frozenset[frozenset[str]] = frozenset()

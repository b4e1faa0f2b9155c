"""A claim: who says that what happened, where, when, to whom, how many, how surely."""

from dataclasses import dataclass, field

from bilan.model.ids import ClaimId, short_hash
from bilan.model.place import Place
from bilan.model.text import Quote, Span
from bilan.model.time import TimeSpan

KINDS = ("toll", "event", "need", "statement")
OUTCOMES = (
    "killed", "injured", "missing", "abducted", "detained", "displaced", "evacuated", "treated", "trapped",
)  # fmt: skip
WORDINGS = ("exact", "at-least", "at-most", "about", "between", "vague")
BASES = ("total", "part", "rate", "share", "cumulative")
PERIODS = ("day", "week", "month", "year")
MODALITIES = ("asserted", "hedged", "possible", "planned", "denied")
PEOPLE = (
    "civilian", "combatant", "police", "security-forces", "child", "woman", "man", "aid-worker", "medic",
    "journalist", "politician", "worker", "prisoner", "refugee", "attacker", "hostage", "unknown",
)  # fmt: skip
ACTOR_ROLES = (
    "perpetrator", "target", "side-a", "side-b", "ally-a", "ally-b", "facilitator", "claimed-by", "accused-by",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Count:
    """How many. `low` and `high` are inclusive; None = not known. `text` is the words of the count."""

    low: int | None
    high: int | None
    wording: str
    text: str


@dataclass(frozen=True, slots=True)
class Speaker:
    """One link of an attribution chain: the words, the cue that marks it ("selon", "a déclaré") and its place."""

    text: str
    cue: str
    id: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who takes part in an event, in one role (see ACTOR_ROLES)."""

    role: str
    text: str
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Victim:
    """A person named or described. `age` in years; `sex` is "female", "male" or None; `text` the words."""

    text: str
    name: str | None = None
    age: int | None = None
    sex: str | None = None


@dataclass(frozen=True, slots=True)
class Need:
    """What is lacking: a humanitarian cluster (`sector`) and the items as written."""

    sector: str
    items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """What is said of intent, condition, blame, warning; `content` in the report's words."""

    topic: str
    content: str


@dataclass(frozen=True, slots=True)
class Derived:
    """A value that follows from a claim under a stated condition; never a claim of its own."""

    low: int | None
    high: int | None
    basis: str
    per: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class Links:
    """Ids of claims in the same report that this claim stands in a relation to."""

    part_of: tuple[str, ...] = ()
    share_of: tuple[str, ...] = ()
    supersedes: tuple[str, ...] = ()
    repeats: tuple[str, ...] = ()
    contradicts: tuple[str, ...] = ()
    denies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim. Field by field as in the JSON contract `bilan.claim/1`; vocabularies are the tuples above.

    `report` is the input's id; `digest` the sha256 of its frozen text. `said_by` is outermost first, empty when the
    report itself speaks. `flags` are plain words for a reviewer ("place-doubtful", "background", …).
    """

    id: ClaimId
    report: str
    digest: str
    kind: str
    quote: Quote
    sentence: Span
    maker: str
    event: str | None = None
    tags: tuple[str, ...] = ()
    outcome: str | None = None
    count: Count | None = None
    basis: str = "total"
    per: str | None = None
    share: float | None = None
    derived: tuple[Derived, ...] = ()
    people: tuple[str, ...] = ("unknown",)
    victims: tuple[Victim, ...] = ()
    modality: str = "asserted"
    said_by: tuple[Speaker, ...] = ()
    actors: tuple[Actor, ...] = ()
    need: Need | None = None
    statement: Statement | None = None
    place: Place | None = None
    time: TimeSpan | None = None
    links: Links = field(default_factory=Links)
    flags: tuple[str, ...] = ()


def claim_id(digest: str, kind: str, what: str, span: Span, ordinal: int) -> ClaimId:
    """Name a claim by what it is about and where it stands.

    Neither the maker nor the resolved place is in it: new rules that find the same words keep the id.

    Args:
        digest: sha256 of the report's frozen text.
        kind: one of KINDS.
        what: the outcome of a toll, else the event type, need sector or statement topic.
        span: the quote's span.
        ordinal: 0 for the first claim with all of the above, 1 for the next, …
    """
    return ClaimId("clm-" + short_hash(digest, kind, what, span.start, span.end, ordinal))

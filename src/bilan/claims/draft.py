"""A claim in the making: what the rules know before ids, places and times are settled."""

from dataclasses import dataclass, field, fields
from operator import attrgetter

from bilan.annotate.clauses import Clause
from bilan.annotate.phrases import Phrase
from bilan.annotate.syntax import Sentence
from bilan.model.claim import Actor, Count, Derived, Need, Speaker, Statement, Victim
from bilan.model.place import Place
from bilan.model.text import Span


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim in the making; fields as in `Claim`.

    `sentence` is the index in the annotation; `at` the token the claim hangs on (its phrase's head). `whole` is the
    draft this one is a part or a share of, `older` the one it supersedes: indexes into the report's list of drafts.
    """

    kind: str
    sentence: int
    at: int
    quote: Span
    rule: str
    outcome: str | None = None
    event: str | None = None
    count: Count | None = None
    phrase: Phrase | None = None
    clause: Clause | None = None
    people: tuple[str, ...] = ("unknown",)
    victims: tuple[Victim, ...] = ()
    basis: str = "total"
    per: str | None = None
    share: float | None = None
    derived: tuple[Derived, ...] = ()
    modality: str = "asserted"
    said_by: tuple[Speaker, ...] = ()
    actors: tuple[Actor, ...] = ()
    need: Need | None = None
    statement: Statement | None = None
    tags: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    whole: int | None = None
    older: int | None = None
    place_mention: int | None = None
    time_mention: int | None = None
    where: Place | None = None  # set when the words name no place of the gazetteer ("la ville")
    extra: tuple[str, ...] = field(default=())

    def but(self, **changes: object) -> "Draft":
        """Return a copy with some fields changed; the draft itself when nothing changes."""
        known = dict(zip(_FIELDS, _values(self), strict=True))
        new = known | changes
        return self if new == known else Draft(**new)


_FIELDS = tuple(field.name for field in fields(Draft))
_values = attrgetter(*_FIELDS)  # a copy a rule: several times faster than dataclasses.replace


def phrase_text(sentence: Sentence, phrase: Phrase) -> str:
    """Return the words of a phrase."""
    return phrase.span.of(sentence.text)

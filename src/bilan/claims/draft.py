"""A claim in the making: what the rules know before ids, places and times are settled."""

from dataclasses import dataclass, field, fields

from bilan.annotate.clauses import Clause
from bilan.annotate.phrases import Phrase
from bilan.annotate.syntax import Sentence
from bilan.model.claim import Actor, Count, Derived, Need, Speaker, Statement, Victim
from bilan.model.place import Place
from bilan.model.text import Span


@dataclass(frozen=True)
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
        """Return a copy with some fields changed; the draft itself when nothing changes.

        Raises:
            TypeError: a draft has no such field.
        """
        if not changes.keys() <= _FIELDS:
            raise TypeError(f"no fields of a draft: {sorted(changes.keys() - _FIELDS)}")
        if all(getattr(self, name) == value for name, value in changes.items()):
            return self
        copy = object.__new__(Draft)  # a copy a rule: several times faster than dataclasses.replace
        vars(copy).update(vars(self), **changes)
        return copy


_FIELDS = frozenset(own.name for own in fields(Draft))


def phrase_text(sentence: Sentence, phrase: Phrase) -> str:
    """Return the words of a phrase."""
    return phrase.span.of(sentence.text)

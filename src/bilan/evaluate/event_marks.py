"""Marked events: `languages/<code>/events_marked.txt`, what happened and who did it to whom, or that nothing did.

A sentence a line, in the form of examples.txt, with the words that say what happened between the tags::

    Troops <c event=armed-clash side-a=Troops side-b="the rebels">clashed</c> with the rebels near Goma.

* All events and all roles are marked: what is not marked must not be read. Half of the sentences, the traps, have no
  mark. Of `tags` likewise all are marked.
* Several who share a role are parted by ";" in its value; words are compared as names are (`same_name`).
* A type read beside a marked one that was found, and that may name the same happening (`also`, parent), is neither
  right nor wrong: a report says "attack" and "blast" of one thing. `strict_macro_f1` counts it as wrong. Nor does the
  type `other` count.

An event is right if a claim of the sentence (event or toll, planned and denied ones too) has the type; the score is the
mean F1 of all types that are marked. A role is right if a claim gives the words that role.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any, NamedTuple

from bilan.evaluate.attributes import same_name
from bilan.evaluate.floors import Measured
from bilan.evaluate.marked import Marked, read_marked
from bilan.evaluate.marks import NONE
from bilan.evaluate.matching import Row
from bilan.evaluate.scores import Tally
from bilan.events.load import load_events, may_be_same
from bilan.languages.load import Pack
from bilan.model.claim import ACTOR_ROLES

MARKED_EVENTS = "events_marked.txt"
CORPUS = "marked-events"  # the name under which they have floors
UNCLASSED = frozenset({"other"})  # crime and courts: what it is, no word of these sentences decides
TELLING = frozenset({"event", "toll"})  # kinds of claims that say what happened

Pair = tuple[str, str]  # a role and whose it is


class Told(NamedTuple):
    """What a sentence says: event types, (role, words), tags."""

    events: frozenset[str]
    roles: tuple[Pair, ...]
    tags: frozenset[str]


@dataclass(frozen=True, slots=True)
class EventScores:
    """How well the marked events of one pack are told.

    `types`, `strict`: by event type, read twice (see the head of the module). `traps`: sentences in which nothing
    happens, and in how many of them nothing was read. `faults`: (sentence, what is wrong).
    """

    language: str
    sentences: int
    traps: int
    quiet: int
    types: Mapping[str, Tally]
    strict: Mapping[str, Tally]
    roles: Mapping[str, Tally]
    tags: Tally
    faults: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def macro_f1(self) -> float:
        """Mean F1 of the marked event types, 1.0 without any."""
        return _mean(tally.f1 for tally in self.types.values() if tally.gold)

    @property
    def strict_macro_f1(self) -> float:
        """The same, a second name of one happening counted as false."""
        return _mean(tally.f1 for tally in self.strict.values() if tally.gold)

    @property
    def all_roles(self) -> Tally:
        """All roles taken together."""
        tallies = self.roles.values()
        return Tally(sum(t.gold for t in tallies), sum(t.predicted for t in tallies), sum(t.matched for t in tallies))


def read_event_marks(pack: Pack) -> tuple[Marked, ...]:
    """Read the marked events of a pack, () if it has none.

    Raises:
        LanguageError: a tag or an attribute is malformed.
    """
    path = pack.folder / MARKED_EVENTS
    return read_marked(path, pack.code) if path.is_file() else ()


def score_event_marks(language: str, read: Sequence[tuple[Marked, Sequence[Row]]]) -> EventScores:
    """Score the marked events of one pack.

    Args:
        language: the pack's code.
        read: each sentence with the `bilan.claim/1` records read from it.
    """
    told = [(sentence, marked, _read(rows, marked.events)) for sentence, rows in read for marked in [_marked(sentence)]]
    traps = [found for _, marked, found in told if not marked.events]
    roles: dict[str, Tally] = {}
    for role in ACTOR_ROLES:
        roles[role] = _sum(_match(_of(m.roles, role), _of(r.roles, role), _same) for _, m, r in told)
    return EventScores(
        language=language,
        sentences=len(told),
        traps=len(traps),
        quiet=sum(not found.events for found in traps),
        types=_by_type((m.events, r.events - _companions(m.events, r.events)) for _, m, r in told),
        strict=_by_type((m.events, r.events) for _, m, r in told),
        roles={role: tally for role, tally in roles.items() if tally.gold or tally.predicted},
        tags=_sum(_match(sorted(m.tags), sorted(r.tags), str.__eq__) for _, m, r in told),
        faults=tuple((s.name, faults) for s, m, r in told if (faults := tuple(_faults(m, r)))),
    )


def measured_event_marks(scores: Iterable[EventScores]) -> Measured:
    """Return the numbers floors are kept for: corpus → language → metric → value."""
    packs = {one.language: metrics(one) for one in scores if one.sentences}
    return {CORPUS: packs} if packs else {}


def metrics(scores: EventScores) -> dict[str, float]:
    """Return the numbers floors are kept for, by name."""
    return {
        "event_macro_f1": scores.macro_f1,
        "role_f1": scores.all_roles.f1,
        "tag_f1": scores.tags.f1,
        "quiet_traps": scores.quiet / scores.traps if scores.traps else 1.0,
    }


def event_marks_row(scores: EventScores) -> dict[str, Any]:
    """Return the scores as a JSON object."""
    return {
        "schema": "bilan.event-marks/1",
        "language": scores.language,
        "sentences": scores.sentences,
        "traps": scores.traps,
        **metrics(scores),
        "strict_event_macro_f1": scores.strict_macro_f1,
        "types": {event: tally.f1 for event, tally in scores.types.items()},
        "roles": {role: tally.f1 for role, tally in scores.roles.items()},
        "faults": dict(scores.faults),
    }


def _marked(sentence: Marked) -> Told:
    marks = sentence.marks
    roles = [
        (role, words.strip()) for mark in marks for role in ACTOR_ROLES for words in (mark.get(role) or "").split(";")
    ]
    return Told(
        frozenset(event for mark in marks if (event := mark.get("event"))),
        tuple(dict.fromkeys(pair for pair in roles if pair[1])),
        frozenset(tag for mark in marks for tag in (mark.get("tags") or "").split(",") if tag),
    )


def _read(rows: Iterable[Row], marked: frozenset[str]) -> Told:
    """Return what was read; of a second name of a marked happening neither roles nor tags count."""
    telling = [row for row in rows if row["kind"] in TELLING]
    events = frozenset(row["event"] for row in telling if row["event"] and row["event"] not in UNCLASSED)
    beside = _companions(marked, events)
    telling = [row for row in telling if row["event"] not in beside]
    return Told(
        events,
        tuple(dict.fromkeys((actor["role"], actor["text"]) for row in telling for actor in row["actors"])),
        frozenset(chain.from_iterable(row["tags"] for row in telling)),
    )


def _companions(marked: frozenset[str], read: frozenset[str]) -> frozenset[str]:
    """Return the types read beside a marked one that was found, as other names of the same happening."""
    types, found = load_events(), marked & read
    return frozenset(one for one in read - marked if any(may_be_same(one, other, types) for other in found))


def _by_type(pairs: Iterable[tuple[frozenset[str], frozenset[str]]]) -> Mapping[str, Tally]:
    gold: Counter[str] = Counter()
    predicted: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for marked, read in pairs:
        gold.update(marked)
        predicted.update(read)
        right.update(marked & read)
    return {event: Tally(gold[event], predicted[event], right[event]) for event in sorted({*gold, *predicted})}


def _of(pairs: Iterable[Pair], role: str) -> list[str]:
    return [words for own, words in pairs if own == role]


def _same(one: str, other: str) -> bool:
    return same_name(one, other)


def _match(marked: Sequence[str], read: Sequence[str], same: Callable[[str, str], bool]) -> Tally:
    """Pair what is marked with what was read, one to one."""
    free = list(read)
    for words in marked:
        partner = next((other for other in free if same(words, other)), None)
        if partner is not None:
            free.remove(partner)
    return Tally(len(marked), len(read), len(read) - len(free))


def _sum(tallies: Iterable[Tally]) -> Tally:
    listed = list(tallies)
    return Tally(sum(t.gold for t in listed), sum(t.predicted for t in listed), sum(t.matched for t in listed))


def _faults(marked: Told, read: Told) -> Iterator[str]:
    yield from (f"no {event}" for event in sorted(marked.events - read.events))
    false = read.events - marked.events - _companions(marked.events, read.events)
    yield from (f"a false {event}" for event in sorted(false))
    for role in ACTOR_ROLES:
        wanted, found = _of(marked.roles, role), _of(read.roles, role)
        if _match(wanted, found, _same) != Tally(len(wanted), len(wanted), len(wanted)):
            yield f"{role} is {'; '.join(found) or NONE!r}, should be {'; '.join(wanted) or NONE!r}"
    if marked.tags != read.tags:
        yield f"tags are {','.join(sorted(read.tags)) or NONE}, should be {','.join(sorted(marked.tags)) or NONE}"


def _mean(values: Iterable[float]) -> float:
    listed = list(values)
    return sum(listed) / len(listed) if listed else 1.0

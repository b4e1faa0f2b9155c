"""A casebook's own actors: added and removed by people, kept in the log, and the state that follows from it."""

import re
from collections.abc import Callable, Iterable, Sequence

from bilan.actors.registry import ActorRegistry, open_registry
from bilan.errors import UsageError
from bilan.model.actor import ACTOR_TYPES, ActorChange, ActorEntry
from bilan.model.ids import short_hash
from bilan.model.wire_actor import actor_row
from bilan.review.log import read_actor_changes
from bilan.stores.casebook import Casebook

_ID = re.compile(r"[a-z][a-z-]*:\S+")
_YEAR = re.compile(r"\d{4}")


def own_actors(casebook: Casebook) -> tuple[ActorEntry, ...]:
    """Return the casebook's own actors as its log leaves them, sorted by id."""
    found: dict[str, ActorEntry] = {}
    for change in read_actor_changes(casebook.store.log()):
        if change.entry:
            found[change.actor] = change.entry
        else:
            found.pop(change.actor, None)
    return tuple(found[actor] for actor in sorted(found))


def casebook_registry(casebook: Casebook) -> ActorRegistry:
    """Open the shipped registry with the casebook's own actors on top."""
    return open_registry(own=own_actors(casebook))


def add_actors(casebook: Casebook, entries: Sequence[ActorEntry], *, who: str, reason: str) -> tuple[ActorEntry, ...]:
    """Log actors as the casebook's own; one with an id that is known already takes that one's place.

    Args:
        casebook: where to.
        entries: All are checked before the first is logged.
        who: the person who adds them.
        reason: why, in words.

    Returns:
        Those that were not there just so before.

    Raises:
        UsageError: an entry is not sound; nothing was logged.
    """
    kept = {entry.id: entry for entry in own_actors(casebook)}
    shipped = open_registry()
    known = {*kept, *(entry.id for entry in entries)}
    for entry in entries:
        _check(entry, lambda actor: actor in known or shipped.entry(actor) is not None)
    new = tuple(entry for entry in entries if kept.get(entry.id) != entry)
    for entry in new:
        casebook.store.change_actor(ActorChange(entry.id, entry, who, casebook.now(), reason))
    return new


def remove_actor(casebook: Casebook, actor: str, *, who: str, reason: str) -> None:
    """Log that one of the casebook's own actors is one no more; the log still tells what it was.

    Raises:
        UsageError: the casebook has no such actor of its own.
    """
    if actor not in {entry.id for entry in own_actors(casebook)}:
        shipped = open_registry().entry(actor) is not None
        remedy = "it is shipped: add one with its id to replace it" if shipped else "`bilan actors export` lists them"
        raise UsageError(f"no actor {actor!r} of its own in {casebook.folder}", remedy)
    casebook.store.change_actor(ActorChange(actor, None, who, casebook.now(), reason))


def mark_maker(maker: str, own: Iterable[ActorEntry]) -> str:
    """Name an extractor that knows a casebook's own actors: with other actors, reports are read anew."""
    rows = [actor_row(entry) for entry in own]
    return f"{maker}+actors-{short_hash(rows)}" if rows else maker


def _check(entry: ActorEntry, is_known: Callable[[str], bool]) -> None:
    faults = (
        (not _ID.fullmatch(entry.id), f"{entry.id!r} is no id", "as own:tellera-brigade: a kind, a colon, a name"),
        (not entry.name.strip(), f"{entry.id}: no name", "give --name"),
        (any("|" in alias.text or not alias.text.strip() for alias in entry.aliases), f"{entry.id}: a name with a bar",
         "bars part the names in a table: name it without"),
        (entry.type not in ACTOR_TYPES, f"{entry.id}: unknown type {entry.type!r}", f"one of {', '.join(ACTOR_TYPES)}"),
        (bool(entry.country) and not is_known(f"state:{entry.country}"), f"{entry.id}: no country {entry.country!r}",
         "an ISO 3166-1 code of two letters, as SY"),
        (bool(entry.parent) and not is_known(entry.parent or ""), f"{entry.id}: no actor {entry.parent!r}",
         "`bilan actors` finds the parent's id"),
        (any(year and not _YEAR.fullmatch(year) for year in (entry.start, entry.end)), f"{entry.id}: no year",
         "four digits"),
        (bool(entry.start and entry.end and entry.start > entry.end), f"{entry.id}: it ends before it starts",
         "swap the years"),
    )  # fmt: skip
    for wrong, message, remedy in faults:
        if wrong:
            raise UsageError(message, remedy)

"""The append-only, hash-chained log: decisions, own actors, imports and assemblies, in the order they happened.

Each entry's digest is the sha256 of the digest before it and of its own canonical JSON, so that a byte changed, an
entry taken out or two entries swapped anywhere before the end show. Entries cut off the very end show only to someone
who noted the head: `bilan verify --head`.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from bilan.model.actor import ActorChange
from bilan.model.decision import Decision
from bilan.model.ids import DecisionId, sha256_hex, short_hash
from bilan.model.wire_actor import actor_from_row, actor_row

FIRST = "0" * 64  # stands before the first entry
ENTRY_KINDS = ("decision", "actor", "import", "assembly")


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One line of the log.

    `seq` counts from 1. `kind` is one of ENTRY_KINDS. `when` is an ISO 8601 date-time with zone. `body` is canonical
    JSON. `previous` and `digest` are the chain.
    """

    seq: int
    kind: str
    when: str
    body: str
    previous: str
    digest: str

    @property
    def fields(self) -> Mapping[str, Any]:
        """The body, read."""
        read: Mapping[str, Any] = json.loads(self.body)
        return read


def canonical(value: object) -> str:
    """Return `value` as JSON with sorted keys and no blanks: the same value always gives the same bytes."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def chain_entry(last: LogEntry | None, kind: str, when: str, body: Mapping[str, object]) -> LogEntry:
    """Make the entry that follows `last`.

    Args:
        last: the log's last entry, None for an empty log.
        kind: one of ENTRY_KINDS.
        when: ISO 8601 date-time with zone.
        body: what happened; anything JSON can hold.

    Raises:
        ValueError: the kind is unknown.
    """
    if kind not in ENTRY_KINDS:
        raise ValueError(f"unknown kind of log entry {kind!r}: one of {', '.join(ENTRY_KINDS)}")
    seq = last.seq + 1 if last else 1
    previous = last.digest if last else FIRST
    text = canonical(body)
    return LogEntry(seq, kind, when, text, previous, _digest(previous, seq, kind, when, text))


def verify_chain(entries: Iterable[LogEntry]) -> tuple[str, ...]:
    """Check a whole log, in order.

    Returns:
        One sentence a damage, () when the chain holds.
    """
    damages, previous, seq = [], FIRST, 0
    for entry in entries:
        seq += 1
        if entry.seq != seq:
            damages.append(f"log: entry {seq} is missing or out of order (found {entry.seq})")
            seq = entry.seq
        if entry.previous != previous:
            damages.append(f"log: entry {entry.seq} does not follow the entry before it")
        if entry.digest != _digest(entry.previous, entry.seq, entry.kind, entry.when, entry.body):
            damages.append(f"log: entry {entry.seq} ({entry.kind}, {entry.when}) was changed after it was written")
        previous = entry.digest
    return tuple(damages)


def decision_body(decision: Decision) -> Mapping[str, object]:
    """Return what the log keeps of a decision: everything but the chain, which is the entry's own."""
    return {
        "id": decision.id,
        "kind": decision.kind,
        "targets": list(decision.targets),
        "saw": decision.saw,
        "who": decision.who,
        "reason": decision.reason,
        "field": decision.field,
        "value": decision.value,
        "undoes": decision.undoes,
    }


def decision_id(decision: Decision, previous: str) -> DecisionId:
    """Name a decision by its content and by what stood before it: the same decision taken twice has two ids."""
    return DecisionId("dec-" + short_hash(previous, decision.when, decision_body(decision)))


def read_decision(entry: LogEntry) -> Decision:
    """Read the decision in a log entry of that kind.

    Raises:
        KeyError: the entry's body is no decision.
    """
    body = entry.fields
    return Decision(
        id=DecisionId(body["id"]),
        kind=body["kind"],
        targets=tuple(body["targets"]),
        saw=body["saw"],
        who=body["who"],
        when=entry.when,
        reason=body["reason"],
        field=body["field"],
        value=body["value"],
        undoes=body["undoes"],
        previous=entry.previous,
        digest=entry.digest,
    )


def read_decisions(entries: Iterable[LogEntry]) -> tuple[Decision, ...]:
    """Return the decisions of a log, in the order they were taken."""
    return tuple(read_decision(entry) for entry in entries if entry.kind == "decision")


def actor_body(change: ActorChange) -> Mapping[str, object]:
    """Return what the log keeps of a change to the casebook's own actors."""
    return {
        "actor": change.actor,
        "entry": actor_row(change.entry) if change.entry else None,
        "who": change.who,
        "reason": change.reason,
    }


def read_actor_change(entry: LogEntry) -> ActorChange:
    """Read the change in a log entry of that kind.

    Raises:
        KeyError: the entry's body is no such change.
    """
    body = entry.fields
    added = actor_from_row(body["entry"]) if body["entry"] else None
    return ActorChange(
        body["actor"], added, body["who"], entry.when, body["reason"], previous=entry.previous, digest=entry.digest
    )


def read_actor_changes(entries: Iterable[LogEntry]) -> tuple[ActorChange, ...]:
    """Return the changes to the casebook's own actors, in the order they were made."""
    return tuple(read_actor_change(entry) for entry in entries if entry.kind == "actor")


def _digest(previous: str, seq: int, kind: str, when: str, body: str) -> str:
    payload = canonical({"previous": previous, "seq": seq, "kind": kind, "when": when, "body": body})
    return sha256_hex(payload.encode("utf-8", "surrogatepass"))

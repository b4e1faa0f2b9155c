"""Find again what a decision pointed at, after rules, packs or gazetteer changed.

A decision keeps what the person saw. A claim that still has its id is the one meant; else the claim of the same report
and kind whose quote overlaps most takes its place; else the decision waits "to be re-read". It is never dropped.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bilan.model.claim import Claim
from bilan.model.decision import Decision
from bilan.model.text import Span
from bilan.model.wire import claim_revision
from bilan.review.log import canonical

SHARED_AT_LEAST = 0.5  # of the shorter quote: less is a neighbour in the sentence, no new cut of the same words


@dataclass(frozen=True, slots=True)
class Anchored:
    """A decision in force, with the claims it means today.

    `groups`: for merge and part the sides that belong together (or apart), each as claim ids; else one group.
    """

    decision: Decision
    groups: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class ToReread:
    """A decision that no longer finds what it pointed at: a person must read again. `reason` says what is missing."""

    decision: Decision
    reason: str


@dataclass(frozen=True, slots=True)
class Anchoring:
    """All decisions in force, oldest first: those that stand, and those to be re-read."""

    anchored: tuple[Anchored, ...]
    to_reread: tuple[ToReread, ...]


def record_seen(claims: Iterable[Claim], incidents: Mapping[str, Sequence[str]] | None = None) -> str:
    """Return what a decision keeps of what the person saw.

    Args:
        claims: every claim on the screen that the decision concerns: the targets, and for merge and part all claims of
            the incidents.
        incidents: the claim ids of each incident shown.
    """
    seen = [
        {
            "id": claim.id,
            "report": claim.digest,
            "kind": claim.kind,
            "what": _what(claim),
            "start": claim.quote.start,
            "end": claim.quote.end,
            "exact": claim.quote.exact,
            "revision": claim_revision(claim),
        }
        for claim in claims
    ]
    shown = {incident: list(members) for incident, members in (incidents or {}).items()}
    return canonical({"claims": seen, "incidents": shown})


def active_decisions(decisions: Sequence[Decision]) -> tuple[Decision, ...]:
    """Return the decisions in force, oldest first: none undone, and no "undo" itself; an undo can be undone."""
    undone: set[str] = set()
    for decision in reversed(decisions):
        if decision.kind == "undo" and decision.undoes and decision.id not in undone:
            undone.add(decision.undoes)
    return tuple(decision for decision in decisions if decision.kind != "undo" and decision.id not in undone)


def anchor_decisions(decisions: Sequence[Decision], claims: Sequence[Claim]) -> Anchoring:
    """Find the claims every decision in force means today.

    Args:
        decisions: the whole log's, oldest first.
        claims: the casebook's claims as they are now.
    """
    by_id = {str(claim.id): claim for claim in claims}
    by_report: dict[str, list[Claim]] = {}
    for claim in claims:
        by_report.setdefault(claim.digest, []).append(claim)
    anchored, to_reread = [], []
    for decision in active_decisions(decisions):
        seen = json.loads(decision.saw)
        found = {row["id"]: _find(row, by_id, by_report.get(row["report"], ())) for row in seen["claims"]}
        groups = tuple(_present(group, found) for group in _groups(decision, seen))
        missing = sorted(row["exact"] for row in seen["claims"] if found[row["id"]] is None)
        if groups and all(groups):
            anchored.append(Anchored(decision, groups))
        if missing or not (groups and all(groups)):
            words = ", ".join(f"“{words}”" for words in missing) or "what it pointed at"
            to_reread.append(ToReread(decision, f"under today's rules no claim stands at {words}"))
    return Anchoring(tuple(anchored), tuple(to_reread))


def _groups(decision: Decision, seen: Mapping[str, Any]) -> tuple[tuple[str, ...], ...]:
    incidents = seen["incidents"]
    sides = tuple(tuple(incidents.get(target, (target,))) for target in decision.targets)
    if decision.kind == "merge":
        return sides
    targets = tuple(claim for side in sides for claim in side)
    if decision.kind != "part":
        return (targets,)
    if all(target in incidents for target in decision.targets) and len(sides) > 1:
        return sides  # incidents held to be apart
    rest = tuple(row["id"] for row in seen["claims"] if row["id"] not in targets)
    return targets, rest  # claims taken out of the incident they were seen in


def _present(group: Iterable[str], found: Mapping[str, str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(current for claim in group if (current := found.get(claim))))


def _find(row: Mapping[str, Any], by_id: Mapping[str, Claim], near: Sequence[Claim]) -> str | None:
    if row["id"] in by_id:
        return str(row["id"])
    span = Span(row["start"], row["end"])
    alike = [claim for claim in near if claim.kind == row["kind"]]
    if row["kind"] == "toll":
        alike = [claim for claim in alike if claim.outcome == row["what"]]
    scored = sorted(
        (-_shared(span, claim.quote.span), _what(claim) != row["what"], claim.quote.start, str(claim.id))
        for claim in alike
    )
    best = scored[0] if scored else None
    if best is None or -best[0] < SHARED_AT_LEAST:
        return None
    if len(scored) > 1 and scored[1][:2] == best[:2]:
        return None  # two are as near: a person must say which
    return best[-1]


def _what(claim: Claim) -> str | None:
    return claim.outcome or claim.event


def _shared(one: Span, other: Span) -> float:
    shared = min(one.end, other.end) - max(one.start, other.start)
    return max(0, shared) / max(1, min(one.end - one.start, other.end - other.start))

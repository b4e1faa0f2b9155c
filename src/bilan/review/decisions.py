"""What follows from people's decisions: corrected claims, rejected claims, and what must or cannot be linked."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Any

from bilan.model.claim import BASES, MODALITIES, OUTCOMES, PEOPLE, PERIODS, WORDINGS, Claim
from bilan.model.decision import Decision, LinkDecisions
from bilan.model.incident import Unlinked
from bilan.model.wire import claim_from_row, claim_row
from bilan.review.anchor import Anchored, ToReread

ACCEPTED, CORRECTED = "accepted-by-person", "corrected-by-person"  # flags a claim gets

# What may be corrected, and which words it may hold; None = not a word of a list. Ids, quotes and links follow from the
# text and are read again, not corrected.
CORRECTABLE: Mapping[str, Sequence[str] | None] = {
    "event": None,
    "tags": None,
    "outcome": OUTCOMES,
    "count": None,
    "count.low": None,
    "count.high": None,
    "count.wording": WORDINGS,
    "basis": BASES,
    "per": PERIODS,
    "share": None,
    "people": PEOPLE,
    "modality": MODALITIES,
    "said_by": None,
    "actors": None,
    "need": None,
    "statement": None,
    "place": None,
    "time": None,
}
EMPTY_COUNT = {"low": None, "high": None, "wording": "exact", "text": ""}


@dataclass(frozen=True, slots=True)
class Reviewed:
    """Claims as people left them: those that count, those rejected (with who and why), and decisions to be re-read."""

    claims: tuple[Claim, ...]
    rejected: tuple[Unlinked, ...]
    to_reread: tuple[ToReread, ...]


def apply_decisions(claims: Sequence[Claim], anchored: Iterable[Anchored]) -> Reviewed:
    """Apply accepted, rejected and corrected to claims; of several on one claim the last counts.

    Args:
        claims: as extracted.
        anchored: decisions in force, oldest first.
    """
    current = {str(claim.id): claim for claim in claims}
    rejected: dict[str, Unlinked] = {}
    to_reread = []
    for anchor in anchored:
        decision = anchor.decision
        for target in (claim for group in anchor.groups for claim in group):
            if decision.kind == "reject":
                rejected[target] = Unlinked(target, f"rejected by {decision.who}: {decision.reason}")
            elif decision.kind == "accept":
                rejected.pop(target, None)
                current[target] = _flag(current[target], ACCEPTED)
            elif decision.kind == "correct":
                try:
                    current[target] = correct_claim(current[target], decision.field or "", decision.value or "")
                except ValueError as error:
                    to_reread.append(ToReread(decision, str(error)))
    kept = tuple(claim for key, claim in current.items() if key not in rejected)
    return Reviewed(kept, tuple(rejected[key] for key in current if key in rejected), tuple(to_reread))


def correct_claim(claim: Claim, field: str, value: str) -> Claim:
    """Return the claim with one field corrected.

    Args:
        claim: the claim as it is.
        field: one of CORRECTABLE, as the JSON contract names it.
        value: the new value as JSON: `37`, `"hedged"`, `null`.

    Raises:
        ValueError: the field cannot be corrected, or the value is none it may hold; the message says which.
    """
    if field not in CORRECTABLE:
        raise ValueError(f"{field!r} cannot be corrected: one of {', '.join(CORRECTABLE)}")
    try:
        new = json.loads(value)
    except json.JSONDecodeError as error:
        raise ValueError(f"{value!r} is no JSON value ({error.msg}); words go in quotes") from error
    row: dict[str, Any] = claim_row(claim)
    parent, _, leaf = field.rpartition(".")
    if parent:
        row[parent] = {**(row[parent] or EMPTY_COUNT), leaf: new}
    else:
        row[leaf] = new
    try:
        _check(row, field, new)
        changed = claim_from_row(row, claim.digest)
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"{value} is nothing {field!r} can hold") from error
    return _flag(changed, CORRECTED)


def find_link_decisions(anchored: Iterable[Anchored]) -> LinkDecisions:
    """Return which claims must and which cannot stand together; on one pair the last decision counts.

    Args:
        anchored: decisions in force, oldest first.
    """
    must: set[frozenset[str]] = set()
    cannot: set[frozenset[str]] = set()
    for anchor in anchored:
        if anchor.decision.kind not in {"merge", "part"}:
            continue
        pairs = set(_pairs(anchor.groups))
        chosen, other = (must, cannot) if anchor.decision.kind == "merge" else (cannot, must)
        chosen |= pairs
        other -= pairs
    return LinkDecisions(must=frozenset(must), cannot=frozenset(cannot))


def check_decision(decision: Decision, claims: Iterable[Claim]) -> None:
    """Check that a decision can be taken.

    Args:
        decision: about to be logged.
        claims: the casebook's claims as they are now.

    Raises:
        ValueError: it points at nothing, lacks what its kind needs, or its correction cannot be applied.
    """
    if decision.kind == "undo":
        if not decision.undoes:
            raise ValueError("an undo names the decision it undoes")
        return
    if not decision.targets:
        raise ValueError(f"a decision of kind {decision.kind!r} points at something")
    if decision.kind == "merge" and len(decision.targets) < len(("one", "other")):
        raise ValueError("a merge names two incidents or claims at least")
    if decision.kind == "correct":
        by_id = {str(claim.id): claim for claim in claims}
        for target in decision.targets:
            if target not in by_id:
                raise ValueError(f"no claim {target!r}")
            correct_claim(by_id[target], decision.field or "", decision.value or "")


def _pairs(groups: Sequence[Sequence[str]]) -> Iterable[frozenset[str]]:
    for one, other in combinations(groups, 2):
        for left in one:
            for right in other:
                if left != right:
                    yield frozenset((left, right))


def _check(row: Mapping[str, Any], field: str, new: object) -> None:
    words = CORRECTABLE[field]
    given = new if isinstance(new, list) else [new]
    if words and not all(word in words for word in given if word is not None):
        raise ValueError(f"{new!r} is nothing {field!r} can hold: one of {', '.join(words)}")
    if field == "people" and not (isinstance(new, list) and new):
        raise ValueError("'people' holds a list of at least one word")
    count = row["count"]
    if count and any(bound is not None and (type(bound) is not int or bound < 0) for bound in _bounds(count)):
        raise ValueError("a count's low and high are whole numbers, 0 or more, or null")
    low, high = _bounds(count) if count else (None, None)
    if low is not None and high is not None and low > high:
        raise ValueError(f"a count's low ({low}) is at most its high ({high})")


def _bounds(count: Mapping[str, Any]) -> tuple[Any, Any]:
    return count["low"], count["high"]


def _flag(claim: Claim, flag: str) -> Claim:
    return claim if flag in claim.flags else replace(claim, flags=(*claim.flags, flag))

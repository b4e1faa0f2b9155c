"""What follows from people's decisions: corrected claims, rejected claims, and what must or cannot be linked."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from bilan.model.claim import Claim
from bilan.model.decision import Decision, LinkDecisions
from bilan.model.incident import Unlinked
from bilan.review.anchor import Anchored, ToReread
from bilan.review.corrections import correct_claim, flag

ACCEPTED = "accepted-by-person"  # flag a claim gets


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
                current[target] = flag(current[target], ACCEPTED)
            elif decision.kind == "correct":
                try:
                    current[target] = correct_claim(current[target], decision.field or "", decision.value or "")
                except ValueError as error:
                    to_reread.append(ToReread(decision, str(error)))
    kept = tuple(claim for key, claim in current.items() if key not in rejected)
    return Reviewed(kept, tuple(rejected[key] for key in current if key in rejected), tuple(to_reread))


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

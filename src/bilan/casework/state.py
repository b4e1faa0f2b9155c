"""A casebook as it stands under people's decisions."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bilan.errors import CasebookError, UsageError
from bilan.model.claim import Claim
from bilan.model.decision import LinkDecisions
from bilan.model.view import CasebookView
from bilan.review.anchor import ToReread, anchor_decisions
from bilan.review.decisions import Reviewed, apply_decisions, find_link_decisions
from bilan.review.log import read_decisions
from bilan.stores.casebook import Casebook


@dataclass(frozen=True, slots=True)
class Decided:
    """The state that follows from the log: claims as people left them, and what is to be re-read."""

    reviewed: Reviewed
    links: LinkDecisions
    to_reread: tuple[ToReread, ...]


def read_view(casebook: Casebook) -> CasebookView:
    """Return the casebook as a reader sees it: claims corrected by people, rejected ones among the unlinked."""
    view = casebook.store.view()
    reviewed = read_decided(casebook, view.claims).reviewed
    changed = {claim.id: claim for claim in reviewed.claims}
    return replace(view, claims=tuple(changed.get(claim.id, claim) for claim in view.claims))


def find_incident(casebook: Casebook, words: str) -> str:
    """Find the live incident somebody means.

    Args:
        casebook: where to look.
        words: an incident's id, one it had before it was merged into another, or the beginning of a live one's.

    Raises:
        UsageError: there is none, several begin like that, or nothing is left of it.
    """
    live = sorted(casebook.store.incident_claims())
    if words in live:
        return words
    begun = [incident for incident in live if incident.startswith(words)]
    if len(begun) == 1:
        return begun[0]
    if begun:
        raise UsageError(f"{len(begun)} incidents begin with {words!r}", f"say which: {', '.join(begun[:3])} …")
    try:
        current = casebook.store.current_incident(words)
    except CasebookError as error:
        raise UsageError(error.message, error.remedy) from error
    if current is None:
        raise UsageError(f"nothing is left of incident {words!r}: all its claims are gone", "`bilan log` tells why")
    return current


def find_to_reread(casebook: Casebook) -> tuple[ToReread, ...]:
    """Return the decisions that no longer find what they pointed at."""
    return read_decided(casebook, casebook.store.claims()).to_reread


def read_decided(casebook: Casebook, claims: Sequence[Claim]) -> Decided:
    """Return what the log's decisions make of `claims`."""
    anchoring = anchor_decisions(read_decisions(casebook.store.log()), claims)
    reviewed = apply_decisions(claims, anchoring.anchored)
    links = find_link_decisions(anchoring.anchored)
    return Decided(reviewed, links, (*anchoring.to_reread, *reviewed.to_reread))

"""Reconcile a whole casebook: incidents and figures under people's decisions, stored in one transaction."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from bilan.casework.state import Decided, read_decided
from bilan.errors import CasebookError
from bilan.model.claim import Claim
from bilan.model.decision import LinkDecisions
from bilan.model.extraction import Assembly, Source
from bilan.model.incident import Unlinked
from bilan.model.report import Report
from bilan.stores.casebook import Casebook

TRIES = 5  # assemblies begun anew because another process added something meanwhile

Group = Callable[[Sequence[Report]], Sequence[Source]]
Assemble = Callable[[Sequence[Claim], Sequence[Source], LinkDecisions, Mapping[str, Sequence[str]]], Assembly]


def assemble_casebook(casebook: Casebook, *, group: Group, assemble: Assemble) -> Decided:
    """Reconcile the whole casebook anew under people's decisions, and store the outcome.

    Args:
        casebook: what to reconcile.
        group: tells which reports copy one another.
        assemble: links claims and makes figures.

    Returns:
        The decisions' state it was done under.

    Raises:
        CasebookError: other processes keep adding to the casebook.
    """
    for _ in range(TRIES):
        head = casebook.store.head()
        claims = casebook.store.claims()
        decided = read_decided(casebook, claims)
        sources = group(casebook.store.reports())
        previous = casebook.store.incident_claims()
        assembly = assemble(decided.reviewed.claims, sources, decided.links, previous)
        unlinked = _sorted(claims, (*assembly.unlinked, *decided.reviewed.rejected))
        if casebook.store.put_assembly(replace(assembly, unlinked=unlinked), head, casebook.now()):
            return decided
    raise CasebookError(f"{casebook.folder}: others keep adding to it", "run again when they are done")


def _sorted(claims: Iterable[Claim], unlinked: Iterable[Unlinked]) -> tuple[Unlinked, ...]:
    order = {str(claim.id): position for position, claim in enumerate(claims)}
    return tuple(sorted(unlinked, key=lambda loose: (order.get(loose.claim, len(order)), loose.claim)))

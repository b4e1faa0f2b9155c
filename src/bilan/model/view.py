"""A whole casebook as frozen records: what pages, exporters and the reading commands are given."""

from collections.abc import Mapping
from dataclasses import dataclass

from bilan.model.claim import Claim
from bilan.model.ids import ClaimId
from bilan.model.incident import Envelope, Figure, Incident, Relation, Unlinked
from bilan.model.report import Evidence
from bilan.model.text import SetAside


@dataclass(frozen=True, slots=True)
class StoredReport:
    """One report as the casebook keeps it.

    `text` is the frozen text every offset counts in; `names` are all input ids that came with this very text, in the
    order they came; `set_aside` is what was kept and shown but is no evidence. `withheld` is the reason why the report
    is kept out of exports, None when it is not.
    """

    digest: str
    text: str
    names: tuple[str, ...]
    outlet: str | None = None
    published: str | None = None
    title: str | None = None
    language: str | None = None
    set_aside: tuple[SetAside, ...] = ()
    published_from: str | None = None
    url: str | None = None
    evidence: Evidence | None = None
    withheld: str | None = None


@dataclass(frozen=True, slots=True)
class CasebookView:
    """Everything a reader of a casebook sees, each list in a stable order.

    `reports` is keyed by the digest of the frozen text (`Claim.digest`). `claims` are those of the newest extraction of
    each report. `background` incidents are among `incidents`.
    """

    reports: Mapping[str, StoredReport]
    claims: tuple[Claim, ...] = ()
    incidents: tuple[Incident, ...] = ()
    envelopes: tuple[Envelope, ...] = ()
    unlinked: tuple[Unlinked, ...] = ()
    relations: tuple[Relation, ...] = ()

    def claims_by_id(self) -> Mapping[ClaimId, Claim]:
        """Return all claims keyed by id."""
        return {claim.id: claim for claim in self.claims}

    def report_of(self, claim: Claim) -> StoredReport:
        """Return the report a claim was read in.

        Raises:
            KeyError: the view holds no report with the claim's digest.
        """
        return self.reports[claim.digest]

    def claims_behind(self, figure: Figure) -> tuple[Claim, ...]:
        """Return the claims a figure rests on, in the figure's order.

        Raises:
            KeyError: the view lacks one of them.
        """
        known = self.claims_by_id()
        return tuple(known[ClaimId(claim)] for claim in figure.claims)

"""What a store must do. `sqlite.py` is the shipped one; `tests/contracts/test_stores.py` holds any other to this."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from bilan.model.actor import ActorChange
from bilan.model.claim import Claim
from bilan.model.decision import Decision
from bilan.model.extraction import Assembly, Extraction
from bilan.model.report import Evidence, Report
from bilan.model.view import CasebookView
from bilan.review.log import LogEntry


@dataclass(frozen=True, slots=True)
class Intake:
    """One report, ready to be stored in one transaction.

    `sightings`: every input, new or known, with this very text (same digest), each under its own id. `extraction`: what
    was read in it, None when the store already holds the reading by `maker` under these circumstances.
    """

    sightings: tuple[Report, ...]
    maker: str
    extraction: Extraction | None


@dataclass(frozen=True, slots=True)
class StoredExtraction:
    """One reading of one report as it is kept: `sha256` is the hash of `payload` (canonical JSON)."""

    id: str
    digest: str
    maker: str
    sha256: str
    payload: str


class Store(Protocol):
    """A casebook's system of record. Everything is added, nothing is changed or taken out, save derived views."""

    def sightings(self, digest: str) -> tuple[Report, ...]:
        """Return every input seen with this text, in the order they came; () when there is none."""
        ...

    def has_extraction(self, report: Report, maker: str) -> bool:
        """Tell whether `maker` already read this report, given its publication date and language."""
        ...

    def add(self, intake: Intake, when: str) -> bool:
        """Store one report, all or nothing; return False when everything was there already.

        Raises:
            CasebookError: the records cannot be kept together (two claims with one id).
        """
        ...

    def reports(self) -> tuple[Report, ...]:
        """Return one report an input id, copies of a text next to each other and alike but for the id, sorted."""
        ...

    def claims(self) -> tuple[Claim, ...]:
        """Return the claims of each report's current extraction, by report and place in it."""
        ...

    def put_assembly(self, assembly: Assembly, head: str, when: str) -> bool:
        """Store the incidents, envelopes, relations and unlinked claims.

        Args:
            assembly: the whole casebook reconciled.
            head: the log's head when the claims were read.
            when: ISO 8601 date-time with zone.

        Returns:
            False, with nothing stored, when something was added to the log in the meantime: assemble again.
        """
        ...

    def incident_claims(self) -> Mapping[str, tuple[str, ...]]:
        """Return the claim ids of each live incident."""
        ...

    def current_incident(self, incident: str) -> str | None:
        """Follow redirects to the live incident; None when it has none any more.

        Raises:
            CasebookError: there never was such an incident.
        """
        ...

    def view(self) -> CasebookView:
        """Return the whole casebook as records."""
        ...

    def decide(self, decision: Decision) -> Decision:
        """Append a decision to the log; returned with its id and its place in the chain."""
        ...

    def change_actor(self, change: ActorChange) -> ActorChange:
        """Append a change of the casebook's own actors to the log; returned with its place in the chain.

        Raises:
            ValueError: the actor's type is unknown, or the change is of another actor than it names.
        """
        ...

    def log(self) -> tuple[LogEntry, ...]:
        """Return the whole log, oldest first."""
        ...

    def head(self) -> str:
        """Return the digest of the log's last entry."""
        ...

    def evidence(self) -> tuple[Evidence, ...]:
        """Return where every stored byte came from."""
        ...

    def damages(self) -> tuple[str, ...]:
        """Re-hash everything the store holds; one sentence a damage."""
        ...

    def close(self) -> None:
        """Let go of files and connections."""
        ...

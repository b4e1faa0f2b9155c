"""JSON lines in the contract's records: reports, claims, incidents, envelopes, unlinked claims, tombstones.

The order is that of the kinds above, each by id. Keys keep the contract's order; null fields are written.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bilan.errors import InputError
from bilan.export.base import DEFAULT, ExportOptions, write_whole
from bilan.export.privacy import Tombstone, release
from bilan.model.claim import Claim
from bilan.model.incident import Envelope, Incident, Unlinked
from bilan.model.view import CasebookView, StoredReport
from bilan.model.wire import Row, claim_from_row, claim_row
from bilan.model.wire_incident import (
    envelope_from_row,
    envelope_row,
    incident_from_row,
    incident_row,
    unlinked_row,
)


@dataclass(frozen=True, slots=True)
class Records:
    """What a file of JSON lines holds; each tuple by id. `tombstones` name what was held back."""

    claims: tuple[Claim, ...]
    incidents: tuple[Incident, ...]
    envelopes: tuple[Envelope, ...]
    unlinked: tuple[Unlinked, ...]
    tombstones: tuple[Tombstone, ...]


@dataclass(frozen=True, slots=True)
class JsonLines:
    """Everything, in the stable contract; reads back without loss when names are included."""

    name: str = "jsonl"
    media_type: str = "application/jsonl"
    suffix: str = ".jsonl"
    summary: str = "JSON lines: every claim, incident and envelope as a record of the contract"

    def write(self, view: CasebookView, path: Path, options: ExportOptions = DEFAULT) -> tuple[Path, ...]:
        """Write one record a line, UTF-8."""
        lines = (json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in list_rows(view, options))
        return (write_whole(path, "".join(f"{line}\n" for line in lines).encode("utf-8", "surrogatepass")),)


EXPORTER = JsonLines()


def list_rows(view: CasebookView, options: ExportOptions = DEFAULT) -> Iterable[Row]:
    """Yield the records of a casebook in the file's order."""
    out = release(view, options)
    for _, report in sorted(out.view.reports.items()):
        yield _report_row(report, out.view)
    for claim in sorted(out.view.claims, key=lambda claim: claim.id):
        yield claim_row(claim)
    for incident in sorted(out.view.incidents, key=lambda incident: incident.id):
        yield incident_row(incident)
    for envelope in sorted(out.view.envelopes, key=lambda envelope: envelope.id):
        yield envelope_row(envelope)
    for item in sorted(out.view.unlinked, key=lambda item: (item.claim, item.reason)):
        yield unlinked_row(item)
    for stone in out.tombstones:
        yield {"schema": "bilan.tombstone/1", "id": stone.id, "kind": stone.kind, "reason": stone.reason}


def read_records(path: Path) -> Records:
    """Read a file of JSON lines back.

    Raises:
        InputError: a line is no record of the contract; the message names the line.
    """
    rows: dict[str, list[Mapping[str, Any]]] = {}
    for number, line in enumerate(path.read_bytes().decode("utf-8", "surrogatepass").split("\n"), start=1):
        if not line:
            continue
        try:
            row = json.loads(line)
            rows.setdefault(row["schema"], []).append(row)
        except (json.JSONDecodeError, KeyError, TypeError) as error:
            raise InputError(f"{path}, line {number}: {error}", "each line must be a record with a schema") from error
    digests = {claim: row["digest"] for row in rows.get("bilan.report/1", ()) for claim in row["claims"]}
    return Records(
        claims=tuple(claim_from_row(row, digests[row["id"]]) for row in rows.get("bilan.claim/1", ())),
        incidents=tuple(incident_from_row(row) for row in rows.get("bilan.incident/1", ())),
        envelopes=tuple(envelope_from_row(row) for row in rows.get("bilan.envelope/1", ())),
        unlinked=tuple(Unlinked(row["claim"], row["reason"]) for row in rows.get("bilan.unlinked/1", ())),
        tombstones=tuple(Tombstone(r["id"], r["kind"], r["reason"]) for r in rows.get("bilan.tombstone/1", ())),
    )


def _report_row(report: StoredReport, view: CasebookView) -> Row:
    """Return one report without its text; one that is withheld shows its digest and the reason only."""
    shown = report.withheld is None
    return {
        "schema": "bilan.report/1",
        "id": report.names[0] if shown else None,
        "names": list(report.names) if shown else [],
        "digest": report.digest,
        "outlet": report.outlet if shown else None,
        "published": report.published if shown else None,
        "title": report.title if shown else None,
        "language": report.language if shown else None,
        "url": report.url if shown else None,
        "withheld": report.withheld,
        "claims": sorted(claim.id for claim in view.claims if claim.digest == report.digest),
    }

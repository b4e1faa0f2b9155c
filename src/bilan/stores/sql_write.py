"""Writing a casebook's tables, inside a transaction that the caller opened."""

import json
from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection, Table, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from bilan.errors import CasebookError
from bilan.model.extraction import Assembly
from bilan.model.ids import sha256_hex
from bilan.model.incident import Figure
from bilan.model.report import Report
from bilan.model.wire_incident import envelope_row, figure_row, relation_row
from bilan.review.log import LogEntry, canonical, chain_entry
from bilan.stores import schema, sql_read
from bilan.stores.base import Intake
from bilan.stores.heirs import find_heirs
from bilan.stores.rows import (
    Values,
    claim_values,
    evidence_values,
    extraction_id,
    extraction_payload,
    incident_values,
    log_values,
    sighting_values,
)
from bilan.stores.sightings import effective_report

VIEWS = (schema.relations, schema.unlinked, schema.envelopes, schema.figures, schema.memberships)


def append_log(connection: Connection, kind: str, when: str, body: Mapping[str, object]) -> LogEntry:
    """Add one entry to the end of the log."""
    entry = chain_entry(sql_read.last_entry(connection), kind, when, body)
    connection.execute(insert(schema.log), [log_values(entry)])
    return entry


def add_report(connection: Connection, intake: Intake, when: str) -> bool:
    """Add one report with what was read in it; see `Store.add`."""
    first = intake.sightings[0]
    if not sql_read.has_report(connection, first.digest):
        connection.execute(insert(schema.reports), [{"digest": first.digest, "text": first.text}])
    new = [key for sighting in intake.sightings if (key := _add_sighting(connection, sighting))]
    report = effective_report(sql_read.sightings(connection, first.digest))
    extraction = extraction_id(report, intake.maker)
    payload_sha256 = _add_extraction(connection, intake, report, when)
    turned = _turn_to(connection, report.digest, extraction)
    if not (new or payload_sha256 or turned):
        return False
    body = {"report": report.digest, "inputs": new, "extraction": extraction, "sha256": payload_sha256}
    append_log(connection, "import", when, body)
    return True


def put_assembly(connection: Connection, assembly: Assembly, when: str) -> None:
    """Write the derived views anew, unless they would come out as they are.

    Raises:
        CasebookError: the assembly cannot be stored (a claim in two incidents, or a claim the casebook does not hold).
    """
    digest = assembly_digest(assembly)
    pending = sql_read.pending_reports(connection)
    if not pending and digest == sql_read.last_assembly(connection):
        return
    before = sql_read.incident_claims(connection)
    for table in VIEWS:
        connection.execute(delete(table))
    for report, extraction in pending.items():
        connection.execute(delete(schema.claims).where(schema.claims.c.digest == report))
        _put_claims(connection, report, extraction)
    try:
        _put_incidents(connection, assembly, when)
        _put_beside(connection, assembly)
    except IntegrityError as error:
        raise CasebookError(f"the incidents cannot be stored: {error.orig}", "please report this fault") from error
    _retire(connection, assembly, before)
    append_log(connection, "assembly", when, {"sha256": digest, "incidents": len(assembly.incidents)})


def assembly_digest(assembly: Assembly) -> str:
    """Hash everything an assembly says: what the log remembers, and `bilan verify` compares."""
    rows = {
        "incidents": [incident_values(incident, place)["row"] for place, incident in enumerate(assembly.incidents)],
        "envelopes": [envelope_row(envelope) for envelope in assembly.envelopes],
        "unlinked": [[unlinked.claim, unlinked.reason] for unlinked in assembly.unlinked],
        "relations": [[r.kind, r.source, r.target, r.reason] for r in assembly.relations],
    }
    return sha256_hex(canonical(rows).encode("utf-8"))


def _add_sighting(connection: Connection, sighting: Report) -> str | None:
    values = sighting_values(sighting)
    known = select(schema.sightings.c.seq).where(schema.sightings.c.key == values["key"])
    if connection.execute(known).first():
        return None
    if sighting.evidence:
        _insert_new(connection, schema.evidence, evidence_values(sighting.evidence), ("sha256", "origin"))
    connection.execute(insert(schema.sightings), [values])
    return str(values["key"])


def _add_extraction(connection: Connection, intake: Intake, report: Report, when: str) -> str | None:
    if intake.extraction is None:
        return None
    payload = extraction_payload(intake.extraction)
    values = {
        "id": extraction_id(report, intake.maker),
        "digest": report.digest,
        "maker": intake.maker,
        "made": when,
        "sha256": sha256_hex(payload.encode("utf-8")),
        "payload": payload,
    }
    added = _insert_new(connection, schema.extractions, values, ("id",))
    return str(values["sha256"]) if added else None


def _turn_to(connection: Connection, report: str, extraction: str) -> bool:
    """Make `extraction` the report's current one; its claims stand in the view at once when no older ones do."""
    if not sql_read.extraction_payload(connection, extraction):
        raise CasebookError(f"report {report}: nothing was read in it yet", "store it with its extraction")
    reports = schema.reports
    change = update(reports).where(reports.c.digest == report, reports.c.extraction.is_distinct_from(extraction))
    turned = connection.execute(change.values(extraction=extraction)).rowcount > 0
    claims = select(schema.claims.c.id).where(schema.claims.c.digest == report)
    if turned and not connection.execute(claims).first():
        _put_claims(connection, report, extraction)
    return turned


def _put_claims(connection: Connection, report: str, extraction: str) -> None:
    rows = json.loads(sql_read.extraction_payload(connection, extraction) or "{}")["claims"]
    values = [claim_values(row, position, extraction) for position, row in enumerate(rows)]
    try:
        _insert_all(connection, schema.claims, values)
    except IntegrityError as error:
        raise CasebookError(f"report {report}: two claims have one id", "please report this fault") from error


def _put_incidents(connection: Connection, assembly: Assembly, when: str) -> None:
    known = set(connection.execute(select(schema.incidents.c.id)).scalars())
    incidents, members, figures = [], [], []
    for position, incident in enumerate(assembly.incidents):
        values = incident_values(incident, position)
        if incident.id in known:
            change = update(schema.incidents).where(schema.incidents.c.id == incident.id)
            connection.execute(change.values(**values))
        else:
            incidents.append({"id": incident.id, "minted": when, **values})
        members += [
            {"claim": claim, "incident": incident.id, "position": place} for place, claim in enumerate(incident.claims)
        ]
        figures += [_figure_values(incident.id, figure) for figure in incident.figures]
    _insert_all(connection, schema.incidents, incidents)
    _insert_all(connection, schema.memberships, members)
    _insert_all(connection, schema.figures, figures)


def _put_beside(connection: Connection, assembly: Assembly) -> None:
    envelopes = [
        {"position": position, "id": envelope.id, "claim": envelope.claim, "row": canonical(envelope_row(envelope))}
        for position, envelope in enumerate(assembly.envelopes)
    ]
    unlinked = [
        {"position": position, "claim": unlinked.claim, "reason": unlinked.reason}
        for position, unlinked in enumerate(assembly.unlinked)
    ]
    relations = [
        {"position": position, **relation_row(relation)} for position, relation in enumerate(assembly.relations)
    ]
    _insert_all(connection, schema.envelopes, envelopes)
    _insert_all(connection, schema.unlinked, unlinked)
    _insert_all(connection, schema.relations, relations)


def _retire(connection: Connection, assembly: Assembly, before: Mapping[str, tuple[str, ...]]) -> None:
    """Redirect the incidents that are no more to those that took most of their claims."""
    live = {str(incident.id): incident.claims for incident in assembly.incidents}
    gone = dict.fromkeys(("position", "event", "background", "status", "country", "place", "earliest", "latest", "row"))
    told = {old: heir for old, heir in assembly.redirects if heir in live}
    for old, overlapping in find_heirs(before, live).items():
        heir = told.get(old, overlapping)
        change = update(schema.incidents).where(schema.incidents.c.id == old)
        connection.execute(change.values(redirect=heir, **gone))


def _figure_values(incident: str, figure: Figure) -> Values:
    row = figure_row(figure)
    row.pop("claims")
    return {"incident": incident, **row}


def _insert_new(connection: Connection, table: Table, values: Values, keys: Iterable[str]) -> bool:
    known = select(table).where(*(table.c[key] == values[key] for key in keys))
    if connection.execute(known).first():
        return False
    connection.execute(insert(table), [values])
    return True


def _insert_all(connection: Connection, table: Table, rows: Sequence[Values]) -> None:
    if rows:
        connection.execute(insert(table), rows)

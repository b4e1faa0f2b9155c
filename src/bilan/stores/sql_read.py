"""Reading a casebook's tables, inside a transaction that the caller opened."""

import json
from collections.abc import Mapping
from dataclasses import replace

from sqlalchemy import Connection, and_, exists, func, select

from bilan.errors import CasebookError
from bilan.model.claim import Claim
from bilan.model.extraction import Assembly
from bilan.model.incident import Envelope, Incident, Relation, Unlinked
from bilan.model.report import Evidence, Report
from bilan.model.view import CasebookView, StoredReport
from bilan.model.wire_incident import envelope_from_row, incident_from_row
from bilan.review.log import FIRST, LogEntry
from bilan.stores import schema
from bilan.stores.base import StoredExtraction
from bilan.stores.rows import payload_claims, payload_set_aside, read_claim, read_evidence, read_log, read_sighting
from bilan.stores.sightings import effective_report, merge_set_aside


def has_report(connection: Connection, digest: str) -> bool:
    """Tell whether the text is kept already."""
    return connection.execute(select(exists().where(schema.reports.c.digest == digest))).scalar_one()


def sightings(connection: Connection, digest: str) -> tuple[Report, ...]:
    """Return every input seen with this text, in the order they came."""
    return _sightings(connection, digest).get(digest, ())


def extraction_payload(connection: Connection, extraction: str) -> str | None:
    """Return a stored reading's payload, None when there is no such reading."""
    table = schema.extractions
    return connection.execute(select(table.c.payload).where(table.c.id == extraction)).scalar_one_or_none()


def extractions(connection: Connection) -> tuple[StoredExtraction, ...]:
    """Return every reading ever kept."""
    table = schema.extractions
    rows = connection.execute(select(table).order_by(table.c.id)).mappings()
    return tuple(StoredExtraction(r["id"], r["digest"], r["maker"], r["sha256"], r["payload"]) for r in rows)


def reports(connection: Connection) -> tuple[Report, ...]:
    """Return one report an input id; see `Store.reports`."""
    found = []
    for seen in _sightings(connection).values():
        report = effective_report(seen)
        found += [_renamed(report, name) for name in sorted({sighting.id for sighting in seen})]
    return tuple(sorted(found, key=lambda report: (report.digest, report.id)))


def claims(connection: Connection) -> tuple[Claim, ...]:
    """Return the claims of each report's current extraction, also of those the views do not show yet."""
    kept = schema.reports
    query = select(kept.c.digest, schema.extractions.c.payload).join(
        schema.extractions, kept.c.extraction == schema.extractions.c.id
    )
    names = _names(connection)
    rows = connection.execute(query.order_by(kept.c.digest))
    return tuple(claim for digest, payload in rows for claim in payload_claims(payload, digest, names[digest]))


def pending_reports(connection: Connection) -> Mapping[str, str]:
    """Return the current extraction of each report whose claims in the view are of another one."""
    shown, kept = schema.claims, schema.reports
    query = (
        select(kept.c.digest, kept.c.extraction)
        .join(shown, and_(shown.c.digest == kept.c.digest, shown.c.extraction != kept.c.extraction))
        .distinct()
    )
    return {row.digest: row.extraction for row in connection.execute(query.order_by(kept.c.digest))}


def incident_claims(connection: Connection) -> Mapping[str, tuple[str, ...]]:
    """Return the claim ids of each live incident."""
    table = schema.memberships
    found: dict[str, list[str]] = {}
    rows = connection.execute(select(table.c.incident, table.c.claim).order_by(table.c.incident, table.c.position))
    for incident, claim in rows:
        found.setdefault(incident, []).append(claim)
    return {incident: tuple(members) for incident, members in found.items()}


def current_incident(connection: Connection, incident: str) -> str | None:
    """Follow redirects; see `Store.current_incident`."""
    table, wanted = schema.incidents, incident
    while True:
        query = select(table.c.redirect, table.c.position).where(table.c.id == wanted)
        row = connection.execute(query).first()
        if row is None:
            raise CasebookError(f"no incident {incident!r} in this casebook", "`bilan show CASEBOOK` lists them")
        if row.position is not None:
            return wanted
        if row.redirect is None:
            return None
        wanted = row.redirect


def view(connection: Connection) -> CasebookView:
    """Return the casebook as records, as of its last assembly."""
    names, shown = _names(connection), schema.claims
    rows = connection.execute(select(shown.c.digest, shown.c.row).order_by(shown.c.digest, shown.c.position))
    derived = assembly(connection)
    return CasebookView(
        reports=stored_reports(connection),
        claims=tuple(read_claim(json.loads(row), digest, names[digest]) for digest, row in rows),
        incidents=derived.incidents,
        envelopes=derived.envelopes,
        unlinked=derived.unlinked,
        relations=derived.relations,
    )


def assembly(connection: Connection) -> Assembly:
    """Return the incidents and what stands beside them, in their order."""
    live = schema.incidents.c
    rows = connection.execute(select(live.row).where(live.position.is_not(None)).order_by(live.position)).scalars()
    beside = connection.execute(select(schema.envelopes.c.row).order_by(schema.envelopes.c.position)).scalars()
    loose = schema.unlinked.c
    alone = connection.execute(select(loose.claim, loose.reason).order_by(loose.position))
    tied = schema.relations.c
    ties = connection.execute(select(tied.kind, tied.source, tied.target, tied.reason).order_by(tied.position))
    incidents: tuple[Incident, ...] = tuple(incident_from_row(json.loads(row)) for row in rows)
    envelopes: tuple[Envelope, ...] = tuple(envelope_from_row(json.loads(row)) for row in beside)
    return Assembly(
        incidents=incidents,
        envelopes=envelopes,
        unlinked=tuple(Unlinked(row.claim, row.reason) for row in alone),
        relations=tuple(Relation(row.kind, row.source, row.target, row.reason) for row in ties),
    )


def stored_reports(connection: Connection) -> Mapping[str, StoredReport]:
    """Return every report, keyed and sorted by the digest of its text."""
    kept = schema.reports
    query = select(kept.c.digest, kept.c.withheld, schema.extractions.c.payload).join(
        schema.extractions, kept.c.extraction == schema.extractions.c.id
    )
    seen, found = _sightings(connection), {}
    for digest, withheld, payload in connection.execute(query.order_by(kept.c.digest)):
        report = effective_report(seen[digest])
        found[digest] = StoredReport(
            digest=digest,
            text=report.text,
            names=tuple(sorted({sighting.id for sighting in seen[digest]})),
            outlet=report.outlet,
            published=report.published,
            title=report.title,
            language=report.language,
            set_aside=merge_set_aside(report.set_aside, payload_set_aside(payload)),
            published_from=report.published_from,
            url=report.url,
            evidence=report.evidence,
            withheld=withheld,
        )
    return found


def evidence(connection: Connection) -> tuple[Evidence, ...]:
    """Return where every stored byte came from, by hash and origin."""
    table = schema.evidence
    rows = connection.execute(select(table).order_by(table.c.sha256, table.c.origin)).mappings()
    return tuple(read_evidence(row) for row in rows)


def log(connection: Connection) -> tuple[LogEntry, ...]:
    """Return the whole log, oldest first."""
    return read_log(connection.execute(select(schema.log).order_by(schema.log.c.seq)).mappings())


def last_entry(connection: Connection) -> LogEntry | None:
    """Return the log's last entry, None for an empty log."""
    newest = select(func.max(schema.log.c.seq)).scalar_subquery()
    entries = read_log(connection.execute(select(schema.log).where(schema.log.c.seq == newest)).mappings())
    return entries[0] if entries else None


def head(connection: Connection) -> str:
    """Return the digest of the log's last entry."""
    entry = last_entry(connection)
    return entry.digest if entry else FIRST


def last_assembly(connection: Connection) -> str | None:
    """Return the digest of the last assembly stored, None when there is none."""
    table = schema.log
    query = select(table).where(table.c.kind == "assembly").order_by(table.c.seq.desc()).limit(1)
    entries = read_log(connection.execute(query).mappings())
    return str(entries[0].fields["sha256"]) if entries else None


def _sightings(connection: Connection, digest: str | None = None) -> Mapping[str, tuple[Report, ...]]:
    seen, kept = schema.sightings, schema.reports
    query = select(seen, kept.c.text).join(kept, kept.c.digest == seen.c.digest).order_by(seen.c.seq)
    if digest is not None:
        query = query.where(seen.c.digest == digest)
    rows = connection.execute(query).mappings().all()
    known = schema.evidence
    wanted = select(known).where(known.c.sha256.in_({row["evidence"] for row in rows})) if digest else select(known)
    origins = {(row["sha256"], row["origin"]): read_evidence(row) for row in connection.execute(wanted).mappings()}
    found: dict[str, list[Report]] = {}
    for row in rows:
        found.setdefault(row["digest"], []).append(read_sighting(row, row["text"], origins))
    return {key: tuple(reports) for key, reports in found.items()}


def _names(connection: Connection) -> Mapping[str, str]:
    table = schema.sightings
    rows = connection.execute(select(table.c.digest, func.min(table.c.name).label("name")).group_by(table.c.digest))
    return {row.digest: row.name for row in rows}


def _renamed(report: Report, name: str) -> Report:
    return report if report.id == name else replace(report, id=name)

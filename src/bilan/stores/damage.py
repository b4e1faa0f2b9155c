"""Re-hash what a casebook holds and tell, in words, what is not what it was."""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from sqlalchemy import Connection, select, text

from bilan.model.ids import sha256_hex, text_digest
from bilan.model.incident import Figure
from bilan.model.report import Evidence
from bilan.review.log import LogEntry, verify_chain
from bilan.stores import schema, sql_read
from bilan.stores.base import StoredExtraction
from bilan.stores.blobs import blob_path, iter_blobs
from bilan.stores.rows import claim_values, sighting_values
from bilan.stores.sql_write import assembly_digest

FIGURE = ("incident", "outcome", "people", "policy", "low", "best", "high", "open", "reason")  # columns compared


def find_table_damage(connection: Connection) -> Iterator[str]:
    """Check every table against its hashes and against the log; yield one sentence a damage."""
    entries = sql_read.log(connection)
    kept = {extraction.id: extraction for extraction in sql_read.extractions(connection)}
    yield from verify_chain(entries)
    yield from _check_texts(connection)
    yield from _check_inputs(connection)
    yield from _check_extractions(kept.values())
    yield from _check_imports(connection, entries, kept)
    yield from _check_claims(connection, kept)
    yield from _check_assembly(connection)
    if connection.dialect.name == "sqlite":
        yield from _check_sqlite(connection)


def find_blob_damage(folder: Path, evidence: Iterable[Evidence]) -> Iterator[str]:
    """Re-hash the blobs; a blob that no evidence names is left over from an interrupted run and no damage."""
    wanted = {item.sha256: item for item in evidence}
    for sha256, item in sorted(wanted.items()):
        path = blob_path(folder, sha256)
        if not path.is_file():
            yield f"blob {sha256} is missing (from {item.origin})"
        elif path.stat().st_size != item.size:
            yield f"blob {sha256}: {path.stat().st_size} bytes, {item.size} when it was taken in (from {item.origin})"
    for path in iter_blobs(folder):
        if sha256_hex(path.read_bytes()) != path.name:
            yield f"blob {path.name}: its bytes have another hash"


def _check_texts(connection: Connection) -> Iterator[str]:
    kept = schema.reports.c
    for digest, words in connection.execute(select(kept.digest, kept.text).order_by(kept.digest)):
        if text_digest(words) != digest:
            yield f"report {digest}: its text has another hash"


def _check_inputs(connection: Connection) -> Iterator[str]:
    keys = set(connection.execute(select(schema.sightings.c.key)).scalars())
    digests = connection.execute(select(schema.reports.c.digest).order_by(schema.reports.c.digest)).scalars().all()
    found = [sighting_values(report) for digest in digests for report in sql_read.sightings(connection, digest)]
    for values in found:
        if values["key"] not in keys:
            yield f"input {values['name']} (report {values['digest']}): what is kept of it was changed"
    if len(found) != len(keys):
        yield f"{len(keys)} inputs are kept, and {len(found)} belong to a report"


def _check_extractions(kept: Iterable[StoredExtraction]) -> Iterator[str]:
    for extraction in kept:
        if sha256_hex(extraction.payload.encode("utf-8")) != extraction.sha256:
            yield f"extraction {extraction.id} (report {extraction.digest}) was changed after it was written"


def _check_imports(
    connection: Connection, entries: Iterable[LogEntry], kept: Mapping[str, StoredExtraction]
) -> Iterator[str]:
    keys = set(connection.execute(select(schema.sightings.c.key)).scalars())
    logged_keys: set[str] = set()
    logged: dict[str, str] = {}
    for entry in entries:
        if entry.kind == "import":
            body = entry.fields
            logged_keys |= set(body["inputs"])
            if body["sha256"]:
                logged[body["extraction"]] = body["sha256"]
    for extraction, sha256 in sorted(logged.items()):
        if extraction not in kept:
            yield f"extraction {extraction} is in the log and gone from the casebook"
        elif kept[extraction].sha256 != sha256:
            yield f"extraction {extraction} is not the one the log tells of"
    for extraction in sorted(set(kept) - set(logged)):
        yield f"extraction {extraction} is not in the log"
    if keys != logged_keys:
        yield f"the log tells of {len(logged_keys - keys)} inputs that are gone, and lacks {len(keys - logged_keys)}"


def _check_claims(connection: Connection, kept: Mapping[str, StoredExtraction]) -> Iterator[str]:
    rows = connection.execute(select(schema.claims).order_by(schema.claims.c.digest, schema.claims.c.position))
    shown: dict[str, list[Mapping[str, object]]] = {}
    for row in rows.mappings():
        shown.setdefault(row["extraction"], []).append(dict(row))
    for extraction, found in shown.items():
        if extraction not in kept:
            yield f"the claims of extraction {extraction} have no extraction"
            continue
        wanted = json.loads(kept[extraction].payload)["claims"]
        if found != [claim_values(row, position, extraction) for position, row in enumerate(wanted)]:
            yield f"the claims of report {kept[extraction].digest} are not those of its extraction {extraction}"


def _check_assembly(connection: Connection) -> Iterator[str]:
    logged = sql_read.last_assembly(connection)
    found = sql_read.assembly(connection)
    if logged is None:
        if found.incidents or found.envelopes or found.unlinked or found.relations:
            yield "there are incidents, and the log tells of none"
        return
    if assembly_digest(found) != logged:
        yield "incidents, figures, envelopes or relations were changed after they were assembled"
    members = {incident.id: incident.claims for incident in found.incidents}
    if dict(sql_read.incident_claims(connection)) != {key: claims for key, claims in members.items() if claims}:
        yield "the table of which claim is in which incident does not fit the incidents"
    figures = schema.figures.c
    columns = (
        figures.incident,
        figures.outcome,
        figures.people,
        figures.policy,
        figures.low,
        figures.best,
        figures.high,
    )
    stored = {tuple(row) for row in connection.execute(select(*columns))}
    printed = {
        (incident.id, f.outcome, f.people, f.policy, f.low, f.best, f.high)
        for incident in found.incidents
        for f in incident.figures
    }
    if stored != printed:
        yield "the table of figures does not fit the incidents"


def _figure_columns(figure: Figure) -> tuple[object, ...]:
    return tuple(getattr(figure, column) for column in FIGURE[1:])


def _check_sqlite(connection: Connection) -> Iterator[str]:
    for row in connection.execute(text("PRAGMA integrity_check")):
        if row[0] != "ok":
            yield f"database file: {row[0]}"
    for row in connection.execute(text("PRAGMA foreign_key_check")):
        yield f"database: a row of {row[0]} refers to a row of {row[2]} that is not there"

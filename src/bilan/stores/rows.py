"""Records to and from the rows of the casebook's tables."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy import RowMapping

from bilan.model.claim import Claim
from bilan.model.extraction import Extraction
from bilan.model.ids import row_digest, short_hash
from bilan.model.incident import Incident
from bilan.model.place import Place
from bilan.model.report import Evidence, Report
from bilan.model.text import SetAside, Span
from bilan.model.time import TimeSpan
from bilan.model.wire import claim_from_row, claim_row, place_from_row, place_row
from bilan.model.wire_incident import incident_row
from bilan.review.log import LogEntry, canonical

Values = dict[str, Any]


def extraction_id(report: Report, maker: str) -> str:
    """Name a reading by what decides its outcome: the text, who reads it, and the date and language it is read with."""
    return "ext-" + short_hash(report.digest, maker, report.published, report.language)


def extraction_payload(extraction: Extraction) -> str:
    """Return what a reading yields as canonical JSON; copies of a text under other ids yield the same bytes."""
    digest = extraction.report.digest
    return canonical(
        {
            "claims": [claim_row(replace(claim, report=digest)) for claim in extraction.claims],
            "places": [place_row(place) for place in extraction.places],
            "set_aside": [_aside_row(aside) for aside in extraction.set_aside],
        }
    )


def payload_claims(payload: str, digest: str, name: str) -> tuple[Claim, ...]:
    """Return the claims of a stored reading under the report's name."""
    return tuple(read_claim(row, digest, name) for row in json.loads(payload)["claims"])


def payload_places(payload: str) -> tuple[Place, ...]:
    """Return every place a stored reading names, in text order."""
    places = (place_from_row(row) for row in json.loads(payload)["places"])
    return tuple(place for place in places if place)


def payload_set_aside(payload: str) -> tuple[SetAside, ...]:
    """Return what a stored reading set aside."""
    return tuple(_read_aside(row) for row in json.loads(payload)["set_aside"])


def read_claim(row: Mapping[str, Any], digest: str, name: str) -> Claim:
    """Return a stored claim under the report's name: rows name the report by the digest of its text."""
    return claim_from_row({**row, "report": name}, digest)


def claim_values(row: Mapping[str, Any], position: int, extraction: str) -> Values:
    """Return the claim table's row of one stored `bilan.claim/1` record."""
    count, place, time = row["count"] or {}, row["place"] or {}, row["time"] or {}
    return {
        "id": row["id"],
        "digest": row["report"],
        "extraction": extraction,
        "position": position,
        "revision": row_digest(row),
        "kind": row["kind"],
        "event": row["event"],
        "outcome": row["outcome"],
        "low": count.get("low"),
        "high": count.get("high"),
        "basis": row["basis"],
        "modality": row["modality"],
        "country": place.get("country"),
        "place": place.get("id"),
        "earliest": time.get("earliest"),
        "latest": time.get("latest"),
        "row": canonical(row),
    }


def sighting_values(report: Report) -> Values:
    """Return the sightings table's row of one input; `key` is the same only for the same input again."""
    evidence = report.evidence
    values = {
        "digest": report.digest,
        "name": report.id,
        "language": report.language,
        "published": report.published,
        "published_from": report.published_from,
        "title": report.title,
        "outlet": report.outlet,
        "url": report.url,
        "set_aside": canonical([_aside_row(aside) for aside in report.set_aside]),
        "evidence": evidence.sha256 if evidence else None,
    }
    key = row_digest(values)  # not where it lay: the same file read from elsewhere is no second input
    return {**values, "key": key, "origin": evidence.origin if evidence else None}


def read_sighting(row: RowMapping, text: str, evidence: Mapping[tuple[str, str], Evidence]) -> Report:
    """Return one input as it was read."""
    return Report(
        id=row["name"],
        text=text,
        digest=row["digest"],
        language=row["language"],
        published=row["published"],
        published_from=row["published_from"],
        title=row["title"],
        outlet=row["outlet"],
        url=row["url"],
        evidence=evidence.get((row["evidence"], row["origin"])),
        set_aside=tuple(_read_aside(aside) for aside in json.loads(row["set_aside"])),
    )


def evidence_values(evidence: Evidence) -> Values:
    """Return the evidence table's row."""
    return {
        "sha256": evidence.sha256,
        "origin": evidence.origin,
        "size": evidence.size,
        "media_type": evidence.media_type,
        "retrieved": evidence.retrieved,
        "tool": evidence.tool,
    }


def read_evidence(row: RowMapping) -> Evidence:
    """Return where stored bytes came from."""
    return Evidence(**{name: row[name] for name in ("sha256", "size", "media_type", "origin", "retrieved", "tool")})


def incident_values(incident: Incident, position: int) -> Values:
    """Return the incidents table's row of a live incident, but for when its id was minted."""
    place: Place = incident.place or Place("")
    time: TimeSpan = incident.time or TimeSpan("")
    return {
        "position": position,
        "redirect": None,
        "event": incident.event,
        "background": incident.background,
        "status": incident.status,
        "country": place.country,
        "place": place.id,
        "earliest": time.earliest,
        "latest": time.latest,
        "row": canonical(incident_row(incident)),
    }


def log_values(entry: LogEntry) -> Values:
    """Return the log table's row."""
    return {
        "seq": entry.seq,
        "kind": entry.kind,
        "at": entry.when,
        "body": entry.body,
        "previous": entry.previous,
        "digest": entry.digest,
    }


def read_log(rows: Iterable[RowMapping]) -> tuple[LogEntry, ...]:
    """Return log entries in the rows' order."""
    return tuple(
        LogEntry(row["seq"], row["kind"], row["at"], row["body"], row["previous"], row["digest"]) for row in rows
    )


def _aside_row(aside: SetAside) -> Values:
    row: Values = {
        "kind": aside.kind,
        "start": aside.span.start,
        "end": aside.span.end,
        "text": aside.text,
        "reason": aside.reason,
    }
    if aside.code:  # a field only where it says something: the key of an input read long ago stays the same
        row["code"] = aside.code
    if aside.sentence is not None:
        row["sentence"] = [aside.sentence.start, aside.sentence.end]
    return row


def _read_aside(row: Mapping[str, Any]) -> SetAside:
    sentence = Span(*row["sentence"]) if "sentence" in row else None
    span = Span(row["start"], row["end"])
    return SetAside(row["kind"], span, row["text"], row["reason"], row.get("code", ""), sentence)

"""Incidents and envelopes to and from the stable JSON contract (`bilan.incident/1`, `bilan.envelope/1`)."""

from collections.abc import Mapping
from typing import Any

from bilan.model.claim import Actor
from bilan.model.ids import IncidentId
from bilan.model.incident import Envelope, Figure, Incident, Relation, Unlinked
from bilan.model.wire import Row, actor_row, place_from_row, place_row, time_from_row, time_row


def incident_row(incident: Incident) -> Row:
    """Return one `bilan.incident/1` record, keys in the contract's order; `relations` is added at the end."""
    return {
        "schema": "bilan.incident/1",
        "id": incident.id,
        "event": incident.event,
        "tags": list(incident.tags),
        "background": incident.background,
        "reports": list(incident.reports),
        "claims": list(incident.claims),
        "place": place_row(incident.place),
        "time": time_row(incident.time),
        "actors": [actor_row(actor) for actor in incident.actors],
        "figures": [figure_row(figure) for figure in incident.figures],
        "independent_sources": incident.independent_sources,
        "status": incident.status,
        "relations": [relation_row(relation) for relation in incident.relations],
    }


def incident_from_row(row: Mapping[str, Any]) -> Incident:
    """Read a `bilan.incident/1` record back.

    Raises:
        KeyError: the record lacks a field of the contract.
    """
    return Incident(
        id=IncidentId(row["id"]),
        event=row["event"],
        claims=tuple(row["claims"]),
        reports=tuple(row["reports"]),
        place=place_from_row(row["place"]),
        time=time_from_row(row["time"]),
        tags=tuple(row["tags"]),
        background=row["background"],
        actors=tuple(Actor(**actor) for actor in row["actors"]),
        figures=tuple(figure_from_row(figure) for figure in row["figures"]),
        relations=tuple(relation_from_row(relation) for relation in row.get("relations", ())),
        independent_sources=row["independent_sources"],
        status=row["status"],
    )


def envelope_row(envelope: Envelope) -> Row:
    """Return one `bilan.envelope/1` record. It has no `reports`: its claim says where it stands.

    `recorded` is what the incidents inside its place and time add up to, beside the envelope's own count.
    """
    return {
        "schema": "bilan.envelope/1",
        "id": envelope.id,
        "claim": envelope.claim,
        "basis": envelope.basis,
        "outcome": envelope.outcome,
        "people": list(envelope.people),
        "low": envelope.low,
        "high": envelope.high,
        "wording": envelope.wording,
        "per": envelope.per,
        "share": envelope.share,
        "place": place_row(envelope.place),
        "time": time_row(envelope.time),
        "incidents": list(envelope.incidents),
        "recorded": {
            "low": envelope.recorded_low,
            "best": envelope.recorded_best,
            "high": envelope.recorded_high,
        },
        "reason": envelope.reason,
    }


def envelope_from_row(row: Mapping[str, Any]) -> Envelope:
    """Read a `bilan.envelope/1` record back.

    Raises:
        KeyError: the record lacks a field of the contract.
    """
    recorded = row["recorded"]
    return Envelope(
        id=row["id"],
        claim=row["claim"],
        basis=row["basis"],
        outcome=row["outcome"],
        people=tuple(row["people"]),
        low=row["low"],
        high=row["high"],
        wording=row["wording"],
        per=row["per"],
        share=row["share"],
        place=place_from_row(row["place"]),
        time=time_from_row(row["time"]),
        incidents=tuple(row["incidents"]),
        recorded_low=recorded["low"],
        recorded_best=recorded["best"],
        recorded_high=recorded["high"],
        reason=row["reason"],
    )


def figure_row(figure: Figure) -> Row:
    """Return one figure of an incident."""
    return {
        "outcome": figure.outcome,
        "people": figure.people,
        "low": figure.low,
        "best": figure.best,
        "high": figure.high,
        "open": figure.open,
        "claims": list(figure.claims),
        "policy": figure.policy,
        "reason": figure.reason,
    }


def figure_from_row(row: Mapping[str, Any]) -> Figure:
    """Read a figure back."""
    plain = {key: row[key] for key in ("outcome", "people", "low", "best", "high", "open", "policy", "reason")}
    return Figure(claims=tuple(row["claims"]), **plain)


def relation_row(relation: Relation) -> Row:
    """Return one relation between two claims."""
    return {
        "kind": relation.kind,
        "source": relation.source,
        "target": relation.target,
        "reason": relation.reason,
    }


def relation_from_row(row: Mapping[str, Any]) -> Relation:
    """Read a relation back."""
    return Relation(kind=row["kind"], source=row["source"], target=row["target"], reason=row["reason"])


def unlinked_row(unlinked: Unlinked) -> Row:
    """Return one claim that is in no incident, with the reason."""
    return {"schema": "bilan.unlinked/1", "claim": unlinked.claim, "reason": unlinked.reason}

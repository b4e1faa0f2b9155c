"""Records to and from the stable JSON contract (`bilan.claim/1` and its siblings).

The only place that knows the contract's field names; stores, exporters, pages and commands all use it.
"""

from collections.abc import Mapping
from typing import Any

from bilan.model.claim import Actor, Claim, Count, Derived, Links, Need, Speaker, Statement, Victim
from bilan.model.ids import ClaimId, row_digest
from bilan.model.place import Candidate, Place
from bilan.model.text import Quote, Span
from bilan.model.time import TimeSpan

Row = dict[str, Any]
LINKS = ("part_of", "share_of", "supersedes", "repeats", "contradicts", "denies")


def claim_row(claim: Claim) -> Row:
    """Return the claim as one `bilan.claim/1` record; null fields are there, keys in the contract's order."""
    return {
        "schema": "bilan.claim/1",
        "id": claim.id,
        "report": claim.report,
        "kind": claim.kind,
        "event": claim.event,
        "tags": list(claim.tags),
        "outcome": claim.outcome,
        "count": _count_row(claim.count),
        "basis": claim.basis,
        "per": claim.per,
        "share": claim.share,
        "derived": [_derived_row(derived) for derived in claim.derived],
        "people": list(claim.people),
        "victims": [{"text": v.text, "name": v.name, "age": v.age, "sex": v.sex} for v in claim.victims],
        "modality": claim.modality,
        "said_by": [speaker_row(speaker) for speaker in claim.said_by],
        "actors": [actor_row(actor) for actor in claim.actors],
        "need": {"sector": claim.need.sector, "items": list(claim.need.items)} if claim.need else None,
        "statement": (
            {"topic": claim.statement.topic, "content": claim.statement.content} if claim.statement else None
        ),
        "place": place_row(claim.place),
        "time": time_row(claim.time),
        "links": {name: list(getattr(claim.links, name)) for name in LINKS},
        "flags": list(claim.flags),
        "quote": {
            "start": claim.quote.start,
            "end": claim.quote.end,
            "exact": claim.quote.exact,
            "prefix": claim.quote.prefix,
            "suffix": claim.quote.suffix,
        },
        "sentence": {"start": claim.sentence.start, "end": claim.sentence.end},
        "maker": claim.maker,
    }


def claim_revision(claim: Claim) -> str:
    """Hash of the whole record: changes whenever anything a reader sees of the claim changes."""
    return row_digest(claim_row(claim))


def claim_from_row(row: Mapping[str, Any], digest: str) -> Claim:
    """Read a `bilan.claim/1` record back; `digest` is the sha256 of the report's frozen text.

    Raises:
        KeyError: the record lacks a field of the contract.
    """
    count, need, statement = row["count"], row["need"], row["statement"]
    return Claim(
        id=ClaimId(row["id"]),
        report=row["report"],
        digest=digest,
        kind=row["kind"],
        quote=Quote(**row["quote"]),
        sentence=Span(row["sentence"]["start"], row["sentence"]["end"]),
        maker=row["maker"],
        event=row["event"],
        tags=tuple(row["tags"]),
        outcome=row["outcome"],
        count=Count(**count) if count else None,
        basis=row["basis"],
        per=row["per"],
        share=row["share"],
        derived=tuple(Derived(**derived) for derived in row["derived"]),
        people=tuple(row["people"]),
        victims=tuple(Victim(**victim) for victim in row["victims"]),
        modality=row["modality"],
        said_by=tuple(Speaker(text=s["text"], cue=s["cue"], id=s["id"], span=_span(s)) for s in row["said_by"]),
        actors=tuple(Actor(**actor) for actor in row["actors"]),
        need=Need(need["sector"], tuple(need["items"])) if need else None,
        statement=Statement(**statement) if statement else None,
        place=place_from_row(row["place"]),
        time=time_from_row(row["time"]),
        links=Links(**{name: tuple(row["links"][name]) for name in LINKS}),
        flags=tuple(row["flags"]),
    )


def speaker_row(speaker: Speaker) -> Row:
    """Return one link of an attribution chain."""
    span = speaker.span
    return {
        "text": speaker.text,
        "cue": speaker.cue,
        "id": speaker.id,
        "start": span.start if span else None,
        "end": span.end if span else None,
    }


def actor_row(actor: Actor) -> Row:
    """Return one actor."""
    return {"role": actor.role, "text": actor.text, "id": actor.id}


def place_row(place: Place | None) -> Row | None:
    """Return a place, None for None. `rivals` lists the candidates that were not chosen, best first."""
    if place is None:
        return None
    return {
        "text": place.text,
        "name": place.name,
        "id": place.id,
        "lat": place.lat,
        "lon": place.lon,
        "country": place.country,
        "precision": place.precision,
        "start": place.span.start if place.span else None,
        "end": place.span.end if place.span else None,
        "score": place.score,
        "rivals": [candidate_row(rival) for rival in place.rivals],
    }


def candidate_row(candidate: Candidate) -> Row:
    """Return a gazetteer candidate as the places command and the rivals list print it."""
    return {
        "name": candidate.name,
        "id": candidate.id,
        "lat": candidate.lat,
        "lon": candidate.lon,
        "country": candidate.country,
        "kind": candidate.kind,
        "precision": candidate.precision,
        "score": round(candidate.score, 4),
    }


def place_from_row(row: Mapping[str, Any] | None) -> Place | None:
    """Read a place back; None for None."""
    if row is None:
        return None
    rivals = tuple(Candidate(**rival) for rival in row.get("rivals", ()))
    plain = {key: row.get(key) for key in ("name", "id", "lat", "lon", "country", "precision", "score")}
    return Place(text=row["text"], span=_span(row), rivals=rivals, **plain)


def time_row(time: TimeSpan | None) -> Row | None:
    """Return a time span, None for None."""
    if time is None:
        return None
    return {
        "text": time.text,
        "earliest": time.earliest,
        "latest": time.latest,
        "precision": time.precision,
        "anchor": time.anchor,
        "offset": time.offset,
        "every": time.every,
        "start": time.span.start if time.span else None,
        "end": time.span.end if time.span else None,
    }


def time_from_row(row: Mapping[str, Any] | None) -> TimeSpan | None:
    """Read a time span back; None for None."""
    if row is None:
        return None
    plain = {key: row[key] for key in ("text", "earliest", "latest", "precision", "anchor", "offset", "every")}
    return TimeSpan(span=_span(row), **plain)


def _span(row: Mapping[str, Any]) -> Span | None:
    start, end = row.get("start"), row.get("end")
    return Span(start, end) if isinstance(start, int) and isinstance(end, int) else None


def _count_row(count: Count | None) -> Row | None:
    if count is None:
        return None
    return {"low": count.low, "high": count.high, "wording": count.wording, "text": count.text}


def _derived_row(derived: Derived) -> Row:
    return {
        "low": derived.low,
        "high": derived.high,
        "basis": derived.basis,
        "per": derived.per,
        "reason": derived.reason,
    }

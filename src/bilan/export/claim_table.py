"""The table of claims: one row a claim, with the words it rests on and the incident it belongs to."""

from collections.abc import Iterable
from dataclasses import dataclass

from bilan.export.columns import Column, Table
from bilan.export.place_time import place_columns, time_columns
from bilan.model.claim import BASES, KINDS, MODALITIES, OUTCOMES, PEOPLE, PERIODS, WORDINGS, Claim, Victim
from bilan.model.incident import RELATIONS
from bilan.model.view import CasebookView, StoredReport
from bilan.model.wire import LINKS

CHAIN = " → "  # from the first to speak to the outlet that printed it


@dataclass(frozen=True, slots=True)
class ClaimRecord:
    """One claim with what the casebook knows of it. `ties`: relations it is the source of, as "kind target"."""

    claim: Claim
    report: StoredReport
    incident: str | None
    unlinked: str | None
    ties: tuple[str, ...]


def claim_records(view: CasebookView) -> Iterable[ClaimRecord]:
    """Return a record for each claim, by report, place in the text and id."""
    incident_of = {claim: str(incident.id) for incident in view.incidents for claim in incident.claims}
    reasons = {item.claim: item.reason for item in view.unlinked}
    ties = _ties(view)
    return [
        ClaimRecord(
            claim, view.report_of(claim), incident_of.get(claim.id), reasons.get(claim.id), ties.get(claim.id, ())
        )
        for claim in sorted(view.claims, key=lambda c: (c.report, c.quote.start, c.quote.end, c.id))
    ]


CLAIMS: Table[ClaimRecord] = Table(
    "claims",
    "one claim of one report",
    (
        Column("id", "identifier", "The claim's id.", lambda r: r.claim.id),
        Column("incident", "identifier", "The incident it belongs to. Empty: none.", lambda r: r.incident),
        Column("unlinked_reason", "text", "Why it belongs to no incident.", lambda r: r.unlinked),
        Column("report", "identifier", "Id of the report it was read in.", lambda r: r.claim.report),
        Column("report_sha256", "identifier", "sha256 of the report's text.", lambda r: r.claim.digest),
        Column("outlet", "text", "Who printed the report.", lambda r: r.report.outlet),
        Column("published", "date", "When the report was published (ISO 8601).", lambda r: r.report.published),
        Column("language", "identifier", "The report's language (ISO 639-1).", lambda r: r.report.language),
        Column("url", "text", "Where the report was found.", lambda r: r.report.url),
        Column("kind", "identifier", "What kind of claim it is.", lambda r: r.claim.kind, KINDS),
        Column("event", "identifier", "Event type.", lambda r: r.claim.event),
        Column("tags", "list", "Cross-cutting facts.", lambda r: r.claim.tags),
        Column("outcome", "identifier", "What a toll counts.", lambda r: r.claim.outcome, OUTCOMES),
        Column("count_low", "integer", "Fewest the words allow. Empty: not known.", lambda r: _count(r, "low")),
        Column("count_high", "integer", "Most the words allow. Empty: not known.", lambda r: _count(r, "high")),
        Column("count_wording", "identifier", "How it is worded.", lambda r: _word(r, "wording"), WORDINGS),
        Column("count_text", "text", "The words of the count.", lambda r: _word(r, "text")),
        Column("basis", "identifier", "What the number is a number of.", lambda r: r.claim.basis, BASES),
        Column("per", "identifier", "The period of a rate.", lambda r: r.claim.per, PERIODS),
        Column("share", "decimal", "The share, of 1.", lambda r: r.claim.share),
        Column("people", "list", "Which people.", lambda r: r.claim.people, PEOPLE),
        Column(
            "victims",
            "list",
            "Victims named or described: sex and age, and the name where asked for.",
            lambda r: [_victim(victim) for victim in r.claim.victims],
        ),
        Column("modality", "identifier", "How surely it is said.", lambda r: r.claim.modality, MODALITIES),
        Column(
            "said_by",
            "text",
            "Who says it, from the first to speak to the one the report quotes. Empty: the report itself.",
            lambda r: CHAIN.join(speaker.text for speaker in reversed(r.claim.said_by)) or None,
        ),
        Column("cues", "list", "The words that mark the speakers.", lambda r: [s.cue for s in r.claim.said_by]),
        Column(
            "actors",
            "list",
            "Who takes part: the role, then the words.",
            lambda r: [f"{actor.role}: {actor.text}" for actor in r.claim.actors],
        ),
        Column(
            "need_sector", "identifier", "What a need is of.", lambda r: r.claim.need.sector if r.claim.need else None
        ),
        Column("need_items", "list", "What is lacking.", lambda r: r.claim.need.items if r.claim.need else None),
        Column("statement_topic", "identifier", "What a statement is about.", lambda r: _statement(r, "topic")),
        Column("statement", "text", "What is stated, in the report's words.", lambda r: _statement(r, "content")),
        *place_columns(lambda r: r.claim.place),
        *time_columns(lambda r: r.claim.time),
        Column(
            "links", "list", "Relations inside the report: the kind, then the other claim.", lambda r: _links(r.claim)
        ),
        Column(
            "relations",
            "list",
            "Relations across reports: the kind, then the other claim.",
            lambda r: r.ties,
            RELATIONS,
        ),
        Column("flags", "list", "What a reviewer should look at.", lambda r: r.claim.flags),
        Column("quote", "text", "The exact words it rests on.", lambda r: r.claim.quote.exact),
        Column("quote_prefix", "text", "The words before.", lambda r: r.claim.quote.prefix),
        Column("quote_suffix", "text", "The words after.", lambda r: r.claim.quote.suffix),
        Column("quote_start", "integer", "First code point of the quote in the text.", lambda r: r.claim.quote.start),
        Column("quote_end", "integer", "Code point after its last.", lambda r: r.claim.quote.end),
        Column("maker", "identifier", "Which rule set read it, which version.", lambda r: r.claim.maker),
    ),
)


def _count(record: ClaimRecord, field: str) -> int | None:
    return getattr(record.claim.count, field, None)


def _word(record: ClaimRecord, field: str) -> str | None:
    return getattr(record.claim.count, field, None)


def _statement(record: ClaimRecord, field: str) -> str | None:
    return getattr(record.claim.statement, field, None)


def _victim(victim: Victim) -> str:
    known = (victim.name, victim.sex, None if victim.age is None else str(victim.age))
    return ", ".join(part for part in known if part) or "person"


def _links(claim: Claim) -> list[str]:
    return [f"{name.replace('_', '-')} {target}" for name in LINKS for target in getattr(claim.links, name)]


def _ties(view: CasebookView) -> dict[str, tuple[str, ...]]:
    every = {*view.relations, *(relation for incident in view.incidents for relation in incident.relations)}
    pairs = sorted({(relation.source, f"{relation.kind} {relation.target}") for relation in every})
    ties: dict[str, tuple[str, ...]] = {}
    for source, tie in pairs:
        ties[source] = (*ties.get(source, ()), tie)
    return ties

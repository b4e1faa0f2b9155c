"""The tables on incidents: one row an incident, one row a figure, one row an envelope."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from bilan.export.columns import Column, Table
from bilan.export.place_time import place_columns, time_columns
from bilan.model.claim import BASES, OUTCOMES, PEOPLE, PERIODS, WORDINGS, Claim
from bilan.model.ids import ClaimId
from bilan.model.incident import Envelope, Figure, Incident
from bilan.model.view import CasebookView

POLICIES = ("ucdp", "acled", "ibc", "airwars")


@dataclass(frozen=True, slots=True)
class IncidentRecord:
    """One incident with its claims' records."""

    incident: Incident
    known: Mapping[ClaimId, Claim]

    def figure(self, outcome: str) -> Figure | None:
        """Return the figure on an outcome for all people."""
        return next((f for f in self.incident.figures if f.outcome == outcome and f.people == "all"), None)

    def words(self, outcome: str) -> list[str]:
        """Return the reports' own words for the counts behind a figure, each once."""
        figure = self.figure(outcome)
        behind = [self.known[ClaimId(c)] for c in figure.claims if c in self.known] if figure else []
        return list(dict.fromkeys(claim.count.text for claim in behind if claim.count and claim.count.text))


@dataclass(frozen=True, slots=True)
class FigureRecord:
    """One figure of one incident."""

    incident: Incident
    figure: Figure


def incident_records(view: CasebookView) -> Iterable[IncidentRecord]:
    """Return a record for each incident, by id."""
    known = view.claims_by_id()
    return [IncidentRecord(incident, known) for incident in sorted(view.incidents, key=lambda item: item.id)]


def figure_records(view: CasebookView) -> Iterable[FigureRecord]:
    """Return a record for each figure, by incident, outcome, people and policy."""
    every = [FigureRecord(incident, figure) for incident in view.incidents for figure in incident.figures]
    return sorted(every, key=lambda r: (r.incident.id, r.figure.outcome, r.figure.people, r.figure.policy))


def envelope_records(view: CasebookView) -> Iterable[Envelope]:
    """Return the envelopes by id."""
    return sorted(view.envelopes, key=lambda envelope: envelope.id)


def _number(outcome: str, field: str) -> Callable[[IncidentRecord], int | None]:
    return lambda record: getattr(record.figure(outcome), field, None)


def _outcome_columns(outcome: str) -> tuple[Column[IncidentRecord], ...]:
    return (
        Column(f"{outcome}_low", "integer", f"Fewest {outcome}. Empty: not known.", _number(outcome, "low")),
        Column(f"{outcome}_best", "integer", f"Best figure of {outcome}. Empty: no best.", _number(outcome, "best")),
        Column(f"{outcome}_high", "integer", f"Most {outcome} named. Empty: not known.", _number(outcome, "high")),
        Column(f"{outcome}_open", "boolean", "Whether it is “at least” the number.", _number(outcome, "open")),
        Column(
            f"{outcome}_words",
            "list",
            "The reports' own words for these counts (“dozens”).",
            lambda record: record.words(outcome),
        ),
    )


INCIDENTS: Table[IncidentRecord] = Table(
    "incidents",
    "one incident",
    (
        Column("id", "identifier", "The incident's lasting id.", lambda r: r.incident.id),
        Column("event", "identifier", "Event type.", lambda r: r.incident.event),
        Column("tags", "list", "Cross-cutting facts.", lambda r: r.incident.tags),
        Column("background", "boolean", "Whether the reports only recall it.", lambda r: r.incident.background),
        Column("status", "identifier", "Where its review stands.", lambda r: r.incident.status),
        *place_columns(lambda r: r.incident.place),
        *time_columns(lambda r: r.incident.time),
        Column(
            "actors",
            "list",
            "Who takes part: the role, then the words.",
            lambda r: [f"{actor.role}: {actor.text}" for actor in r.incident.actors],
        ),
        *(column for outcome in OUTCOMES for column in _outcome_columns(outcome)),
        Column(
            "policy",
            "list",
            "Rule sets its figures were made under.",
            lambda r: sorted({figure.policy for figure in r.incident.figures}),
            POLICIES,
        ),
        Column(
            "independent_sources",
            "integer",
            "Sources that do not copy one another.",
            lambda r: r.incident.independent_sources,
        ),
        Column("reports", "list", "Ids of the reports.", lambda r: r.incident.reports),
        Column("claims", "list", "Ids of the claims: see the table of claims.", lambda r: r.incident.claims),
    ),
)

FIGURES: Table[FigureRecord] = Table(
    "figures",
    "one figure of one incident",
    (
        Column("incident", "identifier", "The incident.", lambda r: r.incident.id),
        Column("outcome", "identifier", "What is counted.", lambda r: r.figure.outcome, OUTCOMES),
        Column("people", "identifier", "Which people, or all.", lambda r: r.figure.people, ("all", *PEOPLE)),
        Column("low", "integer", "Fewest. Empty: not known.", lambda r: r.figure.low),
        Column("best", "integer", "Best figure. Empty: the words allow none.", lambda r: r.figure.best),
        Column("high", "integer", "Most named. Empty: not known.", lambda r: r.figure.high),
        Column("open", "boolean", "Whether it is “at least” the number.", lambda r: r.figure.open),
        Column("policy", "identifier", "The rule set.", lambda r: r.figure.policy, POLICIES),
        Column("reason", "text", "How the rule came to these numbers.", lambda r: r.figure.reason),
        Column("claims", "list", "Ids of the claims it rests on.", lambda r: r.figure.claims),
    ),
)

ENVELOPES: Table[Envelope] = Table(
    "envelopes",
    "one rate, share or cumulative total beside what the recorded incidents explain",
    (
        Column("id", "identifier", "The envelope's id.", lambda e: e.id),
        Column("claim", "identifier", "The claim that gives it.", lambda e: e.claim),
        Column("basis", "identifier", "What kind of number it is.", lambda e: e.basis, BASES),
        Column("outcome", "identifier", "What is counted.", lambda e: e.outcome, OUTCOMES),
        Column("people", "list", "Which people.", lambda e: e.people, PEOPLE),
        Column("low", "integer", "Fewest. Empty: not known.", lambda e: e.low),
        Column("high", "integer", "Most. Empty: not known.", lambda e: e.high),
        Column("wording", "identifier", "How the number is worded.", lambda e: e.wording, WORDINGS),
        Column("per", "identifier", "The period of a rate.", lambda e: e.per, PERIODS),
        Column("share", "decimal", "The share, of 1.", lambda e: e.share),
        *place_columns(lambda e: e.place),
        *time_columns(lambda e: e.time),
        Column("incidents", "list", "Recorded incidents inside its place and time.", lambda e: e.incidents),
        Column("recorded_low", "integer", "Sum of their lowest figures. Empty: none.", lambda e: e.recorded_low),
        Column("recorded_best", "integer", "Sum of their best figures. Empty: none.", lambda e: e.recorded_best),
        Column("recorded_high", "integer", "Sum of their highest figures. Empty: none.", lambda e: e.recorded_high),
        Column("reason", "text", "Why these incidents, in words.", lambda e: e.reason),
    ),
)

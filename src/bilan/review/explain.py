"""Explain a figure: every claim behind it in its own words, what stands beside it, and why the rule chose it."""

from collections.abc import Iterable
from dataclasses import dataclass

from bilan.errors import UsageError
from bilan.model.claim import Claim
from bilan.model.incident import Figure, Incident, Relation
from bilan.model.view import CasebookView, StoredReport

ALL = "all"
# Said from the side of the claim that is explained, about the claim at the other end.
AS_SOURCE = {
    "repeats": "repeats",
    "supersedes": "supersedes",
    "part-of": "is part of",
    "sums-to": "adds up with",
    "total-over": "is a total over",
    "contradicts": "contradicts",
    "denies": "denies",
    "attributes-only": "only names who did it for",
}
AS_TARGET = {
    "repeats": "is repeated by",
    "supersedes": "is superseded by",
    "part-of": "has as a part",
    "sums-to": "adds up with",
    "total-over": "is counted in",
    "contradicts": "is contradicted by",
    "denies": "is denied by",
    "attributes-only": "has its author named by",
}


@dataclass(frozen=True, slots=True)
class Tie:
    """One relation of a claim, in words: `said` ("is superseded by"), the claim at the other end, and why."""

    kind: str
    said: str
    other: Claim | None  # None when it is no claim of this casebook's view
    reason: str


@dataclass(frozen=True, slots=True)
class Ground:
    """One claim as a ground of a figure, with the report it stands in.

    `before` and `after` are the rest of its sentence; the quote itself is the claim's.
    """

    claim: Claim
    report: StoredReport
    before: str
    after: str
    ties: tuple[Tie, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """A figure explained.

    `behind` are the claims it rests on. `beside` are the incident's other claims on the same outcome, which the rule
    left out: their ties say why.
    """

    address: str
    incident: Incident
    figure: Figure
    behind: tuple[Ground, ...]
    beside: tuple[Ground, ...]


def explain_figures(view: CasebookView, incident_id: str, outcome: str, people: str | None = None) -> list[Explanation]:
    """Explain the figures of an incident on one outcome.

    Args:
        view: the casebook.
        incident_id: a live incident's id.
        outcome: as in the contract: killed, injured, …
        people: "all", or one of the groups; None = "all", else (no number is for all) every group there is.

    Returns:
        One explanation a figure, in the incident's order.

    Raises:
        UsageError: there is no such incident, or no such figure in it; the message names those there are.
    """
    incident = next((incident for incident in view.incidents if incident.id == incident_id), None)
    if incident is None:
        raise UsageError(f"no incident {incident_id!r} in this casebook", "`bilan show CASEBOOK` lists them")
    found = [figure for figure in incident.figures if figure.outcome == outcome]
    asked_for = people or (ALL if any(figure.people == ALL for figure in found) else None)
    wanted = [figure for figure in found if asked_for in {None, figure.people}]
    if not wanted:
        there = ", ".join(figure_address(incident, figure) for figure in incident.figures) or "it has no figure"
        asked = f"{incident_id}/{outcome}" + (f"/{people}" if people else "")
        raise UsageError(f"no figure {asked}", f"this incident's: {there}")
    return [_explain(view, incident, figure) for figure in wanted]


def figure_address(incident: Incident, figure: Figure) -> str:
    """Return the words that ask for a figure: `inc-…/killed`, `inc-…/killed/civilian`."""
    return f"{incident.id}/{figure.outcome}" + ("" if figure.people == ALL else f"/{figure.people}")


def ground_claim(view: CasebookView, claim: Claim, relations: Iterable[Relation] = ()) -> Ground:
    """Return a claim in its sentence, with its ties."""
    by_id = {str(other.id): other for other in view.claims}
    report = view.report_of(claim)
    start, end = min(claim.sentence.start, claim.quote.start), max(claim.sentence.end, claim.quote.end)
    ties = []
    for relation in relations:
        if relation.source == claim.id:
            ties.append(Tie(relation.kind, AS_SOURCE[relation.kind], by_id.get(relation.target), relation.reason))
        elif relation.target == claim.id:
            ties.append(Tie(relation.kind, AS_TARGET[relation.kind], by_id.get(relation.source), relation.reason))
    return Ground(
        claim=claim,
        report=report,
        before=report.text[start : claim.quote.start],
        after=report.text[claim.quote.end : end],
        ties=tuple(ties),
    )


def _explain(view: CasebookView, incident: Incident, figure: Figure) -> Explanation:
    relations = tuple(dict.fromkeys((*incident.relations, *view.relations)))
    behind = view.claims_behind(figure)
    members = set(incident.claims)
    beside = [
        claim
        for claim in view.claims
        if claim.id in members and claim.outcome == figure.outcome and claim.id not in figure.claims
    ]
    return Explanation(
        address=figure_address(incident, figure),
        incident=incident,
        figure=figure,
        behind=tuple(ground_claim(view, claim, relations) for claim in behind),
        beside=tuple(ground_claim(view, claim, relations) for claim in beside),
    )

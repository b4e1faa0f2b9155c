"""Take a person's decision into the log."""

from dataclasses import replace

from bilan.casework.state import read_view
from bilan.errors import UsageError
from bilan.events.load import load_events
from bilan.model.decision import Decision
from bilan.model.ids import DecisionId
from bilan.review.anchor import record_seen
from bilan.review.decisions import check_decision
from bilan.review.log import read_decisions
from bilan.stores.casebook import Casebook


def decide(casebook: Casebook, decision: Decision) -> Decision:
    """Log a person's decision, with what stood before the person's eyes; the next assembly obeys it.

    Args:
        casebook: where to.
        decision: `targets` are claim or incident ids; `id`, `saw`, `when` and the chain are filled in.

    Raises:
        UsageError: the decision cannot be taken; the message says why.
    """
    view = read_view(casebook)
    incidents = {str(incident.id): incident.claims for incident in view.incidents}
    home = {claim: incident for incident, claims in incidents.items() for claim in claims}
    by_id = {str(claim.id): claim for claim in view.claims}
    shown = dict.fromkeys(target if target in incidents else home.get(target) for target in decision.targets)
    shown_incidents = {incident: incidents[incident] for incident in shown if incident}
    unknown = [target for target in decision.targets if target not in incidents and target not in by_id]
    known = {earlier.id for earlier in read_decisions(casebook.store.log())}
    if unknown:
        raise UsageError(f"no claim or incident {unknown[0]!r} in {casebook.folder}", "`bilan show` lists them")
    if decision.undoes is not None and decision.undoes not in known:
        raise UsageError(f"no decision {decision.undoes!r} in {casebook.folder}", "`bilan log` lists them")
    if decision.field == "event" and decision.value not in {"null", *(f'"{event}"' for event in load_events())}:
        raise UsageError(f"no event type {decision.value}", f"one of {', '.join(load_events())}")
    try:
        check_decision(decision, view.claims)
    except ValueError as error:
        raise UsageError(str(error), "nothing was decided") from error
    wanted = dict.fromkeys(
        (
            *(target for target in decision.targets if target in by_id),
            *(claim for claims in shown_incidents.values() for claim in claims),
        )
    )
    saw = record_seen([by_id[claim] for claim in wanted], shown_incidents)
    return casebook.store.decide(replace(decision, id=DecisionId(""), saw=saw, when=casebook.now()))

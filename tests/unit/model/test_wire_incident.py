import json

from tests.factory import make_place, make_time

from bilan.model.claim import Actor
from bilan.model.ids import IncidentId
from bilan.model.incident import Envelope, Figure, Incident, Relation
from bilan.model.wire_incident import envelope_from_row, envelope_row, incident_from_row, incident_row

FIGURE = Figure(
    "killed",
    "civilian",
    low=3,
    best=None,
    high=5,
    open=True,
    claims=("clm-1", "clm-2"),
    policy="ucdp",
    reason="because",
)
INCIDENT = Incident(
    id=IncidentId("inc-1"),
    event="attack",
    claims=("clm-1", "clm-2"),
    reports=("a", "b"),
    place=make_place(),
    time=make_time(),
    tags=("civilian-targeting",),
    background=True,
    actors=(Actor("perpetrator", "gunmen", None),),
    figures=(FIGURE,),
    relations=(Relation("supersedes", "clm-2", "clm-1", "told later"),),
    independent_sources=2,
    status="open",
)
ENVELOPE = Envelope(
    "env-1", "clm-3", "rate", "killed", ("unknown",), 200, 200, "about", "day", None, make_place(), None, ("inc-1",),
    3, None, 5, "beside",
)  # fmt: skip


def test_an_incident_comes_back_from_its_record() -> None:
    assert incident_from_row(json.loads(json.dumps(incident_row(INCIDENT)))) == INCIDENT


def test_an_incident_that_knows_nothing_comes_back_too() -> None:
    bare = Incident(IncidentId("inc-2"), "other", ("clm-1",), ("a",))
    assert incident_from_row(json.loads(json.dumps(incident_row(bare)))) == bare


def test_an_incident_record_has_the_contracts_keys_in_its_order() -> None:
    assert list(incident_row(INCIDENT)) == [
        "schema", "id", "event", "tags", "background", "reports", "claims", "place", "time", "actors", "figures",
        "independent_sources", "status", "relations",
    ]  # fmt: skip
    assert list(incident_row(INCIDENT)["figures"][0]) == [
        "outcome", "people", "low", "best", "high", "open", "claims", "policy", "reason",
    ]  # fmt: skip


def test_an_envelope_comes_back_from_its_record() -> None:
    assert envelope_from_row(json.loads(json.dumps(envelope_row(ENVELOPE)))) == ENVELOPE


def test_an_envelope_record_names_no_reports_so_that_nobody_takes_it_for_an_incident() -> None:
    row = envelope_row(ENVELOPE)
    assert row["schema"] == "bilan.envelope/1"
    assert "reports" not in row

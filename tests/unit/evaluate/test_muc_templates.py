"""Incidents held against templates: types, and who did it."""

from typing import Any

import pytest

from bilan.evaluate.muc import Telegram
from bilan.evaluate.muc_templates import (
    Response,
    TemplateScores,
    fills,
    is_organisation,
    muc_types,
    organisations_of,
    score_report,
    score_templates,
)
from bilan.evaluate.scores import Tally
from bilan.events.load import load_events
from bilan.model.claim import Actor
from bilan.model.ids import IncidentId
from bilan.model.incident import Incident
from bilan.model.place import Place
from bilan.pipeline import Tools


def _template(
    *types: str, optional: bool = False, place: str = "TELLERA", **perpetrators: list[list[str | None]]
) -> dict[str, Any]:
    """Make a template; `organization`, `individual`: lists of wordings, one list a string of the key."""
    slots = {
        f"perp_{slot}": [
            {"alternatives": [{"value": one} for one in values], "optional": False}
            for values in perpetrators.get(slot, ())
        ]
        for slot in ("organization", "individual")
    }
    kind = [{"alternatives": [{"value": one} for one in types], "optional": False}]
    location = [{"alternatives": [[{"name": "ONOLAND"}, {"name": place}]], "optional": False}]
    return {"optional": optional, "incident_type": kind, "location": location, **slots}


def _response(*types: str, organisation: str = "", individual: str = "", place: str = "") -> Response:
    slots = {"organisation": organisation, "individual": individual}
    actors = {slot: (Actor("perpetrator", text),) if text else () for slot, text in slots.items()}
    return Response(frozenset(types), actors, frozenset({place} if place else ()))


def test_a_template_is_answered_by_a_response_of_its_type_alone() -> None:
    scores = score_report([_template("BOMBING"), _template("ATTACK")], [_response("BOMBING"), _response("ARSON")])
    assert scores.type == Tally(2, 2, 1)


def test_a_response_in_a_report_without_templates_is_spurious() -> None:
    assert score_report([], [_response("ATTACK", organisation="ERP")]) == TemplateScores(
        Tally(0, 1, 0), Tally(0, 1, 0), Tally()
    )


def test_an_optional_template_may_be_answered_or_left_out() -> None:
    optional = _template("ATTACK", optional=True, organization=[["ERP"]])
    assert score_report([optional], []) == TemplateScores(Tally(), Tally(), Tally())
    assert score_report([optional], [_response("ATTACK", organisation="ERP")]).type == Tally()
    assert score_report([optional, _template("ATTACK")], [_response("ATTACK")]).type == Tally(1, 1, 1)


def test_of_two_templates_of_one_type_the_one_of_the_same_place_is_answered() -> None:
    templates = [_template("ATTACK", individual=[["GUNMEN"]]), _template("ATTACK", place="MIRZAN")]
    scores = score_report(templates, [_response("ATTACK", place="mirzan", individual="rebels")])
    assert scores.individual == Tally(1, 1, 0)
    assert score_report(templates, [_response("ATTACK", place="mirzan")]).individual == Tally(1, 0, 0)


def test_any_wording_of_a_perpetrator_is_right_and_two_of_one_are_one() -> None:
    template = _template("ATTACK", organization=[["PEOPLE'S ARMY", "ERP"]])
    response = _response("ATTACK", organisation="ERP")
    assert score_report([template], [response]).organisation == Tally(1, 1, 1)
    twice = response._replace(
        perpetrators={
            "organisation": (Actor("perpetrator", "ERP"), Actor("claimed-by", "people's army")),
            "individual": (),
        }
    )
    assert score_report([template], [twice]).organisation == Tally(1, 1, 1)


def test_a_key_that_allows_silence_asks_for_nothing() -> None:
    fill = fills(_template("ATTACK", individual=[["GUNMEN", None]]), "individual")
    assert fill[0].optional
    assert fill[0].alternatives == ("GUNMEN",)


@pytest.mark.parametrize(
    ("text", "organisation"), [("army", True), ("ERP", True), ("guerrillas", False), ("three hooded men", False)]
)
def test_bodies_and_acronyms_are_organisations(text: str, *, organisation: bool, tools: Tools) -> None:
    assert is_organisation(Actor("perpetrator", text), tools.registry, tools.packs["en"]) == organisation


@pytest.mark.parametrize(
    ("text", "organisation"),
    [("members of the army", "the army"), ("ERP guerrillas", "ERP"), ("hooded men", ""), ("the army", "the army")],
)
def test_people_of_an_organisation_name_it_too(text: str, organisation: str, tools: Tools) -> None:
    found = organisations_of(Actor("perpetrator", text), tools.registry, tools.packs["en"])
    assert [one.text for one in found] == ([organisation] if organisation else [])


def test_incidents_told_as_news_are_scored_and_those_recalled_are_not(tools: Tools) -> None:
    told = Incident(IncidentId("a"), "suicide-bomb", (), (), place=Place("Tellera"))
    recalled = Incident(IncidentId("b"), "attack", (), (), background=True)
    clash = Incident(IncidentId("c"), "armed-clash", (), ())
    telegram = Telegram({"templates": [_template("BOMBING")]}, (), (told, recalled, clash))
    assert score_templates([telegram], tools.registry, tools.packs["en"]).type == Tally(1, 1, 1)


def test_the_table_names_only_event_types_there_are() -> None:
    assert set(muc_types()) <= set(load_events())

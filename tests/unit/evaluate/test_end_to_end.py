"""Incidents of a report's text held against those a person found in it."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from tests.factory import make_claim, make_place, make_time

from bilan.evaluate.end_to_end import Found, measures, score_happenings, score_report, score_reports
from bilan.evaluate.incidents import Tallied
from bilan.model.claim import Actor, Claim
from bilan.model.ids import IncidentId
from bilan.model.incident import Figure, Incident
from bilan.pipeline import Tools


def gold_claim(claim: Claim, incident: int) -> dict[str, Any]:
    return {"start": claim.quote.start, "end": claim.quote.end, "outcome": claim.outcome, "incident": incident}


def gold_incident(best: int | None, *, recalled: bool = False) -> dict[str, Any]:
    silent = {"low": None, "best": None, "high": None}
    told = {"event": "attack", "date": None, "place": None, "place_en": None, "perpetrator": None}
    return told | {"mentions_only": recalled, "killed": {"low": best, "best": best, "high": best}, "injured": silent}


def incident(name: str, *claims: Claim, best: int | None, recalled: bool = False) -> Incident:
    figure = Figure("killed", "all", best, best, best, open=False, claims=(), policy="ucdp", reason="")
    ids = tuple(claim.id for claim in claims)
    return Incident(IncidentId(name), "attack", ids, (), figures=(figure,), background=recalled)


def scored(golds: list[dict[str, Any]], claims: list[Claim], incidents: list[Incident]) -> Found:
    found = Found()
    row = {"id": "own", "claims": [gold_claim(claim, n) for n, claim in enumerate(claims)], "incidents": golds}
    score_report(found, row, claims, incidents)
    return found


def test_an_incident_answers_the_gold_one_it_shares_claims_with() -> None:
    blast, raid = make_claim(low=9), make_claim(low=4, at=300)
    ours = [incident("inc-2", raid, best=4), incident("inc-1", blast, best=9)]
    found = scored([gold_incident(9), gold_incident(4)], [blast, raid], ours)
    assert found.tallies["killed_best"] == found.tallies["killed_best_precision"] == Tallied(2, 2)
    assert found.mistakes == []


def test_one_incident_made_of_two_answers_only_one_of_them() -> None:
    blast, raid = make_claim(low=9), make_claim(low=4, at=300)
    found = scored([gold_incident(9), gold_incident(4)], [blast, raid], [incident("inc-1", blast, raid, best=9)])
    assert found.tallies["found"] == found.tallies["killed_best"] == Tallied(1, 2)
    assert found.tallies["killed_best_precision"] == Tallied(1, 1)


def test_a_figure_for_what_the_gold_only_recalls_is_a_false_one() -> None:
    blast = make_claim(low=9)
    found = scored([gold_incident(9, recalled=True)], [blast], [incident("inc-1", blast, best=9)])
    assert found.tallies["background"] == found.tallies["found_precision"] == Tallied(0, 1)
    assert found.tallies["found"] == Tallied()
    assert any("recalled by gold only" in mistake for mistake in found.mistakes)


def test_what_we_only_recall_makes_no_false_figure() -> None:
    blast = make_claim(low=9)
    found = scored([], [], [incident("inc-1", blast, best=9, recalled=True), incident("inc-2", blast, best=None)])
    assert found.tallies["found_precision"] == found.tallies["killed_best_precision"] == Tallied()


def happened(golds: list[dict[str, Any]], claims: list[Claim], incidents: list[Incident], tools: Tools) -> Found:
    found = Found()
    tolls = [gold_claim(claim, n) for n, claim in enumerate(claims)]
    row = {"id": "own", "lang": "en", "claims": tolls, "incidents": golds}
    score_happenings(found, row, claims, incidents, registry=tools.registry)
    return found


def test_an_event_is_right_only_if_it_is_the_golds_own_and_recalled_ones_are_told_apart(tools: Tools) -> None:
    blast, raid = make_claim(low=9), make_claim(low=4, at=300)
    golds = [gold_incident(9) | {"event": "suicide-bomb"}, gold_incident(4, recalled=True), gold_incident(2)]
    found = happened(golds, [blast, raid], [incident("a", blast, best=9), incident("b", raid, best=4)], tools)
    assert found.tallies["event"] == Tallied(1, 2)
    assert found.tallies["event_told"] == Tallied(0, 2)


def test_a_perpetrator_is_found_by_a_word_and_what_else_acts_is_counted(tools: Tools) -> None:
    blast, raid = make_claim(low=9), make_claim(low=4, at=300)
    actors = (Actor("perpetrator", "rebels"), Actor("perpetrator", "the truck"), Actor("target", "masked men"))
    ours = [replace(incident("a", blast, best=9), actors=actors)]
    golds = [gold_incident(9) | {"perpetrator": "northern rebels"}, gold_incident(4) | {"perpetrator": "masked men"}]
    found = happened(golds, [blast, raid], ours, tools)
    assert found.tallies["perpetrator"] == found.tallies["perpetrator_told"] == Tallied(1, 2)
    assert found.tallies["perpetrator_precision"] == Tallied(1, 2)


def test_a_gold_incident_without_a_toll_is_answered_at_its_place_on_its_day(tools: Tools) -> None:
    there = replace(incident("a", best=None), place=make_place(), time=make_time())
    same_place = {"place": make_place().text, "date": "2021-03-02"}
    assert happened([gold_incident(None) | same_place], [], [there], tools).tallies["event"] == Tallied(1, 1)
    other_day = same_place | {"date": "2020-01-01"}
    assert happened([gold_incident(None) | other_day], [], [there], tools).tallies["event"] == Tallied(0, 0)
    assert happened([gold_incident(None)], [], [there], tools).tallies["event"] == Tallied(0, 0)


def test_a_text_is_read_and_reconciled_and_a_language_without_pack_left_out(tools: Tools, tmp_path: Path) -> None:
    text = "Sept civils ont été tués lundi dans une attaque à Tellera."
    claim = {"start": 0, "end": 11, "outcome": "killed", "incident": 0}
    row = {"id": "own", "lang": "fr", "published": None, "title": None, "text": text}
    rows = [row | {"claims": [claim], "incidents": [gold_incident(7)]}, row | {"lang": "xx"}]
    path = tmp_path / "claims-own.jsonl"
    path.write_text("\n".join(json.dumps(one) for one in rows), encoding="utf-8")
    numbers = dict(measures(score_reports(path, tools)))
    assert numbers["fr_killed_best"] == numbers["fr_found_precision"] == numbers["fr_event_told"] == Tallied(1, 1)
    assert not any(name.startswith("xx") for name in numbers)

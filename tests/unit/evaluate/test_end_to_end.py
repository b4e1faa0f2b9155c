"""Incidents of a report's text held against those a person found in it."""

import json
from pathlib import Path
from typing import Any

from tests.factory import make_claim

from bilan.evaluate.end_to_end import Found, measures, score_report, score_reports
from bilan.evaluate.incidents import Tallied
from bilan.model.claim import Claim
from bilan.model.ids import IncidentId
from bilan.model.incident import Figure, Incident
from bilan.pipeline import Tools


def gold_claim(claim: Claim, incident: int) -> dict[str, Any]:
    return {"start": claim.quote.start, "end": claim.quote.end, "outcome": claim.outcome, "incident": incident}


def gold_incident(best: int | None, *, recalled: bool = False) -> dict[str, Any]:
    silent = {"low": None, "best": None, "high": None}
    return {"mentions_only": recalled, "killed": {"low": best, "best": best, "high": best}, "injured": silent}


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


def test_a_text_is_read_and_reconciled_and_a_language_without_pack_left_out(tools: Tools, tmp_path: Path) -> None:
    text = "Sept civils ont été tués lundi à Tellera."
    claim = {"start": 0, "end": 11, "outcome": "killed", "incident": 0}
    row = {"id": "own", "lang": "fr", "published": None, "title": None, "text": text}
    rows = [row | {"claims": [claim], "incidents": [gold_incident(7)]}, row | {"lang": "xx"}]
    path = tmp_path / "claims-own.jsonl"
    path.write_text("\n".join(json.dumps(one) for one in rows), encoding="utf-8")
    numbers = dict(measures(score_reports(path, tools)))
    assert numbers["fr_killed_best"] == numbers["fr_found_precision"] == Tallied(1, 1)
    assert not any(name.startswith("xx") for name in numbers)

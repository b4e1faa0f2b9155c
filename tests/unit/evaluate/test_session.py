"""What one call of the evaluation scores, and which floors it must hold."""

import json
from pathlib import Path

import pytest

from bilan.errors import InputError
from bilan.evaluate.session import ALL_TASKS, USUAL_TASKS, Choice, Outcome, run_choice
from bilan.evaluate.tasks import measured_tasks, run_task

TEXT = "Sept civils ont été tués lundi à Tellera."
CLAIM = {
    "outcome": "killed",
    "low": 7,
    "high": 7,
    "wording": "exact",
    "quote": "Sept civils",
    "start": 0,
    "end": 11,
    "people": ["civilian"],
    "basis": "total",
    "per": None,
    "share": None,
    "part_of": None,
    "supersedes": None,
    "modality": "asserted",
    "said_by": [],
    "place": "Tellera",
    "time": "lundi",
    "date": "2016-09-26",
    "incident": 0,
}
SEVEN = {"low": 7, "best": 7, "high": 7}
NONE = {"low": None, "best": None, "high": None}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    incident = {"event": "attack", "date": "2016-09-26", "mentions_only": False, "killed": SEVEN, "injured": NONE}
    for name in ("claims-a", "claims-b"):
        report = {
            "id": f"{name}-1",
            "lang": "fr",
            "text": TEXT,
            "title": None,
            "published": "2016-09-30",
            "claims": [CLAIM],
            "incidents": [incident | {"place": "Tellera"}],
        }
        (tmp_path / f"{name}.jsonl").write_text(json.dumps(report) + "\n", encoding="utf-8")
    (tmp_path / "none.jsonl").write_text("", encoding="utf-8")
    return tmp_path


def _outcome(choice: Choice) -> Outcome:
    return Outcome(choice, None, (), (), (), ())


def test_gold_claims_put_together_as_the_gold_has_them_are_right(folder: Path) -> None:
    measures = run_task("incidents", folder)
    exact = [one for one in measures if one["measure"] == "exact"]
    assert [(one["corpus"], one["task"], one["value"]) for one in exact] == [
        ("claims-a", "incidents", 1.0),
        ("claims-b", "incidents", 1.0),
    ]
    numbers = measured_tasks(measures)
    assert numbers["claims-a"]["incidents"]["best"] == 1.0
    assert "left_out" not in numbers["claims-a"]["incidents"], "nothing was asked, so there is no number"


def test_a_task_without_its_corpora_is_an_error_that_names_the_file(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"times-.*gold corpora"):
        run_task("times", tmp_path)


def test_the_usual_tasks_are_scored_unless_some_are_named_or_only_some_reports_chosen() -> None:
    gold = Path()
    assert Choice().tasks_chosen == ()
    assert Choice(gold=gold).tasks_chosen == USUAL_TASKS
    assert set(ALL_TASKS) - set(USUAL_TASKS) == {"places", "muc", "shootings", "types", "coder", "actors", "cues"}
    assert Choice(gold=gold, tasks=("times",)).tasks_chosen == ("times",)
    assert Choice(gold=gold, limit=3).tasks_chosen == ("claims",)
    assert Choice(gold=gold, predictions=gold).tasks_chosen == ("claims",)


def test_a_task_on_request_is_scored_when_it_or_its_corpus_is_named() -> None:
    gold = Path()
    assert Choice(gold=gold, tasks=("places",)).tasks_chosen == ("places",)
    assert Choice(gold=gold, corpora=("events-en-muc",)).tasks_chosen == ("muc",)
    assert Choice(gold=gold, corpora=("claims-fr", "places-en")).tasks_chosen == (*USUAL_TASKS, "places")
    assert Choice(gold=gold, corpora=("parallel-news",), parallel=True).tasks_chosen == ()
    assert Choice(gold=gold, corpora=("claims-fr", "parallel-news")).claim_corpora == ("claims-fr",)


def test_parallel_news_is_compared_only_if_asked_for() -> None:
    gold = Path()
    assert Choice(gold=gold, parallel=True).compares_news
    assert Choice(gold=gold, parallel=True, corpora=("parallel-news",)).compares_news
    assert not Choice(gold=gold, parallel=True, corpora=("claims-parallel",)).compares_news
    assert not Choice(gold=gold).compares_news
    assert not Choice(parallel=True).compares_news
    assert _outcome(Choice(gold=gold, parallel=True)).asks("parallel-news", "fr-en")
    assert not _outcome(Choice(gold=gold)).asks("parallel-news", "fr-en")


def test_only_floors_of_what_was_to_be_scored_are_asked_for() -> None:
    claims = _outcome(Choice(gold=Path(), tasks=("claims",), corpora=("claims-a",)))
    assert claims.asks("claims-a", "fr")
    assert not claims.asks("claims-b", "fr")
    assert not claims.asks("claims-a", "incidents")
    assert not claims.asks("marked", "fr")
    assert _outcome(Choice(marked=True)).asks("marked", "fr")
    assert not _outcome(Choice(marked=True)).asks("claims-a", "fr")
    assert not _outcome(Choice(marked=True)).asks("rows", "alep")
    assert _outcome(Choice(tables=Path())).asks("rows", "alep")
    assert not _outcome(Choice(gold=Path())).asks("places-en", "places")
    assert _outcome(Choice(gold=Path(), tasks=("places",))).asks("places-en", "places")


def test_measures_of_corpora_that_were_not_chosen_are_left_out(folder: Path) -> None:
    found = run_choice(Choice(gold=folder, tasks=("incidents",), corpora=("claims-b",)))
    assert found.claims is None
    assert set(found.measured) == {"claims-b"}


def test_claims_and_tasks_of_one_corpus_stand_side_by_side(folder: Path) -> None:
    found = run_choice(
        Choice(gold=folder, tasks=("claims", "incidents"), predictions=folder / "none.jsonl", corpora=("claims-a",))
    )
    assert found.measured["claims-a"]["fr"]["recall"] == 0.0
    assert found.measured["claims-a"]["incidents"]["exact"] == 1.0

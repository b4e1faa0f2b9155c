"""Quality may only rise: every floor of `evaluation/floors.toml` holds on the gold corpora."""

from pathlib import Path

import pytest

from bilan.evaluate.floors import find_breaches, read_floors
from bilan.evaluate.rows import ENDING, find_tables
from bilan.evaluate.session import ALL_TASKS, Choice, run_choice
from bilan.evaluate.tasks import ON_REQUEST

FLOORS = Path(__file__).parent.parent.parent / "evaluation" / "floors.toml"
REPORTS = Path(__file__).parent / "reports"


@pytest.mark.gold
@pytest.mark.parametrize(
    "task", [pytest.param(task, marks=[pytest.mark.slow] if task in ON_REQUEST else []) for task in ALL_TASKS]
)
def test_no_number_of_a_task_is_below_its_floor(task: str, gold: Path) -> None:
    _hold(Choice(gold=gold, tasks=(task,)))


def test_no_number_of_the_marked_sentences_is_below_its_floor() -> None:
    _hold(Choice(marked=True))


def test_no_number_of_the_negatives_is_below_its_floor() -> None:
    _hold(Choice(negatives=True))


@pytest.mark.gold
def test_no_number_of_the_claim_free_reports_is_below_its_floor(gold: Path) -> None:
    _hold(Choice(gold=gold, negatives=True, corpora=("claim-free",)))


@pytest.mark.gold
def test_no_share_of_rows_is_below_its_floor(examples: Path) -> None:
    _hold(Choice(tables=REPORTS, examples=examples))


def _hold(choice: Choice) -> None:
    found = run_choice(choice)
    breaches = find_breaches(found.measured, read_floors(FLOORS), found.asks)
    assert not breaches, "\n".join(map(str, breaches))


def test_there_are_floors_for_every_stage_every_table_and_marked_sentences() -> None:
    floors = read_floors(FLOORS)
    groups = ("claims-fr", "fr"), ("claims-parallel", "en"), ("claims-fr", "incidents"), ("times-fr", "times")
    others = ("places-en", "places"), ("times-en", "times"), ("marked", "fr"), ("marked", "en")
    assert all(floors[corpus][group] for corpus, group in (*groups, *others))
    assert set(floors["rows"]) == {path.name.removesuffix(ENDING) for path in find_tables(REPORTS)}

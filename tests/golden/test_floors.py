"""Quality may only rise: every floor of `evaluation/floors.toml` holds on the gold corpora."""

from pathlib import Path

import pytest

from bilan.evaluate.floors import find_breaches, read_floors
from bilan.evaluate.session import ALL_TASKS, Choice, run_choice

FLOORS = Path(__file__).parent.parent.parent / "evaluation" / "floors.toml"
SLOW = {"places": pytest.mark.slow}  # parses 318 long reports, names and all: minutes


@pytest.mark.gold
@pytest.mark.parametrize("task", [pytest.param(task, marks=SLOW.get(task, ())) for task in ALL_TASKS])
def test_no_number_of_a_task_is_below_its_floor(task: str, gold: Path) -> None:
    _hold(Choice(gold=gold, tasks=(task,)))


def test_no_number_of_the_marked_sentences_is_below_its_floor() -> None:
    _hold(Choice(marked=True))


def _hold(choice: Choice) -> None:
    found = run_choice(choice)
    breaches = find_breaches(found.measured, read_floors(FLOORS), found.asks)
    assert not breaches, "\n".join(map(str, breaches))


def test_there_are_floors_for_claims_times_incidents_and_marked_sentences() -> None:
    floors = read_floors(FLOORS)
    groups = ("claims-fr", "fr"), ("claims-parallel", "en"), ("claims-fr", "incidents"), ("times-fr", "times")
    assert all(floors[corpus][group] for corpus, group in (*groups, ("marked", "fr"), ("marked", "en")))

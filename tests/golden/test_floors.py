"""Quality may only rise: every floor of `evaluation/floors.toml` holds on the gold corpora."""

from pathlib import Path

import pytest

from bilan.evaluate.floors import find_breaches, read_floors
from bilan.evaluate.session import Choice, run_choice

FLOORS = Path(__file__).parent.parent.parent / "evaluation" / "floors.toml"


@pytest.mark.gold
@pytest.mark.slow
def test_no_number_is_below_its_floor(gold: Path) -> None:
    found = run_choice(Choice(gold=gold, marked=True))
    breaches = find_breaches(found.measured, read_floors(FLOORS), found.asks)
    assert not breaches, "\n".join(map(str, breaches))


def test_there_are_floors_for_claims_times_incidents_and_marked_sentences() -> None:
    floors = read_floors(FLOORS)
    groups = ("claims-fr", "fr"), ("claims-parallel", "en"), ("claims-fr", "incidents"), ("times-fr", "times")
    assert all(floors[corpus][group] for corpus, group in (*groups, ("marked", "fr"), ("marked", "en")))

"""Quality may only rise: every floor of `evaluation/floors.toml` holds on the gold corpora."""

from pathlib import Path

import pytest

from bilan.evaluate.evaluation import evaluate_claims, measured
from bilan.evaluate.floors import find_breaches, read_floors
from bilan.evaluate.gold import read_corpora
from bilan.evaluate.predict import with_pack
from bilan.evaluate.run import run_pipeline
from bilan.pipeline import Tools

FLOORS = Path(__file__).parent.parent.parent / "evaluation" / "floors.toml"


@pytest.mark.gold
@pytest.mark.slow
def test_no_number_is_below_its_floor(gold: Path, tools: Tools) -> None:
    reports = read_corpora(gold)
    known, left_out = with_pack(reports)
    found = evaluate_claims(known, tuple(run_pipeline(known, tools)), left_out)
    breaches = find_breaches(measured(found), read_floors(FLOORS), {report.corpus for report in reports})
    assert not breaches, "\n".join(map(str, breaches))


def test_the_floors_file_names_corpora_and_metrics() -> None:
    floors = read_floors(FLOORS)
    assert all(
        "f1" in floors[corpus][language] for corpus, language in (("claims-fr", "fr"), ("claims-parallel", "en"))
    )

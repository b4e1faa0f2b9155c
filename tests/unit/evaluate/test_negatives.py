"""False claims in sentences and reports that claim nothing."""

from pathlib import Path
from typing import Any

import pytest
from tests.unit.evaluate.gold_factory import make_gold, make_gold_report, make_row

from bilan.errors import LanguageError
from bilan.evaluate.marked import parse_marked
from bilan.evaluate.negatives import (
    HEADLINE,
    KINDS,
    Negative,
    claim_free,
    false_row,
    measured_negatives,
    negatives_row,
    read_negatives,
    score_claim_free,
    score_negatives,
    violent_events,
)
from bilan.languages.load import Pack, list_languages, load_language

EVENT: dict[str, Any] = {"kind": "event", "outcome": None, "count": None}


def _read(label: str, line: str, *rows: dict[str, Any]) -> tuple[Negative, list[dict[str, Any]]]:
    return Negative(label, parse_marked(line, "fr")), list(rows)


def test_false_claims_are_counted_by_kind_and_class() -> None:
    scores = score_negatives(
        "fr",
        [
            _read("sport", "Ils ont gagné.", make_row(), make_row(**EVENT, event="armed-clash")),
            _read("sport", "Ils ont perdu.", make_row(**EVENT, event="agreement")),
            _read("law", "La loi est votée."),
            _read("law", "La loi est rejetée."),
        ],
    )
    assert scores.total == 4
    assert [one.kind for one in scores.false] == ["toll", "violence", "event"]
    assert (scores.per_100(HEADLINE), scores.per_100(KINDS), scores.per_100(KINDS, "law")) == (50, 75, 0)
    assert measured_negatives([scores]) == {"negatives": {"fr": {"clean": 0.5, "silent": 0.25}}}


def test_a_claim_that_its_mark_allows_is_not_false_and_need_not_be_found() -> None:
    line = "<c outcome=killed low=7 high=7>Sept morts</c> il y a vingt ans."
    scores = score_negatives("fr", [_read("anniversary", line, make_row()), _read("anniversary", line)])
    assert not scores.false


def test_a_claim_other_than_its_mark_says_is_false() -> None:
    line = "<c kind=event modality=planned>Nous frapperons leurs dépôts</c>."
    asserted = make_row(**EVENT, event="attack", modality="asserted")
    assert len(score_negatives("fr", [_read("threat", line, asserted)]).false) == 1


def test_of_a_report_with_incidents_only_tolls_are_false() -> None:
    event = make_row(**EVENT, event="attack")
    quiet, eventful = make_gold_report(), make_gold_report(id="r2", incidents=1)
    scores = score_claim_free("fr", [(quiet, 3, [event]), (eventful, 5, [event, make_row()])])
    assert scores.sentences == {"quiet": 3, "eventful": 5}
    assert [(one.label, one.kind) for one in scores.false] == [("quiet", "violence"), ("eventful", "toll")]
    assert scores.corpus == "claim-free"


def test_reports_with_claims_are_not_claim_free() -> None:
    free = make_gold_report(id="r2")
    assert claim_free([make_gold_report(make_gold()), free]) == (free,)


def test_more_false_claims_than_sentences_leave_a_share_of_zero() -> None:
    scores = score_negatives("fr", [_read("sport", "Ils ont gagné.", make_row(), make_row(at=2))])
    assert measured_negatives([scores])["negatives"]["fr"] == {"clean": 0.0, "silent": 0.0}


def test_nothing_read_has_no_numbers() -> None:
    scores = score_negatives("fr", [])
    assert measured_negatives([scores]) == {}
    assert negatives_row(scores)["tolls_and_violence_per_100"] is None


def test_json_tells_the_rates_and_each_false_claim() -> None:
    scores = score_negatives("fr", [_read("sport", "Ils ont gagné.", make_row()), _read("law", "La loi est votée.")])
    row = negatives_row(scores)
    assert (row["sentences"], row["false_claims"], row["tolls_and_violence_per_100"]) == (2, 1, 50)
    assert row["classes"]["sport"] == {"sentences": 1, "tolls_and_violence_per_100": 100, "all_per_100": 100}
    false = false_row(scores.false[0])
    assert (false["name"], false["class"], false["kind"]) == ("fr:1", "sport", "toll")
    assert false["claim"] == "killed 7..7 asserted total"


def test_violence_is_what_the_families_of_violence_hold() -> None:
    violent = violent_events()
    assert {"attack", "air-drone-strike", "armed-clash", "mob-violence", "excessive-force"} <= violent
    assert violent.isdisjoint({"agreement", "protest", "accident", "disaster", "leaflet-drop", "evacuation"})


def test_a_line_without_a_class_is_refused_with_its_number(tmp_path: Path) -> None:
    (tmp_path / "negatives.txt").write_text("# heading\n\n[sport] Ils ont gagné.\nIls ont perdu.\n", encoding="utf-8")
    with pytest.raises(LanguageError, match="line 4"):
        read_negatives(Pack("fr", tmp_path, {}))


def test_a_pack_without_negatives_has_none(tmp_path: Path) -> None:
    assert read_negatives(Pack("fr", tmp_path, {})) == ()


@pytest.mark.parametrize("code", list_languages())
def test_every_pack_has_many_negatives_of_many_classes_each_once(code: str) -> None:
    negatives = read_negatives(load_language(code))
    assert len(negatives) >= 180
    assert len({negative.label for negative in negatives}) >= 20
    assert len({negative.sentence.text for negative in negatives}) == len(negatives)

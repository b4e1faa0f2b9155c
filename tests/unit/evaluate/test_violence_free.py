"""Violent events read in reports that tell of no violence: counted once a report."""

import gzip
import json
from pathlib import Path

import pytest

from bilan.errors import InputError
from bilan.evaluate.negatives import KINDS, VIOLENCE_FREE, measured_negatives
from bilan.evaluate.session import Choice
from bilan.evaluate.violence_free import GOLD, list_violence_free, read_violence_free, score_violence_free
from bilan.pipeline import Tools


def _record(name: str, text: str) -> dict[str, str | None]:
    return {"id": name, "text": text, "published": None, "title": None}


def _write(folder: Path, names: tuple[str, ...]) -> None:
    with gzip.open(folder / f"{GOLD}.jsonl.gz", "wt", encoding="utf-8") as lines:
        lines.writelines(json.dumps(_record(name, f"Texte {name}.")) + "\n" for name in names)


def test_the_list_names_two_hundred_reports_once_each() -> None:
    assert len(list_violence_free()) == len(set(list_violence_free())) == 200


def test_the_reports_come_in_the_order_of_the_list(tmp_path: Path) -> None:
    _write(tmp_path, (*sorted(list_violence_free()), "another"))
    assert tuple(record["id"] for record in read_violence_free(tmp_path)) == list_violence_free()


def test_a_corpus_that_lacks_a_report_is_refused(tmp_path: Path) -> None:
    _write(tmp_path, list_violence_free()[1:])
    with pytest.raises(InputError, match="has no report"):
        read_violence_free(tmp_path)


def test_a_report_counts_once_and_only_for_violence(tools: Tools) -> None:
    records = [
        _record("calm", "Le ministre a signé un accord de paix mardi à Genève."),
        _record("violent", "Des rebelles ont attaqué Gao mardi. Ils ont pillé la ville et pris des otages."),
    ]
    scores = score_violence_free(records, tools)
    assert (scores.corpus, scores.total, scores.unit) == (VIOLENCE_FREE, 2, "reports")
    assert [false.name for false in scores.false] == ["violent"]
    assert scores.count(KINDS) == 1
    assert measured_negatives([scores])[VIOLENCE_FREE]["fr"]["clean"] == 0.5


def test_it_is_scored_only_if_named(tmp_path: Path) -> None:
    assert not Choice(gold=tmp_path, negatives=True).reads_violence_free
    assert Choice(gold=tmp_path, negatives=True, corpora=(VIOLENCE_FREE,)).reads_violence_free

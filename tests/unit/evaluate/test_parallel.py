"""Agreement between the languages."""

import gzip
import json
from pathlib import Path

import pytest
from tests.unit.evaluate.gold_factory import make_gold_report, make_row

from bilan.errors import InputError
from bilan.evaluate.parallel import agreement, agreement_row, read_news

REPORTS = [
    make_gold_report(id=f"{number}-{language}", language=language, parallel=number)
    for number in ("1", "2", "3")
    for language in ("fr", "en")
]


def test_equal_tolls_agree_whatever_their_place_in_the_text() -> None:
    rows = [
        make_row(at=0, report="1-fr"),
        make_row(3, None, at=20, report="1-fr"),
        make_row(3, None, at=0, report="1-en"),
        make_row(at=30, report="1-en", people=["unknown"]),
    ]
    found = agreement(REPORTS, rows)
    assert found.share == 1.0
    assert found.share_with_tolls == 1.0


def test_another_number_basis_or_repetition_disagrees() -> None:
    rows = [
        make_row(7, 7, report="1-fr"),
        make_row(8, 8, report="1-en"),
        make_row(report="2-fr", basis="part"),
        make_row(report="2-en"),
        make_row(report="3-fr"),
        make_row(report="3-en"),
        make_row(report="3-en", at=30),
    ]
    assert agreement(REPORTS, rows).share == 0.0


def test_texts_without_a_toll_in_either_language_are_told_apart() -> None:
    found = agreement(REPORTS, [make_row(report="1-fr")])
    assert found.share == 2 / 3
    assert found.share_with_tolls == 0.0


def test_modality_counts_only_where_it_is_asked_for() -> None:
    rows = [make_row(report="1-fr"), make_row(report="1-en", modality="hedged")]
    assert agreement(REPORTS, rows).share == 1.0
    strict = agreement(REPORTS, rows, modality=True)
    assert strict.share_with_tolls == 0.0
    (row,) = agreement_row("c", strict)["different"]
    assert [side[0][-1] for side in row["tolls"]] == ["asserted", "hedged"]


def test_parallel_news_is_read_in_both_languages(tmp_path: Path) -> None:
    lines = [{"id": f"n{n}", "text": "Seven dead.", "texts": {"fr": "Sept morts.", "ar": ""}} for n in range(3)]
    data = "".join(json.dumps(line) + "\n" for line in lines)
    (tmp_path / "parallel-news.jsonl.gz").write_bytes(gzip.compress(data.encode()))
    reports = read_news(tmp_path, limit=2)
    assert [(report.id, report.text) for report in reports[:2]] == [("n0-fr", "Sept morts."), ("n0-en", "Seven dead.")]
    assert [pair.texts for pair in agreement(reports, []).pairs] == [("Sept morts.", "Seven dead.")] * 2
    with pytest.raises(InputError, match="parallel-news"):
        read_news(tmp_path / "none")


def test_a_text_that_lacks_one_of_the_languages_is_no_pair() -> None:
    found = agreement(REPORTS[:3], [])
    assert [pair.parallel for pair in found.pairs] == ["1"]
    assert agreement([], []).share is None

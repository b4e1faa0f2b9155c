"""Agreement between the languages."""

from tests.unit.evaluate.gold_factory import make_gold_report, make_row

from bilan.evaluate.parallel import agreement

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


def test_a_text_that_lacks_one_of_the_languages_is_no_pair() -> None:
    found = agreement(REPORTS[:3], [])
    assert [pair.parallel for pair in found.pairs] == ["1"]
    assert agreement([], []).share is None

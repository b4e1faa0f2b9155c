"""Updates: the older number is a toll of its own, superseded; ranges and other "contre" are left alone."""

import pytest
from tests.unit.claims.drafting import tolls

from bilan.claims.updates import split_updates
from bilan.pipeline import Tools

Row = tuple[int | None, int | None, bool]


def rows(tools: Tools, code: str, text: str) -> list[Row]:
    """Return low, high, and whether superseded, of each draft."""
    annotation, drafts = tolls(tools, code, text)
    found = split_updates(annotation, drafts)
    return sorted((d.count.low, d.count.high, "superseded" in d.flags) for d in found if d.count)


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("fr", "Le bilan est passé de 14 à 19 morts.", [(14, 14, True), (19, 19, False)]),
        ("fr", "L'explosion a fait 83 morts, contre 71 la veille.", [(71, 71, True), (83, 83, False)]),
        ("fr", "Le bilan passe à 83 morts, au lieu de 71.", [(71, 71, True), (83, 83, False)]),
        ("en", "The death toll rose from 14 to 19.", [(14, 14, True), (19, 19, False)]),
        ("en", "The death toll rose to 83, up from 71 on Monday.", [(71, 71, True), (83, 83, False)]),
        ("en", "The toll stands at 83 dead, compared with 71 on Monday.", [(71, 71, True), (83, 83, False)]),
    ],
)
def test_the_older_number_is_kept_and_marked(tools: Tools, code: str, text: str, expected: list[Row]) -> None:
    assert rows(tools, code, text) == expected


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("fr", "Le raid a fait de 14 à 19 morts.", [(14, 19, False)]),
        ("fr", "Entre 14 et 19 civils ont été tués.", [(14, 19, False)]),
        ("fr", "L'attaque contre un poste a fait 12 morts.", [(12, 12, False)]),
        ("fr", "Un attentat contre 30 soldats a fait 12 morts.", [(12, 12, False)]),
        ("fr", "Le raid a fait 12 morts contre les rebelles.", [(12, 12, False)]),
        ("en", "The raid killed 14 to 19 people.", [(14, 19, False)]),
        ("en", "Twelve people from 3 villages were killed.", [(12, 12, False)]),
    ],
)
def test_ranges_and_enemies_are_no_updates(tools: Tools, code: str, text: str, expected: list[Row]) -> None:
    assert rows(tools, code, text) == expected


@pytest.mark.parametrize(
    "text", ["L'explosion a fait 83 morts, contre 71 la veille.", "Le bilan est passé de 14 à 19 morts."]
)
def test_both_numbers_have_one_outcome(tools: Tools, text: str) -> None:
    annotation, drafts = tolls(tools, "fr", text)
    assert {draft.outcome for draft in split_updates(annotation, drafts)} == {"killed"}


def test_a_report_without_updates_is_left_as_it_is(tools: Tools) -> None:
    annotation, drafts = tolls(tools, "fr", "Douze civils ont été tués. Trente ont été blessés.")
    assert split_updates(annotation, drafts) == list(drafts)

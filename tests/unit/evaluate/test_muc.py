"""Victims of telegrams in capitals."""

from typing import Any

from tests.unit.evaluate.gold_factory import make_row

from bilan.evaluate.muc import asked_pairs, readable, tally_report
from bilan.evaluate.scores import Tally
from bilan.evaluate.truecase import learn_cases


def _fill(*values: Any, optional: bool = False, of: str = "MEN") -> dict[str, Any]:  # noqa: ANN401 - words or numbers
    return {"alternatives": [_alternative(value) | {"of": [of]} for value in values], "optional": optional}


def _alternative(value: Any) -> dict[str, Any]:  # noqa: ANN401 - words or numbers
    if value == "PLURAL":
        return {"value": value, "low": 2, "high": None, "wording": "plural"}
    return (
        {"value": value, "low": value, "high": value, "wording": "exact"}
        if isinstance(value, int)
        else {"value": value}
    )


def _template(number: dict[str, Any], effect: dict[str, Any], *, optional: bool = False) -> dict[str, Any]:
    return {"optional": optional, "hum_target_number": [number], "hum_target_effect": [effect]}


def _tally(template: dict[str, Any], *rows: dict[str, Any]) -> Tally:
    return tally_report(asked_pairs([template]), rows)


def test_a_number_of_dead_is_found_by_an_equal_toll_told_once_or_often() -> None:
    template = _template(_fill(7), _fill("DEATH"))
    assert _tally(template, make_row(7), make_row(7, at=30)) == Tally(1, 1, 1)
    assert _tally(template, make_row(8, 8)) == Tally(1, 1, 0)
    assert _tally(template, make_row(7, outcome="injured")) == Tally(1, 1, 0)
    assert _tally(template) == Tally(1, 0, 0)


def test_any_alternative_is_right_and_a_plural_is_any_open_count() -> None:
    assert _tally(_template(_fill(6, 7), _fill("DEATH")), make_row(7)).matched == 1
    plural = _template(_fill("PLURAL"), _fill("INJURY"))
    assert _tally(plural, make_row(3, None, outcome="injured")).matched == 1
    assert _tally(plural, make_row(3, 3, outcome="injured")).matched == 0
    assert _tally(plural, make_row(1, None, outcome="injured")).matched == 0


def test_what_is_optional_counts_neither_way() -> None:
    needed = _template(_fill(7), _fill("DEATH"))
    for extra in (
        _template(_fill(9), _fill("DEATH"), optional=True),
        _template(_fill(9, optional=True), _fill("DEATH")),
        _template(_fill(9), _fill("DEATH", "NO DEATH")),
    ):
        asked = asked_pairs([needed, extra])
        assert tally_report(asked, [make_row(7), make_row(9, 9)]) == Tally(1, 1, 1)
        assert tally_report(asked, [make_row(7)]) == Tally(1, 1, 1)


def test_reports_without_victims_in_the_key_are_not_asked() -> None:
    assert _tally(_template(_fill(7), _fill("NO INJURY")), make_row(7)) == Tally()
    assert _tally(_template(_fill(7, of="A"), _fill("DEATH", of="B")), make_row(7)) == Tally()


def test_denied_planned_and_reckoned_tolls_are_not_told_ones() -> None:
    template = _template(_fill(7), _fill("DEATH"))
    assert _tally(template, make_row(modality="denied"), make_row(basis="rate", at=30)) == Tally(1, 0, 0)


def test_a_telegram_is_made_readable_and_keeps_its_offsets() -> None:
    text = "LIMA, 3 JAN 90 -- [REPORT] [TEXT] THE ARMY\nSAID SO.\n\n   THE END"
    found = readable(text, learn_cases(["On it the army said so the end."]))
    assert found.strip() == "The army said so.\n\n   The end"
    assert len(found) == len(text)

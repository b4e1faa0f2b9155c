"""Figures held against a table of shootings."""

from bilan.evaluate.scores import Accuracy
from bilan.evaluate.shootings import answers, tally
from bilan.model.ids import IncidentId
from bilan.model.incident import Figure, Incident


def _incident(*figures: tuple[str, str, int | None]) -> Incident:
    made = (
        Figure(outcome, people, best, best, best, open=False, claims=(), policy="ucdp", reason="")
        for outcome, people, best in figures
    )
    return Incident(IncidentId("inc-1"), "attack", (), (), figures=tuple(made))


def _row(killed: int, injured: int, with_shooter: int) -> dict[str, int]:
    return {"killed": killed, "injured": injured, "killed_incl_shooter": with_shooter}


def test_the_highest_figure_over_all_people_answers() -> None:
    found = answers([_incident(("killed", "all", 3), ("killed", "child", 9)), _incident(("killed", "all", 5))])
    assert found == {"killed": 5, "injured": None}
    assert answers([_incident(("killed", "all", None))]) == {"killed": None, "injured": None}


def test_silence_wrong_numbers_and_a_counted_shooter_are_told_apart() -> None:
    found = tally(
        [
            (_row(4, 2, 5), {"killed": 4, "injured": None}),
            (_row(4, 2, 5), {"killed": 5, "injured": 2}),
            (_row(4, 0, 5), {"killed": 9, "injured": 3}),
        ]
    )
    assert found == {
        "killed_answered": Accuracy(3, 3),
        "killed_exact": Accuracy(1, 3),
        "killed_exact_or_with_shooter": Accuracy(2, 3),
        "injured_answered": Accuracy(1, 2),
        "injured_exact": Accuracy(1, 1),
    }

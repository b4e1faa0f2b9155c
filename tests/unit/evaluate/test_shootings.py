"""Figures held against a table of shootings."""

from tests.factory import make_claim

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


def test_one_figure_that_takes_in_every_toll_answers() -> None:
    guests, clerk = make_claim(low=3, at=0), make_claim(low=2, at=30)
    incident = _incident(("killed", "all", 5), ("killed", "child", 9))

    assert answers([guests, clerk], [incident]) == {"killed": 5, "injured": None}
    assert answers([make_claim(low=5), make_claim(low=5, at=40)], [incident])["killed"] == 5


def test_a_figure_that_leaves_tolls_out_or_stands_beside_another_is_no_answer() -> None:
    early, late = make_claim(low=3, at=0), make_claim(low=5, at=30)
    incident = _incident(("killed", "all", 5))

    assert answers([early, late], [incident])["killed"] is None
    assert answers([late], [incident, _incident(("killed", "all", 2))])["killed"] is None
    assert answers([], [_incident(("killed", "all", None))])["killed"] is None


def test_an_older_number_and_the_attacker_are_no_tolls_to_take_in() -> None:
    old = make_claim(low=3, at=0)
    new = make_claim(low=5, at=30, links={"supersedes": [old.id]})
    attacker = make_claim(low=1, at=60, people=("attacker",))

    assert answers([old, new, attacker], [_incident(("killed", "all", 5))])["killed"] == 5


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

from bilan.stores.heirs import find_heirs


def test_claims_decide_where_an_incident_lives_on() -> None:
    assert find_heirs({"old": ("a", "b", "c")}, {"x": ("a",), "y": ("b", "c")}) == {"old": "y"}


def test_equal_shares_go_to_the_first_by_id() -> None:
    assert find_heirs({"old": ("a", "b")}, {"y": ("b",), "x": ("a",)}) == {"old": "x"}


def test_an_incident_that_lives_has_no_heir() -> None:
    assert find_heirs({"old": ("a",)}, {"old": ("a",)}) == {}


def test_an_incident_whose_claims_are_gone_has_none() -> None:
    assert find_heirs({"old": ("a",)}, {"x": ("b",)}) == {"old": None}

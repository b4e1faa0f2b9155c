import pytest
from tests.factory import make_claim

from bilan.model.claim import Count
from bilan.review.corrections import CORRECTABLE, correct_claim

BACKWARDS = (
    '{"text":"x","earliest":"2020-02-02","latest":"2020-01-01","precision":1,"anchor":null,"offset":null,"every":null}'
)


@pytest.mark.parametrize(
    ("field", "value", "attribute", "expected"),
    [
        ("outcome", '"injured"', "outcome", "injured"),
        ("modality", '"denied"', "modality", "denied"),
        ("people", '["child","woman"]', "people", ("child", "woman")),
        ("count.wording", '"about"', "count", Count(3, 3, "about", "3-3")),
        ("count", "null", "count", None),
        ("place", "null", "place", None),
        ("share", "0.5", "share", 0.5),
    ],
)
def test_a_correction_changes_the_field_and_marks_the_claim(
    field: str, value: str, attribute: str, expected: object
) -> None:
    claim = correct_claim(make_claim(), field, value)
    assert getattr(claim, attribute) == expected
    assert claim.flags == ("corrected-by-person",)


def test_a_count_can_be_given_to_a_claim_that_has_none() -> None:
    claim = correct_claim(make_claim(count=None), "count.low", "4")
    assert claim.count == Count(4, None, "exact", "")


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("id", '"clm-x"', "cannot be corrected"),
        ("quote", "{}", "cannot be corrected"),
        ("count.low", "-1", "a whole number"),
        ("count.low", "true", "a whole number"),
        ("count.low", '"4"', "a whole number"),
        ("count.low", "5", "at most its high"),
        ("outcome", '"slain"', "one of killed"),
        ("people", "[]", "at least one"),
        ("people", '"child"', "at least one"),
        ("outcome", '["killed"]', "one of killed"),
        ("share", "1.5", "from 0 to 1"),
        ("share", "NaN", "from 0 to 1"),
        ("event", "7", "event type"),
        ("modality", "null", "one of asserted"),
        ("place", '{"text":"Alep","lat":91,"lon":0}', "place"),
        ("time", BACKWARDS, "time"),
        ("said_by", '"him"', "said_by"),
        ("time", '{"text":"today"}', "time"),
        ("modality", "sure", "quotes"),
    ],
)
def test_a_correction_to_something_impossible_is_refused(field: str, value: str, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        correct_claim(make_claim(), field, value)


@pytest.mark.parametrize("field", sorted(CORRECTABLE))
def test_every_field_that_can_be_corrected_refuses_what_it_cannot_hold(field: str) -> None:
    with pytest.raises(ValueError, match=field.split(".", maxsplit=1)[0]):
        correct_claim(make_claim(), field, '{"nonsense": 1}')

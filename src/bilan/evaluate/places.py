"""Score places against GeoWebNews and TR-News: found and put on the map within 161 km (100 miles), as geoparsers are.

Two questions a set: end to end (the report's text only), and resolution alone (the gold's spans given). In GeoWebNews
only literal names count (`gold/README.md`); finds that hit another kind of name there count neither way. TR-News counts
adjectives ("Turkish" → Turkey) too. Names without coordinates in the gold are left out of both.
"""

import gzip
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any

from bilan.annotate.place_page import Page
from bilan.annotate.place_words import place_words
from bilan.annotate.places import find_place_mentions, mention_at
from bilan.annotate.spacy_parser import SpacyParser
from bilan.annotate.tokens import Parse
from bilan.languages.load import Pack, load_language
from bilan.model.place import Gazetteer, Place, PlaceMention
from bilan.model.text import Span
from bilan.places.resolve import distance_km, resolve_places

NEAR_KM = 161.0
LITERAL = frozenset({"Literal", "Mixed", "Coercion", "Embedded_Literal", "Literal_Modifier"})
CORPUS = "places-en.jsonl.gz"


@dataclass(slots=True)
class Tally:
    """Counts of one corpus set; `errors` are kilometres from the gold, of places resolved on gold spans."""

    reports: int = 0
    gold: int = 0
    found: int = 0
    right: int = 0
    extra: int = 0
    answered: int = 0
    near: int = 0
    errors: list[float] = field(default_factory=list)


def score_places(gold: Path, limit: int | None, gazetteer: Gazetteer) -> list[dict[str, object]]:
    """Score English places.

    Args:
        gold: The folder of the gold corpora.
        limit: How many reports of each set to read, None for all.
        gazetteer: The place index.

    Returns:
        One row a set: reports, gold names, precision, recall and F1 end to end; accuracy within 161 km, share
        answered, accuracy among those, and median error in km, spans given.
    """
    pack = load_language("en")
    parser = SpacyParser(pack)
    tallies: dict[str, Tally] = {}
    for record in read_places(gold / CORPUS):
        tally = tallies.setdefault(record["set"], Tally())
        if limit is not None and tally.reports >= limit:
            continue
        tally.reports += 1
        parse = parser.parse(record["text"], passages_of(record["text"]))
        _score_report(record, parse, pack, gazetteer, tally)
    return [_row(name, tally) for name, tally in sorted(tallies.items())]


def read_places(path: Path) -> Iterator[Mapping[str, Any]]:
    """Yield the records of a places corpus."""
    with gzip.open(path, "rt", encoding="utf-8") as stream:
        yield from map(json.loads, stream)


def passages_of(text: str) -> Sequence[Span]:
    """Cut a text at its line ends: these corpora have one paragraph a line."""
    spans, start = [], 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            spans.append(Span(start, start + len(line.rstrip())))
        start += len(line)
    return spans


def gold_names(record: Mapping[str, Any]) -> tuple[list[Mapping[str, Any]], list[Mapping[str, Any]]]:
    """Return the names that count, and those that count neither way."""
    counted: list[Mapping[str, Any]] = []
    ignored: list[Mapping[str, Any]] = []
    for toponym in record["toponyms"]:
        literal = toponym.get("type") is None or toponym["type"] in LITERAL
        (counted if literal and toponym["lat"] is not None else ignored).append(toponym)
    return counted, ignored


def _score_report(record: Mapping[str, Any], parse: Parse, pack: Pack, gazetteer: Gazetteer, tally: Tally) -> None:
    counted, ignored = gold_names(record)
    mentions = find_place_mentions(record["text"], parse, pack, gazetteer)
    places = resolve_places(mentions)
    adjectives = {mention.span for mention in mentions if mention.role == "adjective"}
    located = [place for place in places if place.lat is not None]
    if record["set"] == "GeoWebNews":
        located = [place for place in located if place.span not in adjectives]
    tally.gold += len(counted)
    left = list(counted)
    for place in located:
        hit = next((toponym for toponym in left if _overlaps(toponym, place)), None)
        if hit is not None:
            left.remove(hit)
            tally.found += 1
            tally.right += distance_to(hit, place) <= NEAR_KM
            tally.extra += distance_to(hit, place) > NEAR_KM
        elif not any(_overlaps(toponym, place) for toponym in [*ignored, *counted]):
            tally.extra += 1
    _score_given(record["text"], parse, counted, (pack, gazetteer), tally)


def _score_given(
    text: str, parse: Parse, counted: Sequence[Mapping[str, Any]], tools: tuple[Pack, Gazetteer], tally: Tally
) -> None:
    pack, gazetteer = tools
    page = Page(text, parse, place_words(pack))
    spans = [Span(toponym["start"], toponym["end"]) for toponym in counted]
    mentions: Iterable[PlaceMention] = mention_at(page, spans, gazetteer)
    for toponym, place in zip(counted, resolve_places(tuple(mentions)), strict=True):
        if place.lat is None:
            continue
        tally.answered += 1
        error = distance_to(toponym, place)
        tally.near += error <= NEAR_KM
        tally.errors.append(error)


def distance_to(toponym: Mapping[str, Any], place: Place) -> float:
    """Return how far a resolved place lies from a gold name, in km; infinite if it is not resolved."""
    if place.lat is None or place.lon is None:
        return float("inf")
    return distance_km(toponym["lat"], toponym["lon"], place.lat, place.lon)


def _overlaps(toponym: Mapping[str, Any], place: Place) -> bool:
    return place.span is not None and place.span.overlaps(Span(toponym["start"], toponym["end"]))


def _row(name: str, tally: Tally) -> dict[str, object]:
    precision = tally.right / (tally.right + tally.extra) if tally.right + tally.extra else 0.0
    recall = tally.right / tally.gold if tally.gold else 0.0
    both = precision + recall
    return {
        "set": name,
        "reports": tally.reports,
        "names": tally.gold,
        "precision": round(precision, 3),
        "recall": round(recall, 3),
        "f1": round(2 * precision * recall / both, 3) if both else 0.0,
        "found": round(tally.found / tally.gold, 3) if tally.gold else 0.0,
        "accuracy_161km": round(tally.near / tally.gold, 3) if tally.gold else 0.0,
        "answered": round(tally.answered / tally.gold, 3) if tally.gold else 0.0,
        "accuracy_of_answered": round(tally.near / tally.answered, 3) if tally.answered else 0.0,
        "median_error_km": round(median(tally.errors), 1) if tally.errors else None,
    }

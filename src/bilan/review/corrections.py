"""Correct one field of a claim; what it may hold is checked first."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from bilan.model.claim import ACTOR_ROLES, BASES, MODALITIES, OUTCOMES, PEOPLE, PERIODS, WORDINGS, Claim
from bilan.model.wire import claim_from_row, claim_row

CORRECTED = "corrected-by-person"  # flag a claim gets
EMPTY_COUNT = {"low": None, "high": None, "wording": "exact", "text": ""}
MAX_LAT, MAX_LON = 90, 180  # degrees
Allows = Callable[[object], bool]


def correct_claim(claim: Claim, field: str, value: str) -> Claim:
    """Return the claim with one field corrected.

    Args:
        claim: the claim as it is.
        field: one of CORRECTABLE, as the JSON contract names it.
        value: the new value as JSON: `37`, `"hedged"`, `null`.

    Raises:
        ValueError: the field cannot be corrected, or the value is none it may hold; the message says which.
    """
    if field not in CORRECTABLE:
        raise ValueError(f"{field!r} cannot be corrected: one of {', '.join(CORRECTABLE)}")
    try:
        new = json.loads(value)
    except json.JSONDecodeError as error:
        raise ValueError(f"{value!r} is no JSON value ({error.msg}); words go in quotes") from error
    allows, allowed = CORRECTABLE[field]
    row: dict[str, Any] = claim_row(claim)
    parent, _, leaf = field.rpartition(".")
    if parent:
        row[parent] = {**(row[parent] or EMPTY_COUNT), leaf: new}
    else:
        row[leaf] = new
    try:
        fits = allows(new)
        changed = claim_from_row(row, claim.digest)
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"{value} is nothing {field!r} can hold: {allowed}") from error
    if not fits:
        raise ValueError(f"{value} is nothing {field!r} can hold: {allowed}")
    count = changed.count
    if count and count.low is not None and count.high is not None and count.low > count.high:
        raise ValueError(f"{field!r}: a count's low ({count.low}) is at most its high ({count.high})")
    return flag(changed, CORRECTED)


def flag(claim: Claim, word: str) -> Claim:
    """Return the claim with a flag it has once."""
    return claim if word in claim.flags else replace(claim, flags=(*claim.flags, word))


def _one_of(words: Sequence[str], *, null: bool = False) -> tuple[Allows, str]:
    told = "one of " + ", ".join(words) + (", or null" if null else "")
    return lambda value: (isinstance(value, str) and value in words) or (null and value is None), told


def _some_of(words: Sequence[str]) -> tuple[Allows, str]:
    told = "a list of at least one of " + ", ".join(words)
    return lambda value: isinstance(value, list) and bool(value) and all(word in words for word in value), told


def _is_bound(value: object) -> bool:
    return value is None or (type(value) is int and value >= 0)


def _is_count(value: object) -> bool:
    if not isinstance(value, dict):
        return value is None
    bounds = _is_bound(value["low"]) and _is_bound(value["high"])
    return bounds and value["wording"] in WORDINGS and isinstance(value["text"], str)


def _is_share(value: object) -> bool:
    return value is None or (type(value) in {int, float} and 0 <= float(str(value)) <= 1)


def _is_words(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(word, str) for word in value)


def _is_speakers(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(speaker["text"], str) for speaker in value)


def _is_actors(value: object) -> bool:
    return isinstance(value, list) and all(
        actor["role"] in ACTOR_ROLES and isinstance(actor["text"], str) for actor in value
    )


def _is_place(value: object) -> bool:
    if not isinstance(value, dict):
        return value is None
    lat, lon = value.get("lat"), value.get("lon")
    nowhere = lat is None and lon is None
    somewhere = lat is not None and lon is not None and abs(lat) <= MAX_LAT and abs(lon) <= MAX_LON
    known = value.get("precision") in {None, 1, 2, 3, 4, 5, 6, 7}
    return isinstance(value["text"], str) and (nowhere or somewhere) and known


def _is_time(value: object) -> bool:
    if not isinstance(value, dict):
        return value is None
    earliest, latest = value["earliest"], value["latest"]
    ordered = (earliest is None) == (latest is None) and (earliest is None or earliest <= latest)
    return isinstance(value["text"], str) and ordered and value["precision"] in {None, 1, 2, 3, 4, 5}


def _is_need(value: object) -> bool:
    return value is None or (isinstance(value, dict) and isinstance(value["sector"], str) and _is_words(value["items"]))


def _is_statement(value: object) -> bool:
    if not isinstance(value, dict):
        return value is None
    return isinstance(value["topic"], str) and isinstance(value["content"], str)


# What may be corrected, and what it may hold. Ids, quotes and links follow from the text and are read again instead.
CORRECTABLE: Mapping[str, tuple[Allows, str]] = {
    "event": (lambda value: value is None or isinstance(value, str), "an event type's id, or null"),
    "tags": (_is_words, "a list of words"),
    "outcome": _one_of(OUTCOMES, null=True),
    "count": (_is_count, "low, high, wording, text, or null"),
    "count.low": (_is_bound, "a whole number, 0 or more, or null"),
    "count.high": (_is_bound, "a whole number, 0 or more, or null"),
    "count.wording": _one_of(WORDINGS),
    "basis": _one_of(BASES),
    "per": _one_of(PERIODS, null=True),
    "share": (_is_share, "a number from 0 to 1, or null"),
    "people": _some_of(PEOPLE),
    "modality": _one_of(MODALITIES),
    "said_by": (_is_speakers, "a list of speakers: text, cue, id"),
    "actors": (_is_actors, "a list of actors: role, text, id"),
    "need": (_is_need, "sector and items, or null"),
    "statement": (_is_statement, "topic and content, or null"),
    "place": (_is_place, "a place as in bilan.claim/1, or null"),
    "time": (_is_time, "a time span as in bilan.claim/1, or null"),
}

"""The attributes a marked sentence may give a claim, and how each is compared.

Numbers: `low`, `high`, `share`. Words of a vocabulary: `kind`, `outcome`, `wording`, `basis`, `per`, `modality`,
`event`, `topic`, `sector`. Lists with commas: `people` (exactly these), `tags`, `flags` (at least these). Names,
compared by their words: `place`, actor roles (`perpetrator`, `target`, …). `said_by`: speakers outermost first, parted
by `>`. `items`: all items of a need, parted by `;`. `time`: an ISO date, month or interval, else the words. `none`:
there must be no value.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from bilan.evaluate.attributes import date_interval, same_name
from bilan.evaluate.matching import Row
from bilan.model.claim import ACTOR_ROLES, BASES, KINDS, MODALITIES, OUTCOMES, PEOPLE, PERIODS, WORDINGS

NONE = "none"
_VOCABULARIES: Mapping[str, Sequence[str]] = {
    "kind": KINDS,
    "outcome": OUTCOMES,
    "wording": WORDINGS,
    "basis": BASES,
    "per": (*PERIODS, NONE),
    "modality": MODALITIES,
}


def check_attribute(name: str, value: str) -> None:
    """See to it that an attribute is known and its value can be.

    Raises:
        ValueError: it is not; the message says what would be.
    """
    if name not in ATTRIBUTES:
        raise ValueError(f"no attribute {name!r}: {', '.join(ATTRIBUTES)}")
    if name in _VOCABULARIES and value not in _VOCABULARIES[name]:
        raise ValueError(f"{name}={value}: one of {', '.join(_VOCABULARIES[name])}")
    if name in {"low", "high"} and value != NONE and not value.isdecimal():
        raise ValueError(f"{name}={value}: a whole number or none")
    if name == "people" and (unknown := set(value.split(",")) - set(PEOPLE)):
        raise ValueError(f"people={','.join(sorted(unknown))}: some of {', '.join(PEOPLE)}")
    if name == "share" and value != NONE:
        float(value)


def check_value(name: str, value: str, row: Row) -> str | None:
    """Compare one attribute with a claim.

    Args:
        name: the attribute.
        value: the value as written in the mark.
        row: the `bilan.claim/1` record.

    Returns:
        None if it agrees, else what was found beside what should be.
    """
    found = ATTRIBUTES[name](value, row)
    return None if found is None else f"{name} is {found}, should be {value}"


def _plain(name: str) -> Callable[[str, Row], str | None]:
    return lambda value, row: _equal(value, row[name])


def _counted(name: str) -> Callable[[str, Row], str | None]:
    return lambda value, row: _equal(value, (row["count"] or {}).get(name))


def _inside(record: str, name: str) -> Callable[[str, Row], str | None]:
    return lambda value, row: _equal(value, (row[record] or {}).get(name))


def _listed(name: str) -> Callable[[str, Row], str | None]:
    def compare(value: str, row: Row) -> str | None:
        agrees = not row[name] if value == NONE else set(value.split(",")) <= set(row[name])
        return None if agrees else ",".join(row[name]) or NONE

    return compare


def _acting(role: str) -> Callable[[str, Row], str | None]:
    def compare(value: str, row: Row) -> str | None:
        found = [actor["text"] for actor in row["actors"] if actor["role"] == role]
        agrees = not found if value == NONE else any(same_name(value, text) for text in found)
        return None if agrees else repr("; ".join(found) or NONE)

    return compare


def _people(value: str, row: Row) -> str | None:
    return None if set(value.split(",")) == set(row["people"]) else ",".join(row["people"])


def _share(value: str, row: Row) -> str | None:
    share = row["share"]
    if value == NONE or share is None:
        return _equal(value, share)
    return None if round(float(value), 3) == round(share, 3) else str(share)


def _said_by(value: str, row: Row) -> str | None:
    wanted = [] if value == NONE else [name.strip() for name in value.split(">")]
    found = [said["text"] for said in row["said_by"]]
    agrees = len(wanted) == len(found) and all(same_name(one, other) for one, other in zip(wanted, found, strict=True))
    return None if agrees else repr(" > ".join(found) or NONE)


def _items(value: str, row: Row) -> str | None:
    wanted = [] if value == NONE else [name.strip() for name in value.split(";")]
    found = row["need"]["items"] if row["need"] else []
    alike = len(wanted) == len(found) and all(any(same_name(one, other) for other in found) for one in wanted)
    return None if alike else repr("; ".join(found) or NONE)


def _place(value: str, row: Row) -> str | None:
    place = row["place"]
    names = [name for name in (place["text"], place["name"]) if name] if place else []
    agrees = not names if value == NONE else any(same_name(value, name) for name in names)
    return None if agrees else repr("; ".join(names) or NONE)


def _time(value: str, row: Row) -> str | None:
    time = row["time"]
    if value == NONE or time is None:
        return None if value == NONE and time is None else repr(time and time["text"])
    if value[0].isdigit() and "-" in value:
        agrees = date_interval(value) == (time["earliest"], time["latest"])
        return None if agrees else f"{time['earliest']}/{time['latest']}"
    return None if same_name(value, time["text"]) else repr(time["text"])


def _equal(value: str, found: Any) -> str | None:  # noqa: ANN401 - a field of a JSON record
    written = NONE if found is None else str(found)
    return None if written == value else written


ATTRIBUTES: Mapping[str, Callable[[str, Row], str | None]] = {
    **{name: _plain(name) for name in ("kind", "outcome", "basis", "per", "modality", "event")},
    **{name: _counted(name) for name in ("low", "high", "wording")},
    "share": _share,
    "people": _people,
    "said_by": _said_by,
    "place": _place,
    "time": _time,
    "tags": _listed("tags"),
    "flags": _listed("flags"),
    "items": _items,
    "sector": _inside("need", "sector"),
    "topic": _inside("statement", "topic"),
    **{role: _acting(role) for role in ACTOR_ROLES},
}

"""One JSON record → its fields, checked: {"id", "text", "published", "lang", "source"}, and title, outlet, url."""

import json
from dataclasses import dataclass
from typing import Any, NoReturn

from bilan.errors import InputError
from bilan.read.published import check_published

SHAPE = 'one record a line: {"id": "…", "text": "…", "published": "2016-10-11", "lang": "fr", "source": "…"}'


@dataclass(frozen=True, slots=True)
class Record:
    """A record's fields as given; None where absent, null or empty. `id` is verbatim, a number as its JSON text."""

    text: str
    id: str | None = None
    published: str | None = None
    language: str | None = None
    outlet: str | None = None
    title: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class _Number:
    """A JSON number as written: an id 0070 or 1e3 must come out as it came in, and no digit limit applies."""

    text: str


def read_record(data: bytes) -> Record:
    """Read one record.

    Raises:
        InputError: it is no JSON object, has no text, or a field is not of the kind expected.
    """
    fields = _load(data)
    text = fields.get("text")
    if "text" not in fields or text is None:
        raise InputError('the record has no "text"', SHAPE)
    if not isinstance(text, str):
        raise InputError(f'"text" must be a string, not {_kind(text)}', SHAPE)
    _check_whole(text, "text")
    published = _string(fields, "published")
    return Record(
        text=text,
        id=_id(fields.get("id")),
        published=check_published(published) if published else None,
        language=_string(fields, "lang"),
        outlet=_string(fields, "outlet") or _string(fields, "source"),
        title=_string(fields, "title"),
        url=_string(fields, "url"),
    )


def _load(data: bytes) -> dict[str, Any]:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise InputError(f"not UTF-8 (byte {error.start} of the record)", "save the file as UTF-8") from error
    try:
        value = json.loads(text, parse_int=_Number, parse_float=_Number, parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        raise InputError(f"not JSON: {error.msg} (column {error.colno})", SHAPE) from error
    except RecursionError as error:
        raise InputError("not a record: nested too deeply", SHAPE) from error
    if not isinstance(value, dict):
        raise InputError(f"not a record but {_kind(value)}", SHAPE)
    return value


def _refuse_constant(name: str) -> NoReturn:
    raise InputError(f"not JSON: {name} is no JSON value", SHAPE)


def _id(value: object) -> str | None:
    if value is None or value == "":
        return None
    if isinstance(value, _Number):
        return value.text
    if not isinstance(value, str):
        raise InputError(f'"id" must be a string or a number, not {_kind(value)}', SHAPE)
    _check_whole(value, "id")
    return value


def _string(fields: dict[str, Any], name: str) -> str | None:
    value = fields.get(name)
    if value is None:
        return None
    if not isinstance(value, str):
        raise InputError(f'"{name}" must be a string, not {_kind(value)}', SHAPE)
    _check_whole(value, name)
    return value.strip() or None


def _check_whole(value: str, name: str) -> None:
    """A lone half of a surrogate pair is no character: it can be neither hashed as UTF-8 nor printed."""
    at = next((i for i, char in enumerate(value) if "\ud800" <= char <= "\udfff"), None)
    if at is not None:
        raise InputError(f'"{name}" holds half a surrogate pair at character {at}', "write the whole character")


def _kind(value: object) -> str:
    names = {bool: "true or false", list: "a list", dict: "an object", str: "a string", _Number: "a number"}
    return names.get(type(value), "null")

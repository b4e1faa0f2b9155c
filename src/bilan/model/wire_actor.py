"""An actor as JSON, in the log and on standard output."""

from collections.abc import Mapping
from typing import Any

from bilan.model.actor import ActorEntry, Alias

LANGUAGES = ("fr", "en", "ar")  # whose names a record lists even where there are none


def actor_row(entry: ActorEntry) -> dict[str, Any]:
    """Return an actor as a `bilan.actor/1` record; its names by language."""
    languages = dict.fromkeys((*LANGUAGES, *(alias.language for alias in entry.aliases)))
    return {
        "schema": "bilan.actor/1",
        "id": entry.id,
        "name": entry.name,
        "names": {code: [a.text for a in entry.aliases if a.language == code] for code in languages},
        "type": entry.type,
        "country": entry.country,
        "parent": entry.parent,
        "since": entry.start,
        "until": entry.end,
        "inter": entry.inter or None,
        "cameo": entry.cameo or None,
    }


def actor_from_row(row: Mapping[str, Any]) -> ActorEntry:
    """Return the actor of a `bilan.actor/1` record.

    Raises:
        KeyError: a field is missing.
    """
    codes = sorted(
        row["names"], key=lambda code: (LANGUAGES.index(code) if code in LANGUAGES else len(LANGUAGES), code)
    )
    return ActorEntry(
        id=row["id"],
        name=row["name"],
        type=row["type"],
        aliases=tuple(Alias(code, text) for code in codes for text in row["names"][code]),
        country=row["country"],
        parent=row["parent"],
        start=row["since"],
        end=row["until"],
        inter=row["inter"] or "",
        cameo=row["cameo"] or "",
    )

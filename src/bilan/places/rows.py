"""Places as rows of `bilan places`: the JSON contract `bilan.toponym/1`."""

from bilan.model.place import Place
from bilan.model.wire import Row, place_row

TOPONYM_SCHEMA = "bilan.toponym/1"
_KEYS = ("start", "end", "text", "name", "id", "lat", "lon", "country", "precision", "score", "rivals")


def toponym_row(report_id: str, place: Place) -> Row:
    """Return one place mention as the places command prints it.

    Args:
        report_id: The input's id, verbatim.
        place: A place with the span of its mention; unresolved ones have null for all that is not known.

    Returns:
        `bilan.toponym/1`; `score` lies in 0..1, `rivals` are the candidates not chosen, best first.
    """
    row = place_row(place) or {}
    return {"schema": TOPONYM_SCHEMA, "report": report_id, **{key: row[key] for key in _KEYS}}

"""The columns on place and time that every table has, for records that give their place and time."""

from collections.abc import Callable
from typing import TypeVar

from bilan.export.columns import Column
from bilan.export.precision import radius_km
from bilan.model.place import Place
from bilan.model.time import TimeSpan

Record = TypeVar("Record")

DECIMALS = 4  # of a degree: about 11 m, as ACLED gives centroids


def place_columns(place_of: Callable[[Record], Place | None]) -> tuple[Column[Record], ...]:
    """Return the columns on place."""

    def of(field: str) -> Callable[[Record], str | None]:
        return lambda record: getattr(place_of(record), field, None)

    def degrees(field: str) -> Callable[[Record], float | None]:
        def value(record: Record) -> float | None:
            number = getattr(place_of(record), field, None)
            return None if number is None else round(number, DECIMALS)

        return value

    def precision(record: Record) -> int | None:
        place = place_of(record)
        return place.precision if place else None

    return (
        Column("place_text", "text", "The words that name the place, as written.", of("text")),
        Column("place_name", "text", "The place's name in the gazetteer.", of("name")),
        Column("place_id", "identifier", "The place's id in the gazetteer.", of("id")),
        Column("country", "identifier", "ISO 3166-1 alpha-2 code of the country.", of("country")),
        Column("latitude", "decimal", "Degrees north (WGS 84) of the middle of what is named.", degrees("lat")),
        Column("longitude", "decimal", "Degrees east (WGS 84) of the middle of what is named.", degrees("lon")),
        Column(
            "place_precision",
            "integer",
            "UCDP's where-code: 1 the place, 2 within 25 km, 3 second-order unit, 4 first-order unit, 5 region without "
            "sharp bounds, 6 country, 7 sea or air. Empty: not resolved.",
            precision,
        ),
        Column(
            "place_radius_km",
            "integer",
            "Room the words leave around the point, kilometres; nominal except for code 2. Empty: no circle is right.",
            lambda record: radius_km(precision(record)),
        ),
    )


def time_columns(time_of: Callable[[Record], TimeSpan | None]) -> tuple[Column[Record], ...]:
    """Return the columns on time."""

    def of(field: str) -> Callable[[Record], str | None]:
        return lambda record: getattr(time_of(record), field, None)

    def precision(record: Record) -> int | None:
        time = time_of(record)
        return time.precision if time else None

    return (
        Column("time_text", "text", "The words that give the time, as written.", of("text")),
        Column("date_earliest", "date", "First day it can have been (ISO 8601). Empty: not known.", of("earliest")),
        Column("date_latest", "date", "Last day it can have been (ISO 8601). Empty: not known.", of("latest")),
        Column(
            "date_precision",
            "integer",
            "UCDP's date code: 1 day, 2 2-6 days, 3 week, 4 month, 5 year. Empty: not resolved.",
            precision,
        ),
        Column(
            "time_anchor",
            "identifier",
            "What an unresolved time counts from.",
            of("anchor"),
            ("publication", "previous"),
        ),
        Column("time_offset", "text", "Signed ISO 8601 duration from the anchor, while unresolved.", of("offset")),
        Column("time_every", "text", "ISO 8601 recurrence, for what is said to happen again and again.", of("every")),
    )

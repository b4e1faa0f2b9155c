"""What the words of a match say: slots in, a TimeMention out.

A rule names its reading; the slots mean the same in every language:

    date       year, twodigits, hundreds + rest ("nineteen ninety-six"), month, day, monthday ("12-25"), weekday,
               part, season, quarter, half, decade, century, hour, minute, meridiem; until_* for a range's second end
    shift      n units (sign -1 or 1) from the anchor, or `offset` at once; part
    turn       the last, this or next (turn -1, 0, 1) unit, weekday, month, season, quarter or part of day
    window     a stretch of n units that ends (sign -1) or begins (sign 1) at the anchor
    recurrence every n units, every weekday
    duration   n units, tied to no date; with sign 1 a time ahead if the tense around it is future ("in two days")
    vague      PAST_REF, PRESENT_REF, FUTURE_REF: a time that no calendar can hold
    nothing    words that look like a time and are none: ages, prison terms
"""

from calendar import monthrange
from collections.abc import Callable, Mapping
from dataclasses import replace

from bilan.annotate.times.grammar import Value
from bilan.model.text import Span
from bilan.model.time import TimeMention

Slots = Mapping[str, Value]

KIND_OF_UNIT = {
    "D": "day", "W": "week", "M": "month", "Y": "year", "Q": "quarter", "E": "decade", "C": "century",
    "H": "hour", "MIN": "hour", "S": "hour", "WE": "weekend",
}  # fmt: skip
PATTERN_OF_UNIT = {
    "W": "XXXX-WXX", "M": "XXXX-XX", "Y": "XXXX", "Q": "XXXX-QX", "WE": "XXXX-WXX-WE", "E": "XXX", "C": "XX",
}  # fmt: skip
_KINDS = ("weekday", "season", "quarter", "half", "decade", "century")
PIVOT = 30  # two-digit years up to here are of this century: reports on the coming decade are rarer than on the 1930s


def iso_duration(count: Value, unit: str) -> str:
    """Return `count` units as a signed ISO 8601 duration; "X" stands for a number the words leave open.

    >>> iso_duration(-2, "W"), iso_duration(24, "H"), iso_duration("X", "D"), iso_duration(2, "E")
    ('-P2W', 'PT24H', 'PXD', 'P20Y')
    """
    times, letter = {"Q": (3, "M"), "E": (10, "Y"), "C": (100, "Y")}.get(unit, (1, unit)) if count != "X" else (1, unit)
    sign = "-" if isinstance(count, int) and count < 0 else ""
    size = abs(count) * times if isinstance(count, int) else count
    if letter in ("H", "MIN", "S"):
        return f"{sign}PT{size}{letter[0]}"
    return f"{sign}P{size}{letter}"


def read_match(reading: str, slots: Slots, span: Span, text: str) -> TimeMention | None:
    """Return the mention a match stands for, None if it is no time ("31 février", an age)."""
    mention = READINGS[reading](slots, span, text)
    return mention and with_given(mention, slots)


def with_given(mention: TimeMention, given: Slots) -> TimeMention:
    """Return the mention with the kind, modifier and direction a rule sets by itself."""
    if not given.keys() & {"modifier", "direction", "kind"}:
        return mention
    return replace(
        mention,
        kind=str(given.get("kind", mention.kind)),
        modifier=str(given["modifier"]) if "modifier" in given else mention.modifier,
        direction=str(given["direction"]) if "direction" in given else mention.direction,
    )


def _date(slots: Slots, span: Span, text: str) -> TimeMention | None:
    first = {name: value for name, value in slots.items() if not name.startswith("until_")}
    second = {name.removeprefix("until_"): value for name, value in slots.items() if name.startswith("until_")}
    if not second:
        return _single_date(first, span, text)
    shared = ("year", "month", "century", "decade")
    start = _single_date({name: second[name] for name in shared if name in second} | first, span, text)
    end = _single_date({name: first[name] for name in shared if name in first} | second, span, text)
    if start is None or end is None:
        return None
    if "year" not in first and start.value and end.value and start.value[:4] == end.value[:4] and "year" in second:
        start = _before(start, end)
    return replace(start, kind="range", until=end)


def _before(start: TimeMention, end: TimeMention) -> TimeMention:
    """Move the start of "du 28 décembre au 3 janvier 2017" to the year before."""
    if start.value is None or end.value is None or start.value <= end.value:
        return start
    return replace(start, value=f"{int(start.value[:4]) - 1:04}{start.value[4:]}")


def _single_date(slots: Slots, span: Span, text: str) -> TimeMention | None:
    value = _date_value(slots)
    clock = _clock_value(slots)
    if value is None or clock is None or not value + clock:
        return None
    weekday = slots.get("weekday")
    turn = slots.get("turn")
    modifier = {-1: "last", 0: "this", 1: "next"}.get(turn) if isinstance(turn, int) else None
    return TimeMention(
        span=span,
        text=text,
        kind=_date_kind(slots),
        value=value + clock,
        anchor=_date_anchor(value),
        weekday=weekday if isinstance(weekday, int) else None,
        direction={-1: "past", 1: "future"}.get(turn) if isinstance(turn, int) else None,
        modifier=modifier,
    )


def _date_anchor(value: str) -> str:
    if not value:
        return "previous"
    return "publication" if value.startswith("XXXX") else "absolute"


def _date_kind(slots: Slots) -> str:
    if "day" in slots or "monthday" in slots:
        return "day"
    named = next((name for name in _KINDS if name in slots), None)
    if named:
        return named
    if "month" in slots:
        return "month"
    if any(name in slots for name in ("year", "twodigits", "hundreds")):
        return "year"
    return "clock" if "hour" in slots else "part"


def _date_value(slots: Slots) -> str | None:
    year = _year(slots)
    month, day = slots.get("month"), slots.get("day")
    if "monthday" in slots:
        month, day = (int(part) for part in str(slots["monthday"]).split("-"))
    if isinstance(day, int):
        return _day_value(year, month, day)
    if "weekday" in slots:
        return f"XXXX-WXX-{int(slots['weekday']) + 1}"
    if isinstance(month, int):
        return f"{year}-{month:02}" if 1 <= month <= 12 else None  # noqa: PLR2004 - months of a year
    for name, letter in (("season", ""), ("quarter", "Q"), ("half", "H")):
        if name in slots:
            return f"{year}-{letter}{slots[name]}"
    if "decade" in slots:
        return _decade(slots["decade"])
    if "century" in slots:
        return f"{int(slots['century']) - 1:02}"
    return "" if year == "XXXX" else year


def _year(slots: Slots) -> str:
    if "year" in slots:
        return f"{slots['year']:04}"
    if "hundreds" in slots:
        return f"{int(slots['hundreds']) * 100 + int(slots['rest']) + int(slots.get('plus', 0)):04}"
    if "twodigits" in slots:
        short = int(slots["twodigits"])
        return str(short + (2000 if short <= PIVOT else 1900))
    return "XXXX"


def _day_value(year: str, month: Value | None, day: int) -> str | None:
    if month is None:
        return f"{year}-XX-{day:02}" if 1 <= day <= 31 else None  # noqa: PLR2004 - days of a month
    number = int(month)
    leap = int(year) if year.isdecimal() else 2000
    if not 1 <= number <= 12 or not 1 <= day <= monthrange(leap, number)[1]:  # noqa: PLR2004 - months of a year
        return None
    return f"{year}-{number:02}-{day:02}"


def _decade(value: Value) -> str | None:
    if isinstance(value, str):
        return value
    year = value if value >= 100 else 1900 + value  # noqa: PLR2004 - "les années 90"
    return None if year % 10 else f"{year // 10:03}"


def _clock_value(slots: Slots) -> str | None:
    hour = slots.get("hour")
    if not isinstance(hour, int):
        part = slots.get("part")
        return "" if part is None else f"T{part}"
    minute = slots.get("minute")
    meridiem = slots.get("meridiem")
    if meridiem == "PM" and hour < 12:  # noqa: PLR2004 - noon
        hour += 12
    elif meridiem == "AM" and hour == 12:  # noqa: PLR2004 - 12 a.m. is midnight
        hour = 0
    if hour > 24:  # noqa: PLR2004 - hours of a day
        return None
    return f"T{hour:02}" + (f":{int(minute):02}" if minute is not None else "")


def _shift(slots: Slots, span: Span, text: str) -> TimeMention | None:
    unit = str(slots.get("unit", "D"))
    offset = slots.get("offset") or _signed_duration(slots, unit)
    kind = KIND_OF_UNIT[unit]
    past = str(offset).startswith("-")
    return TimeMention(
        span=span,
        text=text,
        kind=kind,
        value=_clock_value(slots) or None,
        anchor=str(slots.get("anchor", "publication")),
        offset=str(offset),
        direction="past" if past else "future" if offset != "P0D" else None,
    )


def _signed_duration(slots: Slots, unit: str) -> str:
    sign = "-" if int(slots.get("sign", -1)) < 0 else ""
    return sign + iso_duration(slots.get("n", 1), unit)


def _turn(slots: Slots, span: Span, text: str) -> TimeMention | None:
    turn = int(slots.get("turn", 0))
    anchor = str(slots.get("anchor", "publication"))
    direction = {-1: "past", 1: "future"}.get(turn)
    unit = slots.get("unit")
    if unit is None and "part" in slots and "weekday" not in slots and "day" not in slots:
        unit = "D"
    if unit is None:
        mention = _single_date(slots, span, text)
        return replace(mention, anchor=anchor) if mention and "year" not in slots else mention
    pattern = PATTERN_OF_UNIT.get(str(unit), "")
    value = pattern + (_clock_value(slots) or "")
    return TimeMention(
        span=span,
        text=text,
        kind=KIND_OF_UNIT[str(unit)],
        value=value or None,
        anchor=anchor,
        offset=iso_duration(turn, str(unit)),
        direction=direction,
    )


def _window(slots: Slots, span: Span, text: str) -> TimeMention | None:
    count, unit = slots.get("n", 1), str(slots["unit"])
    return TimeMention(
        span=span,
        text=text,
        kind="range",
        value=iso_duration(count, unit),
        anchor=str(slots.get("anchor", "publication")),
        offset=_signed_duration(slots, unit),
        direction="past" if int(slots.get("sign", -1)) < 0 else "future",
    )


def _recurrence(slots: Slots, span: Span, text: str) -> TimeMention | None:
    weekday = slots.get("weekday")
    if "every" in slots:
        every = str(slots["every"])
    elif isinstance(weekday, int):
        every = "P1W"
    else:
        every = iso_duration(slots.get("n", 1), str(slots.get("unit", "D")))
    return TimeMention(
        span=span,
        text=text,
        kind="recurrence",
        value=_clock_value(slots) or None,
        every=every,
        weekday=weekday if isinstance(weekday, int) else None,
    )


def _duration(slots: Slots, span: Span, text: str) -> TimeMention | None:
    value = iso_duration(slots.get("n", "X"), str(slots["unit"]))
    offset = value if slots.get("sign") == 1 else None  # find.py keeps it only beside a future tense
    return TimeMention(span=span, text=text, kind="duration", value=value, offset=offset)


def _vague(slots: Slots, span: Span, text: str) -> TimeMention | None:
    return TimeMention(span=span, text=text, kind="vague", value=str(slots["value"]))


def _nothing(slots: Slots, span: Span, text: str) -> TimeMention | None:  # noqa: ARG001 - the shape of a reading
    return None


READINGS: Mapping[str, Callable[[Slots, Span, str], TimeMention | None]] = {
    "date": _date,
    "shift": _shift,
    "turn": _turn,
    "window": _window,
    "recurrence": _recurrence,
    "duration": _duration,
    "vague": _vague,
    "nothing": _nothing,
}

"""Numbers, places and times as words to read, for the commands on a casebook."""

import re
import unicodedata

from bilan.model.incident import Figure
from bilan.model.place import Place
from bilan.model.time import TimeSpan

UNKNOWN = "?"
UNITS = {"D": "day", "W": "week", "M": "month", "Y": "year"}
_OFFSET = re.compile(r"(-?)P(\d+)([DWMY])")
_FIRST_STRONG, _POP = "\u2068", "\u2069"  # Unicode isolates: what stands between them orders itself


def say_many(number: int, noun: str) -> str:
    """Return a count of things."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def say_number(number: int | None) -> str:
    """Return a number, "?" for one that is not known: unknown is not zero."""
    return UNKNOWN if number is None else str(number)


def say_figure(figure: Figure) -> tuple[str, str, str]:
    """Return low, best and high; the last number known of an open figure bears a plus: nobody gives an upper limit."""
    said = [say_number(number) for number in (figure.low, figure.best, figure.high)]
    if figure.open:
        last = max((n for n, word in enumerate(said) if word != UNKNOWN), default=0)
        said[last] += "+"
    return said[0], said[1], said[2]


def say_bounds(low: int | None, high: int | None) -> str:
    """Return an interval of whole numbers."""
    if low is not None and high is None:
        return f"{low} or more"
    if low is None and high is not None:
        return f"up to {high}"
    return say_number(low) if low == high else f"{say_number(low)} to {say_number(high)}"


def say_share(share: float) -> str:
    """Return a share in per cent, to one decimal place."""
    return f"{round(100 * share, 1):g} %"


def say_place(place: Place | None) -> str:
    """Return a place as the gazetteer names it, else its words."""
    if place is None:
        return "place unknown"
    name = isolate(place.name or place.text)
    return f"{name}, {place.country}" if place.country else name


def say_time(time: TimeSpan | None) -> str:
    """Return a time span's days, else what is known of it."""
    if time is None:
        return "time unknown"
    if time.earliest is None and time.latest is None:
        return _say_offset(time) or f"“{isolate(one_line(time.text))}”"
    return str(time.earliest) if time.earliest == time.latest else f"{time.earliest} to {time.latest}"


def _say_offset(time: TimeSpan) -> str:
    """Tell a time that waits for its report's date: "2 weeks before publication"."""
    if not time.anchor or not time.offset:
        return ""
    found = _OFFSET.fullmatch(time.offset)
    if found is None:
        return f"{time.anchor} {time.offset}"
    sign, number, unit = found.groups()
    if int(number) == 0:
        return f"the {UNITS[unit]} of {time.anchor}"
    return f"{say_many(int(number), UNITS[unit])} {'before' if sign else 'after'} {time.anchor}"


def one_line(text: str) -> str:
    """Turn line breaks into spaces, one for one, so that words keep their distance."""
    return text.translate({10: " ", 13: " ", 9: " "})


def isolate(text: str) -> str:
    """Put words written from right to left between isolates, so that they turn no other word of the line around."""
    if any(unicodedata.bidirectional(char) in {"R", "AL", "AN"} for char in text):
        return f"{_FIRST_STRONG}{text}{_POP}"
    return text

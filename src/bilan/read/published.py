"""Publication dates: taken as written, checked, never guessed."""

import re
from datetime import datetime

from bilan.errors import InputError, UsageError

EXPECTED = "a date 2016-10-11 or a date-time 2016-10-11T08:30:00+02:00"

_SHAPE = re.compile(r"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?)?", re.ASCII)
_FRACTION = re.compile(r"\.\d+")


def check_published(value: str, *, option: bool = False) -> str:
    """Return a publication date unchanged once it is known to be one.

    Args:
        value: ISO 8601 date, or date-time with or without zone.
        option: It comes from the command line.

    Raises:
        UsageError: it is no date, and comes from the command line.
        InputError: it is no date, and comes from an input.
    """
    if _SHAPE.fullmatch(value) and _is_real(value):
        return value
    message = f"{value!r} is no publication date"
    if option:
        raise UsageError(f"--published {message}", f"give {EXPECTED}")
    raise InputError(message, f"give {EXPECTED}")


def _is_real(value: str) -> bool:
    """Tell whether the calendar and the clock have such a moment; Python reads no more than six decimals."""
    try:
        datetime.fromisoformat(_FRACTION.sub("", value))
    except ValueError:
        return False
    return True

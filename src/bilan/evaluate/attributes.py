"""Compare one attribute of a matched pair: right, wrong, or not asked (the gold says nothing of it)."""

import calendar
import re
import unicodedata
from collections.abc import Callable, Mapping

from bilan.evaluate.gold import Gold
from bilan.evaluate.matching import Row

SHORT_WORD = 2  # letters; articles and elided particles are this short, and are no evidence of the same name
SAME_NAME = 0.5  # share of the shorter name's words that must be in the other: "president Hollande", "F. Hollande"

Interval = tuple[str | None, str | None]


def wording_right(gold: Gold, row: Row) -> bool | None:
    """Compare the wording of the count; shares have none to compare."""
    if gold.basis == "share":
        return None
    return bool(row["count"] is not None and row["count"]["wording"] == gold.wording)


def modality_right(gold: Gold, row: Row) -> bool | None:
    """Compare the modality."""
    return bool(row["modality"] == gold.modality)


def basis_right(gold: Gold, row: Row) -> bool | None:
    """Compare the basis."""
    return bool(row["basis"] == gold.basis)


def people_right(gold: Gold, row: Row) -> bool | None:
    """Tell whether exactly the gold's groups of people were found."""
    return set(row["people"]) == set(gold.people)


def people_shared(gold: Gold, row: Row) -> bool | None:
    """Tell whether at least one of the gold's groups of people was found."""
    return bool(set(row["people"]) & set(gold.people))


def speaker_right(gold: Gold, row: Row) -> bool | None:
    """Compare the outermost speakers by their words; the report itself (no speaker) must be met by no speaker."""
    said = row["said_by"]
    if not gold.said_by or not said:
        return not gold.said_by and not said
    return same_name(gold.said_by[0], said[0]["text"])


def attributed_speaker_right(gold: Gold, row: Row) -> bool | None:
    """Compare the outermost speakers, only where the gold has one."""
    return speaker_right(gold, row) if gold.said_by else None


def place_right(gold: Gold, row: Row) -> bool | None:
    """Compare the place by its words, as written or as the gazetteer spells it; not asked where the gold has none."""
    if gold.place is None:
        return None
    place = row["place"]
    if place is None:
        return False
    return any(same_name(gold.place, name) for name in (place["text"], place["name"]) if name)


def date_right(gold: Gold, row: Row) -> bool | None:
    """Tell whether exactly the gold's first and last day came out; not asked where the gold has no date."""
    if gold.date is None:
        return None
    time = row["time"]
    return time is not None and (time["earliest"], time["latest"]) == date_interval(gold.date)


def date_shared(gold: Gold, row: Row) -> bool | None:
    """Tell whether the interval found and the gold's have at least a day in common."""
    if gold.date is None:
        return None
    time = row["time"]
    if time is None or not (time["earliest"] or time["latest"]):
        return False
    first, last = date_interval(gold.date)
    return (time["earliest"] or "0000") <= (last or "9999") and (first or "0000") <= (time["latest"] or "9999")


ATTRIBUTES: Mapping[str, Callable[[Gold, Row], bool | None]] = {
    "wording": wording_right,
    "modality": modality_right,
    "basis": basis_right,
    "people": people_right,
    "people_overlap": people_shared,
    "speaker": speaker_right,
    "speaker_attributed": attributed_speaker_right,
    "place": place_right,
    "date": date_right,
    "date_overlap": date_shared,
}


def same_name(one: str, other: str) -> bool:
    """Tell whether two wordings may name the same thing: enough of the shorter one's words are in the other."""
    left, right = name_words(one), name_words(other)
    if not left or not right:
        return False
    return len(left & right) / min(len(left), len(right)) >= SAME_NAME


def name_words(text: str) -> frozenset[str]:
    """Return a name's words without case and accents; very short ones only if there are no others."""
    folded = "".join(char for char in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(char))
    words = frozenset(re.findall(r"\w+", folded))
    return frozenset(word for word in words if len(word) > SHORT_WORD) or words


def date_interval(text: str) -> Interval:
    """Return first and last day of a gold date: "2016-03-23", "2016-03", "2016", or "start/end" (an end may be open).

    Raises:
        ValueError: the text is no such date.
    """
    first, _, last = text.partition("/")
    start = _days(first)[0] if first else None
    return start, (_days(last)[1] if last else None) if "/" in text else _days(first)[1]


def _days(text: str) -> tuple[str, str]:
    parts = text.split("-")
    if not all(part.isdigit() for part in parts) or len(parts) > 3:  # noqa: PLR2004 - year, month, day
        raise ValueError(f"{text!r} is no date: YYYY, YYYY-MM or YYYY-MM-DD")
    if len(parts) == 1:
        return f"{text}-01-01", f"{text}-12-31"
    if len(parts) == 2:  # noqa: PLR2004 - year and month
        return f"{text}-01", f"{text}-{calendar.monthrange(int(parts[0]), int(parts[1]))[1]:02d}"
    return text, text

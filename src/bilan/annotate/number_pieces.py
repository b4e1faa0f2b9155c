"""Cut a sentence into the words and digits numbers are made of; what is none of these becomes a piece of kind "other".

The words are the pack's, in `numbers.csv`. A unit ("ans", "km", "euros") is a piece like any other, also where it is
glued to its digits ("35km", "20th"): `numbers.py` sees by it that no people are counted.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from bilan.languages.load import Pack
from bilan.model.text import Span

GROUPED = re.compile(r"\d{1,3}(?:[ \u00a0\u202f\u2009.,'’٬]\d{3})+(?![\d])|\d+(?:[.,٫]\d+)?")
WORD = re.compile(r"[^\W\d_]+(?:[’'](?=[^\W\d_]|\s|$))?|%|‰")
LONGEST_DIGITS = 15  # more digits count nobody, and a float no longer holds them exactly
MAX_WORDS = 5  # longest entry of a numbers.csv, in words
UNIT = "unit"  # kinds of units begin with it: unit, unit-age, unit-money, unit-rank, unit-time, unit-vote


class Piece(NamedTuple):
    """A stretch of text that may belong to a number."""

    start: int
    end: int
    kind: str  # digits, decimal, or a kind of numbers.csv
    value: float | None
    low: int | None
    high: int | None
    other: str = ""  # a second reading: "some" is vague, and about before a number


class NumberWords(NamedTuple):
    """A pack's numbers.csv, ready for look-up by the words' folded text."""

    entries: Mapping[str, tuple[Mapping[str, str], ...]]
    first: frozenset[str]


@cache
def number_words(pack: Pack) -> NumberWords:
    """Compile a pack's numbers.csv once."""
    entries: dict[str, list[Mapping[str, str]]] = {}
    for row in pack.rows("numbers"):
        entries.setdefault(_fold(row["words"]), []).append(row)
    return NumberWords({key: tuple(rows) for key, rows in entries.items()}, frozenset(k.split()[0] for k in entries))


def cut_pieces(text: str, span: Span, words: NumberWords) -> Iterator[Piece]:
    """Cut a sentence into number words; anything else becomes a piece of kind 'other'."""
    at = span.start
    while at < span.end:
        digits = GROUPED.match(text, at, span.end)
        if digits:
            yield _digits(text, digits, words)
            at = digits.end()
            continue
        word = WORD.match(text, at, span.end)
        if not word:
            if not text[at].isspace() and text[at] not in "-‑–":
                yield Piece(at, at + 1, "other", None, None, None)
            at += 1
            continue
        found = _longest(text, at, span.end, words) if _fold_word(word.group()) in words.first else None
        yield found or Piece(at, word.end(), "other", None, None, None)
        at = found.end if found else word.end()


def is_near(text: str, left: Piece, right: Piece) -> bool:
    """Tell whether nothing but blanks and hyphens stands between two pieces."""
    return text[left.end : right.start].strip(" \u00a0\u202f\u2009-‑") == ""


def _digits(text: str, match: re.Match[str], words: NumberWords) -> Piece:
    raw = "".join(str(unicodedata.digit(c)) if c.isdigit() else c for c in match.group())
    before = text[match.start() - 1] if match.start() else " "
    glued = text[match.start() - 2 : match.start()] if match.start() > 1 else ""
    named = match.end() < len(text) and text[match.end()].isalpha() and not _glued_unit(text, match.end(), words)
    # T-72, S-300, MH17, 10h30, 10:30, 3.5.2: no amount; 20th and 35km are amounts of their unit
    if before.isalpha() or named or (glued[:1].isalpha() and glued[1:] in {"-", "‑"}):
        return Piece(match.start(), match.end(), "other", None, None, None)
    clocked = text[match.end() : match.end() + 1] == ":" and text[match.end() + 1 : match.end() + 2].isdigit()
    clock = clocked or (glued[:1].isdigit() and before == ":")
    if len(raw) > LONGEST_DIGITS or clock:
        return Piece(match.start(), match.end(), "other", None, None, None)
    if re.fullmatch(r"\d+[.,٫]\d{1,2}|\d+[.,٫]\d{4,}|0[.,٫]\d+", raw):
        return Piece(match.start(), match.end(), "decimal", float(re.sub("[,٫]", ".", raw)), None, None)
    return Piece(match.start(), match.end(), "digits", float(re.sub(r"\D", "", raw)), None, None)


def _longest(text: str, at: int, end: int, words: NumberWords) -> Piece | None:
    """Return the longest entry of numbers.csv that starts at `at`."""
    glued = at > 0 and text[at - 1].isalnum() and text[at].isalnum()
    if glued and not _glued_unit(text, at, words):
        return None
    ends = _word_ends(text, at, end)
    for stop in reversed(ends):
        rows = words.entries.get(_fold(text[at:stop]))
        if rows:
            row, other = rows[0], rows[1]["kind"] if len(rows) > 1 else ""
            return Piece(at, stop, row["kind"], _number(row["value"]), _int(row["low"]), _int(row["high"]), other)
    return None


def _glued_unit(text: str, at: int, words: NumberWords) -> bool:
    """Tell whether the word at `at`, right behind a digit, is a unit: "35km", "20th"."""
    word = WORD.match(text, at) if text[at - 1].isdigit() else None
    rows = words.entries.get(_fold(word.group()), ()) if word else ()
    return any(row["kind"].startswith(UNIT) for row in rows)


def _word_ends(text: str, at: int, end: int) -> list[int]:
    ends = []
    for _ in range(MAX_WORDS):
        word = WORD.match(text, at, end)
        if not word:
            break
        ends.append(word.end())
        at = word.end()
        while at < end and text[at] in "-‑ \u00a0\u202f":
            at += 1
    return ends


def _fold_word(word: str) -> str:
    return word.lower().replace("’", "'")


def _fold(words: str) -> str:
    folded = unicodedata.normalize("NFC", words.lower()).replace("’", "'").replace("‑", "-").replace("-", " ")
    return " ".join(folded.replace("'", "' ").split())


def _number(value: str) -> float | None:
    return float(value) if value else None


def _int(value: str) -> int | None:
    return int(value) if value else None

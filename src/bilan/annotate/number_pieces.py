"""Cut a sentence into the words and digits numbers are made of; what is none of these becomes a piece of kind "other".

The words are the pack's, in `numbers.csv`. A unit ("ans", "km", "euros") is a piece like any other, also where it is
glued to its digits ("35km", "20th"): `numbers.py` sees by it that no people are counted.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from bilan.languages.load import Pack
from bilan.model.text import Span

GROUPED = re.compile(r"\d{1,3}(?:[ \u00a0\u202f\u2009.,'’٬]\d{3})+(?![\d])|\d+(?:[.,٫]\d+)?")
WORD = re.compile(r"[^\W\d_]+(?:[’'](?=[^\W\d_]|\s|$))?|%|‰")
_BESIDE = re.compile(rf"[-‑ \u00a0\u202f]*({WORD.pattern})")
_NUMERAL = re.compile(rf"(?P<digits>{GROUPED.pattern})|(?P<word>{WORD.pattern})")
_FILLED = re.compile(r"[^\s\-‑–](?:.*[^\s\-‑–])?", re.DOTALL)
LONGEST_DIGITS = 15  # more digits count nobody, and a float no longer holds them exactly
MAX_WORDS = 5  # longest entry of a numbers.csv, in words
OTHER = "other"  # kind of what is no part of a number
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


class Entry(NamedTuple):
    """What an entry of numbers.csv means; `other` is the kind of its second row."""

    kind: str
    value: float | None
    low: int | None
    high: int | None
    other: str


class NumberWords(NamedTuple):
    """A pack's numbers.csv, ready for look-up by the words' folded text.

    `lengths`: by the first word of entries, how many words they have, the longest first; `seconds`: their second words.
    `units`: the entries of which any row is a unit. `joins`: those that stand between the numbers of a range.
    """

    entries: Mapping[str, Entry]
    lengths: Mapping[str, tuple[int, ...]]
    seconds: Mapping[str, frozenset[str]]
    units: frozenset[str]
    joins: frozenset[str]


@cache
def number_words(pack: Pack) -> NumberWords:
    """Compile a pack's numbers.csv once."""
    rows: dict[str, list[Mapping[str, str]]] = {}
    for row in pack.rows("numbers"):
        rows.setdefault(_fold(row["words"]), []).append(row)
    lengths: dict[str, set[int]] = {}
    seconds: dict[str, set[str]] = {}
    for words in rows:
        first, *others = words.split()
        for spelling in {first, first.replace("'", "’")}:
            lengths.setdefault(spelling, set()).add(1 + len(others))
            seconds.setdefault(spelling, set()).update(others[:1])
    return NumberWords(
        entries={words: _entry(found) for words, found in rows.items()},
        lengths={first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()},
        seconds={first: frozenset(found) for first, found in seconds.items()},
        units=frozenset(words for words, found in rows.items() if any(row["kind"].startswith(UNIT) for row in found)),
        joins=frozenset(words for words, found in rows.items() if found[0]["kind"] == "join"),
    )


def cut_pieces(text: str, span: Span, words: NumberWords) -> Iterator[Piece]:
    """Cut a sentence into number words; whatever stands between two of them becomes one piece of kind 'other'."""
    at, known = span.start, words.lengths  # `at`: where the last number word ends
    for match in _NUMERAL.finditer(text, span.start, span.end):
        form = match.group()
        if form.lower() not in known and not form[0].isdecimal():  # most words: nothing but this is done for them
            continue
        start = match.start()
        if start < at:
            continue
        found = _digits(text, match, words) if match.lastgroup == "digits" else _longest(text, match, span.end, words)
        if found is None or found.kind == OTHER:
            continue
        yield from _between(text, at, start)
        yield found
        at = found.end
    yield from _between(text, at, span.end)


def _between(text: str, start: int, end: int) -> Iterator[Piece]:
    """Yield what stands between two number words as one piece; blanks and hyphens are none."""
    filled = _FILLED.search(text, start, end)
    if filled is not None:
        yield Piece(filled.start(), filled.end(), OTHER, None, None, None)


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
        return Piece(match.start(), match.end(), OTHER, None, None, None)
    clocked = text[match.end() : match.end() + 1] == ":" and text[match.end() + 1 : match.end() + 2].isdigit()
    clock = clocked or (glued[:1].isdigit() and before == ":")
    if len(raw) > LONGEST_DIGITS or clock:
        return Piece(match.start(), match.end(), OTHER, None, None, None)
    if re.fullmatch(r"\d+[.,٫]\d{1,2}|\d+[.,٫]\d{4,}|0[.,٫]\d+", raw):
        return Piece(match.start(), match.end(), "decimal", float(re.sub("[,٫]", ".", raw)), None, None)
    return Piece(match.start(), match.end(), "digits", float(re.sub(r"\D", "", raw)), None, None)


def _longest(text: str, first: re.Match[str], end: int, words: NumberWords) -> Piece | None:
    """Return the longest entry of numbers.csv whose first word is `first` and that ends before `end`."""
    at, word = first.start(), first.group().lower()
    glued = at > 0 and text[at - 1].isalnum() and text[at].isalnum()
    if glued and not _glued_unit(text, at, words):
        return None
    lengths, ends = words.lengths[word], [first.end()]
    if lengths[0] > 1:
        beside = _BESIDE.match(text, first.end(), end)
        if beside is not None and _fold(beside.group(1)) in words.seconds[word]:
            ends = _word_ends(text, Span(at, end), min(lengths[0], MAX_WORDS))
    for length in lengths:
        entry = words.entries.get(_fold(text[at : ends[length - 1]])) if length <= len(ends) else None
        if entry is not None:
            return Piece(at, ends[length - 1], *entry)
    return None


def _glued_unit(text: str, at: int, words: NumberWords) -> bool:
    """Tell whether the word at `at`, right behind a digit, is a unit: "35km", "20th"."""
    word = WORD.match(text, at) if text[at - 1].isdigit() else None
    return word is not None and _fold(word.group()) in words.units


def _word_ends(text: str, span: Span, most: int) -> list[int]:
    """Return where the first words of a span end, at most so many of them."""
    ends, at, end = list[int](), span.start, span.end
    for _ in range(most):
        word = WORD.match(text, at, end)
        if not word:
            break
        ends.append(word.end())
        at = word.end()
        while at < end and text[at] in "-‑ \u00a0\u202f":
            at += 1
    return ends


@lru_cache(maxsize=4096)
def _fold(words: str) -> str:
    folded = unicodedata.normalize("NFC", words.lower()).replace("’", "'").replace("‑", "-").replace("-", " ")
    return " ".join(folded.replace("'", "' ").split())


def _entry(rows: Sequence[Mapping[str, str]]) -> Entry:
    row, other = rows[0], rows[1]["kind"] if len(rows) > 1 else ""
    value, low, high = row["value"], row["low"], row["high"]
    return Entry(
        row["kind"], float(value) if value else None, int(low) if low else None, int(high) if high else None, other
    )

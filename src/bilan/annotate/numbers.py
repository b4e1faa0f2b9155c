"""Find numbers in running text: digits in every grouping, words, groups ("une vingtaine"), vague amounts, ranges.

Steps: words and digits → runs of cardinals → modifiers before and after → ranges. Works on text alone, no parser, so
that it serves every language whose pack has `numbers.csv`. Counting rules are those of the design's section 5.
"""

from collections.abc import Iterator, Sequence

from bilan.annotate.amount import Number
from bilan.annotate.number_pieces import OTHER, UNIT, NumberWords, Piece, cut_pieces, is_near, number_words
from bilan.annotate.ranges import read_range
from bilan.languages.load import Pack
from bilan.model.text import Span

THOUSAND = 1000
NUMERIC = ("card", "digits", "decimal", "scale", "group")
AMOUNTS = (*NUMERIC, "one", "share", "zero", "vague")
MODIFIERS = ("at-least", "more-than", "about", "at-most", "less-than")


def find_numbers(text: str, pack: Pack, spans: Sequence[Span]) -> tuple[Number, ...]:
    """Find the amounts in `spans` of `text`, in order, never overlapping.

    Args:
        text: The report's frozen text.
        pack: Language pack with `numbers.csv`.
        spans: Sentences; a number never crosses one.

    Returns:
        Amounts with inclusive low and high; None = open. Amounts of a unit are left out; years and ages are not
        judged here: what a number counts is the reader's of the phrase to say.
    """
    return tuple(number for number in find_amounts(text, pack, spans) if not number.unit)


def find_amounts(text: str, pack: Pack, spans: Sequence[Span]) -> tuple[Number, ...]:
    """Find all amounts as `find_numbers` does, those of a unit too."""
    words = number_words(pack)
    return tuple(number for span in spans for number in _numbers_in(text, span, words))


def _numbers_in(text: str, span: Span, words: NumberWords) -> Iterator[Number]:
    pieces = list(cut_pieces(text, span, words))
    numbers: list[tuple[int, int, Number]] = []  # first piece, past last piece, number
    at = 0
    while at < len(pieces):
        read = _read_amount(text, pieces, at) if pieces[at].kind != OTHER else None
        if read is None:
            at += 1
            continue
        numbers.append(read)
        at = read[1]
    at = 0
    while at < len(numbers):
        joined = read_range(text, pieces, numbers, at)
        found = numbers[at] if joined is None else joined
        unit = _unit(text, pieces, found[1])
        amount = _modified(text, pieces, found)
        yield amount._replace(unit=unit) if unit else amount
        at += 1 if joined is None else 2


def _unit(text: str, pieces: Sequence[Piece], after: int) -> str:
    """Return the kind of the unit that follows: "14 ans", "a 13-year-old", "20 km" count no people."""
    if after < len(pieces) and pieces[after].kind == "glue":  # "une vingtaine de kilomètres"
        after += 1
    follows = after < len(pieces) and pieces[after].kind.startswith(UNIT)
    return pieces[after].kind if follows and is_near(text, pieces[after - 1], pieces[after]) else ""


def _read_amount(text: str, pieces: Sequence[Piece], at: int) -> tuple[int, int, Number] | None:
    """Read one amount that starts at piece `at`: a cardinal run, a group, a vague word, a share, or nothing."""
    piece = pieces[at]
    if piece.kind in {"card", "digits", "decimal", "scale", "one"}:
        return _read_cardinal(text, pieces, at)
    if piece.kind == "group":
        return _read_group(text, pieces, at, at, None)
    if piece.kind == "vague":
        if piece.other in MODIFIERS and at + 1 < len(pieces) and pieces[at + 1].kind in AMOUNTS:
            return None
        after = pieces[at + 1] if at + 1 < len(pieces) else None
        if after is not None and after.kind in {"group", "scale"} and is_near(text, piece, after):
            return _several(text, pieces, at)
        return at, at + 1, _plain(piece, piece, piece.low, None, "vague")
    if piece.kind == "zero":
        return at, at + 1, _plain(piece, piece, 0, 0, "exact")
    if piece.kind == "share":
        span = Span(piece.start, piece.end)
        return at, at + 1, Number(span, span, None, None, "exact", piece.value)
    return None


def _several(text: str, pieces: Sequence[Piece], at: int) -> tuple[int, int, Number]:
    """Read "several hundred", "plusieurs dizaines de milliers": as vague as the plural of the unit."""
    if pieces[at + 1].kind == "group":
        read = _read_group(text, pieces, at, at + 1, None)
        if read[2].wording == "vague":
            return read
    unit, stop = pieces[at + 1], at + 2
    low = unit.low if unit.low is not None else 2 * int(unit.value or 0)
    high = unit.high if unit.high is not None else 10 * int(unit.value or 0) - 1
    while stop < len(pieces) and pieces[stop].kind == "scale" and is_near(text, pieces[stop - 1], pieces[stop]):
        scale = int(pieces[stop].value or 1)
        low, high, stop = low * scale, (high + 1) * scale - 1, stop + 1
    return at, stop, _plain(pieces[at], pieces[stop - 1], low, high, "vague")


def _plain(first: Piece, last: Piece, low: int | None, high: int | None, wording: str) -> Number:
    span = Span(first.start, last.end)
    return Number(span, span, low, high, wording)


def _read_cardinal(text: str, pieces: Sequence[Piece], at: int) -> tuple[int, int, Number] | None:
    """Read a run of cardinals and what makes it a share, a group or a plain amount."""
    value, stop = _run_value(text, pieces, at)
    if value is None:
        return None
    last = pieces[stop - 1]
    if stop == at + 1 and pieces[at].kind == "one":
        return _read_one(text, pieces, at)
    if stop == at + 1 and pieces[at].kind == "scale" and pieces[at].low is not None:  # "des millions de personnes"
        return at, stop, _plain(last, last, last.low, last.high, "vague")
    if stop < len(pieces) and pieces[stop].kind == "percent":
        span = Span(pieces[at].start, pieces[stop].end)
        return at, stop + 1, Number(span, span, None, None, "exact", round(value / 100, 4))
    if stop < len(pieces) and pieces[stop].kind == "group" and is_near(text, last, pieces[stop]):
        return _read_group(text, pieces, at, stop, value)
    if value != int(value):
        return None
    return at, stop, _plain(pieces[at], last, int(value), int(value), "exact")


def _run_value(text: str, pieces: Sequence[Piece], at: int) -> tuple[float | None, int]:
    """Add up the cardinals from piece `at` on; return the value (None: no number) and the piece behind the last."""
    total, current, stop = 0.0, None, at
    while stop < len(pieces) and (stop == at or is_near(text, pieces[stop - 1], pieces[stop])):
        piece = pieces[stop]
        if piece.kind == "and" and current is not None and _adds(pieces, stop, current):
            stop += 1
            continue
        if piece.kind == "plus-half" and current is not None:  # "2 millions et demi", "one and a half million"
            before = pieces[stop - 1]
            half = (before.value or 1) / 2 if before.kind == "scale" else 0.5
            total, current, stop = (total + half, current, stop + 1) if half > 1 else (total, current + half, stop + 1)
            continue
        if not _goes_on(piece, current, opens=stop == at):
            break
        if piece.kind == "scale":
            current = (current or 1) * (piece.value or 0)
            if (piece.value or 0) >= THOUSAND:  # a thousand closes the group before it
                total, current = total + current, 0
        else:
            current = _add(current, piece.value or 0)
        stop += 1
    return (None if current is None else total + current), stop


def _goes_on(piece: Piece, current: float | None, *, opens: bool) -> bool:
    """Tell whether a piece belongs to the run of cardinals read so far."""
    if piece.kind == "scale":
        return True
    if piece.kind == "one":
        return opens or (current is not None and _continues(piece, current))
    return piece.kind in {"card", "digits", "decimal"} and (current is None or _continues(piece, current))


def _read_one(text: str, pieces: Sequence[Piece], at: int) -> tuple[int, int, Number]:
    if at + 1 < len(pieces) and pieces[at + 1].kind == "group" and is_near(text, pieces[at], pieces[at + 1]):
        return _read_group(text, pieces, at, at + 1, 1)
    span = Span(pieces[at].start, pieces[at].end)
    return at, at + 1, Number(span, span, 1, 1, "exact", None, one=True)


def _continues(piece: Piece, current: float) -> bool:
    """Tell whether a cardinal may follow `current` in one number: "quatre-vingt-trois" yes, "12 30" no."""
    value = piece.value or 0
    if piece.kind in {"digits", "decimal"}:
        return current == 0
    if value == 20 and current % 100 == 4:  # noqa: PLR2004  # quatre-vingts
        return True
    rest = current % 100
    if rest == 10 and 7 <= value <= 9:  # noqa: PLR2004  # dix-sept, dix-huit, dix-neuf
        return True
    return rest == 0 or (rest % 10 == 0 and rest >= 20 and value < 20)  # noqa: PLR2004  # soixante-quinze, forty two


def _add(current: float | None, value: float) -> float:
    if current is not None and value == 20 and current % 100 == 4:  # noqa: PLR2004  # quatre-vingts = 4 x 20
        return current - 4 + 80
    return (current or 0) + value


def _adds(pieces: Sequence[Piece], at: int, current: float) -> bool:
    """Tell whether "et"/"and" stands inside a number: vingt et un, one hundred and five."""
    if at + 1 >= len(pieces):
        return False
    after = pieces[at + 1]
    if after.kind not in {"card", "one"} or current == 0:
        return False
    value = after.value or 0
    tens = 20 <= current % 100 <= 60 and value in {1, 11}  # noqa: PLR2004  # French: vingt et un, soixante et onze
    return tens or (current % 100 == 0 and current >= 100 and after.kind == "card")  # noqa: PLR2004


def _read_group(
    text: str, pieces: Sequence[Piece], first: int, at: int, factor: float | None
) -> tuple[int, int, Number]:
    """Read "une vingtaine", "des dizaines de milliers", "three dozen", "plusieurs centaines"."""
    piece, stop = pieces[at], at + 1
    value, low, high = piece.value or 0, piece.low, piece.high
    while stop < len(pieces):
        step = 2 if pieces[stop].kind == "glue" and stop + 1 < len(pieces) else 1
        after = pieces[stop + step - 1]
        if after.kind not in {"group", "scale"}:
            break
        scale = int(after.value or 1)
        value, low, high = value * scale, (low or 0) * scale, ((high or 0) + 1) * scale - 1
        stop += step
    last = pieces[stop - 1]
    plural = text[piece.start : piece.end].endswith(("s", "S"))
    if factor is not None or not plural:
        count = int(value * (factor or 1))
        return first, stop, _plain(pieces[first], last, count, count, "about")
    return first, stop, _plain(pieces[first], last, low, high, "vague")


def _modified(text: str, pieces: Sequence[Piece], read: tuple[int, int, Number]) -> Number:
    """Apply the modifier before or after a number: "au moins 37", "30 environ", "plus de 60" (61 or more)."""
    first, stop, number = read
    before = first - 1
    while before >= 0 and pieces[before].kind == "glue" and is_near(text, pieces[before], pieces[before + 1]):
        before -= 1
    if before >= 0 and is_near(text, pieces[before], pieces[before + 1]):
        kind = _modifier(pieces[before])
        if kind:
            return _apply(number, kind)._replace(span=Span(pieces[before].start, number.span.end))
    if stop < len(pieces) and is_near(text, pieces[stop - 1], pieces[stop]):
        after = pieces[stop]
        kind = next((k.removeprefix("post-") for k in (after.kind, after.other) if k.startswith("post-")), "")
        counts_next = stop + 1 < len(pieces) and pieces[stop + 1].kind in (*NUMERIC, "one")
        if kind in MODIFIERS and not counts_next:
            return _apply(number, kind)._replace(span=Span(number.span.start, after.end))
    return number


def _modifier(piece: Piece) -> str:
    return next((kind for kind in (piece.kind, piece.other) if kind in MODIFIERS), "")


def _apply(number: Number, kind: str) -> Number:
    low, high = number.low, number.high
    if number.share is not None:
        wording = {"at-least": "at-least", "more-than": "at-least", "about": "about"}.get(kind, "at-most")
        return number._replace(wording=wording, one=False)
    if number.wording == "vague" or low is None:
        return number._replace(wording="vague", one=False)
    changed = {
        "at-least": (low, None, "at-least"),
        "more-than": (low + 1, None, "at-least"),
        "about": (low, high, "about"),
        "at-most": (None, high, "at-most"),
        "less-than": (None, (high or 1) - 1, "at-most"),
    }[kind]
    return number._replace(low=changed[0], high=changed[1], wording=changed[2], one=False)

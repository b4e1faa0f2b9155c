"""Ranges: two amounts that make one: "entre 16 et 25", "20 à 30", "two to three thousand", "dozens if not hundreds"."""

from collections.abc import Sequence

from bilan.annotate.amount import Number
from bilan.annotate.number_pieces import Piece
from bilan.model.text import Span

Read = tuple[int, int, Number]  # first piece, past last piece, number
MULTIPLES = ("scale", "group")
THOUSAND = 1000
SHORT = 3  # letters of an article between "dizaines, voire" and "centaines"


def read_range(text: str, pieces: Sequence[Piece], numbers: Sequence[Read], at: int) -> Read | None:
    """Join the amount at `at` and the one after it into a range; None when they are two amounts."""
    if at + 1 >= len(numbers):
        return None
    (first, stop, left), (second, end, right) = numbers[at], numbers[at + 1]
    between = pieces[stop:second]
    opened = first > 0 and pieces[first - 1].kind == "between"
    joined = len(between) == 1 and (between[0].kind == "join" or (opened and between[0].kind == "and"))
    start = pieces[first - 1 if opened else first].start
    if right.share is not None and joined and left.wording == "exact":  # "entre 5 et 10 % des victimes"
        return first - 1 if opened else first, end, right._replace(span=Span(start, right.span.end))
    if left.low is None or right.low is None or left.low >= right.low:
        return None
    if left.wording == right.wording == "vague":
        span = Span(left.span.start, right.span.end)
        joins = _even(between) and right.high is not None
        return (first, end, Number(span, span, left.low, right.high, "vague")) if joins else None
    if not (_exact(left) and _exact(right)):
        return None
    dash = not between and text[left.span.end : right.span.start] in {"-", "–", "‑", "—"}
    if not (dash or joined):
        return None
    low = left.low * _shared_multiple(pieces, (first, stop), (second, end), (left.low, right.low))
    span = Span(start, right.span.end)
    return first - 1 if opened else first, end, Number(span, span, low, right.low, "between")


def _even(between: Sequence[Piece]) -> bool:
    """Tell "dizaines, voire des centaines", "dozens if not hundreds": one amount, at its most the second."""
    joins = [piece for piece in between if piece.kind in {"even", "join"}]
    rest = [piece for piece in between if piece not in joins]
    return len(joins) == 1 and all(piece.end - piece.start <= SHORT for piece in rest)


def _shared_multiple(
    pieces: Sequence[Piece],
    left: tuple[int, int],
    right: tuple[int, int],
    values: tuple[int, int],
) -> int:
    """Return what the second number's "thousand" lends the first: "two to three thousand", "3 à 4 000", else 1."""
    if any(piece.kind in MULTIPLES for piece in pieces[left[0] : left[1]]):
        return 1
    multiple, at = 1, right[1] - 1
    while at >= right[0] and pieces[at].kind in MULTIPLES:
        multiple, at = multiple * int(pieces[at].value or 1), at - 1
    if multiple == 1 and pieces[right[0]].kind == "digits" and values[1] % THOUSAND == 0:
        multiple = THOUSAND
    return multiple if values[0] < values[1] // multiple else 1


def _exact(number: Number) -> bool:
    return number.wording in {"exact", "about"} and number.share is None and number.low == number.high

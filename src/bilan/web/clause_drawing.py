"""Draw a clause over its sentence: a box round the predicate, a bracket under each argument, an arc between them."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from bilan.explain.picture import ClausePicture, Slot, Word
from bilan.web.svg import element

LETTER, GAP = 8.5, 12.0  # pixels a letter of the fixed face takes at its size in the style sheet, and between words
WIDE = 2  # letters of scripts in which a sign takes two columns count double
MARGIN, LINE, FOOT = 16.0, 26.0, 34.0  # pixels beside the words, of their line, and below it for brackets and labels
LOWEST, STEP, HIGHEST = 26.0, 0.16, 110.0  # arcs rise with the distance they span
PEAK = 0.75  # how much of its control points' height a cubic curve reaches
EAST_ASIAN = 0x2E80  # first of the scripts written in full-width signs


def draw_clause(words: Sequence[Word], clause: ClausePicture, *, label: str) -> Markup:
    """Return the drawing.

    Args:
        words: Of the sentence, in order.
        clause: One of its clauses.
        label: What the drawing is called by those who hear the page.
    """
    lefts, width = _columns(words)
    edges = [(left, left + _width(word.text)) for left, word in zip(lefts, words, strict=True)]
    start = _middle(edges, clause.at, clause.at)
    rises = [_rise(start, _middle(edges, slot.first, slot.last)) for slot in clause.slots]
    base = max((*rises, 0.0)) * PEAK + LINE * 1.5
    children = [
        *_words(words, edges, base),
        *_predicate(edges[clause.at], base),
        *(
            part
            for slot, rise in zip(clause.slots, rises, strict=True)
            for part in _argument(edges, clause.at, slot, (base, rise))
        ),
    ]
    height = base + FOOT
    attributes = {
        "class_": "clause-drawing", "role": "img", "aria_label": label, "direction": "ltr",
        "viewBox": f"0 0 {width:.0f} {height:.0f}", "width": f"{width:.0f}", "height": f"{height:.0f}",
    }  # fmt: skip
    return element("svg", dict(attributes), *children)


def _columns(words: Sequence[Word]) -> tuple[list[float], float]:
    """Return where each word begins, and how wide all are."""
    lefts, at = [], MARGIN
    for word in words:
        lefts.append(at)
        at += _width(word.text) + GAP
    return lefts, at - GAP + MARGIN


def _width(text: str) -> float:
    return sum(LETTER * (WIDE if ord(char) >= EAST_ASIAN else 1) for char in text)


def _middle(edges: Sequence[tuple[float, float]], first: int, last: int) -> float:
    return (edges[first][0] + edges[last][1]) / 2


def _rise(left: float, right: float) -> float:
    return 0.0 if abs(left - right) < LETTER else min(HIGHEST, LOWEST + abs(left - right) * STEP)


def _words(words: Sequence[Word], edges: Sequence[tuple[float, float]], base: float) -> Iterator[Markup]:
    for word, (left, right) in zip(words, edges, strict=True):
        yield element("text", {"x": (left + right) / 2, "y": base - 4, "text_anchor": "middle"}, word.text)


def _predicate(edge: tuple[float, float], base: float) -> Iterator[Markup]:
    left, right = edge
    yield element(
        "rect", {"class_": "at", "x": left - 4, "y": base - 20, "width": right - left + 8, "height": 24.0, "rx": 3.0}
    )


def _argument(
    edges: Sequence[tuple[float, float]], at: int, slot: Slot, heights: tuple[float, float]
) -> Iterator[Markup]:
    """Yield the bracket under an argument with its name, and the arc from the predicate when it stands elsewhere."""
    base, rise = heights
    left, right = edges[slot.first][0], edges[slot.last][1]
    start, end = _middle(edges, at, at), (left + right) / 2
    kind = "arc arc-agent" if slot.name == "agent" else "arc"
    bracket = f"M{left:.1f} {base + 6:.1f}v5H{right:.1f}v-5"
    yield element("path", {"class_": kind, "d": bracket})
    yield element("text", {"class_": "slot", "x": end, "y": base + 25, "text_anchor": "middle"}, slot.name)
    if rise:
        peak = base - 21 - rise
        arc = f"M{start:.1f} {base - 21:.1f}C{start:.1f} {peak:.1f} {end:.1f} {peak:.1f} {end:.1f} {base - 21:.1f}"
        yield element("path", {"class_": kind, "d": arc})

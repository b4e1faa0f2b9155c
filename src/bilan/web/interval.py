"""Draw one figure as a dot on a line: the line runs from low to high, the dot stands at best.

Nothing that is not known is drawn: no dot without a best, a dashed and open end for "at least".
"""

from dataclasses import dataclass

from markupsafe import Markup

from bilan.model.incident import Figure
from bilan.web.svg import element, percent

HEIGHT = 20
MIDDLE = HEIGHT / 2
STEPS = (1, 2, 5)  # a scale ends at 1, 2 or 5 times a power of ten
EDGE = 0.02  # share of the width kept free at both ends, so that no dot is cut


@dataclass(frozen=True, slots=True)
class Scale:
    """Numbers from 0 to `top` over the width of a drawing; `mirrored` when the page is read from the right."""

    top: int
    mirrored: bool = False

    def at(self, number: float) -> float:
        """Return where a number stands, as a share of the width from the left."""
        share = EDGE + (1 - 2 * EDGE) * number / self.top
        return 1 - share if self.mirrored else share


def fit_scale(figures: list[Figure], *, mirrored: bool = False) -> Scale:
    """Return the smallest round scale that holds every number of the figures, and room above an open one."""
    numbers = [n for figure in figures for n in (figure.low, figure.best, figure.high) if n is not None]
    numbers += [n + 1 for figure in figures if _is_open(figure) and (n := figure.high or figure.best or figure.low)]
    return Scale(round_up(max(numbers, default=1)), mirrored)


def round_up(number: int) -> int:
    """Return the least of 1, 2, 5, 10, 20, 50, … that is not below `number`."""
    power = 1
    while True:
        for step in STEPS:
            if step * power >= number:
                return step * power
        power *= 10


def draw_interval(figure: Figure, scale: Scale, label: str) -> Markup:
    """Draw a figure on a scale.

    Args:
        figure: what to draw.
        scale: must hold the figure's numbers.
        label: the figure in words, for those who do not see the drawing.
    """
    known = [n for n in (figure.low, figure.best, figure.high) if n is not None]
    parts = [_line("interval-base", scale.at(0), scale.at(scale.top))]
    if not known:
        parts = [_line("interval-unknown", scale.at(0), scale.at(scale.top))]
    else:
        if len(known) > 1 and min(known) < max(known):
            kind = "interval-range" if figure.best is not None else "interval-vague"
            parts.append(_line(kind, scale.at(min(known)), scale.at(max(known))))
        if _is_open(figure):
            parts.append(_line("interval-open", scale.at(max(known)), scale.at(scale.top)))
        if figure.best is not None:
            dot: dict[str, str | float | None] = {"class_": "interval-best", "cx": percent(scale.at(figure.best))}
            parts.append(element("circle", {**dot, "cy": MIDDLE, "r": 5.5}))
        elif min(known) == max(known):
            parts.append(_tick(scale.at(known[0])))
    frame: dict[str, str | float | None] = {"class_": "interval", "width": "100%", "height": HEIGHT, "role": "img"}
    return element("svg", {**frame, "aria_label": label, "focusable": "false"}, *parts)


def _is_open(figure: Figure) -> bool:
    return figure.open or figure.high is None


def _line(kind: str, start: float, end: float) -> Markup:
    ends: dict[str, str | float | None] = {"x1": percent(start), "x2": percent(end), "y1": MIDDLE, "y2": MIDDLE}
    return element("line", {"class_": kind, **ends})


def _tick(place: float) -> Markup:
    ends: dict[str, str | float | None] = {"x1": percent(place), "x2": percent(place)}
    return element("line", {"class_": "interval-tick", **ends, "y1": MIDDLE - 6, "y2": MIDDLE + 6})

"""Find a free place for each name on the map; a name that finds none is left out, the list below the map has it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

LETTER, LINE = 6.9, 15.0  # pixels: mean width of a letter and height of a line at the map's size of type


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in pixels."""

    left: float
    top: float
    right: float
    bottom: float

    @classmethod
    def around(cls, x: float, y: float, radius: float) -> "Box":
        """Return the square that holds a disc."""
        return cls(x - radius, y - radius, x + radius, y + radius)

    def overlaps(self, other: "Box") -> bool:
        """Tell whether the two share any room."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom


@dataclass(frozen=True, slots=True)
class Label:
    """A name at a point in pixels; `gap` keeps it off the disc. `dx`, `dy`, `anchor` say on which side it stands."""

    text: str
    x: float
    y: float
    gap: float
    kind: str
    dx: float = 0.0
    dy: float = 0.0
    anchor: str = "middle"

    def box(self) -> Box:
        """Return the room the name takes."""
        wide = len(self.text) * LETTER
        left = self.x + self.dx - {"start": 0.0, "middle": wide / 2, "end": wide}[self.anchor]
        base = self.y + self.dy
        return Box(left, base - LINE * 0.8, left + wide, base + LINE * 0.3)


def place_labels(wanted: Iterable[Label], taken: Sequence[Box], size: tuple[float, float]) -> Sequence[Label]:
    """Return the labels that fit, the first wanted first.

    Args:
        wanted: in order of importance.
        taken: boxes no name may cover.
        size: width and height of the map in pixels; a name must lie inside.
    """
    full, placed = list(taken), []
    for label in wanted:
        for choice in _choices(label):
            box = choice.box()
            inside = box.left >= 0 and box.top >= 0 and box.right <= size[0] and box.bottom <= size[1]
            if inside and not any(box.overlaps(other) for other in full):
                placed.append(choice)
                full.append(box)
                break
    return placed


def _choices(label: Label) -> Iterable[Label]:
    """Yield the sides to try: right, left, above, below of a disc; a country's name only in its middle."""
    if not label.gap:
        yield replace(label, dy=LINE * 0.3)
        return
    yield replace(label, dx=label.gap, dy=LINE * 0.3, anchor="start")
    yield replace(label, dx=-label.gap, dy=LINE * 0.3, anchor="end")
    yield replace(label, dy=-label.gap - LINE * 0.3)
    yield replace(label, dy=label.gap + LINE * 0.8)

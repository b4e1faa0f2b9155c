"""The amount that finding numbers yields."""

from typing import NamedTuple

from bilan.model.text import Span


class Number(NamedTuple):
    """One amount. `core` is the number itself, `span` with its modifiers. `one` marks "un", "a": a bare article.

    `share` is set for "la moitié", "30 %"; then low and high are None. `unit` is the kind of unit that follows ("14
    ans", "20 km"): such an amount counts no people.
    """

    span: Span
    core: Span
    low: int | None
    high: int | None
    wording: str
    share: float | None = None
    one: bool = False
    unit: str = ""

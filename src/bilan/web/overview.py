"""The incidents one below the other: when, on one time line, and how many killed, on one scale."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from bilan.web.cards import Card
from bilan.web.catalogue import Catalogue
from bilan.web.interval import draw_interval, fit_scale
from bilan.web.summary import killed_of
from bilan.web.timeline import draw_axis, draw_track, fit_axis, is_dated, list_ticks


@dataclass(frozen=True, slots=True)
class TimeRow:
    """One incident: when on the axis (empty while undated), how many on the scale (empty while not known)."""

    card: Card
    track: Markup
    interval: Markup


@dataclass(frozen=True, slots=True)
class Overview:
    """All rows; `axis` the dates above them, `scale_top` the number at the end of the scale."""

    axis: Markup
    scale_top: int
    dated: Sequence[TimeRow]
    undated: Sequence[TimeRow]


def build_overview(cards: Sequence[Card], words: Catalogue) -> Overview:
    """Lay the cards, in their order, on one axis and one scale."""
    mirrored = words.direction == "rtl"
    times = {card.anchor: time for card in cards if (time := card.incident.time) and is_dated(time)}
    axis = fit_axis(list(times.values()), mirrored=mirrored)
    ticks = list_ticks(axis, words) if axis else ()
    figures = {card.anchor: figure for card in cards if (figure := killed_of(card.incident))}
    scale = fit_scale(list(figures.values()), mirrored=mirrored)
    rows = []
    for card in cards:
        time, figure = times.get(card.anchor), figures.get(card.anchor)
        track = draw_track(time, axis, ticks, card.time) if time and axis else Markup("")
        interval = draw_interval(figure, scale, card.killed_full) if figure else Markup("")
        rows.append(TimeRow(card, track, interval))
    return Overview(
        axis=draw_axis(ticks),
        scale_top=scale.top,
        dated=[row for row in rows if row.card.anchor in times],
        undated=[row for row in rows if row.card.anchor not in times],
    )

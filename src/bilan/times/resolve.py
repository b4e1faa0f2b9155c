"""Anchor time mentions: on the publication date, on another time of the text, or not at all.

The publication date is never a mention's date unless the words say so, and the machine's clock is never read. What
cannot be anchored keeps its anchor and offset.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from types import MappingProxyType
from typing import NamedTuple

from bilan.model.time import TimeMention, TimeSpan
from bilan.times.intervals import (
    HALF_UNIT,
    VAGUE_DAYS,
    Interval,
    Offset,
    move,
    parse_offset,
    pattern_interval,
    precision_of,
    unit_of,
    year_part,
)  # fmt: skip

UNDATED = ("duration", "recurrence", "vague")  # kinds that date nothing
SATURDAY = 5
WIDE_KINDS = ("month", "quarter", "half", "season", "year", "decade", "century")
UNIT_OF_PATTERN = {"XXXX-QX": "Q", "XXX": "E", "XX": "C"}
WEEK = 3  # UCDP's date_prec of a week
AHEAD_DAYS = 120  # a date without a year and without a tense lies at most so far ahead (as in the times-fr corpus)
MUCH_NEARER = 4  # "it expects to report a third-quarter loss" in October: a future tense does not make it next year's
AFTERWARDS = 2  # days by which a report may tell of what came after its date: it was added to later
NEAR_DAYS = 3  # a time of at most so many days (a night, a weekend) can be the one "la veille" looks back to


class Anchors(NamedTuple):
    """What a mention can be anchored on: the publication day and what the text named before it.

    `previous` is the last time of a few days ("la veille"), `wider` the last month, quarter, year ("that quarter").
    """

    published: date | None
    previous: Interval | None = None
    wider: Mapping[str, Interval] = MappingProxyType({})


def dates_event(mention: TimeMention) -> bool:
    """Tell whether a mention can say when something happened: durations, rates and "recently" cannot."""
    return mention.kind not in UNDATED


def resolve_times(mentions: Sequence[TimeMention], published: str | None) -> tuple[TimeSpan, ...]:
    """Resolve the time mentions of one report.

    Args:
        mentions: in order of the text; a mention that looks back ("la veille") looks at those before it.
        published: ISO date or date-time of publication; None if unknown.

    Returns:
        One time span a mention, same order. Unresolved ones have neither earliest nor latest, but an anchor and, where
        the words give one, an ISO 8601 offset.

    Raises:
        ValueError: `published` is no ISO date.
    """
    day = date.fromisoformat(published[:10]) if published else None
    anchors = Anchors(day)
    spans = []
    for mention in mentions:
        interval = _checked(mention, anchors)
        spans.append(_time_span(mention, interval))
        if interval is not None:
            anchors = _next_anchors(anchors, mention, interval)
    return tuple(spans)


def _next_anchors(anchors: Anchors, mention: TimeMention, interval: Interval) -> Anchors:
    if interval.days <= NEAR_DAYS and mention.kind != "hour":
        return Anchors(anchors.published, interval, {**anchors.wider, "month": interval, "year": interval})
    return anchors._replace(wider={**anchors.wider, mention.kind: interval})


def _checked(mention: TimeMention, anchors: Anchors) -> Interval | None:
    """Return the interval, None where the calendar ends ("il y a 5 000 ans") or the words leave it open."""
    try:
        interval = _interval(mention, anchors)
    except (ValueError, OverflowError):
        return None
    return interval if interval and interval.earliest <= interval.latest else None


def _time_span(mention: TimeMention, interval: Interval | None) -> TimeSpan:
    offset = parse_offset(mention.offset) if mention.offset else None
    anchor = "publication" if mention.modifier == "since" else mention.anchor
    keep = interval is None and anchor != "absolute" and dates_event(mention)
    return TimeSpan(
        text=mention.text,
        earliest=interval.earliest.isoformat() if interval else None,
        latest=interval.latest.isoformat() if interval else None,
        precision=_precision(mention, interval) if interval else None,
        anchor=anchor if keep else None,
        offset=mention.offset if keep and offset and offset.size is not None else None,
        every=mention.every,
        span=mention.span,
    )


def _precision(mention: TimeMention, interval: Interval) -> int:
    """A window "in the past week" touches eight calendar days, but is a week in the words and to UCDP."""
    if mention.kind == "range" and mention.value in ("P1W", "P7D", "PXD"):
        return WEEK
    return precision_of(interval.days)


def _interval(mention: TimeMention, anchors: Anchors) -> Interval | None:
    if not dates_event(mention):
        return None
    if mention.until is not None:
        return _range(mention, mention.until, anchors)
    plain = _plain(mention, anchors)
    return _narrowed(mention, plain, anchors) if plain else None


def _range(mention: TimeMention, until: TimeMention, anchors: Anchors) -> Interval | None:
    """Resolve the end first: "du lundi au mercredi" begins on the last Monday before that Wednesday."""
    end = _plain(replace(until, direction=until.direction or mention.direction), anchors)
    if end is None:
        return None
    start_mention = replace(mention, until=None, kind=until.kind, direction="past")
    if mention.anchor == "publication" and mention.offset is None:
        anchors = anchors._replace(published=end.earliest)
    start = _plain(start_mention, anchors)
    return Interval(start.earliest, end.latest) if start else None


def _plain(mention: TimeMention, anchors: Anchors) -> Interval | None:
    """Resolve without the modifier."""
    pattern = (mention.value or "").partition("T")[0]
    if mention.offset is not None:
        return _relative(mention, pattern, anchors)
    if mention.anchor == "previous" and not pattern:
        return anchors.previous or _day_interval(anchors.published)
    known = pattern_interval(pattern)
    if known is not None or anchors.published is None:
        return known
    if mention.weekday is not None and pattern.startswith("XXXX-WXX"):
        told = anchors.previous.earliest if mention.anchor == "previous" and anchors.previous else anchors.published
        return _weekday(mention, mention.weekday, told)
    return _nearest(mention, pattern, anchors.published)


def _day_interval(day: date | None) -> Interval | None:
    return Interval(day, day) if day else None


def _relative(mention: TimeMention, pattern: str, anchors: Anchors) -> Interval | None:
    offset = parse_offset(mention.offset or "")
    base = _base(mention, anchors)
    if offset is None or base is None:
        return None
    side = base.earliest if offset.sign < 0 else base.latest
    if mention.kind == "range":
        return _window(offset, side)
    if offset.size is None:
        return _vaguely(offset, side)
    if pattern:
        if pattern.endswith("WE"):
            return _weekend(mention, offset, side)
        unit = UNIT_OF_PATTERN.get(pattern, offset.unit)
        return unit_of(_moved(side, offset), unit)
    if offset.size == 0:
        return base
    if offset.unit in ("H", "MIN", "S"):
        return _hours(offset, side)
    return _around(offset, side)


def _weekend(mention: TimeMention, offset: Offset, side: date) -> Interval:
    """Tell which weekend: the one just past on weekdays, unless the words look ahead; on its days it is this one."""
    steps = offset.sign * (offset.size or 0)
    ahead = mention.direction == "future" or (mention.modifier == "this" and mention.direction is None)
    if steps == 0 and side.weekday() < SATURDAY and not ahead:
        steps = -1
    return unit_of(side + timedelta(weeks=steps), "WE")


def _base(mention: TimeMention, anchors: Anchors) -> Interval | None:
    if mention.anchor != "previous":
        return _day_interval(anchors.published)
    previous = anchors.wider.get(mention.kind) if mention.kind in WIDE_KINDS else anchors.previous
    return previous or _day_interval(anchors.published)


def _moved(day: date, offset: Offset) -> date:
    unit = {"WE": "W"}.get(offset.unit, offset.unit)
    return move(day, offset.sign, offset.size or 0, unit)


def _window(offset: Offset, side: date) -> Interval | None:
    if offset.size is None:
        days = VAGUE_DAYS.get(offset.unit)
        if days is None:
            return None
        far = move(side, offset.sign, days, "D")
    elif offset.unit in ("H", "MIN", "S"):
        hours = _hours(offset, side)
        return Interval(min(side, hours.earliest), max(side, hours.latest))
    else:
        far = _moved(side, offset)
    return Interval(min(side, far), max(side, far))


def _vaguely(offset: Offset, side: date) -> Interval | None:
    days = VAGUE_DAYS.get(offset.unit)
    if offset.unit in ("H", "MIN", "S"):
        return _hours(Offset(offset.sign, 12, "H"), side)
    if days is None:
        return None
    near, far = move(side, offset.sign, 1, "D"), move(side, offset.sign, days, "D")
    return Interval(min(near, far), max(near, far))


def _hours(offset: Offset, side: date) -> Interval:
    """Hours before or after a day without a clock: the days it may have been."""
    hours = {"H": 1.0, "MIN": 1 / 60, "S": 1 / 3600}[offset.unit] * (offset.size or 0)
    far = move(side, offset.sign, -int(-hours // 24), "D")
    near = move(side, offset.sign, int(hours // 24), "D") if hours >= 24 else side  # noqa: PLR2004 - hours of a day
    return Interval(min(near, far), max(near, far))


def _around(offset: Offset, side: date) -> Interval:
    """Return the day so far away ("three days ago"), give or take half a unit for longer ones ("two weeks ago")."""
    centre = _moved(side, offset)
    half = HALF_UNIT.get(offset.unit, 0)
    return Interval(move(centre, -1, half, "D"), move(centre, 1, half, "D"))


def _weekday(mention: TimeMention, weekday: int, published: date) -> Interval:
    """The last such day up to publication, the next one where the words say so; "ce jeudi" is the nearest."""
    back = (published.weekday() - weekday) % 7
    ahead = (weekday - published.weekday()) % 7
    if mention.modifier == "last":
        step = -(back or 7)
    elif mention.modifier == "next":
        step = ahead or 7
    elif mention.modifier == "this" and mention.direction is None:
        step = -back if back <= ahead else ahead
    else:
        step = ahead if mention.direction == "future" else -back
    day = published + timedelta(days=step)
    return Interval(day, day)


def _nearest(mention: TimeMention, pattern: str, published: date) -> Interval | None:
    """Fill the year (and month) of "14 mars", "le 7", "en mars", "été": the nearest on the side the words name."""
    if not pattern.startswith("XXXX-"):
        return None
    rest = pattern.removeprefix("XXXX-")
    if mention.modifier == "this" and not rest.startswith("XX-"):
        return year_part(published.year, rest)
    ways = _candidates(rest, published)
    if mention.weekday is not None:
        ways = [way for way in ways if way.earliest.weekday() == mention.weekday] or ways
    strict = mention.modifier in ("last", "next")
    sided = [way for way in ways if _on_side(way, mention.direction, published, strict=strict)]
    chosen = min(sided or ways, key=lambda way: (_distance(way, published), way), default=None)
    if mention.direction != "future" or strict or chosen is None:
        return chosen
    behind = min(ways, key=lambda way: (_distance(way, published), way))
    return behind if _distance(behind, published) * MUCH_NEARER < _distance(chosen, published) else chosen


def _candidates(rest: str, published: date) -> list[Interval]:
    ways = []
    if rest.startswith("XX-"):
        months = [published.year * 12 + published.month - 1 + step for step in range(-12, 13)]
        names = [(month // 12, f"{month % 12 + 1:02}-{rest.removeprefix('XX-')}") for month in months]
    else:
        names = [(published.year + step, rest) for step in (-1, 0, 1)]
    for year, part in names:
        try:
            ways.append(year_part(year, part))
        except ValueError:
            continue  # 30 February, or 29 February of a common year: not a day of that year
    return ways


def _on_side(way: Interval, direction: str | None, published: date, *, strict: bool) -> bool:
    if direction == "past":
        return way.latest < published if strict else way.earliest <= published + timedelta(days=AFTERWARDS)
    if direction == "future":
        return way.earliest > published if strict else way.latest >= published
    return True


def _distance(way: Interval, published: date) -> int:
    """Days from publication; a date far ahead is taken only if nothing else is left."""
    ahead = (way.earliest - published).days
    return ahead + (365 if ahead > AHEAD_DAYS else 0) if ahead > 0 else max((published - way.latest).days, 0)


def _narrowed(mention: TimeMention, plain: Interval, anchors: Anchors) -> Interval | None:
    """Apply the modifier; "avant lundi" and "jusqu'à mars" date nothing by themselves."""
    today = anchors.published
    modifier = mention.modifier
    if modifier in ("before", "until"):
        return None
    if modifier in ("since", "after"):
        start = plain.latest + timedelta(days=1) if modifier == "after" else plain.earliest
        return Interval(start, today) if today and start <= today else None
    if modifier in ("start", "mid", "end"):
        third = -(-plain.days // 3)
        first = {"start": 0, "mid": third, "end": plain.days - third}[modifier]
        start = plain.earliest + timedelta(days=first)
        return Interval(start, min(start + timedelta(days=third - 1), plain.latest))
    if mention.offset and parse_offset(mention.offset) in [Offset(1, 0, unit) for unit in "WMQYEC"] and today:
        if mention.direction == "past":
            return Interval(plain.earliest, min(plain.latest, today))
        if mention.direction == "future":
            return Interval(max(plain.earliest, today), plain.latest)
    return plain

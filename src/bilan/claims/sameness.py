"""Whether two drafts of one report can speak of the same people at the same place and time."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from bilan.annotate.annotation import Annotation
from bilan.claims.background import BACKGROUND
from bilan.claims.draft import Draft
from bilan.model.place import Place
from bilan.model.time import TimeSpan

FINE = 2  # UCDP's code up to which a place is a town or its surroundings
REGION = 4  # UCDP's code up to which a place lies inside a country
NEAR, NEAR_REGION = 0.3, 1.5  # degrees within which two towns, or a region and another place, may be one
PRECISE = 2  # UCDP's code up to which a time is a few days
UNKNOWN = ("unknown",)


class Setting(NamedTuple):
    """What drafts are compared with: the annotated report, its places and times resolved."""

    annotation: Annotation
    places: Sequence[Place] = ()
    times: Sequence[TimeSpan] = ()


def same_people(one: Draft, other: Draft) -> bool:
    """Tell whether two tolls can count the same people: equal groups, or one that names none."""
    return one.people == other.people or UNKNOWN in {one.people, other.people}


def other_place(one: Draft, other: Draft, setting: Setting) -> bool:
    """Tell whether two drafts are kept apart: one recalls and one tells, or each sentence names a place of its own."""
    if (BACKGROUND in one.flags) != (BACKGROUND in other.flags):
        return True
    first, second = (_own_place(draft, setting) for draft in (one, other))
    if first is None or second is None or first.id == second.id:
        return False
    if first.lat is None or first.lon is None or second.lat is None or second.lon is None:
        return False
    near = NEAR if max(first.precision or REGION, second.precision or REGION) <= FINE else NEAR_REGION
    return abs(first.lat - second.lat) > near or abs(first.lon - second.lon) > near


def other_day(one: Draft, other: Draft, setting: Setting) -> bool:
    """Tell whether each of two sentences names days of its own, and none in common."""
    first, second = (_own_days(draft, setting) for draft in (one, other))
    return first is not None and second is not None and (first[1] < second[0] or second[1] < first[0])


def _own_place(draft: Draft, setting: Setting) -> Place | None:
    if draft.place_mention is None or draft.place_mention >= len(setting.places):
        return None
    place = setting.places[draft.place_mention]
    inside = place.span is not None and place.span.overlaps(setting.annotation.sentences[draft.sentence].span)
    return place if inside and place.precision is not None and place.precision <= REGION else None


def _own_days(draft: Draft, setting: Setting) -> tuple[int, int] | None:
    if draft.time_mention is None or draft.time_mention >= len(setting.times):
        return None
    time = setting.times[draft.time_mention]
    inside = time.span is not None and time.span.overlaps(setting.annotation.sentences[draft.sentence].span)
    if not inside or time.earliest is None or time.latest is None or (time.precision or PRECISE + 1) > PRECISE:
        return None
    return date.fromisoformat(time.earliest).toordinal(), date.fromisoformat(time.latest).toordinal()

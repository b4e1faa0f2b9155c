"""Values that follow from a claim under a stated condition: a rate over a known stretch, a share of a known whole.

Never claims of their own: a derived value goes with the claim it follows from and names its condition.
"""

import re
from collections.abc import Sequence
from datetime import date

from bilan.annotate.annotation import Annotation
from bilan.claims.draft import Draft
from bilan.model.claim import Derived
from bilan.model.time import TimeMention, TimeSpan

PER_DAYS = {"day": 1, "week": 7}
WEEK_DAYS = 7
LENGTH = re.compile(r"-?P(\d+)([DW])")


def derive(annotation: Annotation, drafts: Sequence[Draft], times: Sequence[TimeSpan]) -> list[Draft]:
    """Add derived values to rates with a known stretch and to shares with a known whole."""
    rated = [
        draft.but(derived=_from_rate(annotation, draft, times)) if draft.basis == "rate" else draft for draft in drafts
    ]
    return [_with_share(draft, rated) if draft.share is not None else draft for draft in rated]


def _from_rate(annotation: Annotation, draft: Draft, times: Sequence[TimeSpan]) -> tuple[Derived, ...]:
    count, unit = draft.count, PER_DAYS.get(draft.per or "")
    if count is None or unit is None or draft.time_mention is None:
        return ()
    days = days_of(annotation.times[draft.time_mention], times[draft.time_mention])
    if days is None or days <= unit or days % unit:
        return ()
    periods = days // unit
    low = None if count.low is None else count.low * periods
    high = None if count.high is None else count.high * periods
    words = annotation.times[draft.time_mention].text
    reason = f"{count.text} per {draft.per}, over {days} days, if “{words}” is {days} full days"
    return (Derived(low, high, "total", None, reason),)


def days_of(mention: TimeMention, time: TimeSpan) -> int | None:
    """Return how many days a stretch lasts, None where the words leave it open."""
    for length in (mention.offset, mention.value):
        match = LENGTH.fullmatch(length or "")
        if match:
            return int(match[1]) * (WEEK_DAYS if match[2] == "W" else 1)
    if mention.kind == "week":
        return WEEK_DAYS
    if time.earliest and time.latest:
        return (date.fromisoformat(time.latest) - date.fromisoformat(time.earliest)).days + 1
    return None


def _with_share(draft: Draft, drafts: Sequence[Draft]) -> Draft:
    """A share of a whole with a number: its value, on the whole's own basis."""
    whole = drafts[draft.whole] if draft.whole is not None else None
    if whole is None or whole.count is None or draft.share is None:
        return draft
    low = None if whole.count.low is None else round(whole.count.low * draft.share)
    high = None if whole.count.high is None else round(whole.count.high * draft.share)
    reason = f"{draft.share:g} of {whole.count.text}, if the share is of that number"
    return draft.but(derived=(Derived(low, high, whole.basis, whole.per, reason),))

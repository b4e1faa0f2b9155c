"""Tell whether a report tells an incident as news or only recalls it: an earlier attack, an anniversary, a trial.

A claim may carry the flag itself, read off its sentence. Else age decides beside what the report opens with: an
incident that ended EARLIER days before print is recalled by a report that opens with another one. A report without a
date was printed no earlier than the last incident it tells of. An old incident that a report opens with may be what an
inquiry is about, so age alone makes nothing background.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from bilan.incidents.heads import days_of
from bilan.incidents.profile import BACKGROUND, Context
from bilan.model.claim import Claim

# Days between the end of an incident and print. On the French claim corpus (November 2026) no told incident that a
# report does not open with is older; of 25 recalled ones 14 are. Read again when the corpus grows.
EARLIER = 10


class Telling(NamedTuple):
    """How one report tells: the first claim of any incident, and the last day that any of its incidents ended on."""

    opening: Claim
    last: int | None


def find_tellings(founders: Iterable[Claim]) -> dict[str, Telling]:
    """Describe each report that founding claims come from, by digest."""
    claims: dict[str, list[Claim]] = {}
    for claim in founders:
        claims.setdefault(claim.digest, []).append(claim)
    return {digest: _telling(found) for digest, found in claims.items()}


def _telling(claims: Sequence[Claim]) -> Telling:
    ends = [days.last for claim in claims if (days := days_of(claim.time)) is not None]
    return Telling(min(claims, key=lambda claim: (claim.quote.start, claim.id)), max(ends, default=None))


def recalls(strand: Sequence[Claim], telling: Telling, context: Context) -> bool:
    """Tell whether a report only recalls an incident.

    Args:
        strand: the report's claims on the incident.
        telling: how the whole report tells.
        context: sources, for the day of print.
    """
    if all(BACKGROUND in claim.flags for claim in strand):
        return True
    printed = context.printed_day(strand[0].digest) or telling.last
    ends = [days.last for claim in strand if (days := days_of(claim.time)) is not None]
    if printed is None or not ends:
        return False
    return printed - max(ends) > EARLIER and telling.opening not in strand

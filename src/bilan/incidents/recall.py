"""Tell whether a report tells an incident as news or only recalls it: an earlier attack, an anniversary, a trial.

A claim may carry the flag itself, read off its sentence. Else age decides beside what the report opens with: an
incident that ended EARLIER days before print is recalled by a report that opens with another one. An old incident that
a report opens with may be what an inquiry is about, so age alone makes nothing background.
"""

from collections.abc import Sequence

from bilan.incidents.heads import days_of
from bilan.incidents.profile import BACKGROUND, Context
from bilan.model.claim import Claim

# Days between the end of an incident and print. On the French claim corpus (November 2026) no told incident that a
# report does not open with is older; of 25 recalled ones 14 are. Read again when the corpus grows.
EARLIER = 10


def recalls(strand: Sequence[Claim], opening: Claim, context: Context) -> bool:
    """Tell whether a report only recalls an incident.

    Args:
        strand: the report's claims on the incident.
        opening: the first claim of the whole report that tells of any incident.
        context: sources, for the day of print.
    """
    if all(BACKGROUND in claim.flags for claim in strand):
        return True
    printed = context.printed_day(strand[0].digest)
    ends = [days.last for claim in strand if (days := days_of(claim.time)) is not None]
    if printed is None or not ends:
        return False
    return printed - max(ends) > EARLIER and opening not in strand

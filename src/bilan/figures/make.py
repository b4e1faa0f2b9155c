"""From the tallies of an incident to its figures under one policy."""

from collections.abc import Sequence

from bilan.figures.explain import tell
from bilan.figures.policy import Policy, Reliability
from bilan.incidents.tally import Tally
from bilan.model.incident import Figure


def make_figures(tallies: Sequence[Tally], policy: Policy, reliability: Reliability) -> tuple[Figure, ...]:
    """Judge every tally.

    Args:
        tallies: from `relations.classify`.
        policy: the rule set.
        reliability: what is known of how reliable source groups are, the higher the more; may be empty.

    Returns:
        Figures in the order of the tallies; none for a tally of which nothing is known.
    """
    figures = []
    for tally in tallies:
        found = policy.judge(tally, reliability)
        if found.low is None and found.high is None:
            continue
        figures.append(
            Figure(
                outcome=tally.outcome,
                people=tally.people,
                low=found.low,
                best=found.best,
                high=found.high,
                open=found.open,
                claims=found.claims,
                policy=policy.name,
                reason=tell(found.reasons),
            )
        )
    return tuple(figures)

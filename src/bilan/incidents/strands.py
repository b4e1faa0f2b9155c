"""Inside one report: which claims tell of the same incident.

A report mostly tells one main incident, so claims that name no place and no time of their own go with the others; what
splits them is another place, another time or another kind of event. Links the report makes itself (a part and its
whole, an update and what it updates) are followed before anything is weighed.

Tolls are settled first, among themselves. Then each claim that only tells an event goes to the tolls it stands nearest
to, or founds a strand with others of its kind: a report names many events in passing, and no number of them may draw
two tolls together or keep them apart.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from bilan.incidents.cluster import Pair, cluster
from bilan.incidents.compare import IN_REPORT, compare
from bilan.incidents.entries import VAGUE
from bilan.incidents.profile import Context, Profile, make_profile
from bilan.incidents.union import Groups
from bilan.model.claim import Claim

TOLL = "toll"
SAME_SENTENCE = 1.0
NEAR_CHARACTERS = 400  # about two sentences: what is told together is mostly about one thing
NEAR = 0.5
RECALLED = -3.5  # one of the two is told as an earlier incident
TWO_TOLLS = -2.0  # two totals that differ, and no place that ties them
ONE_PLACE = ("place-same", "place-near")
TWO_EVENTS = -1.5  # two clauses that each tell an event of their own, of different kinds


def find_strands(
    claims: Sequence[Claim], context: Context, together: Collection[Pair], parted: Collection[Pair]
) -> list[list[Claim]]:
    """Cluster the founding claims of one report.

    Args:
        claims: claims of one report that may found an incident.
        context: sources and taxonomy.
        together: pairs of claim ids a person joined.
        parted: pairs of claim ids a person parted.

    Returns:
        Strands in order of their smallest claim id, claims in reading order.
    """
    known = {str(claim.id): claim for claim in claims}
    profiles = {key: make_profile([claim], context) for key, claim in known.items()}
    own = {key: make_profile([_own(claim)], context) for key, claim in known.items()}
    scores = {}
    for left, right in combinations(sorted(known), 2):
        seen = profiles if known[left].kind == known[right].kind == TOLL else own
        scores[left, right] = _score(known[left], known[right], (seen[left], seen[right]), context)
    linked = [pair for claim in claims for pair in (*_link_pairs(claim, known), *_implied_pairs(claim, claims))]
    joined, apart = [*_inside(together, known), *linked], _inside(parted, known)
    tolls = [key for key in sorted(known) if known[key].kind == TOLL]
    told = _cluster_tolls(tolls, scores, _bridged(known, joined, apart), apart)
    node_of = {key: key for key in known} | {key: name for name, keys in told.items() for key in keys}
    kept = [*combinations(sorted(told), 2), *((node_of[left], node_of[right]) for left, right in apart)]
    drawn = [(node_of[left], node_of[right]) for left, right in joined]
    found = cluster(set(node_of.values()), _nearest(scores, node_of), kept, drawn)
    members = ([known[key] for name in names for key in told.get(name, [name])] for names in found.values())
    return [sorted(strand, key=lambda claim: (claim.quote.start, claim.id)) for strand in members]


def _own(claim: Claim) -> Claim:
    """Return a claim with the place its own sentence names only: one it has from elsewhere parts it from nothing."""
    place = claim.place
    inherited = place is not None and place.span is not None and not place.span.overlaps(claim.sentence)
    return replace(claim, place=None) if inherited else claim


def _cluster_tolls(
    tolls: Collection[str], scores: Mapping[Pair, float], joined: Sequence[Pair], apart: Sequence[Pair]
) -> dict[str, list[str]]:
    among = {pair: score for pair, score in scores.items() if pair[0] in tolls and pair[1] in tolls}
    inside = ([pair for pair in pairs if pair[0] in tolls and pair[1] in tolls] for pairs in (apart, joined))
    return cluster(tolls, among, *inside)


def _bridged(known: Mapping[str, Claim], joined: Sequence[Pair], apart: Sequence[Pair]) -> list[Pair]:
    """Return pairs that join all claims tied to one another, also those tied through a claim of another kind."""
    groups = Groups(known, apart)
    for left, right in sorted(joined):
        groups.join(left, right)
    return [pair for members in groups.groups().values() for pair in combinations(members, 2)]


def _nearest(scores: Mapping[Pair, float], node_of: Mapping[str, str]) -> dict[Pair, float]:
    """Score nodes by their nearest members: an event stands near one of the tolls it goes with, not near all."""
    nearest: dict[Pair, float] = {}
    for (left, right), score in scores.items():
        first, second = sorted((node_of[left], node_of[right]))
        if first != second:
            nearest[first, second] = max(score, nearest.get((first, second), score))
    return nearest


def _score(left: Claim, right: Claim, profiles: tuple[Profile, Profile], context: Context) -> float:
    comparison = compare(*profiles, context.taxonomy, IN_REPORT)
    score = comparison.total
    if _two_tolls(left, right) and not any(term.why in ONE_PLACE for term in comparison.terms):
        score += TWO_TOLLS
    gap = abs(left.quote.start - right.quote.start)
    if left.sentence == right.sentence:
        score += SAME_SENTENCE
    elif gap <= NEAR_CHARACTERS:
        score += NEAR
    if profiles[0].background != profiles[1].background:
        score += RECALLED
    if left.kind == right.kind == "event" and left.event != right.event:
        score += TWO_EVENTS
    return round(score, 6)


def _two_tolls(left: Claim, right: Claim) -> bool:
    """Tell whether two claims give different totals of one outcome; vague words differ from nothing."""
    if left.outcome is None or left.outcome != right.outcome or left.count is None or right.count is None:
        return False
    exact = VAGUE not in {left.count.wording, right.count.wording}
    totals = left.basis == right.basis == "total"
    return exact and totals and (left.count.low, left.count.high) != (right.count.low, right.count.high)


def _link_pairs(claim: Claim, known: Mapping[str, Claim]) -> list[Pair]:
    links = claim.links
    targets = (*links.part_of, *links.supersedes, *links.repeats, *links.contradicts, *links.denies)
    return [(str(claim.id), target) for target in targets if target in known]


def _implied_pairs(claim: Claim, claims: Sequence[Claim]) -> list[Pair]:
    """Tie what a report ties without saying to what.

    A part goes with the nearest whole told before it. Those who died between two numbers of an update, who may have
    died elsewhere and a day later, go with the update.
    """
    same = [other for other in claims if other is not claim and other.outcome == claim.outcome and other.count]
    if claim.basis == "part" and not claim.links.part_of:
        wholes = [other for other in same if other.basis == "total" and other.quote.start < claim.quote.start]
        nearest = max(wholes, key=lambda other: (other.quote.start, other.id), default=None)
        return [] if nearest is None else [(str(claim.id), str(nearest.id))]
    return [(str(claim.id), str(new.id)) for new in same if _is_rise(claim, new, same)]


def _is_rise(claim: Claim, new: Claim, others: Sequence[Claim]) -> bool:
    """Tell whether a toll is the difference between a number and the one it replaced."""
    old = [other.count.low for other in others if other.id in new.links.supersedes and other.count]
    if claim.count is None or new.count is None or not claim.count.low or claim.count.low != claim.count.high:
        return False
    return any(low is not None and new.count.low == low + claim.count.low for low in old)


def _inside(pairs: Collection[Pair], known: Mapping[str, Claim]) -> list[Pair]:
    return [pair for pair in pairs if pair[0] in known and pair[1] in known]

"""From claims of many reports to incidents.

Order of steps: claims that may found an incident → strands inside each report → one node for all reprints of a strand →
blocks → comparisons → average linkage → names. Then claims that found nothing join where they clearly belong. All of
it is computed anew from the whole set of claims, so that neither the order of the reports nor how many came at once
changes anything.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from bilan.incidents.blocks import find_pairs
from bilan.incidents.cluster import Pair, cluster
from bilan.incidents.compare import FINE, compare
from bilan.incidents.eligible import founds, joins, why_not
from bilan.incidents.heads import Taxonomy
from bilan.incidents.naming import name_clusters
from bilan.incidents.profile import Context, Profile, make_context, make_profile
from bilan.incidents.strands import find_strands
from bilan.model.claim import Claim
from bilan.model.decision import LinkDecisions
from bilan.model.extraction import Source
from bilan.model.ids import IncidentId

SAME_WIRE = 3.0  # one text printed twice tells the same incidents
TOLD_APART = -5.0  # a report that keeps two strands apart knows why


class Cluster(NamedTuple):
    """One incident to be: `founders` and `joined` claims, in order of report and place in it."""

    id: IncidentId
    founders: tuple[Claim, ...]
    joined: tuple[Claim, ...]

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All claims, founders first."""
        return self.founders + self.joined


class Aside(NamedTuple):
    """A claim in no incident; `why` is a key of the reason messages."""

    claim: Claim
    why: str


class Linking(NamedTuple):
    """What linking found. `compared` counts the comparisons across reports: it grows with the input, not its square."""

    clusters: tuple[Cluster, ...]
    aside: tuple[Aside, ...]
    redirects: tuple[tuple[str, str], ...]
    compared: int


def link(
    claims: Sequence[Claim],
    sources: Sequence[Source],
    decisions: LinkDecisions,
    previous: Mapping[str, Collection[str]],
    *,
    taxonomy: Taxonomy,
) -> Linking:
    """Cluster claims into incidents.

    Args:
        claims: claims of any number of reports, in any order; a claim given twice counts once.
        sources: the reports' sources, with groups of copies.
        decisions: pairs of claims that people joined or parted.
        previous: claims of each incident before this computation, by incident id.
        taxonomy: what the event types are to each other.
    """
    known = {str(claim.id): claim for claim in claims}
    context = make_context(claims, sources, taxonomy)
    together, parted = _pairs(decisions.must, known), _pairs(decisions.cannot, known)
    strands = _all_strands(known, context, together, parted)
    members, compared = _join_strands(strands, context, together, parted)
    founders = [sorted((known[key] for key in keys), key=_reading_order) for keys in members]
    names, redirects = name_clusters([sorted(keys) for keys in members], previous)
    joined = _join_rest(known, founders, together, parted)
    clusters = [
        Cluster(name, tuple(first), tuple(sorted(joined.get(i, ()), key=_reading_order)))
        for i, (name, first) in enumerate(zip(names, founders, strict=True))
    ]
    placed = {claim.id for found in clusters for claim in found.claims}
    aside = tuple(Aside(known[key], why_not(known[key], known)) for key in sorted(known) if key not in placed)
    return Linking(tuple(sorted(clusters, key=lambda found: found.id)), aside, redirects, compared)


def _pairs(decided: Collection[frozenset[str]], known: Mapping[str, Claim]) -> list[Pair]:
    pairs = [sorted(pair) for pair in decided]
    return sorted((pair[0], pair[1]) for pair in pairs if len(pair) == 2 and all(key in known for key in pair))  # noqa: PLR2004


def _all_strands(
    known: Mapping[str, Claim], context: Context, together: Sequence[Pair], parted: Sequence[Pair]
) -> dict[str, list[Claim]]:
    by_report: dict[str, list[Claim]] = defaultdict(list)
    for key in sorted(known):
        if founds(known[key], known):
            by_report[known[key].digest].append(known[key])
    strands: dict[str, list[Claim]] = {}
    for digest in sorted(by_report):
        for strand in find_strands(by_report[digest], context, together, parted):
            strands[min(claim.id for claim in strand)] = strand
    return strands


def _join_strands(
    strands: Mapping[str, list[Claim]], context: Context, together: Sequence[Pair], parted: Sequence[Pair]
) -> tuple[list[list[str]], int]:
    """Cluster the strands of all reports; returns claim ids of each cluster and the number of comparisons."""
    strand_of = {str(claim.id): key for key, strand in strands.items() for claim in strand}
    profiles = {key: make_profile(strand, context) for key, strand in strands.items()}
    decided = {strand_of[key] for pair in (*together, *parted) for key in pair if key in strand_of}
    node_of = _collapse(profiles, decided)
    nodes = {key: profiles[key] for key in set(node_of.values())}
    scores: dict[Pair, float] = {}
    for left, right in find_pairs(nodes):
        score = compare(nodes[left], nodes[right], context.taxonomy).total
        if nodes[left].report == nodes[right].report:
            score += TOLD_APART
        elif nodes[left].group == nodes[right].group and nodes[left].counts == nodes[right].counts:
            score += SAME_WIRE
        scores[left, right] = round(score, 6)
    node_pairs = [
        sorted({(node_of[strand_of[a]], node_of[strand_of[b]]) for a, b in pairs if a in strand_of and b in strand_of})
        for pairs in (parted, together)
    ]
    found = cluster(nodes, scores, *node_pairs)
    strands_of: dict[str, list[str]] = defaultdict(list)
    for key in sorted(strands):
        strands_of[node_of[key]].append(key)
    return [
        [str(claim.id) for node in keys for key in strands_of[node] for claim in strands[key]]
        for keys in found.values()
    ], len(scores)


def _collapse(profiles: Mapping[str, Profile], decided: Collection[str]) -> dict[str, str]:
    """Give strands that need no comparison one node: reprints of a strand, then equal fine place, day and event.

    Strands a person decided on stay alone, and so do all with a signature that one report uses for two strands:
    there the report itself says that place, day and event do not tell them apart.
    """
    node_of = {key: key for key in profiles}
    for signature in (_reprint_signature, _fine_signature):
        alike: dict[object, list[str]] = defaultdict(list)
        for key in sorted(set(node_of.values())):
            if key not in decided and (name := signature(profiles[key])) is not None:
                alike[name].append(key)
        merged: dict[str, str] = {}
        for keys in alike.values():
            reports = [profiles[key].report for key in keys]
            if len(set(reports)) == len(reports):
                merged |= dict.fromkeys(keys, keys[0])
        node_of = {key: merged.get(node, node) for key, node in node_of.items()}
    return node_of


def _reprint_signature(profile: Profile) -> object:
    return profile.group, profile.event, profile.spot, profile.days, profile.counts, profile.background


def _fine_signature(profile: Profile) -> object:
    spot, days = profile.spot, profile.days
    if spot is None or spot.id is None or spot.precision is None or spot.precision > FINE:
        return None
    return (spot.id, days, profile.event) if days is not None and days.length == 1 else None


def _join_rest(
    known: Mapping[str, Claim], founders: Sequence[Sequence[Claim]], together: Sequence[Pair], parted: Sequence[Pair]
) -> dict[int, list[Claim]]:
    """Find the incident of claims that found none; returns them by index of the cluster."""
    home = {str(claim.id): index for index, strand in enumerate(founders) for claim in strand}
    apart: dict[str, set[str]] = defaultdict(set)
    for left, right in parted:
        apart[left].add(right)
        apart[right].add(left)
    inside: dict[int, set[str]] = {index: {claim.id for claim in strand} for index, strand in enumerate(founders)}
    by_report: dict[str, list[int]] = defaultdict(list)
    for index, strand in enumerate(founders):
        for digest in sorted({claim.digest for claim in strand}):
            by_report[digest].append(index)
    joined: dict[int, list[Claim]] = defaultdict(list)
    for key in sorted(known.keys() - home.keys()):
        wanted = [home[b if a == key else a] for a, b in together if key in (a, b) and (b if a == key else a) in home]
        claim = known[key]
        wanted += [
            index
            for index in by_report[claim.digest]
            if joins(claim, [other for other in founders[index] if other.digest == claim.digest], known)
        ]
        allowed = [index for index in wanted if not apart[key] & inside[index]]
        if allowed:
            joined[allowed[0]].append(claim)
            inside[allowed[0]].add(key)
    return joined


def _reading_order(claim: Claim) -> tuple[str, int, str]:
    return claim.digest, claim.quote.start, claim.id

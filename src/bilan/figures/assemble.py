"""Many reports' claims → incidents with figures, envelopes beside them, and every claim left out with its reason.

Order of steps: link → for each cluster: head, relations, figures → envelopes.
"""

from collections.abc import Collection, Mapping, Sequence

from bilan.figures import acled, ibc, ucdp
from bilan.figures.envelopes import make_envelopes
from bilan.figures.explain import Reason, tell
from bilan.figures.make import make_figures
from bilan.figures.policy import Policy, Reliability, find_policy
from bilan.incidents.heads import Taxonomy, choose_event, choose_place, choose_time, merge_actors
from bilan.incidents.link import Cluster, link
from bilan.incidents.profile import Context, make_context
from bilan.incidents.recall import Telling, find_tellings, recalls
from bilan.incidents.relations import classify
from bilan.incidents.tally import Verdict
from bilan.model.claim import Claim
from bilan.model.decision import LinkDecisions
from bilan.model.extraction import Assembly, Source
from bilan.model.incident import Incident, Relation, Unlinked

SHIPPED = (acled.ACLED, ibc.IBC, ucdp.UCDP)  # imported so that they are registered


def assemble(  # noqa: PLR0913 keyword-only options after the four inputs
    claims: Sequence[Claim],
    sources: Sequence[Source],
    decisions: LinkDecisions,
    previous: Mapping[str, Collection[str]],
    *,
    parents: Mapping[str, str | None],
    also: Mapping[str, Collection[str]] | None = None,
    specificity: Mapping[str, int] | None = None,
    policy: str = "ucdp",
    reliability: Reliability | None = None,
) -> Assembly:
    """Reconcile the claims of many reports.

    The result depends on the set of claims, sources and decisions only, never on their order; names of incidents also
    on `previous`.

    Args:
        claims: claims of all reports, with the links inside each report set.
        sources: from `incidents.sources.group_sources`.
        decisions: pairs of claims that people joined or parted.
        previous: claims of each incident of the last computation, by incident id.
        parents: the type or family above each event type, None at the top.
        also: types the same happening is often reported as, by event type.
        specificity: how specific each event type is, the higher the more.
        policy: name of the rule set that makes the figures.
        reliability: what is known of how reliable source groups are, the higher the more.

    Returns:
        Incidents in order of id, envelopes and unlinked claims in order of claim id, relations of all incidents, and
        redirects from incident ids that are no more.

    Raises:
        UsageError: there is no such policy.
    """
    rules = find_policy(policy)
    taxonomy = Taxonomy(parents, also or {}, specificity or {})
    linking = link(claims, sources, decisions, previous, taxonomy=taxonomy)
    context = make_context(claims, sources, taxonomy)
    tellings = find_tellings(claim for found in linking.clusters for claim in found.founders)
    judge = (rules, reliability or {})
    incidents = tuple(_make_incident(found, context, tellings, judge) for found in linking.clusters)
    return Assembly(
        incidents=incidents,
        envelopes=make_envelopes(claims, incidents),
        unlinked=tuple(Unlinked(aside.claim.id, tell([Reason(aside.why)])) for aside in linking.aside),
        relations=tuple(relation for incident in incidents for relation in incident.relations),
        redirects=linking.redirects,
    )


def _is_recalled(founders: Sequence[Claim], tellings: Mapping[str, Telling], context: Context) -> bool:
    """Tell whether every report that tells of the incident only recalls it."""
    strands: dict[str, list[Claim]] = {}
    for claim in founders:
        strands.setdefault(claim.digest, []).append(claim)
    return all(recalls(strand, tellings[digest], context) for digest, strand in strands.items())


def _make_incident(
    cluster: Cluster, context: Context, tellings: Mapping[str, Telling], judge: tuple[Policy, Reliability]
) -> Incident:
    founders, claims = cluster.founders, cluster.claims
    classified = classify(claims, context)
    event = choose_event(founders, context.groups, context.taxonomy)
    return Incident(
        id=cluster.id,
        event=event,
        claims=tuple(claim.id for claim in claims),
        reports=tuple(sorted({name for claim in claims for name in _names(claim, context)})),
        place=choose_place(founders, context.groups),
        time=choose_time(founders, context.groups),
        tags=tuple(sorted({tag for claim in founders for tag in claim.tags})),
        background=_is_recalled(founders, tellings, context),
        actors=merge_actors(founders, event, context.taxonomy),
        figures=make_figures(classified.tallies, *judge),
        relations=tuple(_relation(verdict) for verdict in classified.verdicts),
        independent_sources=len({context.groups[claim.digest] for claim in founders}),
    )


def _names(claim: Claim, context: Context) -> tuple[str, ...]:
    source = context.sources.get(claim.digest)
    return source.names if source is not None else (claim.report,)


def _relation(verdict: Verdict) -> Relation:
    return Relation(verdict.kind, verdict.source, verdict.target, tell([Reason(verdict.why, verdict.words)]))

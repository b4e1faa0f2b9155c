"""What is always true of linking, whatever the claims."""

import random
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.factory import PARENTS, make_claim, make_place, make_source, make_time

from bilan.figures.assemble import assemble
from bilan.model.claim import Claim
from bilan.model.decision import LinkDecisions
from bilan.model.extraction import Assembly, Source
from bilan.model.ids import IncidentId
from bilan.model.incident import Incident

PLACES = (
    None,
    make_place("Tellera"),
    make_place("Sandor", lat=35.05),
    make_place("Kefra", lat=36.9, lon=40.0),
    make_place("Syrie", precision=6, lat=35.0, lon=38.5),
    make_place("le marché", id=None, lat=None, lon=None, country=None, precision=None),
)
TIMES = (None, make_time("2021-03-02"), make_time("2021-03-03"), make_time("2021-03-01", "2021-03-07", precision=3))
EVENTS = ("attack", "suicide-bomb", "air-drone-strike", "protest", None)
PEOPLE = (("unknown",), ("civilian",), ("combatant",), ("attacker",), ("child", "woman"))
COUNTS = (
    (3, 3, "exact"),
    (5, 5, "exact"),
    (5, None, "at-least"),
    (20, 99, "vague"),
    (None, 8, "at-most"),
    (0, 0, "exact"),
)
BASES = ("total", "total", "total", "rate", "cumulative")


@st.composite
def corpora(draw: st.DrawFn) -> tuple[list[Claim], list[Source]]:
    """Draw the claims of up to five reports, some of them reprints of one wire."""
    claims: list[Claim] = []
    sources: list[Source] = []
    for number in range(draw(st.integers(1, 5))):
        name = f"r{number}"
        published = draw(st.sampled_from([None, "2021-03-03", "2021-03-04", "2021-03-04T10:00:00+00:00"]))
        sources.append(make_source(name, published, group=draw(st.sampled_from([name, "wire"]))))
        own: list[Claim] = []
        for at in range(draw(st.integers(0, 4))):
            own.append(_claim(draw, name, at, own))
        claims += own
    return claims, sources


def _claim(draw: st.DrawFn, report: str, at: int, before: Sequence[Claim]) -> Claim:
    low, high, wording = draw(st.sampled_from(COUNTS))
    links: dict[str, list[str]] = {}
    if before:
        kind = draw(st.sampled_from(["", "", "part_of", "supersedes", "repeats", "contradicts", "denies"]))
        links = {kind: [draw(st.sampled_from(before)).id]} if kind else {}
    outcome = draw(st.sampled_from(["killed", "killed", "injured", None]))
    basis = "part" if "part_of" in links else draw(st.sampled_from(BASES))
    return make_claim(
        outcome,
        low,
        high=high,
        wording=wording,
        report=report,
        at=at * 60,
        sentence=at // 2 * 120,
        place=draw(st.sampled_from(PLACES)),
        time=draw(st.sampled_from(TIMES)),
        event=draw(st.sampled_from(EVENTS)),
        people=draw(st.sampled_from(PEOPLE)),
        basis=basis if outcome else "total",
        modality=draw(st.sampled_from(["asserted", "asserted", "hedged", "possible", "denied", "planned"])),
        flags=draw(st.sampled_from([(), ("background",)])),
        links=links,
    )


def assembled(claims: Sequence[Claim], sources: Sequence[Source], decisions: LinkDecisions | None = None) -> Assembly:
    return assemble(claims, sources, decisions or LinkDecisions(), {}, parents=PARENTS)


def unnamed(found: Assembly) -> set[Incident]:
    """Incidents without their names, which alone may depend on history."""
    return {replace(incident, id=IncidentId("")) for incident in found.incidents}


@given(corpora(), st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_any_order_gives_the_same_output(corpus: tuple[list[Claim], list[Source]], shuffler: random.Random) -> None:
    claims, sources = corpus
    mixed, others = claims[:], sources[:]
    shuffler.shuffle(mixed)
    shuffler.shuffle(others)

    assert assembled(mixed, others) == assembled(claims, sources)


@given(corpora())
@settings(max_examples=40, deadline=None)
def test_report_by_report_gives_the_same_incidents_as_all_at_once(corpus: tuple[list[Claim], list[Source]]) -> None:
    claims, sources = corpus
    previous: dict[str, tuple[str, ...]] = {}
    found = assembled([], [])
    for number in range(1, len(sources) + 1):
        known = {source.digest for source in sources[:number]}
        so_far = [claim for claim in claims if claim.digest in known]
        found = assemble(so_far, sources[:number], LinkDecisions(), previous, parents=PARENTS)
        previous = {str(incident.id): incident.claims for incident in found.incidents}

    assert unnamed(found) == unnamed(assembled(claims, sources))


@given(corpora())
@settings(max_examples=60, deadline=None)
def test_each_claim_is_in_one_incident_or_listed_with_a_reason(corpus: tuple[list[Claim], list[Source]]) -> None:
    claims, sources = corpus
    found = assembled(claims, sources)

    placed = [claim for incident in found.incidents for claim in incident.claims]
    loose = [one.claim for one in found.unlinked]
    assert sorted(placed + loose) == sorted(claim.id for claim in claims)
    assert all(one.reason for one in found.unlinked)


@given(corpora(), st.data())
@settings(max_examples=60, deadline=None)
def test_no_incident_holds_a_parted_pair(corpus: tuple[list[Claim], list[Source]], data: st.DataObject) -> None:
    claims, sources = corpus
    pairs = [frozenset({str(a.id), str(b.id)}) for a, b in combinations(claims, 2)]
    chosen = st.frozensets(st.sampled_from(pairs), max_size=4) if pairs else st.just(frozenset[frozenset[str]]())
    decisions = LinkDecisions(must=data.draw(chosen), cannot=data.draw(chosen))

    found = assembled(claims, sources, decisions)

    for incident in found.incidents:
        assert not any(pair <= set(incident.claims) for pair in decisions.cannot)


@given(corpora())
@settings(max_examples=60, deadline=None)
def test_naming_again_changes_no_name(corpus: tuple[list[Claim], list[Source]]) -> None:
    claims, sources = corpus
    first = assembled(claims, sources)
    previous = {str(incident.id): incident.claims for incident in first.incidents}

    again = assemble(claims, sources, LinkDecisions(), previous, parents=PARENTS)

    assert again == first


@given(corpora())
@settings(max_examples=60, deadline=None)
def test_only_what_is_told_as_having_happened_founds_an_incident(corpus: tuple[list[Claim], list[Source]]) -> None:
    claims, sources = corpus
    known = {str(claim.id): claim for claim in claims}

    for incident in assembled(claims, sources).incidents:
        members = [known[claim] for claim in incident.claims]
        assert any(claim.modality in ("asserted", "hedged") and claim.basis in ("total", "part") for claim in members)

"""Rates, shares and cumulative totals: shown beside what the recorded incidents explain, never added to them."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence

from bilan.figures.explain import Reason, reason, tell
from bilan.incidents.compare import FINE, RADIUS_KM, distance_km
from bilan.incidents.eligible import SURE, beyond
from bilan.incidents.heads import days_of
from bilan.incidents.profile import spot_of
from bilan.model.claim import Claim
from bilan.model.ids import short_hash
from bilan.model.incident import Envelope, Figure, Incident
from bilan.model.place import Place
from bilan.model.time import TimeSpan

COUNTRY = 6  # UCDP's where-code of a whole country
ALL = "all"


def make_envelopes(claims: Sequence[Claim], incidents: Sequence[Incident]) -> tuple[Envelope, ...]:
    """Make one envelope of every rate, share and cumulative total, and of their parts.

    Args:
        claims: all claims, in any order.
        incidents: incidents with their figures.

    Returns:
        Envelopes in order of their claims' ids.
    """
    known = {str(claim.id): claim for claim in claims}
    index = _index(incidents)
    wide = (known[key] for key in sorted(known) if known[key].kind == "toll" and known[key].modality in SURE)
    return tuple(_make_envelope(claim, index) for claim in wide if beyond(claim, known))


def _index(incidents: Sequence[Incident]) -> dict[str | None, list[tuple[int, Incident]]]:
    """List incidents by country in order of their first day, so that an envelope looks at its own years only."""
    index: dict[str | None, list[tuple[int, Incident]]] = defaultdict(list)
    for incident in incidents:
        days = days_of(incident.time)
        if incident.place is not None and days is not None:
            index[incident.place.country].append((days.first, incident))
    for dated in index.values():
        dated.sort(key=_first_day)
    return index


def _first_day(dated: tuple[int, Incident]) -> int:
    return dated[0]


def _near(claim: Claim, index: Mapping[str | None, list[tuple[int, Incident]]]) -> list[Incident]:
    """Return the incidents of the claim's country that begin inside its days, in order of id."""
    days = days_of(claim.time)
    if claim.place is None or days is None:
        return []
    countries = list(index) if claim.place.country is None else [claim.place.country]
    found = []
    for country in countries:
        dated = index.get(country, [])
        start = bisect_left(dated, days.first, key=_first_day)
        end = bisect_right(dated, days.last, key=_first_day)
        found += [incident for _, incident in dated[start:end]]
    return sorted(found, key=lambda incident: incident.id)


def _make_envelope(claim: Claim, index: Mapping[str | None, list[tuple[int, Incident]]]) -> Envelope:
    bounded = claim.place is not None and days_of(claim.time) is not None
    inside = [found for found in _near(claim, index) if holds(claim.place, claim.time, found.place, found.time)]
    group = _group(claim)
    figures = {
        str(found.id): figure for found in inside if (figure := _figure(found, claim.outcome, group)) is not None
    }
    low, best, high = (_total(figures, end) for end in ("low", "best", "high"))
    count = claim.count
    return Envelope(
        id="env-" + short_hash(claim.id),
        claim=claim.id,
        basis=claim.basis,
        outcome=claim.outcome or "",
        people=claim.people,
        low=count.low if count else None,
        high=count.high if count else None,
        wording=count.wording if count else "exact",
        per=claim.per,
        share=claim.share,
        place=claim.place,
        time=claim.time,
        incidents=tuple(figures),
        recorded_low=low,
        recorded_best=best,
        recorded_high=high,
        reason=tell([_why(bounded=bounded, incidents=len(figures), best=best, low=low)]),
    )


def holds(place: Place | None, time: TimeSpan | None, inner: Place | None, when: TimeSpan | None) -> bool:
    """Tell whether an incident lies inside a place and time: certainly inside, not merely near or touching."""
    outer_days, inner_days = days_of(time), days_of(when)
    if outer_days is None or inner_days is None:
        return False
    if not (outer_days.first <= inner_days.first and inner_days.last <= outer_days.last):
        return False
    outer_spot, inner_spot = spot_of(place), spot_of(inner)
    if outer_spot is None or inner_spot is None:
        return False
    if outer_spot.id is not None and outer_spot.id == inner_spot.id:
        return True
    if outer_spot.precision is None or inner_spot.precision is None:
        return outer_spot.name == inner_spot.name
    if outer_spot.country is not None and outer_spot.country != inner_spot.country:
        return False
    if outer_spot.precision == COUNTRY:
        return outer_spot.country is not None
    distance = distance_km(outer_spot, inner_spot)
    finer = inner_spot.precision <= max(outer_spot.precision, FINE)
    return finer and distance is not None and distance <= RADIUS_KM[outer_spot.precision]


def _group(claim: Claim) -> str:
    """The figure to compare with: that of the one group the claim names, else of everybody."""
    named = [people for people in claim.people if people != "unknown"]
    return named[0] if len(named) == 1 else ALL


def _figure(incident: Incident, outcome: str | None, group: str) -> Figure | None:
    return next((one for one in incident.figures if one.outcome == outcome and one.people == group), None)


def _total(figures: Mapping[str, Figure], end: str) -> int | None:
    """Sum one end of the figures; an unknown summand is left out of low and best, and makes the high unknown."""
    values = [
        getattr(figure, end) if end != "best" or figure.best is not None else figure.low for figure in figures.values()
    ]
    known = [value for value in values if value is not None]
    if not known or (end == "high" and len(known) < len(values)):
        return None
    return sum(known)


def _why(*, bounded: bool, incidents: int, best: int | None, low: int | None) -> Reason:
    if not bounded:
        return reason("envelope-unbounded")
    if not incidents:
        return reason("envelope-none")
    return reason("envelope-explained", incidents=incidents, best=best if best is not None else low)

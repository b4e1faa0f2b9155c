"""What the page shows of each incident and each envelope, ready for the templates."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from bilan.model.claim import Claim
from bilan.model.ids import ClaimId
from bilan.model.incident import Envelope, Figure, Incident
from bilan.web.catalogue import Catalogue
from bilan.web.claim_lines import ClaimDesk, ClaimLine, say_event, say_people
from bilan.web.interval import Scale, draw_interval, fit_scale
from bilan.web.map import Pin
from bilan.web.reasons import Told, tell_reason
from bilan.web.summary import killed_of
from bilan.web.text import (
    say_best,
    say_envelope,
    say_figure,
    say_place,
    say_place_precision,
    say_range,
    say_time,
    say_time_precision,
)

COLOUR = "#555555"  # of an event type the registry does not know


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One figure: its name, its drawing, its numbers in words, its rule and the claims it rests on."""

    label: str
    part: bool
    short: str
    full: str
    drawing: Markup
    policy: str
    reason: Told
    words: tuple[str, ...]
    claims: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Card:
    """One incident."""

    number: int
    anchor: str
    incident: Incident
    title: str
    event: str
    colour: str
    place: str
    place_precision: str
    place_words: str
    time: str
    time_precision: str
    time_words: str
    killed: str
    killed_full: str
    tags: tuple[str, ...]
    actors: tuple[tuple[str, str], ...]
    figures: tuple[FigureRow, ...]
    scale_top: int
    claims: tuple[ClaimLine, ...]


@dataclass(frozen=True, slots=True)
class EnvelopeCard:
    """One rate, share or cumulative total beside what the recorded incidents explain."""

    anchor: str
    outcome: str
    said: str
    people: str
    place: str
    time: str
    recorded: str
    incidents: tuple[tuple[int, str], ...]
    reason: Told
    claim: ClaimLine | None


def build_card(number: int, incident: Incident, desk: ClaimDesk) -> Card:
    """Return the card of an incident.

    Args:
        number: its number on the page.
        incident: what to show.
        desk: knows the casebook's claims.
    """
    words, known = desk.words, desk.known
    event = say_event(words, desk.events, incident.event)
    place, time = incident.place, incident.time
    where, when = say_place(words, place), say_time(words, time)
    scale = fit_scale(list(incident.figures), mirrored=words.direction == "rtl")
    killed = killed_of(incident)
    type_of = desk.events.get(incident.event)
    claims = sorted((known[ClaimId(c)] for c in incident.claims), key=lambda c: desk.numbers[c.id])
    return Card(
        number=number,
        anchor=str(incident.id),
        incident=incident,
        title=words.text("incident.title", event=event, place=where) if place else event,
        event=event,
        colour=type_of.colour if type_of else COLOUR,
        place=where,
        place_precision=say_place_precision(words, place),
        place_words=place.text if place else "",
        time=when,
        time_precision=say_time_precision(words, time),
        time_words=time.text if time else "",
        killed=say_best(words, killed) if killed else words.text("figure.unknown"),
        killed_full=say_figure(words, killed) if killed else words.text("figure.unknown"),
        tags=tuple(words.name("tag", tag) for tag in incident.tags),
        actors=tuple((words.name("role", actor.role), actor.text) for actor in incident.actors),
        figures=tuple(_figure_row(figure, desk, scale, known) for figure in _sort_figures(incident.figures)),
        scale_top=scale.top,
        claims=tuple(desk.line(claim, place=where, time=when) for claim in claims),
    )


def build_envelope(envelope: Envelope, desk: ClaimDesk, numbers: Mapping[str, int]) -> EnvelopeCard:
    """Return the card of an envelope; `numbers` are the incidents' numbers on the page by id."""
    words = desk.words
    claim = desk.known.get(ClaimId(envelope.claim))
    sums = (envelope.recorded_low, envelope.recorded_best, envelope.recorded_high)
    total = Figure(envelope.outcome, "all", *sums, open=False, claims=(), policy="", reason="")
    recorded = words.text("envelope.nothing") if sums == (None, None, None) else say_figure(words, total)
    return EnvelopeCard(
        anchor=envelope.id,
        outcome=words.name("outcome", envelope.outcome),
        said=say_envelope(words, envelope),
        people=say_people(words, envelope.people),
        place=say_place(words, envelope.place),
        time=say_time(words, envelope.time),
        recorded=recorded,
        incidents=tuple(sorted((numbers[i], f"#{i}") for i in envelope.incidents if i in numbers)),
        reason=tell_reason(words, envelope.reason),
        claim=desk.line(claim) if claim else None,
    )


def pin_of(card: Card, words: Catalogue) -> Pin | None:
    """Return the card's pin on the map, None where no place was resolved."""
    place = card.incident.place
    if place is None or place.lat is None or place.lon is None:
        return None
    killed = killed_of(card.incident)
    return Pin(
        lon=place.lon,
        lat=place.lat,
        precision=place.precision,
        country=place.country,
        name=card.place if place.precision == 6 else place.name or place.text,  # noqa: PLR2004 — UCDP code: country
        killed=(killed.best if killed.best is not None else killed.low) if killed else None,
        href=f"#{card.anchor}",
        label=words.text("map.pin", title=card.title, time=card.time, killed=card.killed_full),
    )


def _figure_row(figure: Figure, desk: ClaimDesk, scale: Scale, known: Mapping[ClaimId, Claim]) -> FigureRow:
    words = desk.words
    outcome, people = words.name("outcome", figure.outcome), say_people(words, (figure.people,))
    label = words.text("figure.of", outcome=outcome, people=people) if people else outcome
    full = say_figure(words, figure)
    behind = [known[ClaimId(claim)] for claim in figure.claims if claim in known]
    vague = dict.fromkeys(c.count.text for c in behind if c.count and c.count.wording == "vague" and c.count.text)
    return FigureRow(
        label=label,
        part=figure.people != "all",
        short=say_best(words, figure) if figure.best is not None else say_range(words, figure.low, figure.high),
        full=full,
        drawing=draw_interval(figure, scale, words.text("figure.drawn", label=label, figure=full)),
        policy=words.name("policy", figure.policy),
        reason=tell_reason(words, figure.reason),
        words=tuple(vague),
        claims=tuple(sorted((desk.numbers[c.id], f"#{c.id}") for c in behind)),
    )


def _sort_figures(figures: Sequence[Figure]) -> Sequence[Figure]:
    """Return killed first, then the other outcomes as given; "all" before its parts."""
    order = list(dict.fromkeys(("killed", *(figure.outcome for figure in figures))))
    return sorted(figures, key=lambda figure: (order.index(figure.outcome), figure.people != "all"))

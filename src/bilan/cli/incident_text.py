"""Incidents, figures and claims as lines to read, for the commands on a casebook."""

from collections.abc import Iterable, Iterator

from rich.text import Text

from bilan.cli.say import (
    isolate,
    one_line,
    say_bounds,
    say_figure,
    say_many,
    say_number,
    say_place,
    say_share,
    say_time,
)
from bilan.events.load import load_events
from bilan.model.claim import Claim
from bilan.model.incident import Envelope, Figure, Incident
from bilan.model.view import CasebookView
from bilan.review.explain import ALL, Explanation, Ground

LABEL, STRONG, QUOTE = "dim", "bold", "bold underline"
NAME_WIDTH, NUMBER_WIDTH = 28, 9
NO_NUMBER = "attributes-only"  # a relation that changes no figure; the JSON records have it
SHOWN_QUOTES = 4  # beneath one figure of a list; `bilan why` shows all


def casebook_lines(view: CasebookView) -> Iterator[Text]:
    """Yield a casebook's open incidents as an editor reads them, then its envelopes.

    Incidents with figures come first, in order of their days, then those that reports only recall, then, one line
    each, events that nobody gives a number for.
    """
    incidents = sorted((incident for incident in view.incidents if incident.status == "open"), key=_by_day)
    counted = [incident for incident in incidents if incident.figures]
    for incident in (incident for incident in counted if not incident.background):
        yield from incident_lines(view, incident)
    recalled = [incident for incident in counted if incident.background]
    if recalled:
        yield Text("Only recalled, not reported anew (background):", style=STRONG)
        yield Text("")
    for incident in recalled:
        yield from incident_lines(view, incident)
    bare = [incident for incident in incidents if not incident.figures]
    if bare:
        yield Text("Events without figures:", style=STRONG)
        yield from (event_line(view, incident) for incident in bare)
        yield Text("")
    if view.envelopes:
        yield Text("Rates, shares and totals over more than one incident (never added to figures):", style=STRONG)
    for envelope in sorted(view.envelopes, key=lambda one: (one.outcome != "killed", one.outcome, one.basis, one.id)):
        yield from envelope_lines(view, envelope)
    if view.envelopes:
        yield Text("")
    if not incidents:
        yield Text("no incident")


def _by_day(incident: Incident) -> tuple[str, str]:
    return (incident.time.earliest if incident.time else None) or "~", incident.id


def incident_lines(view: CasebookView, incident: Incident) -> Iterator[Text]:
    """Yield an incident: a heading, then each figure with the quotes it rests on."""
    facts = [say_time(incident.time), say_place(incident.place)]
    yield Text.assemble((say_event(incident.event), STRONG), ", ", ", ".join(facts), ("  " + incident.id, LABEL))
    sources = say_many(incident.independent_sources, "independent source")
    remarks = [say_many(len(incident.reports), "report"), sources]
    remarks += [*(["only recalled, not reported anew"] if incident.background else []), *incident.tags]
    yield Text("  " + " · ".join(remarks), style=LABEL)
    if incident.actors:
        yield Text("  " + " · ".join(f"{actor.role}: {isolate(one_line(actor.text))}" for actor in incident.actors))
    if incident.figures:
        yield _row("", ("low", "best", "high"), style=LABEL)
    for figure in _in_order(incident.figures):
        yield figure_line(figure)
        yield from _quote_lines(view, figure.claims)
    if not incident.figures:
        yield Text("  no figure: no claim gives a number for this incident alone", style=LABEL)
        yield from _quote_lines(view, incident.claims)
    yield Text("")


def event_line(view: CasebookView, incident: Incident) -> Text:
    """Return an incident nobody gives a number for, on one line with the first words that tell it."""
    by_id = {str(claim.id): claim for claim in view.claims}
    first = by_id[incident.claims[0]]
    printed = view.report_of(first)
    facts = f"{say_time(incident.time)}, {say_place(incident.place)}" + (", recalled" if incident.background else "")
    quote = f": “{isolate(one_line(first.quote.exact))}” "
    where = isolate(printed.outlet or ", ".join(printed.names))
    return Text.assemble(f"  {say_event(incident.event)}, {facts}{quote}", (f"{where}  {incident.id}", LABEL))


def _in_order(figures: Iterable[Figure]) -> list[Figure]:
    """Put the dead first, and everybody before the groups."""
    return sorted(figures, key=lambda one: (one.outcome != "killed", one.outcome, one.people != ALL, one.people))


def figure_line(figure: Figure) -> Text:
    """Return one figure: outcome, people, low, best, high; a figure that is "at least" bears a plus."""
    people = "" if figure.people == ALL else f", {figure.people}"
    return _row(f"{'  ' if people else ''}{figure.outcome}{people}", say_figure(figure))


def envelope_lines(view: CasebookView, envelope: Envelope) -> Iterator[Text]:
    """Yield one envelope: what is said, what the recorded incidents add up to, and the words."""
    said = say_share(envelope.share) if envelope.share is not None else say_bounds(envelope.low, envelope.high)
    per = f" per {envelope.per}" if envelope.per else ""
    recorded = say_number(envelope.recorded_best)
    if envelope.recorded_best is None:
        recorded = say_bounds(envelope.recorded_low, envelope.recorded_high)
    yield Text.assemble(
        (f"  {envelope.outcome}: {said}{per}", STRONG),
        f" ({envelope.basis}, {envelope.wording}), {say_time(envelope.time)}, {say_place(envelope.place)}",
        (f"  {envelope.id}", LABEL),
    )
    yield from _quote_lines(view, [envelope.claim])
    inside = f"recorded incidents account for {recorded}: " if envelope.incidents else ""
    yield Text(f"      {inside}{envelope.reason}", style=LABEL)


def explanation_lines(explanation: Explanation) -> Iterator[Text]:
    """Yield a figure explained: the figure, the rule's reason, every claim behind it, then those left out."""
    incident, figure = explanation.incident, explanation.figure
    yield Text.assemble((explanation.address, STRONG))
    yield Text(f"  {say_event(incident.event)}, {say_time(incident.time)}, {say_place(incident.place)}")
    yield _row("", ("low", "best", "high"), style=LABEL)
    yield figure_line(figure)
    yield Text.assemble(("  why: ", LABEL), figure.reason, (f" (policy {figure.policy})", LABEL))
    yield Text("")
    yield Text(f"Rests on {say_many(len(explanation.behind), 'claim')}:", style=STRONG)
    for number, ground in enumerate(explanation.behind, start=1):
        yield from ground_lines(ground, number)
    if explanation.beside:
        yield Text(f"Left out, same outcome ({len(explanation.beside)}):", style=STRONG)
    for number, ground in enumerate(explanation.beside, start=len(explanation.behind) + 1):
        yield from ground_lines(ground, number)


def ground_lines(ground: Ground, number: int) -> Iterator[Text]:
    """Yield one claim: its sentence with the quote marked, who says it, who printed it, how surely, its relations."""
    claim, report = ground.claim, ground.report
    yield Text.assemble(f"{number:3}. ", (say_claim(claim), STRONG), (f"  {claim.id}", LABEL))
    words = (one_line(ground.before), (f"[{one_line(claim.quote.exact)}]", QUOTE), one_line(ground.after))
    yield Text.assemble("     ", *words)
    speakers = [isolate(s.text) + (f" (“{isolate(s.cue)}”)" if s.cue else "") for s in claim.said_by]
    yield Text.assemble(("     said by: ", LABEL), " → ".join(speakers) or "the report itself")
    printed = ", ".join(
        fact for fact in (isolate(report.outlet or "outlet unknown"), report.published or "no date") if fact
    )
    yield Text.assemble(("     printed by: ", LABEL), printed, (f" ({', '.join(report.names)})", LABEL))
    yield Text.assemble(("     modality: ", LABEL), claim.modality)
    if claim.flags:
        yield Text.assemble(("     flags: ", LABEL), ", ".join(claim.flags))
    for tie in (tie for tie in ground.ties if tie.kind != NO_NUMBER):
        other = f"“{isolate(one_line(tie.other.quote.exact).strip())}”" if tie.other else "a claim of another casebook"
        yield Text.assemble(("     relation: ", LABEL), f"{tie.said} {other}", f": {tie.reason}" if tie.reason else "")
    yield Text("")


def say_claim(claim: Claim) -> str:
    """Return what a claim claims, in a few words."""
    topic = claim.statement.topic if claim.statement else claim.need.sector if claim.need else None
    about = claim.outcome or topic or claim.event or claim.kind
    parts = [about]
    if claim.count is not None:
        parts.append(f"{say_bounds(claim.count.low, claim.count.high)} ({claim.count.wording})")
    if claim.share is not None:
        parts.append(say_share(claim.share))
    if claim.people != ("unknown",):
        parts.append(", ".join(claim.people))
    if claim.basis != "total":
        parts.append(f"{claim.basis} per {claim.per}" if claim.per else claim.basis)
    return " · ".join(parts)


def say_event(event: str) -> str:
    """Return an event type's name in words; a type that only a user's own folder knows keeps its id."""
    kind = load_events().get(event)
    return kind.label.get("en", event) if kind is not None else event


def _quote_lines(view: CasebookView, ids: Iterable[str]) -> Iterator[Text]:
    by_id = {str(claim.id): claim for claim in view.claims}
    claims = [by_id[claim] for claim in ids]
    for claim in claims[:SHOWN_QUOTES]:
        report = view.report_of(claim)
        who = [isolate(report.outlet or ", ".join(report.names)), *(isolate(speaker.text) for speaker in claim.said_by)]
        sure = "" if claim.modality == "asserted" else f", {claim.modality}"
        yield Text.assemble("      “", isolate(one_line(claim.quote.exact)), "” ", (" ← ".join(who) + sure, LABEL))
    if len(claims) > SHOWN_QUOTES:
        yield Text(f"      and {len(claims) - SHOWN_QUOTES} more (`bilan why` shows all)", style=LABEL)


def _row(name: str, numbers: tuple[str, str, str], style: str = "") -> Text:
    return Text(f"  {name:<{NAME_WIDTH}}" + "".join(number.rjust(NUMBER_WIDTH) for number in numbers), style=style)

"""Incidents, figures and claims as lines to read, for the commands on a casebook."""

from collections.abc import Iterable, Iterator

from rich.text import Text

from bilan.model.claim import Claim
from bilan.model.incident import Envelope, Figure, Incident
from bilan.model.place import Place
from bilan.model.time import TimeSpan
from bilan.model.view import CasebookView
from bilan.review.explain import ALL, Explanation, Ground

LABEL, STRONG, QUOTE = "dim", "bold", "bold underline"
UNKNOWN = "?"
NAME_WIDTH, NUMBER_WIDTH = 28, 9
SHOWN_QUOTES = 4  # beneath one figure of a list; `bilan why` shows all


def incident_lines(view: CasebookView, incident: Incident) -> Iterator[Text]:
    """Yield an incident: a heading, then each figure with the quotes it rests on."""
    facts = [say_time(incident.time), say_place(incident.place)]
    yield Text.assemble((incident.event, STRONG), ", ", ", ".join(facts), ("  " + incident.id, LABEL))
    reports = f"{say_many(len(incident.reports), 'report')}, {incident.independent_sources} independent"
    remarks = [reports, *(["only recalled, not reported anew"] if incident.background else []), *incident.tags]
    yield Text("  " + " · ".join(remarks), style=LABEL)
    if incident.actors:
        yield Text("  " + " · ".join(f"{actor.role}: {actor.text}" for actor in incident.actors))
    if incident.figures:
        yield _row("", "low", "best", "high", style=LABEL)
    for figure in incident.figures:
        yield figure_line(figure)
        yield from _quotes(view, figure)
    if not incident.figures:
        yield Text("  no figure: no claim gives a number for this incident alone", style=LABEL)
        yield from _quote_lines(view, incident.claims)
    yield Text("")


def figure_line(figure: Figure) -> Text:
    """Return one figure: outcome, people, low, best, high; a figure that is "at least" bears a plus."""
    people = "" if figure.people == ALL else f", {figure.people}"
    more = "+" if figure.open else ""
    return _row(
        f"{figure.outcome}{people}", say_number(figure.low), say_number(figure.best) + more, say_number(figure.high)
    )


def envelope_line(envelope: Envelope) -> Text:
    """Return one envelope: what is said, and what the recorded incidents add up to."""
    said = say_share(envelope.share) if envelope.share is not None else say_bounds(envelope.low, envelope.high)
    per = f" per {envelope.per}" if envelope.per else ""
    recorded = say_number(envelope.recorded_best)
    if envelope.recorded_best is None:
        recorded = say_bounds(envelope.recorded_low, envelope.recorded_high)
    return Text.assemble(
        (f"{envelope.outcome}: {said}{per}", STRONG),
        f" ({envelope.basis}, {envelope.wording}), {say_time(envelope.time)}, {say_place(envelope.place)}; ",
        f"recorded: {recorded} in {say_many(len(envelope.incidents), 'incident')}",
        (f"  {envelope.id}", LABEL),
    )


def explanation_lines(explanation: Explanation) -> Iterator[Text]:
    """Yield a figure explained: the figure, the rule's reason, every claim behind it, then those left out."""
    incident, figure = explanation.incident, explanation.figure
    yield Text.assemble((explanation.address, STRONG))
    yield Text(f"  {incident.event}, {say_time(incident.time)}, {say_place(incident.place)}")
    yield _row("", "low", "best", "high", style=LABEL)
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
    words = (_one_line(ground.before), (f"[{_one_line(claim.quote.exact)}]", QUOTE), _one_line(ground.after))
    yield Text.assemble("     ", *words)
    speakers = " → ".join(f"{s.text} (“{s.cue}”)" if s.cue else s.text for s in claim.said_by) or "the report itself"
    yield Text.assemble(("     said by: ", LABEL), speakers)
    printed = ", ".join(fact for fact in (report.outlet or "outlet unknown", report.published or "no date") if fact)
    yield Text.assemble(("     printed by: ", LABEL), printed, (f" ({', '.join(report.names)})", LABEL))
    yield Text.assemble(("     modality: ", LABEL), claim.modality)
    if claim.flags:
        yield Text.assemble(("     flags: ", LABEL), ", ".join(claim.flags))
    for tie in ground.ties:
        other = f"“{_one_line(tie.other.quote.exact).strip()}”" if tie.other else "a claim of another casebook"
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


def say_many(number: int, noun: str) -> str:
    """Return a count of things."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def say_number(number: int | None) -> str:
    """Return a number, "?" for one that is not known: unknown is not zero."""
    return UNKNOWN if number is None else str(number)


def say_bounds(low: int | None, high: int | None) -> str:
    """Return an interval of whole numbers."""
    if low is not None and high is None:
        return f"{low} or more"
    return say_number(low) if low == high else f"{say_number(low)} to {say_number(high)}"


def say_share(share: float) -> str:
    """Return a share in per cent."""
    return f"{100 * share:g} %"


def say_place(place: Place | None) -> str:
    """Return a place as the gazetteer names it, else its words."""
    if place is None:
        return "place unknown"
    return f"{place.name or place.text}, {place.country}" if place.country else (place.name or place.text)


def say_time(time: TimeSpan | None) -> str:
    """Return a time span's days, else what is known of it."""
    if time is None:
        return "time unknown"
    if time.earliest is None and time.latest is None:
        return f"{time.anchor} {time.offset}" if time.anchor and time.offset else f"“{_one_line(time.text)}”"
    return str(time.earliest) if time.earliest == time.latest else f"{time.earliest} to {time.latest}"


def _quotes(view: CasebookView, figure: Figure) -> Iterator[Text]:
    yield from _quote_lines(view, figure.claims)


def _quote_lines(view: CasebookView, ids: Iterable[str]) -> Iterator[Text]:
    by_id = {str(claim.id): claim for claim in view.claims}
    claims = [by_id[claim] for claim in ids]
    for claim in claims[:SHOWN_QUOTES]:
        report = view.report_of(claim)
        who = [report.outlet or ", ".join(report.names), *(speaker.text for speaker in claim.said_by)]
        sure = "" if claim.modality == "asserted" else f", {claim.modality}"
        yield Text.assemble("    “", _one_line(claim.quote.exact), "” ", (" ← ".join(who) + sure, LABEL))
    if len(claims) > SHOWN_QUOTES:
        yield Text(f"    and {len(claims) - SHOWN_QUOTES} more (`bilan why` shows all)", style=LABEL)


def _row(name: str, low: str, best: str, high: str, style: str = "") -> Text:
    numbers = "".join(number.rjust(NUMBER_WIDTH) for number in (low, best, high))
    return Text(f"  {name:<{NAME_WIDTH}}{numbers}", style=style)


def _one_line(text: str) -> str:
    """Turn line breaks into spaces, one for one, so that words keep their distance."""
    return text.translate({10: " ", 13: " ", 9: " "})

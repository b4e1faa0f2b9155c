"""Score the whole path on claim corpora: a report's text in, its incidents with their figures out.

Every report is read and reconciled by itself, and held against the incidents a person found in it. A gold incident's
answer is the incident of ours that holds most of its claims, read off the quotes; no two have the same answer. Reports
in languages without a pack are left out. What linking and figures get right by themselves: `evaluate/incidents.py`.

What happened and who did it are asked of gold incidents without a toll too. Such a one is answered by an incident of
ours, not yet an answer, that has its very place and no other day. An event type is right only if it is the gold's own.
A perpetrator is found if one of ours that acts (`perpetrators.ACTING`) shares a word with the gold's, or stands for the
same actor; a gold incident without an answer has none.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from bilan.evaluate.ahead import parse_ahead
from bilan.evaluate.incidents import OUTCOMES, Row, Tallied, covers, read_rows, span_of
from bilan.evaluate.inputs import make_report
from bilan.evaluate.perpetrators import acting, names_of, overlaps
from bilan.incidents.heads import days_of
from bilan.incidents.profile import fold
from bilan.model.actor import Registry
from bilan.model.decision import LinkDecisions
from bilan.model.extraction import Source
from bilan.pipeline import Tools, assemble, extract

if TYPE_CHECKING:
    from bilan.model.claim import Claim
    from bilan.model.incident import Figure, Incident

MEASURES = (
    *(f"{outcome}_{what}" for outcome in OUTCOMES for what in ("best", "best_precision", "range")),
    "found",
    "found_precision",
    "background",
    "event",
    "event_told",
    "perpetrator",
    "perpetrator_told",
    "perpetrator_precision",
)
"""`OUTCOME_best`: gold bests that the answer has too; `_best_precision`: bests of our told incidents that gold has;
`_range`: gold ranges that lie in ours. `found`: told gold incidents with an answer; `found_precision`: told incidents
of ours with a best that answer one; `background`: answers that are rightly told or recalled. `event`: answers of the
right type; `event_told`: the same of all told gold incidents, answered or not. `perpetrator`: gold incidents with a
perpetrator whose answer names him; `perpetrator_told`: the same of told ones only; `perpetrator_precision`: acting
actors of answers to these, that are him."""


class Found:
    """What came out so far: right answers by measure, mistakes one line each."""

    def __init__(self) -> None:
        self.tallies: dict[str, Tallied] = dict.fromkeys(MEASURES, Tallied())
        self.mistakes: list[str] = []

    def count(self, measure: str, *, right: bool, mistake: str) -> None:
        """Count one answer; a wrong one is named."""
        self.tallies[measure] = self.tallies[measure].add(right, 1)
        if not right:
            self.mistakes.append(f"{measure}: {mistake}")


def score_reports(path: Path, tools: Tools) -> dict[str, Found]:
    """Read, reconcile and score all reports of a corpus in a language that has a pack.

    Args:
        path: a `claims-*.jsonl` file, plain or gzip.
        tools: the pipeline's tools.

    Returns:
        What was found, by language.

    Raises:
        OSError: the corpus is not there.
    """
    rows = [row for row in read_rows(path) if row["lang"] in tools.packs]
    reports = [make_report(row["id"], row["text"], row["lang"], row["published"], row["title"]) for row in rows]
    known = parse_ahead(reports, tools)
    found: dict[str, Found] = {}
    for row, report in zip(rows, reports, strict=True):
        claims = extract(report, known).claims
        source = Source(
            report.digest, (report.id,), None, report.published, report.language, report.title, report.digest
        )
        incidents = assemble(claims, [source], LinkDecisions(), {}).incidents
        one = found.setdefault(row["lang"], Found())
        score_report(one, row, claims, incidents)
        score_happenings(one, row, claims, incidents, registry=tools.registry)
    return found


def score_report(found: Found, row: Row, claims: Sequence["Claim"], incidents: Sequence["Incident"]) -> None:
    """Hold the incidents of one report against the gold."""
    answers = _answers(row, claims, incidents)
    for index, gold in enumerate(row["incidents"]):
        name, answer = f"{row['id']}#{index}", answers.get(index)
        if not gold["mentions_only"]:
            found.count("found", right=answer is not None, mistake=name)
        if answer is not None:
            right = answer.background == gold["mentions_only"]
            mistake = f"{name} {'recalled' if gold['mentions_only'] else 'told'} by gold only"
            found.count("background", right=right, mistake=mistake)
        for outcome in OUTCOMES:
            _score_figure(found, outcome, gold[outcome], (name, _figure(answer, outcome)))
    own = {id(incident): row["incidents"][index] for index, incident in answers.items()}
    for incident in incidents:
        bests = {outcome: figure.best for outcome in OUTCOMES if (figure := _figure(incident, outcome)) is not None}
        known = {outcome: best for outcome, best in bests.items() if best is not None}
        if incident.background or not known:
            continue
        answered, name = own.get(id(incident)), f"{row['id']} {incident.event} {known}"
        found.count("found_precision", right=answered is not None and not answered["mentions_only"], mistake=name)
        for outcome, best in known.items():
            right = answered is not None and answered[outcome]["best"] == best
            found.count(f"{outcome}_best_precision", right=right, mistake=name)


def score_happenings(
    found: Found, row: Row, claims: Sequence["Claim"], incidents: Sequence["Incident"], *, registry: Registry
) -> None:
    """Hold what happened and who did it against the gold; see the top of this module."""
    answers = _answers_by_place(row, incidents, _answers(row, claims, incidents))
    for index, gold in enumerate(row["incidents"]):
        name, answer = f"{row['id']}#{index}", answers.get(index)
        event = answer.event if answer else None
        mistake = f"{name} {event}, gold {gold['event']}"
        if answer is not None:
            found.count("event", right=event == gold["event"], mistake=mistake)
        if not gold["mentions_only"]:
            found.count("event_told", right=event == gold["event"], mistake=mistake)
        if gold["perpetrator"] is None:
            continue
        wanted = names_of(gold["perpetrator"], registry, row["lang"])
        ours = acting(answer.actors) if answer else ()
        right = [actor for actor in ours if overlaps(actor, wanted)]
        mistake = f"{name} {'; '.join(actor.text for actor in ours) or 'nobody'}, gold {gold['perpetrator']}"
        found.count("perpetrator", right=bool(right), mistake=mistake)
        if not gold["mentions_only"]:
            found.count("perpetrator_told", right=bool(right), mistake=mistake)
        for actor in ours:
            found.count("perpetrator_precision", right=actor in right, mistake=f"{name} {actor.text}")


def measures(found: Mapping[str, Found]) -> Iterator[tuple[str, Tallied]]:
    """Name every number after its language, `fr_killed_best`."""
    for language, one in sorted(found.items()):
        yield from ((f"{language}_{measure}", tallied) for measure, tallied in one.tallies.items())


def _score_figure(found: Found, outcome: str, wanted: Row, answer: tuple[str, "Figure | None"]) -> None:
    name, figure = answer
    ours = f"{figure.low}/{figure.best}/{figure.high}" if figure else "none"
    mistake = f"{name} {ours}, gold {wanted['low']}/{wanted['best']}/{wanted['high']}"
    if wanted["best"] is not None:
        right = figure is not None and figure.best == wanted["best"]
        found.count(f"{outcome}_best", right=right, mistake=mistake)
    if any(wanted[end] is not None for end in ("low", "best", "high")):
        right = figure is not None and covers(figure, wanted)
        found.count(f"{outcome}_range", right=right, mistake=mistake)


def _figure(incident: "Incident | None", outcome: str) -> "Figure | None":
    figures = incident.figures if incident is not None else ()
    return next((one for one in figures if (one.outcome, one.people) == (outcome, "all")), None)


def _answers(row: Row, claims: Iterable["Claim"], incidents: Sequence["Incident"]) -> dict[int, "Incident"]:
    """Pair gold incidents with ours, those with most claims in common first; equal ones in the order of the text."""
    known = {str(claim.id): claim for claim in claims}
    shared = []
    for index in range(len(row["incidents"])):
        golds = [claim for claim in row["claims"] if claim["incident"] == index]
        for rank, incident in enumerate(incidents):
            own = [known[claim] for claim in incident.claims if claim in known]
            common = sum(any(_same(gold, claim) for claim in own) for gold in golds)
            if common:
                shared.append((-common, index, rank))
    answers: dict[int, Incident] = {}
    taken: set[int] = set()
    for _, index, rank in sorted(shared):
        if index not in answers and rank not in taken:
            answers[index] = incidents[rank]
            taken.add(rank)
    return answers


def _answers_by_place(
    row: Row, incidents: Sequence["Incident"], answers: Mapping[int, "Incident"]
) -> dict[int, "Incident"]:
    """Add answers to gold incidents that have no toll: those of the same place and day that answer nothing else."""
    found = dict(answers)
    tolls = {claim["incident"] for claim in row["claims"]}
    for index, gold in enumerate(row["incidents"]):
        if index in tolls:
            continue
        taken = {id(incident) for incident in found.values()}
        free = [one for one in incidents if id(one) not in taken and _same_place(gold, one) and _same_day(gold, one)]
        if free:
            found[index] = free[0]
    return found


def _same_place(gold: Row, incident: "Incident") -> bool:
    named = {fold(gold[key]) for key in ("place", "place_en") if gold[key]}
    place = incident.place
    return place is not None and not named.isdisjoint({fold(place.text), fold(place.name or "")})


def _same_day(gold: Row, incident: "Incident") -> bool:
    """Tell whether the days of both may be one; what is not known contradicts nothing."""
    days, date = days_of(incident.time), gold["date"]
    if days is None or not date:
        return True
    first, last = span_of(date)
    return days.first <= last and first <= days.last


def _same(gold: Row, claim: "Claim") -> bool:
    """Tell whether a claim of ours stands where a gold one does and tells of the same outcome."""
    quote = claim.quote
    return bool(claim.outcome == gold["outcome"] and quote.start < gold["end"] and gold["start"] < quote.end)

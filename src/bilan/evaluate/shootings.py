"""Score figures on mass-shootings-en: a paragraph in, the number of killed and injured of its incident out.

Each description is read and reconciled like a report of its own, and answered only where Bilan is sure: one incident
has a figure of the outcome, its low is its best, and every toll behind it is in that number: added to it, told again,
or marked as a part of it or as replaced. Where tolls of one report differ and nothing says how they belong together,
the figure is a guess, and a blank is better.

The table leaves the shooter out and often counts otherwise than the description: it holds the killed number in little
more than half of the rows. So only rows with a number above zero are asked, silence is told apart from a wrong number,
and a number that counts the dead shooter is counted apart too.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from bilan.evaluate.ahead import parse_ahead
from bilan.evaluate.inputs import make_report
from bilan.evaluate.muc import read_records
from bilan.evaluate.scores import Accuracy
from bilan.incidents.eligible import SURE
from bilan.incidents.people import ATTACKER
from bilan.model.claim import Claim
from bilan.model.decision import LinkDecisions
from bilan.model.extraction import Extraction, Source
from bilan.model.incident import Incident
from bilan.pipeline import Tools, assemble, extract

CORPUS = "mass-shootings-en"
OUTCOMES = ("killed", "injured")
ALL = "all"
ALIKE = 2  # so small numbers are often those of other victims when told twice

Answers = Mapping[str, int | None]  # outcome → best number, None where there is none


def score_shootings(gold: Path, tools: Tools) -> dict[str, Accuracy]:
    """Read and reconcile all descriptions.

    Args:
        gold: folder of the gold corpora.
        tools: the pipeline's tools.

    Returns:
        For each outcome the share answered, the share exact of the answered, and of killed the share exact where the
        shooter may count.

    Raises:
        OSError: the corpus is not there.
    """
    records = list(read_records(gold / f"{CORPUS}.jsonl.gz"))
    reports = [make_report(record["id"], record["text"], "en", record["published"]) for record in records]
    known = parse_ahead(reports, tools)
    read = [extract(report, known) for report in reports]
    return tally(
        [(record, answers(found.claims, _incidents(found))) for record, found in zip(records, read, strict=True)]
    )


def answers(claims: Sequence[Claim], incidents: Sequence[Incident]) -> Answers:
    """Return the number of each outcome that one incident has for sure."""
    return {outcome: _sure(claims, incidents, outcome) for outcome in OUTCOMES}


def tally(answered: Sequence[tuple[Mapping[str, Any], Answers]]) -> dict[str, Accuracy]:
    """Hold answers against the table's rows."""
    found: dict[str, Accuracy] = {}
    for outcome in OUTCOMES:
        asked = [(row, given[outcome]) for row, given in answered if row[outcome]]
        given = [(row, number) for row, number in asked if number is not None]
        exact = sum(row[outcome] == number for row, number in given)
        found[f"{outcome}_answered"] = Accuracy(len(given), len(asked))
        found[f"{outcome}_exact"] = Accuracy(exact, len(given))
        if outcome == "killed":
            either = sum(number in {row["killed"], row["killed_incl_shooter"]} for row, number in given)
            found["killed_exact_or_with_shooter"] = Accuracy(either, len(given))
    return found


def _incidents(extraction: Extraction) -> tuple[Incident, ...]:
    report = extraction.report
    source = Source(report.digest, (report.id,), None, report.published, report.language, report.title, report.digest)
    return assemble(extraction.claims, [source], LinkDecisions(), {}).incidents


def _sure(claims: Sequence[Claim], incidents: Sequence[Incident], outcome: str) -> int | None:
    """Return the best number of the one incident that has a figure of the outcome; None where it is a guess."""
    figures = [
        figure
        for incident in incidents
        for figure in incident.figures
        if (figure.outcome, figure.people) == (outcome, ALL)
    ]
    if len(figures) != 1 or figures[0].best is None or figures[0].low != figures[0].best:
        return None
    lows = [claim.count.low for claim in claims if _is_whole(claim, claims, outcome) and claim.count]
    summed, again = sum(low or 0 for low in lows), len(set(lows)) == 1 and (lows[0] or 0) > ALIKE
    return figures[0].best if again or summed == figures[0].best else None


def _is_whole(claim: Claim, claims: Sequence[Claim], outcome: str) -> bool:
    """Tell a toll of victims that is said to have happened, and neither a part nor replaced by a later one."""
    replaced = any(claim.id in other.links.supersedes for other in claims)
    told = claim.kind == "toll" and claim.outcome == outcome and claim.modality in SURE and not replaced
    return told and claim.basis == "total" and claim.people != (ATTACKER,)

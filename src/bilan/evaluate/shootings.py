"""Score figures on mass-shootings-en: a paragraph in, the number of killed and injured of its incident out.

Each description is read and reconciled like a report of its own. The incident whose figure is highest is held against
the table, which leaves the shooter out and often counts otherwise than the description: it holds the killed number in
little more than half of the rows. So only rows with a number above zero are asked, silence is told apart from a wrong
number, and a number that counts the dead shooter is counted apart too.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from bilan.evaluate.ahead import parse_ahead
from bilan.evaluate.inputs import make_report
from bilan.evaluate.muc import read_records
from bilan.evaluate.scores import Accuracy
from bilan.model.decision import LinkDecisions
from bilan.model.extraction import Extraction, Source
from bilan.model.incident import Incident
from bilan.pipeline import Tools, assemble, extract

CORPUS = "mass-shootings-en"
OUTCOMES = ("killed", "injured")

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
    return tally(
        [(record, answers(_incidents(extract(report, known)))) for record, report in zip(records, reports, strict=True)]
    )


def answers(incidents: Sequence[Incident]) -> Answers:
    """Return the best number of each outcome, of the incident that has the highest one."""
    return {outcome: max(_best(incidents, outcome), default=None) for outcome in OUTCOMES}


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


def _best(incidents: Sequence[Incident], outcome: str) -> Iterator[int]:
    for incident in incidents:
        for figure in incident.figures:
            if (figure.outcome, figure.people) == (outcome, "all") and figure.best is not None:
                yield figure.best

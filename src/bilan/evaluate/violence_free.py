"""Violent events read in reports that tell of no violence: `violence_free.txt` names 200 reports of ner-fr.

The reports were picked by a rule, which the head of the list gives, and read; sport, politics and court reports full of
the words of war come first. A report counts once, whatever is read in it; only events of violence count.
"""

import gzip
import json
from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

from bilan.errors import InputError
from bilan.evaluate.ahead import parse_ahead
from bilan.evaluate.inputs import make_report
from bilan.evaluate.negatives import VIOLENCE_FREE, FalseClaim, NegativeScores, violent_events
from bilan.model.wire import claim_row
from bilan.pipeline import Tools, extract

GOLD = "ner-fr"  # the corpus the reports are taken from
LIST = "violence_free.txt"
LANGUAGE = "fr"
TELLING = frozenset({"event", "toll"})


def list_violence_free() -> tuple[str, ...]:
    """Return the ids of the reports, in the order of the list."""
    lines = files(__package__).joinpath(LIST).read_text(encoding="utf-8").splitlines()
    return tuple(line.strip() for line in lines if line.strip() and not line.startswith("#"))


def read_violence_free(gold: Path) -> tuple[Mapping[str, Any], ...]:
    """Read the reports of the list.

    Args:
        gold: folder of the gold corpora.

    Raises:
        OSError: the corpus is not there.
        InputError: the corpus lacks a report of the list.
    """
    with gzip.open(gold / f"{GOLD}.jsonl.gz", "rt", encoding="utf-8") as lines:
        records = {record["id"]: record for record in map(json.loads, lines)}
    if missing := [name for name in list_violence_free() if name not in records]:
        raise InputError(f"{GOLD} has no report {missing[0]}", "take the corpus the list was made from")
    return tuple(records[name] for name in list_violence_free())


def score_violence_free(records: Sequence[Mapping[str, Any]], tools: Tools) -> NegativeScores:
    """Count the reports in which a violent event is read.

    Args:
        records: the reports: `id`, `text`, `published`, `title`.
        tools: the pipeline's tools.

    Returns:
        Scores whose unit is the report: one false claim at most of each.
    """
    reports = [make_report(one["id"], one["text"], LANGUAGE, one["published"], one["title"]) for one in records]
    known = parse_ahead(reports, tools)
    false: list[FalseClaim] = []
    for report in reports:
        rows = (claim_row(claim) for claim in extract(report, known).claims)
        false += [FalseClaim(report.id, "report", report.text, row) for row in _violent(rows)][:1]
    return NegativeScores(VIOLENCE_FREE, LANGUAGE, {"report": len(reports)}, tuple(false), "reports")


def _violent(rows: Iterator[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    violent = violent_events()
    return (row for row in rows if row["kind"] in TELLING and row["event"] in violent)

"""Read predictions that `bilan extract --json` printed, and tell which reports can be predicted at all."""

import json
from collections.abc import Sequence
from pathlib import Path

from bilan.errors import InputError
from bilan.evaluate.gold import GoldReport
from bilan.evaluate.matching import Row
from bilan.languages.load import list_languages


def read_predictions(path: Path) -> tuple[Row, ...]:
    """Read claims printed by `bilan extract --json`; lines of other schemas are no predictions.

    Raises:
        InputError: a line is no JSON object, or the file cannot be read.
    """
    rows = []
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except OSError as error:
        raise InputError(f"{path}: {error.strerror}", "give a file of bilan.claim/1 lines") from error
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            if row["schema"] == "bilan.claim/1":
                rows.append(row)
        except (ValueError, KeyError, TypeError) as error:
            raise InputError(f"{path} line {number}: no bilan.claim/1 record", "see bilan extract --json") from error
    return tuple(rows)


def with_pack(reports: Sequence[GoldReport]) -> tuple[tuple[GoldReport, ...], tuple[GoldReport, ...]]:
    """Part the reports into those whose language has a pack and those set aside because it has none."""
    known = set(list_languages())
    return (
        tuple(report for report in reports if report.language in known),
        tuple(report for report in reports if report.language not in known),
    )

"""Known failures: what our own sentences and row tables ask for and the rules do not do yet, each with a reason.

A known failure is no excuse for another: a case that is not listed must hold, and one that is listed must fail. So the
lists only shrink by mending rules, and shrinking them is not forgotten.

* Marked sentences and sentence pairs are listed in a file of three columns, parted by tabs: the list's name (a
  language, or what of a pair), the sentence, the reason.
* Rows of report tables carry `known = "reason"` themselves, or `known = { "2016-09-30" = "reason" }` where only some
  readings fail; `known_tolls` at the table's head stands for tolls that no row expects. `bilan.evaluate.rows` reads it.

`tools/known.py` writes both from what fails now.
"""

import json
import re
from collections.abc import Mapping
from pathlib import Path

from bilan.errors import InputError

Known = Mapping[str, Mapping[str, str]]  # list → sentence → reason

HEADER = "# What fails and why: list, sentence, reason. Written by tools/known.py, which keeps the reasons it finds.\n"
TO_BE_MENDED = "to be mended: "  # how the reason of a failure nobody has looked at begins
REASON_LENGTH = 140  # code points of a fault that stand for a reason
COLUMNS = 3
TOLLS = "tolls"  # the name of a table's result for tolls that no row expects

_ROW = "[[row]]"
_KNOWN_ROW, _KNOWN_TOLLS = re.compile(r"known\s*="), re.compile(r"known_tolls\s*=")


def read_known(path: Path) -> Known:
    """Read a list of known failures; a file that is not there lists none.

    Raises:
        InputError: a line has not three columns, gives no reason, or lists a sentence twice.
    """
    if not path.is_file():
        return {}
    known: dict[str, dict[str, str]] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line or line.startswith("#"):
            continue
        fields = line.split("\t")
        if len(fields) != COLUMNS or not all(fields) or fields[1] in known.get(fields[0], {}):
            raise InputError(f"{path} line {number}: not list, new sentence, reason", "run tools/known.py")
        known.setdefault(fields[0], {})[fields[1]] = fields[2]
    return known


def known_text(known: Known) -> str:
    """Write a list of known failures: lists sorted by name, sentences in the order given."""
    lines = (f"{name}\t{text}\t{reason}\n" for name in sorted(known) for text, reason in known[name].items())
    return HEADER + "".join(lines)


def renew(known: Mapping[str, str], failing: Mapping[str, str]) -> dict[str, str]:
    """Return the reasons of what fails now.

    Args:
        known: case → reason, as it was.
        failing: case → fault, in the order to be kept.

    Returns:
        Case → reason: the known one, else that it is to be mended.
    """
    return {case: known.get(case) or reason_of(fault) for case, fault in failing.items()}


def reason_of(fault: str) -> str:
    """Make a fault a reason for the time being: one short line."""
    line = TO_BE_MENDED + " ".join(fault.split())
    return line if len(line) <= REASON_LENGTH else line[: REASON_LENGTH - 1] + "…"


def mark_rows(table: str, reasons: Mapping[str, str | Mapping[str, str]]) -> str:
    """Write into the text of a row table which rows are known to fail.

    Args:
        table: the TOML text; its other lines stay as they are.
        reasons: row name (`TOLLS` for tolls that no row expects) → reason, or reading → reason. Marks of rows that are
            not named are taken out.

    Raises:
        ValueError: there is no row of such a name.
    """
    head, *rows = re.split(rf"(?m)^(?={re.escape(_ROW)})", table)
    left = dict(reasons)
    parts = [_marked(head, _KNOWN_TOLLS, "known_tolls", left.pop(TOLLS, None), after="only_tolls")]
    for number, row in enumerate(rows, start=1):
        named = re.search(r'(?m)^name\s*=\s*"([^"]*)"', row)
        reason = left.pop(named[1] if named else str(number), None)
        parts.append(_marked(row, _KNOWN_ROW, "known", reason, after="words"))
    if left:
        raise ValueError(f"no row {', '.join(sorted(left))}")
    return "".join(parts)


def _marked(block: str, old: re.Pattern[str], key: str, reason: str | Mapping[str, str] | None, *, after: str) -> str:
    lines = [line for line in block.splitlines(keepends=True) if not old.match(line)]
    if reason:
        place = next(n for n, line in enumerate(lines, start=1) if re.match(rf"{after}\s*=", line))
        lines.insert(place, f"{key} = {_toml(reason)}\n")
    return "".join(lines)


def _toml(reason: str | Mapping[str, str]) -> str:
    if isinstance(reason, str):
        return json.dumps(reason, ensure_ascii=False)
    pairs = (f"{json.dumps(reading)} = {json.dumps(why, ensure_ascii=False)}" for reading, why in reason.items())
    return "{ " + ", ".join(pairs) + " }"

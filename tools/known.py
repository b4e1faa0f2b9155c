"""Write the lists of known failures from what fails now: `tools/known.py [--marked] [--pairs] [--rows]`, else all.

Reasons that are there are kept, new failures get "to be mended: <fault>", what holds is taken off the lists. Look at
`git diff` afterwards: a line that is new is a case that held before, unless its sentence is new.
"""

import argparse
import os
import sys
from collections import defaultdict
from pathlib import Path

from bilan.evaluate.known import Known, known_text, mark_rows, read_known, renew
from bilan.evaluate.marked import check_marked, read_pack
from bilan.evaluate.pairs import check_pairs, read_pairs
from bilan.evaluate.rows import ENDING, find_tables, read_rows, table_text
from bilan.evaluate.run import run_marked, run_tables
from bilan.languages.load import list_languages, load_language
from bilan.pipeline import Tools, load_tools

ROOT = Path(__file__).parent.parent
KNOWN = ROOT / "tests" / "language" / "known.tsv"
PAIRS = ROOT / "tests" / "language" / "pairs.tsv"
TABLES = ROOT / "tests" / "golden" / "reports"
EXAMPLES = Path(os.environ.get("BILAN_EXAMPLES") or ROOT.parent / "shared" / "examples")
EACH = "marked", "pairs", "rows"


def main(arguments: list[str] | None = None) -> int:
    """Write the lists asked for; return the exit code."""
    parser = argparse.ArgumentParser(description="Write the lists of known failures from what fails now.")
    for name in EACH:
        parser.add_argument(f"--{name}", action="store_true", help=f"only the {name} (may be combined)")
    given = vars(parser.parse_args(arguments))
    chosen = [name for name in EACH if given[name]] or EACH
    tools = load_tools()
    if "marked" in chosen:
        write_known(fail_marked(tools))
    if "pairs" in chosen:
        write_known(fail_pairs(tools))
    if "rows" in chosen:
        write_tables(tools)
    return 0


def fail_marked(tools: Tools) -> Known:
    """Return which marked sentences fail: language → sentence → fault."""
    failing = {}
    for code in list_languages():
        read = run_marked(read_pack(load_language(code)), tools)
        failing[code] = {one.key: faults[0] for one, rows in read if (faults := check_marked(one, rows))}
    return failing


def fail_pairs(tools: Tools) -> Known:
    """Return which pairs fail: "pair-tolls" and "pair-clauses" → French sentence → fault."""
    failing: dict[str, dict[str, str]] = {"pair-tolls": {}, "pair-clauses": {}}
    for result in check_pairs(read_pairs(PAIRS), tools):
        if result.fault:
            failing[f"pair-{result.aspect}"][result.pair.text] = result.fault
    return failing


def write_known(failing: Known) -> None:
    """Write the lists of `failing` anew, other lists of the file as they are."""
    known = read_known(KNOWN)
    lists = {name: renew(known.get(name, {}), faults) for name, faults in failing.items()}
    KNOWN.write_text(known_text({**known, **lists}), encoding="utf-8")
    for name, reasons in lists.items():
        print(f"{name}: {len(known.get(name, {}))} known failures before, {len(reasons)} now")


def write_tables(tools: Tools) -> None:
    """Mark the rows that fail now in their tables."""
    if missing := [path.name for path in find_tables(TABLES) if not table_text(path, EXAMPLES).is_file()]:
        sys.exit(f"no text for {', '.join(missing)}: set BILAN_EXAMPLES to the folder of the example reports")
    faults: defaultdict[str, defaultdict[str, dict[str, str]]] = defaultdict(lambda: defaultdict(dict))
    for result in run_tables(TABLES, EXAMPLES, tools):
        if not result.result.holds:
            faults[result.table][result.result.name][result.published] = result.result.faults[0]
    for path in find_tables(TABLES):
        _write_table(path, faults[path.name.removesuffix(ENDING)])


def _write_table(path: Path, failing: defaultdict[str, dict[str, str]]) -> None:
    table = read_rows(path)
    before = {published: table.known_in(published) for published in table.readings}
    only = {row.name: {row.published} for row in table.rows if row.published is not None}
    reasons: dict[str, str | dict[str, str]] = {}
    for name, faults in failing.items():
        known = {reading: why for reading, whys in before.items() if (why := whys.get(name))}
        new = renew(known or dict.fromkeys(faults, ""), dict.fromkeys(faults, next(iter(faults.values()))))
        whole = set(faults) == only.get(name, set(table.readings)) and len(set(new.values())) == 1
        reasons[name] = next(iter(new.values())) if whole else new
    text = path.read_text(encoding="utf-8")
    path.write_text(mark_rows(text, reasons), encoding="utf-8")
    results = sum(len(faults) for faults in failing.values())
    print(f"{path.name}: {sum(map(len, before.values()))} known failures before, {results} now")


if __name__ == "__main__":
    raise SystemExit(main())

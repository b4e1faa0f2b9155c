"""Read the numbers set aside in a corpus, by reason: no gold is needed, a person reads them in context.

Every number beside a casualty word that became no claim is listed (`bilan.claims.strays`); those of reason `unlinked`
are where rules miss tolls. Any corpus of JSON lines with `id`, `lang` and `text` serves.
"""

import gzip
import json
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from bilan.claims.strays import REASONS
from bilan.errors import InputError
from bilan.evaluate.ahead import parse_ahead
from bilan.evaluate.inputs import make_report
from bilan.languages.load import list_languages
from bilan.model.report import Report
from bilan.model.text import SetAside
from bilan.pipeline import Tools, extract

CORPUS = "ner-fr"  # read when no corpus is named
CONTEXT = 90  # code points shown on either side of a number
BATCH = 50  # reports parsed at a time


@dataclass(frozen=True, slots=True)
class StrayNumber:
    """One number set aside, with the text it stands in."""

    report: Report
    aside: SetAside

    @property
    def context(self) -> str:
        """The number in brackets, in its sentence, cut to one line."""
        text, span = self.report.text, self.aside.span
        whole = self.aside.sentence or span
        before = text[max(whole.start, span.start - CONTEXT) : span.start]
        after = text[span.end : min(whole.end, span.end + CONTEXT)]
        return f"{before}[{self.aside.text}]{after}".replace("\n", "⏎")


def read_reports(
    gold: Path,
    corpora: Sequence[str] = (),
    *,
    languages: Collection[str] = (),
    ids: Collection[str] = (),
    limit: int | None = None,
) -> list[Report]:
    """Read reports of corpora.

    Args:
        gold: Folder of the corpora.
        corpora: Their names; empty for `CORPUS`.
        languages: Codes of the languages wanted; empty for all that have a pack.
        ids: Parts of ids wanted; empty for all.
        limit: At most so many reports of each corpus.

    Raises:
        InputError: a corpus is not there, or a line of it is no report.
    """
    packs = list_languages()
    found: list[Report] = []
    for name in corpora or (CORPUS,):
        rows = (row for row in _read_rows(gold, name) if _is_wanted(row, languages or packs, ids))
        known = (row for row in rows if row["lang"] in packs)
        found += [
            make_report(row["id"], row["text"], row["lang"], row.get("published"), row.get("title"))
            for row in islice(known, limit)
        ]
    return found


def find_stray_numbers(reports: Sequence[Report], tools: Tools) -> Iterator[StrayNumber]:
    """Yield the numbers set aside, report by report."""
    for start in range(0, len(reports), BATCH):
        batch = reports[start : start + BATCH]
        known = parse_ahead(batch, tools)
        for report in batch:
            yield from (StrayNumber(report, aside) for aside in extract(report, known).set_aside if aside.code)


def count_reasons(strays: Sequence[StrayNumber]) -> list[tuple[str, int]]:
    """Return the reasons with how many numbers have each, the most frequent first."""
    return sorted(Counter(stray.aside.code for stray in strays).items(), key=lambda pair: (-pair[1], pair[0]))


def stray_row(stray: StrayNumber) -> dict[str, Any]:
    """Return a number set aside as a JSON object."""
    return {
        "schema": "bilan.stray/1",
        "report": stray.report.id,
        "start": stray.aside.span.start,
        "end": stray.aside.span.end,
        "text": stray.aside.text,
        "code": stray.aside.code,
        "context": stray.context,
    }


def print_strays(reports: int, strays: Sequence[StrayNumber], listed: Sequence[StrayNumber], console: Console) -> None:
    """Print how many numbers were set aside for which reason, then those listed, in context."""
    table = Table(title=f"Numbers set aside in {reports} reports", box=None)
    table.add_column("reason")
    table.add_column("numbers", justify="right")
    table.add_column("in words")
    for code, count in count_reasons(strays):
        table.add_row(code, str(count), REASONS[code])
    console.print(table)
    for stray in listed:
        console.print(Text(f"{stray.aside.code}  {stray.report.id}  {stray.context}"), soft_wrap=True)


def _is_wanted(row: dict[str, Any], languages: Collection[str], ids: Collection[str]) -> bool:
    return row["lang"] in languages and (not ids or any(part in row["id"] for part in ids))


def _read_rows(gold: Path, name: str) -> Iterator[dict[str, Any]]:
    path = next((path for path in (gold / f"{name}.jsonl", gold / f"{name}.jsonl.gz") if path.is_file()), None)
    if path is None:
        raise InputError(f"{gold}: no corpus {name}", "name a file of JSON lines there, without its ending")
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    for number, line in enumerate(data.decode("utf-8").split("\n"), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            yield {**row, "id": row["id"], "lang": row["lang"], "text": row["text"]}
        except (ValueError, KeyError, TypeError) as error:
            raise InputError(f"{path} line {number}: {error!r}", "each line needs id, lang and text") from error

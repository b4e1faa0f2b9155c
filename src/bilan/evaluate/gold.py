"""Gold reports: texts whose claims people wrote down, read from the `claims-*.jsonl` corpora.

The format is one JSON object a line with `id`, `lang`, `text`, `published`, `title` and `claims`; each claim has the
keys of `Gold`. Checked while reading: a quote that is not the text at its offsets is an error, never scored.
"""

import gzip
import hashlib
import itertools
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bilan.errors import InputError
from bilan.model.text import Span

CORPORA = "claims-*.jsonl*"
KEPT_BACK = 10  # one report in so many is kept back from the lists of mistakes


@dataclass(frozen=True, slots=True)
class Gold:
    """One claim as a person marked it; fields as in the claim contract, `date` an ISO day, month or interval."""

    outcome: str
    low: int | None
    high: int | None
    wording: str
    basis: str
    modality: str
    people: tuple[str, ...]
    said_by: tuple[str, ...]
    span: Span
    share: float | None = None
    per: str | None = None
    place: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True)
class GoldReport:
    """One gold report.

    `corpus` is the file's name without its ending; `parallel` joins translations of one text; `incidents` counts those
    the report tells of.
    """

    id: str
    corpus: str
    language: str
    text: str
    published: str | None
    title: str | None
    claims: tuple[Gold, ...]
    parallel: str | None = None
    incidents: int = 0

    @property
    def kept_back(self) -> bool:
        """Tell whether this report is of the tenth whose mistakes nobody reads while rules are made.

        Drawn by the SHA-256 of the text's name, so that the draw never changes and translations stay together.
        """
        name = self.parallel or self.id
        return int.from_bytes(hashlib.sha256(name.encode()).digest()[:4]) % KEPT_BACK == 0


def read_corpora(folder: Path, names: Sequence[str] = ()) -> tuple[GoldReport, ...]:
    """Read the claim corpora of a folder.

    Args:
        folder: where the `claims-*.jsonl` files (or `.jsonl.gz`) lie.
        names: corpora to read, by name ("claims-fr"); empty for all.

    Returns:
        The reports, corpora in the order of their names, reports in the order of their file.

    Raises:
        InputError: the folder has none of these corpora, or a line is not a gold report.
    """
    files = {path.name.split(".")[0]: path for path in sorted(folder.glob(CORPORA))}
    missing = [name for name in names if name not in files]
    if missing or not files:
        known = ", ".join(files) or "none"
        raise InputError(f"{folder}: no corpus {', '.join(missing) or CORPORA}", f"corpora there: {known}")
    wanted = names or tuple(files)
    return tuple(report for name in files if name in wanted for report in _read_corpus(files[name], name))


def gold_report(row: Mapping[str, Any], corpus: str) -> GoldReport:
    """Read one gold record.

    Raises:
        ValueError: a quote is not the text at its offsets.
        KeyError: the record lacks a field.
    """
    for claim in row["claims"]:
        if row["text"][claim["start"] : claim["end"]] != claim["quote"]:
            raise ValueError(f"quote {claim['quote']!r} is not the text at {claim['start']}-{claim['end']}")
    return GoldReport(
        id=row["id"],
        corpus=corpus,
        language=row["lang"],
        text=row["text"],
        published=row.get("published"),
        title=row.get("title"),
        claims=tuple(_gold_claim(claim) for claim in row["claims"]),
        parallel=row.get("parallel"),
        incidents=len(row.get("incidents") or ()),
    )


def choose_reports(
    reports: Sequence[GoldReport], *, languages: Sequence[str] = (), ids: Sequence[str] = (), limit: int | None = None
) -> tuple[GoldReport, ...]:
    """Choose some of the reports, in their order.

    Args:
        reports: the reports, corpus after corpus.
        languages: codes of the languages wanted; empty for all.
        ids: parts of ids: a report is wanted if one of them is in its id; empty for all.
        limit: at most so many reports of each corpus.
    """
    wanted = [
        report
        for report in reports
        if (not languages or report.language in languages) and (not ids or any(part in report.id for part in ids))
    ]
    groups = itertools.groupby(wanted, key=lambda report: report.corpus)
    return tuple(report for _, group in groups for report in itertools.islice(group, limit))


def _read_corpus(path: Path, corpus: str) -> Iterator[GoldReport]:
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    for number, line in enumerate(data.decode("utf-8").split("\n"), start=1):
        if not line.strip():
            continue
        try:
            yield gold_report(json.loads(line), corpus)
        except (ValueError, KeyError, TypeError) as error:
            raise InputError(f"{path} line {number}: {error!r}", "see the corpus's conventions") from error


def _gold_claim(row: Mapping[str, Any]) -> Gold:
    return Gold(
        outcome=row["outcome"],
        low=row["low"],
        high=row["high"],
        wording=row["wording"],
        basis=row["basis"],
        modality=row["modality"],
        people=tuple(row["people"]),
        said_by=tuple(row["said_by"]),
        span=Span(row["start"], row["end"]),
        share=row.get("share"),
        per=row.get("per"),
        place=row.get("place"),
        date=row.get("date"),
    )

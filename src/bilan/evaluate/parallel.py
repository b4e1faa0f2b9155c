"""Do the languages agree? The same text in two languages must give the same tolls.

`claims-parallel` has gold claims too; `parallel-news` has only sentences of news and their translations.
"""

import gzip
import itertools
import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bilan.errors import InputError
from bilan.evaluate.gold import GoldReport
from bilan.evaluate.matching import Row, key_of

NEWS = "parallel-news"
LANGUAGES = ("fr", "en")

Toll = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """One text in two languages: its tolls (outcome, number, basis, and modality if asked) in each, sorted."""

    parallel: str
    texts: tuple[str, str]
    tolls: tuple[tuple[Toll, ...], tuple[Toll, ...]]

    @property
    def agrees(self) -> bool:
        """Tell whether both languages give the same tolls."""
        return self.tolls[0] == self.tolls[1]

    @property
    def silent(self) -> bool:
        """Tell whether neither language gives a toll: agreement that costs nothing."""
        return not any(self.tolls)


@dataclass(frozen=True, slots=True)
class Agreement:
    """All texts that are there in both languages."""

    languages: tuple[str, str]
    pairs: tuple[Pair, ...]

    @property
    def share(self) -> float | None:
        """Share of texts whose tolls are equal, None if there is no text."""
        return _share([pair.agrees for pair in self.pairs])

    @property
    def share_with_tolls(self) -> float | None:
        """The same over texts with a toll in either language."""
        return _share([pair.agrees for pair in self.pairs if not pair.silent])


def agreement(
    reports: Sequence[GoldReport],
    rows: Iterable[Row],
    languages: tuple[str, str] = LANGUAGES,
    *,
    modality: bool = False,
) -> Agreement:
    """Compare the predicted tolls of translations.

    Args:
        reports: gold reports; those without a `parallel` key are left out.
        rows: predicted `bilan.claim/1` records.
        languages: the two languages to compare.
        modality: tolls must also be asserted, hedged, denied alike.
    """
    tolls: defaultdict[str, list[Toll]] = defaultdict(list)
    for row in rows:
        if row["kind"] == "toll":
            last = (row["modality"],) if modality else ()
            tolls[row["report"]].append((*key_of(row), row["basis"], *last))
    texts: defaultdict[str, dict[str, GoldReport]] = defaultdict(dict)
    for report in reports:
        if report.parallel is not None:
            texts[report.parallel][report.language] = report
    both = (
        (parallel, found[languages[0]], found[languages[1]])
        for parallel, found in texts.items()
        if set(languages) <= set(found)
    )
    pairs = (
        Pair(parallel, (one.text, other.text), (_sorted(tolls[one.id]), _sorted(tolls[other.id])))
        for parallel, one, other in both
    )
    return Agreement(languages, tuple(pairs))


def read_news(folder: Path, limit: int | None = None) -> tuple[GoldReport, ...]:
    """Read the sentences of `parallel-news` in both languages; they have no gold claims.

    Args:
        folder: folder of the gold corpora.
        limit: at most so many sentences.

    Raises:
        InputError: the corpus is not there, or a line lacks a language.
    """
    path = folder / f"{NEWS}.jsonl.gz"
    try:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            rows = [json.loads(line) for line in itertools.islice(lines, limit)]
        return tuple(
            GoldReport(f"{row['id']}-{code}", NEWS, code, text, None, None, (), row["id"])
            for row in rows
            for code, text in (("fr", row["texts"]["fr"]), ("en", row["text"]))
        )
    except (OSError, ValueError, KeyError) as error:
        raise InputError(f"{path}: {type(error).__name__} {error}", "give the folder of all gold corpora") from error


def shares(found: Agreement) -> dict[str, float]:
    """Return the numbers floors are kept for; those that could not be measured are left out."""
    values = {"agreement": found.share, "agreement_with_tolls": found.share_with_tolls}
    return {name: value for name, value in values.items() if value is not None}


def agreement_row(corpus: str, found: Agreement) -> dict[str, Any]:
    """Return the agreement as a JSON object, texts that differ listed."""
    return {
        "schema": "bilan.agreement/1",
        "corpus": corpus,
        "languages": list(found.languages),
        "texts": len(found.pairs),
        "agreement": found.share,
        "agreement_with_tolls": found.share_with_tolls,
        "different": [
            {"parallel": pair.parallel, "tolls": [[list(toll) for toll in side] for side in pair.tolls]}
            for pair in found.pairs
            if not pair.agrees
        ],
    }


def _sorted(tolls: list[Toll]) -> tuple[Toll, ...]:
    return tuple(sorted(tolls, key=repr))


def _share(answers: Sequence[bool]) -> float | None:
    return sum(answers) / len(answers) if answers else None

"""Do the languages agree? The same text in two languages must give the same tolls."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bilan.evaluate.gold import GoldReport
from bilan.evaluate.matching import Row, key_of

Toll = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """One text in two languages: its tolls (outcome, number, basis) in each, sorted."""

    parallel: str
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
    reports: Sequence[GoldReport], rows: Iterable[Row], languages: tuple[str, str] = ("fr", "en")
) -> Agreement:
    """Compare the predicted tolls of translations.

    Args:
        reports: gold reports; those without a `parallel` key are left out.
        rows: predicted `bilan.claim/1` records.
        languages: the two languages to compare.
    """
    tolls: defaultdict[str, list[Toll]] = defaultdict(list)
    for row in rows:
        if row["kind"] == "toll":
            tolls[row["report"]].append((*key_of(row), row["basis"]))
    texts: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for report in reports:
        if report.parallel is not None:
            texts[report.parallel][report.language] = report.id
    pairs = (
        Pair(parallel, (_sorted(tolls[ids[languages[0]]]), _sorted(tolls[ids[languages[1]]])))
        for parallel, ids in texts.items()
        if set(languages) <= set(ids)
    )
    return Agreement(languages, tuple(pairs))


def _sorted(tolls: list[Toll]) -> tuple[Toll, ...]:
    return tuple(sorted(tolls, key=repr))


def _share(answers: Sequence[bool]) -> float | None:
    return sum(answers) / len(answers) if answers else None

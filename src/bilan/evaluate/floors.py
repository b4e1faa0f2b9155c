"""Floors: the lowest quality each corpus and language may have. They are kept in the repository and only rise.

The file is TOML: a table a corpus, in it a table a language, in it a number a metric (`[claims-fr.fr]`, `f1 = 0.8`).
"""

import math
import tomllib
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from bilan.errors import InputError

STEP = 1000  # floors are kept to three decimals, rounded down: a floor never lies above what was measured
ROUNDING = 1e-9  # 0.57 * 1000 is 569.99…, and 0.57 is 0.570: less than this is arithmetic, no fall of quality
HEADER = """\
# The lowest quality each corpus and language may have: corpus, language, metric = value.
# Floors only rise: `bilan evaluate --gold DIR --raise-floors` writes what was measured where it is higher.
# What the metrics mean: README.md beside this file.
"""

Measured = Mapping[str, Mapping[str, Mapping[str, float]]]


@dataclass(frozen=True, slots=True)
class Breach:
    """A floor that does not hold: `measured` is None where the number could not be measured at all."""

    corpus: str
    language: str
    metric: str
    floor: float
    measured: float | None

    def __str__(self) -> str:
        """Say on one line what fell, and how far."""
        found = "not measured" if self.measured is None else f"{self.measured:.4f}"
        return f"{self.corpus}.{self.language}.{self.metric}: {found}, floor {self.floor:.3f}"


def read_floors(path: Path) -> Measured:
    """Read a floors file.

    Raises:
        InputError: the file is missing, no TOML, or a value is not a number from 0 to 1.
    """
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise InputError(f"{path}: {error.strerror}", "give the floors file with --floors") from error
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"{path}: {error}", "mend the file") from error
    for corpus, languages in tables.items():
        for language, metrics in _items(languages, f"{path}: {corpus}"):
            for metric, value in _items(metrics, f"{path}: {corpus}.{language}"):
                if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
                    raise InputError(f"{path}: {corpus}.{language}.{metric} = {value!r}", "a floor lies in 0..1")
    return tables


def find_breaches(measured: Measured, floors: Measured, asked: Callable[[str, str], bool]) -> tuple[Breach, ...]:
    """Hold what was measured against the floors.

    Args:
        measured: corpus → language → metric → value.
        floors: the same shape.
        asked: tells of a corpus and a language (or task) whether it was to be scored; other floors are left out. A
            floor that was asked for but not measured (its language lost its pack, a metric its name) is a breach.

    Returns:
        The floors that do not hold, in the order of the floors.
    """
    return tuple(
        Breach(corpus, language, metric, floor, value)
        for corpus, languages in floors.items()
        for language, metrics in languages.items()
        if asked(corpus, language)
        for metric, floor in metrics.items()
        if (value := measured.get(corpus, {}).get(language, {}).get(metric)) is None or value < floor - ROUNDING
    )


def raise_floors(measured: Measured, floors: Measured) -> Measured:
    """Return the floors raised to what was measured, rounded down to three decimals; none is lowered or dropped."""
    raised: dict[str, dict[str, dict[str, float]]] = {
        corpus: {language: dict(metrics) for language, metrics in languages.items()}
        for corpus, languages in floors.items()
    }
    for corpus, languages in measured.items():
        for language, metrics in languages.items():
            kept = raised.setdefault(corpus, {}).setdefault(language, {})
            for metric, value in metrics.items():
                kept[metric] = max(kept.get(metric, 0.0), _round_down(value))
    return raised


def floors_text(floors: Measured) -> str:
    """Write floors as TOML, sorted, so that a change shows as a change of one line."""
    blocks = [
        f"[{corpus}.{language}]\n" + "".join(f"{metric} = {metrics[metric]:.3f}\n" for metric in sorted(metrics))
        for corpus, languages in sorted(floors.items())
        for language, metrics in sorted(languages.items())
    ]
    return "\n".join([HEADER, *blocks])


def _round_down(value: float) -> float:
    return math.floor((value + ROUNDING) * STEP) / STEP


def _items(table: object, where: str) -> Collection[tuple[str, object]]:
    if not isinstance(table, Mapping):
        raise InputError(f"{where} is no table", "floors are corpus, language, metric = value")
    return table.items()

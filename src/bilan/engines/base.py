"""What an engine must do: read many reports, each by itself, and hand the results back in order.

Any engine gives the same bytes; `tests/contracts/test_engines.py` holds them to it.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol

from bilan.model.extraction import Extraction
from bilan.model.report import Failure, Report

Extract = Callable[[Report], Extraction]
LoadExtract = Callable[[], Extract]  # loads parsers and gazetteer (seconds), once a process


class Engine(Protocol):
    """Runs extraction over many reports."""

    def run(self, reports: Iterable[Report]) -> Iterator[Extraction | Failure]:
        """Read reports.

        Args:
            reports: in any number.

        Yields:
            For each report in order its extraction, or a failure that names it; one failure stops no other report.
        """
        ...

    def close(self) -> None:
        """Let go of processes and models."""
        ...

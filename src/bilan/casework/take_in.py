"""Take reports into a casebook: those not read yet are extracted, each is stored in one transaction."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from bilan.engines.base import Engine
from bilan.errors import BilanError
from bilan.model.report import Failure, RawItem, Report
from bilan.stores.base import Intake
from bilan.stores.casebook import Casebook
from bilan.stores.sightings import effective_report

BATCH = 64  # inputs held in memory at a time; copies of a text within one are read once

Input = tuple[Report, RawItem] | Failure


@dataclass(frozen=True, slots=True)
class Stored:
    """One text dealt with. `outcome`: read (extracted now) · copies (new particulars only) · known (nothing new)."""

    names: tuple[str, ...]
    outcome: str


Watch = Callable[[Iterable[Stored | Failure]], Iterable[Stored | Failure]]


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What came of taking inputs in.

    `reports`: input ids in the order given. `read`: how many texts were extracted now; `copies`: how many were known,
    and came under another name or with other particulars; `known`: how many were there with nothing new about them.
    """

    reports: tuple[str, ...]
    read: int
    copies: int
    known: int
    failures: tuple[Failure, ...]


def take_in(
    casebook: Casebook,
    inputs: Iterable[Input],
    engine: Engine,
    *,
    maker: str,
    watch: Watch = iter,
) -> TakenIn:
    """Store reports with what is read in them; what is stored already is not read again.

    Every report is one transaction: stopped at any moment, the casebook holds whole reports only, and taking the same
    inputs in again goes on where it stopped.

    Args:
        casebook: where to.
        inputs: reports with the items they came from, and inputs that failed.
        engine: what reads.
        maker: which extractor it runs.
        watch: passes each outcome on once it is stored, and may show it: a failure, or the report's sightings.
    """
    names: list[str] = []
    failures: list[Failure] = []
    counts = {"read": 0, "copies": 0, "known": 0}
    for outcome in watch(_take_in(casebook, _note_names(inputs, names), engine, maker)):
        if isinstance(outcome, Failure):
            failures.append(outcome)
        else:
            counts[outcome.outcome] += 1
    return TakenIn(tuple(names), failures=tuple(failures), **counts)


def _note_names(inputs: Iterable[Input], names: list[str]) -> Iterator[Input]:
    for item in inputs:
        if not isinstance(item, Failure):
            names.append(item[0].id)
        yield item


def _take_in(casebook: Casebook, inputs: Iterable[Input], engine: Engine, maker: str) -> Iterator[Stored | Failure]:
    for batch in _batches(inputs):
        yield from (item for item in batch if isinstance(item, Failure))
        taken = [item for item in batch if not isinstance(item, Failure)]
        for _, item in taken:
            casebook.put_blob(item.data)
        for intake in _read(casebook, _group(casebook, [report for report, _ in taken]), engine, maker):
            yield intake if isinstance(intake, Failure) else _store(casebook, intake)


def _store(casebook: Casebook, intake: Intake) -> Stored | Failure:
    try:
        new = casebook.store.add(intake, casebook.now())
    except BilanError as error:
        return _named(Failure("", error.message, error.remedy), intake.sightings)
    names = tuple(sorted({sighting.id for sighting in intake.sightings}))
    return Stored(names, "read" if intake.extraction else "copies" if new else "known")


def _group(casebook: Casebook, reports: Iterable[Report]) -> Iterator[tuple[Report, ...]]:
    """Put inputs with one text together, those stored before first."""
    by_digest: dict[str, list[Report]] = {}
    for report in reports:
        by_digest.setdefault(report.digest, []).append(report)
    for digest, found in by_digest.items():
        yield (*casebook.store.sightings(digest), *found)


def _read(
    casebook: Casebook, grouped: Iterable[tuple[Report, ...]], engine: Engine, maker: str
) -> Iterator[Intake | Failure]:
    """Extract what was not read yet, and hand on the rest; known reports first, the others as they are done."""
    unread: list[tuple[Report, tuple[Report, ...]]] = []
    for sightings in grouped:
        report = effective_report(sightings)
        if casebook.store.has_extraction(report, maker):
            yield Intake(sightings, maker, None)
        else:
            unread.append((report, sightings))
    outcomes = engine.run(report for report, _ in unread)
    for (_, sightings), outcome in zip(unread, outcomes, strict=True):
        yield _named(outcome, sightings) if isinstance(outcome, Failure) else Intake(sightings, maker, outcome)


def _named(failure: Failure, sightings: Iterable[Report]) -> Failure:
    """Name every input with the text that failed."""
    first, *others = sorted({sighting.id for sighting in sightings})
    return replace(failure, name=first, copies=tuple(others))


def _batches(inputs: Iterable[Input]) -> Iterator[list[Input]]:
    batch: list[Input] = []
    for item in inputs:
        batch.append(item)
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch

"""Work on a casebook, for the commands and the pages alike: take reports in, assemble, decide, read.

Order of a run: inputs → reports (grouped by text) → extraction of those not read yet → one transaction a report →
decisions found again → incidents and figures of the whole casebook → one transaction.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from bilan.engines.base import Engine, Extract
from bilan.errors import BilanError, CasebookError, UsageError
from bilan.model.claim import Claim
from bilan.model.decision import Decision, LinkDecisions
from bilan.model.extraction import Assembly, Source
from bilan.model.ids import DecisionId
from bilan.model.incident import Unlinked
from bilan.model.report import Failure, RawItem, Report
from bilan.model.view import CasebookView
from bilan.review.anchor import ToReread, anchor_decisions, record_seen
from bilan.review.decisions import Reviewed, apply_decisions, check_decision, find_link_decisions
from bilan.review.log import read_decisions
from bilan.stores.base import Intake
from bilan.stores.casebook import Casebook
from bilan.stores.sightings import effective_report

BATCH = 64  # inputs held in memory at a time; copies of a text within one are read once
TRIES = 5  # assemblies begun anew because another process added something meanwhile

Group = Callable[[Sequence[Report]], Sequence[Source]]
Assemble = Callable[[Sequence[Claim], Sequence[Source], LinkDecisions, Mapping[str, Sequence[str]]], Assembly]
Input = tuple[Report, RawItem] | Failure


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


@dataclass(frozen=True, slots=True)
class Decided:
    """The state that follows from the log: claims as people left them, and what is to be re-read."""

    reviewed: Reviewed
    links: LinkDecisions
    to_reread: tuple[ToReread, ...]


def load_extract(languages: Sequence[str] | None = None) -> Extract:
    """Load parsers and gazetteer, and return the function that reads one report."""
    from bilan.pipeline import extract, load_tools  # noqa: PLC0415 - loads parsers: only reading reports needs it

    tools = load_tools(languages)
    return partial(extract, tools=tools)


def take_in(
    casebook: Casebook,
    inputs: Iterable[Input],
    engine: Engine,
    *,
    maker: str,
    on_input: Callable[[Input], None] = lambda _: None,
) -> TakenIn:
    """Store reports with what is read in them; what is stored already is not read again.

    Every report is one transaction: stopped at any moment, the casebook holds whole reports only, and taking the same
    inputs in again goes on where it stopped.

    Args:
        casebook: where to.
        inputs: reports with the items they came from, and inputs that failed.
        engine: what reads.
        maker: which extractor it runs.
        on_input: told of every input once it is dealt with.
    """
    names: list[str] = []
    failures: list[Failure] = []
    read = copies = known = 0
    for batch in _batches(inputs):
        failures += [item for item in batch if isinstance(item, Failure)]
        taken = [item for item in batch if not isinstance(item, Failure)]
        names += [report.id for report, _ in taken]
        for _, item in taken:
            casebook.put_blob(item.data)
        sightings = _group(casebook, [report for report, _ in taken])
        for outcome in _read(casebook, sightings, engine, maker):
            if isinstance(outcome, Failure):
                failures.append(outcome)
            elif outcome.extraction is None:
                new = casebook.store.add(outcome, casebook.now())
                copies, known = copies + new, known + (not new)
            else:
                stored = _store(casebook, outcome)
                failures += [stored] if stored else []
                read += stored is None
        for done in batch:
            on_input(done)
    return TakenIn(tuple(names), read, copies, known, tuple(failures))


def assemble_casebook(casebook: Casebook, *, group: Group, assemble: Assemble) -> Decided:
    """Reconcile the whole casebook anew under people's decisions, and store the outcome.

    Args:
        casebook: what to reconcile.
        group: tells which reports copy one another.
        assemble: links claims and makes figures.

    Returns:
        The decisions' state it was done under.

    Raises:
        CasebookError: other processes keep adding to the casebook.
    """
    for _ in range(TRIES):
        head = casebook.store.head()
        claims = casebook.store.claims()
        decided = _decided(casebook, claims)
        sources = group(casebook.store.reports())
        previous = casebook.store.incident_claims()
        assembly = assemble(decided.reviewed.claims, sources, decided.links, previous)
        unlinked = _sorted(claims, (*assembly.unlinked, *decided.reviewed.rejected))
        if casebook.store.put_assembly(replace(assembly, unlinked=unlinked), head, casebook.now()):
            return decided
    raise CasebookError(f"{casebook.folder}: others keep adding to it", "run again when they are done")


def read_view(casebook: Casebook) -> CasebookView:
    """Return the casebook as a reader sees it: claims corrected by people, rejected ones among the unlinked."""
    view = casebook.store.view()
    reviewed = _decided(casebook, view.claims).reviewed
    changed = {claim.id: claim for claim in reviewed.claims}
    return replace(view, claims=tuple(changed.get(claim.id, claim) for claim in view.claims))


def find_to_reread(casebook: Casebook) -> tuple[ToReread, ...]:
    """Return the decisions that no longer find what they pointed at."""
    return _decided(casebook, casebook.store.claims()).to_reread


def decide(casebook: Casebook, decision: Decision) -> Decision:
    """Log a person's decision, with what stood before the person's eyes; the next assembly obeys it.

    Args:
        casebook: where to.
        decision: `targets` are claim or incident ids; `id`, `saw`, `when` and the chain are filled in.

    Raises:
        UsageError: the decision cannot be taken; the message says why.
    """
    view = read_view(casebook)
    incidents = {str(incident.id): incident.claims for incident in view.incidents}
    home = {claim: incident for incident, claims in incidents.items() for claim in claims}
    by_id = {str(claim.id): claim for claim in view.claims}
    shown = dict.fromkeys(target if target in incidents else home.get(target) for target in decision.targets)
    shown_incidents = {incident: incidents[incident] for incident in shown if incident}
    unknown = [target for target in decision.targets if target not in incidents and target not in by_id]
    known = {earlier.id for earlier in read_decisions(casebook.store.log())}
    if unknown:
        raise UsageError(f"no claim or incident {unknown[0]!r} in {casebook.folder}", "`bilan show` lists them")
    if decision.undoes is not None and decision.undoes not in known:
        raise UsageError(f"no decision {decision.undoes!r} in {casebook.folder}", "`bilan log` lists them")
    try:
        check_decision(decision, view.claims)
    except ValueError as error:
        raise UsageError(str(error), "nothing was decided") from error
    wanted = dict.fromkeys(
        (
            *(target for target in decision.targets if target in by_id),
            *(claim for claims in shown_incidents.values() for claim in claims),
        )
    )
    saw = record_seen([by_id[claim] for claim in wanted], shown_incidents)
    return casebook.store.decide(replace(decision, id=DecisionId(""), saw=saw, when=casebook.now()))


def _decided(casebook: Casebook, claims: Sequence[Claim]) -> Decided:
    anchoring = anchor_decisions(read_decisions(casebook.store.log()), claims)
    reviewed = apply_decisions(claims, anchoring.anchored)
    links = find_link_decisions(anchoring.anchored)
    return Decided(reviewed, links, (*anchoring.to_reread, *reviewed.to_reread))


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


def _store(casebook: Casebook, intake: Intake) -> Failure | None:
    try:
        casebook.store.add(intake, casebook.now())
    except BilanError as error:
        return _named(Failure("", error.message, error.remedy), intake.sightings)
    return None


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


def _sorted(claims: Iterable[Claim], unlinked: Iterable[Unlinked]) -> tuple[Unlinked, ...]:
    order = {str(claim.id): position for position, claim in enumerate(claims)}
    return tuple(sorted(unlinked, key=lambda loose: (order.get(loose.claim, len(order)), loose.claim)))

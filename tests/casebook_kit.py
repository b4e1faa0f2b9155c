"""What tests of casebooks share: a small reader of one kind of sentence, inputs, a clock that stands still."""

import re
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from tests.factory import PARENTS, make_place, make_time

from bilan.casework.assemble import assemble_casebook
from bilan.casework.state import Decided
from bilan.casework.take_in import Input, TakenIn, take_in
from bilan.engines.base import Extract
from bilan.engines.local import LocalEngine
from bilan.errors import InputError
from bilan.figures.assemble import assemble
from bilan.incidents.sources import group_sources
from bilan.model.actor import ActorChange, ActorEntry, Alias
from bilan.model.claim import Claim, Count, claim_id
from bilan.model.decision import Decision, LinkDecisions
from bilan.model.extraction import Assembly, Extraction, Source
from bilan.model.ids import DecisionId, sha256_hex, text_digest
from bilan.model.report import Evidence, RawItem, Report
from bilan.model.text import SetAside, Span, quote_of
from bilan.stores.casebook import Casebook, open_casebook

SENTENCE = re.compile(r"(\d+) (killed|injured) in (\w+) on (\d{4}-\d{2}-\d{2})")
APPEAL = "Please give."
MAKER = "kit/1"
NOON = datetime(2026, 1, 2, 12, tzinfo=UTC)


def read_simply(report: Report) -> Extraction:
    """Read "3 killed in Tellera on 2021-03-02"; a stand-in for the extractor whose outcome a test can foresee.

    Raises:
        InputError: the text says "unreadable".
    """
    if "unreadable" in report.text:
        raise InputError(f"{report.id}: cannot be read", "mend it")
    text = report.text
    claims = tuple(_claim(report, match) for match in SENTENCE.finditer(text))
    places = tuple(claim.place for claim in claims if claim.place)
    at = text.find(APPEAL)
    asides = (SetAside("solicitation", Span(at, at + len(APPEAL)), APPEAL, "asks for money"),) if at >= 0 else ()
    return Extraction(report, claims, places, asides)


def load_simply() -> Extract:
    """Return the simple reader, as an engine loads it: by name, also in another process."""
    return read_simply


def make_input(text: str, name: str, **fields: str) -> tuple[Report, RawItem]:
    """Make one report as the readers hand it on, with its bytes."""
    data = text.encode()
    evidence = Evidence(sha256_hex(data), len(data), "text/plain", f"in/{name}", NOON.isoformat(), "kit/1")
    report = Report(name, text, text_digest(text), "en", evidence=evidence, **fields)  # type: ignore[arg-type]
    return report, RawItem(name, "text/plain", data, evidence)


def open_book(folder: Path) -> Casebook:
    """Open a casebook, made when absent, whose clock stands still."""
    return open_casebook(folder, create=True, clock=lambda: NOON)


def take(casebook: Casebook, inputs: Iterable[Input], *, maker: str = MAKER) -> TakenIn:
    """Take inputs in with the simple reader."""
    return take_in(casebook, inputs, LocalEngine(lambda: read_simply), maker=maker)


def reconcile(casebook: Casebook) -> Decided:
    """Assemble with the shipped linking and figures."""
    return assemble_casebook(casebook, group=group_sources, assemble=assemble_shipped)


def assemble_shipped(
    claims: Sequence[Claim],
    sources: Sequence[Source],
    decisions: LinkDecisions,
    previous: Mapping[str, Sequence[str]],
) -> Assembly:
    """Link and make figures as shipped, with the few event types of the tests."""
    return assemble(claims, sources, decisions, previous, parents=PARENTS)


def make_decision(kind: str, *targets: str, **fields: str | None) -> Decision:
    """Make a decision as a person hands it in."""
    return Decision(
        id=DecisionId(""),
        kind=kind,
        targets=targets,
        saw=str(fields.get("saw") or ""),
        who=str(fields.get("who") or "Ada"),
        when=str(fields.get("when") or NOON.isoformat()),
        reason=str(fields.get("reason") or "read again"),
        field=fields.get("field"),
        value=fields.get("value"),
        undoes=fields.get("undoes"),
    )


def make_actor_change(actor: str, *, added: bool = True) -> ActorChange:
    """Make a change of a casebook's own actors as a person hands it in."""
    names = (Alias("fr", "brigade de Tellera"), Alias("en", "Tellera Brigade"), Alias("ar", "لواء تليرا"))
    entry = ActorEntry(
        actor, "Tellera Brigade", "armed-group", names, "SY", None, "2012", None, "Rebel group", "SYRREB"
    )
    return ActorChange(actor, entry if added else None, "Ada", NOON.isoformat(), "named in a leaflet")


def dump(folder: Path) -> list[str]:
    """Return everything in a casebook's database as SQL, and the names of its blobs: equal only if nothing changed."""
    connection = sqlite3.connect(folder / "casebook.sqlite")
    try:
        return [*connection.iterdump(), *sorted(path.name for path in (folder / "blobs").glob("*/*"))]
    finally:
        connection.close()


def _claim(report: Report, match: "re.Match[str]") -> Claim:
    number, outcome, place, day = match.groups()
    span = Span(match.start(), match.end(2))
    return Claim(
        id=claim_id(report.digest, "toll", outcome, span, 0),
        report=report.id,
        digest=report.digest,
        kind="toll",
        quote=quote_of(report.text, span),
        sentence=Span(match.start(), match.end()),
        maker="kit/1",
        event="attack",
        outcome=outcome,
        count=Count(int(number), int(number), "exact", number),
        place=make_place(place),
        time=make_time(day),
    )

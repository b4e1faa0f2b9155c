"""Score who did what to whom on coder-en: sentences of material conflict that people coded, for PLOVER and CAMEO.

Asked are codings whose root is one of `ROOTS`; a CAMEO code has the root of its first two digits, and PLOVER's FIGHT
is its later ASSAULT. An event of ours has the root that its type names (`crosswalk`). A coding is found if an event
of ours in its sentence has its root; it is right as a whole if that event's source and target are right too. An actor
is right if it shares a word with one of the coding's, or the registry gives it the coding's CAMEO country or body.
Where a coding names no source, or no target, nothing is asked of it.

`precision` asks the other way round: events of ours with such a root, in all sentences of these sets, that a coding
has. People coded one event a sentence, so much of what is missing there is no mistake: to compare, no goal.
"""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from bilan.evaluate.ahead import parse_ahead
from bilan.evaluate.inputs import make_report
from bilan.evaluate.muc import read_records
from bilan.evaluate.perpetrators import acting, content_words
from bilan.evaluate.scores import Accuracy
from bilan.events.load import EventType
from bilan.model.actor import Registry
from bilan.model.claim import Actor, Claim
from bilan.pipeline import Tools, extract

CORPUS = "coder-en"
SETS = ("plover-gsr", "universal-petrarch-en")  # the third English set is about Middle-earth, whose actors are fiction
ROOTS = ("ASSAULT", "COERCE", "PROTEST", "MOBILIZE")
LATER = {"FIGHT": "ASSAULT"}
CAMEO = {"14": "PROTEST", "15": "MOBILIZE", "17": "COERCE", "18": "ASSAULT", "19": "ASSAULT", "20": "ASSAULT"}
COUNTRY = 3  # letters of a CAMEO code that name a country or a body
SUFFERING = ("target", "side-a", "side-b")


class Coding(NamedTuple):
    """One coding: its root ("" for one not asked), the words and CAMEO codes of both actors."""

    root: str
    sources: tuple[Mapping[str, Any], ...]
    targets: tuple[Mapping[str, Any], ...]


def score_codings(gold: Path, tools: Tools) -> dict[str, Accuracy]:
    """Read every sentence and compare its events with the codings.

    Args:
        gold: folder of the gold corpora.
        tools: the pipeline's tools.

    Raises:
        OSError: the corpus is not there.
    """
    records = [record for record in read_records(gold / f"{CORPUS}.jsonl.gz") if record["set"] in SETS]
    reports = [make_report(record["id"], record["text"], "en", None) for record in records]
    known = parse_ahead(reports, tools)
    read = [
        ([claim for claim in extract(report, known).claims if claim.kind == "event"], codings_of(record))
        for record, report in zip(records, reports, strict=True)
    ]
    return tally(read, tools.events, tools.registry)


def codings_of(record: Mapping[str, Any]) -> tuple[Coding, ...]:
    """Return the codings of a sentence, those of other roots too."""
    return tuple(
        Coding(_root(event), tuple(event["source"] or ()), tuple(event["target"] or ()))
        for event in record["events"] or ()
    )


def tally(
    read: Iterable[tuple[Sequence[Claim], Sequence[Coding]]], events: Mapping[str, EventType], registry: Registry
) -> dict[str, Accuracy]:
    """Count codings found and right, and events that a coding has.

    Args:
        read: of each sentence, our events and its codings.
        events: the event types, whose crosswalk names a root.
        registry: gives actors their CAMEO codes.
    """
    asked = roots = whole = ours = kept = 0
    for claims, codings in read:
        rooted = [(claim, events[claim.event].crosswalk.plover_event) for claim in claims if claim.event]
        wanted = {coding.root for coding in codings}
        ours += sum(root in ROOTS for _, root in rooted)
        kept += sum(root in ROOTS and root in wanted for _, root in rooted)
        for coding in codings:
            if coding.root:
                same = [claim for claim, root in rooted if root == coding.root]
                asked += 1
                roots += bool(same)
                whole += any(_actors_right(claim, coding, registry) for claim in same)
    return {
        "root": Accuracy(roots, asked),
        "root_and_actors": Accuracy(whole, asked),
        "precision": Accuracy(kept, ours),
    }


def _root(event: Mapping[str, Any]) -> str:
    named = event.get("event")
    root = LATER.get(named, named) if named else CAMEO.get((event.get("code") or "")[:2])
    return root if root in ROOTS else ""


def _actors_right(claim: Claim, coding: Coding, registry: Registry) -> bool:
    suffering = [actor for actor in claim.actors if actor.role in SUFFERING]
    return _one_right(acting(claim.actors), coding.sources, registry) and _one_right(
        suffering, coding.targets, registry
    )


def _one_right(ours: Iterable[Actor], wanted: Sequence[Mapping[str, Any]], registry: Registry) -> bool:
    named = [one for one in wanted if one.get("actorText") or (one.get("code") or "").strip("-*")]
    return not named or any(_is(actor, one, registry) for actor in ours for one in named)


def _is(actor: Actor, wanted: Mapping[str, Any], registry: Registry) -> bool:
    entry = registry.entry(actor.id) if actor.id else None
    code = (wanted.get("code") or "")[:COUNTRY]
    same = entry is not None and bool(code) and entry.cameo.startswith(code)
    return same or not content_words(actor.text).isdisjoint(content_words(wanted.get("actorText") or ""))

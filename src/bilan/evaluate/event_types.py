"""Score event types on types-en: a snippet of news in, the one event type that heads it out.

Every snippet carries one label, mapped to our event types by the corpus's own table; what Bilan says of a snippet is
the type `incidents.heads.choose_event` gives its claims, "other" where no claim has one. A snippet is one source, as a
report of its own.
"""

import gzip
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from bilan.evaluate.ahead import parse_ahead
from bilan.evaluate.inputs import make_report
from bilan.incidents.heads import Taxonomy, choose_event
from bilan.model.claim import Claim
from bilan.pipeline import Tools, extract

CORPUS = "types-en"
TOLD = ("asserted", "hedged", "possible", "planned")  # a strike that is denied heads nothing


class TypeScore(NamedTuple):
    """How well one event type is told: snippets that have it, snippets given it, and both."""

    gold: int
    predicted: int
    right: int

    @property
    def f1(self) -> float:
        """F1, 0 where nothing is right."""
        return 2 * self.right / (self.gold + self.predicted) if self.right else 0.0


class Typed(NamedTuple):
    """One snippet: its id, words, label of origin, event type and the type we gave it."""

    id: str
    text: str
    label: str
    gold: str
    predicted: str


def type_snippets(gold: Path, tools: Tools) -> tuple[Typed, ...]:
    """Read every snippet and give it an event type.

    Args:
        gold: folder of the gold corpora.
        tools: the pipeline's tools.

    Raises:
        OSError: the corpus is not there.
    """
    with gzip.open(gold / f"{CORPUS}.jsonl.gz", "rt", encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    reports = [make_report(record["id"], record["text"], record["lang"], record["published"]) for record in records]
    known = parse_ahead(reports, tools)
    taxonomy = Taxonomy(
        parents={event.id: event.parent for event in tools.events.values()},
        also={event.id: event.also for event in tools.events.values()},
        specificity={event.id: event.specificity for event in tools.events.values()},
    )
    return tuple(
        Typed(
            record["id"],
            record["text"],
            record["label"],
            record["event"],
            head(extract(report, known).claims, taxonomy),
        )
        for record, report in zip(records, reports, strict=True)
    )


def head(claims: Sequence[Claim], taxonomy: Taxonomy) -> str:
    """Return the event type that heads the claims of one report, "other" where none has a type."""
    told = [claim for claim in claims if claim.modality in TOLD and claim.kind in {"toll", "event"}]
    return choose_event(told, {claim.digest: claim.digest for claim in told}, taxonomy)


def score_types(typed: Sequence[Typed]) -> Mapping[str, TypeScore]:
    """Score each event type of the corpus."""
    gold = Counter(one.gold for one in typed)
    given = Counter(one.predicted for one in typed)
    right = Counter(one.gold for one in typed if one.gold == one.predicted)
    return {event: TypeScore(gold[event], given[event], right[event]) for event in sorted(gold)}


def weighted_f1(scores: Mapping[str, TypeScore]) -> float | None:
    """Return the mean F1 of the types, each weighing as many snippets as have it; None without a snippet."""
    total = sum(score.gold for score in scores.values())
    return sum(score.f1 * score.gold for score in scores.values()) / total if total else None

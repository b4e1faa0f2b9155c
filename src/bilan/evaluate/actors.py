"""Score the actor registry on mentions of organisations: does it know whom the words stand for?

evaluation/actors.tsv names mentions of ner-fr and ner-en-conflict by their offsets, drawn at random, each with the
actor judged by hand; the texts stay in the gold folder. Two draws: `dev`, which the registry's makers saw, and `test`,
which they did not until it was judged.
"""

import csv
import gzip
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from bilan.errors import InputError
from bilan.model.actor import Registry
from bilan.model.text import Span

SHEET = Path("evaluation/actors.tsv")
CORPORA = {"ner-en-conflict": "en", "ner-fr": "fr"}
NOBODY = "-"  # the sheet's word for no actor in the registry's sense


class Mention(NamedTuple):
    """A mention of the sheet. `actor`: the id judged right, None for nobody; `text`: its words in the gold."""

    corpus: str
    draw: str
    report: str
    span: Span
    actor: str | None
    text: str


class Score(NamedTuple):
    """Of `asked` mentions with an actor `right` were known; `given` ids were given in all, to anybody."""

    asked: int
    given: int
    right: int


def read_mentions(gold: Path, sheet: Path = SHEET) -> tuple[Mention, ...]:
    """Read the sheet and the words its offsets stand for.

    Raises:
        InputError: the sheet or a corpus is missing, or the sheet names a stretch its report does not have.
    """
    try:
        lines = [line for line in sheet.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
        texts = {(corpus, name): text for corpus in CORPORA for name, text in _read_texts(gold / f"{corpus}.jsonl.gz")}
    except OSError as error:
        raise InputError(
            f"{error.filename}: {error.strerror}", "run in the repository, with all gold corpora"
        ) from error
    found = []
    for row in csv.DictReader(lines, delimiter="\t"):
        text, span = texts.get((row["corpus"], row["report"]), ""), Span(int(row["start"]), int(row["end"]))
        if not span.of(text):
            raise InputError(f"{sheet}: no such stretch: {row}", "the gold corpora are of another version")
        actor = None if row["actor"] == NOBODY else row["actor"]
        found.append(Mention(row["corpus"], row["draw"], row["report"], span, actor, span.of(text)))
    return tuple(found)


def score_mentions(mentions: Iterable[Mention], registry: Registry) -> Mapping[tuple[str, str], Score]:
    """Score the ids the registry gives to the mentions' words, by corpus and draw."""
    groups: dict[tuple[str, str], list[Mention]] = {}
    for mention in mentions:
        groups.setdefault((mention.corpus, mention.draw), []).append(mention)
    return {key: _score(group, registry, CORPORA[key[0]]) for key, group in sorted(groups.items())}


def mistaken(mentions: Iterable[Mention], registry: Registry) -> Iterator[tuple[Mention, str | None]]:
    """Yield the mentions the registry gets wrong, each with the id it gives."""
    for mention in mentions:
        (match,) = registry.match([mention.text], CORPORA[mention.corpus])
        if (match.id if match else None) != mention.actor:
            yield mention, match.id if match else None


def _score(mentions: Sequence[Mention], registry: Registry, language: str) -> Score:
    matches = registry.match([mention.text for mention in mentions], language)
    right = sum(
        match is not None and match.id == mention.actor for mention, match in zip(mentions, matches, strict=True)
    )
    given = sum(match is not None for match in matches)
    return Score(sum(mention.actor is not None for mention in mentions), given, right)


def _read_texts(path: Path) -> Iterator[tuple[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8") as stream:
        for line in stream:
            record = json.loads(line)
            yield record["id"], record["text"]

"""False claims in claim-free text: `languages/<code>/negatives.txt` and the gold's reports without a claim.

A line of negatives.txt is a class in brackets and a sentence that claims nothing, however much it sounds so::

    [metaphor] The minister was bombarded with questions.

* A claim that is right after all (an anniversary that gives the old toll) stands between the tags of examples.txt, with
  all that must come out of it; it need not be found. Whatever else is read from the sentence is a false claim.
* Lines that start with `#` are headings; empty lines are skipped.

Told apart are tolls, violence (events of the violent families), other events, needs and statements. The headline number
is tolls and violence together per 100 sentences. Floors are kept for the share of sentences free of them, `clean`, and
for the share free of every false claim, `silent`: floors only rise, so false claims only become fewer.

Of a gold report that tells of incidents without saying how many suffered, only tolls are false.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from bilan.errors import LanguageError
from bilan.evaluate.floors import Measured
from bilan.evaluate.gold import GoldReport
from bilan.evaluate.marked import Marked, pair_marks, parse_marked
from bilan.evaluate.marks import check_value
from bilan.evaluate.matching import Row
from bilan.events.load import load_events
from bilan.languages.load import Pack

NEGATIVES = "negatives.txt"
CORPUS = "negatives"  # the names under which the two have floors
CLAIM_FREE = "claim-free"
VIOLENCE_FREE = "violence-free"  # whole reports: see `violence_free`
KINDS = ("toll", "violence", "event", "need", "statement")
HEADLINE = ("toll", "violence")
VIOLENT_FAMILIES = frozenset({"battles", "explosions", "violence-against-civilians", "riots"})
VIOLENT_TYPES = frozenset({"excessive-force", "looting-destruction"})  # violence in families that hold other things too
QUIET, EVENTFUL = "quiet", "eventful"  # classes of claim-free reports: without and with incidents

_LINE = re.compile(r"\[([a-z-]+)\]\s+(\S.*)")


@dataclass(frozen=True, slots=True)
class Negative:
    """A sentence that claims nothing but what its marks allow, and the class it belongs to."""

    label: str
    sentence: Marked


@dataclass(frozen=True, slots=True)
class FalseClaim:
    """A claim read where there is none: the text's name and class, the text, the `bilan.claim/1` record."""

    name: str
    label: str
    text: str
    row: Row

    @property
    def kind(self) -> str:
        """One of KINDS."""
        if self.row["kind"] != "event":
            return str(self.row["kind"])
        return "violence" if self.row["event"] in violent_events() else "event"


@dataclass(frozen=True, slots=True)
class NegativeScores:
    """The false claims of one corpus in one language. `sentences`: class → how many were read; `unit`: or of what."""

    corpus: str
    language: str
    sentences: Mapping[str, int]
    false: tuple[FalseClaim, ...]
    unit: str = "sentences"

    @property
    def total(self) -> int:
        """How many sentences were read."""
        return sum(self.sentences.values())

    def count(self, kinds: Iterable[str], label: str | None = None) -> int:
        """Count the false claims of some kinds, of one class or (None) of all."""
        return sum(one.kind in kinds and label in {None, one.label} for one in self.false)

    def per_100(self, kinds: Iterable[str], label: str | None = None) -> float:
        """Return the false claims of some kinds per 100 sentences, of one class or (None) of all."""
        total = self.total if label is None else self.sentences[label]
        return 100 * self.count(kinds, label) / total

    def free_share(self, kinds: Iterable[str]) -> float:
        """Return 1 minus the false claims of some kinds a sentence, at least 0."""
        return max(0.0, 1 - self.per_100(kinds) / 100)


def read_negatives(pack: Pack) -> tuple[Negative, ...]:
    """Read the negatives of a pack, () if it has none.

    Raises:
        LanguageError: a line has no class, or a mark is malformed.
    """
    path = pack.folder / NEGATIVES
    if not path.is_file():
        return ()
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        parts = _LINE.fullmatch(line.strip())
        if parts is None:
            raise LanguageError(f"{path} line {number}: not a class in brackets and a sentence", "[sport] They won.")
        found.append(Negative(parts[1], parse_marked(parts[2], pack.code, number, str(path))))
    return tuple(found)


def claim_free(reports: Iterable[GoldReport]) -> tuple[GoldReport, ...]:
    """Return the gold reports that make no claim."""
    return tuple(report for report in reports if not report.claims)


def score_negatives(language: str, read: Sequence[tuple[Negative, Sequence[Row]]]) -> NegativeScores:
    """Score the negatives of one pack.

    Args:
        language: the pack's code.
        read: each negative with the `bilan.claim/1` records read from it.
    """
    return NegativeScores(
        corpus=CORPUS,
        language=language,
        sentences=Counter(negative.label for negative, _ in read),
        false=tuple(
            FalseClaim(negative.sentence.name, negative.label, negative.sentence.text, row)
            for negative, rows in read
            for row in _not_allowed(negative.sentence, rows)
        ),
    )


def score_claim_free(
    language: str, read: Sequence[tuple[GoldReport, int, Sequence[Row]]], corpus: str = CLAIM_FREE
) -> NegativeScores:
    """Score the gold's reports without a claim, of one language.

    Args:
        language: their language.
        read: each report, how many sentences it has, and the `bilan.claim/1` records read from it.
        corpus: the name its numbers go by.
    """
    sentences: Counter[str] = Counter()
    false = []
    for report, length, rows in read:
        label = EVENTFUL if report.incidents else QUIET
        sentences[label] += length
        wrong = [row for row in rows if not report.incidents or row["kind"] == "toll"]
        false += [FalseClaim(report.id, label, report.text, row) for row in wrong]
    return NegativeScores(corpus, language, sentences, tuple(false))


def measured_negatives(scores: Iterable[NegativeScores]) -> Measured:
    """Return the numbers floors are kept for: corpus → language → metric → value."""
    found: dict[str, dict[str, dict[str, float]]] = {}
    for one in scores:
        if one.total:
            metrics = {"clean": one.free_share(HEADLINE), "silent": one.free_share(KINDS)}
            found.setdefault(one.corpus, {})[one.language] = metrics
    return found


def negatives_row(scores: NegativeScores) -> dict[str, Any]:
    """Return the scores as a JSON object; numbers are false claims per 100 sentences."""
    return {
        "schema": "bilan.negatives/1",
        "corpus": scores.corpus,
        "language": scores.language,
        "unit": scores.unit,
        "sentences": scores.total,
        "false_claims": len(scores.false),
        "tolls_and_violence_per_100": scores.per_100(HEADLINE) if scores.total else None,
        "per_100": {kind: scores.per_100([kind]) for kind in KINDS} if scores.total else None,
        "classes": {
            label: {
                "sentences": length,
                "tolls_and_violence_per_100": scores.per_100(HEADLINE, label),
                "all_per_100": scores.per_100(KINDS, label),
            }
            for label, length in scores.sentences.items()
        },
    }


def false_row(false: FalseClaim) -> dict[str, Any]:
    """Return a false claim as a JSON object."""
    return {
        "schema": "bilan.false-claim/1",
        "name": false.name,
        "class": false.label,
        "kind": false.kind,
        "quote": false.row["quote"],
        "claim": describe_false(false),
    }


def describe_false(false: FalseClaim) -> str:
    """Say on one line what was read."""
    row = false.row
    if row["kind"] == "toll":
        count = row["count"] or {}
        return f"{row['outcome']} {count.get('low')}..{count.get('high')} {row['modality']} {row['basis']}"
    inner = row["need"] or row["statement"] or {}
    return f"{row['event'] or inner.get('sector') or inner.get('topic')} {row['modality']}"


@cache
def violent_events() -> frozenset[str]:
    """Return the event types that are violence: those of the violent families, and some of others."""
    types = load_events()

    def family(event: str) -> str:
        parent = types[event].parent
        return family(parent) if parent in types else parent

    return frozenset(event for event in types if event in VIOLENT_TYPES or family(event) in VIOLENT_FAMILIES)


def _not_allowed(sentence: Marked, rows: Sequence[Row]) -> Iterator[Row]:
    """Yield the claims that no mark allows: those without a mark, or other than it says."""
    allowed = [
        row
        for mark, row in pair_marks(sentence, rows)
        if row is not None and not any(check_value(name, value, row) for name, value in mark.attributes)
    ]
    yield from (row for row in rows if not any(row is one for one in allowed))

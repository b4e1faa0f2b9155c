"""Marked needs and statements: `languages/<code>/needs_marked.txt`, what is lacking, meant, so, blamed or warned of.

A sentence a line, in the form of examples.txt, with the words that say so between the tags::

    The camp has <c sector=water-sanitation items="clean water" said_by="Red Crescent">no clean water</c>, it said.

* All needs and statements are marked: what is not marked must not be read. Half of the sentences, the traps, have none.
* A need is a humanitarian sector with its items, parted by ";": a list over sectors has that of most items.
* A need is found if a need of that sector touches the mark, a statement if one of that topic does.
* Items, modality and speakers are judged on those found, and only where the mark gives them.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bilan.evaluate.floors import Measured
from bilan.evaluate.marked import Mark, Marked, read_marked
from bilan.evaluate.marks import check_value
from bilan.evaluate.matching import Row, best_pairs, quote_span, shared_length
from bilan.evaluate.scores import Accuracy, Tally
from bilan.languages.load import Pack

MARKED_NEEDS = "needs_marked.txt"
CORPUS = "marked-needs"  # the name under which they have floors
WHAT = {"need": "sector", "statement": "topic"}  # kind → the attribute that says which
JUDGED = ("items", "modality", "said_by")


@dataclass(frozen=True, slots=True)
class NeedScores:
    """How well needs and statements of one pack are told.

    `found`: kind → marked, read, right. `judged`: items, modality and speakers of those found. `traps`: sentences
    without any, and in how many of them nothing was read. `faults`: (sentence, what is wrong).
    """

    language: str
    sentences: int
    traps: int
    quiet: int
    found: Mapping[str, Tally]
    judged: Mapping[str, Accuracy]
    faults: tuple[tuple[str, tuple[str, ...]], ...]


def read_need_marks(pack: Pack) -> tuple[Marked, ...]:
    """Read the marked needs and statements of a pack, () if it has none.

    Raises:
        LanguageError: a tag or an attribute is malformed.
    """
    path = pack.folder / MARKED_NEEDS
    return read_marked(path, pack.code) if path.is_file() else ()


def score_need_marks(language: str, read: Sequence[tuple[Marked, Sequence[Row]]]) -> NeedScores:
    """Score the marked needs and statements of one pack.

    Args:
        language: the pack's code.
        read: each sentence with the `bilan.claim/1` records read from it.
    """
    told = [(sentence, [row for row in rows if row["kind"] in WHAT]) for sentence, rows in read]
    pairs = [(sentence, rows, _pair(sentence.marks, rows)) for sentence, rows in told]
    traps = [rows for sentence, rows in told if not sentence.marks]
    return NeedScores(
        language=language,
        sentences=len(told),
        traps=len(traps),
        quiet=sum(not rows for rows in traps),
        found={
            kind: Tally(
                sum(mark.kind == kind for sentence, _ in told for mark in sentence.marks),
                sum(row["kind"] == kind for _, rows in told for row in rows),
                sum(mark.kind == kind for _, _, found in pairs for mark, _ in found),
            )
            for kind in WHAT
        },
        judged={name: _judge(name, [pair for _, _, found in pairs for pair in found]) for name in JUDGED},
        faults=tuple((s.name, faults) for s, rows, found in pairs if (faults := _faults(s, rows, found))),
    )


def measured_need_marks(scores: Iterable[NeedScores]) -> Measured:
    """Return the numbers floors are kept for: corpus → language → metric → value."""
    packs = {one.language: metrics(one) for one in scores if one.sentences}
    return {CORPUS: packs} if packs else {}


def metrics(scores: NeedScores) -> dict[str, float]:
    """Return the numbers floors are kept for, by name; those that could not be measured are left out."""
    found: dict[str, float | None] = {f"{kind}_f1": tally.f1 for kind, tally in scores.found.items()}
    found |= {f"{kind}_precision": tally.precision for kind, tally in scores.found.items()}
    found |= {name: accuracy.value for name, accuracy in scores.judged.items()}
    found["quiet_traps"] = scores.quiet / scores.traps if scores.traps else None
    return {name: value for name, value in found.items() if value is not None}


def need_marks_row(scores: NeedScores) -> dict[str, Any]:
    """Return the scores as a JSON object."""
    return {
        "schema": "bilan.need-marks/1",
        "language": scores.language,
        "sentences": scores.sentences,
        "traps": scores.traps,
        **metrics(scores),
        "faults": dict(scores.faults),
    }


def _pair(marks: Sequence[Mark], rows: Sequence[Row]) -> list[tuple[Mark, Row]]:
    return [(marks[left], rows[right]) for left, right in best_pairs([[_gain(m, row) for row in rows] for m in marks])]


def _gain(mark: Mark, row: Row) -> int:
    what = WHAT[row["kind"]]
    same = mark.kind == row["kind"] and check_value(what, mark.get(what) or "", row) is None
    return shared_length(mark.span, quote_span(row)) if same else 0


def _judge(name: str, pairs: Sequence[tuple[Mark, Row]]) -> Accuracy:
    asked = [(value, row) for mark, row in pairs if (value := mark.get(name)) is not None]
    return Accuracy(sum(check_value(name, value, row) is None for value, row in asked), len(asked))


def _faults(sentence: Marked, rows: Sequence[Row], pairs: Sequence[tuple[Mark, Row]]) -> tuple[str, ...]:
    found, taken = [id(mark) for mark, _ in pairs], [id(row) for _, row in pairs]
    missed = [f"no {mark.get(WHAT[mark.kind])}" for mark in sentence.marks if id(mark) not in found]
    false = [
        f"a false {(row['need'] or row['statement'])[WHAT[row['kind']]]} at {row['quote']['exact']!r}"
        for row in rows
        if id(row) not in taken
    ]
    wrong = [
        fault
        for mark, row in pairs
        for name in JUDGED
        if (value := mark.get(name)) is not None and (fault := check_value(name, value, row)) is not None
    ]
    return (*missed, *false, *wrong)

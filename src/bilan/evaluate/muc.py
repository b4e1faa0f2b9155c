"""Read MUC-4's test sets TST1 and TST2, telegrams in capitals, and score their victims: how many dead and injured.

What happened and who did it is scored by `muc_templates`. Of the victims the key lists human targets with a number and
an effect. Asked are pairs of an effect, DEATH or INJURY, and a number; one told often, or of several single persons,
counts once a report.

* A number the key gives is right if low and high agree; "PLURAL" is any count of at least two that is no exact one.
* Any alternative of the key is right; what it calls optional counts neither for nor against.
* Recall is asked of every report with such a pair. Precision is asked only there: the key holds terrorist acts alone,
  so a clash in another report is no mistake.

Before reading, capitals are undone (`truecase.py`, learned from the texts of the corpora in `CASED`; a short form that
one telegram introduces keeps its capitals in all), wrapped lines are joined, the dateline up to "[TEXT]" is blanked.
"""

import gzip
import json
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from bilan.evaluate.ahead import parse_ahead
from bilan.evaluate.inputs import make_report
from bilan.evaluate.matching import Row, best_pairs
from bilan.evaluate.scores import Tally
from bilan.evaluate.truecase import find_initials, learn_cases, restore_case
from bilan.model.decision import LinkDecisions
from bilan.model.extraction import Source
from bilan.model.incident import Incident
from bilan.model.wire import claim_row
from bilan.pipeline import Tools, assemble, extract

CORPUS = "events-en-muc"
SETS = ("tst1", "tst2")
CASED = ("places-en", "times-en", "parallel-news")
EFFECTS = {"DEATH": "killed", "INJURY": "injured"}
PLURAL = "plural"
SEVERAL = 2
COUNTED = ("asserted", "hedged")
BASES = ("total", "part")

_HEAD = re.compile(r"\A.*?\[TEXT\]", re.DOTALL)
_WRAP = re.compile(r"(?<!\n)\n(?!\s*\n)")


class Asked(NamedTuple):
    """One pair of the key: outcomes and numbers that are right; `optional` ones need not be found."""

    outcomes: frozenset[str]
    numbers: frozenset[tuple[int | None, int | None, str]]
    optional: bool


class VictimScores(NamedTuple):
    """`all` pairs, and those of a number that is surely two or more: a single victim is mostly a name, not a count."""

    all: Tally
    several: Tally


class Telegram(NamedTuple):
    """One report of the corpus: its record, the claims read from it as `bilan.claim/1`, the incidents made of them."""

    record: Mapping[str, Any]
    rows: tuple[Row, ...]
    incidents: tuple[Incident, ...]


def read_telegrams(gold: Path, tools: Tools, sets: Sequence[str] = SETS) -> tuple[Telegram, ...]:
    """Read and reconcile the reports of both test sets, each by itself.

    Args:
        gold: folder of the gold corpora.
        tools: the pipeline's tools.
        sets: names of the sets; "dev" is to tune on.

    Raises:
        OSError: a corpus file is missing.
    """
    records = [record for record in read_records(gold / f"{CORPUS}.jsonl.gz") if record["set"] in sets]
    cases = learn_cases(text for name in CASED for text in _texts(gold / f"{name}.jsonl.gz"))
    initials = frozenset(short for record in records for short in find_initials(record["text"]))
    reports = [
        make_report(record["id"], readable(record["text"], cases, initials), "en", record["published"])
        for record in records
    ]
    known = parse_ahead(reports, tools)
    found = []
    for record, report in zip(records, reports, strict=True):
        claims = extract(report, known).claims
        source = Source(report.digest, (report.id,), None, report.published, "en", None, report.digest)
        incidents = assemble(claims, [source], LinkDecisions(), {}).incidents
        found.append(Telegram(record, tuple(claim_row(claim) for claim in claims), incidents))
    return tuple(found)


def score_victims(telegrams: Sequence[Telegram]) -> VictimScores:
    """Compare the tolls of telegrams with the key.

    Returns:
        Pairs in the key, pairs found in reports that have one, pairs found that are right; of all and of numbers from
        two on.
    """
    read = [(asked_pairs(telegram.record["templates"]), telegram.rows) for telegram in telegrams]
    return VictimScores(
        _summed(tally_report(asked, rows) for asked, rows in read),
        _summed(tally_several(asked, rows) for asked, rows in read),
    )


def _summed(tallies: Iterable[Tally]) -> Tally:
    return Tally(*(sum(numbers) for numbers in zip(*((t.gold, t.predicted, t.matched) for t in tallies), strict=True)))


def readable(text: str, cases: Mapping[str, str], initials: Collection[str] = ()) -> str:
    """Blank the dateline, join wrapped lines, undo capitals; offsets stay."""
    head = _HEAD.search(text)
    body = " " * head.end() + text[head.end() :] if head else text
    return restore_case(_WRAP.sub(" ", body), cases, initials)


def asked_pairs(templates: Sequence[Mapping[str, Any]]) -> tuple[Asked, ...]:
    """Return the pairs of a report's key, each once."""
    found = dict.fromkeys(pair for template in templates for pair in _template_pairs(template))
    return tuple(found)


def tally_report(asked: Sequence[Asked], rows: Sequence[Row]) -> Tally:
    """Compare one report's pairs with the tolls read from it; without a pair nothing is asked."""
    needed = [pair for pair in asked if not pair.optional]
    if not needed:
        return Tally()
    told = list(dict.fromkeys(_told(row) for row in rows if _counts(row)))
    pairs = best_pairs([[int(_fits(pair, toll)) for toll in told] for pair in needed])
    taken = {right for _, right in pairs}
    optional = [pair for pair in asked if pair.optional]
    extra = [n for n, toll in enumerate(told) if n not in taken and not any(_fits(pair, toll) for pair in optional)]
    return Tally(len(needed), len(pairs) + len(extra), len(pairs))


def tally_several(asked: Sequence[Asked], rows: Sequence[Row]) -> Tally:
    """Compare only pairs and tolls of two or more; a report asked for none of them is asked for nothing."""
    pairs = [pair for pair in asked if all((low or 0) >= SEVERAL for low, _, _ in pair.numbers)]
    singles = [pair._replace(optional=True) for pair in asked if pair not in pairs]
    several = [row for row in rows if row["count"] is not None and (row["count"]["low"] or 0) >= SEVERAL]
    return tally_report((*pairs, *singles), several)


def read_records(path: Path) -> Iterator[Mapping[str, Any]]:
    """Yield the records of a gzip file of JSON lines."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _texts(path: Path) -> Iterator[str]:
    return (record["text"] for record in read_records(path))


def _template_pairs(template: Mapping[str, Any]) -> Iterator[Asked]:
    for number in template["hum_target_number"] or ():
        for effect in template["hum_target_effect"] or ():
            outcomes = {EFFECTS[one["value"]] for one in effect["alternatives"] if one["value"] in EFFECTS}
            if outcomes and _targets(number) & _targets(effect):
                counts = frozenset((one["low"], one["high"], one["wording"]) for one in number["alternatives"])
                optional = template["optional"] or number["optional"] or effect["optional"]
                yield Asked(frozenset(outcomes), counts, optional or len(outcomes) < len(effect["alternatives"]))


def _targets(fill: Mapping[str, Any]) -> set[str]:
    return {target for one in fill["alternatives"] for target in one.get("of") or ()}


def _counts(row: Row) -> bool:
    told = row["kind"] == "toll" and row["count"] is not None and row["outcome"] in EFFECTS.values()
    return told and row["basis"] in BASES and row["modality"] in COUNTED


def _told(row: Row) -> tuple[str, int | None, int | None]:
    return row["outcome"], row["count"]["low"], row["count"]["high"]


def _fits(pair: Asked, toll: tuple[str, int | None, int | None]) -> bool:
    outcome, low, high = toll
    plural = any(wording == PLURAL for _, _, wording in pair.numbers) and low is not None and low > 1 and low != high
    return outcome in pair.outcomes and (plural or (low, high) in {number[:2] for number in pair.numbers})

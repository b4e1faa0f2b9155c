"""List mistakes in context, the quickest way to see what a rule gets wrong.

Kinds: `missed` (a gold claim nobody found), `spurious` (a claim the gold does not have), `near` (both at once: the
quotes touch but outcome or number differ, or these agree and the quotes stand a few words apart), and one kind an
attribute of a matched pair.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from bilan.evaluate.attributes import ATTRIBUTES
from bilan.evaluate.gold import Gold
from bilan.evaluate.matching import Pairing, Row, best_pairs, gold_key, key_of, quote_span, shared_length
from bilan.model.text import Span

CONTEXT = 80  # code points shown on either side of a quote
NEARBY = 60  # code points between two quotes that may still mean the same words
JUDGED = ("wording", "modality", "basis", "people", "speaker", "place", "date")
KINDS = ("missed", "spurious", "near", *JUDGED)


@dataclass(frozen=True, slots=True)
class Mistake:
    """One mistake: `gold` is None for a spurious claim, `row` for a missed one. `span` is where to look in `text`."""

    kind: str
    report: str
    text: str
    span: Span
    gold: Gold | None
    row: Row | None

    @property
    def context(self) -> tuple[str, str, str]:
        """The words before, at and after the span, on one line each."""
        start, end = self.span.start, self.span.end
        parts = (self.text[max(0, start - CONTEXT) : start], self.span.of(self.text), self.text[end : end + CONTEXT])
        before, here, after = (part.replace("\n", "⏎") for part in parts)
        return before, here, after

    @property
    def outcomes(self) -> frozenset[str]:
        """The outcomes of gold and prediction."""
        return frozenset(
            ([self.gold.outcome] if self.gold else []) + ([self.row["outcome"]] if self.row is not None else [])
        )


def find_mistakes(
    pairings: Sequence[Pairing], *, kinds: Collection[str] = (), outcomes: Collection[str] = (), kept_back: bool = False
) -> Iterator[Mistake]:
    """Yield mistakes, report by report, in the order of the text.

    Reports that are kept back (`GoldReport.kept_back`) are passed over: a mistake one has read is a rule one bends.

    Args:
        pairings: gold beside predictions.
        kinds: some of KINDS; empty for all.
        outcomes: only mistakes about one of these outcomes; empty for all.
        kept_back: list those of the reports kept back, and no others.
    """
    for pairing in pairings:
        if pairing.report.kept_back != kept_back:
            continue
        found = [*_unmatched(pairing), *_wrong_attributes(pairing)]
        for mistake in sorted(found, key=lambda mistake: (mistake.span, KINDS.index(mistake.kind))):
            if (not kinds or mistake.kind in kinds) and (not outcomes or mistake.outcomes & set(outcomes)):
                yield mistake


def describe_gold(gold: Gold, kind: str) -> str:
    """Say on one line what the gold has; for a wrong attribute only that attribute."""
    values = {
        "wording": gold.wording,
        "modality": gold.modality,
        "basis": gold.basis,
        "people": ",".join(gold.people),
        "speaker": " > ".join(gold.said_by) or "–",
        "place": gold.place or "–",
        "date": gold.date or "–",
    }
    number = f"{gold.outcome} {_number(gold.low, gold.high, gold.share)}"
    return f"{number}  {values[kind]}" if kind in values else f"{number}  {_brief(values)}"


def describe_row(row: Row, kind: str) -> str:
    """Say on one line what was predicted; for a wrong attribute only that attribute, with its cue or spelling."""
    count, place, time = row["count"] or {}, row["place"], row["time"]
    values = {
        "wording": count.get("wording") or "–",
        "modality": row["modality"],
        "basis": row["basis"],
        "people": ",".join(row["people"]),
        "speaker": " > ".join(f"{said['text']} [{said['cue']}]" for said in row["said_by"]) or "–",
        "place": f"{place['text']} → {place['name']}" if place else "–",
        "date": f"{time['text']} → {time['earliest']}/{time['latest']}" if time else "–",
    }
    number = f"{row['outcome']} {_number(count.get('low'), count.get('high'), row['share'])}"
    return f"{number}  {values[kind]}" if kind in values else f"{number}  {_brief(values)}"


def mistake_row(mistake: Mistake) -> dict[str, Any]:
    """Return a mistake as a JSON object."""
    before, here, after = mistake.context
    return {
        "schema": "bilan.mistake/1",
        "kind": mistake.kind,
        "report": mistake.report,
        "start": mistake.span.start,
        "end": mistake.span.end,
        "before": before,
        "quote": here,
        "after": after,
        "gold": describe_gold(mistake.gold, mistake.kind) if mistake.gold else None,
        "predicted": describe_row(mistake.row, mistake.kind) if mistake.row is not None else None,
    }


def _unmatched(pairing: Pairing) -> Iterator[Mistake]:
    report, text = pairing.report.id, pairing.report.text
    near = best_pairs([[_closeness(gold, row) for row in pairing.spurious] for gold in pairing.missed])
    near_gold, near_row = {g for g, _ in near}, {r for _, r in near}
    for g, r in near:
        gold, row = pairing.missed[g], pairing.spurious[r]
        spans = gold.span, quote_span(row)
        yield Mistake("near", report, text, Span(min(spans).start, max(span.end for span in spans)), gold, row)
    for index, gold in enumerate(pairing.missed):
        if index not in near_gold:
            yield Mistake("missed", report, text, gold.span, gold, None)
    for index, row in enumerate(pairing.spurious):
        if index not in near_row:
            yield Mistake("spurious", report, text, quote_span(row), None, row)


def _wrong_attributes(pairing: Pairing) -> Iterator[Mistake]:
    for gold, row in pairing.matched:
        for name in JUDGED:
            if ATTRIBUTES[name](gold, row) is False:
                yield Mistake(name, pairing.report.id, pairing.report.text, gold.span, gold, row)


def _closeness(gold: Gold, row: Row) -> int:
    """How close two unmatched claims are.

    Either their quotes share something (an equal outcome or number adds to it), or they say the same a few words apart.
    """
    span = quote_span(row)
    shared = shared_length(gold.span, span)
    if not shared:
        apart = max(span.start - gold.span.end, gold.span.start - span.end)
        return int(key_of(row) == gold_key(gold) and apart <= NEARBY)
    (outcome, *number), (wanted, *wanted_number) = key_of(row), gold_key(gold)
    return shared + 10 * (outcome == wanted) + 10 * (number == wanted_number)


def _number(low: int | None, high: int | None, share: float | None) -> str:
    if share is not None:
        return f"share {share:g}"
    if low == high:
        return str(low)
    return f"{'' if low is None else low}..{'' if high is None else high}"


def _brief(values: dict[str, str]) -> str:
    common = {"modality": "asserted", "basis": "total", "people": "unknown", "speaker": "–", "place": "–", "date": "–"}
    return "  ".join(value for name, value in values.items() if common.get(name) != value)

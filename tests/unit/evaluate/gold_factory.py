"""Gold claims and predicted records for the evaluation's tests, everything a test does not speak of filled in."""

from typing import Any

from bilan.evaluate.gold import Gold, GoldReport
from bilan.model.text import Span

TEXT = "Sept civils ont été tués et douze autres blessés lundi à Tellera, selon la police du district. " * 3


def make_gold(low: int | None = 7, high: int | None = 7, at: int = 0, **fields: Any) -> Gold:  # noqa: ANN401 - any field of a record
    """Make a gold claim, 7 killed unless told otherwise; its quote is 10 code points from `at`."""
    plain: dict[str, Any] = {
        "outcome": "killed",
        "wording": "exact",
        "basis": "total",
        "modality": "asserted",
        "people": ("civilian",),
        "said_by": (),
        "span": Span(at, at + 10),
    }
    return Gold(low=low, high=high, **(plain | fields))


def make_gold_report(*claims: Gold, **fields: Any) -> GoldReport:  # noqa: ANN401 - any field of a record
    """Make a gold report around claims: id r1, corpus claims-fr, French."""
    plain: dict[str, Any] = {
        "id": "r1",
        "corpus": "claims-fr",
        "language": "fr",
        "text": TEXT,
        "published": None,
        "title": None,
    }
    return GoldReport(claims=claims, **(plain | fields))


def make_row(low: int | None = 7, high: int | None = 7, at: int = 0, **fields: Any) -> dict[str, Any]:  # noqa: ANN401 - any field of a record
    """Make a predicted record, the perfect answer to `make_gold` with the same arguments."""
    end = fields.pop("end", at + 10)
    plain: dict[str, Any] = {
        "schema": "bilan.claim/1",
        "id": f"clm-{at}",
        "report": "r1",
        "kind": "toll",
        "event": None,
        "tags": [],
        "outcome": "killed",
        "count": {"low": low, "high": high, "wording": fields.pop("wording", "exact"), "text": ""},
        "basis": "total",
        "per": None,
        "share": None,
        "people": ["civilian"],
        "modality": "asserted",
        "said_by": [],
        "actors": [],
        "need": None,
        "statement": None,
        "place": None,
        "time": None,
        "flags": [],
        "quote": {"start": at, "end": end, "exact": TEXT[at:end]},
        "maker": "test/1",
    }
    return plain | fields


def make_place_row(text: str, name: str | None = None) -> dict[str, Any]:
    """Make a place with only its words and name."""
    return {"text": text, "name": name}


def make_time_row(earliest: str | None, latest: str | None = None, text: str = "lundi") -> dict[str, Any]:
    """Make a time with only its words and days; one day unless `latest` is given."""
    return {"text": text, "earliest": earliest, "latest": latest or earliest}


def answer(gold: Gold, report: str = "r1") -> dict[str, Any]:
    """Return the perfect prediction for a gold claim."""
    share = gold.basis == "share"
    count = None if share else {"low": gold.low, "high": gold.high, "wording": gold.wording, "text": ""}
    return make_row(
        at=gold.span.start,
        end=gold.span.end,
        report=report,
        outcome=gold.outcome,
        count=count,
        basis=gold.basis,
        share=gold.share,
        people=list(gold.people),
        modality=gold.modality,
        said_by=[{"text": text, "cue": "selon"} for text in gold.said_by],
        place=make_place_row(gold.place) if gold.place else None,
        time=make_time_row(gold.date) if gold.date else None,
    )

"""Times: expressions as written, and the intervals they stand for."""

from dataclasses import dataclass

from bilan.model.text import Span


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """When something happened: an interval of days, as fine as the words.

    `earliest`, `latest`: ISO dates, both None while unresolved. `precision`: UCDP's date codes (1 day · 2 2-6 days ·
    3 week · 4 month · 5 year). Without a publication date `anchor` ("publication" or "previous") and `offset`
    (ISO 8601 duration, signed: "-P2W") are kept. `every` is a recurrence ("P1D" for "chaque jour").
    """

    text: str
    earliest: str | None = None
    latest: str | None = None
    precision: int | None = None
    anchor: str | None = None
    offset: str | None = None
    every: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time expression found in the text, not yet anchored.

    `kind`: day · week · weekend · month · quarter · half · season · year · decade · century · weekday · part · clock ·
    hour · duration · recurrence · vague · range. A duration, a recurrence and a vague time ("recently", value PAST_REF)
    date nothing. A range has a second end, or is a window of length `value` that ends or begins at its anchor.
    `value` is what the words alone say: an ISO-like pattern ("2016-03-23", "XXXX-03-23", "XXXX-XX-23"), a duration
    ("P2W") or a clock ("T09:11"). `anchor`: absolute · publication · previous (another time in the text).
    `offset` is a signed ISO 8601 duration for relative expressions, with X for a number left open ("-PXD").
    `direction`: past · future · None, as far as the words or the tense say.
    """

    span: Span
    text: str
    kind: str
    value: str | None = None
    anchor: str = "absolute"
    offset: str | None = None
    every: str | None = None
    weekday: int | None = None  # Monday = 0
    direction: str | None = None
    modifier: str | None = None  # start · mid · end · before · after · since · until · about · last · this · next
    until: "TimeMention | None" = None  # second end of a range

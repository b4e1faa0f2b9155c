"""A report: one frozen text from one outlet, and the evidence it came from."""

from dataclasses import dataclass, field

from bilan.model.text import SetAside, Span


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where bytes came from: `sha256` names the blob, `media_type` says how to read it."""

    sha256: str
    size: int
    media_type: str
    origin: str  # path, URL or "-" for standard input
    retrieved: str | None = None  # ISO 8601 date-time with zone
    tool: str = ""  # which reader version took it in


@dataclass(frozen=True, slots=True)
class RawItem:
    """One input as it came: `name` becomes the report's id unless the record carries its own.

    `line` is the 1-based line of a JSON-lines file, None for whole files.
    """

    name: str
    media_type: str  # text/plain · text/html · application/json (one record)
    data: bytes
    evidence: Evidence
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """A text to read claims from.

    `text` is frozen: every offset in the product is a code point of it. `published` is an ISO date or date-time;
    `published_from` says who gave it: record, option (--published) or page (found in the markup).
    """

    id: str
    text: str
    digest: str
    language: str | None
    published: str | None = None
    published_from: str | None = None
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    evidence: Evidence | None = None
    set_aside: tuple[SetAside, ...] = ()

    @property
    def published_day(self) -> str | None:
        """The publication day as YYYY-MM-DD."""
        return self.published[:10] if self.published else None


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a report that is read for claims: what is left once set-aside spans are taken out."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that could not be read: what it was, why, and the way out."""

    name: str
    reason: str
    remedy: str
    line: int | None = None
    kind: str = "failed"  # failed (exit 3) or set-aside (a language without a pack: no failure)
    copies: tuple[str, ...] = field(default=())

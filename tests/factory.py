"""Records for tests, with everything a test does not speak of filled in."""

# ruff: noqa: ANN401 - the fields of a record are of many types; the record itself checks them

from collections.abc import Sequence
from typing import Any

from bilan.model.claim import Claim, Count, Links, Speaker, claim_id
from bilan.model.extraction import Source
from bilan.model.ids import text_digest
from bilan.model.place import Place
from bilan.model.report import Report
from bilan.model.text import Quote, Span
from bilan.model.time import TimeSpan

PARENTS: dict[str, str | None] = {
    "explosion": None,
    "air-drone-strike": "explosion",
    "shelling-artillery-missile": "explosion",
    "suicide-bomb": "explosion",
    "remote-explosive-ied-landmine": "explosion",
    "battle": None,
    "armed-clash": "battle",
    "violence-against-civilians": None,
    "attack": "violence-against-civilians",
    "protest": None,
    "agreement": None,
    "disaster": None,
    "other": None,
}


def make_place(name: str = "Tellera", **fields: Any) -> Place:
    """Make a resolved town: `lat`, `lon`, `country`, `precision`, `id` as wanted."""
    plain: dict[str, Any] = {
        "lat": 35.0,
        "lon": 37.0,
        "country": "SY",
        "precision": 1,
        "id": f"test:{name.lower()}",
    } | fields
    return Place(text=name, name=name, **plain)


def make_time(earliest: str = "2021-03-02", latest: str | None = None, precision: int = 1, **fields: Any) -> TimeSpan:
    """Make a resolved time span; one day unless `latest` is given."""
    return TimeSpan(
        text=fields.pop("text", earliest), earliest=earliest, latest=latest or earliest, precision=precision, **fields
    )


def make_count(low: int | None = 3, high: int | None = -1, wording: str = "exact") -> Count:
    """Make a count; `high` = `low` unless given."""
    high = low if high == -1 else high
    return Count(low, high, wording, f"{low}-{high}")


def make_claim(outcome: str | None = "killed", low: int | None = 3, **fields: Any) -> Claim:
    """Make a claim, a toll of 3 killed unless told otherwise.

    Args:
        outcome: outcome of a toll; None for an event claim.
        low: the count's low; `high` and `wording` are taken from `fields` (`high` = `low` unless given).
        fields: any field of Claim, and `report` (default "r1"), `at` (where the quote starts), `sentence` (start of
            the sentence), `links` as a mapping, `said_by` as a list of words.
    """
    report, at = fields.pop("report", "r1"), fields.pop("at", 0)
    digest = fields.pop("digest", None) or text_digest(report)
    kind = fields.pop("kind", "toll" if outcome else "event")
    high, wording = fields.pop("high", -1), fields.pop("wording", "exact")
    sentence = fields.pop("sentence", at)
    words = fields.pop("words", f"{low} {outcome}")
    quote = Quote(at, at + len(words), words, "", "")
    event = fields.pop("event", "attack")
    ordinal = fields.pop("ordinal", 0)
    said_by = tuple(Speaker(text, "selon") for text in fields.pop("said_by", ()))
    links = Links(**{name: tuple(ids) for name, ids in fields.pop("links", {}).items()})
    default_id = claim_id(digest, kind, outcome or event or "", quote.span, ordinal)
    return Claim(
        id=fields.pop("id", default_id),
        report=report,
        digest=digest,
        kind=kind,
        quote=quote,
        sentence=Span(sentence, sentence + 200),
        maker="test/1",
        event=event,
        outcome=outcome,
        count=fields.pop("count", make_count(low, high, wording) if outcome else None),
        said_by=said_by,
        links=links,
        place=fields.pop("place", make_place()),
        time=fields.pop("time", make_time()),
        **fields,
    )


def make_source(name: str = "r1", published: str | None = "2021-03-03", **fields: Any) -> Source:
    """Make the source of the report called `name`; a group of its own unless `group` is given."""
    digest = fields.pop("digest", None) or text_digest(name)
    return Source(
        digest=digest,
        names=fields.pop("names", (name,)),
        outlet=fields.pop("outlet", None),
        published=published,
        language=fields.pop("language", "fr"),
        title=fields.pop("title", None),
        group=fields.pop("group", digest),
    )


def make_report(text: str = "Trois morts à Tellera.", **fields: Any) -> Report:
    """Make a report with the digest of its text; its id is `id` or the text's digest."""
    digest = text_digest(text)
    return Report(
        id=fields.pop("id", digest[:8]), text=text, digest=digest, language=fields.pop("language", "fr"), **fields
    )


def sources_of(claims: Sequence[Claim], published: str | None = "2021-03-03") -> tuple[Source, ...]:
    """Make one independent source for every report that the claims come from."""
    reports = {claim.report: claim.digest for claim in claims}
    return tuple(make_source(name, published, digest=digest) for name, digest in sorted(reports.items()))

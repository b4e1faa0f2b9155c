"""What linking compares: the little of a claim, or of a strand of claims, that tells one incident from another."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from typing import NamedTuple

from bilan.incidents.heads import Days, Taxonomy, choose_event, choose_place, choose_time, days_of
from bilan.model.claim import Claim
from bilan.model.extraction import Source
from bilan.model.place import Place

BACKGROUND = "background"  # the flag of a claim that only recalls an earlier incident
LEADING_ROLES = ("perpetrator", "side-a", "side-b", "claimed-by")  # who did it tells incidents apart; targets do not
MIN_WORD = 4  # letters: shorter words are mostly articles and prepositions, in every language of the packs


class Spot(NamedTuple):
    """A place as linking sees it; `name` is folded, everything else is None while the place is unresolved."""

    id: str | None
    name: str
    lat: float | None
    lon: float | None
    country: str | None
    precision: int | None


class Profile(NamedTuple):
    """One claim or one strand.

    `key` is the smallest claim id in it. `days` are those stated; `told` is the day of publication, the latest day the
    incident can have had. `counts` are (outcome, low, high). `words` are those of the report's title, folded.
    """

    key: str
    report: str
    group: str
    spot: Spot | None
    days: Days | None
    offset: str | None
    told: int | None
    event: str
    actors: frozenset[str]
    counts: frozenset[tuple[str, int | None, int | None]]
    words: frozenset[str]
    background: bool


class Context(NamedTuple):
    """What profiles are read with: sources by digest, the group of each, the taxonomy."""

    sources: Mapping[str, Source]
    groups: Mapping[str, str]
    published: Mapping[str, str | None]  # earliest date printed by any copy in the digest's group
    taxonomy: Taxonomy

    def printed_day(self, digest: str) -> int | None:
        """Return the ordinal of the day on which the report's text was first printed."""
        published = self.published.get(digest)
        return date.fromisoformat(published[:10]).toordinal() if published else None


def make_context(claims: Sequence[Claim], sources: Sequence[Source], taxonomy: Taxonomy) -> Context:
    """Index the sources; a claim whose report is not among them counts as a source of its own, undated."""
    by_digest = {source.digest: source for source in sources}
    groups = {claim.digest: claim.digest for claim in claims} | {source.digest: source.group for source in sources}
    first: dict[str, str] = {}
    for source in sources:
        if source.published is not None:
            printed = _in_utc(source.published)
            first[source.group] = min(first.get(source.group, printed), printed)
    published = {digest: first.get(group) for digest, group in groups.items()}
    return Context(by_digest, groups, published, taxonomy)


def _in_utc(published: str) -> str:
    """Write a date-time with a zone in UTC, so that two of them sort by the instant; leave all else as it is."""
    if "T" not in published:
        return published
    instant = datetime.fromisoformat(published)
    return published if instant.tzinfo is None else instant.astimezone(UTC).isoformat()


def make_profile(claims: Sequence[Claim], context: Context) -> Profile:
    """Describe claims of one report that belong together.

    Args:
        claims: one or more claims of one report.
        context: sources and taxonomy.
    """
    digest = claims[0].digest
    source = context.sources.get(digest)
    time = choose_time(claims, context.groups)
    title = source.title if source and source.title else ""
    return Profile(
        key=min(claim.id for claim in claims),
        report=digest,
        group=context.groups[digest],
        spot=spot_of(choose_place(claims, context.groups)),
        days=days_of(time),
        offset=time.offset if time and time.anchor else None,
        told=context.printed_day(digest),
        event=choose_event(claims, context.groups, context.taxonomy),
        actors=frozenset(
            actor.id or fold(actor.text) for claim in claims for actor in claim.actors if actor.role in LEADING_ROLES
        ),
        counts=frozenset(
            (claim.outcome, claim.count.low, claim.count.high)
            for claim in claims
            if claim.outcome and claim.count and claim.basis == "total"
        ),
        words=frozenset(word for word in _WORD.findall(fold(title)) if len(word) >= MIN_WORD),
        background=all(BACKGROUND in claim.flags for claim in claims),
    )


def spot_of(place: Place | None) -> Spot | None:
    """Return a place as linking sees it."""
    if place is None:
        return None
    name = fold(place.name or place.text)
    return Spot(place.id, name, place.lat, place.lon, place.country, place.precision)


def fold(text: str) -> str:
    """Lower-case `text` and drop accents, so that two spellings of one word are equal."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char))


_WORD = re.compile(r"[^\W\d_]+")

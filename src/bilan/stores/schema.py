"""The tables of a casebook, as the newest migration leaves them.

Kept for good: evidence, sightings, reports' texts, extractions, log, minted incident ids. Views that are written anew
when the casebook is assembled: claims, incidents and what belongs to them. A report read anew keeps its old claims in
the view until the next assembly, so that a reader never meets an incident whose claims are gone.
"""

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, MetaData, Table, Text, UniqueConstraint

SCHEMA_VERSION = 1  # goes up with every migration; casebook.toml and alembic_version say the same

METADATA = MetaData()

evidence = Table(
    "evidence",
    METADATA,
    Column("sha256", Text, primary_key=True),
    Column("origin", Text, primary_key=True),
    Column("size", Integer, nullable=False),
    Column("media_type", Text, nullable=False),
    Column("retrieved", Text),
    Column("tool", Text, nullable=False),
)

reports = Table(
    "reports",
    METADATA,
    Column("digest", Text, primary_key=True),  # sha256 of the text
    Column("text", Text, nullable=False),
    Column("extraction", Text),  # id of the newest one, which the next assembly uses
    Column("withheld", Text),
)

sightings = Table(
    "sightings",
    METADATA,
    Column("seq", Integer, primary_key=True),
    Column("digest", Text, ForeignKey("reports.digest"), nullable=False),
    Column("key", Text, nullable=False, unique=True),  # hash of the whole row: the same input is kept once
    Column("name", Text, nullable=False),  # the input's id
    Column("language", Text),
    Column("published", Text),
    Column("published_from", Text),
    Column("title", Text),
    Column("outlet", Text),
    Column("url", Text),
    Column("set_aside", Text, nullable=False),  # JSON
    Column("evidence", Text),  # sha256
    Column("origin", Text),
    Index("sightings_digest", "digest"),
)

extractions = Table(
    "extractions",
    METADATA,
    Column("id", Text, primary_key=True),  # hash of digest, maker, publication date and language
    Column("digest", Text, ForeignKey("reports.digest"), nullable=False),
    Column("maker", Text, nullable=False),
    Column("made", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("payload", Text, nullable=False),  # canonical JSON: claims, places, set_aside
)

claims = Table(
    "claims",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("digest", Text, ForeignKey("reports.digest"), nullable=False),
    Column("extraction", Text, ForeignKey("extractions.id"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("revision", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("event", Text),
    Column("outcome", Text),
    Column("low", Integer),
    Column("high", Integer),
    Column("basis", Text, nullable=False),
    Column("modality", Text, nullable=False),
    Column("country", Text),
    Column("place", Text),  # gazetteer id
    Column("earliest", Text),
    Column("latest", Text),
    Column("row", Text, nullable=False),  # bilan.claim/1
    UniqueConstraint("digest", "position"),
    Index("claims_what", "kind", "outcome", "event"),
    Index("claims_where_when", "country", "earliest"),
)

incidents = Table(
    "incidents",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("minted", Text, nullable=False),
    Column("position", Integer),  # place among the live ones; null when it is none any more
    Column("redirect", Text, ForeignKey("incidents.id")),  # where its claims went
    Column("event", Text),
    Column("background", Boolean),
    Column("status", Text),
    Column("country", Text),
    Column("place", Text),
    Column("earliest", Text),
    Column("latest", Text),
    Column("row", Text),  # bilan.incident/1
    Index("incidents_where_when", "country", "earliest"),
)

memberships = Table(
    "memberships",
    METADATA,
    Column("claim", Text, ForeignKey("claims.id"), primary_key=True),  # each claim in at most one incident
    Column("incident", Text, ForeignKey("incidents.id"), nullable=False),
    Column("position", Integer, nullable=False),
    Index("memberships_incident", "incident"),
)

figures = Table(
    "figures",
    METADATA,
    Column("incident", Text, ForeignKey("incidents.id"), primary_key=True),
    Column("outcome", Text, primary_key=True),
    Column("people", Text, primary_key=True),
    Column("policy", Text, primary_key=True),
    Column("low", Integer),
    Column("best", Integer),
    Column("high", Integer),
    Column("open", Boolean, nullable=False),
    Column("reason", Text, nullable=False),
)

envelopes = Table(
    "envelopes",
    METADATA,
    Column("position", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("claim", Text, ForeignKey("claims.id"), nullable=False),
    Column("row", Text, nullable=False),  # bilan.envelope/1
)

unlinked = Table(
    "unlinked",
    METADATA,
    Column("claim", Text, ForeignKey("claims.id"), primary_key=True),
    Column("position", Integer, nullable=False),
    Column("reason", Text, nullable=False),
)

relations = Table(
    "relations",
    METADATA,
    Column("position", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("source", Text, ForeignKey("claims.id"), nullable=False),
    Column("target", Text, ForeignKey("claims.id"), nullable=False),
    Column("reason", Text, nullable=False),
)

log = Table(
    "log",
    METADATA,
    Column("seq", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("body", Text, nullable=False),  # canonical JSON
    Column("previous", Text, nullable=False),
    Column("digest", Text, nullable=False, unique=True),
)

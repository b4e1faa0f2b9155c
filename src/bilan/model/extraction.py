"""What one report yields, and what many reports together yield."""

from dataclasses import dataclass

from bilan.model.claim import Claim
from bilan.model.incident import Envelope, Incident, Relation, Unlinked
from bilan.model.place import Place
from bilan.model.report import Report
from bilan.model.text import SetAside


@dataclass(frozen=True, slots=True)
class Extraction:
    """One report read: its claims, every place it names (resolved or not), and what was set aside."""

    report: Report
    claims: tuple[Claim, ...]
    places: tuple[Place, ...]
    set_aside: tuple[SetAside, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """What linking and figures need to know of a report: who printed it, when, and what it copies.

    `names` are all input ids with this very text; `group` is equal for reprints of one text (one independent source).
    """

    digest: str
    names: tuple[str, ...]
    outlet: str | None
    published: str | None
    language: str | None
    title: str | None
    group: str


@dataclass(frozen=True, slots=True)
class Assembly:
    """Many reports reconciled: each claim is in at most one incident; those in none are listed with the reason.

    `redirects` are pairs (old incident id, the id that took over its claims).
    """

    incidents: tuple[Incident, ...]
    envelopes: tuple[Envelope, ...]
    unlinked: tuple[Unlinked, ...]
    relations: tuple[Relation, ...]
    redirects: tuple[tuple[str, str], ...] = ()

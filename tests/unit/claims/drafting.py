"""Small helpers to make drafts of our own sentences, stage by stage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.unit.annotate.reading import annotated

from bilan.claims.basis import judge_basis
from bilan.claims.draft import Draft
from bilan.claims.modality import judge_modality
from bilan.claims.parts import mark_parts
from bilan.claims.tolls import find_tolls
from bilan.claims.updates import split_updates
from bilan.model.claim import Count
from bilan.model.text import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bilan.annotate.annotation import Annotation
    from bilan.pipeline import Tools

Told = tuple[str | None, int | None, int | None, str]
Read = tuple["Annotation", "Sequence[Draft]"]


def tolls(tools: Tools, code: str, text: str) -> Read:
    """Find tolls, nothing more."""
    annotation = annotated(tools, code, text)
    return annotation, find_tolls(annotation).drafts


def parted(tools: Tools, code: str, text: str) -> Read:
    """Find tolls, split updates, mark parts."""
    annotation, drafts = tolls(tools, code, text)
    return annotation, mark_parts(annotation, split_updates(annotation, drafts))


def judged(tools: Tools, code: str, text: str) -> Read:
    """Find tolls and parts, judge basis and modality."""
    annotation, drafts = parted(tools, code, text)
    return annotation, judge_modality(annotation, judge_basis(annotation, drafts))


def told(drafts: Sequence[Draft]) -> list[Told]:
    """Return outcome, low, high and wording of each draft."""
    return [
        (d.outcome, d.count.low, d.count.high, d.count.wording) if d.count else (d.outcome, None, None, "")
        for d in drafts
    ]


def make_draft(low: int | None = 3, **fields: object) -> Draft:
    """Make a toll draft of exactly `low` killed in sentence 0; any field may be given."""
    count = None if low is None else Count(low, low, "exact", str(low))
    plain = Draft(kind="toll", sentence=0, at=0, quote=Span(0, 5), rule="test", outcome="killed", count=count)
    return plain.but(**fields)

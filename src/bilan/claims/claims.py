"""Turn settled drafts into claims: ids, quotes, links."""

from collections import Counter
from collections.abc import Sequence
from operator import eq

from bilan.annotate.annotation import Annotation
from bilan.claims.draft import Draft
from bilan.claims.echoes import Alike
from bilan.claims.links import link_drafts
from bilan.claims.sameness import Setting
from bilan.model.claim import Claim, claim_id
from bilan.model.place import Place
from bilan.model.text import quote_of
from bilan.model.time import TimeSpan

MAKER = {"toll": "toll/1", "event": "event/1", "need": "need/1", "statement": "statement/1"}


def make_claims(
    annotation: Annotation,
    drafts: Sequence[Draft],
    places: Sequence[Place],
    times: Sequence[TimeSpan],
    *,
    alike: Alike = eq,
) -> tuple[Claim, ...]:
    """Return one claim a draft, in text order; `alike` tells whether two event types may name one happening."""
    report = annotation.report
    seen: Counter[tuple[str, str, int, int]] = Counter()
    ids = []
    for draft in drafts:
        key = (draft.kind, _what(draft), draft.quote.start, draft.quote.end)
        ids.append(claim_id(report.digest, draft.kind, _what(draft), draft.quote, seen[key]))
        seen[key] += 1
    links = link_drafts(Setting(annotation, places, times), drafts, ids, alike)
    claims = (
        Claim(
            id=own,
            report=report.id,
            digest=report.digest,
            kind=draft.kind,
            quote=quote_of(report.text, draft.quote),
            sentence=annotation.sentences[draft.sentence].span,
            maker=MAKER[draft.kind],
            event=draft.event,
            tags=draft.tags,
            outcome=draft.outcome,
            count=draft.count,
            basis=draft.basis,
            per=draft.per,
            share=draft.share,
            derived=draft.derived,
            people=draft.people,
            victims=draft.victims,
            modality=draft.modality,
            said_by=draft.said_by,
            actors=draft.actors,
            need=draft.need,
            statement=draft.statement,
            place=_place(draft, places),
            time=times[draft.time_mention] if draft.time_mention is not None else None,
            links=link,
            flags=draft.flags,
        )
        for draft, own, link in zip(drafts, ids, links, strict=True)
    )
    return tuple(sorted(claims, key=lambda claim: (claim.quote.start, claim.quote.end, claim.id)))


def _place(draft: Draft, places: Sequence[Place]) -> Place | None:
    if draft.where is not None:
        return draft.where
    return places[draft.place_mention] if draft.place_mention is not None else None


def _what(draft: Draft) -> str:
    if draft.kind == "toll":
        return draft.outcome or ""
    if draft.kind == "need" and draft.need is not None:
        return draft.need.sector
    if draft.kind == "statement" and draft.statement is not None:
        return draft.statement.topic
    return draft.event or ""

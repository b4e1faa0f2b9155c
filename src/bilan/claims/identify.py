"""Give speakers and actors their registry ids: one batch a report; who is unknown keeps only the words."""

from collections.abc import Sequence
from dataclasses import replace

from bilan.claims.draft import Draft
from bilan.model.actor import Registry


def identify(drafts: Sequence[Draft], registry: Registry, language: str) -> list[Draft]:
    """Look up every speaker and actor of a report at once."""
    names = sorted({s.text for d in drafts for s in d.said_by} | {a.text for d in drafts for a in d.actors})
    matches = registry.match(names, language)
    known = {name: match.id for name, match in zip(names, matches, strict=True) if match is not None}
    return [
        draft.but(
            said_by=tuple(replace(speaker, id=known.get(speaker.text)) for speaker in draft.said_by),
            actors=tuple(replace(actor, id=known.get(actor.text)) for actor in draft.actors),
        )
        if draft.said_by or draft.actors
        else draft
        for draft in drafts
    ]

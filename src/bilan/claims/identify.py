"""Give speakers and actors their registry ids: one batch a report; who is unknown keeps only the words."""

from collections.abc import Sequence
from dataclasses import replace

from bilan.annotate.annotation import Annotation
from bilan.annotate.phrases import PERSON_LABELS
from bilan.claims.draft import Draft
from bilan.model.actor import Registry
from bilan.model.text import Span, overlaps_any

PLACE_LIKE = frozenset({"state", "government"})  # actors whose name is a place's


def actor_names(annotation: Annotation, registry: Registry) -> list[Span]:
    """Return the spans of names that are actors and hold a place's name: groups, media, agencies, persons, armies."""
    places = sorted(mention.span for mention in annotation.places if mention.role == "place")
    found = {name for sentence in annotation.sentences for name in sentence.names.values()}
    names = {span for name in found if overlaps_any(places, span := Span(name.start, name.end))}
    spans = sorted(names | _around_places(annotation))
    text = annotation.report.text
    matches = registry.match([span.of(text) for span in spans], annotation.pack.code)
    told = {mention.span for mention in annotation.places if mention.cue and mention.candidates}  # "à Khan Younès"
    people = {Span(name.start, name.end) for name in found if name.label in PERSON_LABELS} - told
    return [
        span
        for span, match in zip(spans, matches, strict=True)
        if (match is not None and match.type not in PLACE_LIKE) or (span in people and " " in span.of(text))
    ]


def _around_places(annotation: Annotation) -> set[Span]:
    """Return the capitalised stretches a place mention is part of: "Haram" may stand in "Boko Haram"."""
    found = set()
    for sentence in annotation.sentences:
        named = sorted(sentence.places)
        for i in named:
            for first, last in ((i - 1, i), (i, i + 1), (i - 1, i + 1), (i - 2, i), (i, i + 2)):
                inside = first >= sentence.first and last < sentence.last
                if inside and all(_capital(sentence.tokens[j].text) for j in (first, last)):
                    found.add(sentence.words(first, last))
    return found


def _capital(text: str) -> bool:
    return text[:1].isupper()


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

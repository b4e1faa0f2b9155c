"""What leaves the house: withheld reports become tombstones, victims' names become initials unless asked for.

Names are those that claims give their victims. A full name is masked in every text that is exported; its single parts
(given name, surname) only in texts from the report that names the person, where they can hardly mean somebody else.
A report's text is never exported whole; a report's id is written as it came, even where a file is named after a person.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from bilan.export.base import ExportOptions
from bilan.model.claim import Claim, Victim
from bilan.model.incident import Envelope, Incident, Relation
from bilan.model.text import Quote, Span
from bilan.model.view import CasebookView, StoredReport

LEAST_LETTERS = 3  # a shorter part of a name ("El", "de") is also a common word
CLITICS = "وفبلك"  # letters that Arabic writes onto the word that follows: and, so, in, to, like
MASKED_FLAG = "names-withheld"


@dataclass(frozen=True, slots=True)
class Tombstone:
    """Something that is not exported: its id, what it is (claim, incident, envelope) and why it is held back."""

    id: str
    kind: str
    reason: str


@dataclass(frozen=True, slots=True)
class Release:
    """A casebook as it may leave: `view` without what is withheld, `tombstones` for what is missing, by kind and id."""

    view: CasebookView
    tombstones: tuple[Tombstone, ...]


def release(view: CasebookView, options: ExportOptions) -> Release:
    """Return the casebook as the options allow it out.

    An incident goes when every claim it rests on is withheld; one that rests on others too stays, with all its ids.
    """
    held = {claim.id: view.report_of(claim).withheld for claim in view.claims}
    gone = {str(claim): reason for claim, reason in held.items() if reason is not None}
    stones = [Tombstone(claim, "claim", reason) for claim, reason in gone.items()]
    stones += [
        Tombstone(incident.id, "incident", "; ".join(sorted({gone[claim] for claim in incident.claims})))
        for incident in view.incidents
        if _all_gone(incident.claims, gone)
    ]
    stones += [Tombstone(e.id, "envelope", gone[e.claim]) for e in view.envelopes if e.claim in gone]
    out = replace(
        view,
        claims=tuple(claim for claim in view.claims if claim.id not in gone),
        incidents=tuple(incident for incident in view.incidents if not _all_gone(incident.claims, gone)),
        envelopes=tuple(envelope for envelope in view.envelopes if envelope.claim not in gone),
        unlinked=tuple(item for item in view.unlinked if item.claim not in gone),
    )
    shown = out if options.include_names else mask_names(out)
    return Release(shown, tuple(sorted(stones, key=lambda stone: (stone.kind, stone.id))))


def mask_names(view: CasebookView) -> CasebookView:
    """Return the casebook with victims' names as initials in every text an exporter may write."""
    every = {victim.name for claim in view.claims for victim in claim.victims if victim.name}
    masks = {digest: _mask_of(view, digest, every) for digest in view.reports}
    general = Mask(tuple(sorted(every)), ())
    return replace(
        view,
        reports={digest: _mask_report(report, masks[digest]) for digest, report in view.reports.items()},
        claims=tuple(_mask_claim(claim, view.report_of(claim).text, masks[claim.digest]) for claim in view.claims),
        incidents=tuple(_mask_incident(incident, general) for incident in view.incidents),
        envelopes=tuple(_mask_envelope(envelope, general) for envelope in view.envelopes),
        unlinked=tuple(replace(item, reason=general.text(item.reason)) for item in view.unlinked),
        relations=tuple(_mask_relation(relation, general) for relation in view.relations),
    )


@dataclass(frozen=True)
class Mask:
    """Finds names in texts. `names`: full names; `parts`: single words of names, masked on their own."""

    names: tuple[str, ...]
    parts: tuple[str, ...]

    @cached_property
    def pattern(self) -> re.Pattern[str] | None:
        """All names as one pattern, the longest first; None if there is no name."""
        known = {*self.names, *self.parts}
        wanted = sorted({*known, *(name.upper() for name in known)}, key=lambda name: (-len(name), name))
        words = [r"[\s\-]+".join(re.escape(part) for part in name_parts(name)) for name in wanted if name_parts(name)]
        return re.compile(rf"(?<!\w)([{CLITICS}]{{0,2}})({'|'.join(words)})(?!\w)") if words else None

    def text(self, text: str) -> str:
        """Return a text with every name as initials."""
        return self.pattern.sub(lambda m: m[1] + initials(m[2]), text) if self.pattern else text

    def stretch(self, text: str, span: Span) -> str:
        """Return a stretch of a text masked; a name that the edge of the stretch cuts is masked as well."""
        out, at = [], span.start
        for match in self.pattern.finditer(text) if self.pattern else ():
            found = Span(*match.span(2))
            if found.overlaps(span):
                out += [text[at : max(at, found.start)], initials(match[2])]
                at = max(at, found.end)
        return "".join((*out, text[at : span.end]))


def name_parts(name: str) -> tuple[str, ...]:
    """Return the words of a name; hyphens part them too."""
    return tuple(part for part in re.split(r"[\s\-]+", name.strip()) if part)


def initials(name: str) -> str:
    """Return a name's initials: "S. H."."""
    return " ".join(f"{part[0]}." for part in name_parts(name))


def _all_gone(claims: Iterable[str], gone: Mapping[str, str]) -> bool:
    listed = list(claims)
    return bool(listed) and all(claim in gone for claim in listed)


def _mask_of(view: CasebookView, digest: str, every: Iterable[str]) -> Mask:
    own = {v.name for claim in view.claims if claim.digest == digest for v in claim.victims if v.name}
    parts = {part for name in own for part in name_parts(name) if _is_telling(part)}
    return Mask(tuple(sorted(every)), tuple(sorted(parts)))


def _is_telling(part: str) -> bool:
    """Tell whether a part of a name names somebody alone: long enough, and no small word ("van", "bin")."""
    return sum(character.isalpha() for character in part) >= LEAST_LETTERS and not part[0].islower()


def _mask_report(report: StoredReport, mask: Mask) -> StoredReport:
    """Mask the title and leave the text out: an exporter that wants words takes them from quotes."""
    title = mask.text(report.title) if report.title else report.title
    return replace(report, title=title, text="", set_aside=())


def _mask_claim(claim: Claim, text: str, mask: Mask) -> Claim:
    masked = replace(
        claim,
        quote=_mask_quote(claim.quote, text, mask),
        victims=tuple(Victim(mask.text(v.text), None, v.age, v.sex) for v in claim.victims),
        count=replace(claim.count, text=mask.text(claim.count.text)) if claim.count else None,
        said_by=tuple(replace(speaker, text=mask.text(speaker.text)) for speaker in claim.said_by),
        actors=tuple(replace(actor, text=mask.text(actor.text)) for actor in claim.actors),
        statement=replace(claim.statement, content=mask.text(claim.statement.content)) if claim.statement else None,
        need=replace(claim.need, items=tuple(mask.text(item) for item in claim.need.items)) if claim.need else None,
        derived=tuple(replace(derived, reason=mask.text(derived.reason)) for derived in claim.derived),
    )
    return masked if masked == claim else replace(masked, flags=(*claim.flags, MASKED_FLAG))


def _mask_quote(quote: Quote, text: str, mask: Mask) -> Quote:
    before, after = quote.start - len(quote.prefix), quote.end + len(quote.suffix)
    return replace(
        quote,
        exact=mask.stretch(text, quote.span),
        prefix=mask.stretch(text, Span(before, quote.start)),
        suffix=mask.stretch(text, Span(quote.end, after)),
    )


def _mask_incident(incident: Incident, mask: Mask) -> Incident:
    return replace(
        incident,
        actors=tuple(replace(actor, text=mask.text(actor.text)) for actor in incident.actors),
        figures=tuple(replace(figure, reason=mask.text(figure.reason)) for figure in incident.figures),
        relations=tuple(_mask_relation(relation, mask) for relation in incident.relations),
    )


def _mask_envelope(envelope: Envelope, mask: Mask) -> Envelope:
    return replace(envelope, reason=mask.text(envelope.reason))


def _mask_relation(relation: Relation, mask: Mask) -> Relation:
    return replace(relation, reason=mask.text(relation.reason))

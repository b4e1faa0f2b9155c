"""What the page shows of one claim: its words in their sentence, who says so, how surely, and its relations."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bilan.events.load import EventType
from bilan.model.claim import Claim
from bilan.model.ids import ClaimId
from bilan.model.incident import Relation
from bilan.model.text import Span
from bilan.model.view import CasebookView, StoredReport
from bilan.web.catalogue import Catalogue
from bilan.web.highlight import Mark, Segment, cut_text
from bilan.web.text import say_day, say_derived, say_place, say_time, say_toll

QUOTE, PLACE, TIME, SPEAKER = "quote", "place", "time", "speaker"
UNSAID = frozenset({("attributes-only", "target")})  # every detail of an incident would say it
SPENT = frozenset({("supersedes", "target"), ("repeats", "source"), ("denies", "target")})  # say nothing new any more


@dataclass(frozen=True, slots=True)
class Tie:
    """One relation of a claim, said from its side: the words and the claim at the other end."""

    said: str
    kind: str
    href: str
    number: int
    reason: str


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """One claim as the page shows it; `anchor` is None where the page shows it a second time."""

    number: int
    anchor: str | None
    href: str
    quote_href: str
    what: str
    people: str
    modality: str | None
    modality_said: str
    sentence: Sequence[Segment]
    language: str | None
    speakers: tuple[str, ...]
    outlet: str
    published: str
    place: str
    time: str
    ties: tuple[Tie, ...]
    spent: bool
    flags: tuple[str, ...]
    withheld: str | None
    derived: tuple[str, ...]


@dataclass(slots=True)
class ClaimDesk:
    """Turns the claims of one casebook into lines, numbers them, and remembers which were already shown."""

    view: CasebookView
    words: Catalogue
    events: Mapping[str, EventType]
    known: Mapping[ClaimId, Claim]
    numbers: Mapping[str, int]
    relations: Mapping[str, Sequence[tuple[Relation, str]]]
    shown: set[str]

    def line(self, claim: Claim, *, place: str = "", time: str = "") -> ClaimLine:
        """Return the line of a claim; its place and time are left out where they are those of its incident."""
        words, report = self.words, self.view.report_of(claim)
        ties = self.relations.get(claim.id, ())
        anchor = None if claim.id in self.shown else str(claim.id)
        self.shown.add(claim.id)
        return ClaimLine(
            number=self.numbers[claim.id],
            anchor=anchor,
            href=f"#{claim.id}",
            quote_href=f"#q-{claim.id}",
            what=say_what(words, self.events, claim),
            people=say_people(words, claim.people),
            modality=None if claim.modality == "asserted" else claim.modality,
            modality_said=words.name("modality", claim.modality),
            sentence=() if report.withheld else cut_sentence(report, claim),
            language=report.language,
            speakers=tuple(speaker.text for speaker in reversed(claim.said_by)),
            outlet=say_outlet(words, report),
            published=say_day(words, report.published) if report.published else words.text("report.undated"),
            place=_unless(place, say_place(words, claim.place) if claim.place else ""),
            time=_unless(time, say_time(words, claim.time) if claim.time else ""),
            ties=tuple(self._tie(relation, side) for relation, side in ties if (relation.kind, side) not in UNSAID),
            spent=any((relation.kind, side) in SPENT for relation, side in ties),
            flags=tuple(words.name("flag", flag) for flag in claim.flags),
            withheld=report.withheld,
            derived=tuple(say_derived(words, derived) for derived in claim.derived),
        )

    def _tie(self, relation: Relation, side: str) -> Tie:
        other = relation.target if side == "source" else relation.source
        said = self.words.text(f"relation.{relation.kind}.{side}")
        return Tie(said, relation.kind, f"#{other}", self.numbers[other], relation.reason)


def open_desk(view: CasebookView, words: Catalogue, events: Mapping[str, EventType]) -> ClaimDesk:
    """Number the claims of a casebook in order of report and place in the text, and gather their relations."""
    order = {digest: place for place, digest in enumerate(sort_reports(view))}
    claims = sorted(view.claims, key=lambda c: (order[c.digest], c.quote.start, c.quote.end, c.id))
    numbers: dict[str, int] = {str(claim.id): number for number, claim in enumerate(claims, start=1)}
    return ClaimDesk(view, words, events, view.claims_by_id(), numbers, _relations(view, numbers), set())


def sort_reports(view: CasebookView) -> Sequence[str]:
    """Return the digests of the reports by publication, undated ones last, then by name."""
    reports = view.reports
    return sorted(
        reports, key=lambda d: (reports[d].published is None, reports[d].published or "", reports[d].names, d)
    )


def say_what(words: Catalogue, events: Mapping[str, EventType], claim: Claim) -> str:
    """Say what a claim is about: "killed: 37", the event, the need or the statement."""
    if claim.kind == "toll" and claim.outcome:
        return words.text("claim.toll", outcome=words.name("outcome", claim.outcome), toll=say_toll(words, claim))
    if claim.kind == "need" and claim.need:
        items = words.text("list.comma").join(claim.need.items)
        sector = words.name("sector", claim.need.sector)
        return words.text("claim.need" if items else "claim.need-bare", sector=sector, items=items)
    if claim.kind == "statement" and claim.statement:
        return words.text("claim.statement", topic=words.name("topic", claim.statement.topic))
    return say_event(words, events, claim.event)


def say_event(words: Catalogue, events: Mapping[str, EventType], event: str | None) -> str:
    """Return an event type's label; an id the registry does not know is shown as it is."""
    if event is None:
        return words.text("event.unknown")
    known = events.get(event)
    return known.label.get(words.code, event) if known else event


def say_people(words: Catalogue, people: Iterable[str]) -> str:
    """Name groups of people; nothing for those not told apart."""
    named = [words.name("people", group) for group in people if group not in {"unknown", "all"}]
    return words.text("list.comma").join(named)


def say_outlet(words: Catalogue, report: StoredReport) -> str:
    """Name who printed a report: the outlet, else the file it came as."""
    return report.outlet or words.text("report.no-outlet", name=report.names[0])


def cut_sentence(report: StoredReport, claim: Claim) -> Sequence[Segment]:
    """Cut a claim's sentence at its quote and at the words its place, time and speakers rest on."""
    quote = claim.quote.span
    within = Span(min(claim.sentence.start, quote.start), max(claim.sentence.end, quote.end))
    marks = [Mark(quote, QUOTE)]
    marks += [Mark(claim.place.span, PLACE)] if claim.place and claim.place.span else []
    marks += [Mark(claim.time.span, TIME)] if claim.time and claim.time.span else []
    marks += [Mark(speaker.span, SPEAKER) for speaker in claim.said_by if speaker.span]
    return cut_text(report.text, marks, within)


def _unless(known: str, said: str) -> str:
    return "" if said == known else said


def _relations(view: CasebookView, known: Mapping[str, int]) -> Mapping[str, Sequence[tuple[Relation, str]]]:
    """Return each claim's relations with the side it stands on; those inside a report come from the claim's links."""
    every = [*view.relations, *(relation for incident in view.incidents for relation in incident.relations)]
    for claim in view.claims:
        for kind in ("part_of", "share_of", "supersedes", "repeats", "contradicts", "denies"):
            every += [Relation(kind.replace("_", "-"), claim.id, target, "") for target in getattr(claim.links, kind)]
    unique = {(r.kind, r.source, r.target): r for r in reversed(every) if r.source in known and r.target in known}
    sides: dict[str, list[tuple[Relation, str]]] = {}
    for key in sorted(unique):
        sides.setdefault(unique[key].source, []).append((unique[key], "source"))
        sides.setdefault(unique[key].target, []).append((unique[key], "target"))
    return sides

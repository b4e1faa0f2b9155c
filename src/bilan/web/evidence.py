"""The reports as the page shows them: in full, every quote marked, and what was set aside marked as such."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bilan.model.claim import Claim
from bilan.model.text import Span
from bilan.model.view import CasebookView, StoredReport
from bilan.web.catalogue import Catalogue
from bilan.web.claim_lines import ClaimDesk, say_outlet, sort_reports
from bilan.web.highlight import Mark, cut_text
from bilan.web.reasons import Told, tell_reason
from bilan.web.text import say_day

ASIDE, TITLE = "aside", "title"  # keys of marks that are no claim's


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a report: the quote it belongs to (`href`, None for plain text), anchors, and note numbers."""

    text: str
    href: str | None
    aside: bool
    title: bool
    anchors: tuple[str, ...]
    notes: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class ReportView:
    """One report."""

    anchor: str
    title: str | None
    outlet: str
    published: str
    language: str | None
    language_said: str
    names: tuple[str, ...]
    url: str | None
    digest: str
    pieces: Sequence[Piece]
    claims: int
    incidents: tuple[tuple[int, str], ...]
    withheld: str | None


@dataclass(frozen=True, slots=True)
class AsideView:
    """One stretch that was set aside."""

    kind: str
    text: str
    reason: Told
    language: str | None
    report: str
    href: str


def list_reports(view: CasebookView, desk: ClaimDesk, numbers: Mapping[str, int]) -> Sequence[ReportView]:
    """Return all reports by publication.

    Args:
        view: the casebook.
        desk: knows the claims; only quotes of claims it has shown are linked.
        numbers: the incidents' numbers on the page by id.
    """
    words = desk.words
    of_claim = {claim: incident.id for incident in view.incidents for claim in incident.claims}
    by_report: dict[str, list[Claim]] = {digest: [] for digest in view.reports}
    for claim in view.claims:
        by_report[claim.digest].append(claim)
    reports = []
    for digest in sort_reports(view):
        report, claims = view.reports[digest], by_report[digest]
        held = {str(of_claim[claim.id]) for claim in claims if claim.id in of_claim}
        reports.append(
            ReportView(
                anchor=report_anchor(digest),
                title=None if report.withheld or has_title_line(report) else report.title,
                outlet=say_outlet(words, report),
                published=say_day(words, report.published) if report.published else words.text("report.undated"),
                language=report.language,
                language_said=str(words.locale.languages.get(report.language or "", report.language or "")),
                names=report.names,
                url=report.url,
                digest=digest,
                pieces=() if report.withheld else _pieces(report, claims, desk),
                claims=len(claims),
                incidents=tuple(sorted((numbers[i], f"#{i}") for i in held if i in numbers)),
                withheld=report.withheld,
            )
        )
    return reports


def list_set_aside(view: CasebookView, words: Catalogue) -> Sequence[AsideView]:
    """Return the passages set aside in reports that are not withheld, in the order of the reports."""
    return [
        AsideView(
            kind=words.name("aside", item.kind),
            text=item.text,
            reason=tell_reason(words, item.reason),
            language=view.reports[digest].language,
            report=say_outlet(words, view.reports[digest]),
            href=f"#{report_anchor(digest)}",
        )
        for digest in sort_reports(view)
        if not view.reports[digest].withheld
        for item in view.reports[digest].set_aside
        if not item.code
    ]


def report_anchor(digest: str) -> str:
    """Return the fragment a report is found at."""
    return f"rpt-{digest[:20]}"


def has_title_line(report: StoredReport) -> bool:
    """Tell whether the text itself begins with the title, which is then not shown twice."""
    return bool(report.title) and report.text.startswith(report.title or "")


def _pieces(report: StoredReport, told: Sequence[Claim], desk: ClaimDesk) -> Sequence[Piece]:
    claims = {str(claim.id): claim for claim in told if claim.id in desk.shown}
    marks = [Mark(claim.quote.span, key) for key, claim in claims.items()]
    marks += [Mark(item.span, ASIDE) for item in report.set_aside if not item.code]
    marks += [Mark(Span(0, len(report.title)), TITLE)] if report.title and has_title_line(report) else []
    pieces = []
    for segment in cut_text(report.text, marks):
        quotes = [key for key in segment.keys if key in claims]
        ends = sorted((desk.numbers[key], f"#{key}") for key in segment.closes if key in claims)
        pieces.append(
            Piece(
                text=segment.text,
                href=f"#{quotes[0]}" if quotes else None,
                aside=ASIDE in segment.keys,
                title=TITLE in segment.keys,
                anchors=tuple(f"q-{key}" for key in segment.opens if key in claims),
                notes=tuple(ends),
            )
        )
    return pieces

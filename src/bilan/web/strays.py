"""The numbers that stand beside casualty words and count no victims, by reason, each in its sentence."""

from collections.abc import Sequence
from dataclasses import dataclass

from bilan.claims.strays import REASONS, UNLINKED
from bilan.model.text import SetAside
from bilan.model.view import CasebookView, StoredReport
from bilan.web.catalogue import Catalogue
from bilan.web.claim_lines import say_outlet, sort_reports
from bilan.web.evidence import report_anchor

ORDER = (UNLINKED, *(code for code in REASONS if code != UNLINKED))  # what a reader should look at comes first


@dataclass(frozen=True, slots=True)
class StrayView:
    """One number in its sentence: the words before it, itself, the words after it."""

    before: str
    number: str
    after: str
    language: str | None
    report: str
    href: str


@dataclass(frozen=True, slots=True)
class StrayGroup:
    """All numbers set aside for one reason."""

    code: str
    reason: str
    strays: Sequence[StrayView]


def list_strays(view: CasebookView, words: Catalogue) -> Sequence[StrayGroup]:
    """Return the numbers set aside in reports that are not withheld, grouped by reason, in the order of the reports."""
    by_code: dict[str, list[StrayView]] = {}
    for digest in sort_reports(view):
        report = view.reports[digest]
        for item in report.set_aside if not report.withheld else ():
            if item.code:
                by_code.setdefault(item.code, []).append(_stray(report, item, words))
    known = [code for code in ORDER if code in by_code]
    unknown = sorted(by_code.keys() - set(known))  # a newer reading's reason: shown by its code
    return [StrayGroup(code, words.name("stray", code), by_code[code]) for code in (*known, *unknown)]


def _stray(report: StoredReport, item: SetAside, words: Catalogue) -> StrayView:
    sentence = item.sentence or item.span
    return StrayView(
        before=report.text[sentence.start : item.span.start],
        number=item.text,
        after=report.text[item.span.end : sentence.end],
        language=report.language,
        report=say_outlet(words, report),
        href=f"#{report_anchor(report.digest)}",
    )

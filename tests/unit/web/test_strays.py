"""The numbers set aside, as the page lists them: by reason, in their sentence, in the page's language."""

from dataclasses import replace

import pytest
from tests.browser.fixture import make_view

from bilan.model.text import SetAside, Span
from bilan.model.view import CasebookView
from bilan.web.catalogue import list_page_languages, load_catalogue
from bilan.web.page import render_page
from bilan.web.strays import list_strays


def with_strays(*codes: str) -> CasebookView:
    """Return the casebook with the first word of one report set aside once for each reason."""
    view = make_view()
    digest, report = min(view.reports.items())
    asides = tuple(
        SetAside("number", Span(n, n + 1), report.text[n : n + 1], "English words.", code, Span(0, 20))
        for n, code in enumerate(codes)
    )
    return replace(view, reports={**view.reports, digest: replace(report, set_aside=asides)})


def test_what_no_rule_linked_comes_first_and_each_number_stands_in_its_sentence() -> None:
    groups = list_strays(with_strays("thing", "unlinked", "thing"), load_catalogue("en"))
    assert [(group.code, len(group.strays)) for group in groups] == [("unlinked", 1), ("thing", 2)]
    (stray,) = groups[0].strays
    text = min(with_strays().reports.items())[1].text
    assert stray.before + stray.number + stray.after == text[:20]


def test_a_reason_of_a_newer_reading_is_shown_by_its_code() -> None:
    assert [group.reason for group in list_strays(with_strays("new-code"), load_catalogue("fr"))] == ["new-code"]


@pytest.mark.parametrize("language", list_page_languages())
def test_the_page_lists_them_in_its_own_language(language: str) -> None:
    page, words = render_page(with_strays("unlinked"), language=language), load_catalogue(language)
    assert words.text("strays.title") in page
    assert words.text("stray.unlinked") in page
    assert "English words." not in page


def test_a_withheld_report_shows_no_numbers() -> None:
    view = with_strays("unlinked")
    digest, report = min(view.reports.items())
    hidden = replace(view, reports={**view.reports, digest: replace(report, withheld="asked for")})
    assert list_strays(hidden, load_catalogue("en")) == []

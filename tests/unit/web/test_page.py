"""The page as text: whole, escaped, the same each time, with anchors that lead somewhere."""

import re
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from tests.browser.fixture import make_view

from bilan.errors import UsageError
from bilan.model.text import SetAside, Span
from bilan.model.view import CasebookView
from bilan.web.catalogue import list_page_languages
from bilan.web.page import render_page

HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>{{ 7*7 }}"
VOID = {"meta", "link", "input", "br"}
SOURCES = {"src", "srcset", "data", "poster", "action", "formaction", "background", "xlink:href"}

every_language = pytest.mark.parametrize("language", list_page_languages())


class Page(HTMLParser):
    """Reads a page: its ids, links, attributes, and whether every element that opens is closed."""

    def __init__(self, text: str) -> None:
        """Read the page."""
        super().__init__()
        self.ids: Counter[str] = Counter()
        self.links: list[str] = []
        self.tags: Counter[str] = Counter()
        self.attributes: Counter[str] = Counter()
        self.open: list[str] = []
        self.wrong: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        self.tags[tag] += 1
        for name, value in attrs:
            self.attributes[name] += 1
            if name == "id":
                self.ids[value or ""] += 1
            if name == "href" and tag == "a":
                self.links.append(value or "")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Note the end of an element."""
        if tag in VOID:
            return
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)


def spoil(view: CasebookView) -> CasebookView:
    """Return the casebook with hostile text wherever a report or a user can put text."""
    reports = {
        digest: replace(
            report,
            title=HOSTILE,
            outlet=HOSTILE,
            names=(HOSTILE,),
            url=f"javascript:{HOSTILE}",
            set_aside=(SetAside("solicitation", Span(0, 5), HOSTILE, HOSTILE),),
        )
        for digest, report in view.reports.items()
    }
    claims = tuple(
        replace(
            claim,
            said_by=tuple(replace(speaker, text=HOSTILE) for speaker in claim.said_by),
            flags=(HOSTILE,),
            people=(HOSTILE,),
            place=replace(claim.place, name=HOSTILE) if claim.place else None,
        )
        for claim in view.claims
    )
    incidents = tuple(
        replace(
            incident,
            event=HOSTILE,
            tags=(HOSTILE,),
            actors=tuple(replace(actor, text=HOSTILE, role=HOSTILE) for actor in incident.actors),
            place=replace(incident.place, name=HOSTILE, text=HOSTILE) if incident.place else None,
            time=replace(incident.time, text=HOSTILE) if incident.time else None,
            figures=tuple(replace(figure, reason=HOSTILE, policy=HOSTILE) for figure in incident.figures),
        )
        for incident in view.incidents
    )
    return replace(view, reports=reports, claims=claims, incidents=incidents)


@every_language
def test_every_element_is_closed_and_every_id_is_one(language: str) -> None:
    page = Page(render_page(make_view(), language=language))
    assert page.wrong == []
    assert page.open == []
    assert [name for name, times in page.ids.items() if times > 1] == []


@every_language
def test_every_link_leads_to_a_place_on_the_page(language: str) -> None:
    page = Page(render_page(make_view(), language=language))
    assert len(page.links) > 50
    assert [link for link in page.links if link.removeprefix("#") not in page.ids or not link.startswith("#")] == []


def test_every_claim_can_be_reached_from_its_words_and_its_words_from_it() -> None:
    view, page = make_view(), Page(render_page(make_view()))
    for claim in view.claims:
        assert page.ids[claim.id] == 1
        assert page.ids[f"q-{claim.id}"] == 1
        assert f"#{claim.id}" in page.links
        assert f"#q-{claim.id}" in page.links


def test_the_page_loads_nothing() -> None:
    text = render_page(make_view())
    page = Page(text)
    assert not SOURCES & set(page.attributes)
    assert "url(" not in re.sub(r'fill="url\(#haze-\d+\)"', "", text)
    assert "@import" not in text
    assert "http:" not in text
    assert "https:" not in text


def test_the_page_allows_no_style_and_script_but_its_own() -> None:
    page = Page(render_page(make_view()))
    assert page.tags["script"] == 1
    assert page.tags["style"] == 1
    assert page.attributes["style"] == 0
    assert not [name for name in page.attributes if name.startswith("on")]


@every_language
def test_hostile_text_stays_text(language: str) -> None:
    plain = Page(render_page(make_view(), language=language, title="x"))
    text = render_page(spoil(make_view()), language=language, title=HOSTILE)
    page = Page(text)
    assert page.tags["script"] == plain.tags["script"]
    assert page.tags["img"] == 0
    assert "<script>alert" not in text
    assert not [name for name in page.attributes if name.startswith("on")]
    assert "49" not in re.findall(r"onerror=alert\(1\)&gt;(\d+)", text)
    assert not [link for link in page.links if link.lower().startswith("javascript")]


def test_the_same_casebook_gives_the_same_page() -> None:
    assert render_page(make_view()) == render_page(make_view())


def test_every_report_is_shown_in_full() -> None:
    view, text = make_view(), render_page(make_view())
    for report in view.reports.values():
        body = re.search(rf'id="rpt-{report.digest[:20]}".*?<div class="report-text"[^>]*>(.*?)</div>', text, re.DOTALL)
        assert body is not None
        shown = re.sub(r'<sup class="note-ref">.*?</sup>', "", body[1])
        shown = re.sub(r"<[^>]+>", "", shown)
        for mark, sign in (("&#39;", "'"), ("&#34;", '"'), ("&amp;", "&")):
            shown = shown.replace(mark, sign)
        assert shown == report.text


def test_a_withheld_report_shows_its_reason_and_not_its_words() -> None:
    view = make_view()
    digest = next(digest for digest, report in view.reports.items() if report.outlet == "Sahel Info")
    held = replace(view.reports[digest], withheld="the mayor asked for it")
    text = render_page(replace(view, reports={**view.reports, digest: held}))
    assert "Withheld: the mayor asked for it" in text
    assert "villageois" not in text


def test_an_empty_casebook_has_a_page() -> None:
    text = render_page(CasebookView(reports={}))
    assert "0 incidents" in text
    assert "not stated" in text


def test_a_claim_nothing_accounts_for_is_listed_with_the_unlinked() -> None:
    view = replace(make_view(), unlinked=())
    page = Page(render_page(view))
    assert [claim.id for claim in view.claims if page.ids[claim.id] != 1] == []


def test_what_is_only_recalled_stands_apart() -> None:
    text = render_page(make_view())
    assert text.index('id="inc-mali"') < text.index('id="background"') < text.index('id="inc-gao-2019"')


def test_the_reading_direction_is_declared() -> None:
    assert '<html lang="ar" dir="rtl">' in render_page(make_view(), language="ar")
    assert '<html lang="fr" dir="ltr">' in render_page(make_view(), language="fr")


def test_a_language_without_page_words_is_refused() -> None:
    with pytest.raises(UsageError, match="no page text"):
        render_page(make_view(), language="xx")

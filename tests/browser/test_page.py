"""The page in a real browser: it loads nothing, its links work, it reads from the right, it fits a telephone."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.browser.fixture import make_view
from tests.unit.web.test_page import spoil

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Dialog, FloatRect, Locator, ViewportSize

from bilan.web.page import render_page

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
LANGUAGES = ("en", "fr", "ar")
TELEPHONE: ViewportSize = {"width": 390, "height": 844}
DESK: ViewportSize = {"width": 1280, "height": 900}

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium: apt-get install chromium"),
]
every_language = pytest.mark.parametrize("language", LANGUAGES)


class Visit:
    """One page opened in the browser, with what it asked for and what it complained of."""

    def __init__(
        self, browser: Browser, path: Path, *, window: ViewportSize = DESK, scheme: str = "light", scripts: bool = True
    ) -> None:
        """Open the page."""
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self.page = browser.new_page(
            viewport=window, color_scheme="dark" if scheme == "dark" else "light", java_script_enabled=scripts
        )
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("dialog", self.refuse)
        self.page.goto(path.as_uri())

    def refuse(self, dialog: Dialog) -> None:
        """Note a dialog and close it."""
        self.complaints.append(dialog.message)
        dialog.dismiss()

    def overflow(self) -> int:
        """Return by how many pixels the page is wider than its window."""
        return int(self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))


def box_of(found: Locator) -> FloatRect:
    """Return where an element stands."""
    box = found.bounding_box()
    assert box is not None
    return box


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A Chromium for this file."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="no Playwright: pip install bilan[dev]")
    with sync_api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield started
        started.close()


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the page in every language, and one of hostile text."""
    folder = tmp_path_factory.mktemp("pages")
    for language in LANGUAGES:
        (folder / f"{language}.html").write_text(render_page(make_view(), language=language), encoding="utf-8")
    (folder / "hostile.html").write_text(render_page(spoil(make_view())), encoding="utf-8")
    return folder


@every_language
def test_the_page_asks_for_nothing_and_complains_of_nothing(browser: Browser, pages: Path, language: str) -> None:
    visit = Visit(browser, pages / f"{language}.html")
    visit.page.mouse.wheel(0, 20000)
    assert visit.requests == [(pages / f"{language}.html").as_uri()]
    assert visit.complaints == []


@every_language
@pytest.mark.parametrize("window", [TELEPHONE, DESK], ids=["telephone", "desk"])
def test_the_page_is_never_wider_than_its_window(
    browser: Browser, pages: Path, language: str, window: ViewportSize
) -> None:
    assert Visit(browser, pages / f"{language}.html", window=window).overflow() == 0


def test_a_quote_leads_to_its_claim_and_back(browser: Browser, pages: Path) -> None:
    page = Visit(browser, pages / "en.html").page
    claim = page.locator("#inc-idlib .claim").first
    claim.get_by_role("link", name="Read it in the report").click()
    target = page.locator(":target")
    assert target.get_attribute("id") == f"q-{claim.get_attribute('id')}"
    page.locator(":target + mark a").click()
    assert page.locator(":target").get_attribute("id") == claim.get_attribute("id")
    assert claim.is_visible()


def test_sections_articles_and_drawings_have_roles_and_names(browser: Browser, pages: Path) -> None:
    page = Visit(browser, pages / "en.html").page
    for name in ("What is known", "Over time", "Where", "Incidents", "The reports", "Method and credits"):
        assert page.get_by_role("region", name=name).count() == 1, name
    assert page.get_by_role("article").count() > 10
    assert page.get_by_role("img", name="Killed: at least 37; the highest number named is 45").count() == 1
    assert page.get_by_role("navigation", name="Sections").get_by_role("link").count() == 8
    assert page.get_by_role("heading", level=1).count() == 1
    unnamed = page.evaluate("[...document.querySelectorAll('[role=img]')].filter(x => !x.ariaLabel).length")
    assert unnamed == 0


def test_a_disc_of_the_map_leads_to_its_incident(browser: Browser, pages: Path) -> None:
    page = Visit(browser, pages / "en.html").page
    disc = page.get_by_role("group", name="Map of the incidents").first.get_by_role("link", name="Gao").first
    disc.focus()
    page.keyboard.press("Enter")
    assert page.locator(":target").get_attribute("id") == "inc-gao"


def test_the_first_tab_skips_to_the_figures(browser: Browser, pages: Path) -> None:
    page = Visit(browser, pages / "en.html").page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#known"


def test_the_filter_hides_what_does_not_match_and_ignores_accents(browser: Browser, pages: Path) -> None:
    page = Visit(browser, pages / "fr.html").page
    everything = page.locator("#incidents .card").count()
    page.get_by_role("searchbox").fill("elu local")
    assert page.locator("#incidents .card:visible").count() == 1
    assert page.locator("#filter-count").inner_text() == f"1 / {everything}"
    page.get_by_role("searchbox").fill("")
    assert page.locator("#incidents .card:visible").count() == everything


def test_without_scripts_everything_is_there(browser: Browser, pages: Path) -> None:
    page = Visit(browser, pages / "en.html", scripts=False).page
    assert page.locator(".claim:visible").count() == page.locator(".claim").count() > 0
    assert page.locator(".report-text:visible").count() == 6
    assert page.get_by_role("searchbox").count() == 0


def test_arabic_reads_from_the_right_and_foreign_quotes_from_the_left(browser: Browser, pages: Path) -> None:
    page = Visit(browser, pages / "ar.html").page

    def direction(selector: str) -> str:
        return str(page.evaluate("s => getComputedStyle(document.querySelector(s)).direction", selector))

    heading = box_of(page.locator("h1"))
    assert direction("body") == "rtl"
    assert heading["x"] + heading["width"] > DESK["width"] / 2
    assert direction("#inc-gao blockquote") == "ltr"
    assert direction("#inc-idlib blockquote") == "rtl"
    first = box_of(page.locator("#inc-gao .when-span, .row .when-span").first)
    last = box_of(page.locator(".row .when-day").last)
    assert first["x"] > last["x"]  # the earlier incident stands to the right


def test_an_arabic_quote_reads_from_the_right_on_an_english_page(browser: Browser, pages: Path) -> None:
    page = Visit(browser, pages / "en.html").page
    found = page.evaluate("getComputedStyle(document.querySelector('blockquote:lang(ar)')).direction")
    assert found == "rtl"


def test_hostile_text_does_nothing(browser: Browser, pages: Path) -> None:
    visit = Visit(browser, pages / "hostile.html")
    visit.page.mouse.wheel(0, 20000)
    assert visit.requests == [(pages / "hostile.html").as_uri()]
    assert visit.complaints == []
    assert visit.page.locator("img").count() == 0
    assert visit.page.locator("script").count() == 1
    assert "<script>alert(1)</script>" in visit.page.locator("#reports").inner_text()
    assert visit.overflow() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_its_ground(browser: Browser, pages: Path, scheme: str) -> None:
    page = Visit(browser, pages / "en.html", scheme=scheme).page
    poor = page.evaluate(CONTRAST)
    assert poor == []


CONTRAST = """() => {
  const parse = text => (text.match(/[\\d.]+/g) || []).map(Number);
  const light = ([r, g, b]) => [r, g, b].map(v => v / 255)
    .map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const ground = node => {
    for (let at = node; at; at = at.parentElement) {
      const colour = parse(getComputedStyle(at).backgroundColor);
      if (colour.length === 3 || colour[3] > 0) { return colour; }
    }
    return parse(getComputedStyle(document.body).backgroundColor);
  };
  const poor = new Set();
  for (const node of document.querySelectorAll("body *:not(svg, svg *, script)")) {
    const own = [...node.childNodes].some(child => child.nodeType === 3 && child.textContent.trim());
    if (!own || !node.checkVisibility()) { continue; }
    const [one, two] = [light(parse(getComputedStyle(node).color)), light(ground(node))].sort((a, b) => b - a);
    if ((one + 0.05) / (two + 0.05) < 4.5) { poor.add(node.tagName + "." + node.className); }
  }
  return [...poor];
}"""

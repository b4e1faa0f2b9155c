"""The rule-writer's page in a real browser: it loads nothing, fits a telephone, and its drawings can be scrolled."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.browser.test_page import DESK, LANGUAGES, TELEPHONE, Visit, browser, pytestmark
from tests.unit.web.test_explanation import PICTURE

from bilan.web.explanation import render_explanation

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, ViewportSize

__all__ = ["browser", "pytestmark"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("window", [DESK, TELEPHONE])
def test_it_loads_nothing_complains_of_nothing_and_fits(
    browser: Browser, tmp_path: Path, language: str, window: ViewportSize
) -> None:
    path = tmp_path / "picture.html"
    path.write_text(render_explanation(PICTURE, language=language), encoding="utf-8")
    visit = Visit(browser, path, window=window)
    assert [url for url in visit.requests if not url.startswith(("file:", "data:"))] == []
    assert visit.complaints == []
    assert visit.overflow() <= 0


def test_the_drawing_stands_over_its_words_and_is_named(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "picture.html"
    path.write_text(render_explanation(PICTURE), encoding="utf-8")
    page = Visit(browser, path, window=TELEPHONE).page
    drawing = page.get_by_role("img", name="The clause of")
    box = page.locator("svg rect").bounding_box()
    word = page.locator("svg text").get_by_text("tuent").bounding_box()
    assert drawing.count() == 1
    assert box is not None
    assert word is not None
    assert box["x"] <= word["x"]
    assert word["x"] + word["width"] <= box["x"] + box["width"] + 1

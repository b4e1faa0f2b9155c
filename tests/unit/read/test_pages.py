"""Pages yield the report in them, not their furniture."""

import pytest

from bilan.errors import InputError
from bilan.read.pages import read_page

PACKS = ("en", "fr")
PAGE = """<!DOCTYPE html><html lang="fr"><head><meta charset="{charset}">
<title>Raid sur Binnish - Le Fil du Nord</title>
<meta property="og:site_name" content="Le Fil du Nord"><link rel="canonical" href="https://fil.example/raid">
<script type="application/ld+json">{{"@type":"NewsArticle","datePublished":"2019-03-05T10:00:00Z"}}</script></head>
<body><nav><ul><li><a href="/">Accueil</a></li><li><a href="/m">Monde</a></li></ul></nav>
<article><h1>Raid sur Binnish : sept morts</h1>
<p>Sept civils ont été tués mardi dans un raid aérien sur le marché de Binnish, selon les secours.</p>
<p>Une vingtaine d'autres ont été blessés, a précisé la même source, qui déplore l'absence de médicaments.</p>
</article>
<div id="comments" class="comments"><p>Moi je dis que c'est 300 morts.</p></div>
<footer>© 2019 Le Fil du Nord. Tous droits réservés.</footer></body></html>"""


def test_text_title_outlet_date_and_address_are_found_and_the_furniture_left() -> None:
    page = read_page(PAGE.format(charset="utf-8").encode(), PACKS)
    assert "Sept civils ont été tués mardi" in page.text
    assert "absence de médicaments." in page.text
    assert page.text.count("Raid sur Binnish : sept morts") == 1
    assert not any(furniture in page.text for furniture in ("Accueil", "300 morts", "Tous droits"))
    assert page.title is not None
    assert page.title.startswith("Raid sur Binnish")
    assert (page.outlet, page.published, page.url) == ("Le Fil du Nord", "2019-03-05", "https://fil.example/raid")


@pytest.mark.parametrize("charset", ["windows-1252", "iso-8859-1", "utf-16"])
def test_a_page_in_a_legacy_encoding_gives_the_same_text(charset: str) -> None:
    page = read_page(PAGE.format(charset=charset).encode(charset), PACKS)
    assert "Sept civils ont été tués mardi" in page.text


def test_a_headline_that_the_text_lacks_is_put_first_on_its_own_line() -> None:
    page = read_page(
        b"<html><head><title>Nine killed in Baidoa</title></head><body><p>A bomb went off in a market on Monday.</p>"
        b"</body></html>",
        PACKS,
    )
    assert page.text.split("\n")[0] == "Nine killed in Baidoa"
    assert page.text.endswith("A bomb went off in a market on Monday.")


def test_years_in_the_text_or_footer_are_no_publication_date() -> None:
    page = read_page(
        b"<html><body><article><p>In 2012 the town was shelled for a month, and eleven people died there.</p>"
        b"<p>On 3 May 2014 it was shelled again, the mayor said at the time.</p></article>"
        b"<footer>Copyright 2021 The Herald</footer></body></html>",
        PACKS,
    )
    assert page.published is None


@pytest.mark.parametrize("markup", [b"<html></html>", b"<html><body><script>x()</script></body></html>"])
def test_a_page_with_no_running_text_is_a_failure(markup: bytes) -> None:
    with pytest.raises(InputError, match="no running text"):
        read_page(markup, PACKS)


def test_a_page_that_is_no_text_says_why() -> None:
    with pytest.raises(InputError, match="binary"):
        read_page(b"<html>\x00\x01\x02\x00</html>", PACKS)

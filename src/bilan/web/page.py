"""Write a casebook as one self-contained page: no network, nothing to install, readable with scripts switched off.

Order of the page: what is known and what is not · over time · on the map · each incident with its figures and the words
they rest on · rates, shares and totals beside the recorded sums · the reports in full · what was left out · method.
"""

import unicodedata
from collections.abc import Mapping, Sequence

from markupsafe import Markup

from bilan.events.load import load_events
from bilan.model.ids import ClaimId
from bilan.model.view import CasebookView
from bilan.web.cards import build_card, build_envelope, pin_of
from bilan.web.catalogue import Catalogue, load_catalogue
from bilan.web.claim_lines import ClaimDesk, ClaimLine, open_desk
from bilan.web.evidence import list_reports, list_set_aside
from bilan.web.frame import environment, policy, read_static, voice
from bilan.web.map import draw_maps
from bilan.web.outlines import Outline, load_outlines
from bilan.web.overview import build_overview
from bilan.web.reasons import Told, tell_reason
from bilan.web.strays import list_strays
from bilan.web.summary import sort_incidents, summarise
from bilan.web.text import say_country


def render_page(
    view: CasebookView,
    *,
    language: str = "en",
    title: str | None = None,
    outlines: Sequence[Outline] | None = None,
) -> str:
    """Write the page of a casebook.

    Args:
        view: the casebook; the page is the same for the same view, it bears no date of its making.
        language: of the page's own words (ISO 639-1); reports are always shown in their own words.
        title: of the page, else the language's own.
        outlines: shapes of the countries for the map, the shipped ones when None.

    Raises:
        UsageError: the page has no words in that language.
    """
    words = load_catalogue(language)
    style, script = (read_static(name) for name in ("page.css", "page.js"))
    return environment().get_template("page.html").render(
        **voice(words),
        **_sections(view, words, load_outlines() if outlines is None else outlines),
        title=title or words.text("page.title"),
        policy=policy(style, script),
        style=Markup(style),  # noqa: S704 — our own file, read from the package
        script=Markup(script),  # noqa: S704 — our own file, read from the package
    )  # fmt: skip


def _sections(view: CasebookView, words: Catalogue, outlines: Sequence[Outline]) -> Mapping[str, object]:
    """Build the sections in the order of the page: a claim's anchor stands where the claim is shown first."""
    desk = open_desk(view, words, load_events())
    incidents = sorted(sort_incidents(view.incidents), key=lambda incident: incident.background)
    cards = [build_card(number, incident, desk) for number, incident in enumerate(incidents, start=1)]
    numbers = {card.anchor: card.number for card in cards}
    current = [card for card in cards if not card.incident.background]
    pins = {card.anchor: pin for card in current if (pin := pin_of(card, words))}
    envelopes = [build_envelope(envelope, desk, numbers) for envelope in view.envelopes]
    unlinked = _unlinked(view, desk)
    summary = summarise(view)
    return {
        "summary": summary,
        "countries": sorted((say_country(words, code) for code in summary.countries), key=_plain_letters),
        "overview": build_overview(current, words),
        "maps": draw_maps(list(pins.values()), outlines, words),
        "unmapped": [card for card in current if card.anchor not in pins],
        "current": current,
        "background": [card for card in cards if card.incident.background],
        "envelopes": envelopes,
        "unlinked": unlinked,
        "reports": list_reports(view, desk, numbers),
        "set_aside": list_set_aside(view, words),
        "strays": list_strays(view, words),
        "policies": sorted({figure.policy for incident in incidents for figure in incident.figures}),
    }


def _unlinked(view: CasebookView, desk: ClaimDesk) -> Sequence[tuple[ClaimLine, Told]]:
    """Return the claims in no incident with the reason; a claim nothing accounts for is listed too."""
    known = desk.known
    listed = [(known[ClaimId(item.claim)], item.reason) for item in view.unlinked if item.claim in known]
    told = {*desk.shown, *(claim.id for claim, _ in listed)}
    listed += [(claim, desk.words.text("unlinked.unstated")) for claim in view.claims if claim.id not in told]
    listed.sort(key=lambda pair: desk.numbers[pair[0].id])
    return [(desk.line(claim), tell_reason(desk.words, reason)) for claim, reason in listed]


def _plain_letters(name: str) -> str:
    """Return a name without its accents, so that "Égypte" sorts with E."""
    return "".join(letter for letter in unicodedata.normalize("NFKD", name) if letter.isalpha()).casefold()

"""What leaves the house: initials for names, tombstones for what is withheld."""

from dataclasses import replace

import pytest
from tests.browser.fixture import make_view

from bilan.export.base import ExportOptions
from bilan.export.privacy import MASKED_FLAG, Mask, initials, mask_names, release
from bilan.model.claim import Victim
from bilan.model.text import Span, quote_of


@pytest.mark.parametrize(
    ("name", "short"),
    [("Samir Haddouche", "S. H."), ("Jean-Pierre Bastide", "J. P. B."), ("سمير حدوش", "س. ح."), (" Ama ", "A.")],
)
def test_a_name_becomes_its_initials(name: str, short: str) -> None:
    assert initials(name) == short


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("Samir Haddouche est mort", "S. H. est mort"),
        ("SAMIR HADDOUCHE", "S. H."),
        ("Samir  Haddouche, Samir\nHaddouche", "S. H., S. H."),
        ("les Haddouche-Benali", "les H.-Benali"),
        ("Haddouchery", "Haddouchery"),
        ("de Samir", "de S."),
    ],
)
def test_a_name_is_masked_as_a_whole_word(text: str, masked: str) -> None:
    mask = Mask(("Samir Haddouche",), ("Samir", "Haddouche"))
    assert mask.text(text) == masked


def test_an_arabic_name_is_masked_under_its_clitics() -> None:
    assert Mask(("سمير حدوش",), ()).text("وسمير حدوش") == "وس. ح."


def test_a_name_that_the_quote_cuts_is_masked_too() -> None:
    text = "Yesterday Samir Haddouche was killed."
    mask = Mask(("Samir Haddouche",), ())
    assert mask.stretch(text, Span(0, 13)) == "Yesterday S. H."
    assert mask.stretch(text, Span(13, len(text))) == "S. H. was killed."
    assert mask.stretch(text, Span(26, 36)) == "was killed"


def test_a_pattern_in_a_name_is_taken_by_letter() -> None:
    assert Mask(("A.*",), ()).text("A.* Axy") == "A. Axy"


def test_without_names_nothing_is_changed() -> None:
    assert Mask((), ()).text("Samir") == "Samir"
    assert Mask(("",), ()).text("Samir") == "Samir"


def test_every_text_of_a_claim_is_masked_and_the_claim_says_so() -> None:
    view = mask_names(make_view())
    named = [claim for claim in view.claims if claim.victims]
    assert named
    for claim in named:
        assert [victim.name for victim in claim.victims] == [None]
        assert [victim.age for victim in claim.victims] == [34]
        assert MASKED_FLAG in claim.flags
    assert "Haddouche" not in repr(view)


def test_a_claim_without_names_is_unchanged() -> None:
    view = make_view()
    masked = {claim.id: claim for claim in mask_names(view).claims}
    far = [claim for claim in view.claims if "kharkiv" in claim.report]
    assert far
    assert [masked[claim.id] for claim in far] == far


def test_a_surname_is_masked_in_its_own_report_only() -> None:
    view = make_view()
    kharkiv = next(claim for claim in view.claims if claim.kind == "toll" and "kharkiv" in claim.report)
    fr = next(claim for claim in view.claims if claim.victims)
    both = tuple(
        replace(claim, victims=(Victim("Telegram Fahri", "Telegram Fahri"),)) if claim is fr else claim
        for claim in view.claims
    )
    masked = {claim.id: claim for claim in mask_names(replace(view, claims=both)).claims}
    sentence = kharkiv.sentence.of(view.report_of(kharkiv).text)
    assert "Telegram" in sentence
    assert masked[kharkiv.id].quote == kharkiv.quote


def test_names_stay_where_they_are_asked_for() -> None:
    view = make_view()
    assert release(view, ExportOptions(include_names=True)).view == view


def test_an_incident_of_which_every_claim_is_withheld_goes_too() -> None:
    view = make_view()
    digest = next(digest for digest, report in view.reports.items() if report.outlet == "Sahel Info")
    held = replace(view, reports={**view.reports, digest: replace(view.reports[digest], withheld="asked for")})
    out = release(held, ExportOptions())
    assert {stone.id for stone in out.tombstones if stone.kind == "incident"} == {"inc-gao", "inc-gao-2019"}
    assert {incident.id for incident in out.view.incidents}.isdisjoint({"inc-gao", "inc-gao-2019"})


def test_an_incident_that_rests_on_other_reports_too_stays() -> None:
    view = make_view()
    digest = next(digest for digest, report in view.reports.items() if report.language == "ar")
    held = replace(view, reports={**view.reports, digest: replace(view.reports[digest], withheld="asked for")})
    out = release(held, ExportOptions())
    assert "inc-idlib" in {incident.id for incident in out.view.incidents}
    assert {stone.kind for stone in out.tombstones} == {"claim"}


def test_quotes_keep_their_place_in_the_text() -> None:
    view = make_view()
    for claim, masked in zip(view.claims, mask_names(view).claims, strict=True):
        assert masked.quote.span == claim.quote.span
        assert quote_of(view.report_of(claim).text, claim.quote.span) == claim.quote

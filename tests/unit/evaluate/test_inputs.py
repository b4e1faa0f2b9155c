"""The pipeline's input made of gold texts."""

import pytest

from bilan.errors import LanguageError
from bilan.evaluate.inputs import make_report
from bilan.model.ids import text_digest

APPEAL = "Trois habitants ont été tués lundi.\n\nFaites un don : https://example.org/don\n"


def test_the_text_is_frozen_as_it_is_and_appeals_are_set_aside_as_in_any_report() -> None:
    report = make_report("r1", APPEAL, "fr", "2016-09-30")
    assert (report.text, report.digest, report.published_from) == (APPEAL, text_digest(APPEAL), "record")
    assert any("https://example.org/don" in item.text for item in report.set_aside)


def test_without_a_date_nobody_gave_one() -> None:
    assert make_report("r1", APPEAL, "fr", None).published_from is None


def test_a_language_without_a_pack_is_refused() -> None:
    with pytest.raises(LanguageError):
        make_report("r1", APPEAL, "xx", None)

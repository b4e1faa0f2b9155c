"""What a reading set aside comes back from its stored payload as it was; payloads of old casebooks are read too."""

import json

import pytest

from bilan.model.extraction import Extraction
from bilan.model.ids import text_digest
from bilan.model.report import Report
from bilan.model.text import SetAside, Span
from bilan.stores.rows import extraction_payload, payload_set_aside

TEXT = "Trois hélicoptères abattus. Faites un don !"


@pytest.mark.parametrize(
    "aside",
    [
        SetAside("solicitation", Span(28, 43), "Faites un don !", "An appeal."),
        SetAside("number", Span(0, 5), "Trois", "It counts things, not people.", "thing", Span(0, 27)),
    ],
)
def test_what_was_set_aside_comes_back_as_it_was(aside: SetAside) -> None:
    report = Report("r1", TEXT, text_digest(TEXT), "fr")
    assert payload_set_aside(extraction_payload(Extraction(report, (), (), (aside,)))) == (aside,)


def test_an_aside_stored_before_there_were_codes_is_read() -> None:
    row = {"kind": "boilerplate", "start": 0, "end": 5, "text": "Trois", "reason": "A menu."}
    payload = json.dumps({"claims": [], "places": [], "set_aside": [row]})
    assert payload_set_aside(payload) == (SetAside("boilerplate", Span(0, 5), "Trois", "A menu."),)

"""Texts parsed in one batch give the parses they would give one by one."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from bilan.annotate.tokens import Parse, WantsNames
from bilan.evaluate.ahead import ParsedAhead, parse_ahead, parse_together
from bilan.evaluate.inputs import make_report
from bilan.model.text import Span
from bilan.pipeline import Tools, extract

TEXTS = {
    "fr": [
        "Sept civils ont été tués lundi à Alep. Douze autres sont blessés.",
        "Rien.",
        "",
        "Deux morts\n\nà Tripoli.",
    ],
    "en": ["Seven civilians were killed in Aleppo on Monday.", "The police said two men were hurt. No one died."],
}


@pytest.mark.parametrize("language", TEXTS)
def test_a_batch_parsed_together_is_the_texts_parsed_alone(language: str, tools: Tools) -> None:
    parser = tools.parser(language)
    asked = [(text, tuple(span for span in [Span(0, len(text))] if text)) for text in TEXTS[language]]
    found = parse_together(parser, asked)
    assert [found[one] for one in asked] == [parser.parse(*one) for one in asked]


def test_reports_parsed_ahead_give_the_same_claims_and_are_parsed_once(tools: Tools) -> None:
    reports = [make_report(str(n), text, code, None) for code in TEXTS for n, text in enumerate(TEXTS[code])]
    known = parse_ahead(reports, tools)
    alone = [extract(report, tools).claims for report in reports]
    assert any(alone)
    for code in TEXTS:
        parser = known.parsers[code]
        assert isinstance(parser, ParsedAhead)
        parser.parser = NoParser()
    assert [extract(report, known).claims for report in reports] == alone


def test_a_text_nobody_announced_is_parsed_when_asked(tools: Tools) -> None:
    known = parse_ahead([make_report("a", "Rien.", "fr", None)], replace(tools))
    text = TEXTS["fr"][0]
    assert known.parser("fr").parse(text, [Span(0, len(text))]).tokens


class NoParser:
    """Parses nothing: to show that nothing is asked of it."""

    def parse(self, text: str, passages: Sequence[Span], *, wants_names: WantsNames | None = None) -> Parse:
        """Refuse."""
        raise AssertionError(text, passages, wants_names)

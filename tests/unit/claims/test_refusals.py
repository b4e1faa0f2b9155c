"""Nothing is dropped without a word: what the toll rules refuse comes out with the reason."""

import pytest
from tests.unit.annotate.reading import annotated

from bilan.claims import refusals
from bilan.claims.refusals import Refusal
from bilan.pipeline import Tools, find_drafts


def refused(tools: Tools, code: str, text: str) -> list[Refusal]:
    return find_drafts(annotated(tools, code, text), tools).refusals


@pytest.mark.parametrize(
    ("code", "text", "number", "reason"),
    [
        ("fr", "Les rebelles ont abattu trois hélicoptères.", "trois", refusals.THING),
        ("en", "The rebels executed 12 orders.", "12", refusals.THING),
        ("fr", "Treize blessés ont été hospitalisés.", "Treize", refusals.CLAIMED),
        ("en", "Ten people were shot and killed.", "Ten", refusals.CLAIMED),
        ("fr", "Dans le film, douze soldats sont tués.", "douze", refusals.FICTION),
        ("en", "In the novel, ten soldiers are killed.", "ten", refusals.FICTION),
        ("fr", "Quiconque a tué deux hommes est puni.", "deux", refusals.GENERIC),
        ("en", "Anyone who killed two men is punished.", "two", refusals.GENERIC),
        ("fr", "Si la digue cédait, 300 habitants pourraient mourir.", "300", refusals.HYPOTHETICAL),
        ("en", "If the dam broke, 300 residents would die.", "300", refusals.HYPOTHETICAL),
    ],
)
def test_a_refused_number_says_why(tools: Tools, code: str, text: str, number: str, reason: str) -> None:
    found = [(one.number.of(text), one.reason) for one in refused(tools, code, text) if one.number is not None]
    assert (number, reason) in found


@pytest.mark.parametrize(
    ("code", "text", "reason"),
    [
        ("fr", "Les blessés ont été transférés à Sanaa.", refusals.NOT_COUNTED),
        ("en", "The wounded were moved to Sanaa.", refusals.NOT_COUNTED),
        ("fr", "Un joueur a été blessé en plein match.", refusals.SPORT),
        ("fr", "Un berger a été tué. Il a été abattu près du puits.", refusals.RESTATED),
        ("en", "A herder was killed. He was shot dead near the well.", refusals.RESTATED),
    ],
)
def test_a_refusal_without_a_number_says_why_too(tools: Tools, code: str, text: str, reason: str) -> None:
    assert reason in {one.reason for one in refused(tools, code, text)}


def test_a_refusal_names_the_rule_that_nearly_fired_and_the_words(tools: Tools) -> None:
    text = "Les rebelles ont abattu trois hélicoptères."
    (found,) = (one for one in refused(tools, "fr", text) if one.reason == refusals.THING)
    assert found.rule.startswith("act/abattre/")
    assert (found.span.of(text), found.detail, found.sentence) == ("trois hélicoptères", "hélicoptères", 0)


def test_what_became_a_claim_is_not_refused(tools: Tools) -> None:
    assert refused(tools, "fr", "Douze soldats ont été tués.") == []
    assert refused(tools, "en", "Ten soldiers were killed.") == []

"""Passages are what is read for claims: bounded, in order, without what was set aside."""

import pytest

from bilan.model.ids import text_digest
from bilan.model.report import Report
from bilan.model.text import SetAside, Span
from bilan.read.passages import MAX_PASSAGE, find_passages, merge_spans


def _report(text: str, *asides: tuple[int, int]) -> Report:
    found = tuple(SetAside("boilerplate", Span(*at), text[slice(*at)], "x") for at in asides)
    return Report(id="r", text=text, digest=text_digest(text), language="fr", set_aside=found)


def _texts(report: Report) -> list[str]:
    passages = find_passages(report)
    assert all(passage.span.of(report.text) == passage.text for passage in passages)
    return [passage.text for passage in passages]


def test_paragraphs_are_passages() -> None:
    assert _texts(_report("Titre\nHuit morts à Gao. Dix blessés.\n\nSuite.")) == [
        "Titre",
        "Huit morts à Gao. Dix blessés.",
        "Suite.",
    ]


def test_set_aside_spans_are_cut_out_of_a_paragraph_and_of_several() -> None:
    text = "Un mort. Don ! Deux morts.\nTrois morts. Lire.\nPub.\nQuatre."
    report = _report(text, (9, 14), (text.index("Lire"), text.index("Quatre")))
    assert _texts(report) == ["Un mort.", "Deux morts.", "Trois morts.", "Quatre."]


def test_overlapping_and_unsorted_set_aside_spans_do_no_harm() -> None:
    assert _texts(_report("abcdefgh", (4, 6), (1, 3), (2, 5))) == ["a", "gh"]
    assert merge_spans([Span(4, 6), Span(1, 3), Span(2, 5)]) == [Span(1, 6)]


def test_all_set_aside_leaves_no_passage() -> None:
    assert _texts(_report("Publicité", (0, 9))) == []


@pytest.mark.parametrize(
    ("text", "whole_sentences"),
    [
        ("Les secours ont compté douze morts à Idleb. " * 3000, True),
        ("mort " * 30_000, False),
        ("x" * 100_000, False),
    ],
)
def test_an_endless_line_is_cut_into_bounded_passages_that_hold_every_word(text: str, *, whole_sentences: bool) -> None:
    texts = _texts(_report(text))
    assert max(map(len, texts)) <= MAX_PASSAGE
    assert "".join("".join(texts).split()) == "".join(text.split())
    assert all(piece.endswith(".") for piece in texts) is whole_sentences

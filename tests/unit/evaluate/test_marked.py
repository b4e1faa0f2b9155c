"""Marked example sentences: their format, and the check against what was read."""

from pathlib import Path
from typing import Any

import pytest
from tests.unit.evaluate.gold_factory import make_place_row, make_row, make_time_row

from bilan.errors import LanguageError
from bilan.evaluate.marked import Marked, check_marked, parse_marked, read_marked
from bilan.model.text import Span


def _row(sentence: Marked, words: str, **fields: Any) -> dict[str, Any]:  # noqa: ANN401 - any field of a record
    start = sentence.text.index(words)
    end = start + len(words)
    low, high = fields.pop("low", 7), fields.pop("high", 7)
    return make_row(low, high, at=start, end=end, **fields) | {
        "quote": {"start": start, "end": end, "exact": words},
    }


def test_tags_are_taken_out_and_their_places_kept() -> None:
    sentence = parse_marked('<c outcome=killed low=7 said_by="la police">Sept civils</c> tués, dit-on.', "fr", 3)
    assert sentence.text == "Sept civils tués, dit-on."
    assert sentence.name == "fr:3"
    (mark,) = sentence.marks
    assert mark.span == Span(0, 11)
    assert dict(mark.attributes) == {"outcome": "killed", "low": "7", "said_by": "la police"}


def test_a_mark_may_hold_another() -> None:
    sentence = parse_marked("<c low=12>12 morts, <c basis=part low=3>dont 3 enfants</c></c>.", "fr")
    assert [mark.span.of(sentence.text) for mark in sentence.marks] == ["12 morts, dont 3 enfants", "dont 3 enfants"]


def test_a_prefix_gives_the_publication_date() -> None:
    sentence = parse_marked("[published=2016-09-30] Rien ce lundi.", "fr")
    assert (sentence.published, sentence.text, sentence.marks) == ("2016-09-30", "Rien ce lundi.", ())


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("<c low=7>Sept morts", "not closed"),
        ("Sept morts</c>", "closes nothing"),
        ("<c lo=7>Sept morts</c>", "no attribute 'lo'"),
        ("<c low=sept>Sept morts</c>", "a whole number"),
        ("<c outcome=dead>Sept morts</c>", "one of killed"),
        ("<c people=civil>Sept morts</c>", "people=civil"),
        ("<c share=half>La moitié</c>", "half"),
        ("<c low = 7>Sept morts</c>", "cannot be read"),
        ("<c low=7></c>Sept morts", "without words"),
    ],
)
def test_a_malformed_line_is_refused_with_its_number(line: str, message: str) -> None:
    with pytest.raises(LanguageError, match=f"line 5: .*{message}"):
        parse_marked(line, "fr", 5)


def test_headings_and_empty_lines_are_no_sentences(tmp_path: Path) -> None:
    path = tmp_path / "examples.txt"
    path.write_text("# Tolls\n\n<c low=7>Sept morts</c>.\nAucun mot.\n", encoding="utf-8")
    assert [(sentence.name, len(sentence.marks)) for sentence in read_marked(path, "fr")] == [("fr:3", 1), ("fr:4", 0)]


@pytest.mark.parametrize(
    ("attributes", "kind"),
    [
        ("outcome=killed", "toll"),
        ("event=attack", "event"),
        ("sector=health", "need"),
        ("topic=intent", "statement"),
        ("low=7", "toll"),
        ("kind=event outcome=killed", "event"),
    ],
)
def test_the_kind_follows_from_the_attributes(attributes: str, kind: str) -> None:
    assert parse_marked(f"<c {attributes}>Sept morts</c>", "fr").marks[0].kind == kind


def test_what_is_as_marked_has_no_faults() -> None:
    sentence = parse_marked("<c outcome=killed low=7 high=7 people=civilian said_by=none>Sept civils</c> tués.", "fr")
    assert check_marked(sentence, [_row(sentence, "Sept civils tués")]) == ()


def test_a_mark_without_a_claim_is_a_fault() -> None:
    sentence = parse_marked("<c low=7>Sept civils</c> tués, <c event=attack>une attaque</c>.", "fr")
    assert check_marked(sentence, []) == ("no toll at 'Sept civils'", "no event at 'une attaque'")


def test_a_toll_nobody_marked_is_a_fault_an_event_is_none() -> None:
    sentence = parse_marked("Sept civils ont fui.", "fr")
    assert check_marked(sentence, [_row(sentence, "Sept civils")]) == ("a toll nobody marked: killed at 'Sept civils'",)
    assert check_marked(sentence, [_row(sentence, "fui", kind="event", outcome=None)]) == ()


def test_a_differing_attribute_is_named_with_both_values() -> None:
    sentence = parse_marked("<c low=7 modality=hedged>Sept civils</c> auraient péri.", "fr")
    assert check_marked(sentence, [_row(sentence, "Sept civils")]) == (
        "'Sept civils': modality is asserted, should be hedged",
    )


def test_attributes_that_are_not_written_are_not_compared() -> None:
    sentence = parse_marked("<c>Sept civils</c> tués.", "fr")
    assert check_marked(sentence, [_row(sentence, "Sept", people=["child"], modality="denied")]) == ()


def test_of_two_claims_at_one_place_the_agreeing_one_stands_for_the_mark() -> None:
    sentence = parse_marked("<c low=7 outcome=killed>Sept</c><c low=7 outcome=injured> morts et blessés</c>.", "fr")
    words = "Sept morts et blessés"
    rows = [_row(sentence, words, outcome="injured"), _row(sentence, words)]
    assert check_marked(sentence, rows) == ()
    assert check_marked(sentence, rows[::-1]) == ()


BY = {"role": "perpetrator", "text": "x"}
SENTENCE = "<c {}>Sept civils</c> tués."


@pytest.mark.parametrize(
    ("attribute", "fields", "wrong"),
    [
        ("low=none", {"low": None}, {}),
        ("high=none", {"high": None}, {}),
        ("wording=vague", {"wording": "vague"}, {}),
        ("share=0.333", {"basis": "share", "share": 1 / 3}, {"share": 0.5}),
        ("share=none", {}, {"share": 0.5}),
        ("per=day", {"per": "day"}, {}),
        ("per=none", {}, {"per": "week"}),
        ("people=child,woman", {"people": ["woman", "child"]}, {"people": ["woman"]}),
        ("place=Tellera", {"place": make_place_row("à Tellera")}, {}),
        ("place=none", {}, {"place": make_place_row("Tellera")}),
        ("time=lundi", {"time": make_time_row("2016-03-07")}, {"time": make_time_row("2016-03-08", text="mardi")}),
        ("time=2016-03", {"time": make_time_row("2016-03-01", "2016-03-31")}, {"time": make_time_row("2016-03-02")}),
        ("time=none", {}, {"time": make_time_row("2016-03-07")}),
        ('said_by="témoin > la police"', {"said_by": [{"text": "témoin"}, {"text": "police"}]}, {}),
        ("said_by=none", {}, {"said_by": [{"text": "police"}]}),
        ("perpetrator=rebelles", {"actors": [{"role": "perpetrator", "text": "des rebelles"}]}, {}),
        ("target=none", {"actors": [BY]}, {"actors": [BY | {"role": "target"}]}),
        ("tags=civilian-targeting", {"tags": ["a", "civilian-targeting"]}, {"tags": ["a"]}),
        ("flags=none", {}, {"flags": ["place-doubtful"]}),
        ("kind=toll", {}, None),
        ("event=attack kind=toll", {"event": "attack"}, {"event": "accident"}),
        ("topic=intent", {"kind": "statement", "statement": {"topic": "intent"}}, None),
        ("sector=health", {"kind": "need", "need": {"sector": "health"}}, None),
    ],
)  # fmt: skip
def test_every_attribute_is_compared(attribute: str, fields: dict[str, Any], wrong: dict[str, Any] | None) -> None:
    sentence = parse_marked(SENTENCE.format(attribute), "fr")
    assert check_marked(sentence, [_row(sentence, "Sept civils", **fields)]) == ()
    if wrong is not None:
        assert check_marked(sentence, [_row(sentence, "Sept civils", **wrong)])

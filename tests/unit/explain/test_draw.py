"""The picture holds what the rules saw: words, finds, clauses with their slots, what fired, and what nearly did."""

import json

import pytest

from bilan.claims import refusals
from bilan.evaluate.inputs import make_report
from bilan.explain.draw import explain
from bilan.explain.picture import NO_READING, NO_VICTIM, WHY, SentencePicture, picture_row
from bilan.pipeline import Tools


def drawn(tools: Tools, code: str, text: str) -> SentencePicture:
    (sentence,) = explain(make_report("r1", text, code, None), tools).sentences
    return sentence


FR = "Au moins 37 civils auraient été tués lundi à Alep, dont 12 enfants, selon les secours."
EN = "At least 37 civilians were reportedly killed in Aleppo on Monday, including 12 children, rescuers said."


@pytest.mark.parametrize(("code", "text"), [("fr", FR), ("en", EN)])
def test_every_kind_of_find_is_shown_where_it_stands(tools: Tools, code: str, text: str) -> None:
    sentence = drawn(tools, code, text)
    kinds = {find.kind for find in sentence.finds}
    assert {"number", "time", "place", "people", "cue", "outcome"} <= kinds
    for find in sentence.finds:
        assert find.text.startswith(sentence.words[find.first].text)
        assert find.text.endswith(sentence.words[find.last].text)


@pytest.mark.parametrize(("code", "text"), [("fr", FR), ("en", EN)])
def test_a_clause_shows_its_reading_and_the_rule_of_each_slot(tools: Tools, code: str, text: str) -> None:
    (clause,) = drawn(tools, code, text).clauses
    (slot,) = clause.slots
    assert (clause.kind, clause.outcome, clause.said[0], slot.name, slot.rule) == (
        "act", "killed", "passive", "patient", "subject",
    )  # fmt: skip
    assert slot.text.endswith(("37 civils", "37 civilians"))


@pytest.mark.parametrize(
    ("code", "text", "modality_by", "speaker_by"), [("fr", FR, "hearsay", "selon"), ("en", EN, "reportedly", "say")]
)
def test_what_fired_says_by_which_words_each_attribute_was_decided(
    tools: Tools, code: str, text: str, modality_by: str, speaker_by: str
) -> None:
    whole, part = [one for one in drawn(tools, code, text).fired if one.kind == "toll"]
    known = {name: (value, why) for name, value, why in whole.attributes}
    assert known["count"][0] == "37.. at-least"
    assert known["modality"] == ("hedged", modality_by)
    assert known["speaker"][1].startswith(speaker_by)
    assert {name: why for name, _, why in part.attributes}["basis"] in {"dont", "including"}
    assert whole.rule.startswith("act/")


@pytest.mark.parametrize(
    ("code", "text", "reason"),
    [
        ("fr", "Les rebelles ont abattu trois hélicoptères.", refusals.THING),
        ("en", "The rebels executed 12 orders.", refusals.THING),
        ("fr", "Dans le film, douze soldats sont tués.", refusals.FICTION),
        ("en", "In the novel, ten soldiers are killed.", refusals.FICTION),
        ("fr", "Les troupes ont perdu la colline.", refusals.OTHER_PEOPLE),
        ("fr", "Ils ont perdu courage après la mort.", refusals.NOT_COUNTED),
        ("en", "The death toll is not known.", NO_READING),
        ("fr", "Le chat tue-mouches dort.", NO_READING),
        ("en", "To kill is easy.", NO_VICTIM),
    ],
)
def test_what_nearly_fired_says_why_not(tools: Tools, code: str, text: str, reason: str) -> None:
    found = {miss.reason for miss in drawn(tools, code, text).near_misses}
    assert reason in found


def test_a_number_set_aside_is_shown_with_its_reason(tools: Tools) -> None:
    strays = drawn(tools, "fr", "Les rebelles ont abattu trois hélicoptères.").strays
    assert [(stray.text, stray.reason) for stray in strays] == [("trois", refusals.THING)]


def test_every_reason_a_picture_can_name_has_words() -> None:
    codes = {value for name, value in vars(refusals).items() if name.isupper() and isinstance(value, str)}
    assert codes <= WHY.keys()


def test_sentences_keep_their_places_in_the_text(tools: Tools) -> None:
    text = "Il pleut à Alep.\n\nDeux soldats sont morts."
    first, second = explain(make_report("r1", text, "fr", None), tools).sentences
    assert (first.text, second.text) == ("Il pleut à Alep.", "Deux soldats sont morts.")
    assert text[second.start : second.end] == second.text
    assert second.words[0].index == 0


def test_the_picture_is_one_json_record(tools: Tools) -> None:
    row = json.loads(json.dumps(picture_row(explain(make_report("r1", FR, "fr", None), tools))))
    assert (row["schema"], row["language"], len(row["sentences"])) == ("bilan.explanation/1", "fr", 1)
    assert row["sentences"][0]["clauses"][0]["slots"][0]["name"] == "patient"

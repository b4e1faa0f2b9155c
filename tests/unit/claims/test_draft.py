"""Drafts: frozen, changed by copy only."""

from dataclasses import FrozenInstanceError, replace

import pytest
from tests.unit.annotate.reading import at, sentence_of
from tests.unit.claims.drafting import make_draft

from bilan.annotate.phrases import phrase_at
from bilan.claims.draft import phrase_text
from bilan.pipeline import Tools


def test_a_changed_copy_leaves_the_draft_as_it_was() -> None:
    draft = make_draft(3)
    changed = draft.but(outcome="injured", flags=("background",))
    assert (draft.outcome, draft.flags) == ("killed", ())
    assert (changed.outcome, changed.flags, changed.count) == ("injured", ("background",), draft.count)


def test_no_change_gives_an_equal_draft() -> None:
    assert make_draft(3).but() == make_draft(3)


def test_a_changed_copy_is_the_one_dataclasses_would_make() -> None:
    draft = make_draft(3)
    changes = {"outcome": "injured", "share": 0.5, "place_mention": 2, "people": ("child",), "whole": 0}
    assert draft.but(**changes) == replace(draft, **changes)  # type: ignore[arg-type]
    assert draft.but(people=("unknown",)) is draft


def test_a_field_there_is_not_is_refused() -> None:
    with pytest.raises(TypeError):
        make_draft(3).but(outcom="killed")


def test_a_draft_cannot_be_written_to() -> None:
    with pytest.raises(FrozenInstanceError):
        make_draft(3).outcome = "injured"  # type: ignore[misc]


def test_a_new_draft_says_nothing_it_was_not_told() -> None:
    draft = make_draft(3)
    assert (draft.people, draft.basis, draft.modality, draft.said_by) == (("unknown",), "total", "asserted", ())
    assert (draft.place_mention, draft.time_mention, draft.whole, draft.older) == (None, None, None, None)


def test_the_words_of_a_phrase_are_those_of_the_text(tools: Tools) -> None:
    sentence = sentence_of(tools, "fr", "Au moins 37 civils ont péri.")
    assert phrase_text(sentence, phrase_at(sentence, at(sentence, "civils"))) == "Au moins 37 civils"

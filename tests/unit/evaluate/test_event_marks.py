"""What happened and who did it to whom: marked events and how they are scored."""

from pathlib import Path
from typing import Any

import pytest
from tests.unit.evaluate.gold_factory import make_row

from bilan.errors import LanguageError
from bilan.evaluate.event_marks import (
    CORPUS,
    event_marks_row,
    measured_event_marks,
    read_event_marks,
    score_event_marks,
)
from bilan.evaluate.marked import Marked, parse_marked
from bilan.evaluate.scores import Tally
from bilan.events.load import load_events
from bilan.languages.load import Pack, list_languages, load_language

CLASHED = 'Troops <c event=armed-clash side-a="Troops" side-b="the rebels;the militia">clashed</c> with rebels.'


def _event(event: str, *actors: tuple[str, str], tags: tuple[str, ...] = ()) -> dict[str, Any]:
    listed = [{"role": role, "text": words, "id": None} for role, words in actors]
    return make_row(kind="event", outcome=None, count=None, event=event, actors=listed, tags=list(tags))


def _read(line: str, *rows: dict[str, Any]) -> tuple[Marked, list[dict[str, Any]]]:
    return parse_marked(line, "en"), list(rows)


def test_types_and_roles_that_are_marked_and_read_are_right() -> None:
    row = _event("armed-clash", ("side-a", "Troops"), ("side-b", "rebels"), ("side-b", "local militia"))
    scores = score_event_marks("en", [_read(CLASHED, row)])
    assert (scores.macro_f1, scores.all_roles, scores.faults) == (1.0, Tally(3, 3, 3), ())


def test_what_is_read_in_a_trap_costs_its_type_precision() -> None:
    scores = score_event_marks(
        "en",
        [
            _read(CLASHED, _event("armed-clash")),
            _read("The two brothers clashed.", _event("armed-clash", ("side-a", "brothers"))),
            _read("They made peace."),
        ],
    )
    assert (scores.traps, scores.quiet) == (2, 1)
    assert scores.types["armed-clash"] == Tally(gold=1, predicted=2, matched=1)
    assert scores.all_roles == Tally(gold=3, predicted=1, matched=0)


def test_one_actor_is_right_for_one_mark_only() -> None:
    scores = score_event_marks("en", [_read(CLASHED, _event("armed-clash", ("side-b", "the rebels of the militia")))])
    assert scores.roles["side-b"] == Tally(gold=2, predicted=1, matched=1)


def test_a_second_name_of_a_marked_happening_counts_only_strictly() -> None:
    line = "A bomber <c event=suicide-bomb>blew himself up</c> in an attack."
    scores = score_event_marks("en", [_read(line, _event("suicide-bomb"), _event("attack"))])
    assert scores.types["suicide-bomb"].f1 == 1.0
    assert "attack" not in scores.types
    assert scores.strict["attack"] == Tally(gold=0, predicted=1, matched=0)
    assert not scores.faults


def test_a_broader_name_alone_is_wrong() -> None:
    line = "A bomber <c event=suicide-bomb>blew himself up</c> in an attack."
    scores = score_event_marks("en", [_read(line, _event("attack"))])
    assert scores.macro_f1 == 0.0
    assert scores.faults == (("en:1", ("no suicide-bomb", "a false attack")),)


def test_tags_are_scored_apart() -> None:
    line = "Jets <c event=air-drone-strike tags=attack-on-health-care>bombed</c> a clinic."
    found = _event("air-drone-strike", tags=("attack-on-health-care", "civilian-targeting"))
    scores = score_event_marks("en", [_read(line, found)])
    assert scores.tags == Tally(gold=1, predicted=2, matched=1)
    assert "tags are attack-on-health-care,civilian-targeting" in scores.faults[0][1][0]


def test_floors_are_kept_for_types_roles_tags_and_traps() -> None:
    scores = score_event_marks("en", [_read(CLASHED, _event("armed-clash"))])
    kept = {"event_macro_f1": 1.0, "role_f1": 0.0, "tag_f1": 1.0, "quiet_traps": 1.0}
    assert measured_event_marks([scores]) == {CORPUS: {"en": kept}}
    assert measured_event_marks([]) == {}
    assert event_marks_row(scores)["types"] == {"armed-clash": 1.0}


def test_a_pack_without_marked_events_has_none_and_a_malformed_one_is_refused(tmp_path: Path) -> None:
    pack = Pack("en", tmp_path, {})
    assert read_event_marks(pack) == ()
    (tmp_path / "events_marked.txt").write_text("They <c event=attack>fired.\n", encoding="utf-8")
    with pytest.raises(LanguageError, match="not closed"):
        read_event_marks(pack)


@pytest.mark.parametrize("code", list_languages())
def test_every_pack_marks_every_event_type_and_as_many_traps(code: str) -> None:
    sentences = read_event_marks(load_language(code))
    marked = {mark.get("event") for sentence in sentences for mark in sentence.marks}
    assert marked >= set(load_events()) - {"other"}
    traps = sum(not sentence.marks for sentence in sentences)
    assert abs(2 * traps - len(sentences)) <= len(sentences) / 10

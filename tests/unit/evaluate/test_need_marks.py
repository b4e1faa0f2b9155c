"""What is lacking, meant, so, blamed or warned of: marked sentences and how they are scored."""

from pathlib import Path
from typing import Any

import pytest
from tests.unit.evaluate.gold_factory import make_row

from bilan.errors import LanguageError
from bilan.evaluate.marked import Marked, parse_marked
from bilan.evaluate.need_marks import (
    CORPUS,
    measured_need_marks,
    need_marks_row,
    read_need_marks,
    score_need_marks,
)
from bilan.evaluate.scores import Accuracy, Tally
from bilan.languages.load import Pack, list_languages, load_language

LACK = "<c sector=food items=flour modality=hedged>They lack flour</c> and <c topic=blame>blame the army</c>."


def _claim(start: int, *, sector: str = "", topic: str = "", items: tuple[str, ...] = ()) -> dict[str, Any]:
    quote = {"start": start, "end": start + 9, "exact": "words", "prefix": "", "suffix": ""}
    return make_row(
        kind="need" if sector else "statement",
        outcome=None,
        count=None,
        quote=quote,
        need={"sector": sector, "items": list(items)} if sector else None,
        statement={"topic": topic, "content": "words"} if topic else None,
        modality="asserted",
    )


def _read(line: str, *rows: dict[str, Any]) -> tuple[Marked, list[dict[str, Any]]]:
    return parse_marked(line, "en"), list(rows)


def test_a_need_of_the_marks_sector_that_touches_it_is_right_and_its_items_are_judged() -> None:
    rows = _claim(0, sector="food", items=("the flour",)), _claim(20, topic="blame")
    scores = score_need_marks("en", [_read(LACK, *rows)])
    assert scores.found == {"need": Tally(1, 1, 1), "statement": Tally(1, 1, 1)}
    assert scores.judged == {"items": Accuracy(1, 1), "modality": Accuracy(0, 1), "said_by": Accuracy(0, 0)}
    assert scores.faults == (("en:1", ("modality is asserted, should be hedged",)),)


def test_another_sector_another_place_and_words_in_a_trap_are_false() -> None:
    scores = score_need_marks(
        "en",
        [
            _read(LACK, _claim(0, sector="health"), _claim(200, topic="blame")),
            _read("They need time.", _claim(0, sector="food")),
            _read("They slept."),
        ],
    )
    assert scores.found == {"need": Tally(1, 2, 0), "statement": Tally(1, 1, 0)}
    assert (scores.traps, scores.quiet) == (2, 1)
    assert scores.faults[0][1] == ("no food", "no blame", "a false health at 'words'", "a false blame at 'words'")


def test_an_item_left_out_or_added_is_a_fault() -> None:
    line = "<c sector=food items=flour;oil>They lack flour and oil</c>."
    short = score_need_marks("en", [_read(line, _claim(0, sector="food", items=("flour",)))])
    assert short.judged["items"] == Accuracy(0, 1)
    other = score_need_marks("en", [_read(line, _claim(0, sector="food", items=("flour", "salt")))])
    assert other.judged["items"] == Accuracy(0, 1)


def test_floors_are_kept_for_what_could_be_measured() -> None:
    scores = score_need_marks("en", [_read("They slept.")])
    kept = measured_need_marks([scores])[CORPUS]["en"]
    assert kept["quiet_traps"] == kept["need_f1"] == 1.0
    assert "items" not in kept
    assert need_marks_row(scores)["sentences"] == 1
    assert measured_need_marks([score_need_marks("en", [])]) == {}


def test_a_pack_without_the_file_has_none_and_a_broken_line_is_named(tmp_path: Path) -> None:
    pack = Pack("xx", tmp_path, {})
    assert read_need_marks(pack) == ()
    (tmp_path / "needs_marked.txt").write_text("They <c sector=food>lack.\n", encoding="utf-8")
    with pytest.raises(LanguageError, match="line 1"):
        read_need_marks(pack)


@pytest.mark.parametrize("code", list_languages())
def test_every_pack_marks_sixty_sentences_of_all_sectors_and_topics_half_of_them_traps(code: str) -> None:
    marked = read_need_marks(load_language(code))
    marks = [mark for sentence in marked for mark in sentence.marks]
    assert len(marked) >= 60
    assert sum(not sentence.marks for sentence in marked) * 2 >= len(marked)
    sectors = {"health", "food", "water-sanitation", "shelter", "protection", "education", "logistics"}
    assert {mark.get("sector") for mark in marks} - {None} == sectors
    assert {mark.get("topic") for mark in marks} - {None} == {"intent", "condition", "blame", "warning"}

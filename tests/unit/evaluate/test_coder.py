"""Who did what to whom, held against codings."""

import gzip
import json
from pathlib import Path
from typing import Any

from tests.factory import make_claim

from bilan.evaluate.coder import CORPUS, codings_of, score_codings, tally
from bilan.evaluate.scores import Accuracy
from bilan.events.load import load_events
from bilan.model.claim import Actor
from bilan.pipeline import Tools


def _event(root: str, source: str = "", target: str = "", code: str = "") -> dict[str, Any]:
    actors = {"source": [{"actorText": source, "code": code}], "target": [{"actorText": target, "code": ""}]}
    return {"event": root} | actors


def test_roots_of_later_plover_and_of_cameo_are_told_and_others_not_asked() -> None:
    record = {"events": [_event("FIGHT"), {"code": "145", "source": [], "target": []}, _event("AGREE")]}
    assert [coding.root for coding in codings_of(record)] == ["ASSAULT", "PROTEST", ""]
    assert codings_of({"events": None}) == ()


def test_a_coding_is_right_as_a_whole_if_both_its_actors_are(tools: Tools) -> None:
    actors = (Actor("perpetrator", "northern militia"), Actor("target", "farmers of Tellera"))
    claim = make_claim(None, event="attack", actors=actors)
    wanted = codings_of({"events": [_event("ASSAULT", "militia", "farmers")]})
    other = codings_of({"events": [_event("ASSAULT", "militia", "soldiers")]})
    assert tally([([claim], wanted), ([claim], other)], load_events(), tools.registry) == {
        "root": Accuracy(2, 2),
        "root_and_actors": Accuracy(1, 2),
        "precision": Accuracy(2, 2),
    }


def test_an_actor_without_the_codings_words_is_right_by_the_registrys_code(tools: Tools) -> None:
    known = tools.registry.match(["French army"], "en")[0]
    assert known is not None
    claim = make_claim(None, event="attack", actors=(Actor("perpetrator", "troops from Paris", known.id),))
    wanted = codings_of({"events": [_event("ASSAULT", code="FRAMIL")]})
    assert tally([([claim], wanted)], load_events(), tools.registry)["root_and_actors"] == Accuracy(1, 1)


def test_sentences_are_read_and_those_about_fiction_left_out(tmp_path: Path, tools: Tools) -> None:
    text = "Rebels attacked an army convoy near Tellera on Monday."
    row = {"id": "1", "text": text, "set": "plover-gsr", "events": [_event("ASSAULT", "Rebels", "army convoy")]}
    with gzip.open(tmp_path / f"{CORPUS}.jsonl.gz", "wt", encoding="utf-8") as file:
        file.writelines(json.dumps(one) + "\n" for one in (row, row | {"set": "petrarch2-unit"}))
    assert score_codings(tmp_path, tools)["root"] == Accuracy(1, 1)

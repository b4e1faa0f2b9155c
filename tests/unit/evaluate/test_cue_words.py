"""Verbs of saying held against a list of reporting verbs: held or not, and finding who speaks or not."""

from pathlib import Path

from bilan.evaluate.cue_words import CORPUS, score_cues
from bilan.pipeline import Tools

ROWS = (
    "lemma\tlang\tforms in source list\n"
    "déclarer\tfr\tall\ntrouver\tfr\tall\n"
    "say\ten\tall\nacclaim\ten\tone\nsay\txx\tall\n"
)


def test_each_lemma_is_held_or_not_and_finds_its_speaker_or_not(tools: Tools, tmp_path: Path) -> None:
    (tmp_path / f"{CORPUS}.tsv").write_text(ROWS, encoding="utf-8")
    found = {(one.language, one.lemma): (one.held, one.speaks) for one in score_cues(tmp_path, tools)}
    assert found == {
        ("fr", "déclarer"): (True, True),
        ("fr", "trouver"): (False, False),
        ("en", "say"): (True, True),
        ("en", "acclaim"): (False, False),
    }

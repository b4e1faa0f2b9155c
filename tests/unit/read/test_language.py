"""The language of a report: given codes are made plain, texts are told apart offline."""

import json
import socket
from pathlib import Path

import pytest

from bilan.read.language import SAMPLE, detect_language, normalise_language


@pytest.mark.parametrize(
    ("tag", "code"),
    [
        ("fr", "fr"), ("FR", "fr"), ("fr-FR", "fr"), ("fr_CA.UTF-8", "fr"), ("fra", "fr"), ("fre", "fr"), ("eng", "en"),
        ("ara", "ar"), ("iw", "he"), ("zh-Hant-TW", "zh"), (" en ", "en"), ("kab", "kab"),
        ("und", None), ("mul", None), ("", None), ("12", None), ("français", None),
    ],
)  # fmt: skip
def test_language_tags_become_two_letter_codes(tag: str, code: str | None) -> None:
    assert normalise_language(tag) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Huit villageois ont péri dans l'attaque du marché.", "fr"),
        ("Eight villagers died in the attack on the market.", "en"),
        ("EIGHT VILLAGERS DIED IN THE ATTACK ON THE MARKET.", "en"),
        ("قتل ثمانية قرويين في الهجوم على السوق.", "ar"),
        ("Восемь жителей погибли при нападении на рынок.", "ru"),
        ("שמונה כפריים נהרגו בהתקפה על השוק.", "he"),
        ("Attentat à Gao : 8 morts", "fr"),
        ("8 killed in Gao", "en"),
    ],
)
def test_sentences_and_headlines_are_told_apart(text: str, code: str) -> None:
    assert detect_language(text) == code


@pytest.mark.parametrize(
    "text", ["", "   ", "37", "12:30 / 45", "Gao", "https://site.example/article/la-guerre-en-syrie"]
)
def test_what_holds_no_words_has_no_language(text: str) -> None:
    assert detect_language(text) is None


def test_words_after_a_long_empty_head_are_found() -> None:
    assert detect_language("\n" * 10 * SAMPLE + "* " * SAMPLE + "Les combats ont repris dans la vieille ville.") == "fr"


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        pytest.fail("a detector asked for the network")

    monkeypatch.setattr(socket, "socket", refuse)
    assert detect_language("Les combats ont repris lundi dans la vieille ville.") == "fr"


@pytest.mark.gold
def test_gold_reports_in_three_languages_are_told_without_a_mistake(gold: Path) -> None:
    files = (gold / "claims-fr.jsonl", gold / "claims-parallel.jsonl")
    records = [json.loads(line) for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    wrong = [record["id"] for record in records if detect_language(record["text"]) != record["lang"]]
    assert len(records) > 100
    assert wrong == []

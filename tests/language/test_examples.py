"""Every pack's marked sentences: what must be read from them, and what must not. Add sentences, never code.

Sentences of `known.tsv` must fail, all others must hold; `tools/known.py --marked` writes that list anew.
"""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from bilan.evaluate.known import read_known
from bilan.evaluate.marked import Marked, check_marked, read_pack
from bilan.evaluate.run import run_marked
from bilan.languages.load import list_languages, load_language
from bilan.pipeline import Tools

SENTENCES = {code: read_pack(load_language(code)) for code in list_languages()}
KNOWN = read_known(Path(__file__).with_name("known.tsv"))


def _case(sentence: Marked) -> object:
    reason = KNOWN.get(sentence.language, {}).get(sentence.key)
    failing = [pytest.mark.xfail(reason=reason, strict=True, raises=AssertionError)] if reason else []
    together = pytest.mark.xdist_group(f"marked-{sentence.language}")  # one process reads all of a language
    return pytest.param(sentence, marks=[together, *failing], id=sentence.name)


@pytest.fixture(scope="session")
def faults_of(tools: Tools) -> Callable[[str], dict[str, tuple[str, ...]]]:
    """The faults of each sentence of a language by its name: all are read at once, when the first is asked for."""

    @cache
    def read(language: str) -> dict[str, tuple[str, ...]]:
        found = run_marked(SENTENCES[language], tools)
        return {sentence.name: check_marked(sentence, rows) for sentence, rows in found}

    return read


@pytest.mark.parametrize("sentence", [_case(sentence) for pack in SENTENCES.values() for sentence in pack])
def test_a_marked_sentence_gives_exactly_what_is_marked(
    sentence: Marked, faults_of: Callable[[str], dict[str, tuple[str, ...]]]
) -> None:
    faults = faults_of(sentence.language)[sentence.name]
    assert not faults, "\n".join((sentence.text, *faults))


def test_only_sentences_there_are_are_known_to_fail() -> None:
    gone = [
        (code, text)
        for code, reasons in KNOWN.items()
        if not code.startswith("pair-")
        for text in reasons
        if text not in {sentence.key for sentence in SENTENCES.get(code, ())}
    ]
    assert not gone, "run tools/known.py --marked"


@pytest.mark.parametrize("code", SENTENCES)
def test_every_pack_shows_sentences_with_and_without_tolls(code: str) -> None:
    with_tolls = [any(mark.kind == "toll" for mark in sentence.marks) for sentence in SENTENCES[code]]
    assert any(with_tolls)
    assert not all(with_tolls)


@pytest.mark.parametrize("code", SENTENCES)
def test_no_sentence_stands_twice_in_a_pack(code: str) -> None:
    texts = [sentence.key for sentence in SENTENCES[code]]
    assert len(set(texts)) == len(texts)

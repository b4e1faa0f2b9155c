"""Every pack's marked sentences: what must be read from them, and what must not. Add sentences, never code."""

import pytest

from bilan.evaluate.marked import Marked, check_marked, read_pack
from bilan.evaluate.run import run_marked
from bilan.languages.load import list_languages, load_language
from bilan.pipeline import Tools

SENTENCES = {code: read_pack(load_language(code)) for code in list_languages()}


@pytest.mark.parametrize(
    "sentence", [s for pack in SENTENCES.values() for s in pack], ids=lambda sentence: sentence.name
)
def test_a_marked_sentence_gives_exactly_what_is_marked(sentence: Marked, tools: Tools) -> None:
    faults = check_marked(sentence, run_marked(sentence, tools))
    assert not faults, "\n".join((sentence.text, *faults))


@pytest.mark.parametrize("code", SENTENCES)
def test_every_pack_shows_sentences_with_and_without_tolls(code: str) -> None:
    with_tolls = [any(mark.kind == "toll" for mark in sentence.marks) for sentence in SENTENCES[code]]
    assert any(with_tolls)
    assert not all(with_tolls)


@pytest.mark.parametrize("code", SENTENCES)
def test_no_sentence_stands_twice_in_a_pack(code: str) -> None:
    texts = [(sentence.text, sentence.published) for sentence in SENTENCES[code]]
    assert len(set(texts)) == len(texts)

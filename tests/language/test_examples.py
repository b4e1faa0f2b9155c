"""Every pack's marked sentences: what must be read from them, and what must not. Add sentences, never code."""

import pytest

from bilan.evaluate.marked import EXAMPLES, Marked, check_marked, read_marked, to_report
from bilan.languages.load import list_languages, load_language
from bilan.model.wire import claim_row
from bilan.pipeline import Tools, extract


def _sentences(code: str) -> tuple[Marked, ...]:
    path = load_language(code).folder / EXAMPLES
    return read_marked(path, code) if path.is_file() else ()


SENTENCES = [sentence for code in list_languages() for sentence in _sentences(code)]


@pytest.mark.parametrize("sentence", SENTENCES, ids=lambda sentence: sentence.name)
def test_a_marked_sentence_gives_exactly_what_is_marked(sentence: Marked, tools: Tools) -> None:
    rows = [claim_row(claim) for claim in extract(to_report(sentence), tools).claims]
    faults = check_marked(sentence, rows)
    assert not faults, "\n".join((sentence.text, *faults))


@pytest.mark.parametrize("code", list_languages())
def test_every_pack_shows_sentences_with_and_without_tolls(code: str) -> None:
    with_tolls = [any(mark.kind == "toll" for mark in sentence.marks) for sentence in _sentences(code)]
    assert any(with_tolls)
    assert not all(with_tolls)


@pytest.mark.parametrize("code", list_languages())
def test_no_sentence_stands_twice_in_a_pack(code: str) -> None:
    texts = [(sentence.text, sentence.published) for sentence in _sentences(code)]
    assert len(set(texts)) == len(texts)

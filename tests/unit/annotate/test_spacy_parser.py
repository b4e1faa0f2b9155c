"""The parser behind its protocol: the same with either matrix product, offsets of the text, sentences mended."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from thinc.api import get_current_ops, set_current_ops
from thinc.backends.numpy_ops import NumpyOps

from bilan.annotate import spacy_parser
from bilan.annotate.spacy_parser import STOPS, NumpyProducts, SpacyParser
from bilan.annotate.tokens import Parse
from bilan.errors import ModelError
from bilan.languages.load import Pack, load_language
from bilan.model.text import Span
from bilan.pipeline import Tools

DEMO = Path(__file__).parents[3] / "examples" / "demo"
REPORTS = {
    "fr": ("01-ariha-depeche.txt", "05-semaine-sans-date.txt", "07-bankass.txt"),
    "en": ("04-ariha-english.txt", "08-mogadishu.txt"),
}


def paragraphs(code: str) -> list[str]:
    texts = [(DEMO / name).read_text(encoding="utf-8") for name in REPORTS[code]]
    return [line for text in texts for line in text.split("\n") if line.strip()]


def parse(tools: Tools, code: str, text: str) -> Parse:
    return tools.parser(code).parse(text, [Span(0, len(text))])


@pytest.fixture
def ops() -> Iterator[None]:
    """Give back the matrix products that other tests' parsers were loaded with."""
    before = get_current_ops()
    yield
    set_current_ops(before)


@pytest.mark.usefixtures("ops")
@pytest.mark.parametrize("code", ["fr", "en"])
def test_numpys_product_and_spacys_own_give_the_same_parse(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = paragraphs(code)
    text = "\n".join(lines)
    starts = [sum(len(line) + 1 for line in lines[:n]) for n in range(len(lines))]
    spans = [Span(start, start + len(line)) for start, line in zip(starts, lines, strict=True)]
    parses = []
    for products in (NumpyOps(), NumpyProducts()):
        monkeypatch.setattr(spacy_parser, "use_fastest_products", lambda products=products: set_current_ops(products))
        parser = SpacyParser(load_language(code))
        assert parser.model.get_pipe("parser").model.ops is products
        parses.append(parser.parse(text, spans))
    blis, numpy = parses
    assert len(blis.tokens) > 200
    assert blis.tokens == numpy.tokens
    assert blis.sentences == numpy.sentences
    assert blis.names == numpy.names


def test_the_faster_product_is_chosen_once_and_named() -> None:
    assert spacy_parser.use_fastest_products() in {"blis", "numpy"}
    assert spacy_parser.use_fastest_products() is spacy_parser.use_fastest_products()


@pytest.mark.parametrize("code", ["fr", "en"])
def test_offsets_are_those_of_the_text(tools: Tools, code: str) -> None:
    text = "\n".join(paragraphs(code))
    found = parse(tools, code, text)
    assert [text[token.start : token.end] for token in found.tokens] == [token.text for token in found.tokens]
    assert "".join(token.text for token in found.tokens) == "".join(text.split())


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\u2009"])
def test_spaces_that_do_not_break_are_no_tokens_and_move_no_offset(tools: Tools, space: str) -> None:
    text = f"Selon{space}lui, 1{space}200 civils ont été tués{space}; « deux{space}» enfants."
    found = parse(tools, "fr", text)
    assert [text[token.start : token.end] for token in found.tokens] == [token.text for token in found.tokens]
    assert not any(token.text.isspace() or not token.text for token in found.tokens)
    plain = parse(tools, "fr", text.replace(space, " "))
    assert found == plain


def test_words_before_a_passage_shift_its_offsets_only(tools: Tools) -> None:
    sentence, before = "Trois civils ont péri.", "😀 Hors sujet. "
    alone = parse(tools, "fr", sentence)
    shifted = tools.parser("fr").parse(before + sentence, [Span(len(before), len(before + sentence))])
    assert [token._replace(start=token.start + len(before), end=token.end + len(before)) for token in alone.tokens] == [
        *shifted.tokens
    ]


@pytest.mark.parametrize("code", ["fr", "en"])
def test_no_sentence_ends_at_a_comma_or_in_the_middle_of_a_line(tools: Tools, code: str) -> None:
    text = "\n".join(paragraphs(code))
    found = parse(tools, code, text)
    for span in found.sentences:
        ending = text[span.end - 1]
        at_line_end = text[span.end : span.end + 1] in {"\n", ""}
        assert ending in STOPS or at_line_end, span.of(text)
        assert ending != ","


@pytest.mark.parametrize(
    ("code", "text", "sentences"),
    [
        ("fr", "Trois civils ont péri, selon lui, dont un enfant, hier, à l'aube.", 1),
        ("fr", "Trois civils ont péri. Deux sont blessés.", 2),
        ("fr", "Titre sans point\nTrois civils ont péri.", 2),
        ("en", "Three civilians died, he said, including a child, on Monday, at dawn.", 1),
        ("en", "Three civilians died. Two are wounded.", 2),
        ("en", "Headline without a stop\nThree civilians died.", 2),
    ],
)
def test_a_stop_or_a_line_ends_a_sentence(tools: Tools, code: str, text: str, sentences: int) -> None:
    assert len(parse(tools, code, text).sentences) == sentences


@pytest.mark.parametrize("code", ["fr", "en"])
def test_indexes_heads_and_sentences_fit_each_other(tools: Tools, code: str) -> None:
    found = parse(tools, code, "\n".join(paragraphs(code)))
    assert [token.i for token in found.tokens] == list(range(len(found.tokens)))
    for token in found.tokens:
        assert 0 <= token.head < len(found.tokens)
        assert found.tokens[token.head].sent == token.sent
        assert found.sentences[token.sent].holds(token.span)
        assert token.lemma == token.lemma.lower()
    numbers = [token.sent for token in found.tokens]
    assert numbers == sorted(numbers)
    assert set(numbers) == set(range(len(found.sentences)))


def test_a_sentence_the_parser_ran_across_a_line_keeps_no_head_beyond_it(tools: Tools) -> None:
    text = "The spokesman said\nat noon that rebels had told\nreporters two men died."
    found = parse(tools, "en", text)
    assert len(found.sentences) == 3
    assert all(found.tokens[token.head].sent == token.sent for token in found.tokens)


@pytest.mark.xfail(strict=True, raises=ValueError, reason="no token, no bounds: _bounds zips unequal lists")
@pytest.mark.parametrize("text", ["", "   ", "\n\n", "\u00a0\u202f"])
def test_a_blank_passage_has_no_tokens(tools: Tools, text: str) -> None:
    found = parse(tools, "fr", text)
    assert (found.tokens, found.sentences) == ((), ())


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"models": ["no_such_model"], "version": "1.0.0"}, "no_such_model"),
        ({"models": [], "version": "1.0.0"}, "no parser model"),
        ({"models": ["fr_core_news_md"], "version": "0.0.1"}, "wants 0.0.1"),
    ],
)
def test_a_missing_model_or_another_version_is_refused_with_the_way_out(
    settings: dict[str, object], words: str
) -> None:
    pack = Pack("fr", load_language("fr").folder, {"parser": {"kind": "spacy", **settings}})
    with pytest.raises(ModelError, match=words) as refused:
        SpacyParser(pack)
    assert refused.value.remedy

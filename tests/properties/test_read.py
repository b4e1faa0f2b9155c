"""What always holds of reading, whatever the text."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from bilan.languages.load import list_languages, load_language
from bilan.model.ids import text_digest
from bilan.model.report import Report
from bilan.model.text import SetAside, Span
from bilan.read.boilerplate import find_set_aside
from bilan.read.decode import Decoded, decode
from bilan.read.paragraphs import find_paragraphs
from bilan.read.passages import find_passages

WORDS = st.sampled_from(
    ["Faites un don !", "Lire aussi :", "Huit morts à Gao.", "Nine dead", "Read more", "et", "the", "«", "»", "© 2019"]
)
TEXTS = st.lists(
    WORDS | st.sampled_from(["\n", "\r\n", "\n\n", " ", "\t", "\u2028"]) | st.text(max_size=8), max_size=30
).map("".join)
SLOW_START = settings(deadline=None)  # the first example loads packs
PACKS = st.sampled_from(list_languages())


def _report(text: str, spans: list[tuple[int, int]]) -> Report:
    asides = tuple(SetAside("boilerplate", Span(*span), text[slice(*span)], "x") for span in spans)
    return Report(id="r", text=text, digest=text_digest(text), language="fr", set_aside=asides)


@SLOW_START
@given(TEXTS, st.data())
def test_passages_hold_every_word_that_was_not_set_aside_and_no_other(text: str, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=8)))
    spans = [(start, end) for start, end in zip(cuts[::2], cuts[1::2], strict=False) if start < end]
    passages = find_passages(_report(text, spans))
    kept = {at for passage in passages for at in range(passage.span.start, passage.span.end)}
    aside = {at for start, end in spans for at in range(start, end)}
    letters = {at for at, char in enumerate(text) if not char.isspace() and char not in "\x1c\x1d\x1e"}
    assert kept.isdisjoint(aside)
    assert letters - aside <= kept
    assert sum(len(passage.text) for passage in passages) == len(kept)
    assert all(passage.text == passage.span.of(text) == passage.text.strip() for passage in passages)
    assert list(passages) == sorted(passages, key=lambda passage: passage.span)


@SLOW_START
@given(TEXTS)
def test_paragraphs_are_disjoint_in_order_and_trimmed(text: str) -> None:
    spans = list(find_paragraphs(text))
    assert all(before.end <= after.start for before, after in pairwise(spans))
    assert all(span.of(text) == span.of(text).strip() != "" for span in spans)


@SLOW_START
@given(TEXTS, PACKS)
def test_set_aside_spans_are_disjoint_in_order_and_quote_the_text(text: str, code: str) -> None:
    found = find_set_aside(text, load_language(code))
    assert all(aside.span.of(text) == aside.text != "" for aside in found)
    assert all(before.span.end <= after.span.start for before, after in pairwise(found))


@SLOW_START
@given(TEXTS, PACKS)
def test_what_is_set_aside_does_not_depend_on_what_stands_far_from_it(text: str, code: str) -> None:
    pack = load_language(code)
    before = [aside.text for aside in find_set_aside(text, pack)]
    shifted = find_set_aside(f"Rien.\n\n{text}", pack)
    assert [aside.text for aside in shifted] == before


@SLOW_START
@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_utf8_and_marked_utf16_come_back_unchanged(text: str) -> None:
    plain = text.removeprefix("\ufeff")
    assert decode(plain.encode(), ()) == Decoded(plain, "utf-8") or plain.startswith("\ufeff")
    found = decode(text.encode("utf-16"), ())
    assert isinstance(found, Decoded)
    assert found.text == text

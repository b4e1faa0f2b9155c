"""Sentences as the rules ask them: hand-made tokens, so that no parser is needed."""

from collections.abc import Sequence

import pytest

from bilan.annotate.amount import Number
from bilan.annotate.syntax import Sentence, grammar_of, sentences_of
from bilan.annotate.tokens import Name, Parse, Token
from bilan.languages.load import list_languages, load_language
from bilan.model.text import Span


def parse_of(line: str, names: Sequence[Name] = ()) -> tuple[str, Parse]:
    """Read "form/dep/head" tokens parted by blanks; "//" begins a new sentence; heads count within the sentence."""
    tokens: list[Token] = []
    text, first, sent = "", 0, 0
    for part in line.split():
        if part == "//":
            first, sent = len(tokens), sent + 1
            continue
        form, dep, head = part.split("/")
        start = len(text)
        text += form + " "
        own = len(tokens)
        tokens.append(
            Token(own, start, start + len(form), form, form.lower(), "X", dep, first + int(head), "", "", sent)
        )
    sentences = [[t for t in tokens if t.sent == n] for n in range(sent + 1)]
    spans = tuple(Span(own[0].start, own[-1].end) for own in sentences)
    return text, Parse(tuple(tokens), spans, tuple(names))


def sentences(line: str, numbers: Sequence[Number] = (), names: Sequence[Name] = ()) -> tuple[Sentence, ...]:
    text, parse = parse_of(line, names)
    return sentences_of(text, parse, numbers, load_language("fr"))


def number(start: int, end: int, low: int) -> Number:
    return Number(Span(start, end), Span(start, end), low, low, "exact")


TREE = "Douze/nummod/1 civils/nsubj:pass/3 ont/aux/3 péri/root/3 hier/obl:mod/3"


def test_children_are_the_dependents_in_text_order() -> None:
    (sentence,) = sentences(TREE)
    assert [list(sentence.children(i)) for i in range(5)] == [[], [0], [], [1, 2, 4], []]


def test_a_root_is_not_its_own_child() -> None:
    (sentence,) = sentences("Mort/root/0")
    assert list(sentence.children(0)) == []


def test_slots_gather_the_labels_the_pack_lists_and_no_other() -> None:
    (sentence,) = sentences(TREE)
    assert list(sentence.in_slot(3, "subject")) == [1]
    assert list(sentence.in_slot(3, "oblique")) == [4]
    assert list(sentence.in_slot(3, "object")) == []
    assert list(sentence.in_slot(3, "no such slot")) == []


@pytest.mark.parametrize(("node", "bounds"), [(0, (0, 0)), (1, (0, 1)), (3, (0, 4)), (4, (4, 4))])
def test_a_subtree_is_bounded_by_its_outermost_descendants(node: int, bounds: tuple[int, int]) -> None:
    (sentence,) = sentences(TREE)
    assert sentence.subtree(node) == bounds


def test_words_cover_both_ends() -> None:
    (sentence,) = sentences(TREE)
    assert sentence.words(1, 3).of(sentence.text) == "civils ont péri"


def test_sentences_bound_their_own_tokens() -> None:
    one, other = sentences("Deux/x/1 morts/root/1 // Trois/x/1 blessés/root/1")
    assert (one.first, one.last, other.first, other.last) == (0, 2, 2, 4)
    assert sorted(one.low) == [0, 1]
    assert list(one.children(1)) == [0]
    assert list(other.children(3)) == [2]


def test_numbers_are_known_at_every_token_they_touch_and_at_no_other() -> None:
    vingt_deux = number(8, 13, 20)
    (sentence,) = sentences("environ/x/2 vingt/x/2 deux/root/2 corps/x/2", [vingt_deux])
    assert sentence.number_at == {1: vingt_deux}
    longer = number(0, 18, 22)
    (sentence,) = sentences("environ/x/2 vingt/x/2 deux/root/2 corps/x/2", [longer])
    assert sorted(sentence.number_at) == [0, 1, 2]


def test_numbers_and_names_go_to_their_own_sentence() -> None:
    amount, name = number(11, 16, 3), Name(17, 24, "PER")
    one, other = sentences("Deux/x/1 morts/root/1 // Trois/x/1 Martins/root/1", [amount], [name])
    assert one.number_at == {}
    assert one.names == {}
    assert other.number_at == {2: amount}
    assert other.names == {3: name}


def test_low_words_have_straight_apostrophes() -> None:
    (sentence,) = sentences("L’Armée/root/0")
    assert sentence.low == {0: "l'armée"}


@pytest.mark.parametrize("code", list_languages())
def test_a_group_of_words_the_pack_does_not_list_is_empty(code: str) -> None:
    grammar = grammar_of(load_language(code))
    assert grammar.phrases["no such group"] == frozenset()
    assert grammar.verbs["no such group"] == frozenset()


@pytest.mark.parametrize("code", ["fr", "en"])
def test_words_of_a_grammar_are_lower_case(code: str) -> None:
    grammar = grammar_of(load_language(code))
    groups = {key: words for key, words in grammar.phrases.items() if key != "prenominal"} | dict(grammar.verbs)
    assert {word for words in groups.values() for word in words if word != word.lower()} == set()


def test_a_text_without_sentences_has_none() -> None:
    assert sentences_of("  ", Parse((), (), ()), (), load_language("fr")) == ()


def test_a_reading_of_a_token_is_worked_out_once_and_apart_from_other_readings() -> None:
    text, parse = parse_of("two/num/1 men/nsubj/2 died/ROOT/2")
    (sentence,) = sentences_of(text, parse, (), load_language("en"))
    asked = []

    def word(own: Sentence, i: int) -> str:
        asked.append(i)
        return own.low[i]

    def length(own: Sentence, i: int) -> int:
        return len(own.low[i])

    assert [sentence.once(word, i) for i in (1, 1, 2)] == ["men", "men", "died"]
    assert asked == [1, 2]
    assert sentence.once(length, 1) == len("men")


def test_a_sentence_tells_whether_it_has_any_of_some_words() -> None:
    text, parse = parse_of("Two/num/1 men/nsubj/2 died/ROOT/2")
    (sentence,) = sentences_of(text, parse, (), load_language("en"))
    assert sentence.has(frozenset({"two", "women"}))
    assert not sentence.has(frozenset({"women"}))
    assert not sentence.has(frozenset())

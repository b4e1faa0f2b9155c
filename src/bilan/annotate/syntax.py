"""Syntax of one sentence, ready to ask: tokens, children, numbers by token, the pack's word classes."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple, TypeVar, cast

from bilan.annotate.amount import Number
from bilan.annotate.tokens import Name, Parse, Token
from bilan.languages.load import Pack
from bilan.model.text import Span

Reading = TypeVar("Reading")


class Grammar(NamedTuple):
    """A pack's clauses.toml as sets, for speed; `people`: the nouns of its people.csv."""

    slots: Mapping[str, frozenset[str]]
    phrases: Mapping[str, frozenset[str]]
    verbs: Mapping[str, frozenset[str]]
    plural_endings: tuple[str, ...]
    participle: tuple[str, ...]
    present_participle: tuple[str, ...]
    people: frozenset[str] = frozenset()


@cache
def grammar_of(pack: Pack) -> Grammar:
    """Compile a pack's clauses.toml once; a group of words it does not list is empty."""
    table = pack.toml("clauses")
    endings = table["verbs"]["endings"]
    return Grammar(
        slots=_groups(table.get("slots", {})),
        phrases=_groups(table["phrases"]),
        verbs=_groups({key: words for key, words in table["verbs"].items() if isinstance(words, list)}),
        plural_endings=tuple(table["phrases"]["plural_endings"]),
        participle=tuple(endings["participle"]),
        present_participle=tuple(endings["present_participle"]),
        people=frozenset(row["lemma"] for row in pack.rows("people") if row["kind"] == "person"),
    )


def _groups(table: Mapping[str, Sequence[str]]) -> Mapping[str, frozenset[str]]:
    return defaultdict(frozenset, {key: frozenset(words) for key, words in table.items()})


class Sentence:
    """One sentence of a report.

    Indexes are those of the report's token list; `first` and `last` bound this sentence (last exclusive).
    """

    __slots__ = (
        "_children",
        "_read",
        "days",
        "first",
        "grammar",
        "last",
        "low",
        "names",
        "number_at",
        "places",
        "span",
        "text",
        "times",
        "tokens",
    )

    def __init__(
        self, text: str, span: Span, tokens: Sequence[Token], bounds: tuple[int, int], grammar: Grammar
    ) -> None:
        self.text = text
        self.span = span
        self.tokens = tokens
        self.first, self.last = bounds
        self.grammar = grammar
        self.number_at: dict[int, Number] = {}
        self.names: dict[int, Name] = {}
        self.times: set[int] = set()
        self.days: set[int] = set()  # those of its times that tell a day, a month, a year
        self.places: set[int] = set()
        self.low = {i: tokens[i].text.lower().replace("’", "'") for i in range(*bounds)}
        self._children: dict[int, list[int]] | None = None
        self._read: dict[tuple[object, int], object] = {}

    def has(self, words: frozenset[str]) -> bool:
        """Tell whether any of these words stands in the sentence."""
        return not words.isdisjoint(self.low.values())

    def once(self, read: Callable[["Sentence", int], Reading], i: int) -> Reading:
        """Return `read(self, i)`, worked out the first time only.

        Args:
            read: A reading of one token that rests on words, tree, numbers and names; never None.
            i: The token.
        """
        found = self._read.get((read, i))
        if found is None:
            found = self._read[read, i] = read(self, i)
        return cast("Reading", found)

    def children(self, i: int) -> Sequence[int]:
        """Return the indexes of the dependents of token `i`, in order."""
        if self._children is None:
            self._children = {}
            for token in self.tokens[self.first : self.last]:
                if token.head != token.i:
                    self._children.setdefault(token.head, []).append(token.i)
        return self._children.get(i, ())

    def in_slot(self, i: int, slot: str) -> Iterator[int]:
        """Yield the dependents of `i` whose label the pack lists under `slot`."""
        labels = self.grammar.slots[slot]
        return (child for child in self.children(i) if self.tokens[child].dep in labels)

    def subtree(self, i: int) -> tuple[int, int]:
        """Return the first and last (inclusive) token index under `i`."""
        low = high = i
        stack = [i]
        while stack:
            node = stack.pop()
            low, high = min(low, node), max(high, node)
            stack.extend(self.children(node))
        return low, high

    def words(self, first: int, last: int) -> Span:
        """Return the span from token `first` to token `last`, both inclusive."""
        return Span(self.tokens[first].start, self.tokens[last].end)


def sentences_of(text: str, parse: Parse, numbers: Sequence[Number], pack: Pack) -> tuple[Sentence, ...]:
    """Group a parse into sentences that know their numbers and names."""
    grammar = grammar_of(pack)
    bounds: list[list[int]] = [[0, 0] for _ in parse.sentences]
    for token in parse.tokens:
        if bounds[token.sent][1] == 0:
            bounds[token.sent][0] = token.i
        bounds[token.sent][1] = token.i + 1
    found = [
        Sentence(text, span, parse.tokens, (low, high), grammar)
        for span, (low, high) in zip(parse.sentences, bounds, strict=True)
    ]
    _mark(found, parse.tokens, numbers, parse.names)
    return tuple(found)


def _mark(found: Sequence[Sentence], tokens: Sequence[Token], numbers: Sequence[Number], names: Sequence[Name]) -> None:
    """Note for each token the number and the name it lies in."""
    starts, ends = [token.start for token in tokens], [token.end for token in tokens]
    for number in numbers:
        for i in range(bisect_right(ends, number.span.start), bisect_left(starts, number.span.end)):
            found[tokens[i].sent].number_at[i] = number
    for name in names:
        for i in range(bisect_right(ends, name.start), bisect_left(starts, name.end)):
            found[tokens[i].sent].names[i] = name

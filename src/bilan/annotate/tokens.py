"""The parser's output, free of the parser: tokens and sentences as plain records."""

from collections.abc import Callable, Sequence
from typing import NamedTuple, Protocol

from bilan.model.text import Span


class Token(NamedTuple):
    """One token. Indexes are positions in the report's token list; offsets are code points of its text."""

    i: int
    start: int
    end: int
    text: str
    lemma: str  # lower case
    pos: str  # universal part of speech
    dep: str  # label of the pack's scheme (French UD, English ClearNLP)
    head: int  # index of the head; its own index for a root
    feats: str  # universal features, "Mood=Ind|Tense=Past"; "" where the parser gives none
    tag: str  # language-specific tag (English Penn tags), "" if none
    sent: int  # index of its sentence

    @property
    def span(self) -> Span:
        """The token's place in the text."""
        return Span(self.start, self.end)


class Name(NamedTuple):
    """A stretch the parser takes for a name. The label is a weak hint: types come from gazetteer and registry."""

    start: int
    end: int
    label: str


class Parse(NamedTuple):
    """A whole report parsed: tokens in order, sentence spans, names (empty where NER did not run)."""

    tokens: tuple[Token, ...]
    sentences: tuple[Span, ...]
    names: tuple[Name, ...]


WantsNames = Callable[[Sequence[Token]], bool]


class Parser(Protocol):
    """What the annotate stage asks of a parser."""

    def parse(self, text: str, passages: Sequence[Span], *, wants_names: WantsNames | None = None) -> Parse:
        """Parse the passages of `text`; offsets in the result are those of `text`.

        `wants_names` sees the tokens and tells whether names are worth looking for; None = always.
        """
        ...

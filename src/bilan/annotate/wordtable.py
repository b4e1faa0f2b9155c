"""Look up words and phrases of a pack over tokens: one dictionary look-up a token, longer entries first."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Generic, NamedTuple, TypeVar

Entry = TypeVar("Entry")
Words = tuple[str, ...]


class Match(NamedTuple, Generic[Entry]):
    """A phrase found: token indexes `first` … `last` (inclusive), and its entry."""

    first: int
    last: int
    entry: Entry


class WordTable(Generic[Entry]):
    """Phrases by their token words.

    Args:
        entries: Phrase → entry. A phrase is cut at blanks and behind apostrophes, as the tokenizers cut text.
    """

    __slots__ = ("entries", "lengths")

    def __init__(self, entries: Iterable[tuple[str, Entry]]) -> None:
        self.entries: dict[Words, Entry] = {}
        self.lengths: dict[str, tuple[int, ...]] = {}
        for phrase, entry in entries:
            words = cut(phrase)
            self.entries[words] = entry
            known = self.lengths.get(words[0], ())
            self.lengths[words[0]] = tuple(sorted({*known, len(words)}, reverse=True))

    def at(self, low: Mapping[int, str], i: int, last: int) -> Match[Entry] | None:
        """Return the longest phrase that starts at token `i` and ends before token `last`."""
        for length in self.lengths.get(low[i], ()):
            if i + length <= last:
                entry = self.entries.get(tuple([low[j] for j in range(i, i + length)]))
                if entry is not None:
                    return Match(i, i + length - 1, entry)
        return None

    def find(self, low: Mapping[int, str], first: int, last: int) -> Iterator[Match[Entry]]:
        """Yield the phrases between tokens `first` and `last` (exclusive) in order, none overlapping."""
        free, starts = first, self.lengths
        for i in [i for i in range(first, last) if low[i] in starts]:
            match = self.at(low, i, last) if i >= free else None
            if match is not None:
                yield match
                free = match.last + 1


def cut(phrase: str) -> Words:
    """Cut a phrase into token words: at blanks, and behind an apostrophe ("d'après" → "d'", "après")."""
    return tuple(phrase.replace("’", "'").replace("'", "' ").split()) or (phrase,)

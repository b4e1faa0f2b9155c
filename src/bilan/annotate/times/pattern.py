"""The pattern language of times.toml, turned into regular expressions over token characters.

* `words`: the words themselves, in any case (a capital letter in the pattern asks for one in the text)
* `{name}`: one entry of class `name`, kept as slot `name`; `{slot:name}` keeps it under another name
* `<name>`: the pattern of that name in [define]
* `(a | b)`: one of; `?` after an item makes it optional
* `[a | b]`: at the start of a pattern: one of these stands before; elsewhere: one of these follows; `[!a | b]`: none
* `_`: any one word the grammar does not know
* a backslash before a bracket or question mark: that very mark
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from bilan.annotate.times.tokens import CAPITALISED, WORD, Codebook, form_tokens
from bilan.errors import LanguageError

_ITEM = re.compile(r"\\.|\{[^}]*\}|<[^>]*>|\[!|[(\[|)\]?]|[^\s\\{}<>()\[\]|?]+")
_SIGNS = "{<[(|)]?"


class Slot(NamedTuple):
    """A part of a match that is kept: the regular expression's group, the slot's name, the class of its words."""

    group: str
    name: str
    source: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A pattern's part: its expression, the characters it can begin with, whether it can be empty."""

    regex: str
    first: frozenset[str]
    empty: bool


ANY_WORD = Piece(f"[{WORD}{CAPITALISED}]", frozenset((WORD, CAPITALISED)), empty=False)
NOTHING = Piece("", frozenset(), empty=True)


def sequence(left: Piece, right: Piece) -> Piece:
    """Return the piece that matches `left`, then `right`."""
    first = left.first | right.first if left.empty else left.first
    return Piece(left.regex + right.regex, first, left.empty and right.empty)


def choice(pieces: list[Piece]) -> Piece:
    """Return the piece that matches one of `pieces`, the earlier ones preferred."""
    if len(pieces) == 1:
        return pieces[0]
    first = frozenset().union(*(piece.first for piece in pieces))
    regex = "(?:" + "|".join(piece.regex for piece in pieces) + ")"
    return Piece(regex, first, any(piece.empty for piece in pieces))


def words_piece(words: str, book: Codebook) -> Piece:
    """Return the piece that matches these very words."""
    codes = "".join(book.of_form(form) for form in form_tokens(words))
    return Piece(re.escape(codes), frozenset(codes[:1]), empty=not codes)


def pattern_words(pattern: str) -> list[str]:
    """Return the literal forms of a pattern: what a code book must know to compile it."""
    forms: list[str] = []
    for item in _ITEM.findall(pattern):
        if item[0] not in _SIGNS and item != "_":
            forms.extend(form_tokens(item.removeprefix("\\")))
    return forms


@dataclass(slots=True)
class PatternReader:
    """Compiles patterns of one grammar.

    Args:
        book: characters of all forms.
        classes: class name → its piece.
        defines: name → pattern, for <name>.
        where: the file, for messages.
    """

    book: Codebook
    classes: Mapping[str, Piece]
    defines: Mapping[str, str]
    where: str
    slots: list[Slot] = field(default_factory=list)
    _items: list[str] = field(default_factory=list)
    _count: int = 0

    def read(self, pattern: str) -> tuple[Piece, tuple[Slot, ...]]:
        """Compile one pattern.

        Raises:
            LanguageError: the pattern is malformed or names an unknown class or definition.
        """
        self.slots = []
        self._items = _ITEM.findall(pattern)
        if "".join(self._items) != re.sub(r"\s+", "", pattern):
            raise LanguageError(f"{self.where}: cannot read the pattern {pattern!r}", "see the head of pattern.py")
        piece = self._alternatives(pattern, start=True)
        if self._items:
            raise LanguageError(f"{self.where}: unbalanced {self._items[0]!r} in {pattern!r}", "close every bracket")
        return piece, tuple(self.slots)

    def _alternatives(self, pattern: str, *, start: bool) -> Piece:
        pieces = [self._sequence(pattern, start=start)]
        while self._items and self._items[0] == "|":
            self._items.pop(0)
            pieces.append(self._sequence(pattern, start=start))
        return choice(pieces)

    def _sequence(self, pattern: str, *, start: bool) -> Piece:
        whole = NOTHING
        while self._items and self._items[0] not in ("|", ")", "]"):
            piece = self._item(pattern, before=start and not whole.regex)
            if self._items and self._items[0] == "?":
                self._items.pop(0)
                piece = Piece(f"(?:{piece.regex})?", piece.first, empty=True)
            whole = sequence(whole, piece)
        return whole

    def _item(self, pattern: str, *, before: bool) -> Piece:
        item = self._items.pop(0)
        if item == "(":
            piece = self._alternatives(pattern, start=before)
            self._close(")", pattern)
            return Piece(f"(?:{piece.regex})", piece.first, piece.empty)
        if item in ("[", "[!"):
            return self._context(pattern, before=before, wanted=item == "[")
        if item[0] == "{":
            return self._slot(item[1:-1], pattern)
        if item[0] == "<":
            return self._define(item[1:-1], pattern, before=before)
        if item == "_":
            return ANY_WORD
        return words_piece(item.removeprefix("\\"), self.book)

    def _context(self, pattern: str, *, before: bool, wanted: bool) -> Piece:
        ways = []
        while True:
            way = NOTHING
            while self._items and self._items[0] not in ("|", "]"):
                item = self._items.pop(0)
                way = sequence(way, self._context_item(item, pattern))
            ways.append(way.regex)
            if not self._items or self._items[0] == "]":
                break
            self._items.pop(0)
        self._close("]", pattern)
        sign = ("<" if before else "") + ("=" if wanted else "!")
        if before and wanted:
            return Piece("(?:" + "|".join(f"(?{sign}{way})" for way in ways) + ")", frozenset(), empty=True)
        if before:
            return Piece("".join(f"(?{sign}{way})" for way in ways), frozenset(), empty=True)
        return Piece(f"(?{sign}" + "|".join(ways) + ")", frozenset(), empty=True)

    def _context_item(self, item: str, pattern: str) -> Piece:
        if item[0] == "{":
            return self._class(item[1:-1], pattern)
        if item == "_":
            return ANY_WORD
        if item[0] in _SIGNS:
            raise LanguageError(f"{self.where}: {item!r} inside [ ] in {pattern!r}", "list whole alternatives there")
        return words_piece(item.removeprefix("\\"), self.book)

    def _slot(self, name: str, pattern: str) -> Piece:
        slot, _, source = name.partition(":")
        source = source or slot
        piece = self._class(source, pattern)
        self._count += 1
        group = f"s{self._count}"
        self.slots.append(Slot(group, slot, source))
        return Piece(f"(?P<{group}>{piece.regex})", piece.first, piece.empty)

    def _class(self, name: str, pattern: str) -> Piece:
        if name not in self.classes:
            raise LanguageError(f"{self.where}: no class {name!r} {pattern!r}", "add [class." + name + "]")
        return self.classes[name]

    def _define(self, name: str, pattern: str, *, before: bool) -> Piece:
        if name not in self.defines:
            raise LanguageError(f"{self.where}: no definition {name!r} in {pattern!r}", "add it to [define]")
        rest, self._items = self._items, _ITEM.findall(self.defines[name])
        piece = self._alternatives(self.defines[name], start=before)
        if self._items:
            raise LanguageError(f"{self.where}: unbalanced {self._items[0]!r} in <{name}>", "close every bracket")
        self._items = rest
        return Piece(f"(?:{piece.regex})", piece.first, piece.empty)

    def _close(self, bracket: str, pattern: str) -> None:
        if not self._items or self._items.pop(0) != bracket:
            raise LanguageError(f"{self.where}: {bracket!r} missing in {pattern!r}", "close every bracket")

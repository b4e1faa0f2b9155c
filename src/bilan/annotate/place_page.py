"""A report as the search for places sees it: words, names the parser found, people, what stands before each name."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from bilan.annotate.place_runs import Line, Word, read_line
from bilan.annotate.place_words import PlaceWords
from bilan.annotate.tokens import Name, Parse, Token
from bilan.gazetteer.keys import exact_key
from bilan.model.text import Span

BEFORE, AFTER = 80, 40  # code points looked at on either side of a name
FULL_NAME = 2  # words of a person's full name
_SPACES = re.compile(r"\s+")


class Setting(NamedTuple):
    """What stands around a name.

    `cue` is the words that introduce it; `strong` a preposition of place; `kind` what the noun beside it says it is;
    `near`, `part`, `sea`: beside it, a part of it, off its coast.
    """

    cue: str | None
    strong: bool
    kind: str | None
    near: bool
    part: bool
    sea: bool


class Page:
    """One report's text and parse, made ready to be asked about stretches of it.

    Args:
        text: The frozen text.
        parse: Its parse.
        lexicon: The language's place words.
    """

    def __init__(self, text: str, parse: Parse, lexicon: PlaceWords) -> None:
        self.text = text
        self.tokens = parse.tokens
        self.lexicon = lexicon
        self.lines: Sequence[Line] = [read_line(text, span, lexicon) for span in parse.sentences]
        self.names = sorted(parse.names)
        self._name_starts = [name.start for name in self.names]
        self._token_starts = [token.start for token in parse.tokens]
        self.small = {word.low for line in self.lines if not line.shouting for word in line.words if not word.capital}
        self.surnames = frozenset(self._surnames())

    def name_over(self, start: int, end: int) -> Name | None:
        """Return the parser's name that holds a stretch, if one does."""
        place = bisect_right(self._name_starts, start) - 1
        if place < 0:
            return None
        name = self.names[place]
        return name if name.end >= end else None

    def setting(self, start: int, end: int) -> Setting:
        """Read what stands around a stretch."""
        before = self.text[max(0, start - BEFORE) : start].lower()
        after = self.text[end : end + AFTER]
        found = self.lexicon.before
        kind_match = self.lexicon.kinds.search(before)
        lead = before[: kind_match.start()] if kind_match else before
        preposition = found["strong"].search(lead) or found["weak"].search(lead)
        strong = preposition is not None and preposition.re is found["strong"]
        near = any(found[name].search(before) for name in ("near", "distance", "toward"))
        cue = (preposition.group() if preposition else "") + (kind_match.group() if kind_match else "")
        return Setting(
            cue=_SPACES.sub(" ", cue).strip() or None,
            strong=strong or near,
            kind=(kind_match.lastgroup if kind_match else None) or self._kind_after(after),
            near=near or self.lexicon.after["near"].match(after.lower()) is not None,
            part=found["part"].search(before) is not None,
            sea=found["sea"].search(before) is not None,
        )

    def role(self, start: int, end: int) -> str:
        """Tell whether a name is where something is ("place") or a power that speaks or acts ("actor")."""
        head = self._head(start, end)
        if head is None:
            return "place"
        while head.dep == "conj" and head.head != head.i:
            head = self.tokens[head.head]
        governor = self.tokens[head.head]
        actors = self.lexicon.actors
        if head.dep in actors["agents"] or governor.dep in actors["agents"]:
            return "actor"
        acts = head.dep in actors["subjects"] and governor.lemma in actors["verbs"]
        return "actor" if acts else "place"

    def part_of_speech(self, start: int) -> str:
        """Return the part of speech of the token at an offset, "" if there is none."""
        place = bisect_right(self._token_starts, start) - 1
        return self.tokens[place].pos if place >= 0 and self.tokens[place].end > start else ""

    def _kind_after(self, after: str) -> str | None:
        pattern = self.lexicon.kinds_after
        match = pattern.match(after.lower()) if pattern else None
        return match.lastgroup if match else None

    def _head(self, start: int, end: int) -> Token | None:
        place = max(0, bisect_right(self._token_starts, start) - 1)
        inside = []
        while place < len(self.tokens) and self.tokens[place].start < end:
            inside.append(self.tokens[place])
            place += 1
        members = {token.i for token in inside}
        return next((token for token in inside if token.head not in members or token.head == token.i), None)

    def _surnames(self) -> Iterable[str]:
        """Yield the last words of people's full names: alone, such a word is that person."""
        for name in self.names:
            words = self.text[name.start : name.end].split()
            if name.label in self.lexicon.labels["person"] and len(words) >= FULL_NAME:
                first = exact_key(words[0])
                known = first in self.lexicon.given or self.titled(name.start)
                if known:
                    yield exact_key(words[-1].removesuffix("'s").removesuffix("’s"))

    def titled(self, start: int) -> bool:
        """Tell whether the word before an offset is a person's title or first name."""
        before = self.text[max(0, start - BEFORE) : start].rstrip(" .-").rsplit(None, 1)
        word = before[-1].lower().rstrip(".,").rsplit("’", 1)[-1].rsplit("'", 1)[-1] if before else ""
        gap = self.text[max(0, start - 2) : start]
        if "\n" in gap or "," in gap:
            return False
        return word in self.lexicon.words["titles"]


def previous_word(line: Line, first: int) -> Word | None:
    """Return the word before the one at index `first`."""
    return line.words[first - 1] if first else None


def next_word(line: Line, last: int) -> Word | None:
    """Return the word after the one at index `last`."""
    return line.words[last + 1] if last + 1 < len(line.words) else None


def trimmed(text: str, name: Name, lexicon: PlaceWords) -> Span | None:
    """Take articles, prepositions and possessive endings off a name the parser found; None if nothing is left."""
    line = read_line(text, Span(name.start, name.end), lexicon)
    words = list(line.words)
    while words and words[0].low in lexicon.words["trimmed"]:
        words.pop(0)
    return Span(words[0].start, words[-1].end) if words else None

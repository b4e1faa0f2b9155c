"""A report as the search for places sees it: words, names the parser found, people, what stands before each name."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from bilan.annotate.place_runs import Line, Word, find_runs, read_line
from bilan.annotate.place_words import PlaceWords
from bilan.annotate.tokens import Name, Parse, Token
from bilan.gazetteer.keys import exact_key
from bilan.model.text import Span

BEFORE, AFTER = 80, 40  # code points looked at on either side of a name
LEAD = 40  # the last of them, in which a preposition and its article stand
FULL_NAME = 2  # words of a person's full name
_SPACES = re.compile(r"\s+")
_DATELINE = re.compile(r"(?:, [\w .]{2,25})?(?:, \w+\.? \d+)?(?: ?\([^)\n]{2,30}\))? ?(?:—|–|--|-) ?")
_ENDS_OPEN = re.compile(r"[^\W\d_](?:\s+|['’])$")


class Told(NamedTuple):
    """How a name is introduced: by which words; `strong`: a preposition of place; `kind`: what the noun before says."""

    cue: str | None
    strong: bool
    kind: str | None

    @property
    def sure(self) -> bool:
        """Tell whether only a name of a place is introduced so."""
        return self.strong or self.kind is not None


class Setting(NamedTuple):
    """What stands around a name: `kind` of place, and `near` it, a `part` of it, or the `sea` off its coast."""

    cue: str | None
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
        # Lower case code point by code point: "İ".lower() is two, and offsets must hold.
        self.low = text.lower() if len(text.lower()) == len(text) else "".join(char.lower()[:1] for char in text)
        self.tokens = parse.tokens
        self.lexicon = lexicon
        self.lines: Sequence[Line] = [read_line(text, span, lexicon) for span in parse.sentences]
        self.runs = [list(find_runs(text, line, lexicon)) for line in self.lines]
        kind_starts = lexicon.kind_starts
        self.kinds = [word.start for line in self.lines for word in line.words if word.low in kind_starts]
        self.names = sorted(parse.names)
        self._name_starts = [name.start for name in self.names]
        self._token_starts = [token.start for token in parse.tokens]
        self.small = {word.low for line in self.lines if not line.shouting for word in line.words if not word.capital}
        self._told: dict[tuple[int, int], Told] = {}
        self._trimmed: dict[Name, Span | None] = {}
        self.surnames = frozenset(self._surnames())

    def name_over(self, start: int, end: int) -> Name | None:
        """Return the parser's name that holds a stretch, if one does."""
        place = bisect_right(self._name_starts, start) - 1
        if place < 0:
            return None
        name = self.names[place]
        return name if name.end >= end else None

    def told(self, start: int, end: int) -> Told:
        """Read how a stretch is introduced: enough to believe a name or not."""
        known = self._told.get((start, end))
        if known is None:
            before = self.low[max(0, start - BEFORE) : start]
            kind = self._kind_before(start, before)
            lead = (before[: kind.start()] if kind else before)[-LEAD:]
            strong = self.lexicon.before["strong"].search(lead)
            weak = None if strong else self.lexicon.before["weak"].search(lead)
            preposition = strong or weak
            cue = (preposition.group() if preposition else "") + (kind.group() if kind else "")
            known = Told(_SPACES.sub(" ", cue).strip() or None, strong is not None, kind.lastgroup if kind else None)
            self._told[start, end] = known
        return known

    def setting(self, start: int, end: int) -> Setting:
        """Read all that stands around a name."""
        told = self.told(start, end)
        before = self.low[max(0, start - BEFORE) : start]
        after = self.low[end : end + AFTER]
        found = self.lexicon.before
        loose = _ENDS_OPEN.search(before) is not None  # a small word stands right before: the patterns may match
        near = loose and any(found[name].search(before) for name in ("near", "distance", "toward"))
        return Setting(
            cue=told.cue,
            kind=told.kind or self._kind_after(after),
            near=near or self.lexicon.after["near"].match(after) is not None,
            part=loose and found["part"].search(before) is not None,
            sea=loose and found["sea"].search(before) is not None,
        )

    def trimmed(self, name: Name) -> Span | None:
        """Take articles, prepositions and possessive endings off a name the parser found; None if nothing is left."""
        if name not in self._trimmed and self.text[name.start : name.end].isalnum():
            small = self.text[name.start : name.end].lower() in self.lexicon.words["trimmed"]
            self._trimmed[name] = None if small else Span(name.start, name.end)
        elif name not in self._trimmed:
            words = list(read_line(self.text, Span(name.start, name.end), self.lexicon).words)
            while words and words[0].low in self.lexicon.words["trimmed"]:
                words.pop(0)
            self._trimmed[name] = Span(words[0].start, words[-1].end) if words else None
        return self._trimmed[name]

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

    def dateline(self, start: int, end: int) -> bool:
        """Tell whether a name stands where agencies put the place they write from: "KHARTOUM (AFP) — "."""
        words = self.text[start:end]
        opens = start == 0 or self.text[start - 1] == "\n"
        return opens and words.isupper() and _DATELINE.match(self.text, end) is not None

    def is_wrapped(self, name: Name, span: Span) -> bool:
        """Tell whether the rest of a name only says more of the place inside it: "northern Sinjar district"."""
        words = self.lexicon.words
        plain = words["trimmed"] | words["located"] | words["tails"] | words["heads"]
        kinds = self.lexicon.kinds_after
        for word in read_line(self.text, Span(name.start, name.end), self.lexicon).words:
            beside = word.end <= span.start or word.start >= span.end
            kind = kinds is not None and kinds.match(f" {word.low}") is not None
            if beside and word.low not in plain and not kind:
                gap = self.text[span.end : word.start] if word.start >= span.end else self.text[word.end : span.start]
                return "," in gap or "/" in gap
        return True

    def part_of_speech(self, start: int) -> str:
        """Return the part of speech of the token at an offset, "" if there is none."""
        place = bisect_right(self._token_starts, start) - 1
        return self.tokens[place].pos if place >= 0 and self.tokens[place].end > start else ""

    def introduced(self, kinds: Collection[str]) -> set[int]:
        """Return where names may begin that one of these kinds stands before: "village de"."""
        found, free = set[int](), 0
        for start in self.kinds:
            match = self.lexicon.kinds_ahead.match(self.low, start) if start >= free else None
            if match is not None:
                free = match.end()
                if match.lastgroup in kinds:
                    found.add(free)
        return found

    def _kind_before(self, start: int, before: str) -> re.Match[str] | None:
        """Search the text before an offset for a kind, only where one can begin: at its words, at a cut first word."""
        edge = start - len(before)
        inside = self.kinds[bisect_left(self.kinds, edge) : bisect_left(self.kinds, start)]
        tries = (self.lexicon.kinds.match(before, at) for at in (0, *(kind - edge for kind in inside)))
        return next((match for match in tries if match is not None), None)

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

"""Words of a sentence and the runs of them that may be a place's name."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bilan.annotate.place_words import PlaceWords
from bilan.model.text import Span

LONGEST = 6  # words of a name: "République arabe syrienne", "Democratic Republic of the Congo"
SHOUTING = 0.8  # share of capital words from which case tells nothing
SHOUTING_WORDS = 4
_WORD = re.compile(r"[^\W_]+")
# What may stand between two words of one name; the last but one is an elided article: "golfe d’Aden".
_JOINT = re.compile(r"(?:[ \t\u00a0\u202f]{1,2}|[ \t]?\n[ \t]?|[-‐’'‘ʿ`.]|[’'‘ʿ][-‐ ]|[-‐ ][’'‘ʿ]| (?:d|l|de l)[’'])\Z")
ABBREVIATION = 3  # letters of a word that ends in a full stop inside a name
_APOSTROPHES = frozenset("'’")
_TIGHT = frozenset("-‐'’")
_ARTICLE = re.compile(r"(?:al|el|as|ash|ar|an|at|ad|az|es|ez|ed|er|en|et|le|la)\Z", re.IGNORECASE)


class Word(NamedTuple):
    """One word, without hyphens, elided articles or possessive endings; offsets are those of the report."""

    start: int
    end: int
    text: str
    low: str
    capital: bool
    tight: bool  # joined to the next word by a hyphen or apostrophe


class Line(NamedTuple):
    """The words of one sentence; `shouting` when it is written in capitals, so that case tells nothing."""

    words: Sequence[Word]
    shouting: bool


class Run(NamedTuple):
    """A run of words, looked at as a name: indexes into its line's words, `last` inclusive, and the text it covers."""

    line: Line
    first: int
    last: int
    span: Span


def read_line(text: str, span: Span, lexicon: PlaceWords) -> Line:
    """Cut a sentence into words."""
    elisions, possessives = lexicon.words["elisions"], lexicon.words["possessives"]
    words = []
    loud = 0
    for match in _WORD.finditer(text, span.start, span.end):
        start, end = match.span()
        word = match.group()
        low = word.lower()
        joiner = text[end : end + 1]
        tight = joiner in _TIGHT
        if tight and low in elisions and joiner in _APOSTROPHES:
            continue
        if low in possessives and start > span.start and text[start - 1] in _APOSTROPHES and joiner != "-":
            continue
        capital = not word[0].islower()
        words.append(Word(start, end, word, low, capital, tight))
        loud += capital and end - start > 1 and word.isupper()
    return Line(words, loud >= SHOUTING * SHOUTING_WORDS and _is_shouting(words, loud))


def _is_shouting(words: Sequence[Word], loud: int) -> bool:
    letters = sum(word.end - word.start > 1 and word.text.isalpha() for word in words)
    return letters >= SHOUTING_WORDS and loud >= SHOUTING * letters


def find_runs(text: str, line: Line, lexicon: PlaceWords) -> Iterator[Run]:
    """Yield the runs of words that look like a name, longest first from each word."""
    words, heads, shouting = line.words, lexicon.words["heads"], line.shouting
    likely = [n for n, word in enumerate(words) if word.capital or word.tight or shouting or word.low in heads]
    past = 0  # words joined to one another, as far as they are known to be: the next run may begin among them
    for first in likely:
        word = words[first]
        if not (word.capital or starts_name(words, first, line, lexicon)):
            continue
        past = max(past, first + 1)
        while past < len(words) and past - first < LONGEST and _joined(text, words[past - 1], words[past]):
            past += 1
        for end in range(min(past, first + LONGEST) - 1, first - 1, -1):
            ended = words[end]
            ends = ended.capital or ends_name(ended, end == first, line, lexicon)
            if ends and (end > first or word.capital):
                yield Run(line, first, end, Span(word.start, ended.end))


def starts_name(words: Sequence[Word], first: int, line: Line, lexicon: PlaceWords) -> bool:
    """Tell whether a name may begin here: a capital, a small word that heads names, an Arabic article."""
    word = words[first]
    if line.shouting or word.capital or word.low in lexicon.words["heads"]:
        return True
    follows = first + 1 < len(words) and words[first + 1].capital
    return bool(word.tight and follows and _ARTICLE.match(word.low))


def ends_name(word: Word, alone: bool, line: Line, lexicon: PlaceWords) -> bool:  # noqa: FBT001  # one call, named there
    """Tell whether a name may end here: a capital, or a small word names end with after another word."""
    return line.shouting or word.capital or (not alone and word.low in lexicon.words["tails"])


def _joined(text: str, left: Word, right: Word) -> bool:
    gap = text[left.end : right.start]
    if gap == " ":
        return True
    if gap == ". ":  # "St. Louis", "D. C."
        return len(left.text) <= ABBREVIATION
    return _JOINT.match(gap) is not None

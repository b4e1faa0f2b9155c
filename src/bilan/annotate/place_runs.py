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
_JOINT = re.compile(r"(?:[ \t\u00a0\u202f]{1,2}|[ \t]?\n[ \t]?|[-‐’'‘ʿ`.]|\. |[’'‘ʿ][-‐ ]|[-‐][’'‘ʿ])\Z")
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


def read_line(text: str, span: Span, lexicon: PlaceWords) -> Line:
    """Cut a sentence into words."""
    words = []
    for match in _WORD.finditer(text, span.start, span.end):
        word = match.group()
        low = word.lower()
        joiner = text[match.end() : match.end() + 1]
        before = text[match.start() - 1 : match.start()] if match.start() > span.start else ""
        if joiner in {"'", "’"} and low in lexicon.words["elisions"]:
            continue
        if before in {"'", "’"} and low in lexicon.words["possessives"] and joiner != "-":
            continue
        words.append(Word(match.start(), match.end(), word, low, not word[0].islower(), joiner in {"-", "‐", "'", "’"}))
    letters = [word for word in words if word.text.isalpha() and len(word.text) > 1]
    loud = sum(word.text.isupper() for word in letters)
    return Line(words, len(letters) >= SHOUTING_WORDS and loud >= SHOUTING * len(letters))


def find_runs(text: str, line: Line, lexicon: PlaceWords) -> Iterator[tuple[int, int]]:
    """Yield (first, last) indexes of runs of words that look like a name, longest first from each word."""
    words = line.words
    for first, word in enumerate(words):
        if not starts_name(words, first, line, lexicon):
            continue
        last = first
        while last + 1 < len(words) and last + 1 - first < LONGEST and _joined(text, words[last], words[last + 1]):
            last += 1
        for end in range(last, first - 1, -1):
            if ends_name(words[end], end == first, line, lexicon) and (end > first or word.capital):
                yield first, end


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
    if _JOINT.match(gap):
        return gap != ". " or len(left.text) <= 2 or left.low in {"saint", "ste"}  # noqa: PLR2004  # "St. Louis"
    return gap[:1] == " " and len(gap) <= 3 and gap[-1] in "’'‘ʿ" or _elided(gap)  # noqa: PLR2004


def _elided(gap: str) -> bool:
    """Tell whether the gap is an elided article or preposition: "golfe d’Aden"."""
    return bool(re.fullmatch(r" (?:d|l|de l)[’']", gap))

"""Give a text in capitals its small letters back, so that a parser made for news can read it.

A word becomes what it mostly is inside the sentences of texts that have both cases; the words of a sentence's beginning
do not count there, and begin with a capital here. A word those texts do not have is a name, unless its stem is there in
small letters ("decomposed", if "decompose" is). Initials in square brackets ("[FMLN]"), or right before the words they
stand for ("FMLN [FARABUNDO …]"), keep their capitals wherever they stand. Nothing else of the text changes, so that
offsets stay what they were.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
INITIALS = re.compile(r"\[([^\W\d_]{2,10})\]")
OPENING = re.compile(r"(?:^|[.!?:][\"')\]]*\s+|\n\s*\n\s*|[\"“(\[])$")
EXPLAINED = re.compile(r"([^\W\d_]{2,10})\s+\[([^\W\d_]+(?:[\s'’-]+[^\W\d_]+)+)\]")
ENDINGS = ("s", "es", "ed", "d", "ing", "ly", "er", "ers", "'s")
LOOK_BACK = 12  # code points before a word that tell whether it opens a sentence

Cases = Mapping[str, str]


def learn_cases(texts: Iterable[str]) -> Cases:
    """Learn how words are written.

    Args:
        texts: texts with capital and small letters.

    Returns:
        The word in small letters → its most frequent form inside sentences.
    """
    counts: dict[str, Counter[str]] = {}
    for text in texts:
        for match in WORD.finditer(text):
            if not _opens(text, match.start()):
                counts.setdefault(match.group().lower(), Counter())[match.group()] += 1
    return {word: max(sorted(forms), key=lambda form: forms[form]) for word, forms in counts.items()}


def find_initials(text: str) -> frozenset[str]:
    """Return the short forms a text in capitals introduces in square brackets, or before their words in such."""
    explained = (short for short, words in EXPLAINED.findall(text) if _stands_for(short, words))
    return frozenset((*INITIALS.findall(text), *explained))


def restore_case(text: str, cases: Cases, known: Collection[str] = ()) -> str:
    """Return the text with each word written as it mostly is; same length, same offsets.

    Args:
        text: a text in capitals.
        cases: what `learn_cases` found.
        known: short forms other texts introduced.
    """
    initials = {*find_initials(text), *known}

    def write(match: re.Match[str]) -> str:
        word = match.group()
        if word in initials:
            return word
        form = cases.get(word.lower()) or (word.lower() if _has_stem(word.lower(), cases) else _titled(word))
        form = form if len(form) == len(word) else word
        return form[0].upper() + form[1:] if _opens(text, match.start()) else form

    return WORD.sub(write, text)


def _opens(text: str, start: int) -> bool:
    return OPENING.search(text[max(0, start - LOOK_BACK) : start]) is not None or not text[:start].strip()


def _has_stem(word: str, cases: Cases) -> bool:
    stems = [word.removesuffix(ending) for ending in ENDINGS if word.endswith(ending)]
    return any(cases.get(form, "").islower() for stem in stems for form in (stem, stem + "e", stem[:-1]) if form)


def _stands_for(short: str, words: str) -> bool:
    """Tell whether the letters of a short form open the words, in their order; small words may be passed over."""
    letters = iter(word[0] for word in WORD.findall(words))
    return all(letter in letters for letter in short)


def _titled(word: str) -> str:
    return word[0].upper() + word[1:].lower()

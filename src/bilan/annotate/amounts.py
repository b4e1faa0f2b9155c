"""Bare numbers that a word for a toll announces, before or behind it."""

from bilan.annotate.phrases import Phrase, phrase_at
from bilan.annotate.syntax import Sentence

TOLL_REACH = 14  # tokens between "le bilan" and its number


def number_of_toll(sentence: Sentence, i: int) -> Phrase | None:
    """Return the bare number a toll word announces: "le bilan s'élève à 37", "death toll rises to 83"."""
    for j in range(i + 1, min(sentence.last, i + TOLL_REACH)):
        if sentence.tokens[j].text in {";", ".", "«", "(", ")"}:
            return None
        number = sentence.number_at.get(j)
        if number is None or number.one or number.share is not None:
            continue
        phrase = phrase_at(sentence, j)
        return phrase if phrase.form == "number" and not _unit_after(sentence, phrase.last) else None
    return None


def number_before(sentence: Sentence, i: int) -> Phrase | None:
    """Return the bare number just before "le nombre de": "porte à 86 le nombre de morts"."""
    for j in range(i - 1, max(sentence.first, i - 4) - 1, -1):
        number = sentence.number_at.get(j)
        if number is not None and not number.one and number.share is None:
            return phrase_at(sentence, j)
    return None


def _unit_after(sentence: Sentence, last: int) -> bool:
    """Tell whether a noun, a unit or a percent sign follows a bare number: then it counts that, not people."""
    after = last + 1
    return after < sentence.last and sentence.tokens[after].pos in {"NOUN", "PROPN", "SYM"}

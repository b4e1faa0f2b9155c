"""Asides between a predicate and what it is said of: commas, brackets, and the noun that stands before them."""

from bilan.annotate.phrases import phrase_at
from bilan.annotate.syntax import Sentence

BRACKETS = frozenset({")", "]"})


def outside_aside(sentence: Sentence, child: int, first: int) -> int:
    """Return the noun before an aside the parser took the subject from: "Le général X, chef de corps, a été tué"."""
    close = first - 1
    if close > sentence.first and sentence.tokens[close].text in BRACKETS and child in range(close - 4, close):
        return _whose(sentence, noun_ending_at(sentence, before_aside(sentence, close)), child)
    if close <= sentence.first or sentence.tokens[close].text != ",":
        return child
    end = before_aside(sentence, close)
    inside = end + 1 < child < close
    noun = noun_ending_at(sentence, end) if inside and end > sentence.first else None
    if noun is None or noun in sentence.times or noun in sentence.number_at:
        return child
    head = sentence.tokens[noun].head  # "Le général Antoine Mbeki": a name hangs on its title
    return head if noun - 4 <= head < noun and sentence.tokens[head].pos in {"NOUN", "PROPN"} else noun


def _whose(sentence: Sentence, noun: int | None, child: int) -> int:
    """Return the head of the phrase a noun before a bracket ends: "45 terroristes du groupe [EI]"."""
    if noun is None:
        return child
    of = sentence.low.get(phrase_at(sentence, noun).first - 1) in sentence.grammar.phrases["of"]
    head = noun_ending_at(sentence, phrase_at(sentence, noun).first - 2) if of else None
    return head if head is not None else noun


def noun_ending_at(sentence: Sentence, j: int) -> int | None:
    """Return the head of a counted noun phrase that ends at `j`, adjectives after the noun passed over."""
    while j >= sentence.first and (sentence.tokens[j].pos == "ADJ" or sentence.tokens[j].text == ","):
        j -= 1
    if j - 2 > sentence.first and sentence.tokens[j - 1].pos == "NUM" and j - 1 not in sentence.number_at:
        of = sentence.low[j - 2] in sentence.grammar.phrases["of"]  # "un adolescent de 15 ans"
        return noun_ending_at(sentence, j - 3) if of else None
    return j if j >= sentence.first and sentence.tokens[j].pos in {"NOUN", "PROPN"} else None


def before_aside(sentence: Sentence, j: int) -> int:
    """Return the token before an aside that ends at `j` (a comma or a closing bracket)."""
    opening = {",": ",", ")": "(", "]": "["}[sentence.tokens[j].text]
    for k in range(j - 1, max(sentence.first, j - 25) - 1, -1):
        if sentence.tokens[k].text == opening:
            return k - 1
        if opening == "," and sentence.tokens[k].pos in {"VERB", "AUX"} and k < j - 12:
            break
    return j - 1

"""Subjects that stand elsewhere than before their verb: "Sont morts quatre ouvriers", "Killed were four workers"."""

from bilan.annotate.arguments import Found, left_noun, next_noun, subjects
from bilan.annotate.phrases import phrase_at
from bilan.annotate.syntax import Sentence
from bilan.annotate.verbs import Verb, read_verb

INVERTED = 9  # tokens between "Killed" and the "were" behind it
STEPPED = frozenset({"ADP", "ADV", "PUNCT"})
BETWEEN_INVERTED = frozenset({"ADP", "DET", "NOUN", "PROPN", "ADJ", "NUM", "ADV"})


def inverted(sentence: Sentence, i: int, verb: Verb) -> Found:
    """Read a subject behind the verb that opens its sentence: "Sont morts quatre ouvriers", "Killed were four"."""
    if verb.first != sentence.first:
        return []
    at = i + 1
    if not verb.auxiliary:  # "Killed in the rockfall were four workers"
        passive, stop = sentence.grammar.verbs["passive"], min(sentence.last, i + INVERTED)
        at = next((j + 1 for j in range(i + 1, stop) if sentence.low[j] in passive), sentence.last)
        if any(sentence.tokens[j].pos not in BETWEEN_INVERTED for j in range(i + 1, min(at - 1, sentence.last))):
            return []
    while at < sentence.last and sentence.tokens[at].pos in STEPPED:
        at = _behind_complement(sentence, at)
    noun = next_noun(sentence, at)
    found = phrase_at(sentence, noun) if noun is not None else None
    return [(found, "inverted")] if found is not None and found.number is not None else []


def bearers(sentence: Sentence, i: int) -> Found:
    """Return who is in a state that a noun names: "two teenagers were (taken away) in critical condition"."""
    head = sentence.tokens[i].head
    if sentence.tokens[head].pos == "VERB" and head < i:
        return subjects(sentence, head, read_verb(sentence, head))
    return left_noun(sentence, i)


def _behind_complement(sentence: Sentence, at: int) -> int:
    """Step over "dans l'éboulement", an adverb, a colon: to what may be the subject behind them."""
    if sentence.tokens[at].pos != "ADP":
        return at + 1
    at += 1
    while at < sentence.last and at not in sentence.number_at and sentence.tokens[at].pos in BETWEEN_INVERTED - {"ADP"}:
        at += 1
    return at

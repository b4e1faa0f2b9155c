"""Repairs by what fits: a singular verb takes no plural subject, a body suffers no wound."""

from bilan.annotate.phrases import Phrase, phrase_at
from bilan.annotate.syntax import Sentence
from bilan.annotate.verbs import Verb


def agreeing(sentence: Sentence, child: int, verb: Verb) -> list[tuple[Phrase, str]]:
    """Repair: a singular verb is not said of the plural object before it: "celui qui a tué deux femmes a fui"."""
    phrase = phrase_at(sentence, child)
    singular = verb.auxiliary and sentence.low[verb.first] in sentence.grammar.verbs["singular"]
    counted = phrase.number is not None and (phrase.number.low or 0) > 1
    if not singular or not counted or phrase.last > verb.first:
        return []
    for j in range(phrase.first - 1, sentence.first, -1):
        if sentence.low[j] in sentence.grammar.phrases["relatives"] and sentence.tokens[j - 1].pos in {"NOUN", "PROPN"}:
            antecedent = phrase_at(sentence, j - 1)
            return [] if antecedent.plural else [(antecedent, "agreement")]
    return []


def owner_beside(sentence: Sentence, j: int) -> int:
    """Return the person a body or kin is told of: "un motard de la gendarmerie", "une mère de famille"."""
    phrases, at = sentence.grammar.phrases, j - 1
    if sentence.tokens[j].pos not in {"NOUN", "PROPN"} or sentence.low[j] in sentence.grammar.people:
        return j
    if sentence.low.get(at) in phrases["definite"] - phrases["of"]:
        at -= 1
    person = sentence.low.get(at) in phrases["of"] and sentence.low.get(at - 1) in sentence.grammar.people
    return at - 1 if person and sentence.tokens[at - 1].pos in {"NOUN", "PROPN"} else j

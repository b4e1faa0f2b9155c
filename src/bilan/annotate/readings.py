"""Signs around a word that tell how it is meant: counted noun, attribute of the next noun, verb with an auxiliary."""

from bilan.annotate.phrases import phrase_at
from bilan.annotate.syntax import Sentence
from bilan.annotate.verbs import auxiliaries

NEGATION_REACH = 6  # tokens between "sans", "n'a", "no" and the noun they deny


def auxiliary_before(sentence: Sentence, i: int) -> bool:
    """Tell whether a form of être, avoir, be or have governs the word: "ont été tués", "were wounded"."""
    return bool(auxiliaries(sentence, i))


def modifies_next(sentence: Sentence, i: int) -> bool:
    """Tell whether the word only describes the noun after it: "12 wounded soldiers"."""
    if "NOUN" not in sentence.grammar.phrases["prenominal"] or i + 1 >= sentence.last:
        return False
    token, after = sentence.tokens[i], sentence.tokens[i + 1]
    return token.head > i and token.dep in {"amod", "compound", "nmod"} and after.pos in {"NOUN", "PROPN", "ADJ"}


def counted_directly(sentence: Sentence, i: int) -> bool:
    """Tell whether a number stands right before the word, with no other noun between: "35 blessés", "14 dead"."""
    phrases = sentence.grammar.phrases
    j = i - 1
    while j >= sentence.first and i - j <= NEGATION_REACH:
        number = sentence.number_at.get(j)
        if number is not None:
            other = sentence.low[i - 1] in phrases["others"]  # "un autre blessé"
            return not number.one or other or sentence.tokens[i].pos == "NOUN"
        token = sentence.tokens[j]
        if token.pos != "ADJ" and sentence.low[j] not in phrases["links"]:
            return False
        j -= 1
    return False


def negated_left(sentence: Sentence, i: int) -> bool:
    """Tell whether a negation reaches the noun at `i`: "sans faire de victime", "n'a pas fait de blessés"."""
    negative = sentence.grammar.verbs["negative"] - sentence.grammar.verbs["weak_negative"]
    for j in range(i - 1, max(sentence.first, i - NEGATION_REACH) - 1, -1):
        if sentence.tokens[j].text in {",", ";", ":", "."}:
            return False
        without = sentence.tokens[j].pos == "ADP" and j + 1 < i and sentence.tokens[j + 1].pos == "NOUN"
        if sentence.low[j] in negative and not without:  # "les corps sans vie de 13 migrants"
            return True
    return False


def joined_person(sentence: Sentence, i: int) -> bool:
    """Tell whether the word is coordinated with a counted one: "des morts et blessés", "dead and wounded"."""
    if sentence.tokens[i].pos not in {"NOUN", "ADJ"}:
        return False
    before = i - 1
    while before > sentence.first and sentence.tokens[before].text in {"«", "»", '"', "“", "”"}:
        before -= 1
    if before <= sentence.first or sentence.tokens[before].pos != "CCONJ":
        return False
    left = before - 1
    while left > sentence.first and sentence.tokens[left].text in {"«", "»", '"', "“", "”"}:
        left -= 1
    other = sentence.tokens[left]
    return other.pos in {"NOUN", "ADJ"} and phrase_at(sentence, left).number is not None and other.dep != "amod"

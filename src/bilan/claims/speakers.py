"""Read the words of a speaker: the name where there is one, else the noun phrase without its article.

Conventions of the gold corpora, rules 6 and 16: never a pronoun; whom a statement was made to is no speaker.
"""

from bilan.annotate.humans import PERSON_LABELS
from bilan.annotate.syntax import Sentence
from bilan.model.text import Span

STOP_POS = frozenset({"VERB", "AUX", "SCONJ", "CCONJ"})
CLOSING = frozenset({",", ";", ":", ".", "(", ")", "»", "«", "”", "“", '"', "—", "–", "!", "?"})
LONGEST = 14  # tokens in a speaker's noun phrase, at most
APPOSITION = 12  # tokens after a title within which its bearer's name stands


def speaker_span(sentence: Sentence, head: int, verb: int | None = None) -> Span | None:
    """Return the words of the speaker whose phrase has token `head` as its head; None for a pronoun.

    A name between the head and the verb of saying is the speaker's: "le maire de la ville, X, parle de".
    """
    if sentence.tokens[head].pos == "PRON":
        return None
    first, last = _bounds(sentence, head)
    last = min(last, verb - 1) if verb is not None and head < verb else last
    named = _name_within(sentence, head, first, last)
    if named is None and verb is not None and verb > last and sentence.tokens[verb - 1].text not in {"que", "qu'"}:
        named = _name_before(sentence, last + 1, verb)
    if named is not None:
        return named
    first = _without_article(sentence, first, last)
    return sentence.words(first, last) if first <= last else None


def noun_phrase_span(sentence: Sentence, head: int) -> Span | None:
    """Return the whole noun phrase around token `head` without its article, names and complements included."""
    if sentence.tokens[head].pos == "PRON":
        return None
    first, last = _bounds(sentence, head)
    first = _without_article(sentence, first, last)
    return sentence.words(first, last) if first <= last else None


def speaker_after(sentence: Sentence, at: int) -> Span | None:
    """Return the speaker phrase that starts at token `at`, as after "selon" or "according to"."""
    last = at
    while last < sentence.last and last - at < LONGEST:
        token = sentence.tokens[last]
        if token.text in CLOSING or token.pos in {"VERB", "AUX", "SCONJ"} or (token.pos == "CCONJ" and last > at):
            break
        last += 1
    last -= 1
    while last > at and sentence.tokens[last].pos in {"ADP", "DET", "ADV", "PRON"}:
        last -= 1
    first = _without_article(sentence, at, last)
    if first > last or sentence.tokens[first].pos == "PRON":
        return None
    named = _name_within(sentence, first, first, last)
    return named or sentence.words(first, last)


def _bounds(sentence: Sentence, head: int) -> tuple[int, int]:
    first = head
    while first > sentence.first:
        token = sentence.tokens[first - 1]
        if token.pos not in {"ADJ", "DET", "PROPN", "NOUN", "NUM"} or token.text in CLOSING:
            break
        if token.pos == "NOUN" and token.head > head:
            break
        first -= 1
    last = head
    while last + 1 < sentence.last and last - head < LONGEST:
        token = sentence.tokens[last + 1]
        if token.text in CLOSING or token.pos in STOP_POS or token.pos in {"ADV", "PRON"}:
            break
        last += 1
    while last > head and sentence.tokens[last].pos in {"ADP", "DET", "ADV"}:
        last -= 1
    return first, last


def _name_within(sentence: Sentence, head: int, first: int, last: int) -> Span | None:
    """Return a person's name inside the phrase or in apposition right behind it."""
    reach = last
    if last + 1 < sentence.last and sentence.tokens[last + 1].text == ",":
        reach = min(sentence.last - 1, last + APPOSITION)
    comma = False
    for i in range(first, reach + 1):
        name = sentence.names.get(i)
        if i > last and sentence.tokens[i].text == ",":
            if comma:
                break
            comma = True
            continue
        if i > last and sentence.tokens[i].pos in STOP_POS:
            break
        if name is None or name.label not in PERSON_LABELS:
            continue
        inside_of = i > head and sentence.tokens[i - 1].pos == "ADP"
        if not inside_of:
            return _trimmed(sentence, i, name.end)
    return None


def _name_before(sentence: Sentence, start: int, verb: int) -> Span | None:
    for i in range(start, verb):
        name = sentence.names.get(i)
        if name is not None and name.label in PERSON_LABELS and sentence.tokens[i - 1].text == ",":
            return _trimmed(sentence, i, name.end)
    return None


def _trimmed(sentence: Sentence, i: int, end: int) -> Span:
    """Return a name from token `i` on, titles and articles before it cut off."""
    while (
        sentence.tokens[i].pos in {"DET", "NOUN", "ADP"} and i + 1 < sentence.last and sentence.tokens[i + 1].end <= end
    ):
        i += 1
    return Span(sentence.tokens[i].start, end)


def _without_article(sentence: Sentence, first: int, last: int) -> int:
    phrases = sentence.grammar.phrases
    while first < last and (sentence.low[first] in phrases["definite"] or sentence.low[first] in phrases["indefinite"]):
        first += 1
    return first

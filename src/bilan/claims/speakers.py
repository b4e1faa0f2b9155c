"""Read the words of a speaker: the name where there is one, else the noun phrase without its article.

Conventions of the gold corpora, rules 6 and 16: never a pronoun; whom a statement was made to is no speaker.
"""

from bilan.annotate.humans import body_words, human_at, human_words
from bilan.annotate.phrases import PERSON_LABELS, phrase_at
from bilan.annotate.syntax import Sentence
from bilan.languages.load import Pack
from bilan.model.text import Span

STOP_POS = frozenset({"VERB", "AUX", "SCONJ", "CCONJ"})
CLOSING = frozenset({",", ";", ":", ".", "(", ")", "»", "«", "”", "“", '"', "—", "–", "!", "?"})
NAMED = frozenset({"PER", "PERSON", "ORG"})
LONGEST = 14  # tokens in a speaker's noun phrase, at most
APPOSITION = 12  # tokens after a title within which its bearer's name stands
FULL_NAME = 2  # capitalised words that are a name in apposition even where the parser names nobody


def speaker_span(sentence: Sentence, head: int, verb: int | None = None) -> Span | None:
    """Return the words of the speaker whose phrase has token `head` as its head; None for a pronoun.

    A name between the head and the verb of saying is the speaker's: "le maire de la ville, X, parle de".
    """
    if sentence.tokens[head].pos == "PRON":
        return None
    first, last = _bounds(sentence, head)
    if verb is not None:
        last = min(last, verb - 1) if head < verb else _without_venue(sentence, head, last)
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
    relatives = sentence.grammar.phrases["relatives"]
    last = at
    while last < sentence.last and last - at < LONGEST:
        token = sentence.tokens[last]
        ends = token.text in CLOSING or token.pos in {"VERB", "AUX", "SCONJ"} or sentence.low[last] in relatives
        if (ends and not _in_name(sentence, last, at)) or (token.pos == "CCONJ" and last > at):
            break
        if last > at and _begins_another(sentence, last):
            break
        last += 1
    last = _without_venue(sentence, at, last - 1)
    while last > at and sentence.tokens[last].pos in {"ADP", "DET", "ADV", "PRON"}:
        last -= 1
    first = _without_article(sentence, at, last)
    if first > last or sentence.tokens[first].pos == "PRON":
        return None
    named = _name_within(sentence, first, first, last)
    return named or sentence.words(first, last)


def may_speak(sentence: Sentence, head: int, pack: Pack) -> bool:
    """Tell whether the phrase at `head` names who can say something: people, bodies, names, and pronouns for them."""
    token = sentence.tokens[head]
    if token.pos in {"PRON", "PROPN"}:
        return head not in sentence.times
    name = sentence.names.get(head)
    if name is not None and name.label in NAMED:
        return True
    if head in sentence.number_at or head in sentence.times:
        return False
    low, bodies = sentence.low[head], body_words(pack)
    pair = f"{low} {sentence.low.get(head + 1, '')}"
    known = low in bodies or pair in bodies or pair in human_words(pack) or token.lemma in bodies
    return known or human_at(sentence, phrase_at(sentence, head), pack) is not None


def _bounds(sentence: Sentence, head: int) -> tuple[int, int]:
    first = head
    while first > sentence.first:
        token = sentence.tokens[first - 1]
        hyphen = token.tag == "POS" or (token.text == "-" and first - 1 in sentence.names)  # "the sheriff's office"
        if not hyphen and (token.pos not in {"ADJ", "DET", "PROPN", "NOUN", "NUM"} or token.text in CLOSING):
            break
        if token.pos == "NOUN" and token.head > head:
            break
        if first - 1 in sentence.times and first - 1 not in sentence.names:
            break
        first -= 1
    last = head
    while last + 1 < sentence.last and last - head < LONGEST:
        token = sentence.tokens[last + 1]
        stops = token.text in CLOSING or token.pos in STOP_POS or token.pos in {"ADV", "PRON"}
        if (stops and not _in_name(sentence, last + 1, head)) or _begins_another(sentence, last + 1):
            break
        last += 1
    while last > head and sentence.tokens[last].pos in {"ADP", "DET", "ADV"}:
        last -= 1
    return first, last


def _in_name(sentence: Sentence, i: int, start: int) -> bool:
    """Tell a token inside a name that began before it: "and" in "Savings and Loan", the hyphen of "Al-Quds"."""
    name = sentence.names.get(i)
    return name is not None and i > start and sentence.names.get(i - 1) is name and sentence.tokens[i].text != ","


def _begins_another(sentence: Sentence, i: int) -> bool:
    """Tell where another phrase begins: a time, or an article right behind a noun ("le gouvernement le 15 octobre")."""
    if i in sentence.times:
        return True
    if i in sentence.names and sentence.names.get(i - 1) is sentence.names[i]:
        return False
    before = sentence.tokens[i - 1].pos in {"NOUN", "PROPN"}
    return before and sentence.tokens[i].pos == "DET" and not sentence.tokens[i - 1].text.endswith("-")


def _without_venue(sentence: Sentence, head: int, last: int) -> int:
    """Cut off where or to whom it was said: "des habitants à l'AFP", "police in a statement"."""
    phrases = sentence.grammar.phrases
    for i in range(head + 1, last):
        if sentence.low[i] in phrases["said_to"] | phrases["said_in"] and i not in sentence.names:
            noun = i + 1
            while noun < last and sentence.tokens[noun].pos in {"DET", "ADJ", "NUM"}:
                noun += 1
            name = sentence.names.get(noun)
            addressed = sentence.low[i] in phrases["said_to"] and name is not None and noun not in sentence.places
            if addressed or sentence.low[noun] in phrases["venues"]:
                return i - 1
    return last


def _name_within(sentence: Sentence, head: int, first: int, last: int) -> Span | None:
    """Return a person's name inside the phrase or in apposition right behind it."""
    apposed = last + 1 < sentence.last and sentence.tokens[last + 1].text == ","
    reach = min(sentence.last - 1, last + APPOSITION) if apposed else last
    comma = False
    for i in range(first, reach + 1):
        if i > last and sentence.tokens[i].text == ",":
            if comma:
                break
            comma = True
            if _capitals(sentence, i + 1, reach):
                return _trimmed(sentence, i + 1, sentence.tokens[_name_end(sentence, i + 1)].end)
            continue
        aside = sentence.tokens[i].pos in STOP_POS | {"PRON"} or sentence.low[i] in sentence.grammar.phrases["part"]
        if i > last and aside:
            break
        name = sentence.names.get(i)
        begins = name is not None and sentence.names.get(i - 1) is not name
        if name is None or name.label not in PERSON_LABELS or not (begins or i == first):
            continue
        complement = i > head and sentence.tokens[i - 1].pos == "ADP"
        owner = name.end < sentence.tokens[last].start and _owns(sentence, name.end)
        if not complement and not owner:
            return _trimmed(sentence, i, name.end)
    return None


def _owns(sentence: Sentence, end: int) -> bool:
    """Tell an English possessive behind a name: "Hamon's lawyer"."""
    after = next((t for t in sentence.tokens[sentence.first : sentence.last] if t.start >= end), None)
    return after is not None and after.tag == "POS"


def _capitals(sentence: Sentence, start: int, reach: int) -> bool:
    """Tell a full name in apposition that the parser missed: ", Güngör Azim Tuna,"."""
    end = _name_end(sentence, start)
    many = end - start + 1 >= FULL_NAME
    inside = all(i not in sentence.places and i not in sentence.times for i in range(start, end + 1))
    closed = end + 1 >= sentence.last or sentence.tokens[end + 1].text in CLOSING
    return start <= reach and many and inside and closed


def _name_end(sentence: Sentence, start: int) -> int:
    end, tokens = start, sentence.tokens
    while end < sentence.last and tokens[end].pos == "PROPN" and tokens[end].text[:1].isupper():
        end += 1
    return end - 1


def _name_before(sentence: Sentence, start: int, verb: int) -> Span | None:
    for i in range(start, verb):
        name = sentence.names.get(i)
        if name is not None and name.label in PERSON_LABELS and sentence.tokens[i - 1].text == ",":
            return _trimmed(sentence, i, name.end)
    return None


def _trimmed(sentence: Sentence, i: int, end: int) -> Span:
    """Return a name from token `i` on, titles and articles before it cut off."""
    while (
        sentence.tokens[i].pos in {"DET", "NOUN", "ADP"}
        and not (sentence.tokens[i].pos == "NOUN" and sentence.tokens[i].text[:1].isupper())
        and i + 1 < sentence.last
        and sentence.tokens[i + 1].end <= end
    ):
        i += 1
    return Span(sentence.tokens[i].start, end)


def _without_article(sentence: Sentence, first: int, last: int) -> int:
    phrases = sentence.grammar.phrases
    articles = phrases["definite"] | phrases["indefinite"] | phrases["elided"]
    while first < last and sentence.low[first] in articles:
        first += 1
    return first

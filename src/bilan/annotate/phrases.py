"""Noun phrases with their amounts: "au moins 37 civils", "12 others", "un policier", "des dizaines de morts".

The number is found by reading left from the noun, not by the parser's nummod, which fails on ranges and groups.
"""

from typing import NamedTuple

from bilan.annotate.amount import Number
from bilan.annotate.syntax import Sentence
from bilan.model.text import Span

PERSON_LABELS = frozenset({"PER", "PERSON"})
REACH = 7  # tokens between a noun and its number, at most: "37 autres jeunes soldats des forces spéciales" stays inside

LONGEST_TAIL = 10  # letters of "-in-chief" and its like


class Phrase(NamedTuple):
    """A noun phrase. `first` … `last` are token indexes (inclusive) from number or determiner to the noun's name parts.

    `form`: noun · name · pronoun · number. `definite`: True "les blessés", False "des blessés", None bare.
    """

    head: int
    first: int
    last: int
    form: str
    lemma: str
    number: Number | None
    definite: bool | None
    plural: bool
    span: Span


def phrase_at(sentence: Sentence, head: int) -> Phrase:
    """Read the phrase whose head is token `head`."""
    return sentence.once(_read_phrase, head)


def _read_phrase(sentence: Sentence, head: int) -> Phrase:
    token, number = sentence.tokens[head], sentence.number_at.get(head)
    among = _some_of_them(sentence, head)
    if among is not None:
        return phrase_at(sentence, among)
    if number is not None and not number.one:
        return _number_phrase(sentence, _core(sentence, head, number), number)
    if number is not None and number.core.start <= token.start < number.core.end and token.pos in {"NUM", "PRON"}:
        return _number_phrase(sentence, head, number)
    some = sentence.low.get(head - 1) in sentence.grammar.phrases["of"]  # "a third of those arrested"
    alone = token.tag in {"PRP", "DT"} and not some  # "killing him": nothing before a pronoun belongs to it
    first, number, definite = (head, None, None) if alone else _read_left(sentence, head)
    last = _name_end(sentence, head)
    form = _form(sentence, head)
    return Phrase(
        head=head,
        first=first,
        last=last,
        form=form,
        lemma=token.lemma,
        number=number,
        definite=definite,
        plural=_plural(sentence, head, number),
        span=Span(
            min(sentence.tokens[first].start, number.span.start if number else token.start), sentence.tokens[last].end
        ),
    )


def conjuncts(sentence: Sentence, phrase: Phrase) -> list[Phrase]:
    """Return the phrases coordinated with `phrase`, in order: "deux civils, un policier et 5 soldats"."""
    found, queue, seen = [], [phrase.head], {phrase.head}
    while queue:
        for child in sentence.in_slot(queue.pop(0), "conjunct"):
            if child in seen or sentence.tokens[child].pos not in {"NOUN", "PROPN", "NUM", "PRON", "ADJ"}:
                continue
            seen.add(child)
            queue.append(child)
            found.append(phrase_at(sentence, child))
    return sorted(found, key=lambda other: other.first)


def _some_of_them(sentence: Sentence, head: int) -> int | None:
    """Return the number in "deux d'entre eux" when the parser takes the pronoun for its head."""
    grammar = sentence.grammar
    if sentence.tokens[head].pos != "PRON" or sentence.low.get(head - 1) not in grammar.phrases["between"]:
        return None
    counted = sentence.low.get(head - 2) in grammar.phrases["of"] and head - 3 in sentence.number_at
    return head - 3 if counted else None


def _core(sentence: Sentence, head: int, number: Number) -> int:
    """Return the last token of the amount itself, when the head is one of its modifiers ("près d'une centaine")."""
    while head + 1 < sentence.last and sentence.tokens[head + 1].start < number.core.end:
        head += 1
    return head


def _number_phrase(sentence: Sentence, head: int, number: Number) -> Phrase:
    first = last = head
    while first > sentence.first and sentence.number_at.get(first - 1) is number:
        first -= 1
    while last + 1 < sentence.last and sentence.number_at.get(last + 1) is number:
        last += 1
    noun = _counted_noun(sentence, last)
    if noun is not None:
        return phrase_at(sentence, noun)
    outer = _some_of(sentence, first)
    if outer is not None:  # "four of the seven"
        return phrase_at(sentence, outer)
    while last + 1 < sentence.last and sentence.low[last + 1] in sentence.grammar.phrases["others"]:
        last += 1
    definite = _definite(sentence, first - 1)
    span = Span(min(number.span.start, sentence.tokens[first].start), sentence.tokens[last].end)
    lemma = sentence.tokens[head].lemma
    return Phrase(head, first, last, "number", lemma, number, definite, plural=not number.one, span=span)


def _counted_noun(sentence: Sentence, last: int) -> int | None:
    """Find the noun an amount counts when the parser hung it elsewhere: "une vingtaine de blessés", "60 soldats"."""
    phrases = sentence.grammar.phrases
    i = last + 1
    while i < sentence.last and i <= last + REACH:
        token = sentence.tokens[i]
        if i in sentence.number_at and _counts_out_of(sentence, last, i):  # "17 of 22 drones"
            i += 1
            continue
        if i in sentence.number_at or sentence.low[i] in phrases["manner"]:  # "dont six grièvement"
            return None
        hyphened = opens_compound(sentence, i)
        if sentence.low[i] in phrases["gravely"]:  # "dont trois grièvement", whatever the parser takes it for
            return None
        if is_person_word(sentence, i):
            return i
        named = i + 1 < sentence.last and (sentence.tokens[i + 1].pos == "NOUN" or is_person_word(sentence, i + 1))
        if token.pos == "NOUN" and sentence.low[i] in phrases["links"] and named:  # "une douzaine de présumés bandits"
            i += 1
            continue
        if token.pos in {"NOUN", "PROPN"} and token.text != "-" and not hyphened and not _compound_before(sentence, i):
            return i
        owned = sentence.low[i] in phrases["definite"] and sentence.low[i - 1] in phrases["of"]  # "13 de ses soldats"
        passes = (
            owned
            or hyphened
            or token.text == "-"
            or token.pos in phrases_pos(sentence)
            or sentence.low[i] in phrases["links"]
        )
        if not passes or token.pos == "PUNCT":
            return None
        i += 1
    return None


def _counts_out_of(sentence: Sentence, last: int, i: int) -> bool:
    """Tell the second number of "17 of 22 drones", "17 des 22 drones": the noun behind it is what the first counts."""
    phrases, of = sentence.grammar.phrases, sentence.grammar.phrases["of"]
    before = i - 1 if sentence.low[i - 1] not in phrases["definite"] or sentence.low[i - 1] in of else i - 2
    number = sentence.number_at[last]
    return last < before and sentence.low[before] in of and number.share is None and not sentence.number_at[i].one


def is_person_word(sentence: Sentence, i: int) -> bool:
    """Tell a noun for people that the tagger takes for an adjective: "4 200 civils sont morts"."""
    if sentence.tokens[i].pos != "ADJ" or sentence.low[i] not in sentence.grammar.people:
        return False
    phrases = sentence.grammar.phrases
    before = sentence.low.get(i - 1, "")
    opened = i - 1 in sentence.number_at or before in phrases["links"] | phrases["of"] | phrases["indefinite"]
    return opened and (i + 1 >= sentence.last or sentence.tokens[i + 1].pos not in {"NOUN", "PROPN"})


def phrases_pos(sentence: Sentence) -> frozenset[str]:
    """Return the parts of speech that may stand before a noun in this language."""
    return sentence.grammar.phrases["prenominal"]


def opens_compound(sentence: Sentence, i: int) -> bool:
    """Tell the first piece of an English compound ("co-workers") from the head of one ("mother-in-law")."""
    end = sentence.tokens[i].end
    behind = sentence.text[end : end + LONGEST_TAIL].lower()
    tails = tuple(sentence.grammar.phrases["tails"])
    return behind[:1] == "-" and "NOUN" in phrases_pos(sentence) and not behind.startswith(tails)


def _compound_before(sentence: Sentence, i: int) -> bool:
    """Tell whether noun `i` is only the first part of an English compound ("army soldiers")."""
    if "NOUN" not in phrases_pos(sentence) or i + 1 >= sentence.last:
        return False
    after = sentence.tokens[i + 1]
    return after.pos in {"NOUN", "PROPN"} and sentence.tokens[i].dep == "compound" and sentence.tokens[i].head > i


def _read_left(sentence: Sentence, head: int) -> tuple[int, Number | None, bool | None]:
    """Read left from a noun: return the first token of its phrase, its number, its definiteness."""
    phrases, of = sentence.grammar.phrases, sentence.grammar.phrases["of"]
    i, definite = head - 1, None
    while i >= sentence.first and head - i <= REACH:
        if i in sentence.number_at:
            return _numbered(sentence, i, definite=definite)
        low, preposed = sentence.low[i], sentence.tokens[i].pos == "ADP"
        counted = i - 1 in sentence.number_at
        some_of = counted and not sentence.number_at[i - 1].one
        if low in phrases["contracted"] and (preposed or some_of):
            if not counted:
                return i + 1, None, True
            definite = True  # "deux des blessés"
        if low in of and not counted:
            return (i, None, False) if low in phrases["indefinite"] and not preposed else (i + 1, None, definite)
        here = None if low in of else _definite(sentence, i)
        if here is not None:
            # "the 12 dead", "dozens of the wounded": go on only where a number stands right before
            if not counted and not (sentence.low.get(i - 1) in of and i - 2 in sentence.number_at):
                return i, None, here
            definite = here
        elif low not in of and not _fills(sentence, i):
            break
        i -= 1
    return i + 1, None, definite


def _numbered(sentence: Sentence, i: int, *, definite: bool | None) -> tuple[int, Number, bool | None]:
    """Return the first token, number and definiteness of a phrase whose number ends at token `i`."""
    number, first = sentence.number_at[i], i
    while first > sentence.first and sentence.number_at.get(first - 1) is number:
        first -= 1
    if number.one:
        return first, number, False
    outer = _some_of(sentence, first)
    if outer is not None:
        return _numbered(sentence, outer, definite=True)
    before = _definite(sentence, first - 1)
    return first, number, before if before is not None else definite


def _some_of(sentence: Sentence, first: int) -> int | None:
    """Return the last token of the number that stands before "of her eight children", "des huit enfants"."""
    phrases, at = sentence.grammar.phrases, first - 1
    if sentence.low.get(at) in phrases["definite"] and sentence.tokens[at].pos != "ADP":
        at -= 1
    if sentence.low.get(at) not in phrases["of"]:
        return None
    number = sentence.number_at.get(at - 1)
    return at - 1 if number is not None and not number.one and number.share is None else None


def _fills(sentence: Sentence, i: int) -> bool:
    """Tell what may stand between a number or determiner and its noun: adjectives, "other", quotation marks."""
    phrases = sentence.grammar.phrases
    if sentence.tokens[i].tag in {"VBZ", "VBP", "VB"}:  # "Shark injures 13-year-old"
        return False
    owned = (
        sentence.tokens[i].tag == "POS" and sentence.tokens[i - 1].pos == "PROPN"
    )  # "three New People's Army rebels"
    if owned:
        return True
    opening = sentence.tokens[i].text in {"-", "«", '"', "“", "'"}
    age = sentence.tokens[i].pos == "NUM"  # "a 12-year-old girl": its number counts years, not people
    return opening or age or sentence.tokens[i].pos in phrases["prenominal"] or sentence.low[i] in phrases["links"]


def _definite(sentence: Sentence, i: int) -> bool | None:
    if i < sentence.first:
        return None
    low, phrases = sentence.low[i], sentence.grammar.phrases
    if low in phrases["indefinite"] and sentence.tokens[i].pos != "ADP":
        return False
    if low in phrases["definite"]:
        return True
    return None


def _name_end(sentence: Sentence, head: int) -> int:
    """Return the last token of a name that starts at `head` ("Abou Douaa al-Ansari")."""
    name = sentence.names.get(head)
    last = head
    if name is not None and sentence.tokens[head].pos == "PROPN":
        while last + 1 < sentence.last and sentence.tokens[last + 1].start < name.end:
            if sentence.tokens[last + 1].pos in {"VERB", "AUX"}:
                break
            last += 1
    return last


def _form(sentence: Sentence, head: int) -> str:
    pos = sentence.tokens[head].pos
    if pos == "PROPN" or _names_person(sentence, head):
        return "name"
    if pos in {"PRON", "DET"} and sentence.low[head] in sentence.grammar.phrases["ordinals"]:
        return "number"  # "wounding another"
    return "pronoun" if pos == "PRON" else "noun"


def _names_person(sentence: Sentence, head: int) -> bool:
    """Tell a capitalised noun in a person's name, which the tagger may take for a plural noun."""
    name, token = sentence.names.get(head), sentence.tokens[head]
    return name is not None and name.label in PERSON_LABELS and token.pos == "NOUN" and token.text[:1].isupper()


def _plural(sentence: Sentence, head: int, number: Number | None) -> bool:
    if number is not None:
        return number.low != 1 or number.high is None or number.high > 1
    token = sentence.tokens[head]
    if _names_person(sentence, head):
        return False
    if token.feats:
        if "Number=Plur" in token.feats:
            return True
        if "Number=Sing" in token.feats:
            return False
    if token.tag:
        whole = token.tag in {"VBN", "VBD", "JJ"} and _definite(sentence, head - 1) is True  # "the wounded"
        return whole or token.tag in {"NNS", "NNPS"} or sentence.low[head] in {"people", "police"}
    return sentence.low[head].endswith(sentence.grammar.plural_endings)

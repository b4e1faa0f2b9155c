"""Lists of victims: "trois soldats, un policier et 2 civils", "the dean, a professor and two students".

Parsers hang the members of such lists on all kinds of heads, so they are read from left to right, by commas and
conjunctions.
"""

from collections.abc import Iterator
from typing import NamedTuple

from bilan.annotate.arguments import next_noun
from bilan.annotate.asides import before_aside, noun_ending_at
from bilan.annotate.phrases import Phrase, phrase_at
from bilan.annotate.syntax import Sentence

AGE = 6  # tokens of an age at most: ", âgée de 7 ans"
BETWEEN = 7  # tokens between a member of a list and the comma behind it: "a clerk at the central bank,"
BESIDE = frozenset({"ADP", "DET", "ADJ", "NOUN", "PROPN"})
LIST_REACH = 40  # tokens a list of victims may cover: "247 Palestiniens, 40 Israéliens, deux Américains et …"


def list_before(sentence: Sentence, phrase: Phrase) -> Iterator[Phrase]:
    """Yield counted phrases that stand before `phrase` in one list: "trois soldats, un policier et 2 civils"."""
    at = phrase.first - 1 if phrase.form != "pronoun" else sentence.first
    while at > sentence.first and phrase.first - at < LIST_REACH:
        contrast = sentence.low[at] in sentence.grammar.phrases["but"]
        if sentence.tokens[at].text == "," or (sentence.tokens[at].pos == "CCONJ" and not contrast):
            end = at - 1
            if sentence.tokens[end].text == ")":
                end = before_aside(sentence, end)
            noun = noun_ending_at(sentence, end)
            if noun is None:
                return
            other = phrase_at(sentence, noun)
            if other.number is None or other.first == phrase.first or other.form == "number":
                return
            if sentence.tokens[at].text == "," and _is_whole(sentence, phrase, other):
                return
            yield other
            at = other.first - 1
        else:
            return


def _is_whole(sentence: Sentence, phrase: Phrase, other: Phrase) -> bool:
    """Tell "sur les 150 passagers, 12 sont morts": the people before the comma are those of whom some suffered."""
    before = sentence.low.get(other.first - 1)
    if before in sentence.grammar.phrases["definite"]:
        before = sentence.low.get(other.first - 2)
    opens = before in sentence.grammar.phrases["out_of"] | sentence.grammar.phrases["among"]
    opens = opens or sentence.low[sentence.first] == before in sentence.grammar.phrases["of"]  # "Of 46 passengers, 19"
    return opens and phrase.form == "number"


def list_after(sentence: Sentence, phrase: Phrase, stop: int) -> Iterator[Phrase]:
    """Yield phrases that follow `phrase` in one list before `stop`: "Three soldiers, a guard and two civilians".

    The last member may be one described person: "a girl of seven and her grandfather were killed".
    """
    at = behind_age(sentence, _behind_of(sentence, phrase.last + 1))
    while at < stop:
        if sentence.tokens[at].pos == "ADJ":
            at += 1
            continue
        if sentence.tokens[at].text != "," and sentence.tokens[at].pos != "CCONJ":
            return
        while at < stop and (sentence.tokens[at].text == "," or sentence.tokens[at].pos == "CCONJ"):
            at += 1
        noun = next_noun(sentence, at)
        if noun is None or noun >= stop:
            return
        other = phrase_at(sentence, noun)
        last = not other.plural and behind_age(sentence, other.last + 1) == stop and sentence.tokens[at - 1].text != ","
        if (other.number is None and not last) or other.first < at or other.form == "number":  # ", 20," is an age
            return
        yield other
        at = behind_age(sentence, _behind_of(sentence, other.last + 1))


def _behind_of(sentence: Sentence, at: int) -> int:
    """Step over what "of" ties to a member: "un travailleur du secteur de la santé et un patient"."""
    if sentence.low.get(at) not in sentence.grammar.phrases["of"] or at + 1 in sentence.number_at:
        return at
    return _behind_place(sentence, at) or at


def behind_age(sentence: Sentence, at: int) -> int:
    """Step over an age: "une fillette de 7 ans", "un garçon, âgé de 9 ans,", "a boy aged nine"."""
    ages = sentence.grammar.phrases["age_words"]
    for i in range(at, min(sentence.last, at + AGE)):
        if sentence.low[i] in ages and any(sentence.tokens[j].pos == "NUM" for j in range(at, i)):
            return i + 2 if sentence.low.get(i + 1) == "," and sentence.tokens[at].text == "," else i + 1
        beside = sentence.tokens[i].pos in {"ADP", "NUM", "ADJ", "VERB", "ADV"} or sentence.tokens[i].text == ","
        if not beside and sentence.low[i] not in ages:
            return at
    return at


class _Item(NamedTuple):
    phrase: Phrase
    joined: bool  # by a conjunction, not a mere comma
    closed: bool  # a comma stands behind it


def list_onward(sentence: Sentence, phrase: Phrase) -> list[Phrase]:
    """Return the members that follow an object: "killed the dean, a professor and two students and wounded six".

    A described person behind a comma may only describe the one before ("the mayor, a former soldier, and two guards"):
    it counts as one more where a conjunction ends the list and no comma closes it.
    """
    items, ended = _items_onward(sentence, phrase)
    joined = ended or any(item.joined for item in items)
    commas = sum(not item.joined for item in items)
    found, before = [], phrase
    for item in items:
        told = item.phrase
        counted = told.number is not None and not told.number.one
        named = before.form == "name" or (before.definite is True and commas == 1)
        describes = item.closed and named and told.definite is not True
        if counted or item.joined or (joined and not describes):
            found.append(told)
        before = told
    return found


def _items_onward(sentence: Sentence, phrase: Phrase) -> tuple[list[_Item], bool]:
    """Return the items of a list, and whether a conjunction follows the last ("… and wounded six")."""
    items: list[_Item] = []
    last = phrase.last
    while True:
        at = _behind_place(sentence, last + 1)
        if at is None:
            return items, False
        joined = False
        while at < sentence.last and (
            sentence.tokens[at].text == "," or sentence.low[at] in sentence.grammar.phrases["and"]
        ):
            joined = joined or sentence.tokens[at].text != ","
            at += 1
        other = _item(sentence, at)
        if other is None:
            return items, joined
        closed = sentence.low.get(other.last + 1) == ","
        items.append(_Item(other, joined, closed))
        if joined:
            return items, True
        last = other.last


def _behind_place(sentence: Sentence, at: int) -> int | None:
    """Step over what follows a member ("at the bank", "of the school") to the comma or conjunction behind it."""
    stop = min(sentence.last, at + BETWEEN)
    for i in range(at, stop):
        if sentence.tokens[i].text == "," or sentence.low[i] in sentence.grammar.phrases["and"]:
            return i
        beside = sentence.tokens[i].pos in BESIDE or sentence.tokens[i].text == "-"  # "his mother-in-law, …"
        if not beside or i in sentence.number_at:
            return None
    return None


def _item(sentence: Sentence, at: int) -> Phrase | None:
    """Return the person or the counted people that start at token `at`, unless a clause of their own begins there."""
    noun = next_noun(sentence, at)
    if noun is None:
        return None
    other = phrase_at(sentence, noun)
    counted = other.number is not None or not other.plural
    if other.first < at or other.form in {"number", "pronoun"} or not counted:
        return None  # ", 20," is an age, "one of whom" a part
    after = other.last + 1
    if after < sentence.last and sentence.tokens[after].pos in {"VERB", "AUX"}:
        return None
    return other

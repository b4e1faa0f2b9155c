"""Tags of events, facts across their types: attacks on health care and schools, aid kept back, agreements broken.

The words are those of tags.csv: what is struck ("hospital": the object of the deed or of a verb of hitting, or behind a
preposition of direction), whom it befalls (a group of people.csv), and what an event of no violence is done to (a class
of things.csv in the condition of its trigger or in its words).
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from bilan.annotate.arguments import objects, subjects
from bilan.annotate.humans import human_at
from bilan.annotate.phrases import phrase_at
from bilan.annotate.syntax import Sentence
from bilan.annotate.triggers import Trigger
from bilan.annotate.verbs import read_verb
from bilan.claims.acting import role_words
from bilan.claims.conditions import thing_words
from bilan.languages.load import Pack

REACH = 14  # tokens between a trigger and the preposition before what is struck
BEFORE = 3  # tokens between that preposition and its noun
VERBAL = frozenset({"VERB", "AUX"})
PARTING = VERBAL | {"CCONJ"}


def tags_of(sentence: Sentence, trigger: Trigger, pack: Pack, *, violent: bool) -> tuple[str, ...]:
    """Return the tags of the event a trigger tells of, sorted.

    Args:
        sentence: The sentence.
        trigger: The trigger.
        pack: The language's word tables.
        violent: The event is violence; else only what it is done to tells.
    """
    found = set(_struck(sentence, trigger, pack)) if violent else set(_done_to(sentence, trigger, pack))
    return tuple(sorted(found))


@cache
def _words(pack: Pack, kind: str) -> Mapping[str, str]:
    return {row["words"]: row["tag"] for row in pack.rows("tags") if row["kind"] == kind}


def _done_to(sentence: Sentence, trigger: Trigger, pack: Pack) -> Iterator[str]:
    classes = _words(pack, "class")
    for condition in trigger.needs.split():
        yield from (classes[name] for name in condition.partition("=")[2].split("/") if name in classes)
    for i in range(trigger.start_token, trigger.end_token):
        yield from (classes[name] for name in thing_words(pack).get(sentence.low[i], ()) if name in classes)


def _struck(sentence: Sentence, trigger: Trigger, pack: Pack) -> Iterator[str]:
    words, groups = _words(pack, "struck"), _words(pack, "people")
    hits = [i for i, low in sentence.low.items() if low in words]
    if hits:
        befallen = set(_befallen(sentence, trigger, pack))
        yield from (words[sentence.low[i]] for i in hits if i in befallen or _is_aimed_at(sentence, trigger, i))
    for head in _objects(sentence, _verbs(sentence, trigger)):
        human = human_at(sentence, phrase_at(sentence, head), pack)
        yield from (groups[group] for group in (human.people if human is not None else ()) if group in groups)


def _verbs(sentence: Sentence, trigger: Trigger) -> list[int]:
    return [i for i in range(trigger.start_token, trigger.end_token) if sentence.tokens[i].pos == "VERB"]


def _befallen(sentence: Sentence, trigger: Trigger, pack: Pack) -> Iterator[int]:
    """Yield the tokens of what the trigger's verb, or a verb of hitting, is done to."""
    hitting = role_words(pack, "hitting")
    verbs = [i for i, low in sentence.low.items() if low in hitting and sentence.tokens[i].pos in {"VERB", "ADJ"}]
    for head in _objects(sentence, [*_verbs(sentence, trigger), *verbs]):
        phrase = phrase_at(sentence, head)
        yield from range(phrase.first, phrase.last + 1)
    at = trigger.end_token  # "réduit en cendres une école"
    if _verbs(sentence, trigger) and at + 1 < sentence.last and sentence.tokens[at].pos == "DET":
        yield at + 1


def _objects(sentence: Sentence, verbs: Sequence[int]) -> Iterator[int]:
    for verb in verbs:
        read = read_verb(sentence, verb)
        passive = read.voice == "passive" and not read.reflexive
        found = subjects(sentence, verb, read) if passive else objects(sentence, verb, read.first)
        yield from (phrase.head for phrase, _ in found)


def _is_aimed_at(sentence: Sentence, trigger: Trigger, at: int) -> bool:
    """Tell "attack on a hospital", "shot inside a clinic", "l'attaque d'un hôpital", "the hospital bombing"."""
    phrases = sentence.grammar.phrases
    if trigger.start_token - 1 == at:
        return sentence.tokens[at].head >= trigger.start_token  # a compound
    if not trigger.end_token <= at <= trigger.end_token + REACH:
        return False
    article = False
    for i in range(at - 1, max(trigger.end_token - 2, at - 1 - BEFORE), -1):
        article = article or sentence.tokens[i].pos == "DET"
        if sentence.tokens[i].pos in VERBAL:
            return False
        if sentence.low[i] in phrases["of"]:
            return i == trigger.end_token
        between = [sentence.tokens[j].pos for j in range(trigger.end_token, i)]
        if sentence.low[i] in phrases["against"]:
            return between.count("VERB") <= 1
        if sentence.low[i] in sentence.grammar.verbs["aiming"] or (article and sentence.low[i] in phrases["inside"]):
            return PARTING.isdisjoint(between)
    return False

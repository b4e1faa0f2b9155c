"""Who can act: people, bodies, states and names can; rockets, days and bullets cannot.

Aircraft and warships act for those who fly them. Behind any other thing stands whoever it belongs to: "howitzers of the
army", "les drones ukrainiens", "Ukraine's missiles".
"""

from functools import cache

from bilan.annotate.cues import expand_forms
from bilan.annotate.humans import body_words, human_at
from bilan.annotate.phrases import phrase_at
from bilan.annotate.syntax import Sentence
from bilan.claims.conditions import ARMED, thing_words
from bilan.languages.load import Pack

NOMINAL = frozenset({"NOUN", "PROPN"})
NO_ACTOR = frozenset({"FAC", "DATE", "TIME", "EVENT", "PRODUCT", "LAW", "WORK_OF_ART", "LANGUAGE"})
PLACE_NAMES = frozenset({"GPE", "LOC", "FAC"})
ARMS = frozenset({"weapons", "missiles", "explosives", "thrown"})
SELDOM = frozenset({"life", "remains"})  # kinds of people.csv that are no persons
LONG = 6  # letters of the shortest noun whose ending tells who does something
BESIDE = 3  # words beside a noun among which the adjective of its country stands


@cache
def role_words(pack: Pack, kind: str) -> frozenset[str]:
    """Return the forms of one kind of sides.csv, lower case."""
    endings = pack.toml("clauses")["verbs"]["endings"]
    rows = (row for row in pack.rows("sides") if row["kind"] == kind)
    return frozenset(form for row in rows for form in expand_forms(row["words"], row["forms"], endings))


@cache
def country_words(pack: Pack) -> frozenset[str]:
    """Return the adjectives and names of peoples of demonyms.csv, lower case."""
    return frozenset(
        (row["base"] + ending).lower() for row in pack.rows("demonyms") for ending in row["endings"].split("|")
    )


def can_act(sentence: Sentence, head: int, pack: Pack) -> bool:
    """Tell whether the word at `head` names somebody, a body, a state (also as an adjective), or what they fly."""
    token, low = sentence.tokens[head], sentence.low[head]
    if token.pos not in NOMINAL:
        return token.pos == "ADJ" and low in country_words(pack)
    if head in sentence.times or _is_nobody(sentence, head) or is_arms(low, pack):
        return False
    human = human_at(sentence, phrase_at(sentence, head), pack)
    if human is not None:
        return human.kind not in SELDOM
    if low in body_words(pack) or low in role_words(pack, "acting") or low in country_words(pack):
        return True
    agentive = tuple(sentence.grammar.phrases["agentive"])
    if agentive and len(low) >= LONG and low.endswith(agentive):
        return True  # "Maoists", "headman"
    if head in sentence.places:
        return token.text[:1].isupper()  # a state, or the government in its capital
    name = sentence.names.get(head)
    return token.pos == "PROPN" and (name is None or name.label not in NO_ACTOR)


def is_unknown_name(sentence: Sentence, head: int, pack: Pack) -> bool:
    """Tell a proper noun that may as well be a place: no name the parser knows, nobody the pack knows."""
    if sentence.tokens[head].pos != "PROPN" or sentence.low[head] in body_words(pack):
        return False
    human = human_at(sentence, phrase_at(sentence, head), pack)
    return human is None and head not in sentence.names and sentence.low[head] not in role_words(pack, "acting")


def is_vehicle(sentence: Sentence, head: int, pack: Pack) -> bool:
    """Tell buses, trains and cars, which carry people out for somebody else."""
    return "burnt" in thing_words(pack).get(sentence.low[head], frozenset())


def is_arms(low: str, pack: Pack) -> bool:
    """Tell a weapon, which acts for nobody in particular: "a drone", "four rockets"."""
    return not ARMS.isdisjoint(thing_words(pack).get(low, frozenset()))


def _is_nobody(sentence: Sentence, head: int) -> bool:
    """Tell "personne ne s'est manifesté", "nobody": the bare word, with nothing before it."""
    before = sentence.tokens[head - 1].pos if head > sentence.first else ""
    return sentence.low[head] in sentence.grammar.phrases["nobody"] and before not in {"DET", "NUM", "ADJ"}


def can_suffer(sentence: Sentence, head: int, pack: Pack) -> bool:
    """Tell people and bodies, which can be a target, from things and places."""
    if head in sentence.places or head in sentence.times:
        return False
    name = sentence.names.get(head)
    if name is not None and name.label in PLACE_NAMES and human_at(sentence, phrase_at(sentence, head), pack) is None:
        return False
    return can_act(sentence, head, pack) or sentence.low[head] in role_words(pack, "suffering")


def doer(sentence: Sentence, head: int, pack: Pack) -> int | None:
    """Return the token of whoever acts where the noun at `head` does: itself, or whose it is; None if nobody is."""
    if can_act(sentence, head, pack):
        return head
    return owner(sentence, head, head, pack)


def owner(sentence: Sentence, first: int, last: int, pack: Pack) -> int | None:
    """Return whose the things at tokens `first` … `last` are: possessor, adjective of a country, body behind "of"."""
    possessor = _possessor(sentence, first, pack)
    if possessor is not None:
        return possessor
    adjective = _adjective(sentence, first, last, pack)
    return adjective if adjective is not None else _behind_of(sentence, last, pack)


def _possessor(sentence: Sentence, first: int, pack: Pack) -> int | None:
    """Read "the army's shelling", "Ukraine's heavy artillery": the noun before the possessive mark."""
    marks = sentence.grammar.phrases["possessive"]
    at = first - 1
    while marks and at > sentence.first and first - at <= BESIDE and sentence.tokens[at].pos in {"ADJ", "NOUN", "NUM"}:
        at -= 1
    if at <= sentence.first or sentence.low[at] not in marks:
        return None
    return at - 1 if can_act(sentence, at - 1, pack) else None


def _adjective(sentence: Sentence, first: int, last: int, pack: Pack) -> int | None:
    """Read "Turkish air strikes", "frappes aériennes turques": a country's adjective beside the noun."""
    for i in range(first - 1, first - 1 - BESIDE, -1):
        if i < sentence.first or sentence.tokens[i].pos not in {"ADJ", "NOUN", "PROPN"}:
            break
        if sentence.low[i] in country_words(pack):
            return i
    for i in range(last + 1, min(sentence.last, last + 1 + BESIDE)):
        before_noun = i + 1 < sentence.last and sentence.tokens[i + 1].pos in NOMINAL
        if sentence.tokens[i].pos != "ADJ" or before_noun:
            break
        if sentence.low[i] in country_words(pack):
            return i
    inside = (i for i in range(first, last + 1) if sentence.low[i] in country_words(pack))
    return next(inside, None)


def _behind_of(sentence: Sentence, last: int, pack: Pack) -> int | None:
    """Read "howitzers of the army": a body or armed people behind "of"."""
    of = sentence.grammar.phrases["of"]
    for i in range(last + 1, min(sentence.last, last + BESIDE)):
        if sentence.low[i] in of:
            j = i + 1
            while j < sentence.last and sentence.tokens[j].pos in {"DET", "ADJ", "NUM"}:
                j += 1
            return j if j < sentence.last and acts_for_sure(sentence, j, pack) else None
        if sentence.tokens[i].pos != "ADJ":
            return None
    return None


def is_armed(sentence: Sentence, head: int, pack: Pack) -> bool:
    """Tell soldiers, police, fighters."""
    human = human_at(sentence, phrase_at(sentence, head), pack)
    return human is not None and not ARMED.isdisjoint(human.people)


def acts_for_sure(sentence: Sentence, head: int, pack: Pack) -> bool:
    """Tell who acts even where others would suffer ("frappes de l'aviation"): bodies, armed people, their names."""
    token = sentence.tokens[head]
    if token.pos not in NOMINAL or head in sentence.places or head in sentence.times:
        return False
    human = human_at(sentence, phrase_at(sentence, head), pack)
    body = sentence.low[head] in body_words(pack) or (human is not None and human.kind == "body")
    if body or is_armed(sentence, head, pack):
        return True
    name, before = sentence.names.get(head), sentence.low.get(head - 1, "")
    named = name is not None and name.label not in PLACE_NAMES | NO_ACTOR
    article = before in sentence.grammar.phrases["definite"] | sentence.grammar.phrases["contracted"]
    return token.pos == "PROPN" and (named or (name is None and article))

"""Conditions of trigger words on what stands around them: a conquest needs a place, an evacuation people.

The `needs` of a row of events.csv, blank-separated, each `slot=class`; several classes are joined by "/":

* `patient` is what is done to something: the object of an active verb, the subject of a passive one ("seize rifles");
* `target` is the patient, or whom a preposition of direction names ("fire on protesters", "attack on a patrol");
* `agent` is who does it: the subject of an active verb, the phrase behind "by";
* `of` is what "of" names right behind a noun ("collapse of a bridge"); `none`: nothing is named so;
* `with` is anything in the sentence ("clashes" of police with protesters);
* `after` is a particle shortly behind ("emmené hors de", "moved the villagers out").

Classes are `place`, `people` (any noun for humans), `armed` (soldiers, police, fighters and what is theirs) and the
classes of the pack's things.csv ("weapons", "explosives", "base", …).
"""

from collections.abc import Iterator, Mapping
from functools import cache

from bilan.annotate.arguments import agents, objects, subjects
from bilan.annotate.humans import human_at, human_words
from bilan.annotate.phrases import Phrase, phrase_at
from bilan.annotate.syntax import Sentence
from bilan.annotate.triggers import Trigger
from bilan.annotate.verbs import read_verb
from bilan.languages.load import Pack

AFTER = 8  # tokens behind a verb within which its particle or far object stands: "emmené hors de X les familles"
BESIDE = 4  # tokens behind a noun within which its place stands: "prise de la ville de"
DIRECTED = 10  # tokens behind a trigger within which a preposition names its target
CHAIN = 8  # tokens behind a head that may belong to it: "a cache of heavy weapons and ammunition"
VERBAL = frozenset({"VERB", "AUX"})
NOMINAL = frozenset({"NOUN", "PROPN"})
PLACE_NAMES = frozenset({"GPE", "LOC", "FAC"})
ARMED = frozenset({"combatant", "police", "security-forces", "attacker"})


@cache
def thing_words(pack: Pack) -> Mapping[str, frozenset[str]]:
    """Compile things.csv: noun → the classes it is of."""
    found: dict[str, frozenset[str]] = {}
    for row in pack.rows("things"):
        found[row["lemma"]] = found.get(row["lemma"], frozenset()) | {row["class"]}
    return found


def is_met(sentence: Sentence, trigger: Trigger, pack: Pack) -> bool:
    """Tell whether every condition of a trigger holds."""
    return all(_holds(sentence, trigger, condition, pack) for condition in trigger.needs.split())


def _holds(sentence: Sentence, trigger: Trigger, condition: str, pack: Pack) -> bool:
    slot, _, value = condition.partition("=")
    if slot == "after":
        return any(sentence.low[i] == value for i in _behind(sentence, trigger, AFTER))
    if slot == "with":
        return any(thing_words(pack).get(low, frozenset()) & {value} for low in sentence.low.values())
    if slot == "of":
        return _of(sentence, trigger, value.split("/"), pack)
    if slot == "patient" and value == "place":
        return _in_place(sentence, trigger)
    return any(_is_of(sentence, phrase, value.split("/"), pack) for phrase in _in_slot(sentence, trigger, slot))


def _of(sentence: Sentence, trigger: Trigger, classes: list[str], pack: Pack) -> bool:
    """Tell whether what "of" names is of one of the classes; a compound's first part counts: "ceasefire collapse"."""
    of, at = sentence.grammar.phrases["of"], trigger.end_token
    if at >= sentence.last or sentence.low[at] not in of:
        before = trigger.start_token - 1
        compound = before >= sentence.first and _is_of_word(sentence, before, classes, pack)
        return "none" in classes or compound
    named = range(at + 1, min(sentence.last, at + 1 + BESIDE))
    noun = next((i for i in named if sentence.tokens[i].pos in NOMINAL), None)
    return noun is not None and any(_is_of_word(sentence, i, classes, pack) for i in range(at + 1, noun + 2))


def _is_of_word(sentence: Sentence, i: int, classes: list[str], pack: Pack) -> bool:
    if i >= sentence.last:
        return False
    if "place" in classes and (i in sentence.places or i in sentence.times):
        return True
    if "people" in classes and sentence.low[i] in human_words(pack):
        return True
    return bool(thing_words(pack).get(sentence.low[i], frozenset()).intersection(classes))


def _in_slot(sentence: Sentence, trigger: Trigger, slot: str) -> Iterator[Phrase]:
    if slot == "agent":
        yield from _agents(sentence, trigger)
        return
    if slot == "patient" or _verb(sentence, trigger) is not None:  # "the raid of the army" says who raids
        yield from _patients(sentence, trigger)
    if slot == "target":
        yield from _directed(sentence, trigger)


def _is_of(sentence: Sentence, phrase: Phrase, classes: list[str], pack: Pack) -> bool:
    """Tell whether a phrase, or what its "of" names, is of one of the classes: "a stash of rifles"."""
    human = human_at(sentence, phrase, pack)
    if "place" in classes and phrase.head in sentence.places:
        return True
    if "people" in classes and human is not None:
        return True
    if "armed" in classes and human is not None and human.kind == "person":
        return bool(ARMED.intersection(human.people))  # "a soldier's widow" is no soldier
    things, humans = thing_words(pack), human_words(pack)
    for i in (*_own(sentence, phrase), *_complement(sentence, phrase.last)):
        words = {sentence.low[i], sentence.tokens[i].lemma.lower()}
        if any(things.get(word, frozenset()).intersection(classes) for word in words):
            return True
        if "armed" in classes and any(word in humans and ARMED.intersection(humans[word].people) for word in words):
            return True
    return False


def _own(sentence: Sentence, phrase: Phrase) -> range:
    """Return the phrase's own tokens; a name the parser stretched over a verb ends there."""
    first = phrase.head
    while first > phrase.first and sentence.tokens[first - 1].pos not in VERBAL:
        first -= 1
    return range(first, phrase.last + 1)


def _complement(sentence: Sentence, last: int) -> Iterator[int]:
    """Yield the nouns and adjectives that "of" ties to what ends at `last`."""
    of, tied = sentence.grammar.phrases["of"], False
    for i in range(last + 1, min(sentence.last, last + 1 + CHAIN)):
        token = sentence.tokens[i]
        tied = tied or sentence.low[i] in of
        if token.pos in VERBAL or token.pos == "PUNCT" or (token.pos == "ADP" and sentence.low[i] not in of):
            return
        if (tied and token.pos in NOMINAL) or token.pos == "ADJ" or (i == last + 1 and token.pos in NOMINAL):
            yield i


def _behind(sentence: Sentence, trigger: Trigger, reach: int) -> range:
    return range(trigger.end_token, min(sentence.last, trigger.end_token + reach))


def _in_place(sentence: Sentence, trigger: Trigger) -> bool:
    own = sentence.tokens[trigger.start_token]
    if own.pos == "ADJ":
        return _is_place(sentence, own.head)  # "les villes perdues", no "ballons perdus de Saran"
    if _verb(sentence, trigger) is None:
        return any(i in sentence.places for i in _behind(sentence, trigger, BESIDE))
    found = _patients(sentence, trigger)
    return any(_is_place(sentence, i) for phrase in found for i in _held(sentence, phrase))


def _is_place(sentence: Sentence, i: int) -> bool:
    name = sentence.names.get(i)
    return i in sentence.places or (name is not None and name.label in PLACE_NAMES)


def _held(sentence: Sentence, phrase: Phrase) -> Iterator[int]:
    """Yield a phrase's tokens and those "of" or "in" tie to it: "the town of", no "a path over"."""
    near = sentence.grammar.phrases["of"] | sentence.grammar.phrases["inside"]
    for i in range(phrase.first, min(sentence.last, phrase.last + 4)):
        token = sentence.tokens[i]
        ends = token.pos in VERBAL or (token.pos == "ADJ" and token.text.endswith(sentence.grammar.participle))
        if i > phrase.last and (ends or (token.pos == "ADP" and sentence.low[i] not in near)):
            return  # "15 ballons perdus de Saran" are of no place
        yield i


def _verb(sentence: Sentence, trigger: Trigger) -> int | None:
    return next((i for i in range(trigger.start_token, trigger.end_token) if sentence.tokens[i].pos in VERBAL), None)


def _agents(sentence: Sentence, trigger: Trigger) -> list[Phrase]:
    head = _verb(sentence, trigger)
    if head is None:
        return []
    verb = read_verb(sentence, head)
    found = agents(sentence, head) if verb.voice == "passive" else subjects(sentence, head, verb, agent=True)
    return [phrase for phrase, _ in found]


def _patients(sentence: Sentence, trigger: Trigger) -> list[Phrase]:
    """Return what the trigger's verb is done to; of "faire sortir les habitants" what stands behind the last verb."""
    head = _verb(sentence, trigger)
    if head is None:
        return _of_noun(sentence, trigger)
    verb = read_verb(sentence, head)
    if verb.voice == "passive":
        return [phrase for phrase, _ in subjects(sentence, head, verb)]
    last = trigger.end_token - 1
    own = objects(sentence, head, verb.first) or objects(sentence, last, last)
    nouns = [phrase_at(sentence, i) for i in _behind(sentence, trigger, AFTER) if sentence.tokens[i].pos == "NOUN"]
    far = [phrase for phrase in nouns if sentence.tokens[phrase.first - 1].pos not in {"ADP", "VERB"}]
    return [*(phrase for phrase, _ in own), *far]


def _of_noun(sentence: Sentence, trigger: Trigger) -> list[Phrase]:
    """Return whom "of" names right behind a noun: "the seizure of rifles", "l'assassinat de deux policiers"."""
    at = trigger.end_token
    if at >= sentence.last or sentence.low[at] not in sentence.grammar.phrases["of"]:
        return []
    noun = next((i for i in range(at + 1, min(sentence.last, at + BESIDE)) if sentence.tokens[i].pos in NOMINAL), None)
    return [phrase_at(sentence, noun)] if noun is not None else []


def _directed(sentence: Sentence, trigger: Trigger) -> Iterator[Phrase]:
    """Yield the phrase behind the first preposition of direction: "attack on a patrol", "tiré sur la foule"."""
    against = sentence.grammar.phrases["against"]
    for i in _behind(sentence, trigger, DIRECTED):
        if sentence.low[i] in against:
            noun = next((j for j in range(i + 1, min(sentence.last, i + 6)) if sentence.tokens[j].pos in NOMINAL), None)
            if noun is not None and noun not in sentence.times:
                yield from _joined(sentence, noun)
            return
        if sentence.tokens[i].pos == "VERB" or sentence.tokens[i].text in {";", "."}:
            return


def _joined(sentence: Sentence, noun: int) -> Iterator[Phrase]:
    """Yield the phrase and the noun it leads up to: "on a military patrol" heads "patrol"."""
    last = noun
    while last + 1 < sentence.last and sentence.tokens[last + 1].pos in NOMINAL:
        last += 1
    yield phrase_at(sentence, last)
    if last != noun:
        yield phrase_at(sentence, noun)

"""Conditions of trigger words on what stands around them: a conquest needs a place, an evacuation people.

The `needs` of a row of events.csv, blank-separated: `patient=place`, `patient=people` (what is done it to),
`after=<word>` (a particle shortly behind: "emmené hors de", "moved the villagers out").
"""

from bilan.annotate.arguments import objects, subjects
from bilan.annotate.humans import human_at
from bilan.annotate.phrases import Phrase, phrase_at
from bilan.annotate.syntax import Sentence
from bilan.annotate.triggers import Trigger
from bilan.annotate.verbs import read_verb
from bilan.languages.load import Pack

AFTER = 8  # tokens behind a verb within which its particle or far object stands: "emmené hors de X les familles"
BESIDE = 4  # tokens behind a noun within which its place stands: "prise de la ville de"
VERBAL = frozenset({"VERB", "AUX"})


def is_met(sentence: Sentence, trigger: Trigger, pack: Pack) -> bool:
    """Tell whether every condition of a trigger holds."""
    for condition in trigger.needs.split():
        slot, _, value = condition.partition("=")
        if slot == "after":
            met = any(sentence.low[i] == value for i in _behind(sentence, trigger, AFTER))
        elif value == "people":
            met = any(human_at(sentence, phrase, pack) is not None for phrase in _patients(sentence, trigger))
        else:
            met = _in_place(sentence, trigger)
        if not met:
            return False
    return True


def _behind(sentence: Sentence, trigger: Trigger, reach: int) -> range:
    return range(trigger.end_token, min(sentence.last, trigger.end_token + reach))


def _in_place(sentence: Sentence, trigger: Trigger) -> bool:
    if _verb(sentence, trigger) is None:
        return any(i in sentence.places for i in _behind(sentence, trigger, BESIDE))
    found = _patients(sentence, trigger)
    return any(i in sentence.places for phrase in found for i in range(phrase.first, phrase.last + 4))


def _verb(sentence: Sentence, trigger: Trigger) -> int | None:
    return next((i for i in range(trigger.start_token, trigger.end_token) if sentence.tokens[i].pos in VERBAL), None)


def _patients(sentence: Sentence, trigger: Trigger) -> list[Phrase]:
    """Return what the trigger's verb is done to; of "faire sortir les habitants" what stands behind the last verb."""
    head = _verb(sentence, trigger)
    if head is None:
        return []
    verb = read_verb(sentence, head)
    if verb.voice == "passive":
        return [phrase for phrase, _ in subjects(sentence, head, verb)]
    last = trigger.end_token - 1
    own = objects(sentence, head, verb.first) or objects(sentence, last, last)
    nouns = [phrase_at(sentence, i) for i in _behind(sentence, trigger, AFTER) if sentence.tokens[i].pos == "NOUN"]
    far = [phrase for phrase in nouns if sentence.tokens[phrase.first - 1].pos != "ADP"]
    return [*(phrase for phrase, _ in own), *far]

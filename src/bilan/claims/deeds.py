"""Deeds that nobody does: things, moods and beasts "attack", "invade" and "arrest" only in a manner of speaking.

A verb of violence whose subject (of a passive: agent) is a noun for nothing that can act, that no event and no weapon
stands behind, tells of no event: "the storm invaded the quay", "arrêté par le prix".
"""

from collections.abc import Iterable

from bilan.annotate.arguments import agents
from bilan.annotate.outcomes import outcome_words
from bilan.annotate.syntax import Sentence
from bilan.annotate.triggers import Trigger
from bilan.annotate.verbs import read_verb
from bilan.claims.acting import doer
from bilan.claims.conditions import thing_words
from bilan.claims.doers import subjects_of
from bilan.languages.load import Pack


def nobody_does(sentence: Sentence, trigger: Trigger, others: Iterable[Trigger], pack: Pack) -> bool:
    """Tell whether the verb of a trigger is done by what can do nothing.

    Args:
        sentence: Its sentence.
        trigger: The trigger.
        others: All triggers of the sentence: the words of one event may do another's deed ("the raid killed").
        pack: The language's word tables.
    """
    verb = next((i for i in range(trigger.start_token, trigger.end_token) if sentence.tokens[i].pos == "VERB"), None)
    if verb is None:
        return False
    read = read_verb(sentence, verb)
    passive = read.voice == "passive" and not read.reflexive
    heads = [phrase.head for phrase, _ in agents(sentence, verb)] if passive else subjects_of(sentence, verb)
    if not heads or sentence.tokens[heads[0]].pos != "NOUN":
        return False
    head = heads[0]
    low, lemma = sentence.low[head], sentence.tokens[head].lemma.lower()
    if head in sentence.number_at or head in sentence.places or doer(sentence, head, pack) is not None:
        return False
    if low in thing_words(pack) or lemma in thing_words(pack) or low in outcome_words(pack):
        return False
    return not any(other.start_token <= head < other.end_token for other in others)

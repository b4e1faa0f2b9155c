"""Grounds: what says that words of violence tell of something a reader could look up.

A place, a day, a name, anybody armed, people counted; told in the past, any people, arms, a town. "Nobles could be
beheaded" and "the two chains fired the first shots" have none. Where neither a sentence nor its neighbours have one,
events are dropped (`drop_groundless`) and tolls that count nobody must be told in the past (`unreal`). News says where
and when in its lead and goes on without: events in several sentences, or of several kinds, vouch for each other, and so
does one toll of harm.
"""

from collections.abc import Iterable, Sequence

from bilan.annotate.annotation import Annotation
from bilan.annotate.humans import human_at
from bilan.annotate.phrases import Phrase, phrase_at
from bilan.annotate.syntax import Sentence
from bilan.annotate.verbs import auxiliaries
from bilan.claims.conditions import ARMED, thing_words
from bilan.claims.draft import Draft
from bilan.claims.frames import PAST, governing_verb, has_name, tense_of
from bilan.claims.topics import HARM
from bilan.languages.load import Pack

NOMINAL = frozenset({"NOUN", "PROPN"})
NEAR = 1  # sentences before and behind a claim in which its ground may stand
ARMS = frozenset({"weapons", "explosives", "missiles", "troops", "armed", "base", "thrown"})  # classes of things.csv
SEVERAL = 3  # kinds of events that vouch for each other


def drop_groundless(annotation: Annotation, events: Sequence[Draft], told: Sequence[Draft]) -> list[Draft]:
    """Return the events of a report if anything grounds one of them, else none.

    Args:
        annotation: The annotated report.
        events: Its event drafts.
        told: Its other drafts.
    """
    harmed = any(draft.kind == "toll" and draft.outcome in HARM for draft in told)
    many = len({draft.event for draft in events}) >= SEVERAL or len({draft.sentence for draft in events}) > 1
    if harmed or many or has_ground(annotation, {draft.sentence for draft in events}):
        return list(events)
    told_of = any(_is_told(annotation.sentences[draft.sentence], draft, annotation.pack) for draft in events)
    return list(events) if told_of else []


def has_ground(annotation: Annotation, numbers: Iterable[int], *, people: bool = True) -> bool:
    """Tell whether any of these sentences, or one beside them, names a place, a day or anybody.

    `people`: the armed and people counted ground it too.
    """
    near = {number + step for number in numbers for step in range(-NEAR, NEAR + 1)}
    known = [number for number in near if 0 <= number < len(annotation.sentences)]
    spans = [annotation.sentences[number].span for number in known]
    if any(span.start <= mention.span.start < span.end for mention in annotation.places for span in spans):
        return True
    sentences = [annotation.sentences[number] for number in known]
    if any(sentence.days or has_name(sentence) for sentence in sentences):
        return True
    return people and any(_has_people(sentence, annotation.pack) for sentence in sentences)


def _is_told(sentence: Sentence, event: Draft, pack: Pack) -> bool:
    """Tell an event told in the past with people, arms or a place beside it: "bandits attacked the villagers"."""
    verb, grammar = governing_verb(sentence, event.at), sentence.grammar
    if verb is None:
        return False
    perfect = bool(grammar.verbs["past_perfect_with_be"]) and bool(auxiliaries(sentence, verb))  # "est tombé"
    if tense_of(sentence, verb) != PAST and not perfect:
        return False
    things, towns = thing_words(pack), grammar.phrases["generic_places"]
    for i in range(sentence.first, sentence.last):
        if sentence.tokens[i].pos not in NOMINAL:
            continue
        inside = sentence.low.get(phrase_at(sentence, i).first - 1) in grammar.phrases["inside"]
        if inside and i not in sentence.times:
            return True
        words = {sentence.low[i], sentence.tokens[i].lemma.lower()}
        if words & towns or any(ARMS.intersection(things.get(word, ())) for word in words):
            return True
        if human_at(sentence, phrase_at(sentence, i), pack) is not None:
            return True
    return False


def _has_people(sentence: Sentence, pack: Pack) -> bool:
    nouns = (i for i in range(sentence.first, sentence.last) if sentence.tokens[i].pos in NOMINAL)
    return any(_is_armed_or_counted(sentence, phrase_at(sentence, i), pack) for i in nouns)


def _is_armed_or_counted(sentence: Sentence, phrase: Phrase, pack: Pack) -> bool:
    human = human_at(sentence, phrase, pack)
    if human is None:
        return False
    counted = phrase.number is not None and not phrase.number.one
    return counted or bool(ARMED.intersection(human.people))

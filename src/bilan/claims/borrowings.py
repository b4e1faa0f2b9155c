"""Words of war and harm that mean something else: play, things "killed", weapons merely named, titles.

The words are data, event_topics.csv: `living` (what they befall must live: nobody "strangles" a budget), `weapon`
(nouns for arms, which tell of an event only beside a word of their `use`), `play`, the words of sport, and `unarmed`
(germs, insects, weather, hackers, funds, critics: whatever they "attack" comes to no violence).
"""

from functools import cache

from bilan.annotate.arguments import agents, objects, subjects
from bilan.annotate.humans import body_words, human_at, human_words, is_person_name
from bilan.annotate.outcomes import outcome_words
from bilan.annotate.phrases import Phrase
from bilan.annotate.syntax import Sentence
from bilan.annotate.trigger_table import fold_word
from bilan.annotate.triggers import Trigger
from bilan.annotate.verbs import read_verb
from bilan.claims.conditions import ARMED, thing_words
from bilan.claims.draft import Draft
from bilan.claims.topics import borrowed, borrows_words, is_sport_sentence, plays, tells_of_networks, topic_words
from bilan.languages.load import Pack

VERBAL = frozenset({"VERB", "AUX"})
QUOTES = frozenset({"«", "»", '"', "“", "”", "'", "‘", "’"})
FEW = 3  # hurt players up to this many are a team's casualties, more are an accident's
ARMS = frozenset({"weapons", "explosives", "missiles", "troops", "armed", "base"})
HURT = frozenset({"injured", "missing", "killed"})


def is_figure(sentence: Sentence, trigger: Trigger, pack: Pack, *, harmed: bool) -> bool:
    """Tell a trigger that tells of no violence.

    Args:
        sentence: Its sentence.
        trigger: The trigger.
        pack: The language pack.
        harmed: Whether a toll stands in the sentence: where people are harmed, words of violence mean violence.
    """
    if _is_title(sentence, trigger) or _of_animals(sentence, trigger):
        return True
    if not harmed and _named(sentence, trigger, borrowed(pack)) and borrows_words(sentence, pack):
        return True
    if _done_by_things(sentence, trigger, pack):
        return True
    if not harmed and _by_unarmed(sentence, trigger, pack):
        return True
    if not harmed and _is_weapon(sentence, trigger, pack) and not _is_used(sentence, pack):
        return True
    return _befalls_things(sentence, trigger, pack)


def is_played(sentence: Sentence, draft: Draft, pack: Pack) -> bool:
    """Tell a toll of a match: the keeper "shot" by a striker, two hurt players, 19 matches lost."""
    clause, phrase, count = draft.clause, draft.phrase, draft.count
    if clause is None or phrase is None:
        return False
    if clause.word.lemma in topic_words(pack, "doers") and _by_things(sentence, clause.predicate, pack):
        return True
    if draft.outcome == "abducted" and tells_of_networks(sentence, pack):
        return True
    if draft.outcome not in HURT:
        return False
    if clause.word.lemma in topic_words(pack, "lost") and phrase.form in {"number", "pronoun"}:
        return True  # "losses of 12 million", "19 losses": money or matches
    if clause.word.lemma in borrowed(pack) and is_sport_sentence(sentence, pack):
        return True
    few = draft.share is None and count is not None and count.low is not None and count.low <= FEW
    return draft.outcome == "injured" and few and plays(sentence, phrase.head, pack)


def _done_by_things(sentence: Sentence, trigger: Trigger, pack: Pack) -> bool:
    """Tell what only people do, said of things: "taken hostage by their forecasts"."""
    verb = _verb_of(sentence, trigger)
    return (
        verb is not None and _named(sentence, trigger, topic_words(pack, "doers")) and _by_things(sentence, verb, pack)
    )


def _by_things(sentence: Sentence, verb: int, pack: Pack) -> bool:
    """Tell a passive verb whose doer is a common noun for neither people, arms nor bodies."""
    if read_verb(sentence, verb).voice != "passive":
        return False
    return any(_is_lifeless(sentence, phrase, pack) for phrase, _ in agents(sentence, verb)[:1])


def _is_lifeless(sentence: Sentence, phrase: Phrase, pack: Pack) -> bool:
    if not _is_thing(sentence, phrase, pack) or sentence.tokens[phrase.head].text[:1].isupper():
        return False
    words = {sentence.low[phrase.head], sentence.tokens[phrase.head].lemma.lower()}
    armed = any(thing_words(pack).get(word) for word in words)
    return not armed and words.isdisjoint(body_words(pack))


def _is_title(sentence: Sentence, trigger: Trigger) -> bool:
    """Tell a lone word with a capital between quotation marks: a record, a book, a show."""
    first, last = trigger.start_token, trigger.end_token - 1
    inside = sentence.first < first and last + 1 < sentence.last
    quoted = inside and sentence.tokens[first - 1].text in QUOTES and sentence.tokens[last + 1].text in QUOTES
    return quoted and sentence.tokens[first].text[:1].isupper()


def _verb_of(sentence: Sentence, trigger: Trigger) -> int | None:
    return next((i for i in range(trigger.start_token, trigger.end_token) if sentence.tokens[i].pos in VERBAL), None)


def _patients(sentence: Sentence, trigger: Trigger) -> list[Phrase]:
    verb = _verb_of(sentence, trigger)
    if verb is None:
        return []
    read = read_verb(sentence, verb)
    found = subjects(sentence, verb, read) if read.voice == "passive" else objects(sentence, verb, read.first)
    return [phrase for phrase, _ in found[:1]]


def _befalls_things(sentence: Sentence, trigger: Trigger, pack: Pack) -> bool:
    verb = _verb_of(sentence, trigger)
    if verb is None:
        return False
    if not _named(sentence, trigger, topic_words(pack, "living")):
        return False
    return any(_is_thing(sentence, phrase, pack) for phrase in _patients(sentence, trigger))


def _named(sentence: Sentence, trigger: Trigger, words: frozenset[str]) -> bool:
    verb = _verb_of(sentence, trigger)
    return trigger.lemma in words or (verb is not None and sentence.tokens[verb].lemma.lower() in words)


def _is_thing(sentence: Sentence, phrase: Phrase, pack: Pack) -> bool:
    head = phrase.head
    if phrase.form in {"pronoun", "number"} or head in sentence.names or is_person_name(sentence, phrase):
        return False
    if head in sentence.places or head in sentence.times or sentence.low[head] in outcome_words(pack):
        return False  # "the victims", "two wounded"
    return sentence.tokens[head].pos == "NOUN" and human_at(sentence, phrase, pack) is None


def _of_animals(sentence: Sentence, trigger: Trigger) -> bool:
    """Tell what animals do or suffer: "hunters shot 40 boars", "a wolf attacked a flock"."""
    beasts, verb = sentence.grammar.phrases["beasts"], _verb_of(sentence, trigger)
    if verb is None:
        return any(sentence.low[i] in beasts for i in _complement(sentence, trigger))
    doers = [phrase for phrase, _ in subjects(sentence, verb, read_verb(sentence, verb), agent=True)]
    opener = next((i for i in range(sentence.first, verb) if sentence.tokens[i].pos == "NOUN"), None)
    if opener is not None and opener - sentence.first <= 1 and sentence.low[opener] in beasts:
        return True  # "sharks off the coast rarely attack", whatever the parser took for the subject
    return any(sentence.low[phrase.head] in beasts for phrase in (*doers[:1], *_patients(sentence, trigger)))


def _by_unarmed(sentence: Sentence, trigger: Trigger, pack: Pack) -> bool:
    """Tell what nobody does by force: "the virus attacks the liver", "a raid by a fund".

    Politicians attack with words, unless a place or armed people stand by.
    """
    unarmed, verb = topic_words(pack, "unarmed"), _verb_of(sentence, trigger)
    if verb is None:
        by = sentence.low.get(trigger.end_token) in sentence.grammar.phrases["by"]
        return by and any(sentence.low[i] in unarmed for i in _complement(sentence, trigger))
    end = trigger.end_token
    if sentence.low.get(end) in sentence.grammar.phrases["of"] and sentence.tokens[end - 1].pos == "NOUN":
        return sentence.low.get(end + 1, "") in unarmed  # "tombés dans une embuscade de journalistes"
    read = read_verb(sentence, verb)
    found = agents(sentence, verb) if read.voice == "passive" else subjects(sentence, verb, read, agent=True)
    if any(not unarmed.isdisjoint(_names_of(sentence, phrase)) for phrase, _ in found[:1]):
        return True
    political = any(_is_politician(sentence, phrase, pack) for phrase, _ in found[:1])
    return (
        political and _named(sentence, trigger, borrowed(pack)) and not sentence.places and not _armed(sentence, pack)
    )


def _names_of(sentence: Sentence, phrase: Phrase) -> set[str]:
    """Return the head's word, its lemma and the pairs it stands in: "blood cells", "pirates informatiques"."""
    head = phrase.head
    before = f"{sentence.low.get(head - 1, '')} {sentence.low[head]}"
    behind = f"{sentence.low[head]} {sentence.low.get(head + 1, '')}"
    return {sentence.low[head], sentence.tokens[head].lemma.lower(), before, behind}


def _is_politician(sentence: Sentence, phrase: Phrase, pack: Pack) -> bool:
    human = human_at(sentence, phrase, pack)
    return human is not None and human.kind == "person" and "politician" in human.people


def _armed(sentence: Sentence, pack: Pack) -> bool:
    """Tell whether anybody armed, or arms, stand in the sentence."""
    humans, things = human_words(pack), thing_words(pack)
    return any(
        (low in humans and not ARMED.isdisjoint(humans[low].people)) or things.get(low, frozenset()) & ARMS
        for low in sentence.low.values()
    )


def _complement(sentence: Sentence, trigger: Trigger) -> range:
    """Return the tokens behind a noun in which "by pet cats", "de requins" stands."""
    at = trigger.end_token
    small = at < sentence.last and sentence.tokens[at].pos == "ADP"
    return range(at, min(sentence.last, at + 4)) if small else range(0)


def _is_weapon(sentence: Sentence, trigger: Trigger, pack: Pack) -> bool:
    words = range(trigger.start_token, trigger.end_token)
    return trigger.lemma in topic_words(pack, "weapon") and all(sentence.tokens[i].pos not in VERBAL for i in words)


def _is_used(sentence: Sentence, pack: Pack) -> bool:
    used = _uses(pack)
    tokens = sentence.tokens[sentence.first : sentence.last]
    return any(fold_word(token.text) in used or fold_word(token.lemma) in used for token in tokens)


@cache
def _uses(pack: Pack) -> frozenset[str]:
    return frozenset(fold_word(word) for word in topic_words(pack, "use"))

"""Frames: what stands around a predicate so that it tells of nothing that happened.

A story ("in the novel …"), a staged scene, a hypothesis ("if …"), a law, a habit, an order. Cues are data, cues.csv:

* `fiction`: a word for a story. It frames what follows as a subject or behind "in"; behind another preposition ("at a
  screening of the film") only what is told in the present. value `present`: only that in any case, and what it shows;
  `any`: behind every preposition; `all`: anywhere in the stretch, in any tense ("dragon").
* `staged`: "mock", "simulated": what stands in the same stretch is no more real. value `before`: only what follows.
* `hypothetical`: opens a condition. value `sure`: alone ("in case of"); `would`: with a conditional of its own ("such a
  quake would"); `first`: the same, as the first word of its sentence.
* `rule`: laws and treaties as subjects. `generic`: whoever does it, by this or that law; value `first`: only as the
  first words ("requirements: …"); `either`: behind it too ("kidnapping is a crime"). `any`: "every", "any".
* `habit`: "often", "rarely", with the present tense. `duty`: "must". `able`: "can", where nobody is named; value
  `anyone`: only of anyone ("an officer may shoot").

Only the claim's own stretch counts, never the whole sentence.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bilan.annotate.cues import Cue
from bilan.annotate.syntax import Sentence
from bilan.annotate.verbs import auxiliaries
from bilan.claims.refusals import FICTION, GENERIC, HYPOTHETICAL

BORDERS = frozenset({";", ":", "(", ")"})
ASIDE = 6  # tokens between a preposition and the noun it introduces: "in her latest and best thriller"
CLIMB = 4  # heads followed from a noun to the verb it hangs on
VERBAL = frozenset({"VERB", "AUX"})
NAMED = frozenset({"PERSON", "PER", "ORG", "GPE", "LOC", "FAC", "NORP"})
STEPPED = frozenset({"DET", "ADJ", "NUM", "ADV", "PROPN", "NOUN"})
NEAR = 3  # tokens from "penalties for" to the deed
DUTY_REACH = 4  # tokens between "must" and what must be done
PAST, PRESENT, NO_TENSE = "past", "present", ""


class Spot(NamedTuple):
    """Where a claim hangs: `at` its word, `verb` the verb that tells it (None for a heading), `tense` of that verb.

    `counted`: it gives a number of two or more; such a number is rarely meant in general.
    """

    at: int
    verb: int | None
    tense: str
    counted: bool = False


def spot_of(sentence: Sentence, at: int, *, counted: bool = False) -> Spot:
    """Describe where a claim on token `at` hangs."""
    verb = governing_verb(sentence, at)
    return Spot(at, verb, tense_of(sentence, verb) if verb is not None else NO_TENSE, counted)


def frame_around(sentence: Sentence, cues: Sequence[Cue], spot: Spot) -> str:
    """Return why what hangs at a spot did not happen, "" when nothing says so."""
    near = [cue for cue in cues if not _border_between(sentence, cue.first, spot.at)]
    if _in_story(sentence, near, spot) or _is_staged(near, spot):
        return FICTION
    if _is_supposed(sentence, near, spot):
        return HYPOTHETICAL
    if _is_ruled(sentence, near, spot) or _is_general(sentence, near, spot) or _is_order(sentence, near, spot):
        return GENERIC
    return ""


def governing_verb(sentence: Sentence, at: int) -> int | None:
    """Return the verb that tells what hangs at a token: itself, or the first verb among its heads."""
    node, found = at, None
    for _ in range(CLIMB):
        if sentence.tokens[node].pos in VERBAL or auxiliaries(sentence, node):
            found = found if found is not None else node
            if not _describes(sentence, node):
                return node
        head = sentence.tokens[node].head
        if head == node or not sentence.first <= head < sentence.last:
            return found
        node = head
    return found


def _describes(sentence: Sentence, i: int) -> bool:
    """Tell a participle that only describes a noun: "a wounded soldier", "un soldat blessé"."""
    token = sentence.tokens[i]
    return token.dep in {"amod", "acl"} and not auxiliaries(sentence, i) and tense_of(sentence, i) == NO_TENSE


def tense_of(sentence: Sentence, verb: int) -> str:
    """Return past or present of a finite verb or a verb group, "" of a bare participle or infinitive."""
    token = sentence.tokens[verb]
    group, reflexive = [sentence.low[i] for i in auxiliaries(sentence, verb)], sentence.grammar.verbs["reflexive"]
    if any(low in sentence.grammar.verbs["past"] for low in group):
        return PAST
    if group:
        return PAST if sentence.low.get(min(auxiliaries(sentence, verb)) - 1) in reflexive else PRESENT
    endings = sentence.grammar.verbs["past_endings"]
    if token.tag == "VBD" or any(f"Tense={tense}" in token.feats for tense in ("Past", "Imp")):
        return NO_TENSE if "VerbForm=Part" in token.feats else PAST
    if (
        sentence.low[verb].endswith(tuple(endings))
        and sentence.low[verb] not in sentence.grammar.verbs["present_anyway"]
    ):
        return PAST
    finite = token.tag in {"VBZ", "VBP"} or "Tense=Pres" in token.feats
    return PRESENT if finite and "VerbForm=Part" not in token.feats else NO_TENSE


def is_infinitive(sentence: Sentence, verb: int) -> bool:
    """Tell a bare infinitive: "to kill", "pour tuer", no "avoir tué"; or a bare verb taken for a participle."""
    token = sentence.tokens[verb]
    if auxiliaries(sentence, verb):
        return False
    bare = token.tag == "VBN" and token.lemma.lower() == sentence.low[verb]
    taken = bare and token.dep == "ROOT" and any(True for _ in sentence.in_slot(verb, "subject"))
    return token.tag == "VB" or "VerbForm=Inf" in token.feats or taken


def is_custom(sentence: Sentence, verb: int) -> bool:
    """Tell a passive in the imperfect without a day: "les nobles étaient décapités" tells what was the custom."""
    verbs, group = sentence.grammar.verbs, auxiliaries(sentence, verb)
    if not group or sentence.days or sentence.low.get(group[0] - 1) in verbs["reflexive"]:
        return False
    return len(group) == 1 and sentence.low[group[0]] in verbs["past_perfect_with_be"]


def _border_between(sentence: Sentence, one: int, other: int) -> bool:
    low, high = min(one, other), max(one, other)
    return any(sentence.tokens[i].text in BORDERS for i in range(low + 1, high))


def _of_kind(cues: Sequence[Cue], kind: str) -> Iterator[Cue]:
    return (cue for cue in cues if cue.kind == kind)


def _in_story(sentence: Sentence, cues: Sequence[Cue], spot: Spot) -> bool:
    dated = spot.tense == PAST and spot.counted and bool(sentence.times)  # a story told after life keeps its dates
    for cue in _of_kind(cues, "fiction"):
        if cue.value == "all":
            return True
        framing = cue.value == "any" or _opens(sentence, cue)
        untold = spot.tense != PAST and cue.value != "present" and cue.last < spot.at
        if framing and (spot.tense == PRESENT or untold or _shows(sentence, cue, spot)):
            return True
        if cue.value == "present" or cue.last > spot.at or dated or _after_between(sentence, cue.last, spot.at):
            continue
        if framing:
            return True
    return False


def _shows(sentence: Sentence, cue: Cue, spot: Spot) -> bool:
    """Tell what a story is the subject of, in the present: "the fresco shows a martyr stoned by the crowd"."""
    verb = sentence.tokens[cue.last].head
    subject = sentence.tokens[cue.last].dep in sentence.grammar.slots["subject"]
    if not subject or not cue.last < verb < spot.at or tense_of(sentence, verb) != PRESENT:
        return False
    first, last = sentence.subtree(verb)
    return first <= spot.at <= last


def _opens(sentence: Sentence, cue: Cue) -> bool:
    """Tell a word that frames what follows: a subject, or behind "in"."""
    for i in range(cue.first - 1, max(sentence.first, cue.first - ASIDE) - 1, -1):
        token = sentence.tokens[i]
        if token.pos == "ADP" or sentence.low[i] in sentence.grammar.phrases["of"]:
            return sentence.low[i] in sentence.grammar.phrases["inside"]
        if token.pos not in STEPPED:
            return token.pos not in VERBAL
    return True


def _after_between(sentence: Sentence, one: int, other: int) -> bool:
    return any(sentence.low[i] in sentence.grammar.phrases["after"] for i in range(one + 1, other))


def _is_staged(cues: Sequence[Cue], spot: Spot) -> bool:
    return any(cue.value != "before" or cue.first < spot.at for cue in _of_kind(cues, "staged"))


def _is_supposed(sentence: Sentence, cues: Sequence[Cue], spot: Spot) -> bool:
    conditions = [
        cue
        for cue in _of_kind(cues, "hypothetical")
        if (cue.value != "first" or cue.first == sentence.first)
        and (cue.value or sentence.tokens[cue.first].pos != "ADV")  # "une explosion si forte"
    ]
    for cue in conditions:
        end = _condition_end(sentence, cue)
        if cue.value not in {"first", "would"} and cue.last < spot.at < end:
            open_ended = _supposes(sentence, spot) and _is_conditional(sentence, end, cue.first)
            if cue.value == "sure" or open_ended or (spot.tense == PRESENT and not spot.counted):
                return True
        elif spot.verb is not None and _conditional_verb(sentence, spot.verb):
            return True
    return _of_anyone(sentence, spot) or _counterfactual(sentence, spot) or _follows(sentence, conditions, spot)


def _follows(sentence: Sentence, conditions: Sequence[Cue], spot: Spot) -> bool:
    """Tell what will be if something else is: "if they come near, we will shoot"."""
    if spot.verb is None or spot.counted:
        return False
    group = range(max(sentence.first, min([spot.verb, *auxiliaries(sentence, spot.verb)])), spot.verb + 1)
    future = any(sentence.low[i] in sentence.grammar.verbs["future"] for i in group)
    future = future or "Tense=Fut" in sentence.tokens[spot.verb].feats
    outside = (not cue.last < spot.at < _condition_end(sentence, cue) for cue in conditions if not cue.value)
    return future and any(outside)


def _of_anyone(sentence: Sentence, spot: Spot) -> bool:
    """Tell what "a strike on the plant would" do: an indefinite deed under a plain conditional."""
    if spot.verb is None or auxiliaries(sentence, spot.verb) or not _conditional_verb(sentence, spot.verb):
        return False
    single, subject = sentence.grammar.phrases["single"], next(sentence.in_slot(spot.verb, "subject"), None)
    if spot.at != spot.verb and sentence.low.get(spot.at - 1, "") in single:
        return True
    low = {sentence.low[i] for i in (spot.verb, spot.verb - 1) if i in sentence.low}
    plain = bool(sentence.grammar.verbs["conditional_endings"]) or bool(low & sentence.grammar.verbs["counterfactual"])
    return plain and not spot.counted and subject is not None and _means_any(sentence, subject)


def _means_any(sentence: Sentence, noun: int) -> bool:
    """Tell a noun without a definite article: "a strike", "des vents", "storms"."""
    if sentence.tokens[noun].pos != "NOUN":
        return sentence.low[noun] in sentence.grammar.phrases["relatives"]
    determiners = [i for i in sentence.children(noun) if sentence.tokens[i].pos == "DET"]
    return all(sentence.low[i] not in sentence.grammar.phrases["definite"] for i in determiners)


def _counterfactual(sentence: Sentence, spot: Spot) -> bool:
    """Tell "would have died", where the conditional is no sign of hearsay."""
    if spot.verb is None:
        return False
    verbs, group = sentence.grammar.verbs, auxiliaries(sentence, spot.verb)
    lows = {sentence.low[i] for i in range(max(sentence.first, min([spot.verb, *group]) - 1), spot.verb)}
    return bool(lows & verbs["perfect"]) and bool(lows & verbs["counterfactual"])


def _condition_end(sentence: Sentence, cue: Cue) -> int:
    """Return where a condition ends: at the next comma, or at the end of the sentence."""
    return next((i for i in range(cue.last + 1, sentence.last) if sentence.tokens[i].text == ","), sentence.last)


def _supposes(sentence: Sentence, spot: Spot) -> bool:
    """Tell a condition from a concession: "si l'attaque a fait 12 morts, elle …" speaks of what was."""
    verb = spot.verb
    if verb is None or sentence.tokens[verb].tag:  # English tells by the tense of the main clause
        return True
    return not any(sentence.low[i] in sentence.grammar.verbs["perfect"] for i in auxiliaries(sentence, verb))


def _is_conditional(sentence: Sentence, end: int, start: int) -> bool:
    """Tell whether the main clause says what would, will or may be, or asks."""
    rest = [*range(sentence.first, start), *range(end, sentence.last)]
    return any(_conditional_word(sentence, i) for i in rest) or sentence.tokens[sentence.last - 1].text == "?"


def _conditional_word(sentence: Sentence, i: int) -> bool:
    verbs, low, token = sentence.grammar.verbs, sentence.low[i], sentence.tokens[i]
    if low in verbs["conditional"] or low in verbs["future"]:
        return True
    ending = token.pos in VERBAL and _ends_conditional(sentence, i)
    return "Mood=Cnd" in token.feats or "Tense=Fut" in token.feats or ending


def _ends_conditional(sentence: Sentence, i: int) -> bool:
    """Tell "tuerait" from the imperfect of a verb whose stem ends in r: "tirait", "souffrait"."""
    verbs, low = sentence.grammar.verbs, sentence.low[i]
    ending = next((end for end in verbs["past_endings"] if low.endswith(end)), "")
    imperfect = {low.removesuffix(ending) + end for end in verbs["infinitive_endings"]}
    endings = tuple(verbs["conditional_endings"])
    return bool(endings) and low.endswith(endings) and sentence.tokens[i].lemma.lower() not in imperfect


def _conditional_verb(sentence: Sentence, verb: int) -> bool:
    """Tell whether a verb itself is conditional: "tuerait", "would have killed"."""
    first = min([verb, *auxiliaries(sentence, verb)])
    verbs = sentence.grammar.verbs
    return any(
        sentence.low[i] in verbs["conditional"] or (sentence.tokens[i].pos in VERBAL and _ends_conditional(sentence, i))
        for i in range(max(sentence.first, first - 2), verb + 1)
    )


def _is_ruled(sentence: Sentence, cues: Sequence[Cue], spot: Spot) -> bool:
    """Tell what a law says of whoever does it."""
    generic = (cue for cue in _of_kind(cues, "generic") if cue.value != "first" or cue.first == sentence.first)
    if any(cue.first < spot.at or cue.value == "either" for cue in generic):
        return True
    if spot.counted or spot.tense == PAST:
        return False
    if any(0 < spot.at - cue.last <= NEAR for cue in _of_kind(cues, "rule") if cue.value == "for"):
        return True
    if spot.tense == PRESENT and _who_does_it(sentence, cues, spot):
        return True
    nominal = sentence.tokens[spot.at].pos not in VERBAL or spot.tense != PRESENT
    rules = (cue for cue in _of_kind(cues, "rule") if cue.last < spot.at and not cue.value)
    return nominal and any(
        _opens(sentence, cue) and not _after_between(sentence, cue.last, spot.at) and _verb_between(sentence, cue, spot)
        for cue in rules
    )


def _who_does_it(sentence: Sentence, cues: Sequence[Cue], spot: Spot) -> bool:
    """Tell "under the new law, drivers who kill will lose their licence": a rule, and what it will do."""
    under = any(cue.last < spot.at and not cue.value for cue in _of_kind(cues, "rule"))
    future = (i for i in range(spot.at + 1, sentence.last) if i != spot.verb and _conditional_word(sentence, i))
    return under and any(True for _ in future)


def _verb_between(sentence: Sentence, cue: Cue, spot: Spot) -> bool:
    """Tell whether the law does something itself, in the present: "the act defines …"."""
    verbs = [i for i in range(cue.last + 1, spot.at) if sentence.tokens[i].pos in VERBAL]
    return bool(verbs) and tense_of(sentence, verbs[0]) != PAST


def _is_general(sentence: Sentence, cues: Sequence[Cue], spot: Spot) -> bool:
    """Tell habits: "every war kills", "foreigners are rarely kidnapped", "landmines maim people"."""
    if spot.tense != PRESENT or spot.counted:
        return False
    every = [cue for cue in _of_kind(cues, "any") if cue.last < spot.at and cue.last + 1 not in sentence.times]
    if spot.at != spot.verb:  # "L'attaque est souvent …": a noun with an article of its own
        return any(cue.last == spot.at - 1 for cue in every)
    return bool(every) or any(True for _ in _of_kind(cues, "habit")) or _tells_nobody(sentence, spot)


def _tells_nobody(sentence: Sentence, spot: Spot) -> bool:
    """Tell a whole sentence in the present with a bare plural subject and neither name, place, time nor number."""
    verb = spot.verb
    if verb is None or sentence.tokens[sentence.last - 1].text != "." or sentence.grammar.verbs["conditional_endings"]:
        return False
    numbered = any(i not in sentence.times for i in sentence.number_at)  # "in ten seconds" counts nobody
    if sentence.days or sentence.places or has_name(sentence) or numbered:
        return False
    subject = next(sentence.in_slot(verb, "subject"), None)
    if subject is None or sentence.tokens[subject].pos != "NOUN" or sentence.tokens[subject].tag != "NNS":
        return False
    return not any(sentence.tokens[child].pos in {"DET", "NUM"} for child in sentence.children(subject))


def _is_order(sentence: Sentence, cues: Sequence[Cue], spot: Spot) -> bool:
    """Tell orders and duties: "evacuate the building", "hospitals must not be attacked"."""
    verb = spot.verb
    if verb is None or spot.counted:
        return False
    if verb == spot.at and _is_imperative(sentence, verb):
        return True
    named = sentence.times or sentence.places or has_name(sentence)
    for cue in _of_kind(cues, "able"):
        anyone = cue.value != "anyone" or (spot.tense != PAST and _of_any(sentence, verb))
        if 0 < verb - cue.last <= DUTY_REACH and not named and anyone:
            return True
    for cue in _of_kind(cues, "duty"):
        if not 0 <= verb - cue.last <= DUTY_REACH + 1:
            continue
        between = [sentence.low[i] for i in range(cue.first - 1, verb) if i >= sentence.first]
        forbidden = verb == spot.at > cue.last and not sentence.grammar.verbs["negative"].isdisjoint(between)
        if forbidden or _indefinite_before(sentence, cue):
            return True
    return False


def _of_any(sentence: Sentence, verb: int) -> bool:
    """Tell a subject that means anyone: "an officer", "nobles"."""
    subject = next(sentence.in_slot(verb, "subject"), None)
    if subject is None or sentence.tokens[subject].pos != "NOUN":
        return False
    if any(not sentence.number_at[i].one for i in sentence.children(subject) if i in sentence.number_at):
        return False  # "several hostages may be inside"
    before = [i for i in sentence.children(subject) if sentence.tokens[i].pos == "DET"]
    return all(sentence.low[i] in sentence.grammar.phrases["indefinite"] for i in before)


def has_name(sentence: Sentence) -> bool:
    """Tell whether anybody or anything is named; a first word that only its capital makes a name is none."""
    return any(_is_name(sentence, i) for i in sentence.names)


def _is_name(sentence: Sentence, i: int) -> bool:
    name = sentence.names[i]
    lone = i == sentence.first and sentence.names.get(i + 1) != name
    return name.label in NAMED and not lone and sentence.tokens[i].pos == "PROPN"


def _indefinite_before(sentence: Sentence, cue: Cue) -> bool:
    """Tell a duty towards anyone: "a wounded soldier must be evacuated"."""
    opener = sentence.low[sentence.first]
    return opener in sentence.grammar.phrases["indefinite"] and cue.first - sentence.first <= ASIDE


def _is_imperative(sentence: Sentence, verb: int) -> bool:
    grammar, token, before = sentence.grammar, sentence.tokens[verb], verb - 1
    endings = tuple(grammar.verbs["imperative_endings"])
    if endings:
        addressed = before >= sentence.first and sentence.low[before] in grammar.verbs["addressed"]
        return sentence.low[verb].endswith(endings) and not addressed
    if token.tag != "VB" or auxiliaries(sentence, verb):
        return False
    opening = before < sentence.first or sentence.tokens[before].pos in {"CCONJ", "ADV", "PUNCT"}
    return opening and not any(True for _ in sentence.in_slot(verb, "subject"))

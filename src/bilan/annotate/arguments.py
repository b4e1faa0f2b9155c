"""Find the participants of a predicate: by the parser's labels first, then by named repairs for its known faults.

Repairs (see the ground notes on the French and English models): part-swap ("37 civils, dont 12 enfants, ont été tués":
the parser takes the children for the subject), left-noun (a headline's participle hung on nothing), bare-number
("killing 12"), shared-subject ("were shot and killed"), antecedent (relative pronouns).
"""

from bilan.annotate.agreement import agreeing, owner_beside
from bilan.annotate.asides import before_aside, noun_ending_at, outside_aside
from bilan.annotate.outcomes import OutcomeWord
from bilan.annotate.phrases import Phrase, is_person_word, opens_compound, phrase_at
from bilan.annotate.syntax import Sentence
from bilan.annotate.verbs import Verb, read_verb, shares_object

Found = list[tuple[Phrase, str]]
NOMINAL = {"NOUN", "PROPN", "PRON", "NUM", "SYM"}
ADVERBIAL = 4  # tokens of fixed words between a verb and its object: "in cold blood"
OTHERS = 4  # tokens from a number to its verb over "d'autres"
ASIDE = 10  # tokens an aside between a verb and its object may cover
MOST_UP = 6  # heads from a gerund up to the verb whose subject it shares
MOST_SHARED = 3  # shared or controlled subjects followed in a row
QUOTES_END = frozenset({"»", '"', "”", "''"})
NEAR_HEAD = 4  # tokens between an attribute and its noun: "civils grièvement blessés"


def subjects(sentence: Sentence, i: int, verb: Verb, depth: int = 0, *, agent: bool = False) -> Found:
    """Return the subject of the predicate at `i`, resolved through relatives, coordination and control.

    Args:
        sentence: The sentence.
        i: Token of the predicate.
        verb: How it is said.
        depth: How many shared or controlled subjects were followed already.
        agent: The subject acts; otherwise it suffers, and a counted phrase near by beats a shared subject.
    """
    near = _beside(sentence, i, verb) if not agent else []
    return near or _labelled(sentence, i, verb) or _inherited(sentence, i, verb, depth, agent=agent)


def _beside(sentence: Sentence, i: int, verb: Verb) -> Found:
    """Read what stands right before: a bare number ("1370 ont péri") or a noun ("civils grièvement blessés")."""
    at = verb.first - 1
    others = sentence.low.get(at) in sentence.grammar.phrases["others"]
    if verb.auxiliary or others:
        while at > sentence.first and others and at not in sentence.number_at and at > verb.first - OTHERS:
            at -= 1  # "neuf autres", "des dizaines d'autres"
        number = sentence.number_at.get(at)
        if sentence.low.get(at - 1) in sentence.grammar.phrases["aged"]:
            return []  # "a man aged 61 was killed"
        if sentence.low.get(at - 1) in sentence.grammar.phrases["of"]:
            at = at - 2 if sentence.low.get(at - 2) in sentence.grammar.phrases["parents"] else at  # "a mother of two"
        if number is not None and sentence.low.get(at - 1) in sentence.grammar.phrases["out_of"]:
            noun = noun_ending_at(sentence, at - 2)  # "trois femmes sur dix ont été blessées"
            if noun is not None and phrase_at(sentence, noun).number is not None:
                return [(phrase_at(sentence, noun), "out-of")]
        return [(phrase_at(sentence, at), "bare-number")] if number is not None and not number.one else []
    noun = _noun_beside(sentence, i)
    return [(phrase_at(sentence, noun), "noun-beside")] if noun is not None else []


def _labelled(sentence: Sentence, i: int, verb: Verb) -> Found:
    """Read the subject the parser names, or the noun it hangs a reduced participle or relative clause on."""
    token, slots, tokens = sentence.tokens[i], sentence.grammar.slots, sentence.tokens
    if verb.auxiliary or not _reduced(sentence, i):
        for child in _subject_children(sentence, i):
            if child < i or token.pos != "VERB" or verb.voice == "active":
                near = _own_in_relative(sentence, child, verb) or agreeing(sentence, child, verb)
                if near:
                    return near
                return [_resolved(sentence, i, outside_aside(sentence, child, verb.first))]
    reduced = token.dep in slots["modifier"] and not verb.auxiliary and verb.voice == "passive"
    if reduced and tokens[token.head].pos in NOMINAL and token.head < i:
        return [(phrase_at(sentence, token.head), "noun-modified")]
    if token.dep in slots["attribute"] and not verb.auxiliary and abs(token.head - i) <= NEAR_HEAD:
        return [(phrase_at(sentence, token.head), "attribute")]
    if token.dep in slots["relative"] and token.head < i:
        return [(phrase_at(sentence, token.head), "antecedent")]
    return []


def _own_in_relative(sentence: Sentence, child: int, verb: Verb) -> Found:
    """Repair: the clause behind "au cours desquels", "in which" has a subject of its own, not the noun before it."""
    which = sentence.grammar.phrases["during_which"]
    at = next((j for j in range(child + 1, verb.first) if sentence.low[j] in which), None)
    if at is None or sentence.tokens[at - 1].pos not in {"ADP", "NOUN"}:
        return []
    return [found for found in left_noun(sentence, verb.first) if found[0].number is not None and found[0].first > at]


def _subject_children(sentence: Sentence, i: int) -> list[int]:
    """Return the subjects the parser gave the predicate at `i`; a pronoun after an aside is the real one: "X, il …"."""
    children = [
        child
        for child in sentence.in_slot(i, "subject")
        if sentence.tokens[child].text[0].isalnum()
        and child not in sentence.times  # "Ce dimanche, trois hommes …"
        and sentence.tokens[child].pos != "AUX"  # "cinq restent introuvables", the verb taken for the subject
    ]
    before = [child for child in children if child < i]
    pronouns = [child for child in before[1:] if sentence.tokens[child].pos == "PRON"]
    return pronouns[-1:] + children


def _inherited(sentence: Sentence, i: int, verb: Verb, depth: int, *, agent: bool) -> Found:
    """Take the subject of the verb this one is coordinated with or controlled by, or the noun to the left."""
    token, slots = sentence.tokens[i], sentence.grammar.slots
    if token.dep in slots["gerund"]:  # "before being shot": whoever did the rest
        return _controller(sentence, i)
    near = left_noun(sentence, verb.first)
    if token.dep in slots["relative"] or depth >= MOST_SHARED:
        return near if token.dep not in slots["relative"] else []
    if token.dep in slots["conjunct"]:
        if sentence.tokens[token.head].dep in slots["gerund"]:  # "before being shot and killed"
            return _controller(sentence, token.head)
        beside = None if verb.auxiliary else _noun_beside(sentence, token.head)
        if beside is not None:  # "civils morts et blessés"
            return [(phrase_at(sentence, beside), "shared-noun")]
        counted = near and (near[0][0].number is not None or near[0][0].definite is False)
        if counted and not agent and not _goes_on(sentence, verb):
            return near
        head = sentence.tokens[token.head]
        bears = head.pos in {"VERB", "AUX", "ADJ"} or _noun_beside(sentence, head.i) is not None
        shared = subjects(sentence, head.i, read_verb(sentence, head.i), depth + 1, agent=agent) if bears else []
        return [(phrase, "shared-subject") for phrase, _ in shared] or near
    if token.dep in slots["modifier"] and verb.auxiliary and token.head < i:  # "avant d'être abattu"
        return [(phrase, "control") for phrase, _ in subjects(sentence, token.head, verb, depth + 1, agent=agent)]
    return near


def _controller(sentence: Sentence, i: int) -> Found:
    """Return the subject of the verb a gerund hangs on, however far up: "opened fire, killing two, before dying"."""
    node = sentence.tokens[i].head
    for _ in range(MOST_UP):
        for child in sentence.in_slot(node, "subject"):
            phrase = phrase_at(sentence, child)
            return [(phrase, "controller")] if phrase.number is None or phrase.number.one else []
        if sentence.tokens[node].head == node:
            break
        node = sentence.tokens[node].head
    return []


def _goes_on(sentence: Sentence, verb: Verb) -> bool:
    """Tell a verb that goes on with the subject of the one before: "a reçu une balle et a succombé", "and later died".

    A conjunction stands right before it, so that no subject of its own can.
    """
    at = verb.first - 1
    while at > sentence.first and sentence.tokens[at].pos == "ADV" and at not in sentence.number_at:
        at -= 1
    return sentence.tokens[at].pos == "CCONJ" and (verb.auxiliary or verb.finite)


def objects(sentence: Sentence, i: int, first: int) -> Found:
    """Return the object of the active predicate at `i`: the parser's, else the phrase right after it.

    A verb without one shares that of the verb it is coordinated with: "shot and killed two men".
    """
    near = right_noun(sentence, i)
    if _is_clitic(sentence, first - 1):
        clitic = _clitic_antecedent(sentence, i) or phrase_at(sentence, first - 1)
        return [(clitic, "clitic")]  # what follows is no object: "ils l'ont emporté 5 à 2", "ils l'ont tué lundi"
    for child in sorted(sentence.in_slot(i, "object"), key=lambda child: (child < i, child)):
        if child < i:
            if sentence.low[child] in sentence.grammar.phrases["relatives"] and sentence.tokens[i].head < i:
                return [(phrase_at(sentence, sentence.tokens[i].head), "antecedent")]
            continue
        phrase = phrase_at(sentence, child)
        if near and (near[0][0].first <= phrase.first or child < _behind_adverbial(sentence, i + 1)):
            return near
        return [(phrase, "object")]
    shared = shares_object(sentence, i) if not near else None
    if shared is not None:
        return [(phrase, "shared-object") for phrase, _ in right_noun(sentence, shared)]
    if sentence.tokens[i].dep in sentence.grammar.slots["relative"] and not near and sentence.tokens[i].head < i:
        return [(phrase_at(sentence, sentence.tokens[i].head), "antecedent")]
    return near


def agents(sentence: Sentence, i: int) -> Found:
    """Return the agent of a passive: "par les rebelles", "by the army"."""
    found = []
    for child in sentence.in_slot(i, "agent"):
        nouns = [child] if sentence.tokens[child].pos in NOMINAL else list(sentence.children(child))
        found += [(phrase_at(sentence, noun), "agent") for noun in nouns[:1] if sentence.tokens[noun].pos in NOMINAL]
    return found


def victims_of_deed(sentence: Sentence, i: int) -> Found:
    """Return whom a deed befell: "la mort de deux soldats", "the killing of a mayor", "Sims's death"."""
    of = sentence.grammar.phrases["of"]
    for j in range(i + 1, min(sentence.last, i + 4)):
        if sentence.low[j] in of and j + 1 < sentence.last:
            found = next_noun(sentence, j + 1)
            return [(phrase_at(sentence, found), "of")] if found is not None else []
        number = sentence.number_at.get(j)
        if number is not None and sentence.tokens[j].start <= number.span.start and sentence.low[j] not in of:
            return []
        if sentence.tokens[j].pos not in {"ADJ", "ADP", "NOUN"} or sentence.tokens[j].pos == "PUNCT":
            break
    for child in sentence.children(i):
        if sentence.tokens[child].dep == "poss" and sentence.tokens[child].pos in {"PROPN", "NOUN"}:
            return [(phrase_at(sentence, child), "possessor")]
    return []


def after_companion(sentence: Sentence, i: int, row: OutcomeWord) -> Found:
    """Return the victims of "coûter la vie à 12 civils", "claimed 12 lives", "the lives of 12 people"."""
    for j in range(i + 1, min(sentence.last, i + 9)):
        if sentence.low[j] not in row.companions:
            continue
        own = phrase_at(sentence, j)
        if own.number is not None and not own.number.one:
            return [(own, "counted-lives")]
        if j + 2 < sentence.last and sentence.tokens[j + 1].pos in {"ADP", "PUNCT"}:
            noun = next_noun(sentence, j + 2)
            if noun is not None:
                return [(phrase_at(sentence, noun), "after-companion")]
        return [(phrase, "before-companion") for phrase, _ in right_noun(sentence, i) if phrase.last < j]
    return []


def left_noun(sentence: Sentence, first: int) -> Found:
    """Repair left-noun: the noun phrase before a verb group, passing over asides and prepositional phrases."""
    j, best = first - 1, None
    while j >= sentence.first:
        token = sentence.tokens[j]
        if token.text in {";", ":", "»", "«", "."} or token.pos == "SCONJ":
            break
        if token.pos == "VERB" and best is not None:
            break
        if token.text in {",", ")", "]"} and best is None:
            j = before_aside(sentence, j)
            continue
        if sentence.low[j] in sentence.grammar.phrases["particles"]:
            j -= 1
            continue
        if (token.pos in NOMINAL or is_person_word(sentence, j)) and not _in_time(sentence, j):
            phrase = phrase_at(sentence, j)
            case = sentence.tokens[phrase.first - 1] if phrase.first > sentence.first else None
            if case is None or case.pos != "ADP":
                return [(phrase, "left-noun")]
            best = best or phrase
            j = phrase.first - 2
            continue
        j -= 1
    return []


def right_noun(sentence: Sentence, i: int) -> Found:
    """Repair bare-number: the phrase right after an active verb, adverbs passed over."""
    j = i + 1
    if j < sentence.last and sentence.tokens[j].text in QUOTES_END:  # "avoir « neutralisé » 20 rebelles"
        j += 1
    while j < sentence.last and (
        (sentence.tokens[j].pos in {"ADV", "PART"} and j not in sentence.number_at) or j in sentence.times
    ):
        j += 1
    j = _behind_adverbial(sentence, j)
    noun = next_noun(sentence, _behind_aside(sentence, j))
    return [(phrase_at(sentence, noun), "right-noun")] if noun is not None else []


def _behind_adverbial(sentence: Sentence, j: int) -> int:
    """Step over fixed words between a verb and its object: "tuant sur le coup le chauffeur", "killed on the spot"."""
    words = ""
    for k in range(j, min(sentence.last, j + ADVERBIAL)):
        words = f"{words}{sentence.low[k]}" if words.endswith("'") else f"{words} {sentence.low[k]}".strip()
        if words in sentence.grammar.phrases["adverbials"]:
            return k + 1
    return j


def _behind_aside(sentence: Sentence, j: int) -> int:
    """Step over an aside that opens at token `j`: "soignent, au dire des médecins, des milliers de blessés"."""
    if j + 1 >= sentence.last or sentence.tokens[j].text != ",":
        return j
    if sentence.tokens[j + 1].pos == "VERB":  # "shooting, killing his manager, four clerks": another verb's objects
        return j
    closing = (k for k in range(j + 2, min(sentence.last - 1, j + ASIDE)) if sentence.tokens[k].text == ",")
    return next((k + 1 for k in closing), j)


def next_noun(sentence: Sentence, j: int) -> int | None:
    """Return the head of the noun phrase that starts at `j`; None when something else starts there."""
    phrases = sentence.grammar.phrases
    while j < sentence.last:
        token, low = sentence.tokens[j], sentence.low[j]
        if j in sentence.number_at and not sentence.number_at[j].one:
            return j
        aged = low in phrases["age_words"] and sentence.low.get(j + 1) in phrases["age_words"]  # "a 6-year old son"
        hyphened = aged or opens_compound(sentence, j)
        if token.pos in {"NOUN", "PROPN"} and not hyphened and token.text != "-":
            head = j
            while (
                head + 1 < sentence.last
                and "NOUN" in phrases["prenominal"]
                and sentence.tokens[head].dep == "compound"
                and sentence.tokens[head + 1].pos in {"NOUN", "PROPN"}
            ):
                head += 1
            return head
        possessive = token.tag == "PRP$"  # English tags "his" as a pronoun
        if token.pos == "PRON" and low not in phrases["relatives"] and not possessive:
            return j
        if low in phrases["ordinals"] and token.pos in {"DET", "PRON"} and _stands_alone(sentence, j):
            return j  # "wounding another"
        passes = (
            possessive
            or token.pos in {"DET", "ADJ", "NUM"}
            or hyphened
            or token.text == "-"
            or low in phrases["links"]
            or low in phrases["definite"]
            or low in phrases["indefinite"]
            or token.text in {"«", '"', "“", "‘"}
            or token.dep in sentence.grammar.slots["attribute"]  # "the body of a missing hiker"
        )
        if not passes:
            return None
        j += 1
    return None


def _stands_alone(sentence: Sentence, j: int) -> bool:
    """Tell a determiner without a noun behind it."""
    after = j + 1
    return after >= sentence.last or (
        sentence.tokens[after].pos not in {"NOUN", "PROPN", "ADJ", "NUM", "PRON"} and after not in sentence.number_at
    )


def _noun_beside(sentence: Sentence, i: int) -> int | None:
    """Return the noun that stands right before a reduced participle or adjective: "civils grièvement blessés"."""
    j = i - 1
    while j > sentence.first and sentence.tokens[j].pos == "ADV" and j not in sentence.number_at:
        j -= 1
    nominal = sentence.tokens[j].pos in {"NOUN", "PROPN"} or sentence.tokens[j - 1].pos in {
        "ADP",
        "DET",
    }  # "de civils morts"
    if j < sentence.first or not (nominal or j == sentence.tokens[i].head):
        return None
    plural = sentence.low[i].endswith("s") and sentence.tokens[i].tag == ""
    j = owner_beside(sentence, j)
    agrees = sentence.tokens[i].tag != "" or sentence.low[j].endswith(("s", "x")) == plural
    return j if agrees and sentence.tokens[j].pos in {"NOUN", "ADJ"} and j not in sentence.times else None


def _is_clitic(sentence: Sentence, at: int) -> bool:
    """Tell an object pronoun that stands before its verb: "l'ont emporté", "les a libérés"."""
    if at < sentence.first or sentence.low[at] not in sentence.grammar.phrases["clitics"]:
        return False
    return sentence.tokens[at].pos == "PRON"


def _clitic_antecedent(sentence: Sentence, i: int) -> Phrase | None:
    """Resolve an object pronoun to the object of the verb it is coordinated with: "pris un homme et l'ont abattu"."""
    if sentence.tokens[i].dep not in sentence.grammar.slots["conjunct"]:
        return None
    for child in sentence.in_slot(sentence.tokens[i].head, "object"):
        return phrase_at(sentence, child)
    return None


def _reduced(sentence: Sentence, i: int) -> bool:
    """Tell a reduced participle, whose left neighbours may be another verb's subject."""
    return sentence.tokens[i].dep in sentence.grammar.slots["modifier"]


def _resolved(sentence: Sentence, i: int, child: int) -> tuple[Phrase, str]:
    """Read a subject child, following relative pronouns to their antecedent and mending part-swap."""
    if sentence.low[child] in sentence.grammar.phrases["relatives"]:
        head = sentence.tokens[i].head
        if sentence.tokens[i].dep in sentence.grammar.slots["relative"] and head < child:
            return phrase_at(sentence, head), "antecedent"
    return _unparted(sentence, phrase_at(sentence, child)), "subject"


def _unparted(sentence: Sentence, phrase: Phrase) -> Phrase:
    """Repair part-swap: the whole stands before ", dont"; the part is not the subject."""
    j = phrase.first - 1
    if j > sentence.first and sentence.low[j - 1] in sentence.grammar.phrases["among"]:
        j -= 1  # "parmi lesquels"
    if j > sentence.first and sentence.low[j] in sentence.grammar.phrases["part"] | sentence.grammar.phrases["among"]:
        j -= 1
        if sentence.tokens[j].text in {",", "("}:
            j -= 1
        noun = noun_ending_at(sentence, j)
        if noun is not None:
            return phrase_at(sentence, noun)
    return phrase


def _in_time(sentence: Sentence, j: int) -> bool:
    return j in sentence.times

"""The subject of a verb of saying: by the parser's label, inverted, shared, behind an aside."""

from bilan.annotate.arguments import agents, left_noun, next_noun
from bilan.annotate.phrases import PERSON_LABELS, phrase_at
from bilan.annotate.syntax import Sentence
from bilan.annotate.verbs import read_verb
from bilan.claims.saying import (
    OPENERS,
    Reading,
    group_first,
    is_infinitive,
    is_present_participle,
)
from bilan.claims.speakers import NAMED, may_speak

NOMINAL_STRETCH = frozenset({"DET", "ADJ", "NOUN", "PROPN", "ADP", "NUM", "PART"})
QUOTES_END = frozenset({"»", '"', "”", "''"})
QUOTES_OPEN = frozenset({"«", "“", "‘"})
QUOTED_NAME = 4  # tokens from the mark that closes a name in quotation marks back to the one that opens it
NAME_BEHIND = 16  # tokens behind an inverted verb of saying within which its subject may stand
LONGEST_TIME = 7  # tokens of a time between a participle and its agent
DATELINE = 8  # tokens of a dateline at most, its dash included
DASHES = frozenset({"-", "–", "—"})
NOBODY = -1  # a subject was found, and it names nobody
DEEPEST = 4  # verbs a subject is followed through: "dit avoir voulu faire savoir"


def find_sayer(reading: Reading, verb: int, first: int, content: int | None, depth: int = 0) -> int | None:
    """Return the head of the subject, inverted or not; None where nobody is named."""
    sentence, tokens = reading.sentence, reading.sentence.tokens
    read = read_verb(sentence, verb)
    reduced = read.auxiliary or tokens[verb].dep in sentence.grammar.slots["modifier"]
    finite = "VerbForm=Fin" in tokens[verb].feats and not read.auxiliary
    passive = read.voice == "passive" and reduced and not (read.reflexive or finite)
    if passive and (tokens[verb].pos == "VERB" or read.auxiliary):
        agent = _agent(sentence, verb, auxiliary=read.auxiliary)
        return agent if agent is not None or read.auxiliary else inverted_sayer(reading, verb, first)
    before = first - 1
    if before >= sentence.first and before in reading.pronouns and tokens[before].pos == "PRON":
        return before
    labelled = _labelled(reading, verb, first)
    if labelled is not None:
        return labelled if labelled != NOBODY else None
    if before >= sentence.first and sentence.low[before] in sentence.grammar.phrases["relatives"]:
        antecedent = _antecedent(sentence, before, verb) if tokens[before].pos == "PRON" else None
        if antecedent is not None or tokens[before].pos == "PRON":
            return antecedent
    inverted = inverted_sayer(reading, verb, first)
    return inverted if inverted is not None else _from_above(reading, verb, first, content, depth)


def _agent(sentence: Sentence, verb: int, *, auxiliary: bool) -> int | None:
    """Return by whom a passive is done; of an English past taken for a participle, who stands before it."""
    agent = next((phrase.head for phrase, _ in agents(sentence, verb)), None)
    agent = agent if agent is not None else _by_behind(sentence, verb)
    return agent if agent is not None or auxiliary else _named_before(sentence, verb)


def _labelled(reading: Reading, verb: int, first: int) -> int | None:
    """Return the subject by the parser's label, mended; `NOBODY` where it names nobody, None without one."""
    sentence, tokens = reading.sentence, reading.sentence.tokens
    for child in _subjects(reading, verb):
        if any(tokens[i].text in QUOTES_END for i in range(child + 1, first)):
            continue  # "“Halte !”, cria X": the parser takes the quotation for the subject
        if sentence.low[child] in sentence.grammar.phrases["relatives"]:
            antecedent = _antecedent(sentence, child, verb)
            return NOBODY if antecedent is None else antecedent
        if child > verb and first > sentence.first and tokens[first - 1].text not in OPENERS:
            continue
        behind = inverted_sayer(reading, verb, first) if _told_before(reading, child, first) else None
        behind = behind if behind is not None else _behind_dateline(reading, child, first)
        if behind is not None:  # "Aucun blessé n'est à déplorer, précise la préfecture"
            return behind
        nobody = tokens[child].dep == "expl:subj" or (tokens[child].pos == "PRON" and child not in reading.pronouns)
        return NOBODY if nobody else child
    return None


def _subjects(reading: Reading, verb: int) -> list[int]:
    """Return the subjects of a verb; of several before it a counted one is what is told: "Two dead, deputies say"."""
    found = list(reading.sentence.in_slot(verb, "subject"))
    counted = [i for i in found if i < verb and i in reading.sentence.number_at]
    others = [i for i in found if i not in counted and may_speak(reading.sentence, i, reading.pack)]
    return [*others, *counted] if counted and others else found


def _behind_dateline(reading: Reading, child: int, first: int) -> int | None:
    """Return the noun behind a dateline the parser took for the subject: "GAO, Mali - The army said"."""
    sentence, stop = reading.sentence, min(first, reading.sentence.first + DATELINE)
    dash = next((i for i in range(sentence.first + 1, stop) if sentence.tokens[i].text in DASHES), None)
    if dash is None or child > dash or sentence.tokens[dash].start == sentence.tokens[dash - 1].end:
        return None
    if any(sentence.tokens[i].pos not in {"PROPN", "PUNCT", "NUM"} for i in range(sentence.first, dash)):
        return None
    noun = next_noun(sentence, dash + 1)
    return noun if noun is not None and noun < first and may_speak(sentence, noun, reading.pack) else None


def _told_before(reading: Reading, child: int, first: int) -> bool:
    """Tell whether the subject the parser found belongs to what is told before the comma: it cannot speak."""
    sentence = reading.sentence
    counted = phrase_at(sentence, child).number
    mute = (counted is not None and not counted.one) or not may_speak(sentence, child, reading.pack)
    return child < first - 1 and sentence.tokens[first - 1].text == "," and mute


def _named_before(sentence: Sentence, verb: int) -> int | None:
    """Return a person named between commas before an English past that could be a participle too."""
    head = sentence.tokens[verb].head
    token, name = sentence.tokens[head], sentence.names.get(head)
    if sentence.tokens[verb].tag not in {"VBN", "VBD"} or token.pos != "PROPN" or head > verb or name is None:
        return None
    before = next((t for t in reversed(sentence.tokens[sentence.first : head]) if t.end <= name.start), None)
    titled = before is not None and before.pos in {"PROPN", "NOUN"} and sentence.tokens[before.i - 1].text == ","
    opened = before is not None and (before.text == "," or titled)
    return head if name.label in PERSON_LABELS and opened else None


def _by_behind(sentence: Sentence, verb: int) -> int | None:
    """Return the agent behind a time or adverb: "diffusées ces jours-ci par la presse"."""
    for i in range(verb + 1, min(sentence.last - 1, verb + LONGEST_TIME)):
        if sentence.low[i] in sentence.grammar.phrases["by"] and sentence.tokens[i].pos == "ADP":
            nouns = (j for j in range(i + 1, min(sentence.last, i + 4)) if sentence.tokens[j].pos in {"NOUN", "PROPN"})
            return next(nouns, None)
        if sentence.tokens[i].pos not in {"ADV", "DET", "NOUN", "ADJ", "NUM"}:
            return None
    return None


def inverted_sayer(reading: Reading, verb: int, first: int) -> int | None:
    """Read an inverted subject by position, which parsers miss: ", ont précisé à la presse les secouristes"."""
    sentence, phrases = reading.sentence, reading.sentence.grammar.phrases
    opener = sentence.tokens[first - 1].text if first > sentence.first else ""
    if opener not in OPENERS and sentence.low.get(first - 1) not in phrases["as"] | phrases["that"]:
        return None
    i, low_verb = verb + 1, sentence.low[verb]
    while i < min(sentence.last, verb + NAME_BEHIND):
        token, low = sentence.tokens[i], sentence.low[i]
        if low in phrases["relatives"] or token.pos in {"VERB", "AUX", "SCONJ", "CCONJ", "PRON"}:
            return None
        if low in phrases["by"] and token.pos == "ADP":
            return None
        name = sentence.names.get(i)
        if token.pos == "ADP" and (name is None or name.start == token.start):
            i = _behind_complement(sentence, i)
            continue
        if token.pos in {"NOUN", "PROPN"} and i not in sentence.times and i not in sentence.number_at:
            head = _head(sentence, i)
            known = may_speak(sentence, head, reading.pack)
            if not known and (_of_name(sentence, first - 1) or low_verb.endswith(sentence.grammar.present_participle)):
                return None  # "« X » a revendiqué les attaques", "confirmant les soupçons": these are objects
            return head if known or opener in QUOTES_END or _ends_with(reading, i) else None
        if token.text in {";", ":", "«", "“"}:
            return None
        i += 1
    return None


def _of_name(sentence: Sentence, i: int) -> bool:
    """Tell whether the mark at `i` closes quotation marks round a name, not round what somebody said."""
    if sentence.tokens[i].text not in QUOTES_END:
        return False
    inside = range(i - 1, max(sentence.first, i - QUOTED_NAME) - 1, -1)
    return any(sentence.tokens[j].text in QUOTES_OPEN for j in inside)


def _ends_with(reading: Reading, i: int) -> bool:
    """Tell whether nothing is told behind token `i`: a noun nobody knows there is the speaker."""
    sentence = reading.sentence
    after = range(i + 1, sentence.last)
    return all(sentence.tokens[j].pos not in {"VERB", "AUX", "NUM"} and j not in reading.predicates for j in after)


def _from_above(reading: Reading, verb: int, first: int, content: int | None, depth: int) -> int | None:
    """Find the subject on the verb this one is coordinated with, depends on, or on the noun it modifies."""
    sentence = reading.sentence
    tokens, slots = sentence.tokens, sentence.grammar.slots
    token, head = tokens[verb], tokens[tokens[verb].head]
    if depth >= DEEPEST or head.i == verb:
        return _noun_before(reading, verb, first, content)
    verbal = head.pos in {"VERB", "AUX"}
    if token.dep in slots["conjunct"] and head.i < verb and verbal:
        return find_sayer(reading, head.i, group_first(sentence, head.i), content, depth + 1)
    if token.dep in slots["modifier"] and head.i < verb and head.pos in {"NOUN", "PROPN"}:
        return None if is_infinitive(sentence, verb) else head.i
    governed = is_present_participle(sentence, verb) or (is_infinitive(sentence, verb) and content is not None)
    if verbal and governed:  # "ajoutant que", "tient à préciser que", "avant d'annoncer que"
        return find_sayer(reading, head.i, group_first(sentence, head.i), content, depth + 1)
    return None if is_infinitive(sentence, verb) else _noun_before(reading, verb, first, content)


def _noun_before(reading: Reading, verb: int, first: int, content: int | None) -> int | None:
    """Repair: the noun phrase between a comma (or the start) and the verb, or before an aside, is its subject."""
    sentence = reading.sentence
    if first > sentence.first and sentence.tokens[first - 1].text == ",":
        beyond = [phrase.head for phrase, _ in left_noun(sentence, first) if phrase.last < first - 2]
        return next((head for head in beyond if may_speak(sentence, head, reading.pack)), None)
    start, nouns = first, 0
    while start > sentence.first and sentence.tokens[start - 1].pos in NOMINAL_STRETCH:
        start -= 1
    opens = start == sentence.first or sentence.tokens[start - 1].text in {",", "»", "”", '"', ":"}
    before = sentence.tokens[start - 1]
    opens = opens or before.pos in {"SCONJ", "CCONJ"} or sentence.low[before.i] in sentence.grammar.phrases["which"]
    if start == first or not opens or sentence.tokens[start].pos == "ADP" or is_present_participle(sentence, verb):
        return None
    head = None
    for i in range(start, first):
        if sentence.tokens[i].pos == "ADP":
            break
        nouns += sentence.tokens[i].pos == "DET"
        if sentence.tokens[i].pos in {"NOUN", "PROPN"}:
            head = i if head is None or sentence.tokens[i].pos == "PROPN" else head
    if head is None or nouns > 1:
        return None
    return head if content is not None or may_speak(sentence, head, reading.pack) else None


def _antecedent(sentence: Sentence, relative: int, verb: int) -> int | None:
    """Return whom "qui", "who" stands for: the noun the relative clause hangs on, else the one right before."""
    tokens = sentence.tokens
    head = tokens[verb].head
    if tokens[verb].dep in sentence.grammar.slots["relative"] and head < relative and tokens[head].pos != "VERB":
        return head
    i = relative - 1
    while i >= sentence.first and tokens[i].text == ",":
        i -= 1
    if i < sentence.first or tokens[i].pos not in {"NOUN", "PROPN", "ADJ"}:
        return None
    of = sentence.grammar.phrases["of"]
    while i > sentence.first + 1 and tokens[i].pos not in {"VERB", "AUX", "PUNCT"}:  # "une équipe de médecins, qui"
        noun = tokens[i].pos in {"NOUN", "PROPN"}
        owned = next((j for j in (i - 1, i - 2) if sentence.low.get(j) in of and tokens[j].pos == "ADP"), None)
        if noun and owned is None and tokens[i - 1].pos not in {"PROPN", "ADJ"}:
            break
        i = owned - 1 if noun and owned is not None else i - 1
    return _head(sentence, i) if tokens[i].pos in {"NOUN", "PROPN"} else None


def _head(sentence: Sentence, i: int) -> int:
    """Return the head of the noun phrase token `i` opens: in English the last noun of a compound."""
    while sentence.tokens[i].dep == "compound" and i < sentence.tokens[i].head < sentence.last:
        i = sentence.tokens[i].head
    return i


def _behind_complement(sentence: Sentence, preposition: int) -> int:
    """Pass over a prepositional phrase: "à l'AFP", "dans un communiqué de presse"; a person's name behind it stays."""
    i = preposition + 1
    while i < sentence.last and sentence.tokens[i].pos in {"DET", "NUM"}:
        i += 1
    named = sentence.names.get(i)
    while i < sentence.last and sentence.tokens[i].pos in {"NOUN", "PROPN", "ADJ", "NUM"}:
        i += 1
        name = sentence.names.get(i)
        if name is not None and name is not named and name.label in NAMED and name.start == sentence.tokens[i].start:
            return i
    return i

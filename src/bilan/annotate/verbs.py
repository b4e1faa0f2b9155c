"""Voice, mood and polarity of a predicate, by surface form (the tagger misses "seraient" as a conditional)."""

from typing import NamedTuple

from bilan.annotate.syntax import Sentence

OPENING_QUOTES = frozenset({"«", "“", '"', "``"})
AUXILIARY_REACH = 5  # tokens left of a participle within which its auxiliaries stand: "n'ont pas encore été tués"


LEADER_REACH = 30  # tokens between a verb with its auxiliary and the last participle that shares it


class Verb(NamedTuple):
    """How a predicate is said. `first`: the first token of its verb group (auxiliaries included)."""

    voice: str  # active · passive
    hearsay: bool  # French conditional of hearsay
    negated: bool
    future: bool
    first: int
    auxiliary: bool
    reflexive: bool = False  # "s'est arrêté"
    finite: bool = False  # it carries a tense, or shares an auxiliary: "a été touché et succombé"


def read_verb(sentence: Sentence, i: int) -> Verb:
    """Read the verb group that ends at token `i`."""
    return sentence.once(_read_group, i)


def _read_group(sentence: Sentence, i: int) -> Verb:
    verbs = sentence.grammar.verbs
    group = auxiliaries(sentence, i)
    token = sentence.tokens[i]
    shared = (
        not group
        and token.dep in sentence.grammar.slots["conjunct"]
        and token.head < i
        and _object_follows(sentence, i)
    )
    if shared and auxiliaries(sentence, token.head):  # "a tué 60 hommes, sauvé 20 enfants"
        return read_verb(sentence, token.head)._replace(first=i, auxiliary=False, finite=True)
    leader = None if group else _leader(sentence, i)
    if leader is not None:  # "a détruit des maisons et tué 30 personnes", however the parser hung it
        return read_verb(sentence, leader)._replace(first=i, auxiliary=False, finite=True)
    lows = [sentence.low[j] for j in group]
    passive = any(low in verbs["passive"] for low in lows)
    perfect = any(low in verbs["perfect"] for low in lows)
    participle = _is_participle(sentence, i)
    if (passive and participle) or (not group and _goes_on_passive(sentence, i)):
        voice = "passive"
    elif perfect or not participle or (not group and _is_finite(sentence, i)):
        voice = "active"
    else:
        voice = "passive"
    first = group[0] if group else i
    return Verb(
        voice=voice,
        hearsay=any(low in verbs["hearsay"] for low in lows) or sentence.low[i] in verbs["hearsay"],
        negated=_negated(sentence, first, i),
        future=any(low in verbs["future"] for low in lows),
        first=first,
        auxiliary=bool(group),
        reflexive=sentence.low.get(first - 1) in verbs["reflexive"],
        finite="VerbForm=Fin" in token.feats or token.tag in {"VBD", "VBZ", "VBP"} or _shares(sentence, i),
    )


def _goes_on_passive(sentence: Sentence, i: int) -> bool:
    """Tell an English participle without its auxiliary: "he was killed and his mother critically wounded"."""
    token = sentence.tokens[i]
    if token.tag not in {"VBD", "VBN"} or token.dep not in sentence.grammar.slots["conjunct"] or token.head > i:
        return False
    before = {sentence.low[j] for j in auxiliaries(sentence, token.head)} & sentence.grammar.verbs["passive"]
    own = any(sentence.tokens[child].dep == "nsubj" for child in sentence.children(i))
    return (
        bool(before)
        and own
        and sentence.low[i].endswith(sentence.grammar.participle)
        and not _object_follows(sentence, i)
    )


def _shares(sentence: Sentence, i: int) -> bool:
    """Tell a participle that shares the auxiliary of the verb it is joined to: "a été touché et succombé"."""
    token = sentence.tokens[i]
    return (
        token.dep in sentence.grammar.slots["conjunct"] and token.head < i and bool(auxiliaries(sentence, token.head))
    )


def _leader(sentence: Sentence, i: int) -> int | None:
    """Return the verb whose auxiliary a participle with an object of its own shares: "a … et tué 30 personnes"."""
    if sentence.tokens[i].tag or not _is_participle(sentence, i) or not _bears_object(sentence, i):
        return None
    joined = i - 1
    while joined > sentence.first and sentence.tokens[joined].pos == "ADV":
        joined -= 1
    if sentence.tokens[joined].pos != "CCONJ":
        return None
    for j in range(joined - 1, max(sentence.first, joined - LEADER_REACH) - 1, -1):
        if sentence.tokens[j].pos == "VERB" and auxiliaries(sentence, j):
            return j if sentence.low[auxiliaries(sentence, j)[0]] in sentence.grammar.verbs["perfect"] else None
    return None


def _bears_object(sentence: Sentence, i: int) -> bool:
    """Tell whether a participle has an object that no preposition introduces: the parser's, or a number behind it."""
    number = sentence.number_at.get(i + 1)
    if number is not None and not number.one and i + 1 not in sentence.times:
        return True
    for child in sentence.in_slot(i, "object"):
        cases = (sentence.tokens[grand].pos == "ADP" for grand in sentence.children(child) if grand < child)
        if child > i and not any(cases):
            return True
    return False


def auxiliaries(sentence: Sentence, i: int) -> list[int]:
    """Return the auxiliaries of a participle at `i`, in order; adverbs and negations may stand between."""
    verbs, found = sentence.grammar.verbs, list[int]()
    j = i - 1
    while j >= sentence.first and i - j <= AUXILIARY_REACH + len(found):
        low, token = sentence.low[j], sentence.tokens[j]
        if low in verbs["passive"] or low in verbs["perfect"] or low in verbs["future"]:
            found.append(j)
        elif not (
            token.pos in {"ADV", "PART", "AUX"}
            or low in verbs["between"]
            or token.text in OPENING_QUOTES  # "had “neutralised” 20 rebels"
            or (low in verbs["negative"] and token.pos != "DET")
        ):
            break
        j -= 1
    return sorted(found)


def _is_participle(sentence: Sentence, i: int) -> bool:
    token, grammar = sentence.tokens[i], sentence.grammar
    if sentence.low[i].endswith(grammar.present_participle) or sentence.low[i] in grammar.verbs["finite"]:
        return False
    if token.tag:
        ending = token.tag in {"VBD", "JJ", "NN", "NNS"} and sentence.low[i].endswith(grammar.participle)
        return token.tag == "VBN" or ending  # "found", "sent": no ending tells these
    if "VerbForm=Fin" in token.feats or "VerbForm=Inf" in token.feats:
        return sentence.low[i].endswith(("é", "és", "ée", "ées"))
    return sentence.low[i].endswith(grammar.participle)


def _is_finite(sentence: Sentence, i: int) -> bool:
    """Tell an English past tense ("a bomb killed 12") from a reduced participle ("12 people killed")."""
    token = sentence.tokens[i]
    if not token.tag:
        return False
    if token.dep in {"acl", "amod"}:
        return False
    object_follows = _object_follows(sentence, i)
    if token.tag == "VBD":
        acts = any(sentence.tokens[child].dep == "nsubj" for child in sentence.children(i))
        follows = i + 1 < sentence.last and sentence.tokens[i + 1].pos in {"VERB", "SCONJ"}
        if object_follows or (acts and (follows or _aims(sentence, i) or _nominative(sentence, i))):
            return True
        return _has_object(sentence, i) or shares_object(sentence, i) is not None
    return object_follows and token.tag == "VBN" and _has_object(sentence, i)


def _has_object(sentence: Sentence, i: int) -> bool:
    """Tell whether the parser gave the verb an object; "three times" is none."""
    repeats = sentence.grammar.phrases["repeats"]
    return any(sentence.low[child] not in repeats for child in sentence.in_slot(i, "object"))


def shares_object(sentence: Sentence, i: int) -> int | None:
    """Return the verb whose object the verb at `i` shares: "shot and killed two men"; None when it shares none."""
    if i + 1 >= sentence.last or sentence.low[i + 1] not in sentence.grammar.phrases["and"]:
        return None
    for child in sentence.in_slot(i, "conjunct"):
        beside = child == i + 2 or (child == i + 3 and sentence.tokens[i + 2].pos == "ADV")
        if beside and sentence.tokens[child].pos == "VERB" and not auxiliaries(sentence, child):
            return child if _object_follows(sentence, child) else None
    return None


def _aims(sentence: Sentence, i: int) -> bool:
    """Tell "shot at five players": whoever stands before the verb does the shooting."""
    after = i + 2
    if sentence.low.get(i + 1) not in sentence.grammar.verbs["aiming"] or after >= sentence.last:
        return False
    number = sentence.number_at.get(after)
    return (number is not None and not number.one) or sentence.tokens[after].pos == "PRON"


def _nominative(sentence: Sentence, i: int) -> bool:
    """Tell a verb whose subject no reduced participle could have: "he shot", "she wounded"."""
    return any(sentence.low[child] in sentence.grammar.verbs["nominative"] for child in sentence.in_slot(i, "subject"))


def _object_follows(sentence: Sentence, i: int) -> bool:
    after, repeats = i + 1, sentence.grammar.phrases["repeats"]
    if any(sentence.low.get(j) in repeats for j in (after, after + 1)):  # "shot three times"
        return False
    return after < sentence.last and (
        after in sentence.number_at or sentence.tokens[after].pos in {"NOUN", "PROPN", "DET", "ADJ", "NUM", "PRON"}
    )


def _negated(sentence: Sentence, first: int, i: int) -> bool:
    verbs = sentence.grammar.verbs
    strong = verbs["negative"] - verbs["weak_negative"]  # the "ne" of "craindre que … ne" denies nothing
    return any(sentence.low[j] in strong for j in range(max(sentence.first, first - 3), i))

"""Who claims a deed, who is accused of it and by whom, who brokered an agreement: said by a verb above the trigger.

"Kenya accused Al-Shabaab of the raid", "Le Kenya impute l'attaque aux chebabs": Al-Shabaab is its perpetrator, accused
by Kenya. "The group claimed responsibility for the attack": claimed by the group. The words are those of sides.csv.
"""

from collections.abc import Sequence

from bilan.annotate.arguments import agents, left_noun
from bilan.annotate.syntax import Sentence
from bilan.annotate.verbs import read_verb
from bilan.claims.acting import can_act, role_words
from bilan.claims.doers import phrases_at, subjects_of
from bilan.claims.runs import run_after
from bilan.languages.load import Pack
from bilan.model.claim import Actor

CLIMB = 6  # heads from a trigger up to the verb that claims or blames it
REACH = 15  # tokens between a verb of blame and the deed
NEAR = 4  # tokens between "brokered" and "by"
VERBAL = frozenset({"VERB", "AUX", "ADJ"})
TIES = frozenset({"ADP", "PART"})
KINDS = ("accusing", "claiming", "mediating")


def answering(
    sentence: Sentence, trigger: tuple[int, int], actors: tuple[Actor, ...], pack: Pack, *, sided: bool
) -> tuple[Actor, ...]:
    """Add who claims the event, who is accused of it and by whom; of an agreement who brokered it.

    Args:
        sentence: The sentence.
        trigger: Token bounds of the trigger, inclusive.
        actors: Its actors as found by `actors_of`.
        pack: The language's word tables.
        sided: The event has two sides: nobody claims it or is accused.
    """
    if not any(sentence.has(role_words(pack, kind)) for kind in KINDS):
        return actors
    if sided:
        return _with(actors, _mediators(sentence, trigger, pack))
    claimed = _claimants(sentence, trigger, pack)
    accused = _accused(sentence, trigger, pack)
    if not claimed and not accused:
        return actors
    named = {actor.text for actor in (*claimed, *accused)}
    kept = [a for a in actors if a.text not in named and (a.role != "perpetrator" or not accused)]
    return _with(tuple(kept), [*accused, *claimed])


def _with(actors: tuple[Actor, ...], more: Sequence[Actor]) -> tuple[Actor, ...]:
    taken = {actor.text for actor in more if actor.role == "facilitator"}
    return tuple(dict.fromkeys([*(actor for actor in actors if actor.text not in taken), *more]))


def _above(sentence: Sentence, at: int) -> list[int]:
    """Return the heads above a token, the nearest first."""
    found: list[int] = []
    for _ in range(CLIMB):
        head = sentence.tokens[at].head
        if head == at:
            break
        found.append(head)
        at = head
    return found


def _actors(sentence: Sentence, heads: list[int], role: str, pack: Pack) -> list[Actor]:
    acting = [head for head in heads if can_act(sentence, head, pack)]
    return [actor for _, actor in phrases_at(sentence, acting[:1], role)]


def _accused(sentence: Sentence, trigger: tuple[int, int], pack: Pack) -> list[Actor]:
    words, first = role_words(pack, "accusing"), trigger[0]
    verbs = [i for i in sentence.low if sentence.low[i] in words and sentence.tokens[i].pos in VERBAL]
    for verb in reversed(verbs):
        read = read_verb(sentence, verb)
        passive = read.voice == "passive" and not read.reflexive
        if passive and (read.auxiliary or _by(sentence, verb)):
            accused, accusers = _when_passive(sentence, verb, trigger, pack), _by(sentence, verb)
        elif verb < first <= verb + REACH:
            accused, accusers = _when_active(sentence, verb, trigger, pack), subjects_of(sentence, verb)
            accusers = accusers or _left(sentence, read.first)
        else:
            continue
        blaming = _actors(sentence, accusers, "accused-by", pack)
        if accused is not None and blaming:
            return [Actor("perpetrator", accused), *blaming]
    return []


def _when_passive(sentence: Sentence, verb: int, trigger: tuple[int, int], pack: Pack) -> str | None:
    """Read "the raid was blamed on X by Y", "X was accused by Y of the raid"."""
    above = subjects_of(sentence, verb, agent=False)
    if any(first <= trigger[1] <= last for first, last in map(sentence.subtree, above)) and trigger[1] < verb:
        above = _behind(sentence, verb, "accusee", pack)
    elif verb not in _above(sentence, trigger[1]):
        return None
    found = _actors(sentence, above, "perpetrator", pack)
    return found[0].text if found else None


def _when_active(sentence: Sentence, verb: int, trigger: tuple[int, int], pack: Pack) -> str | None:
    """Read "accused X of the raid", "impute à X le raid", "blamed the raid on X" left to right: parsers fail here."""
    first, last = trigger
    accusee, charge = role_words(pack, "accusee"), role_words(pack, "charge")
    if all(sentence.tokens[i].pos in {"DET", "ADJ", "NUM"} for i in range(verb + 1, first)):
        for i in range(last + 1, min(sentence.last, last + REACH)):
            if sentence.low[i] in accusee and sentence.tokens[i].pos in TIES:
                run = run_after(sentence, i + 1)
                if run is not None and _somebody(sentence, run.first, run.last, pack):
                    return run.span(sentence).of(sentence.text)
        return None
    if sentence.low[verb + 1] in accusee:
        return _stretch(sentence, verb + 2, first - 1, pack)
    at = next((i for i in range(first - 1, verb + 1, -1) if sentence.low[i] in charge), None)
    if at is None or not _only_does(sentence, at + 1, first, pack):
        return None
    return _stretch(sentence, verb + 1, at - 1, pack)


def _only_does(sentence: Sentence, first: int, stop: int, pack: Pack) -> bool:
    """Tell whether only verbs that carry a deed out stand between the charge and the deed: "of having staged"."""
    verbs = [i for i in range(first, stop) if sentence.tokens[i].pos == "VERB"]
    return all(sentence.low[i] in role_words(pack, "doing") | role_words(pack, "conducting") for i in verbs)


def _stretch(sentence: Sentence, first: int, last: int, pack: Pack) -> str | None:
    """Return the words of tokens `first` … `last` without articles at either end, where they name somebody."""
    while first <= last and sentence.tokens[first].pos in {"DET", "ADP"}:
        first += 1
    while last >= first and sentence.tokens[last].pos in {"DET", "ADP", "PUNCT"}:
        last -= 1
    plain = all(
        sentence.tokens[i].pos not in {"VERB", "AUX", "PUNCT"} or i in sentence.names for i in range(first, last + 1)
    )
    if first > last or not plain or not _somebody(sentence, first, last, pack):
        return None
    return sentence.words(first, last).of(sentence.text)


def _somebody(sentence: Sentence, first: int, last: int, pack: Pack) -> bool:
    return any(can_act(sentence, i, pack) for i in range(first, last + 1))


def _left(sentence: Sentence, verb: int) -> list[int]:
    return [phrase.head for phrase, _ in left_noun(sentence, verb)]


def _claimants(sentence: Sentence, trigger: tuple[int, int], pack: Pack) -> list[Actor]:
    words, at = role_words(pack, "claiming"), trigger[1]
    verbs = [i for i in _above(sentence, at) if sentence.low[i] in words]
    verbs += [i for i in range(at + 1, sentence.last) if sentence.low[i] in words and sentence.tokens[i].pos == "VERB"][
        :1
    ]
    for verb in verbs:
        if sentence.tokens[verb].pos == "ADP":  # "it was behind the attack"
            return _actors(sentence, subjects_of(sentence, sentence.tokens[verb].head, agent=True), "claimed-by", pack)
        read = read_verb(sentence, verb)
        if read.voice == "passive" and not read.reflexive:
            return _actors(sentence, _by(sentence, verb), "claimed-by", pack)
        if verb > at:  # "the attack claimed 12 lives"
            continue
        return _actors(sentence, subjects_of(sentence, verb, agent=True), "claimed-by", pack)
    return []


def _mediators(sentence: Sentence, trigger: tuple[int, int], pack: Pack) -> list[Actor]:
    words = role_words(pack, "mediating")
    ties = sentence.grammar.phrases["by"] | sentence.grammar.phrases["of"]
    for i in range(sentence.first, sentence.last):
        if sentence.low[i] not in words:
            continue
        if sentence.tokens[i].pos == "VERB" and i <= trigger[1] and read_verb(sentence, i).voice == "active":
            return _actors(sentence, subjects_of(sentence, i, agent=True), "facilitator", pack)
        for j in range(i + 1, min(sentence.last, i + NEAR)):
            if sentence.low[j] in ties:
                return _actors(sentence, _nouns(sentence, j + 1), "facilitator", pack)
    return []


def _by(sentence: Sentence, verb: int) -> list[int]:
    found = [phrase.head for phrase, _ in agents(sentence, verb)]
    if found:
        return found
    by = (i for i in range(verb + 1, sentence.last) if sentence.low[i] in sentence.grammar.phrases["by"])
    return next((_nouns(sentence, i + 1) for i in by), [])


def _behind(sentence: Sentence, verb: int, kind: str, pack: Pack) -> list[int]:
    """Return the noun behind the first preposition of a kind after the verb before which somebody can act."""
    words = role_words(pack, kind)
    for i in range(verb + 1, sentence.last):
        if sentence.low[i] in words and sentence.tokens[i].pos in {"ADP", "PART"}:
            nouns = [j for j in _nouns(sentence, i + 1) if can_act(sentence, j, pack)]
            if nouns:
                return nouns
    return []


def _nouns(sentence: Sentence, start: int) -> list[int]:
    """Return the nouns of the phrase that starts at `start`, the last first: of "the ELN rebels" the rebels."""
    found, i = list[int](), start
    while i < sentence.last and sentence.tokens[i].pos in {"DET", "ADJ", "NUM", "NOUN", "PROPN", "PUNCT"}:
        if sentence.tokens[i].text == "," or (sentence.tokens[i].pos == "DET" and found):
            break
        if sentence.tokens[i].pos in {"NOUN", "PROPN"}:
            found.append(i)
        i += 1
    return found[::-1]

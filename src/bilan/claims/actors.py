"""Who takes part in an event: roles from clause slots and nominal complements.

Roles by syntax only: the subject of an active or agent of a passive verb acts; "par X" acts; "sur X", "contre X"
suffers; of a noun ("frappes turques", "the army's shelling", "militiamen carried out the raid") whose it is, and the
subject of the verb that carries it out. Only who can act is an actor (`acting`). The two sides of a clash are read in
`sides`, who claims it or is accused of it in `accusers`.
"""

from collections.abc import Iterator
from typing import NamedTuple

from bilan.annotate.arguments import agents, left_noun, objects, subjects
from bilan.annotate.syntax import Sentence
from bilan.annotate.verbs import read_verb
from bilan.claims.acting import (
    acts_for_sure,
    can_act,
    can_suffer,
    doer,
    is_armed,
    is_unknown_name,
    is_vehicle,
    owner,
    role_words,
)
from bilan.claims.doers import Found, phrases_at, subjects_of
from bilan.claims.runs import item_runs
from bilan.claims.sides import side_words, sides_of
from bilan.languages.load import Pack
from bilan.model.claim import Actor

TARGET_REACH = 12  # tokens between a noun of violence and whom it strikes
COMPANY_REACH = 3  # tokens between "conduite" and "avec"
CLIMB = 3  # heads from a noun of violence up to the verb that carries it out
VERBAL = frozenset({"VERB", "AUX"})
NOMINAL = frozenset({"NOUN", "PROPN"})


class Cast(NamedTuple):
    """The roles of an event type: of who acts, of who suffers; "" for none.

    `sided`: two sides instead. `taking`: somebody takes a place: who suffers is whoever held it.
    `moving`: whoever acts makes others move; who moves by himself does nothing to anybody.
    """

    acts: str = "perpetrator"
    suffers: str = "target"
    sided: bool = False
    taking: bool = False
    moving: bool = False


def actors_of(sentence: Sentence, trigger: tuple[int, int], cast: Cast, pack: Pack) -> tuple[Actor, ...]:
    """Return the actors of the event whose trigger covers tokens `trigger` (first, last inclusive).

    Args:
        sentence: The sentence.
        trigger: Token bounds of the trigger, inclusive.
        cast: The roles of its event type.
        pack: Whose nouns for humans tell an actor from a thing.
    """
    if cast.sided:
        return sides_of(sentence, trigger, pack)
    if not cast.acts:
        return ()
    first, last = trigger
    head = _verb_of(sentence, first, last)
    reader = _Reader(sentence, cast, pack)
    found = _verbal(reader, trigger, head) if head is not None else _nominal(reader, trigger)
    if cast.acts == "facilitator":
        found += _conducted(sentence, cast.acts, pack)
    if cast.acts == "side-a" and sentence.tokens[last].pos == "NOUN" and can_act(sentence, last, pack):
        found += phrases_at(sentence, [last], cast.acts)  # "demonstrators" protest, whatever is done to them
    if cast.taking:
        found = _takers(reader, last) + [one for one in found if one[1].role == cast.acts] + _losers(reader, last)
    if cast.moving and not any(r.role == cast.suffers and can_suffer(sentence, at, pack) for at, r in found):
        found = [] if head is not None and read_verb(sentence, head).voice == "active" else found  # "families fled"
    unique: dict[tuple[str, str], Actor] = {}
    suffering = {at for at, actor in found if actor.role == cast.suffers}
    for at, actor in found:
        if actor.role == cast.suffers:
            fits = bool(actor.role) and can_suffer(sentence, at, pack) and (at == last or not first <= at <= last)
        else:
            carried = actor.role == "facilitator" and not is_vehicle(sentence, at, pack)
            fits = at not in suffering and (carried or can_act(sentence, at, pack))
        if fits:
            other = Actor("side-b", actor.text) if cast.acts == "side-a" and is_armed(sentence, at, pack) else actor
            unique.setdefault((other.role, other.text.lower()), other)
    return tuple(unique.values())


class _Reader(NamedTuple):
    sentence: Sentence
    cast: Cast
    pack: Pack

    def doers(self, heads: list[int]) -> Found:
        """Return who acts where these nouns do; of things whose they are."""
        heads = [_counted(self.sentence, head) for head in heads]
        own = [doer(self.sentence, head, self.pack) for head in heads]
        if self.cast.acts == "facilitator":  # whoever carries people out, in the report's words
            own = list(heads)
        return phrases_at(self.sentence, [head for head in own if head is not None], self.cast.acts)

    def sufferers(self, heads: list[int]) -> Found:
        """Return whom it befalls."""
        counted = [_counted(self.sentence, head) for head in heads]
        return phrases_at(self.sentence, counted, self.cast.suffers) if self.cast.suffers else []


def _counted(sentence: Sentence, head: int) -> int:
    """Return the noun a number counts: "tens of thousands of pensioners", "des dizaines de femmes"."""
    number, at = sentence.number_at.get(head), head
    if number is None or sentence.tokens[head].pos == "PRON":
        return head
    while at + 1 < sentence.last and sentence.number_at.get(at + 1) is number:
        at += 1
    at += 1
    while at < sentence.last and (
        sentence.low[at] in sentence.grammar.phrases["of"] or sentence.tokens[at].pos == "ADJ"
    ):
        at += 1
    return at if at < sentence.last and sentence.tokens[at].pos in NOMINAL else head


def _verb_of(sentence: Sentence, first: int, last: int) -> int | None:
    """Return the verb of a trigger; one with "of" right behind is a noun the parser missed ("lâchers de tracts")."""
    if sentence.low.get(first - 1) in sentence.grammar.phrases["possessive"] and _of_follows(sentence, last):
        return None  # "the militia's shelling of": no verb
    verbs = [i for i in range(first, last + 1) if sentence.tokens[i].pos in VERBAL]
    head = next((i for i in verbs if sentence.tokens[i].pos == "VERB"), verbs[0] if verbs else None)
    if head is None or head == last:
        return head
    return None if _of_follows(sentence, head) else head


def _of_follows(sentence: Sentence, at: int) -> bool:
    return sentence.low.get(at + 1) in sentence.grammar.phrases["of"] and sentence.tokens[at + 1].pos == "ADP"


def _verbal(reader: _Reader, trigger: tuple[int, int], head: int) -> Found:
    sentence, last = reader.sentence, trigger[1]
    verb = read_verb(sentence, head)
    parted = [] if verb.auxiliary else _across_aside(sentence, verb.first)
    rises = reader.cast.acts == "side-a"  # "sont descendus dans la rue" is no passive
    passive = verb.voice == "passive" and not verb.reflexive and not rises
    if passive and not parted:
        found: Found = []
        for phrase, _ in agents(sentence, head):
            found += _listed(reader, phrase.first) or reader.doers([phrase.head])
        found += _by(reader, head + 1)
        suffering = [p.head for p, rule in subjects(sentence, head, verb) if rule != "left-noun"]
        return found + reader.sufferers(suffering)
    found = reader.doers(parted or subjects_of(sentence, head))
    direct = [p.head for p, _ in objects(sentence, head, verb.first)]
    befallen = reader.sufferers(_far_object(sentence, last) or direct)
    if not any(can_suffer(sentence, at, reader.pack) for at, _ in befallen):
        befallen += _directed(reader, min(head + 1, last), aimed=True)
    return found + befallen


def _far_object(sentence: Sentence, last: int) -> list[int]:
    """Return the noun right behind the trigger's last word: "tué par balle une infirmière"."""
    at = last + 1
    while at < sentence.last and sentence.tokens[at].pos in {"DET", "NUM", "ADJ"}:
        at += 1
    opened = at > last + 1 and sentence.tokens[last + 1].pos in {"DET", "NUM"}
    return [at] if opened and at < sentence.last and sentence.tokens[at].pos in NOMINAL else []


def _across_aside(sentence: Sentence, first: int) -> list[int]:
    """Return the noun left of an aside that parts a verb from its auxiliary: "Des avions ont, selon X, largué"."""
    comma = first - 1
    if comma <= sentence.first or sentence.tokens[comma].text != ",":
        return []
    for i in range(comma - 1, sentence.first, -1):
        if sentence.tokens[i].text == "," and sentence.low[i - 1] in sentence.grammar.verbs["perfect"]:
            return [phrase.head for phrase, _ in left_noun(sentence, i - 1)]
    return []


def _nominal(reader: _Reader, trigger: tuple[int, int]) -> Found:
    """Read "frappes russes sur", "attaque des rebelles contre", "the killing of X by", "militiamen carried out …"."""
    sentence, (first, last) = reader.sentence, trigger
    befalls = reader.sufferers(list(_suffering_of(reader, trigger)))
    found = _within(reader, trigger) or _by(reader, last + 1)
    whose = owner(sentence, first, last, reader.pack) if not found else None
    if whose is not None and whose not in {at for at, _ in befalls}:
        found = phrases_at(sentence, [whose], reader.cast.acts)
    carried = _carried_out(reader, trigger)
    if not any(actor.role == reader.cast.acts for _, actor in found):
        found += carried
    aimed = [one for one in carried if one[1].role == reader.cast.suffers] + _directed(reader, last)
    return found + (befalls + aimed or _harmed(reader, trigger))


def _harmed(reader: _Reader, trigger: tuple[int, int]) -> Found:
    """Read "the bomb wounded two guards": the object of a verb of harm whose subject is the trigger."""
    sentence, last = reader.sentence, trigger[1]
    verb = sentence.tokens[last].head
    harms = role_words(reader.pack, "hitting") | role_words(reader.pack, "harming")
    subject = sentence.tokens[last].dep in sentence.grammar.slots["subject"]
    if not subject or verb <= last or sentence.low[verb] not in harms:
        return []
    read = read_verb(sentence, verb)
    return reader.sufferers([p.head for p, _ in objects(sentence, verb, read.first)]) if read.voice == "active" else []


def _directed(reader: _Reader, last: int, *, aimed: bool = False) -> Found:
    """Read whom a preposition of direction names: "attack on a patrol", "tiré sur la foule".

    `aimed`: behind a verb, prepositions that else say where ("at") name a target too.
    """
    sentence = reader.sentence
    words = sentence.grammar.phrases["against"] | (sentence.grammar.verbs["aiming"] if aimed else frozenset())
    for i in range(last, min(sentence.last, last + TARGET_REACH)):
        if sentence.low[i] in words and (sentence.tokens[i].pos == "ADP" or i == last):
            found = _after(reader, i)
            if found or i > last:
                return found
        if i > last and (sentence.tokens[i].pos in VERBAL or sentence.tokens[i].text in {";", "."}):
            break
    return []


def _suffering_of(reader: _Reader, trigger: tuple[int, int]) -> Iterator[int]:
    """Yield whom "of" or a possessor names beside a noun of suffering: "l'enlèvement d'un évêque", "the mayor's"."""
    sentence, (first, last) = reader.sentence, trigger
    if sentence.low[last] not in role_words(reader.pack, "suffered"):
        return
    at = last + 1
    while at < sentence.last and sentence.tokens[at].pos == "ADJ":
        at += 1
    if at == sentence.last or sentence.low[at] not in sentence.grammar.phrases["of"]:
        if first - 2 >= sentence.first and sentence.low[first - 1] in sentence.grammar.phrases["possessive"]:
            yield first - 2  # "the mayor's killing"; "the army's killing of a mayor" says who did it
    else:
        at += 1
        while at < sentence.last and sentence.tokens[at].pos in {"DET", "ADJ", "NUM", "ADV"}:
            at += 1
        if at < sentence.last and sentence.tokens[at].pos in NOMINAL:
            yield _compound_head(sentence, at)


def _compound_head(sentence: Sentence, at: int) -> int:
    """Return the last noun of an English compound: "of a radio presenter"; elsewhere the noun itself."""
    while at + 1 < sentence.last and sentence.tokens[at + 1].pos in NOMINAL and sentence.tokens[at].head > at:
        at += 1
    return at


def _carried_out(reader: _Reader, trigger: tuple[int, int]) -> Found:
    """Read who carries it out where a verb does so: "two men lobbed grenades at", "forces had used sarin"."""
    sentence, node = reader.sentence, trigger[1]
    for _ in range(CLIMB):
        parent = sentence.tokens[node].head
        if parent == node or sentence.tokens[node].dep in sentence.grammar.slots["subject"]:
            return []
        node = parent
        if sentence.tokens[node].pos in VERBAL and node < trigger[0]:
            break
    if sentence.tokens[node].pos not in VERBAL or not _does(sentence, node, reader.pack):
        return []
    verb = read_verb(sentence, node)
    if verb.voice == "passive" and not verb.reflexive:
        return []
    befallen = [p.head for p, _ in objects(sentence, node, verb.first)]
    aimed = _directed(reader, trigger[1], aimed=True)
    return reader.doers(subjects_of(sentence, node)) + (aimed or reader.sufferers(befallen))


def _does(sentence: Sentence, verb: int, pack: Pack) -> bool:
    words = role_words(pack, "doing") | role_words(pack, "conducting")
    return sentence.low[verb] in words or sentence.tokens[verb].lemma.lower() in words


def _takers(reader: _Reader, last: int) -> Found:
    """Read to whom a place falls: "the fall of Bukavu to the rebels", "tombée aux mains des rebelles"."""
    sentence, ties = reader.sentence, reader.sentence.grammar.phrases["of"]
    for i in range(last + 1, min(sentence.last, last + TARGET_REACH)):
        if sentence.low[i] in role_words(reader.pack, "winner"):
            start = i + 2 if i + 1 < sentence.last and sentence.low[i + 1] in ties else i + 1
            return _noun_after(reader, start, reader.cast.acts)
    return []


def _losers(reader: _Reader, last: int) -> Found:
    """Read from whom a place is taken: "retook Tal Afar from Islamic State", "repris Tal Afar à l'État islamique"."""
    sentence = reader.sentence
    for i in range(last + 2, min(sentence.last, last + TARGET_REACH)):
        if sentence.low[i] in role_words(reader.pack, "dispossessed") and sentence.tokens[i].pos == "ADP":
            found = _noun_after(reader, i + 1, reader.cast.suffers)
            if any(can_suffer(sentence, at, reader.pack) for at, _ in found):
                return found
        if sentence.tokens[i].pos in VERBAL or sentence.tokens[i].text in {";", "."}:
            break
    return []


def _within(reader: _Reader, trigger: tuple[int, int]) -> Found:
    """Read the agent inside the trigger's own words: "frappes de l'aviation" speaks of the air force."""
    sentence, (first, last) = reader.sentence, trigger
    opened = any(sentence.low[i] in sentence.grammar.phrases["of"] for i in range(first + 1, last))
    acts = opened and not reader.cast.moving and acts_for_sure(sentence, last, reader.pack)
    return phrases_at(sentence, [last], reader.cast.acts) if acts else []


def _by(reader: _Reader, start: int) -> Found:
    """Read "par le CICR et les Russes", "by the army": the first such phrase behind the event."""
    sentence = reader.sentence
    stops = {";", "«", "»"} if reader.cast.acts == "facilitator" else {";", ":", "«", "»"}
    for i in range(start, sentence.last):
        if sentence.tokens[i].text in stops:
            return []
        if sentence.low[i] in sentence.grammar.phrases["by"] and sentence.tokens[i].pos == "ADP":
            other = i > start and sentence.tokens[i - 1].pos == "VERB" and not _does(sentence, i - 1, reader.pack)
            if other and reader.cast.acts != "facilitator":
                return []  # "the killing was condemned by"
            return _listed(reader, i + 1)
    return []


def _listed(reader: _Reader, start: int) -> Found:
    """Read one actor, or several joined by a conjunction, from token `start` on; places and times are none."""
    sentence, found = reader.sentence, list[tuple[int, Actor]]()
    for run in item_runs(sentence, start, sentence.last, strict=True):
        heads = [i for i in range(run.first, run.last + 1) if sentence.tokens[i].pos in NOMINAL]
        if run.first in sentence.times or heads[0] in sentence.times:
            return found
        if found and heads[0] in sentence.places and found[0][0] not in sentence.places:
            return found  # "besieged by the rebels, Kefraya and Foua": the towns are no rebels
        acting = next((i for i in heads if can_act(sentence, i, reader.pack)), None)
        if acting is not None or reader.cast.acts == "facilitator":
            at = heads[0] if acting is None else acting
            found.append((at, Actor(reader.cast.acts, run.span(sentence).of(sentence.text))))
    return found


def _conducted(sentence: Sentence, role: str, pack: Pack) -> Found:
    """Read who carries an operation out where a second verb says so: "qui l'a conduite avec des médiateurs"."""
    words = side_words(pack)
    for i in range(sentence.first, sentence.last - 1):
        if words.get(sentence.low[i]) != "conducting":
            continue
        for j in range(i + 1, min(sentence.last - 1, i + COMPANY_REACH)):
            if words.get(sentence.low[j]) == "with" or sentence.low[j] in sentence.grammar.phrases["by"]:
                return _listed(_Reader(sentence, Cast(role), pack), j + 1)
    return []


def _after(reader: _Reader, preposition: int) -> Found:
    return _noun_after(reader, preposition + 1, reader.cast.suffers)


def _noun_after(reader: _Reader, j: int, role: str) -> Found:
    """Read the noun phrase that starts at token `j`; nothing where the role is none."""
    sentence = reader.sentence
    while j < sentence.last and sentence.tokens[j].pos in {"DET", "ADJ", "NUM"}:
        j += 1
    if j >= sentence.last or sentence.tokens[j].pos not in NOMINAL:
        return []
    head = _compound_head(sentence, j)
    head = head if can_suffer(sentence, head, reader.pack) else j
    return phrases_at(sentence, [head], role) if role and not is_unknown_name(sentence, head, reader.pack) else []

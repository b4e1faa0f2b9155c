"""Who takes part in an event: roles from clause slots and nominal complements.

Roles by syntax only: the subject of an active or agent of a passive verb acts; "par X" acts; "sur X", "contre X"
suffers. The two sides of a clash are read in `sides`.
"""

from bilan.annotate.arguments import agents, left_noun, objects, subjects
from bilan.annotate.humans import body_words, human_at
from bilan.annotate.phrases import conjuncts, phrase_at
from bilan.annotate.syntax import Sentence
from bilan.annotate.verbs import read_verb
from bilan.claims.runs import item_runs, run_after
from bilan.claims.sides import side_words, sides_of
from bilan.claims.speakers import noun_phrase_span
from bilan.languages.load import Pack
from bilan.model.claim import Actor
from bilan.model.text import Span

TARGET_REACH = 12  # tokens between a noun of violence and whom it strikes
COMPANY_REACH = 3  # tokens between "conduite" and "avec"
VERBAL = frozenset({"VERB", "AUX"})
ARMED = frozenset({"combatant", "police", "security-forces", "attacker"})
Found = list[tuple[int, Actor]]


def actors_of(
    sentence: Sentence, trigger: tuple[int, int], role: str, pack: Pack, *, sided: bool = False
) -> tuple[Actor, ...]:
    """Return the actors of the event whose trigger covers tokens `trigger` (first, last inclusive).

    Args:
        sentence: The sentence.
        trigger: Token bounds of the trigger, inclusive.
        role: The role its agent has ("perpetrator"; "facilitator" for evacuations and agreements).
        pack: Whose nouns for humans tell a target from a thing.
        sided: The event has two sides (a clash, an agreement), no perpetrator and target.
    """
    first, last = trigger
    if sided:
        return sides_of(sentence, trigger, pack)
    head = _verb_of(sentence, first, last)
    found = _verbal(sentence, head, role) if head is not None else _nominal(sentence, trigger, role, pack)
    if role == "facilitator":
        found += _conducted(sentence, role, pack)
    unique: dict[tuple[str, str], Actor] = {}
    for at, actor in found:
        thing = actor.role == "target" and not _can_suffer(sentence, at, pack)
        if not thing and (not first <= at <= last or actor.role != "target"):
            unique.setdefault((actor.role, actor.text.lower()), actor)
    return tuple(unique.values())


def _verb_of(sentence: Sentence, first: int, last: int) -> int | None:
    """Return the verb of a trigger; one with "of" right behind is a noun the parser missed ("lâchers de tracts")."""
    verbs = [i for i in range(first, last + 1) if sentence.tokens[i].pos in VERBAL]
    head = next((i for i in verbs if sentence.tokens[i].pos == "VERB"), verbs[0] if verbs else None)
    if head is None or head == last:
        return head
    of = sentence.low[head + 1] in sentence.grammar.phrases["of"] and sentence.tokens[head + 1].pos == "ADP"
    return None if of else head


def _verbal(sentence: Sentence, head: int, role: str) -> Found:
    verb = read_verb(sentence, head)
    found: Found = []
    parted = [] if verb.auxiliary else _across_aside(sentence, verb.first)
    if verb.voice == "passive" and not parted:
        for phrase, _ in agents(sentence, head):
            found += _listed(sentence, phrase.first, role) or _phrases(sentence, [phrase.head], role)
        found += _by(sentence, head + 1, role)
        found += _phrases(
            sentence, [p.head for p, rule in subjects(sentence, head, verb) if rule != "left-noun"], "target"
        )
    else:
        found += _phrases(sentence, parted or [p.head for p, _ in subjects(sentence, head, verb, agent=True)], role)
        found += _phrases(sentence, [p.head for p, _ in objects(sentence, head, verb.first)], "target")
    return found


def _across_aside(sentence: Sentence, first: int) -> list[int]:
    """Return the noun left of an aside that parts a verb from its auxiliary: "Des avions ont, selon X, largué"."""
    comma = first - 1
    if comma <= sentence.first or sentence.tokens[comma].text != ",":
        return []
    for i in range(comma - 1, sentence.first, -1):
        if sentence.tokens[i].text == "," and sentence.low[i - 1] in sentence.grammar.verbs["perfect"]:
            return [phrase.head for phrase, _ in left_noun(sentence, i - 1)]
    return []


def _nominal(sentence: Sentence, trigger: tuple[int, int], role: str, pack: Pack) -> Found:
    """Read "frappes russes sur", "attaque des rebelles contre", "evacuation … by the army"."""
    last = trigger[1]
    found = (
        _within(sentence, trigger, role, pack) or _by(sentence, last + 1, role) or _of(sentence, last + 1, role, pack)
    )
    against = sentence.grammar.phrases["against"]
    for i in range(last + 1, min(sentence.last, last + TARGET_REACH)):
        if sentence.low[i] in against and sentence.tokens[i].pos == "ADP":
            found += _after(sentence, i, "target")
            break
        if sentence.tokens[i].pos in VERBAL or sentence.tokens[i].text in {";", "."}:
            break
    return found


def _within(sentence: Sentence, trigger: tuple[int, int], role: str, pack: Pack) -> Found:
    """Read the agent inside the trigger's own words: "frappes de l'aviation" speaks of the air force."""
    first, last = trigger
    opened = any(sentence.low[i] in sentence.grammar.phrases["of"] for i in range(first + 1, last))
    return _phrases(sentence, [last], role) if opened and sentence.low[last] in body_words(pack) else []


def _of(sentence: Sentence, start: int, role: str, pack: Pack) -> Found:
    """Read "frappes de l'aviation X", "strikes by": the complement right behind, where it can act."""
    phrases = sentence.grammar.phrases
    for i in range(start, min(sentence.last, start + 3)):
        if sentence.low[i] in phrases["of"]:
            j = i + 1
            while j < sentence.last and sentence.tokens[j].pos in {"DET", "ADJ", "NUM"}:
                j += 1
            if j >= sentence.last or sentence.tokens[j].pos not in {"NOUN", "PROPN"} or j in sentence.places:
                return []
            human = human_at(sentence, phrase_at(sentence, j), pack)
            acts = sentence.low[j] in body_words(pack) or (human is not None and human.kind == "body")
            armed = human is not None and bool(ARMED & set(human.people))
            return _phrases(sentence, [j], role) if acts or armed or sentence.tokens[j].pos == "PROPN" else []
        if sentence.tokens[i].pos != "ADJ":
            return []
    return []


def _by(sentence: Sentence, start: int, role: str) -> Found:
    """Read "par le CICR et les Russes", "by the army": the first such phrase behind the event."""
    stops = {";", "«", "»"} if role == "facilitator" else {";", ":", "«", "»"}
    for i in range(start, sentence.last):
        if sentence.tokens[i].text in stops:
            return []
        if sentence.low[i] in sentence.grammar.phrases["by"] and sentence.tokens[i].pos == "ADP":
            return _listed(sentence, i + 1, role)
    return []


def _listed(sentence: Sentence, start: int, role: str) -> Found:
    """Read one actor, or several joined by a conjunction, from token `start` on; places and times are none."""
    found: Found = []
    for run in item_runs(sentence, start, sentence.last, strict=True):
        heads = [i for i in range(run.first, run.last + 1) if sentence.tokens[i].pos in {"NOUN", "PROPN"}]
        if run.first in sentence.times or heads[0] in sentence.times:
            return found
        found.append((heads[0], Actor(role, run.span(sentence).of(sentence.text))))
    return found


def _conducted(sentence: Sentence, role: str, pack: Pack) -> Found:
    """Read who carries an operation out where a second verb says so: "qui l'a conduite avec des médiateurs"."""
    words = side_words(pack)
    for i in range(sentence.first, sentence.last - 1):
        if words.get(sentence.low[i]) != "conducting":
            continue
        for j in range(i + 1, min(sentence.last - 1, i + COMPANY_REACH)):
            if words.get(sentence.low[j]) == "with" or sentence.low[j] in sentence.grammar.phrases["by"]:
                return _listed(sentence, j + 1, role)
    return []


def _after(sentence: Sentence, preposition: int, role: str) -> Found:
    j = preposition + 1
    while j < sentence.last and sentence.tokens[j].pos in {"DET", "ADJ", "NUM"}:
        j += 1
    if j >= sentence.last or sentence.tokens[j].pos not in {"NOUN", "PROPN"}:
        return []
    return _phrases(sentence, [j], role)


def _phrases(sentence: Sentence, heads: list[int], role: str) -> Found:
    """Turn noun phrases and what is coordinated with them into actors; places and times are none."""
    found: Found = []
    for head in heads:
        joined = conjuncts(sentence, phrase_at(sentence, head))
        members = [*_compounded(sentence, head), head, *(p.head for p in joined)]
        for member in members:
            token = sentence.tokens[member]
            place = member in sentence.places and role == "target"
            if token.pos not in {"NOUN", "PROPN"} or member in sentence.times or place:
                continue
            span = _bare(sentence, member)
            if span is not None:
                found.append((member, Actor(role, span.of(sentence.text))))
    return found


def _compounded(sentence: Sentence, head: int) -> list[int]:
    """Return what "and" parts from the head though the parser saw a compound: "the ICRC and Union monitors"."""
    return [
        child
        for child in sentence.children(head)
        if child < head and any(sentence.tokens[grandchild].pos == "CCONJ" for grandchild in sentence.children(child))
    ]


def _bare(sentence: Sentence, head: int) -> Span | None:
    """Return an actor's words without where it acts: "aviation malienne" of "aviation malienne sur Ménaka"."""
    span = noun_phrase_span(sentence, head)
    if span is None:
        return None
    run = run_after(sentence, head)
    if run is None:
        return span
    return Span(span.start, min(span.end, sentence.tokens[run.last].end))


def _can_suffer(sentence: Sentence, head: int, pack: Pack) -> bool:
    """Tell people and bodies, which can be a target, from things."""
    return sentence.tokens[head].pos == "PROPN" or human_at(sentence, phrase_at(sentence, head), pack) is not None

"""Who takes part in an event: roles from clause slots, nominal complements, and "entre … et …" lists.

Roles by syntax only: the subject of an active or agent of a passive verb acts; "par X" acts; "sur X", "contre X" suffers;
"entre A, ses alliés B, C et D" are two sides with the allies of the first.
"""

from bilan.annotate.arguments import agents, objects, subjects
from bilan.annotate.humans import body_words, human_at
from bilan.annotate.phrases import conjuncts, phrase_at
from bilan.annotate.syntax import Sentence
from bilan.annotate.verbs import read_verb
from bilan.claims.speakers import noun_phrase_span
from bilan.languages.load import Pack
from bilan.model.claim import Actor
from bilan.model.text import Span

SIDES_REACH = 12  # tokens between "combats" and "entre"
VERBAL = frozenset({"VERB", "AUX"})


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
    sides = _sides(sentence, last)
    if sides:
        return sides
    if sided:
        return _confronted(sentence, first, last)
    head = next((i for i in range(first, last + 1) if sentence.tokens[i].pos in VERBAL), None)
    found = _verbal(sentence, head, role) if head is not None else _nominal(sentence, last, role, pack)
    unique: dict[tuple[str, str], Actor] = {}
    for head, actor in found:
        thing = actor.role == "target" and not _can_suffer(sentence, head, pack)
        if not first <= head <= last and not thing:
            unique.setdefault((actor.role, actor.text.lower()), actor)
    return tuple(unique.values())


Found = list[tuple[int, Actor]]


def _verbal(sentence: Sentence, head: int, role: str) -> Found:
    verb = read_verb(sentence, head)
    found: Found = []
    if verb.voice == "passive":
        found += _phrases(sentence, [p.head for p, _ in agents(sentence, head)], role)
        found += _by(sentence, head + 1, role)
        found += _phrases(sentence, [p.head for p, rule in subjects(sentence, head, verb) if rule != "left-noun"], "target")
    else:
        found += _phrases(sentence, [p.head for p, _ in subjects(sentence, head, verb, agent=True)], role)
        found += _phrases(sentence, [p.head for p, _ in objects(sentence, head, verb.first)], "target")
    return found


def _nominal(sentence: Sentence, last: int, role: str, pack: Pack) -> Found:
    """Read "frappes russes sur", "attaque des rebelles contre", "evacuation … by the army"."""
    found = _by(sentence, last + 1, role) or _of(sentence, last + 1, role, pack)
    against = sentence.grammar.phrases["against"]
    for i in range(last + 1, min(sentence.last, last + SIDES_REACH)):
        if sentence.low[i] in against and sentence.tokens[i].pos == "ADP":
            found += _after(sentence, i, "target")
            break
        if sentence.tokens[i].pos in VERBAL or sentence.tokens[i].text in {";", "."}:
            break
    return found


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
            armed = human is not None and bool({"combatant", "police", "security-forces", "attacker"} & set(human.people))
            return _phrases(sentence, [j], role) if acts or armed or sentence.tokens[j].pos == "PROPN" else []
        if sentence.tokens[i].pos != "ADJ":
            return []
    return []


def _confronted(sentence: Sentence, first: int, last: int) -> tuple[Actor, ...]:
    """Read "A, soutenu par B et C, affronte D", "fighting pits A against B": sides and the allies of the first."""
    phrases = sentence.grammar.phrases
    head = next((i for i in range(first, last + 1) if sentence.tokens[i].pos in VERBAL), None)
    if head is None:
        verb = sentence.tokens[first].head
        governs = verb != first and sentence.tokens[verb].pos in VERBAL and sentence.tokens[first].dep in sentence.grammar.slots["subject"]
        if not governs:
            return ()
        ones = _phrases(sentence, [p.head for p, _ in objects(sentence, verb, read_verb(sentence, verb).first)], "side-a")
        last = verb
    else:
        ones = _phrases(sentence, [p.head for p, _ in subjects(sentence, head, read_verb(sentence, head), agent=True)], "side-a")
    others = _phrases(sentence, [p.head for p, _ in objects(sentence, head, head)], "side-b") if head is not None else []
    others = others or next(
        (
            found
            for i in range(last + 1, sentence.last)
            if sentence.low[i] in phrases["opposing"] and sentence.tokens[i].pos == "ADP" and (found := _after(sentence, i, "side-b"))
        ),
        [],
    )
    allies = _allies(sentence)
    taken = {actor.text for _, actor in allies}
    kept = [actor for _, actor in (*ones[:1], *allies, *others[:1]) if actor.role.startswith("ally") or actor.text not in taken]
    return tuple(dict.fromkeys(kept))


def _allies(sentence: Sentence) -> Found:
    """Read "épaulées par X, Y et Z", "with backing from X and Y" as allies of the first side."""
    phrases = sentence.grammar.phrases
    for i in range(sentence.first, sentence.last - 2):
        if sentence.low[i] not in phrases["backing"]:
            continue
        opener = next((j for j in range(i + 1, min(sentence.last, i + 3)) if sentence.tokens[j].pos == "ADP"), None)
        if opener is None:
            continue
        items = _list_items(sentence, opener + 1)
        return [(item[0], Actor("ally-a", _item_span(sentence, item).of(sentence.text))) for item in items]
    return []


def _by(sentence: Sentence, start: int, role: str) -> Found:
    """Read "par le CICR et les Russes", "by the army": the first such phrase behind the event."""
    for i in range(start, sentence.last):
        if sentence.tokens[i].text in {";", ":", "«", "»"}:
            return []
        if sentence.low[i] in sentence.grammar.phrases["by"] and sentence.tokens[i].pos == "ADP":
            return _after(sentence, i, role) + _joined(sentence, i, role)
    return []


def _joined(sentence: Sentence, preposition: int, role: str) -> Found:
    """Add what a conjunction joins to a "by" phrase where the parser did not: "par le CICR et les Russes"."""
    found: Found = []
    for first, last in _list_items(sentence, preposition + 1)[1:]:
        heads = [i for i in range(first, last + 1) if sentence.tokens[i].pos in {"NOUN", "PROPN"}]
        opens = sentence.tokens[first].pos in {"DET", "PROPN"} and sentence.tokens[first - 1].pos == "CCONJ"
        if opens and heads and heads[0] - first <= 1:
            found += _phrases(sentence, heads[:1], role)
    return found


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
        members = [head, *(p.head for p in conjuncts(sentence, phrase_at(sentence, head)))]
        for member in members:
            token = sentence.tokens[member]
            place = member in sentence.places and role == "target"
            if token.pos not in {"NOUN", "PROPN"} or member in sentence.times or place:
                continue
            span = noun_phrase_span(sentence, member)
            if span is not None:
                found.append((member, Actor(role, span.of(sentence.text))))
    return found


def _can_suffer(sentence: Sentence, head: int, pack: Pack) -> bool:
    """Tell people and bodies, which can be a target, from things."""
    return sentence.tokens[head].pos == "PROPN" or human_at(sentence, phrase_at(sentence, head), pack) is not None


def _sides(sentence: Sentence, last: int) -> tuple[Actor, ...]:
    """Read two sides and their allies: "entre l'armée, son allié X, Y et des rebelles"."""
    phrases = sentence.grammar.phrases
    start = next(
        (i for i in range(last + 1, min(sentence.last, last + SIDES_REACH)) if sentence.low[i] in phrases["between"]), None
    )
    if start is None:
        return ()
    items = _list_items(sentence, start + 1)
    if len(items) < 2:  # noqa: PLR2004  # a clash has two sides
        return ()
    roles = ["side-a"]
    allied = False
    for item in items[1:-1]:
        allied = allied or any(sentence.low[i] in phrases["allies"] for i in range(item[0], item[1] + 1))
        roles.append("ally-a" if allied else "side-a")
    roles.append("side-b")
    return tuple(
        Actor(role, _item_span(sentence, item).of(sentence.text)) for role, item in zip(roles, items, strict=True)
    )


def _list_items(sentence: Sentence, start: int) -> list[tuple[int, int]]:
    """Cut a list at commas and conjunctions up to the next verb or stop; return token bounds (inclusive)."""
    items, first, i = [], start, start
    while i < sentence.last:
        token = sentence.tokens[i]
        stop = token.text in {";", ".", ":", "(", "«", "»"} or (token.pos in VERBAL and i > first)
        if stop or token.text == "," or token.pos == "CCONJ":
            if first < i:
                items.append((first, i - 1))
            first = i + 1
            if stop:
                return items
        i += 1
    if first < sentence.last:
        items.append((first, sentence.last - 1))
    return items


def _item_span(sentence: Sentence, item: tuple[int, int]) -> Span:
    """Return the words of a list item without article, possessive and "allies"."""
    first, last = item
    phrases = sentence.grammar.phrases
    skip = phrases["definite"] | phrases["indefinite"] | phrases["allies"]
    while first < last and sentence.low[first] in skip:
        first += 1
    return sentence.words(first, last)

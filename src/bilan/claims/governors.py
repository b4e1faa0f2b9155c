"""Whether a cue of doubt governs a claim: it must sit on the claim's own verb or above it, not elsewhere.

"Apparently upset, he killed two" doubts the mood, "a suspected member was arrested" the membership; neither the harm.
"""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from bilan.annotate.cues import Cue
from bilan.annotate.syntax import Sentence
from bilan.claims.draft import Draft

RELATIVE = frozenset({"relcl", "acl:relcl"})
# how a word hangs on one that governs it not: what else was done, what was done meanwhile
LOOSE = frozenset({"conj", "advcl", "parataxis", "dep"}) | RELATIVE
CLAUSAL = frozenset({"advcl", "conj", "acl", "parataxis", "ccomp", "xcomp", "csubj", "ROOT", "root"}) | RELATIVE
CONTENT = frozenset({"VERB", "NOUN", "ADJ"})
MODIFIERS = frozenset({"amod", "advmod", "aux", "aux:tense", "cop"})
TENSED = frozenset({"VBD", "VBZ", "VBP"})
NEAR = 2  # a cue this close before the predicate is its own, whatever the parser made of it
DEEP = 12  # more steps up a tree than any real sentence takes


def governs(sentence: Sentence, cue: Cue, draft: Draft) -> bool:
    """Tell whether a cue speaks of the harm of a draft, by the tree.

    A value "own" is of an adjective that doubts its noun alone ("la mort présumée"); "complement" of a word that doubts
    what it takes ("soupçonné d'avoir tué"); "negated" of one that doubts when denied ("n'a pas confirmé"); "thing" of
    one whose object may tell the harm in a clause ("déjoué un attentat qui devait tuer"); "source" doubts all it gives.
    """
    root = _root(sentence, cue)
    predicate = draft.clause.predicate if draft.clause is not None else draft.at
    starts = {predicate, draft.at}
    below = any(_complement(sentence, start, root, through=cue.value == "thing") for start in starts)
    if cue.value == "own":
        return sentence.tokens[root].head == predicate or predicate == cue.last + 1 or below
    if cue.value == "source":
        return True
    if cue.value in {"complement", "negated"}:
        return below and (cue.value == "complement" or _negated(sentence, root))
    return below or cue.first <= predicate <= cue.last or _beside(sentence, cue, root, starts)


def _beside(sentence: Sentence, cue: Cue, root: int, starts: AbstractSet[int]) -> bool:
    """Tell a cue right before the predicate, or one that hangs on it or on what it hangs on."""
    token = sentence.tokens[root]
    if token.pos == "PROPN" and token.dep in MODIFIERS | {"compound"}:  # "a Planned Parenthood clinic"
        return False
    if any(0 < start - cue.last <= NEAR and "," not in _between(sentence, cue.last, start) for start in starts):
        return True
    if token.pos in CONTENT and token.dep not in MODIFIERS:
        return False
    moods = [i for i in (token.head, *sentence.children(root)) if sentence.tokens[i].pos == "ADJ" and i not in starts]
    if any(sentence.tokens[i].dep in MODIFIERS for i in moods):  # "apparemment furieux, il a tué"
        return False
    above = starts | {node for start in starts for node, _ in _above(sentence, start)}
    return _home(sentence, root) in above or token.head in above


def _between(sentence: Sentence, left: int, right: int) -> list[str]:
    return [token.text for token in sentence.tokens[left + 1 : right]]


def _root(sentence: Sentence, cue: Cue) -> int:
    """Return the word of a cue that the others hang on."""
    inside = range(cue.first, cue.last + 1)
    return next((i for i in inside if sentence.tokens[i].head not in inside or sentence.tokens[i].head == i), cue.first)


def _above(sentence: Sentence, start: int, *, through: bool = False) -> Iterator[tuple[int, str]]:
    """Yield what a word hangs on, upwards, with how; a clause with a tense of its own ends the way."""
    node = start
    for _ in range(DEEP):
        token = sentence.tokens[node]
        ends = token.dep in RELATIVE or (token.dep == "advcl" and finite(sentence, node))
        if token.head == node or (ends and not through):
            return
        yield token.head, token.dep
        node = token.head


def _complement(sentence: Sentence, start: int, root: int, *, through: bool = False) -> bool:
    """Tell whether a word stands below another as what it takes: "feared that six had drowned"."""
    return any(node == root and dep not in LOOSE for node, dep in _above(sentence, start, through=through))


def _home(sentence: Sentence, i: int) -> int:
    """Return the head of the clause a word stands in."""
    node = i
    for _ in range(DEEP):
        token = sentence.tokens[node]
        if token.head == node or token.dep in CLAUSAL:
            return node
        node = token.head
    return node


def finite(sentence: Sentence, i: int) -> bool:
    """Tell a verb with a tense of its own: "after six people were killed"."""
    group = (i, *(child for child in sentence.children(i) if sentence.tokens[child].dep.startswith(("aux", "cop"))))
    return any(sentence.tokens[j].tag in TENSED or "VerbForm=Fin" in sentence.tokens[j].feats for j in group)


def _negated(sentence: Sentence, i: int) -> bool:
    negative = sentence.grammar.verbs["negative"]
    return any(sentence.low[child] in negative for child in (*sentence.children(i), *_helpers(sentence, i)))


def _helpers(sentence: Sentence, i: int) -> Iterator[int]:
    """Yield the words on the verb a word hangs on: "was not able to confirm", "n'a pas pu confirmer"."""
    if sentence.tokens[i].dep == "xcomp":
        yield from sentence.children(sentence.tokens[i].head)

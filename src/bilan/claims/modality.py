"""How surely: asserted · hedged · possible · planned · denied, read from the words around a draft.

The French conditional of hearsay ("auraient péri") is hedged by its surface form. A cue counts when it stands in the
same stretch between clause borders, before the toll, or on its own predicate, and governs it (`governors`).
"""

from collections.abc import Sequence

from bilan.annotate.annotation import Annotation
from bilan.annotate.cues import Cue
from bilan.annotate.readings import negated_left
from bilan.annotate.syntax import Sentence
from bilan.claims.draft import Draft
from bilan.claims.governors import governs
from bilan.claims.saying import denies_blame

BORDERS = frozenset({";", ":", ".", "»", "«", "(", ")"})
TENSED = frozenset({"VBD", "VBZ", "VBP"})
BY_TREE = frozenset({"hedge", "possible", "planned"})
AFTER = {"hedge": 2, "deny-fact": 30}  # tokens behind the toll in which a cue still counts
REACH = {
    "deny-fact": 25,
    "hedge": 12,
    "possible": 9,
    "planned": 9,
    "deny": 14,
}  # tokens from cue to toll


def judge_modality(annotation: Annotation, drafts: Sequence[Draft]) -> list[Draft]:
    """Set the modality of every draft that is not plainly asserted."""
    return [
        draft.but(modality=_modality(annotation.sentences[draft.sentence], annotation.cues[draft.sentence], draft))
        for draft in drafts
    ]


def _modality(sentence: Sentence, cues: Sequence[Cue], draft: Draft) -> str:
    at = draft.at
    if draft.modality == "planned" or draft.kind == "statement":
        return draft.modality
    kinds = {cue.kind for cue in cues}
    near = {kind: kind in kinds and _reaches(sentence, cues, kind, draft) for kind in REACH}
    if near["deny"] or near["deny-fact"] or _denied(sentence, draft):
        return "denied"
    if draft.clause is not None and draft.clause.kind == "act" and draft.clause.verb.future:
        return "planned"
    if near["planned"] and not _done(sentence, draft):
        return "planned"
    if near["possible"]:
        return "possible"
    if near["hedge"] or _hearsay(sentence, draft, at):
        return "hedged"
    return "asserted"


def _denied(sentence: Sentence, draft: Draft) -> bool:
    """A negated verb denies its toll, unless the toll itself is none: "n'a pas fait 17 morts"."""
    clause, count = draft.clause, draft.count
    if clause is None or count is None or count.low == 0:
        return False
    if clause.kind in {"act", "state"}:
        return clause.verb.negated
    counted = draft.phrase is not None and draft.phrase.number is not None
    return (
        clause.kind == "person" and counted and draft.phrase is not None and negated_left(sentence, draft.phrase.first)
    )


def _hearsay(sentence: Sentence, draft: Draft, at: int) -> bool:
    """Tell a conditional of hearsay on the draft's own predicate or on the verb its noun hangs on."""
    clause, hearsay = draft.clause, sentence.grammar.verbs["hearsay"]
    if clause is not None and clause.verb.hearsay:
        return True
    if not hearsay:
        return False
    first = draft.phrase.first if draft.phrase else at
    for i in range(first - 1, max(sentence.first, first - 12) - 1, -1):
        if sentence.tokens[i].text in BORDERS:
            return False
        if sentence.low[i] in hearsay:
            return True
        if sentence.tokens[i].pos in {"VERB", "AUX"} and _conditional(sentence, i):
            return True
    return False


def _conditional(sentence: Sentence, i: int) -> bool:
    """Tell a conditional by its ending; "dénombrait", "tirait" are imperfects of verbs in -rer, "extrait" a participle.

    The parser's word is taken only against the ending, never for it.
    """
    feats = sentence.tokens[i].feats
    other = "Tense=Imp" in feats or "VerbForm=Part" in feats or ("Tense=Pres" in feats and "Mood=Ind" in feats)
    return sentence.low[i].endswith(("rait", "raient")) and not other


def _reaches(sentence: Sentence, cues: Sequence[Cue], kind: str, draft: Draft) -> bool:
    clause = draft.clause
    first = draft.phrase.first if draft.phrase else draft.at
    points = [first, draft.at] + ([clause.predicate, clause.verb.first] if clause else [])
    low, high = min(points), max(points)
    for cue in cues:
        if cue.kind != kind:
            continue
        if kind == "deny" and (sentence.tokens[cue.first].pos == "NOUN" or denies_blame(sentence, cue)):
            continue  # "killed in a dispute"
        if cue.value == "infinitive" and not _infinitive_after(sentence, cue.last, high):
            continue
        if cue.value == "modal" and not _governs(sentence, cue, clause.predicate if clause else draft.at):
            continue
        if kind in BY_TREE and cue.value != "modal" and not governs(sentence, cue, draft):
            continue
        if low <= cue.first <= high + AFTER.get(kind, 0):
            return True
        if cue.last < low and low - cue.last <= REACH[kind] and not _border(sentence, cue.last, low):
            return True
    return False


def _governs(sentence: Sentence, cue: Cue, predicate: int) -> bool:
    """Tell whether a modal stands in the verb group of the predicate, or on the verb the toll hangs on."""
    if cue.first > predicate:
        return False
    head = sentence.tokens[cue.first].head
    node, steps = predicate, 0
    while steps < 5:  # noqa: PLR2004  # deeper than this, the modal speaks of something else
        if node == head:
            return True
        if sentence.tokens[node].head == node or _tensed(sentence, node):
            return False
        node, steps = sentence.tokens[node].head, steps + 1
    return False


def _done(sentence: Sentence, draft: Draft) -> bool:
    """Tell a verb in the perfect, which tells of no plan: "devra prouver qu'il a tué deux hommes"."""
    clause = draft.clause
    act = clause is not None and clause.kind == "act" and clause.verb.auxiliary
    return act and clause is not None and sentence.low[clause.verb.first] in sentence.grammar.verbs["done"]


def _tensed(sentence: Sentence, i: int) -> bool:
    """Tell a verb with a tense of its own, which no modal above it governs: "will have to prove that he killed two"."""
    auxiliaries = (child for child in sentence.children(i) if sentence.tokens[child].dep.startswith("aux"))
    return any(sentence.tokens[j].tag in TENSED for j in (i, *auxiliaries))


def _infinitive_after(sentence: Sentence, cue: int, at: int) -> bool:
    return any("VerbForm=Inf" in sentence.tokens[i].feats for i in range(cue + 1, min(sentence.last, at + 1, cue + 5)))


def _border(sentence: Sentence, left: int, right: int) -> bool:
    """Tell whether a clause border stands between two tokens; a comma alone is none."""
    return any(sentence.tokens[i].text in BORDERS or _meanwhile(sentence, i) for i in range(left + 1, right))


def _meanwhile(sentence: Sentence, i: int) -> bool:
    """Tell what opens a clause of something that happened: "accusé de menaces après qu'un homme a été tué"."""
    if sentence.low[i] not in sentence.grammar.phrases["meanwhile"]:
        return False
    behind = sentence.tokens[i + 1].pos == "SCONJ" if i + 1 < sentence.last else False
    return behind or sentence.tokens[i].pos == "SCONJ"

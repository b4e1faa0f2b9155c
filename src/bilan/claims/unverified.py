"""Tolls the report itself could not check: "AFP was unable to verify the claim", "ce qui n'a pu être vérifié".

What the report says it could not verify it does not assert: such tolls are hedged, whoever gives them.
"""

from collections.abc import Sequence

from bilan.annotate.annotation import Annotation
from bilan.annotate.cues import Cue
from bilan.annotate.syntax import Sentence
from bilan.annotate.verbs import read_verb
from bilan.claims.draft import Draft

UNVERIFIED = "unverified"  # kind of the cues: verbs for checking; value `passive`: only where it is left open by whom
GROUP = 7  # tokens before a verb in which its denial stands: "n'a pas pu, dans l'immédiat, être vérifié"
HARM = frozenset({"toll", "event"})


def hedge_unverified(annotation: Annotation, drafts: Sequence[Draft]) -> list[Draft]:
    """Hedge asserted tolls and events of a sentence, or of the one before, that the report says nobody could verify."""
    doubted: set[int] = set()
    for number, (sentence, cues) in enumerate(zip(annotation.sentences, annotation.cues, strict=True)):
        for cue in cues:
            if cue.kind == UNVERIFIED and _fails(sentence, cue):
                doubted.update(_doubted(drafts, number, cue))
    return [
        draft.but(modality="hedged") if index in doubted and draft.modality == "asserted" else draft
        for index, draft in enumerate(drafts)
    ]


def _fails(sentence: Sentence, cue: Cue) -> bool:
    """Tell a check that failed: negated, or behind "unable to"; "not confirmed the figure" is one side's silence."""
    before = [sentence.low[i] for i in range(max(sentence.first, cue.first - GROUP), cue.first)]
    grammar = sentence.grammar
    words = grammar.verbs["negative"] | grammar.phrases["unable"]
    if cue.value == "noun":
        return any(low in words for low in before[-2:])
    if words.isdisjoint(before) or sentence.tokens[cue.first].pos not in {"VERB", "AUX", "ADJ"}:
        return False
    return cue.value != "passive" or read_verb(sentence, cue.first).voice == "passive"


def _doubted(drafts: Sequence[Draft], number: int, cue: Cue) -> list[int]:
    """Return the drafts spoken of: those before the cue in its sentence, else those somebody says one before."""
    own = [i for i, d in enumerate(drafts) if d.sentence == number and d.kind in HARM]
    if own:
        return [i for i in own if drafts[i].at < cue.first]
    return [i for i, d in enumerate(drafts) if d.sentence == number - 1 and d.kind in HARM and d.said_by]

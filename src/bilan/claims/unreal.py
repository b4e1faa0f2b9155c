"""Drop tolls of things that did not happen and are not said to have: films, drills, laws, hypotheses, sport.

A cue in the sentence decides (cues.csv, kinds fiction, generic, hypothetical, sport); threats, plans and fears are
kept, with their modality.
"""

from collections.abc import Sequence

from bilan.annotate.annotation import Annotation
from bilan.annotate.cues import Cue
from bilan.annotate.syntax import Sentence
from bilan.claims.draft import Draft

CRIMES = frozenset({"killed", "injured"})  # outcomes that sport and "would have" speak of in a figure only
SINGLE = 1


def drop_unreal(annotation: Annotation, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts that speak of the real world."""
    return [d for d in drafts if not _unreal(annotation.sentences[d.sentence], annotation.cues[d.sentence], d)]


def _unreal(sentence: Sentence, cues: Sequence[Cue], draft: Draft) -> bool:
    kinds = {cue.kind for cue in cues}
    if "fiction" in kinds or ("generic" in kinds and _before(cues, "generic", draft.at)):
        return True
    if "hypothetical" in kinds and _before(cues, "hypothetical", draft.at) and draft.outcome in CRIMES:
        return _conditional(sentence, draft) or any(c.kind == "hypothetical" and c.value == "sure" for c in cues)
    single = draft.count is not None and draft.count.low == draft.count.high == SINGLE
    return "sport" in kinds and single and draft.outcome in CRIMES


def _before(cues: Sequence[Cue], kind: str, at: int) -> bool:
    return any(cue.kind == kind and cue.first < at for cue in cues)


def _conditional(sentence: Sentence, draft: Draft) -> bool:
    """Tell whether a verb of the sentence stands in the conditional ("tuerait", "would kill")."""
    del draft
    return any(low.endswith(("rait", "raient")) or low in {"would", "could"} for low in sentence.low.values())

"""Drop tolls of things that did not happen and are not said to have: films, drills, laws, hypotheses, sport.

A cue in the sentence decides (cues.csv, kinds fiction, generic, hypothetical, sport); threats, plans and fears are
kept, with their modality.
"""

from collections.abc import Sequence

from bilan.annotate.annotation import Annotation
from bilan.annotate.cues import Cue
from bilan.annotate.syntax import Sentence
from bilan.claims.draft import Draft
from bilan.claims.refusals import FICTION, GENERIC, HYPOTHETICAL, SPORT, Judged, judge

CRIMES = frozenset({"killed", "injured"})  # outcomes that sport and "would have" speak of in a figure only
SINGLE = 1


def drop_unreal(annotation: Annotation, drafts: Sequence[Draft]) -> Judged:
    """Part the drafts that speak of the real world from those that do not."""
    return judge([(d, _unreal(annotation.sentences[d.sentence], annotation.cues[d.sentence], d), "") for d in drafts])


def _unreal(sentence: Sentence, cues: Sequence[Cue], draft: Draft) -> str:
    """Return why the draft speaks of nothing real, "" when it does."""
    kinds = {cue.kind for cue in cues}
    if "fiction" in kinds:
        return FICTION
    if "generic" in kinds and _before(cues, "generic", draft.at):
        return GENERIC
    if "hypothetical" in kinds and _before(cues, "hypothetical", draft.at) and draft.outcome in CRIMES:
        sure = any(c.kind == "hypothetical" and c.value == "sure" for c in cues)
        return HYPOTHETICAL if sure or _conditional(sentence, draft) else ""
    single = draft.count is not None and draft.count.low == draft.count.high == SINGLE
    return SPORT if "sport" in kinds and single and draft.outcome in CRIMES else ""


def _before(cues: Sequence[Cue], kind: str, at: int) -> bool:
    return any(cue.kind == kind and cue.first < at for cue in cues)


def _conditional(sentence: Sentence, draft: Draft) -> bool:
    """Tell whether a verb of the sentence stands in the conditional ("tuerait", "would kill")."""
    del draft
    return any(low.endswith(("rait", "raient")) or low in {"would", "could"} for low in sentence.low.values())

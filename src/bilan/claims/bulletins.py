"""Words that tell an older toll from a newer one: "un premier bilan", "le bilan s'est alourdi", "initial reports"."""

from bilan.annotate.annotation import Annotation
from bilan.annotate.cues import Cue

OLD, NEW = "toll-old", "toll-new"
UPDATE_REACH = 12  # tokens between a verb of rising, or "contre", and the toll it speaks of
BESIDE = 2  # tokens between "nouveau" and "bilan"


def revising(annotation: Annotation, number: int) -> list[Cue]:
    """Return the cues of a sentence that mark tolls as older or newer.

    "Nouveau" and its like must stand beside a noun for the toll; a verb of rising marks a newer toll when such a noun
    stands in its sentence.
    """
    cues = annotation.cues[number]
    nouns = toll_nouns(annotation, number)
    found = []
    for cue in cues:
        if cue.kind in {OLD, NEW}:
            beside = any(0 < abs(cue.first - noun) <= BESIDE for noun in nouns)
            if beside or "noun" not in cue.value.split():
                found.append(cue)
        elif cue.kind == "update" and any(abs(cue.first - noun) <= UPDATE_REACH for noun in nouns):
            found.append(cue._replace(kind=NEW))
    return found


def toll_nouns(annotation: Annotation, number: int) -> set[int]:
    """Return the tokens of a sentence that are nouns for a toll: "bilan", "death toll"."""
    tolls = {clause.predicate for clause in annotation.clauses[number] if clause.kind == "toll"}
    nouns = {cue.first for cue in annotation.cues[number] if cue.kind == "toll-noun"}
    return tolls | nouns

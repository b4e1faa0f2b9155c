"""Flag a place whose stated direction is at odds with the gazetteer: kept as said, for a person to look at."""

from collections.abc import Sequence

from bilan.annotate.annotation import Annotation
from bilan.claims.draft import Draft
from bilan.model.place import Place
from bilan.places.directions import direction_conflict

FLAG = "place-at-odds-with-gazetteer"


def flag_directions(annotation: Annotation, drafts: Sequence[Draft], places: Sequence[Place]) -> list[Draft]:
    """Return the drafts, those whose place the report puts on the wrong side of another flagged."""
    text, pack = annotation.report.text, annotation.pack
    used = {draft.place_mention for draft in drafts if draft.place_mention is not None}
    odd = {i for i in used if direction_conflict(text, places[i], places, pack) is not None}
    return [draft.but(flags=(*draft.flags, FLAG)) if draft.place_mention in odd else draft for draft in drafts]

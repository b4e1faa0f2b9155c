"""Claims of one report that cannot both hold: done already here, still planned there."""

from collections.abc import Sequence

from bilan.annotate.annotation import Annotation
from bilan.claims.draft import Draft

NEAR = 2  # sentences between two tellings of one event
DONE, COMING = "asserted", "planned"


def find_tensions(annotation: Annotation, drafts: Sequence[Draft]) -> dict[int, int]:
    """Pair each planned event with the same event told as done close by, where the two may share their place.

    Returns:
        Index of the planned draft → index of the one told as done.
    """
    pairs = {}
    for i, planned in enumerate(drafts):
        if planned.kind != "event" or planned.modality != COMING:
            continue
        done = [
            j
            for j, other in enumerate(drafts)
            if other.kind == "event"
            and other.event == planned.event
            and other.modality == DONE
            and abs(other.sentence - planned.sentence) <= NEAR
            and _may_share_place(annotation, planned, other)
        ]
        if done:
            pairs[i] = min(done, key=lambda j: abs(drafts[j].sentence - planned.sentence))
    return pairs


def _may_share_place(annotation: Annotation, one: Draft, other: Draft) -> bool:
    """A doubtful place may be any of its candidates; the same mention or the same words are one place."""
    if "place-doubtful" in one.flags or "place-doubtful" in other.flags:
        return True
    if one.place_mention is None or other.place_mention is None:
        return True
    words = {annotation.places[mention].text.casefold() for mention in (one.place_mention, other.place_mention)}
    return len(words) == 1

"""Claims of one report that cannot both hold: done already here, still planned there."""

from collections.abc import Sequence

from bilan.claims.draft import Draft

NEAR = 2  # sentences between two tellings of one event
DONE, COMING = "asserted", "planned"


def find_tensions(drafts: Sequence[Draft]) -> dict[int, int]:
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
            and _may_share_place(planned, other)
        ]
        if done:
            pairs[i] = min(done, key=lambda j: abs(drafts[j].sentence - planned.sentence))
    return pairs


def _may_share_place(one: Draft, other: Draft) -> bool:
    """A doubtful place may be any of its candidates; equal mentions are one place."""
    if "place-doubtful" in one.flags or "place-doubtful" in other.flags:
        return True
    return one.place_mention is None or other.place_mention is None or one.place_mention == other.place_mention

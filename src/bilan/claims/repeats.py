"""Tolls told again: headline, lead and body; "les douze victimes", "the 12 dead" of what was counted before."""

from collections.abc import Sequence

from bilan.claims.draft import Draft
from bilan.claims.sameness import Setting, other_day, other_place, same_people

HEADLINE = 0  # the sentence that announces what the next ones tell
LEAD = 3  # sentences in which what the headline announced is told
ONE = 1
SURE = frozenset({"asserted", "hedged"})


def find_repeats(drafts: Sequence[Draft], setting: Setting) -> dict[int, int]:
    """Pair tolls with the first telling of the same toll: indexes into `drafts`, repeat → first."""
    pairs: dict[int, int] = {}
    tolls = [i for i, draft in enumerate(drafts) if draft.kind == "toll" and draft.count and draft.count.low]
    for index in tolls:
        first = next((i for i in tolls if i < index and _says_again(drafts[i], drafts[index], setting)), None)
        if first is not None:
            pairs[index] = pairs.get(first, first)
    return pairs


def _says_again(first: Draft, again: Draft, setting: Setting) -> bool:
    one, other = first.count, again.count
    if one is None or other is None or first.outcome != again.outcome or one.low != other.low or one.low == ONE:
        return False
    if (
        first.basis != again.basis
        or first.sentence == again.sentence
        or (first.modality in SURE) != (again.modality in SURE)
    ):
        return False
    if not same_people(first, again) or other_place(first, again, setting):
        return False
    if other_day(first, again, setting) and not _is_definite(again):  # "les douze victimes ont été enterrées mercredi"
        return False
    if first.event == again.event:
        return True
    announced = first.sentence == HEADLINE and again.sentence <= LEAD
    return announced or again.event is None or first.event is None or _is_definite(again)


def _is_definite(draft: Draft) -> bool:
    return draft.phrase is not None and draft.phrase.definite is True

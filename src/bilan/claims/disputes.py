"""Tolls that speak against each other: two speakers with different numbers, a denial and what it denies."""

from collections.abc import Sequence
from itertools import combinations

from bilan.claims.draft import Draft
from bilan.claims.sameness import Setting, other_day, other_place, same_people

CLOSE = 4  # sentences between two speakers' numbers of one toll
MIN_TOLL = 2  # that one speaker counts one victim and another two is no dispute


def find_contradictions(drafts: Sequence[Draft], linked: set[frozenset[int]], setting: Setting) -> dict[int, list[int]]:
    """List for each toll those of other speakers that give another number for the same people.

    Args:
        drafts: all drafts of a report.
        linked: pairs that replace or repeat one another: these are no contradictions.
        setting: what drafts are compared with.
    """
    out: dict[int, list[int]] = {}
    totals = [i for i, d in enumerate(drafts) if d.kind == "toll" and d.basis == "total" and d.count and d.said_by]
    for a, b in combinations(totals, 2):
        if frozenset((a, b)) not in linked and _contradict(drafts[a], drafts[b], setting):
            out.setdefault(a, []).append(b)
            out.setdefault(b, []).append(a)
    return out


def _contradict(one: Draft, other: Draft, setting: Setting) -> bool:
    if one.outcome != other.outcome or one.event != other.event or one.people != other.people:
        return False
    if _speaker(one) == _speaker(other) or other.sentence - one.sentence > CLOSE:
        return False
    if other_place(one, other, setting) or other_day(one, other, setting) or not _exclude(one, other):
        return False
    return "denied" not in {one.modality, other.modality}


def _speaker(draft: Draft) -> str:
    return draft.said_by[0].text.casefold()


def _exclude(one: Draft, other: Draft) -> bool:
    """Tell whether two counts cannot both be true, a lone victim apart."""
    first, second = one.count, other.count
    if first is None or second is None or "vague" in {first.wording, second.wording}:
        return False
    return first.low != second.low and min(first.low or 0, second.low or 0) >= MIN_TOLL


def find_denials(drafts: Sequence[Draft], setting: Setting) -> dict[int, int]:
    """Pair each denied toll with the nearest one told as having happened: the same number, or any for a vague word."""
    pairs: dict[int, int] = {}
    for index, denied in enumerate(drafts):
        if denied.kind != "toll" or denied.modality != "denied" or denied.count is None:
            continue
        found = [
            (abs(other.sentence - denied.sentence), i > index, i)
            for i, other in enumerate(drafts)
            if i != index and _is_denied(denied, other) and not other_place(denied, other, setting)
        ]
        if found:
            pairs[index] = min(found)[-1]
    return pairs


def _is_denied(denied: Draft, other: Draft) -> bool:
    if other.kind != "toll" or other.modality == "denied" or other.count is None or denied.count is None:
        return False
    alike = "vague" in {denied.count.wording, other.count.wording} or denied.count.low == other.count.low
    sided = not other.said_by or not denied.said_by or _speaker(other) != _speaker(denied)
    return other.outcome == denied.outcome and same_people(denied, other) and alike and sided

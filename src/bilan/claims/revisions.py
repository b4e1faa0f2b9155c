"""Which toll of a report replaces which: "83 morts, contre 71 la veille", "a new toll put the dead at 19".

In one sentence the words themselves pair the two numbers. Over sentences one of the two is marked as older ("un premier
bilan", "initially") or as newer ("le bilan s'est alourdi", "the latest count"); its partner is the nearest toll of the
same outcome and the same people that differs and that no other place keeps apart.
"""

from collections.abc import Iterator, Sequence

from bilan.annotate.annotation import Annotation
from bilan.annotate.cues import Cue
from bilan.claims.background import BACKGROUND
from bilan.claims.bulletins import NEW, OLD, UPDATE_REACH, revising
from bilan.claims.draft import Draft
from bilan.claims.sameness import Setting, other_place, same_people

MARK_REACH = 25  # tokens between "un nouveau bilan" and the number it marks
BEHIND = 6  # tokens from a number back to "initially"


def find_revisions(drafts: Sequence[Draft], setting: Setting) -> dict[int, int]:
    """Pair newer tolls with the older ones they replace: indexes into `drafts`, newer → older."""
    annotation = setting.annotation
    pairs = _split_updates(drafts)
    pairs.update(_told_in_one_sentence(annotation, drafts))
    marks = {index: _marks(annotation, drafts, index) for index in _totals(drafts)}
    for index, cues in marks.items():
        kinds = {cue.kind for cue in cues}
        if kinds == {OLD} and index not in pairs.values():
            newer = _newer(drafts, index, marks, setting)
            if newer is not None and newer not in pairs:
                pairs[newer] = index
        elif kinds == {NEW} and index not in pairs:
            older = _older(drafts, index, marks, setting)
            if older is not None:
                pairs[index] = older
    return pairs


def _split_updates(drafts: Sequence[Draft]) -> dict[int, int]:
    """Pair the two halves of "passé de 14 à 19", and a bare older number with its newer one."""
    pairs = {}
    for index, draft in enumerate(drafts):
        if draft.rule == "update/old":
            newer = [i for i, d in enumerate(drafts) if i != index and _updates(d, draft)]
            if newer:
                pairs[min(newer, key=lambda i, at=draft.at: abs(drafts[i].at - at))] = index  # type: ignore[misc]
    return pairs


def _updates(newer: Draft, older: Draft) -> bool:
    same = newer.sentence == older.sentence and newer.outcome == older.outcome and newer.kind == "toll"
    return same and newer.rule != "update/old" and newer.basis == "total"


def _told_in_one_sentence(annotation: Annotation, drafts: Sequence[Draft]) -> Iterator[tuple[int, int]]:
    """Read "83 morts, contre 71 blessés la veille": both numbers stand in the sentence, a cue between them."""
    for number in range(len(annotation.sentences)):
        marks = [cue for cue in annotation.cues[number] if cue.kind == "supersede-from" and cue.value != "never"]
        if not marks:
            continue
        own = [i for i, draft in enumerate(drafts) if draft.sentence == number and draft.count]
        updates = any(cue.kind == "update" for cue in annotation.cues[number])
        for cue in marks:
            old = [i for i in own if 0 < _first(drafts[i]) - cue.last <= UPDATE_REACH]
            if not old or not (updates or cue.words != "contre"):
                continue
            target = min(old, key=lambda i: drafts[i].at)
            new = [i for i in own if i != target and drafts[i].outcome == drafts[target].outcome]
            if new:
                yield min(new, key=lambda i: abs(drafts[i].at - cue.first)), target


def _first(draft: Draft) -> int:
    return draft.phrase.first if draft.phrase else draft.at


def _totals(drafts: Sequence[Draft]) -> list[int]:
    """Return the tolls that can be replaced or replace: numbers of the told incident as a whole."""
    return [
        i
        for i, draft in enumerate(drafts)
        if draft.kind == "toll"
        and draft.basis == "total"
        and draft.count is not None
        and draft.count.wording != "vague"
        and (draft.count.low or draft.count.high)
        and draft.modality in {"asserted", "hedged"}
        and BACKGROUND not in draft.flags
    ]


def _marks(annotation: Annotation, drafts: Sequence[Draft], index: int) -> list[Cue]:
    """Return the cues that mark a toll as older or newer: in its sentence, or in one before that only says so."""
    draft = drafts[index]
    own = [cue for cue in revising(annotation, draft.sentence) if _reaches(cue, draft)]
    before = draft.sentence - 1
    bare = before >= 0 and not any(other.sentence == before and other.kind == "toll" for other in drafts)
    return own or ([cue for cue in revising(annotation, before) if "grown" not in cue.value] if bare else [])


def _reaches(cue: Cue, draft: Draft) -> bool:
    first = _first(draft)
    return cue.first < first + BEHIND and first - cue.last <= MARK_REACH


def _newer(drafts: Sequence[Draft], old: int, marks: dict[int, list[Cue]], setting: Setting) -> int | None:
    """Return what replaces a toll marked as older: told before it, as news does, else behind it."""
    provisional = all("provisional" in cue.value for cue in marks[old])
    found = [
        i
        for i in marks
        if not any(cue.kind == OLD for cue in marks[i])
        and _replaces(drafts[i], drafts[old], setting)
        and (not provisional or (i > old and _more(drafts[i], drafts[old])))
    ]
    before = [i for i in found if i < old]
    return before[-1] if before else min(found, default=None)


def _older(drafts: Sequence[Draft], new: int, marks: dict[int, list[Cue]], setting: Setting) -> int | None:
    """Return what a toll marked as newer replaces: the nearest one told before it."""
    smaller = not any(cue.value == "down" or "noun" in cue.value.split() for cue in marks[new])
    found = [
        i
        for i in marks
        if i < new
        and (drafts[i].sentence < drafts[new].sentence or any(cue.kind == OLD for cue in marks[i]))
        and _replaces(drafts[new], drafts[i], setting)
        and (not smaller or _more(drafts[new], drafts[i]))
    ]
    return found[-1] if found else None


def _more(newer: Draft, older: Draft) -> bool:
    return _size(newer) > _size(older)


def _size(draft: Draft) -> int:
    return (draft.count.low or draft.count.high or 0) if draft.count else 0


def _replaces(newer: Draft, older: Draft, setting: Setting) -> bool:
    """Tell whether two tolls count the same people's fate, and differ."""
    same = newer.outcome == older.outcome and same_people(newer, older) and not other_place(newer, older, setting)
    return same and _size(newer) != _size(older)

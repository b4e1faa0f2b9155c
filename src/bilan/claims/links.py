"""Relations between the claims of one report: part_of, share_of, supersedes, repeats, contradicts."""

from collections.abc import Sequence

from bilan.annotate.annotation import Annotation
from bilan.claims.draft import Draft
from bilan.claims.tensions import find_tensions
from bilan.model.claim import Links

UPDATE_REACH = 12  # tokens between "contre" and the number it announces


def link_drafts(annotation: Annotation, drafts: Sequence[Draft], ids: Sequence[str]) -> list[Links]:
    """Return the links of each draft, as claim ids, in the order of `drafts`."""
    older = _superseded(annotation, drafts)
    repeats = _repeats(drafts)
    contradicted = _contradictions(drafts, older, repeats)
    for planned, done in find_tensions(annotation, drafts).items():
        contradicted.setdefault(planned, []).append(done)
        contradicted.setdefault(done, []).append(planned)
    out = []
    for index, draft in enumerate(drafts):
        whole = ids[draft.whole] if draft.whole is not None else None
        out.append(
            Links(
                part_of=(whole,) if whole and draft.basis == "part" else (),
                share_of=(whole,) if whole and draft.basis == "share" else (),
                supersedes=(ids[older[index]],) if index in older else (),
                repeats=(ids[repeats[index]],) if index in repeats else (),
                contradicts=tuple(ids[other] for other in contradicted.get(index, ())),
            )
        )
    return out


def _superseded(annotation: Annotation, drafts: Sequence[Draft]) -> dict[int, int]:
    """Pair a newer toll with the older one its words name: "83 morts, contre 71 la veille"."""
    pairs: dict[int, int] = {}
    for index, draft in enumerate(drafts):
        if draft.rule == "update/old":
            newer = [i for i, d in enumerate(drafts) if i != index and _updates(d, draft)]
            if newer:
                pairs[min(newer, key=lambda i, at=draft.at: abs(drafts[i].at - at))] = index  # type: ignore[misc]
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
                pairs[min(new, key=lambda i: abs(drafts[i].at - cue.first))] = target
    return pairs


def _updates(newer: Draft, older: Draft) -> bool:
    same = newer.sentence == older.sentence and newer.outcome == older.outcome and newer.kind == "toll"
    return same and newer.rule != "update/old" and newer.basis == "total"


def _first(draft: Draft) -> int:
    return draft.phrase.first if draft.phrase else draft.at


def _repeats(drafts: Sequence[Draft]) -> dict[int, int]:
    """Point each restatement of a number at its first statement."""
    seen: dict[tuple[object, ...], int] = {}
    pairs: dict[int, int] = {}
    for index, draft in enumerate(drafts):
        if draft.kind != "toll" or draft.count is None or (draft.count.low or 0) < 2:  # noqa: PLR2004  # single victims are too alike to be told apart
            continue
        key = (draft.outcome, draft.count.low, draft.basis == "part", draft.event)
        if key in seen:
            pairs[index] = seen[key]
        else:
            seen[key] = index
    return pairs


def _contradictions(drafts: Sequence[Draft], older: dict[int, int], repeats: dict[int, int]) -> dict[int, list[int]]:
    """Two speakers, one outcome, one event, different totals side by side: they contradict each other."""
    out: dict[int, list[int]] = {}
    totals = [i for i, d in enumerate(drafts) if d.kind == "toll" and d.basis == "total" and d.count and d.said_by]
    for a in totals:
        for b in totals:
            one, other = drafts[a], drafts[b]
            if a >= b or one.outcome != other.outcome or one.event != other.event or one.people != other.people:
                continue
            apart = one.said_by[0].text.lower() != other.said_by[0].text.lower()
            close = other.sentence - one.sentence <= 1
            same_place = one.place_mention == other.place_mention and one.time_mention == other.time_mention
            differs = one.count is not None and other.count is not None and one.count.low != other.count.low
            linked = older.get(b) == a or older.get(a) == b or a in repeats or b in repeats
            if apart and close and same_place and differs and not linked and (one.count.low or 0) > 1:  # type: ignore[union-attr]
                out.setdefault(a, []).append(b)
                out.setdefault(b, []).append(a)
    return out

"""Relations between the claims of one report: part_of, share_of, supersedes, repeats, contradicts, denies."""

from collections.abc import Sequence
from operator import eq

from bilan.claims.disputes import find_contradictions, find_denials
from bilan.claims.draft import Draft
from bilan.claims.echoes import Alike, find_echoes
from bilan.claims.repeats import find_repeats
from bilan.claims.revisions import find_revisions
from bilan.claims.sameness import Setting
from bilan.claims.tensions import find_tensions
from bilan.model.claim import Links


def link_drafts(setting: Setting, drafts: Sequence[Draft], ids: Sequence[str], alike: Alike = eq) -> list[Links]:
    """Return the links of each draft, as claim ids, in the order of `drafts`; `alike` as in `find_echoes`."""
    older = find_revisions(drafts, setting)
    repeats = find_repeats(drafts, setting) | find_echoes(drafts, setting, alike)
    denied = find_denials(drafts, setting)
    linked = {frozenset(pair) for pairs in (older, repeats) for pair in pairs.items()}
    contradicted = find_contradictions(drafts, linked, setting)
    for planned, done in find_tensions(setting.annotation, drafts).items():
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
                denies=(ids[denied[index]],) if index in denied else (),
            )
        )
    return out

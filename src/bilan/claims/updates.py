"""Tolls an update names beside the new one: "83 morts, contre 71 la veille", "passé de 14 à 19", "up from 71".

The older number is a claim of its own (the report says it stood), which the newer one supersedes.
"""

from collections.abc import Sequence
from dataclasses import replace

from bilan.annotate.annotation import Annotation
from bilan.annotate.cues import Cue
from bilan.annotate.phrases import phrase_at
from bilan.annotate.syntax import Sentence
from bilan.claims.draft import Draft
from bilan.model.claim import Count

NEAR = 4  # tokens between "contre" and its number, or between "passer" and a range


def split_updates(annotation: Annotation, drafts: Sequence[Draft]) -> list[Draft]:
    """Split "de 14 à 19" under a verb of change, and add bare older numbers; `older` is set by `links`."""
    out: list[Draft] = []
    for draft in drafts:
        sentence, cues = annotation.sentences[draft.sentence], annotation.cues[draft.sentence]
        if _is_step(sentence, cues, draft):
            out += _step(draft)
            continue
        out.append(draft)
        older = _bare_older(sentence, cues, draft, drafts)
        if older is not None:
            out.append(older)
    return out


def _is_step(sentence: Sentence, cues: Sequence[Cue], draft: Draft) -> bool:
    """Tell a step from a range: "passé de 14 à 19 morts" against "de 14 à 19 morts"."""
    if draft.count is None or draft.count.wording != "between" or draft.phrase is None:
        return False
    first = draft.phrase.first
    return any(
        cue.kind == "update" and 0 < first - cue.last <= NEAR and _opens(sentence, first, cue.last) for cue in cues
    )


def _opens(sentence: Sentence, first: int, verb: int) -> bool:
    """Tell whether "de" or "from" stands between the verb and the two numbers, or opens them."""
    marks = sentence.grammar.phrases["of"] | {"from"}
    return any(sentence.low[i] in marks for i in range(verb + 1, first + 1))


def _step(draft: Draft) -> list[Draft]:
    count = draft.count
    if count is None:
        return [draft]
    old = replace(count, low=count.low, high=count.low, wording="exact")
    new = replace(count, low=count.high, high=count.high, wording="exact")
    return [
        draft.but(count=old, rule="update/old", flags=(*draft.flags, "superseded")),
        draft.but(count=new, rule="update/new"),
    ]


def _bare_older(sentence: Sentence, cues: Sequence[Cue], draft: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """Return the bare number behind "contre", "up from", as an older claim of the draft it stands nearest to."""
    for cue in cues:
        if cue.kind != "supersede-from" or cue.value == "never" or cue.first < draft.at:
            continue
        nearest = max((d.at for d in drafts if d.sentence == draft.sentence and d.at < cue.first), default=-1)
        if nearest != draft.at:
            continue
        for i in range(cue.last + 1, min(sentence.last, cue.last + 1 + NEAR)):
            number = sentence.number_at.get(i)
            if number is None or number.one or number.share is not None:
                continue
            phrase = phrase_at(sentence, i)
            if phrase.form != "number" or any(d.at == phrase.head for d in drafts):
                return None
            words = number.span.of(sentence.text)
            count = Count(number.low, number.high, number.wording, words)
            return draft.but(
                at=phrase.head, quote=phrase.span, count=count, phrase=phrase, rule="update/old", clause=None,
                people=("unknown",), flags=(*draft.flags, "superseded"),
            )  # fmt: skip
    return None

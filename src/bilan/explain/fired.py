"""How each attribute of a claim in the making was decided, as far as the words that decided it are known."""

from collections.abc import Iterator, Mapping, Sequence

from bilan.annotate.cues import Cue
from bilan.annotate.syntax import Sentence
from bilan.claims.draft import Draft
from bilan.explain.picture import Fired
from bilan.model.claim import Count

CUES: Mapping[str, tuple[str, ...]] = {
    "hedged": ("hedge",),
    "possible": ("possible",),
    "planned": ("planned",),
    "denied": ("deny", "deny-fact", "say"),
    "rate": ("rate",),
    "cumulative": ("since", "whole"),
    "part": ("part", "of-them", "among"),
}
"""The kinds of cue that can decide a modality or a basis."""


def picture_fired(sentence: Sentence, cues: Sequence[Cue], draft: Draft) -> Fired:
    """Return what a draft claims, the rule that made it, and what decided its attributes."""
    topic = draft.statement.topic if draft.statement else draft.need.sector if draft.need else None
    return Fired(
        kind=draft.kind,
        what=draft.outcome or topic or draft.event or "",
        text=draft.quote.of(sentence.text),
        rule=draft.rule,
        attributes=tuple(_attributes(sentence, cues, draft)),
    )


def _attributes(sentence: Sentence, cues: Sequence[Cue], draft: Draft) -> Iterator[tuple[str, str, str]]:
    """Yield name, value and deciding words of each attribute that is set."""
    if draft.count is not None:
        yield "count", _count(draft.count), draft.count.text
    if draft.share is not None:
        yield "share", f"{draft.share:g}", draft.count.text if draft.count else ""
    if draft.kind == "toll":
        head = sentence.tokens[draft.phrase.head].text if draft.phrase else ""
        yield "people", ", ".join(draft.people), head
        yield "basis", f"{draft.basis} per {draft.per}" if draft.per else draft.basis, _cue(cues, draft.basis)
        if draft.event:
            yield "event", draft.event, ""
    yield "modality", draft.modality, _cue(cues, draft.modality) or _mood(draft)
    if draft.said_by:
        words = " → ".join(speaker.text for speaker in draft.said_by)
        yield "speaker", words, " → ".join(speaker.cue or "" for speaker in draft.said_by)
    for actor in draft.actors:
        yield actor.role, actor.text, ""


def _count(count: Count) -> str:
    low, high = ("" if bound is None else str(bound) for bound in (count.low, count.high))
    return f"{low if low == high else f'{low}..{high}'} {count.wording}"


def _cue(cues: Sequence[Cue], value: str) -> str:
    """Return the cues of the sentence that can decide a value, by their words in the pack."""
    return ", ".join(dict.fromkeys(cue.words for cue in cues if cue.kind in CUES.get(value, ())))


def _mood(draft: Draft) -> str:
    """Return what the verb's own form decides."""
    verb = draft.clause.verb if draft.clause else None
    deciding = {"hedged": "hearsay", "planned": "future", "denied": "negated"}.get(draft.modality, "")
    return deciding if verb is not None and deciding and getattr(verb, deciding) else ""

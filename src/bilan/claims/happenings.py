"""Which event a toll belongs to: the trigger word nearest to it, in its sentence, before it, or in the headline."""

from collections.abc import Collection, Mapping, Sequence

from bilan.annotate.annotation import Annotation
from bilan.annotate.triggers import Trigger, find_triggers, first_met
from bilan.claims.conditions import is_met
from bilan.claims.draft import Draft

BACK = 3  # sentences before a toll's own in which its event may be named


def triggers_by_sentence(annotation: Annotation) -> list[tuple[Trigger, ...]]:
    """Find the triggers of every sentence, those whose condition on their object is not met left out."""
    found = [
        find_triggers(sentence.tokens[sentence.first : sentence.last], annotation.pack)
        for sentence in annotation.sentences
    ]
    return [
        first_met(own, lambda trigger, at=sentence: is_met(at, trigger, annotation.pack))  # type: ignore[misc]
        for sentence, own in zip(annotation.sentences, found, strict=True)
    ]


def name_events(
    drafts: Sequence[Draft],
    triggers: Sequence[Sequence[Trigger]],
    allowed: Mapping[str, frozenset[str]],
    recalled: Collection[int] = (),
) -> list[Draft]:
    """Set the event of every toll whose report names one that can have its outcome.

    Args:
        drafts: Toll drafts in text order.
        triggers: Triggers by sentence.
        allowed: Event type → the outcomes it can have.
        recalled: Numbers of the sentences that recall earlier events; their words name no event of the others' tolls.
    """
    told = [() if number in recalled else own for number, own in enumerate(triggers)]
    older = [own if number in recalled else () for number, own in enumerate(triggers)]
    return [
        draft if draft.event else draft.but(event=_event(draft, _own(draft, older, told, recalled), allowed))
        for draft in drafts
    ]


def _own(
    draft: Draft,
    older: Sequence[Sequence[Trigger]],
    told: Sequence[Sequence[Trigger]],
    recalled: Collection[int],
) -> Sequence[Sequence[Trigger]]:
    """Return the triggers a toll can speak of: recalled ones those of sentences that recall, if there are any."""
    if draft.sentence not in recalled:
        return told
    near = older[max(0, draft.sentence - BACK) : draft.sentence + 1]
    return older if any(near) else told


def _event(draft: Draft, triggers: Sequence[Sequence[Trigger]], allowed: Mapping[str, frozenset[str]]) -> str | None:
    if draft.outcome is None:
        return None
    for back in range(BACK + 1):
        number = draft.sentence - back
        if number < 0:
            break
        found = [t for t in triggers[number] if draft.outcome in allowed.get(t.event, frozenset())]
        if found:
            return max(found, key=lambda t: (t.weight, -abs(t.start_token - draft.at))).event
    for own in triggers[: draft.sentence + 1]:
        found = [t for t in own if draft.outcome in allowed.get(t.event, frozenset())]
        if found:
            return max(found, key=lambda t: t.weight).event
    return None

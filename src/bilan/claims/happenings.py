"""Which event a toll belongs to: the trigger word nearest to it, in its sentence, before it, or in the headline."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from bilan.annotate.annotation import Annotation
from bilan.annotate.syntax import Sentence
from bilan.annotate.triggers import Trigger, find_triggers, first_met
from bilan.claims.conditions import is_met
from bilan.claims.draft import Draft
from bilan.claims.governors import DEEP, RELATIVE

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
    *,
    annotation: Annotation | None = None,
) -> list[Draft]:
    """Set the event of every toll whose report names one that can have its outcome.

    Args:
        drafts: Toll drafts in text order.
        triggers: Triggers by sentence.
        allowed: Event type → the outcomes it can have.
        recalled: Numbers of the sentences that recall earlier events; their words name no event of the others' tolls.
        annotation: The report, to tell what a relative clause says in passing ("a town where cholera is raging"); None
            to take every trigger of a sentence as it comes.
    """
    told = [() if number in recalled else own for number, own in enumerate(triggers)]
    older = [own if number in recalled else () for number, own in enumerate(triggers)]
    return [
        draft
        if draft.event
        else draft.but(event=_event(draft, _told_with(draft, _own(draft, older, told, recalled), annotation), allowed))
        for draft in drafts
    ]


def _told_with(
    draft: Draft, triggers: Sequence[Sequence[Trigger]], annotation: Annotation | None
) -> Sequence[Sequence[Trigger]]:
    """Leave out triggers of the toll's sentence in a relative clause it stands outside of, where others are left."""
    if annotation is None:
        return triggers
    sentence, own = annotation.sentences[draft.sentence], triggers[draft.sentence]
    around = set(_relatives(sentence, draft.at))
    with_it = tuple(t for t in own if around.issuperset(_relatives(sentence, t.start_token)))
    if not with_it or len(with_it) == len(own):
        return triggers
    return [with_it if number == draft.sentence else other for number, other in enumerate(triggers)]


def _relatives(sentence: Sentence, i: int) -> Iterator[int]:
    """Yield the heads of the relative clauses a token stands in, innermost first."""
    node = i
    for _ in range(DEEP):
        token = sentence.tokens[node]
        if token.dep in RELATIVE:
            yield node
        if token.head == node or not sentence.first <= token.head < sentence.last:
            return
        node = token.head


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

"""Event claims: a trigger word in a clause says that something happened, planned or denied included.

One claim an event type and sentence; the strongest trigger carries it. Words in statements of intent and in set-aside
text found no event.
"""

from collections.abc import Mapping, Sequence

from bilan.annotate.annotation import Annotation
from bilan.annotate.syntax import Sentence
from bilan.annotate.triggers import Trigger
from bilan.annotate.verbs import auxiliaries, read_verb
from bilan.claims.accusers import answering
from bilan.claims.actors import Cast, actors_of
from bilan.claims.deeds import nobody_does
from bilan.claims.draft import Draft
from bilan.claims.frames import governing_verb
from bilan.claims.tags import tags_of
from bilan.claims.topics import borrowed_triggers
from bilan.claims.unreal import is_unreal
from bilan.model.text import Span

SURE = 60  # weight below which a trigger needs a toll beside it to found an event claim
STANDING = frozenset({"displacement"})  # people stay displaced long after the event
SAYING = frozenset({"VERB", "ADJ"})
CASTS: Mapping[str, Cast] = {
    "armed-clash": Cast(sided=True),
    "agreement": Cast(sided=True),
    "evacuation": Cast("facilitator", ""),  # whoever carries these out does no harm
    "protest": Cast("side-a", ""),
    "territory-change": Cast(taking=True),
    "displacement": Cast(moving=True),
    "looting-destruction": Cast(suffers=""),  # what is plundered cannot act
    "accident": Cast("", ""),
    "disaster": Cast("", ""),
    "other": Cast("", ""),
}
"""Roles of the event types that are no deed of a perpetrator to a target."""
PROTEST = "protest"
DRIVEN = frozenset({"remote-explosive-ied-landmine"})  # vehicles hit mines
STRATEGIC = "other-strategic"
NO_VIOLENCE = frozenset(
    {"accident", "agreement", "disaster", "displacement", "evacuation", "leaflet-drop", "other", STRATEGIC}
)  # things may do these, and nobody is struck by them
DEED = Cast()


def find_events(annotation: Annotation, triggers: Sequence[Sequence[Trigger]], drafts: Sequence[Draft]) -> list[Draft]:
    """Return the event drafts of a report in text order.

    Args:
        annotation: The annotated report.
        triggers: Triggers by sentence.
        drafts: Claims already found; intents among them hold their own words back from becoming events.
    """
    intents = [
        d for d in drafts if d.kind == "statement" and d.statement and d.statement.topic in {"intent", "warning"}
    ]
    told = {d.sentence for d in drafts if d.kind == "toll"}
    found, borrowed = [], borrowed_triggers(annotation, drafts)
    for number, own in enumerate(triggers):
        best: dict[str, Trigger] = {}
        more: dict[str, list[Trigger]] = {}
        for trigger in own:
            if trigger.weight < SURE and number not in told:
                continue
            if number not in told and _is_standing(annotation.sentences[number], trigger):
                continue
            if trigger.lemma in borrowed or _is_war(annotation, number, trigger):
                continue
            deed = trigger.event not in NO_VIOLENCE | DRIVEN and number not in told
            if deed and nobody_does(annotation.sentences[number], trigger, own, annotation.pack):
                continue
            if is_unreal(annotation, number, trigger, harmed=number in told):
                continue
            if any(i.sentence == number and _inside(annotation, trigger, i.quote) for i in intents):
                continue
            more.setdefault(trigger.event, []).append(trigger)
            old = best.get(trigger.event)
            if old is None or _strength(annotation, number, trigger) > _strength(annotation, number, old):
                best[trigger.event] = trigger
        found += [_draft(annotation, number, trigger, more[event]) for event, trigger in best.items()]
    return found


def _strength(annotation: Annotation, number: int, trigger: Trigger) -> tuple[int, bool]:
    """Rank triggers: by weight, then verbs first, which say who did it."""
    tokens = annotation.sentences[number].tokens
    return trigger.weight, any(tokens[i].pos == "VERB" for i in range(trigger.start_token, trigger.end_token))


def _is_standing(sentence: Sentence, trigger: Trigger) -> bool:
    """Tell a participle that says what people are, not what befell them: "a displaced family"."""
    verb = next((i for i in range(trigger.start_token, trigger.end_token) if sentence.tokens[i].pos in SAYING), None)
    if trigger.event not in STANDING or verb is None or trigger.end_token - trigger.start_token > 1:
        return False
    noun = sentence.tokens[verb].head
    described = sentence.tokens[verb].dep in {"amod", "acl"} and sentence.tokens[noun].pos == "NOUN"
    return described and abs(noun - verb) == 1 and not auxiliaries(sentence, verb)


def _is_war(annotation: Annotation, number: int, trigger: Trigger) -> bool:
    """A whole war or campaign is the ground events stand on, not an event of this report."""
    wholes = {cue.first for cue in annotation.cues[number] if cue.kind == "whole"}
    return any(i in wholes for i in range(trigger.start_token, trigger.end_token))


def _inside(annotation: Annotation, trigger: Trigger, span: Span) -> bool:
    tokens = annotation.sentences[0].tokens
    return span.start <= tokens[trigger.start_token].start < span.end


def _draft(annotation: Annotation, number: int, trigger: Trigger, same: Sequence[Trigger]) -> Draft:
    """Make the draft of an event; `same`: all triggers of its type in the sentence, which may say who did it."""
    sentence = annotation.sentences[number]
    first, last = trigger.start_token, trigger.end_token - 1
    verb = next((i for i in range(first, last + 1) if sentence.tokens[i].pos in {"VERB", "AUX"}), None)
    governing = verb if verb is not None else governing_verb(sentence, last)
    cast = CASTS.get(trigger.event, DEED)
    actors = actors_of(sentence, (first, last), cast, annotation.pack)
    for other in same:
        if not actors and other is not trigger:
            actors = actors_of(sentence, (other.start_token, other.end_token - 1), cast, annotation.pack)
    planned = governing is not None and (_is_future(sentence, governing) or _is_to_be(sentence, governing))
    return Draft(
        kind="event",
        sentence=number,
        at=verb if verb is not None else last,
        quote=sentence.words(first, last),
        rule=f"event/{trigger.lemma}",
        event=trigger.event,
        actors=answering(sentence, (first, last), actors, annotation.pack, sided=cast.sided),
        tags=_tags(annotation, number, trigger),
        modality="planned" if planned else "asserted",
    )


def _tags(annotation: Annotation, number: int, trigger: Trigger) -> tuple[str, ...]:
    """Return the tags of violence by whom or what it strikes, of a strategic development by what it is done to."""
    violent = trigger.event not in NO_VIOLENCE and trigger.event != PROTEST
    if not violent and trigger.event != STRATEGIC:
        return ()
    return tags_of(annotation.sentences[number], trigger, annotation.pack, violent=violent)


def _is_future(sentence: Sentence, verb: int) -> bool:
    """Tell a verb in the future, its own or that of its auxiliary: "répondra par des missiles", "will strike"."""
    return read_verb(sentence, verb).future or "Tense=Fut" in sentence.tokens[verb].feats


def _is_to_be(sentence: Sentence, verb: int) -> bool:
    """Tell "are to be moved out": the particle of the infinitive inside a verb group that "be" opens."""
    first = read_verb(sentence, verb).first
    return first < verb and any(sentence.tokens[i].tag == "TO" for i in range(first + 1, verb))

"""Drop what did not happen and is not said to have: films, drills, laws, hypotheses, habits, sport, figures of speech.

What stands around the claim's own predicate decides (`frames`, `borrowings`), not the sentence as a whole; threats,
plans and fears are kept, with their modality.
"""

import re
from collections.abc import Sequence

from bilan.annotate.annotation import Annotation
from bilan.annotate.triggers import Trigger, find_triggers, is_trapped
from bilan.claims.borrowings import is_figure, is_played
from bilan.claims.draft import Draft
from bilan.claims.frames import PAST, PRESENT, Spot, frame_around, is_custom, is_infinitive, spot_of, tense_of
from bilan.claims.grounds import has_ground
from bilan.claims.refusals import FIGURE, GENERIC, NATURAL, NOT_COUNTED, SPORT, Judged, judge
from bilan.claims.topics import topic_words

OLD, OLDEST = 80, 120  # ages at which a death without a cause is no toll
NEAR = 4  # tokens from a death to its cause
TELLING = frozenset({"act", "deed"})  # kinds of clauses that tell what is done
STOPS = '.!?…»”"'
MANY = 2  # a number from here on is rarely meant in general


def drop_unreal(annotation: Annotation, drafts: Sequence[Draft]) -> Judged:
    """Part the toll drafts that speak of the real world from those that do not."""
    return judge([(draft, _unreal(annotation, draft), "") for draft in drafts])


def is_unreal(annotation: Annotation, number: int, trigger: Trigger, *, harmed: bool) -> bool:
    """Tell a trigger of the sentence `number` that tells of nothing that happened.

    `harmed`: a toll stands in the sentence.
    """
    sentence = annotation.sentences[number]
    if is_figure(sentence, trigger, annotation.pack, harmed=harmed):
        return True
    verbs = (i for i in range(trigger.start_token, trigger.end_token) if sentence.tokens[i].pos == "VERB")
    spot = spot_of(sentence, next(verbs, trigger.end_token - 1))
    return bool(frame_around(sentence, annotation.cues[number], spot)) or (
        not harmed and trigger.lemma in topic_words(annotation.pack, "living") and is_custom(sentence, spot.at)
    )


def _unreal(annotation: Annotation, draft: Draft) -> str:
    """Return why the draft speaks of nothing real, "" when it does."""
    sentence = annotation.sentences[draft.sentence]
    acts = draft.clause is not None and draft.clause.kind in {"act", "state"}
    at = draft.clause.predicate if draft.clause is not None and acts else draft.at
    low = draft.count.low if draft.count is not None else None
    counted = low is not None and low >= MANY and draft.count is not None and draft.count.wording != "vague"
    spot = spot_of(sentence, at, counted=counted)
    reason = frame_around(sentence, annotation.cues[draft.sentence], spot)
    if not reason and (acts or _is_crime(draft)) and spot.tense == PRESENT and _is_routine(annotation, draft):
        return GENERIC
    patient = draft.clause is not None and draft.clause.kind == "act" and draft.clause.word.victims == "patient"
    if not reason and patient and not _is_numbered(draft) and is_custom(sentence, at):
        return GENERIC
    if not reason and _is_timeless(annotation, draft, spot):
        return GENERIC
    if not reason and low == 1 and draft.outcome == "killed" and _is_natural(annotation, draft, at):
        return NATURAL
    if not reason and _is_uncounted(annotation, draft):
        return NOT_COUNTED
    if not reason and is_played(sentence, draft, annotation.pack):
        return SPORT
    plain = draft.clause is not None and not draft.clause.word.companions  # "perdre la vie" is never a figure
    if not reason and plain and draft.clause is not None and _is_trapped(annotation, draft.clause.predicate):
        return FIGURE
    return reason


def _is_routine(annotation: Annotation, draft: Draft) -> bool:
    """Tell what is always so: "le tabac tue un fumeur sur deux", "the hospital treats 900 patients a year"."""
    if draft.share is not None:
        return True
    yearly = any(cue.kind == "rate" and cue.value == "year" for cue in annotation.cues[draft.sentence])
    return draft.outcome == "treated" and yearly


def _is_timeless(annotation: Annotation, draft: Draft, spot: Spot) -> bool:
    """Tell what nobody is said to have suffered anywhere, told in no past: "bosses that die in ten minutes".

    A headline has no full stop: "Mayor dies in fall".
    """
    clause, sentence = draft.clause, annotation.sentences[draft.sentence]
    if (
        clause is None
        or clause.kind not in TELLING
        or draft.phrase is None
        or _is_numbered(draft)
        or (draft.count is not None and draft.count.low == 0)
    ):
        return False
    dying = sentence.low[clause.predicate].endswith(sentence.grammar.present_participle)
    perfect = clause.word.victims == "subject" and clause.verb.auxiliary and not dying  # "est décédé"
    told = perfect or not _is_untimed(annotation, draft.sentence, spot)
    if clause.kind == "deed":  # "the death of a nurse hit by a bullet has angered": the parser errs on the verb
        told = told or any(tense_of(sentence, i) == PAST for i in range(sentence.first, sentence.last))
    return not told


def _is_numbered(draft: Draft) -> bool:
    """Tell whether the draft's words hold a number of two or more."""
    return draft.phrase is not None and draft.phrase.number is not None and not draft.phrase.number.one


def _is_untimed(annotation: Annotation, number: int, spot: Spot) -> bool:
    """Tell a whole sentence told in no past, without place, day or name: "murders are solved one day"."""
    sentence = annotation.sentences[number]
    if spot.verb is None or not (spot.tense == PRESENT or is_infinitive(sentence, spot.verb)):
        return False
    whole = sentence.tokens[sentence.last - 1].text[-1:] in STOPS
    return whole and not has_ground(annotation, [number], people=False)


def _is_crime(draft: Draft) -> bool:
    """Tell a share of deeds, not of people: "nine murders in ten are solved"."""
    return draft.clause is not None and draft.clause.kind == "deed" and draft.share is not None


def _is_natural(annotation: Annotation, draft: Draft, at: int) -> bool:
    """Tell one person's death in bed: "his father died of cancer", "the painter, who died aged 91"."""
    if draft.clause is not None and _is_old_age(annotation, draft, draft.clause.word.lemma):
        return True
    return any(cue.kind == "natural" and 0 <= cue.first - at <= NEAR for cue in annotation.cues[draft.sentence])


def _is_old_age(annotation: Annotation, draft: Draft, lemma: str) -> bool:
    """Tell a death at a great age in a sentence that tells of nothing else."""
    sentence, pack = annotation.sentences[draft.sentence], annotation.pack
    if lemma not in topic_words(pack, "own-death"):
        return False
    text = sentence.span.of(sentence.text)
    ages = (age for pattern in sentence.grammar.phrases["ages"] for age in re.findall(pattern, text) if age)
    old = any(OLD <= int(age) <= OLDEST for age in ages if age.isdecimal())
    return old and not find_triggers(sentence.tokens[sentence.first : sentence.last], pack)


def _is_uncounted(annotation: Annotation, draft: Draft) -> bool:
    """Tell words that count nobody: "loss of life", "a news release", "no possibility of release"."""
    clause, phrase, words = draft.clause, draft.phrase, annotation.sentences[draft.sentence].low
    if clause is None or phrase is None or clause.kind != "deed":
        return False
    own = phrase.head == clause.predicate
    mass = phrase.number is None and words[phrase.head] in topic_words(annotation.pack, "mass")
    return mass or (own and clause.word.needs == "hostage" and phrase.number is None)


def _is_trapped(annotation: Annotation, predicate: int) -> bool:
    """Tell a predicate in a context in which the same word tells of no event: "lynchée sur les réseaux"."""
    sentence = annotation.sentences[annotation.sentences[0].tokens[predicate].sent]
    return is_trapped(sentence.tokens[sentence.first : sentence.last], predicate, annotation.pack)

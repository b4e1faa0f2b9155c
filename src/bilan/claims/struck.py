"""People shot or stabbed, of whom the report says apart how they fared.

"Shot" alone leaves open whether somebody lives, and is read as injured. Where the report then says who of them died,
the number of those shot is no number of injured: it is refused, or turned into the dead where all of them died.
"""

from collections.abc import Iterator, Sequence

from bilan.annotate.annotation import Annotation
from bilan.annotate.phrases import phrase_at
from bilan.annotate.syntax import Sentence
from bilan.claims import refusals
from bilan.claims.draft import Draft
from bilan.claims.refusals import Judged, Refusal, refuse_draft
from bilan.model.claim import Count

STRUCK = "struck"
TOLD = 2  # sentences behind the shot in which its dead may be told


def drop_struck(annotation: Annotation, drafts: Sequence[Draft]) -> Judged:
    """Refuse the counts of people struck whose fate is told apart; those who all died become the dead."""
    kept: list[Draft] = []
    refused: list[Refusal] = []
    for draft in drafts:
        if draft.clause is None or draft.clause.word.needs != STRUCK or draft.outcome != "injured":
            kept.append(draft)
            continue
        fatal = list(_fatally(annotation.sentences[draft.sentence], draft))
        kept += fatal
        if _all_died(annotation, draft):
            kept.append(draft.but(outcome="killed"))
        elif fatal or _told_apart(annotation, drafts, draft):
            refused.append(refuse_draft(draft, refusals.FARED))
        else:
            kept.append(draft)
    return Judged(kept, refused)


def _all_died(annotation: Annotation, draft: Draft) -> bool:
    """Tell "shot his wife, killing her", "shot three men and killed them all"."""
    sentence, shot = annotation.sentences[draft.sentence], draft.clause
    for clause in annotation.clauses[draft.sentence]:
        if shot is None or clause.word.outcome != "killed" or clause.predicate <= shot.predicate:
            continue
        if any(arg.slot == "agent" and arg.rule == "subject" for arg in clause.args):
            continue  # "shot a guard before police killed him": another killed, maybe someone else
        for arg in clause.args:
            low = sentence.low[arg.phrase.head]
            if arg.slot == "patient" and arg.phrase.form == "pronoun" and low in sentence.grammar.phrases["objective"]:
                return clause.verb.voice == "active" and clause.word.victims == "patient"
    return False


def _fatally(sentence: Sentence, draft: Draft) -> Iterator[Draft]:
    """Yield the dead of "shot eleven people, four of them fatally", "blessé cinq hommes, dont deux mortellement"."""
    fatal = sentence.grammar.verbs["fatal"]
    for i in range(draft.at + 1, sentence.last):
        if sentence.low[i] not in fatal:
            continue
        for j in range(i - 1, max(draft.at, i - 4), -1):
            number = sentence.number_at.get(j)
            if number is None or number.low is None or number.share is not None:
                continue
            phrase = phrase_at(sentence, j)
            count = Count(number.low, number.high, number.wording, number.span.of(sentence.text))
            yield draft.but(
                at=phrase.head, outcome="killed", count=count, phrase=phrase, quote=phrase.span, rule="fatally"
            )
            break


def _told_apart(annotation: Annotation, drafts: Sequence[Draft], shot: Draft) -> bool:
    """Tell whether a later toll in this sentence or the next ones counts the dead among those shot."""
    later = [d for d in drafts if shot.sentence <= d.sentence <= shot.sentence + TOLD and d is not shot]
    later = [d for d in later if (d.sentence, d.at) > (shot.sentence, shot.at)]
    dead = [d for d in later if d.outcome == "killed" and 0 < _low(d) <= _low(shot)]
    if _low(shot) < 2:  # noqa: PLR2004  # one person shot is somebody else than those counted later
        return False
    hurt = {_low(d) for d in later if d.outcome == "injured"}
    return any(
        d.sentence == shot.sentence or _among_them(annotation.sentences[d.sentence], d) or _low(shot) - _low(d) in hurt
        for d in dead
    )


def _among_them(sentence: Sentence, draft: Draft) -> bool:
    """Tell a count of people known already: a bare number, "of them", "the victims"."""
    phrase = draft.phrase
    if phrase is None:
        return False
    known = sentence.low[phrase.head] in sentence.grammar.phrases["those_struck"]
    return phrase.form == "number" or phrase.definite is True or known or draft.basis == "part"


def _low(draft: Draft) -> int:
    return (draft.count.low if draft.count else None) or 0

"""Sentences that recall: an attack of another year, the last one of its kind, what is commemorated today.

What the report is about has a day, its own (`_told_day`). A sentence recalls when every day it names lies long before
that one; when it names an earlier day and steps back in tense ("avait tué", "had killed") or in words ("une attaque
similaire"); and when it goes on in that tense behind a sentence that recalls. The report's opening recalls only where
words of remembrance say so: an old matter that a report opens with is what it is about. A toll drawn up earlier
("un premier bilan avait fait état de …") recalls nothing.
"""

from collections.abc import Collection, Sequence
from datetime import date
from typing import NamedTuple

from bilan.annotate.annotation import Annotation
from bilan.annotate.syntax import Sentence
from bilan.annotate.triggers import Trigger
from bilan.annotate.verbs import auxiliaries
from bilan.claims.bulletins import revising
from bilan.claims.datelines import is_dateline
from bilan.claims.draft import Draft
from bilan.model.time import TimeMention, TimeSpan

BACKGROUND = "background"
TOLD_LONG_AGO = 11  # days before the report's own: from there on it is told as news no more (as in incidents/recall.py)
OPENING = 3  # sentences: headline, dateline, lead
NEWS = 2  # days before the report's own that are still news
PRECISE = 2  # UCDP's date code of a few days
YEAR_DAYS, MONTH_DAYS, WEEK_DAYS = 365, 30, 7
UNIT_DAYS = {"Y": YEAR_DAYS, "M": MONTH_DAYS, "W": WEEK_DAYS, "D": 1, "E": 10 * YEAR_DAYS, "C": 100 * YEAR_DAYS}
UNDATED = frozenset({"duration", "recurrence", "vague", "clock", "hour"})
OPEN_ENDED = frozenset({"since", "until", "before"})
BEHIND = 4  # tokens from "avait" to its participle
PEOPLE_HARMED = frozenset({"toll", "event"})


class _Setting(NamedTuple):
    """What surrounds a sentence.

    `remembers`: the report marks an anniversary; then what names no later day is of that old event too. `goes_on`: the
    sentence before recalls. `own_event`: it speaks of an event by a definite noun, mostly the report's own.
    `news`: a sentence before told of the report's own days.
    """

    remembers: bool
    goes_on: bool
    own_event: bool
    news: bool


def find_recalled(
    annotation: Annotation, times: Sequence[TimeSpan], triggers: Sequence[Sequence[Trigger]]
) -> frozenset[int]:
    """Return the numbers of the sentences that recall.

    Args:
        annotation: the annotated report.
        times: its time mentions resolved, in their order.
        triggers: words for events, by sentence.
    """
    own = _times_by_sentence(annotation)
    remembers = any(_marked(annotation, number, "memory") for number in range(min(OPENING, len(own))))
    told = _told_day(annotation, times, own, remembers=remembers)
    found: set[int] = set()
    news = False  # a sentence before tells of the report's own day
    for number in range(len(annotation.sentences)):
        ages = [_age(annotation.times[i], times[i], told) for i in own[number] if not _encloses(times, i, own[number])]
        known = [age for age in ages if age is not None]
        goes_on = number - 1 in found and _same_paragraph(annotation, number)
        own_event = any(_is_definite(annotation.sentences[number], trigger) for trigger in triggers[number])
        if _recalls(
            annotation, number, known, _Setting(remembers and (bool(found) or bool(known)), goes_on, own_event, news)
        ):
            found.add(number)
        news = news or (bool(annotation.clauses[number]) and any(age <= NEWS for age in known))
    return frozenset(found)


def flag_background(drafts: Sequence[Draft], recalled: Collection[int]) -> list[Draft]:
    """Flag the tolls and events of sentences that recall."""
    return [
        draft.but(flags=(*draft.flags, BACKGROUND))
        if draft.sentence in recalled and draft.kind in PEOPLE_HARMED and BACKGROUND not in draft.flags
        else draft
        for draft in drafts
    ]


def _recalls(annotation: Annotation, number: int, ages: Sequence[int], setting: _Setting) -> bool:
    sentence = annotation.sentences[number]
    old, earlier = (bool(ages) and min(ages) >= least for least in (TOLD_LONG_AGO, 1))
    memory, alike = (_marked(annotation, number, value) for value in ("memory", "alike"))
    if (old and memory) or (setting.remembers and (old or not ages)):
        return True
    if number < OPENING and not (alike or setting.news):
        return False
    if old:
        return True
    if revising(annotation, number):
        return False
    stepped = _steps_back(sentence)
    if alike and (earlier or (stepped and not ages)):
        return True
    if earlier and not setting.own_event:
        return stepped and any(_steps_back_at(sentence, clause.predicate) for clause in annotation.clauses[number])
    return not ages and stepped and setting.goes_on


def _is_definite(sentence: Sentence, trigger: Trigger) -> bool:
    """Tell whether a noun for an event stands behind a definite article: "l'attaque", "the blast"."""
    before = trigger.start_token - 1
    return sentence.low.get(before) in sentence.grammar.phrases["definite"] | sentence.grammar.phrases["contracted"]


def _marked(annotation: Annotation, number: int, value: str) -> bool:
    return any(cue.kind == "recall" and cue.value == value for cue in annotation.cues[number])


def _times_by_sentence(annotation: Annotation) -> list[list[int]]:
    """List the mentions that can date what a sentence tells: "depuis 2014" does not."""
    own: list[list[int]] = [[] for _ in annotation.sentences]
    number = 0
    for i, mention in enumerate(annotation.times):
        while number + 1 < len(own) and annotation.sentences[number + 1].span.start <= mention.span.start:
            number += 1
        if mention.kind not in UNDATED and mention.modifier not in OPEN_ENDED:
            own[number].append(i)
    return own


def _told_day(
    annotation: Annotation, times: Sequence[TimeSpan], own: Sequence[Sequence[int]], *, remembers: bool
) -> int | None:
    """Return the day the report is about: the last one its opening names, else that of print, else the last named."""
    printed = annotation.report.published_day
    published = date.fromisoformat(printed).toordinal() if printed else None
    ends = [
        (number, date.fromisoformat(times[i].latest or "").toordinal())
        for number, mentions in enumerate(own)
        for i in mentions
        if times[i].latest is not None
        and not is_dateline(annotation, annotation.times[i], times[i])
        and (times[i].precision or YEAR_DAYS) <= PRECISE
    ]
    if published is None:
        return max((end for _, end in ends), default=None)
    opening = [
        end
        for number, end in ends
        if number < OPENING and end <= published and not _marked(annotation, number, "alike")
    ]
    return published if remembers else max(opening, default=published)


def _encloses(times: Sequence[TimeSpan], own: int, others: Sequence[int]) -> bool:
    """Tell a time inside which the same sentence names another: "earlier this month, on the 14th" is of the 14th."""
    whole = times[own]
    if whole.earliest is None or whole.latest is None:
        return False
    parts = ((times[i].earliest, times[i].latest) for i in others if i != own)
    return any(
        first is not None
        and last is not None
        and whole.earliest <= first <= last <= whole.latest
        and (first, last) != (whole.earliest, whole.latest)
        for first, last in parts
    )


def _age(mention: TimeMention, time: TimeSpan, told: int | None) -> int | None:
    """Return how many days before the report's own day a time ended; None where that cannot be told."""
    if time.latest is not None:
        return None if told is None else told - date.fromisoformat(time.latest).toordinal()
    offset = mention.offset or ""
    if mention.anchor != "publication" or not offset.startswith("-P") or not offset[2:-1].isdecimal():
        return None
    return int(offset[2:-1]) * UNIT_DAYS.get(offset[-1], 0)


def _steps_back(sentence: Sentence) -> bool:
    """Tell whether a sentence holds a verb in the past of the past: "avait tué", "s'était produit", "had killed"."""
    perfect, grammar = sentence.grammar.verbs["past_perfect"], sentence.grammar
    for i in range(sentence.first, sentence.last):
        reflexive = sentence.low.get(i - 1) in grammar.verbs["reflexive"]
        if sentence.low[i] not in (perfect | grammar.verbs["past_perfect_with_be"] if reflexive else perfect):
            continue
        behind = range(i + 1, min(sentence.last, i + 1 + BEHIND))
        if any(
            sentence.tokens[j].pos in {"VERB", "AUX"} and sentence.low[j].endswith(grammar.participle) for j in behind
        ):
            return True
    return False


def _steps_back_at(sentence: Sentence, predicate: int) -> bool:
    """Tell whether one predicate stands in the past of the past: "avait tué", "étaient morts"."""
    verbs = sentence.grammar.verbs
    back = verbs["past_perfect"] | verbs["past_perfect_with_be"]
    return any(sentence.low[i] in back for i in auxiliaries(sentence, predicate))


def _same_paragraph(annotation: Annotation, number: int) -> bool:
    before, here = annotation.sentences[number - 1].span, annotation.sentences[number].span
    return "\n" not in annotation.report.text[before.end : here.start]

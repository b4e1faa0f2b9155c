"""What a number is a number of: this incident, a rate, a share, or more than one incident (cumulative)."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bilan.annotate.annotation import Annotation
from bilan.annotate.cues import Cue
from bilan.annotate.syntax import Sentence
from bilan.claims.draft import Draft
from bilan.model.claim import Count
from bilan.model.time import TimeMention

OPENING_REACH = 16  # tokens from a rate that opens its sentence to the number
RATE_REACH = 7  # tokens between a number and "par jour"
LONG = re.compile(r"P\d+(?:\.\d+)?[MY]")
MASS = 50  # fewer victims "since the attack" are that attack's own
SEVERAL = 5  # fewer victims over months may well be of one incident
SINCE_REACH = 6  # tokens behind "since" in which the war stands: "since the start of the civil war"
SHORT_REACH = 3  # tokens behind "in the past" in which its hours stand
OVERALL_REACH = 6  # tokens between "overall" and the number
MANY = 2  # one person is never a cumulative total


def judge_basis(annotation: Annotation, drafts: Sequence[Draft]) -> list[Draft]:
    """Set rate and cumulative where the words say so; parts and shares keep theirs."""
    return [_judged(annotation, draft) for draft in drafts]


def _judged(annotation: Annotation, draft: Draft) -> Draft:
    if draft.basis != "total" or draft.kind != "toll":
        return draft
    cues = annotation.cues[draft.sentence]
    rate = _rate(annotation.sentences[draft.sentence], cues, draft)
    if rate:
        return draft.but(basis="rate", per=rate, count=_averaged(cues, draft))
    if _cumulative(annotation, draft, cues):
        return draft.but(basis="cumulative")
    return draft


def _rate(sentence: Sentence, cues: Sequence[Cue], draft: Draft) -> str | None:
    first = draft.phrase.first if draft.phrase else draft.at
    last = max(draft.at, draft.clause.predicate if draft.clause else draft.at)
    for cue in cues:
        if cue.kind != "rate" or sentence.low.get(cue.last + 1) in sentence.grammar.phrases["not_rate"]:
            continue
        opens = (
            cue.first <= sentence.first + 1 and first - cue.last <= OPENING_REACH
        )  # "Chaque jour, le personnel dit …"
        if opens or (first - RATE_REACH <= cue.last and cue.first <= last + RATE_REACH):
            return cue.value
    return None


def _averaged(cues: Sequence[Cue], draft: Draft) -> Count | None:
    """An average is an approximate count, wherever in the clause "en moyenne" stands."""
    count = draft.count
    near = any(cue.kind == "average" and abs(cue.first - draft.at) <= RATE_REACH for cue in cues)
    return replace(count, wording="about") if near and count is not None and count.wording == "exact" else count


def _cumulative(annotation: Annotation, draft: Draft, cues: Sequence[Cue]) -> bool:
    count = draft.count
    if count is None or (count.high is not None and count.high < MANY):
        return False
    sentence = annotation.sentences[draft.sentence]
    times = [time for time in annotation.times if time.span.overlaps(sentence.span)]
    if any((_since(time) and _reaches(sentence, draft, time)) or _over_years(time, sentence, count) for time in times):
        return True
    since = [cue for cue in cues if _since_event(sentence, cue, draft)]
    if since and ((count.low or 0) >= MASS or any(_lasts(sentence, cue) for cue in since)):
        return True
    if _overall(annotation, draft):
        return True
    whole = any(cue.kind == "whole" and _acts(annotation, draft, cue) for cue in cues)
    stretches = (cue for cue in cues if cue.kind == "since" and not cue.value and cue.words not in {"depuis", "since"})
    return whole or any(not _short(sentence, cue) for cue in stretches)


def _overall(annotation: Annotation, draft: Draft) -> bool:
    """Tell "51 died in 24 hours, bringing the overall toll to 33,686": all told, beside the toll of a day."""
    sentence, grammar = annotation.sentences[draft.sentence], annotation.sentences[draft.sentence].grammar
    before = range(max(sentence.first, draft.at - OVERALL_REACH), draft.at)
    overall = any(sentence.low[i] in grammar.phrases["overall"] for i in before)
    day = any(
        sentence.low[i] in grammar.phrases["hours"] and i in sentence.times for i in range(sentence.first, draft.at)
    )
    return overall and day


def _lasts(sentence: Sentence, cue: Cue) -> bool:
    """Tell "depuis le début des combats", "since the war broke out" from "since the attack"."""
    behind = range(cue.last + 1, min(sentence.last, cue.last + 1 + SINCE_REACH))
    return any(sentence.low[i] in sentence.grammar.phrases["lasting"] for i in behind)


def _short(sentence: Sentence, cue: Cue) -> bool:
    """Tell "in the past 24 hours": no longer than one incident."""
    behind = range(cue.last + 1, min(sentence.last, cue.last + 1 + SHORT_REACH))
    return any(sentence.low[i] in sentence.grammar.phrases["hours"] for i in behind)


def _since_event(sentence: Sentence, cue: Cue, draft: Draft) -> bool:
    """Tell "depuis le putsch", "since its insurgency began": a mass of victims counted from some turn on."""
    if cue.kind != "since" or cue.words not in {"depuis", "since"}:
        return False
    if cue.first < draft.at and cue.first != sentence.first:
        return False
    parted = (
        sentence.tokens[i].text == "," and _present_participle(sentence, i + 1) for i in range(draft.at, cue.first)
    )
    if any(parted):  # "announced the death of two, bringing to 295 the number killed since"
        return False
    return cue.last + 1 < sentence.last and sentence.tokens[cue.last + 1].pos in {"DET", "PRON"}


def _reaches(sentence: Sentence, draft: Draft, time: TimeMention) -> bool:
    """Tell whether "since" counts this toll: "41 in a day, bringing to 37,000 the number killed since October".

    One that stands before it in another clause is not counted, nor one in a clause that tells of the day it names
    ("the worst since 2011, when 77 died").
    """
    relatives = sentence.grammar.phrases["relatives"] | sentence.grammar.phrases["when"]
    token = sentence.tokens[draft.at]
    low, high = sorted((token.start, time.span.start))
    between = [i for i in range(sentence.first, sentence.last) if low < sentence.tokens[i].start < high]
    if token.start > time.span.start:
        behind = [i for i in between if sentence.tokens[i].start >= time.span.end]
        return not (len(behind) > 1 and sentence.tokens[behind[0]].text == "," and sentence.low[behind[1]] in relatives)
    parted = (sentence.tokens[i].text == "," and _present_participle(sentence, i + 1) for i in between)
    return not any(parted)


def _present_participle(sentence: Sentence, i: int) -> bool:
    ending = sentence.grammar.present_participle
    return i < sentence.last and sentence.tokens[i].pos in {"VERB", "AUX"} and sentence.low[i].endswith(ending)


def _over_years(time: TimeMention, sentence: Sentence, count: Count) -> bool:
    """Tell "en un an", "over three months": a total over a stretch too long for one incident."""
    lengths = (time.value or "", (time.offset or "").lstrip("-"))
    if time.kind == "month" or not any(LONG.fullmatch(length) for length in lengths) or (count.low or 0) < SEVERAL:
        return False
    before = sentence.text[max(sentence.span.start, time.span.start - 12) : time.span.start].lower()
    words = (before + time.text.lower()).split()
    return any(word in sentence.grammar.phrases["within"] for word in words[-6:])


def _since(time: TimeMention) -> bool:
    """Tell a stretch that reaches from some past day to now and is longer than one incident."""
    return time.modifier == "since" and time.kind in {"month", "year", "season", "day", "range", "duration", "decade"}


def _acts(annotation: Annotation, draft: Draft, cue: Cue) -> bool:
    """Tell whether a war or campaign is what did the harm: it stands as subject before the toll."""
    sentence, clause = annotation.sentences[draft.sentence], draft.clause
    token = sentence.tokens[cue.first]
    subject = token.dep in sentence.grammar.slots["subject"] and cue.first < draft.at
    told_of = clause is not None and sentence.tokens[clause.predicate].dep in sentence.grammar.slots["relative"]
    if told_of and clause is not None and sentence.tokens[clause.predicate].head == cue.first:
        return True  # "a war in which 270,000 people died"
    agent = clause is not None and any(arg.phrase.head == cue.first for arg in clause.args if arg.slot == "agent")
    return subject or agent

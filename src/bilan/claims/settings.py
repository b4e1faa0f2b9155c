"""Choose the words that say where and when for each draft, among all places and times the report names.

Nearest first: the draft's own sentence, then the sentences before it in the report, then the headline. In one
sentence the narrowest place wins (claims-conventions, rule 18). Places inside a speaker's name are no event places, and
the dateline dates the report, not the harm.
"""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from datetime import date

from bilan.annotate.annotation import Annotation
from bilan.annotate.humans import body_words, human_words
from bilan.claims.anaphora import parties
from bilan.claims.background import BACKGROUND
from bilan.claims.datelines import is_dateline
from bilan.claims.draft import Draft
from bilan.model.place import Place
from bilan.model.text import Span
from bilan.model.time import TimeMention, TimeSpan

BACK = 3  # sentences before the draft's own that may still say where or when
UNDATED = frozenset({"duration", "recurrence", "vague", "clock"})
FAR = 10_000
STRETCH = re.compile(r"-?P(?:[1-9]\d*W|[2-9]D|[1-9]\d+D)")
DAY_OFFSET = re.compile(r"-?P[0-3]D")  # "hier", "aujourd'hui", "il y a trois jours" without a publication date
ORDER = {1: 0, 2: 1, None: 1, 7: 1, 3: 2, 4: 3, 5: 4, 6: 6}  # of UCDP's codes: see _coarse
HYPHENS = frozenset({"-", "‑"})
TOP = 4  # sentences from the top within which a headline's place is made precise
FINE = 1  # rank up to which a place is a town or its surroundings
LEAD = 2  # sentences at the top (headline, dateline, lead) whose country only announces the place
DAYS = 2  # UCDP's date code up to which a time is as fine as one incident
RECENT_DAYS = 60  # a time further back than this is background unless it stands beside the toll itself


def settle(
    annotation: Annotation,
    drafts: Sequence[Draft],
    places: Sequence[Place],
    times: Sequence[TimeSpan],
    masked: Sequence[Span] = (),
) -> list[Draft]:
    """Set `place_mention` and `time_mention` of every draft (indexes into the annotation's mentions).

    `masked` are names of actors: a place inside one ("Boko Haram") is no place of an event.
    """
    where = [_sentence_of(annotation, mention.span.start) for mention in annotation.places]
    when = [_sentence_of(annotation, mention.span.start) for mention in annotation.times]
    masked = [*masked, *(s.span for draft in drafts for s in draft.said_by if s.span is not None)]
    recalled = {draft.sentence for draft in drafts if BACKGROUND in draft.flags}
    usable = _usable_places(annotation, places, masked)
    dated = _usable_times(annotation, times, when)
    told = [i for i in usable if where[i] not in recalled]
    return [
        draft.but(
            place_mention=_place(annotation, draft, places, (_of_place(draft, usable, told, where), where)),
            time_mention=_time(annotation, draft, times, (_of_time(draft, dated, when, recalled), when)),
        )
        for draft in drafts
    ]


def _of_place(draft: Draft, usable: Sequence[int], told: Sequence[int], where: Sequence[int]) -> Sequence[int]:
    """Leave out the places of sentences that recall; an earlier attack on the town is told by its date alone."""
    if BACKGROUND in draft.flags or len(told) == len(usable):
        return usable
    return [i for i in usable if i in told or where[i] == draft.sentence]


def _of_time(draft: Draft, dated: Sequence[int], when: Sequence[int], recalled: AbstractSet[int]) -> Sequence[int]:
    """Leave out the days of another event than the draft's: of one recalled, or of the one that is told."""
    if not recalled:
        return dated
    if BACKGROUND in draft.flags:
        return [i for i in dated if when[i] in recalled]
    return [i for i in dated if when[i] not in recalled or when[i] == draft.sentence]


def _usable_places(annotation: Annotation, places: Sequence[Place], masked: Sequence[Span]) -> list[int]:
    """Return the mentions that may name where something happened, whatever it was."""
    words, text = human_words(annotation.pack), annotation.report.text
    return [
        i
        for i, mention in enumerate(annotation.places)
        if mention.role == "place"
        and (places[i].precision is not None or mention.cue)
        and not _inside_word(text, mention.span)
        and mention.text.lower() not in words
        and not any(span.overlaps(mention.span) for span in masked)
    ]


def _usable_times(annotation: Annotation, times: Sequence[TimeSpan], when: Sequence[int]) -> list[int]:
    """Return the mentions that may date what happened, whatever it was."""
    saying = _times_of_saying(annotation, when)
    return [
        i
        for i, mention in enumerate(annotation.times)
        if mention.kind not in UNDATED and i not in saying and not is_dateline(annotation, mention, times[i])
    ]


def _times_of_saying(annotation: Annotation, when: Sequence[int]) -> set[int]:
    """Return the time mentions that hang on a verb of saying: they date the statement, not the harm."""
    found = set()
    for i, mention in enumerate(annotation.times):
        sentence, cues = annotation.sentences[when[i]], annotation.cues[when[i]]
        sayers = {cue.first for cue in cues if cue.kind in {"say", "deny"}}
        inside = [
            t
            for t in sentence.tokens[sentence.first : sentence.last]
            if mention.span.start <= t.start < mention.span.end
        ]
        if any(token.head in sayers for token in inside):
            found.add(i)
    return found


def _sentence_of(annotation: Annotation, start: int) -> int:
    low, high = 0, len(annotation.sentences) - 1
    while low < high:
        middle = (low + high + 1) // 2
        if annotation.sentences[middle].span.start <= start:
            low = middle
        else:
            high = middle - 1
    return low


def _place(
    annotation: Annotation, draft: Draft, places: Sequence[Place], context: tuple[Sequence[int], Sequence[int]]
) -> int | None:
    if draft.kind != "toll":
        return _place_told(annotation, draft, places, context)
    where = context[1]
    usable = [i for i in context[0] if not annotation.places[i].span.overlaps(draft.quote)]
    own = [i for i in usable if where[i] == draft.sentence]
    main = _main_place(annotation, places, usable, where) if draft.basis in {"total", "part"} else None
    if own and draft.basis in {"rate", "cumulative"}:
        return min(
            own,
            key=lambda i: (annotation.places[i].cue is None, abs(annotation.places[i].span.start - draft.quote.start)),
        )
    if own:
        best = min(own, key=lambda i: _place_rank(annotation, draft, places[i], i))
        return main if main is not None and _stands_for(annotation, draft, (best, main), places) else best
    inside = [
        i
        for i, mention in enumerate(annotation.places)
        if mention.role == "place" and mention.span.overlaps(draft.quote) and places[i].precision
    ]
    if inside:
        return inside[-1]
    near = [
        i
        for i in usable
        if where[i] == draft.sentence - 1 and _coarse(places[i]) <= FINE and _same_paragraph(annotation, draft.sentence)
    ]
    if near and draft.sentence > LEAD:
        return min(near, key=lambda i: _place_rank(annotation, draft, places[i], i))
    return main if main is not None else min(usable, key=lambda i: (_coarse(places[i]), where[i]), default=None)


def _inside_word(text: str, span: Span) -> bool:
    """Tell a piece of a hyphenated name: the "Al" of "Al-Ansari"."""
    after, before = text[span.end : span.end + 2], text[max(0, span.start - 2) : span.start]
    return (after[:1] in HYPHENS and after[1:].isalpha()) or (before[-1:] in HYPHENS and before[:1].isalpha())


def _same_paragraph(annotation: Annotation, number: int) -> bool:
    """Tell whether a sentence goes on in the paragraph of the one before it."""
    before, here = annotation.sentences[number - 1].span, annotation.sentences[number].span
    return "\n" not in annotation.report.text[before.end : here.start]


def _main_place(
    annotation: Annotation, places: Sequence[Place], usable: Sequence[int], where: Sequence[int]
) -> int | None:
    """Return the place the report is about: the first town or site named in a sentence with a toll."""
    fine = [i for i in usable if _coarse(places[i]) <= FINE]
    beside = [i for i in fine if annotation.clauses[where[i]]]
    return min(beside or fine, key=lambda i: where[i], default=None)


def _stands_for(annotation: Annotation, draft: Draft, pair: tuple[int, int], places: Sequence[Place]) -> bool:
    """Tell whether a coarse place in a headline or lead only announces the main place inside it."""
    best, main = pair
    inside = places[best].country is not None and places[best].country == places[main].country
    announced = draft.sentence <= LEAD or annotation.places[best].cue is None or _of_a_body(annotation, best)
    near = _sentence_of(annotation, annotation.places[main].span.start) <= max(TOP, draft.sentence)
    return _coarse(places[best]) > FINE and inside and announced and near


def _of_a_body(annotation: Annotation, i: int) -> bool:
    """Tell a place that only belongs to an authority's name: "la préfecture des Y", "the governor of Z"."""
    start = annotation.places[i].span.start
    sentence = annotation.sentences[_sentence_of(annotation, start)]
    token = next((t.i for t in sentence.tokens[sentence.first : sentence.last] if t.start >= start), sentence.last)
    noun = token - 2
    if noun < sentence.first or sentence.low[token - 1] not in sentence.grammar.phrases["of"]:
        return False
    human = human_words(annotation.pack).get(sentence.low[noun])
    return sentence.low[noun] in body_words(annotation.pack) or (human is not None and human.kind == "body")


def _place_told(
    annotation: Annotation, draft: Draft, places: Sequence[Place], context: tuple[Sequence[int], Sequence[int]]
) -> int | None:
    """Choose the place of an event, need or statement: in its own words, in its sentence, in the sentence before."""
    usable, where = context
    acting = [actor.text for actor in draft.actors if actor.role != "target"]
    apart = parties(annotation.sentences[draft.sentence])
    usable = [
        i
        for i in usable
        if where[i] != draft.sentence
        or not (
            any(annotation.places[i].text in text for text in acting)
            or any(span.overlaps(annotation.places[i].span) for span in apart)
        )
    ]
    inside = [i for i in usable if annotation.places[i].span.overlaps(draft.quote)]
    own = inside or [i for i in usable if where[i] == draft.sentence]
    if own:
        return min(own, key=lambda i: _place_rank(annotation, draft, places[i], i))
    for back in range(1, BACK + 1):
        near = [i for i in usable if where[i] == draft.sentence - back]
        if near:
            return min(near, key=lambda i: (_coarse(places[i]), i))
    return None


def _place_rank(annotation: Annotation, draft: Draft, place: Place, i: int) -> tuple[int, int]:
    """Rank by fineness, then by distance to the draft."""
    return _coarse(place), abs(annotation.places[i].span.start - draft.quote.start)


def _coarse(place: Place) -> int:
    """Order precisions: towns, their surroundings, seas; a name no gazetteer knows is likely a small place."""
    return ORDER[place.precision]


def _time(
    annotation: Annotation, draft: Draft, times: Sequence[TimeSpan], context: tuple[Sequence[int], Sequence[int]]
) -> int | None:
    usable, when = context
    if draft.basis == "rate":
        stretches = [i for i, m in enumerate(annotation.times) if when[i] == draft.sentence and _stretch(m)]
        if stretches:
            return min(stretches, key=lambda i: abs(annotation.times[i].span.start - draft.quote.start))
    if draft.basis != "cumulative":
        usable = [i for i in usable if annotation.times[i].modifier != "since"]
    own = [i for i in usable if when[i] == draft.sentence]
    if own:
        return min(own, key=lambda i: _time_rank(annotation, draft, i))
    repeated = [i for i, m in enumerate(annotation.times) if m.kind == "recurrence" and when[i] == draft.sentence]
    if draft.kind != "toll":
        return repeated[0] if repeated and draft.kind == "event" else None
    if draft.basis in {"rate", "share", "cumulative"}:
        before = [i for i in usable if 0 < draft.sentence - when[i] <= BACK]
        return before[-1] if before and draft.basis != "cumulative" else None
    recent = [i for i in usable if _recent(annotation, times[i])]
    before = [i for i in recent if 0 < draft.sentence - when[i] <= BACK]
    if before:
        return max(before, key=lambda i: (when[i], -(times[i].precision or FAR)))
    return recent[0] if recent else None


def _stretch(mention: TimeMention) -> bool:
    """Tell a stretch of days or weeks up to now, over which a rate holds: "depuis une semaine", "past seven days"."""
    return any(STRETCH.fullmatch(length or "") for length in (mention.offset, mention.value))


def _recent(annotation: Annotation, time: TimeSpan) -> bool:
    """Tell a time that can be the main incident's: a day or so, not long before publication."""
    if time.earliest is None or time.latest is None:
        return time.offset is not None and DAY_OFFSET.fullmatch(time.offset) is not None
    if (time.precision or FAR) > DAYS:
        return False
    published = annotation.report.published_day
    if published is None:
        return True
    age = (date.fromisoformat(published) - date.fromisoformat(time.latest)).days
    return -1 <= age <= RECENT_DAYS


def _time_rank(annotation: Annotation, draft: Draft, i: int) -> tuple[bool, int]:
    mention = annotation.times[i]
    since = draft.basis == "cumulative" and mention.modifier != "since"
    return since, abs(mention.span.start - draft.quote.start)

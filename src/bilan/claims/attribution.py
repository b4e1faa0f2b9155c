"""Who says it: chains of speakers, outermost first.

Signs: a preposition of source ("selon X"), a verb of saying with its subject (before, after or inverted), a noun of
saying ("bilan de X"), quotation marks whose speaker stands beside them. A pronoun takes the last speaker named.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from bilan.annotate.annotation import Annotation
from bilan.annotate.arguments import agents
from bilan.annotate.clauses import Clause
from bilan.annotate.cues import Cue
from bilan.annotate.humans import PERSON_LABELS, body_words, human_at, human_words
from bilan.annotate.phrases import phrase_at
from bilan.annotate.syntax import Sentence
from bilan.annotate.verbs import read_verb
from bilan.claims.draft import Draft
from bilan.claims.speakers import speaker_after, speaker_span
from bilan.languages.load import Pack
from bilan.model.claim import Speaker
from bilan.model.text import Span

OPENING, CLOSING = "«“", "»”"
MARKS = re.compile(f"[{OPENING}{CLOSING}]")
NOMINAL_STRETCH = frozenset({"DET", "ADJ", "NOUN", "PROPN", "ADP", "NUM", "PART"})
AFTERTHOUGHT = frozenset({"PUNCT", "ADV", "NOUN", "PROPN", "ADP", "DET", "NUM"})
NAME_BEHIND = 16  # tokens behind an inverted verb of saying within which the speaker's name may stand
OWN_OBJECT = 6  # a noun further behind the verb is an object of its own
LIGHT = 3  # tokens between a light verb and its noun or infinitive: "faire état", "let it be known"
BESIDE = 60  # code points between a quotation and the verb of saying that names its speaker


class Attribution(NamedTuple):
    """One speaker and the token range of what he says; `verb` is the token of the cue, `denies` for "dément"."""

    speaker: Speaker | None  # None: a pronoun, to be resolved
    first: int
    last: int
    verb: int
    denies: bool = False


def attribute(annotation: Annotation, drafts: Sequence[Draft]) -> list[Draft]:
    """Give every draft its chain of speakers."""
    by_sentence = _attributions(annotation)
    quoted = _quotations(annotation, by_sentence)
    counted = [d.quote for d in drafts if d.kind == "toll" and d.count is not None and d.phrase and d.phrase.number]
    out = []
    for draft in drafts:
        found = [a for a in by_sentence[draft.sentence] if _covers(a, draft) and not _is_victim(a, counted)]
        chain = [a.speaker for a in sorted(found, key=lambda a: a.first - a.last) if a.speaker is not None]
        if not chain:
            chain = [speaker for span, speaker in quoted if span.start <= draft.quote.start < span.end][:1]
        changes: dict[str, object] = {"said_by": _distinct(chain)}
        if any(a.denies for a in found):
            changes["modality"] = "denied"
        out.append(draft.but(**changes))
    return out


def _attributions(annotation: Annotation) -> list[list[Attribution]]:
    """Find the attributions sentence by sentence; pronouns take the last speaker named."""
    out: list[list[Attribution]] = []
    last: Speaker | None = None
    for sentence, cues, clauses in zip(annotation.sentences, annotation.cues, annotation.clauses, strict=True):
        found = [
            *_prepositions(sentence, cues),
            *_verbs(sentence, cues, clauses, annotation.pack),
            *_nouns(sentence, cues, annotation.pack),
        ]
        out.append([a if a.speaker is not None else a._replace(speaker=last) for a in found])
        named = [a.speaker for a in found if a.speaker is not None]
        last = named[-1] if named else last
    return out


def _is_victim(attribution: Attribution, counted: Sequence[Span]) -> bool:
    """Tell whether the speaker's words are those of a toll: the dead do not speak, a parse went wrong."""
    span = attribution.speaker.span if attribution.speaker else None
    return span is not None and any(quote.overlaps(span) for quote in counted)


def _covers(attribution: Attribution, draft: Draft) -> bool:
    return attribution.first <= draft.at <= attribution.last


def _prepositions(sentence: Sentence, cues: Sequence[Cue]) -> list[Attribution]:
    """Read "selon X"; where two stand in one sentence, each covers the stretch up to it."""
    marks = [cue for cue in cues if cue.kind == "according" and cue.value != "never"]
    found: list[Attribution] = []
    for index, cue in enumerate(marks):
        start = cue.first + 1 if cue.value == "keep" else cue.last + 1
        span = speaker_after(sentence, start)
        if span is None or _is_tally(sentence, span, cues):
            continue
        words = span.of(sentence.text)
        same = words.lower() in sentence.grammar.phrases["same_source"]
        speaker = None if same else Speaker(words, cue.words, None, span)
        first, last = sentence.first, sentence.last - 1
        if len(marks) > 1:
            first = marks[index - 1].last if index and cue.first > sentence.first + 2 else sentence.first
            last = cue.last if cue.first > sentence.first + 2 else marks[index + 1].first - 1
        found.append(Attribution(speaker, first, last, cue.first))
    return found


def _verbs(sentence: Sentence, cues: Sequence[Cue], clauses: Sequence[Clause], pack: Pack) -> list[Attribution]:
    found = []
    for cue in cues:
        if cue.kind not in {"say", "deny"} or not _may_say(sentence, cue):
            continue
        if cue.value == "never" or _is_predicate(clauses, cue.first):
            continue
        subject = _sayer(sentence, cue.first)
        if subject is None:
            continue
        span = _source_span(sentence, subject, cues, (cue.first, pack))
        pronoun = sentence.tokens[subject].pos == "PRON"
        if span is None and not pronoun:
            continue
        speaker = None if span is None else Speaker(span.of(sentence.text), cue.words, None, span)
        first, last = _scope(sentence, cue.first, subject)
        if first <= last:
            found.append(Attribution(speaker, first, last, cue.first, denies=cue.kind == "deny"))
    return found


def _is_predicate(clauses: Sequence[Clause], i: int) -> bool:
    """Tell a verb of saying that is a verb of harm here: "the fire claimed 21 lives"."""
    return any(clause.predicate == i for clause in clauses)


def _is_tally(sentence: Sentence, span: Span, cues: Sequence[Cue]) -> bool:
    """Tell "selon un bilan provisoire": a tally without an author is no speaker."""
    inside = [c for c in cues if c.kind == "say-noun" and span.start <= sentence.tokens[c.first].start < span.end]
    return bool(inside) and not any(
        low in sentence.grammar.phrases["of"] for low in span.of(sentence.text).lower().split()
    )


def _sayer(sentence: Sentence, verb: int) -> int | None:
    """Return the head of the subject of a verb of saying, inverted or not; None where there is none."""
    tokens, slots = sentence.tokens, sentence.grammar.slots
    read = read_verb(sentence, verb)
    reduced = read.auxiliary or tokens[verb].dep in slots["modifier"]
    if tokens[verb].pos == "VERB" and read.voice == "passive" and reduced:  # "images diffusées par la presse"
        return next((phrase.head for phrase, _ in agents(sentence, verb)), None)
    for child in sentence.in_slot(verb, "subject"):
        if sentence.low[child] in sentence.grammar.phrases["relatives"]:
            return tokens[verb].head if tokens[verb].dep in slots["relative"] else None
        return None if tokens[child].dep == "expl:subj" else child
    inverted = _inverted(sentence, verb, read.first)
    return inverted if inverted is not None else _sayer_above(sentence, verb)


def _inverted(sentence: Sentence, verb: int, first: int) -> int | None:
    """Read an inverted subject, which the parser takes for an object: ", ont précisé les secouristes".

    Whom it was said to ("a précisé à l'agence") is passed over; a name behind it may still be the speaker's.
    """
    tokens = sentence.tokens
    if first <= sentence.first or tokens[first - 1].text not in {",", "»", '"', "”"}:
        return None
    for child in sentence.children(verb):
        near = verb < child <= verb + OWN_OBJECT and tokens[child].pos in {"NOUN", "PROPN"}
        if near and not any(tokens[c].pos == "ADP" and c < child for c in sentence.children(child)):
            return child
    for i in range(verb + 1, min(sentence.last, verb + NAME_BEHIND)):
        name = sentence.names.get(i)
        if sentence.low[i] in sentence.grammar.phrases["relatives"]:
            break
        if name is not None and name.label in PERSON_LABELS and tokens[i - 1].pos != "ADP":
            return i
    return None


def _sayer_above(sentence: Sentence, verb: int) -> int | None:
    """Find the subject on the verb this one is coordinated with, on the noun it modifies, on its light verb."""
    tokens, slots = sentence.tokens, sentence.grammar.slots
    token, head = tokens[verb], tokens[tokens[verb].head]
    if token.dep in slots["conjunct"]:
        return _sayer(sentence, head.i) if head.i < verb else None
    if token.dep in slots["modifier"] and head.i < verb and head.pos in {"NOUN", "PROPN"}:
        return head.i
    light = head.i != verb and head.pos in {"VERB", "AUX"} and abs(head.i - verb) <= LIGHT
    return _sayer(sentence, head.i) if light else _noun_before(sentence, verb)  # "a fait savoir", "a fait état"


def _may_say(sentence: Sentence, cue: Cue) -> bool:
    """A verb of saying by its tag; a verb of denial also where the tagger errs ("dément" taken for an adverb).

    A noun says something only with its light verb: "faire état".
    """
    pos = sentence.tokens[cue.first].pos
    if pos == "PROPN" and sentence.tokens[cue.first].text.islower():  # the tagger takes "parle" for a name
        return True
    if pos in {"NOUN", "PROPN"}:
        light = sentence.grammar.phrases["light"]
        return any(sentence.low.get(j) in light for j in range(cue.first - LIGHT, cue.first))
    return pos in {"VERB", "AUX"} or (cue.kind == "deny" and pos in {"ADV", "ADJ"})


def _noun_before(sentence: Sentence, verb: int) -> int | None:
    """Repair: the noun phrase that fills the stretch between a comma (or the start) and the verb is its subject."""
    start = verb
    while start > sentence.first and sentence.tokens[start - 1].pos in NOMINAL_STRETCH:
        start -= 1
    opens = start == sentence.first or sentence.tokens[start - 1].text in {",", "»", "”", '"', ":"}
    if start == verb or not opens or sentence.tokens[start].pos == "ADP":
        return None
    head = None
    for i in range(start, verb):
        if sentence.tokens[i].pos == "ADP":
            break
        if sentence.tokens[i].pos in {"NOUN", "PROPN"}:
            head = i
    return head


def _scope(sentence: Sentence, verb: int, subject: int) -> tuple[int, int]:
    """Return the token range of what is said: all behind the verb, or all before it when it closes the sentence."""
    if subject > verb or _closes(sentence, verb, subject):  # ", ont précisé les secouristes", ", police said Monday"
        return sentence.first, verb
    stop = next((i for i in range(verb + 1, sentence.last) if sentence.tokens[i].text == ";"), sentence.last)
    return verb + 1, stop - 1


def _closes(sentence: Sentence, verb: int, subject: int) -> bool:
    """Tell a verb of saying behind what is said: its content stands before it, or nothing said follows it."""
    start, _ = sentence.subtree(subject)
    if sentence.tokens[verb].dep == "parataxis" or any(
        c < min(start, subject) for c in sentence.in_slot(verb, "content")
    ):
        return True
    after = sentence.tokens[verb + 1 : sentence.last]
    if all(token.pos == "PUNCT" for token in after):
        return subject > sentence.first + 1
    opened = start > sentence.first and sentence.tokens[start - 1].text in {",", "»", "”", '"'}
    return opened and all(token.pos in AFTERTHOUGHT for token in after)


def _source_span(sentence: Sentence, subject: int, cues: Sequence[Cue], context: tuple[int, Pack]) -> Span | None:
    """Return the speaker's words; of a noun of saying ("un bilan de X annonce"), those of X."""
    verb, pack = context
    if any(cue.kind == "say-noun" and cue.first == subject for cue in cues):
        return _of_whom(sentence, subject, pack)
    span = speaker_span(sentence, subject, verb)
    return None if span is not None and _is_tally(sentence, span, cues) else span


def _nouns(sentence: Sentence, cues: Sequence[Cue], pack: Pack) -> list[Attribution]:
    found = []
    for cue in cues:
        if cue.kind != "say-noun" or sentence.tokens[cue.first].pos not in {"NOUN", "PROPN"}:
            continue
        span = _of_whom(sentence, cue.last, pack) or _giver(sentence, cue.first, pack)
        if span is not None:
            speaker = Speaker(span.of(sentence.text), cue.words, None, span)
            first = sentence.first if span.start > sentence.tokens[cue.first].start else _token_at(sentence, span.start)
            found.append(Attribution(speaker, first, sentence.last - 1, cue.first))
    return found


def _token_at(sentence: Sentence, start: int) -> int:
    return next((t.i for t in sentence.tokens[sentence.first : sentence.last] if t.start >= start), sentence.first)


def _giver(sentence: Sentence, noun: int, pack: Pack) -> Span | None:
    """Return who gives a toll or report: "le maire a donné un nouveau bilan de 50 morts"."""
    token = sentence.tokens[noun]
    if token.dep not in sentence.grammar.slots["object"] or token.head >= noun:
        return None
    for child in sentence.in_slot(token.head, "subject"):
        human = human_at(sentence, phrase_at(sentence, child), pack)
        if child < token.head and (human is not None or sentence.tokens[child].pos == "PROPN"):
            return speaker_span(sentence, child, token.head)
    return None


def _of_whom(sentence: Sentence, noun: int, pack: Pack) -> Span | None:
    """Return X of "bilan (provisoire) de X" where X can speak: a name of no place, or a noun for people or bodies."""
    phrases, table, bodies = sentence.grammar.phrases, human_words(pack), body_words(pack)
    for i in range(noun + 1, min(sentence.last - 1, noun + 4)):
        if sentence.low[i] in phrases["of"] or sentence.low[i] == "by":
            j = i + 1
            while j < sentence.last - 1 and sentence.tokens[j].pos in {"DET", "ADJ"}:
                j += 1
            token = sentence.tokens[j]
            pair = f"{sentence.low[j]} {sentence.low.get(j + 1, '')}"
            speaks = (
                sentence.low[j] in table
                or token.lemma in table
                or pair in table
                or pair in bodies
                or (
                    sentence.low[j] in bodies
                    or (token.pos == "PROPN" and j not in sentence.places and j not in sentence.times)
                )
            )
            return speaker_after(sentence, i + 1) if speaks and j not in sentence.number_at else None
        if sentence.tokens[i].pos != "ADJ":
            return None
    return None


def _quotations(annotation: Annotation, by_sentence: Sequence[Sequence[Attribution]]) -> list[tuple[Span, Speaker]]:
    """Pair stretches between quotation marks with the speaker who stands right behind or before them."""
    text = annotation.report.text
    verbs = [
        (annotation.sentences[number].tokens[a.verb].start, a.speaker)
        for number, found in enumerate(by_sentence)
        for a in found
        if a.speaker is not None
    ]
    pairs = []
    for span in _quoted_spans(text):
        after = [s for at, s in verbs if span.end <= at <= span.end + BESIDE]
        before = [s for at, s in verbs if span.start - BESIDE <= at < span.start]
        beside = after or before[-1:]
        if beside:
            pairs.append((span, beside[0]))
    return pairs


def _quoted_spans(text: str) -> list[Span]:
    spans, start = [], None
    for mark in MARKS.finditer(text):
        if mark.group() in OPENING:
            start = mark.start()
        elif start is not None:
            spans.append(Span(start, mark.end()))
            start = None
    return spans


def _distinct(chain: Sequence[Speaker]) -> tuple[Speaker, ...]:
    kept: dict[str, Speaker] = {}
    for speaker in chain:
        kept.setdefault(speaker.text.lower(), speaker)
    return tuple(kept.values())

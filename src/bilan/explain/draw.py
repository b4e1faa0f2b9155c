"""Draw the picture of a text: run the stages up to the claim rules and keep what they saw."""

from collections.abc import Iterator, Sequence

from bilan.annotate.annotation import Annotation, annotate
from bilan.annotate.clauses import Clause
from bilan.annotate.humans import human_at
from bilan.annotate.outcomes import outcome_words
from bilan.annotate.phrases import phrase_at
from bilan.annotate.syntax import Sentence
from bilan.annotate.triggers import Trigger
from bilan.claims.happenings import triggers_by_sentence
from bilan.claims.refusals import Judged
from bilan.claims.strays import find_strays
from bilan.claims.tolls import VICTIM_SLOTS
from bilan.explain.fired import picture_fired
from bilan.explain.picture import (
    NO_READING,
    NO_VICTIM,
    ClausePicture,
    Find,
    NearMiss,
    Picture,
    SentencePicture,
    Slot,
    Stray,
    Word,
)
from bilan.model.report import Report
from bilan.model.text import SetAside, Span
from bilan.pipeline import Tools, find_drafts
from bilan.read.passages import find_passages

NOUNS = frozenset({"NOUN", "PROPN", "ADJ"})  # parsers call many nouns for people adjectives


def explain(report: Report, tools: Tools) -> Picture:
    """Draw the picture of a report.

    Args:
        report: The report; one sentence is enough.
        tools: See `bilan.pipeline.load_tools`.

    Raises:
        LanguageError: the report's language has no pack.
        ModelError: the language's parser model is missing.
    """
    pack = tools.packs[report.language or ""]
    annotation = annotate(
        report, find_passages(report), pack=pack, parser=tools.parser(pack.code), gazetteer=tools.gazetteer
    )
    judged = find_drafts(annotation, tools)
    triggers, strays = triggers_by_sentence(annotation), find_strays(annotation, judged)
    return Picture(
        pack.code,
        tuple(
            _sentence(annotation, number, judged, triggers[number], strays)
            for number in range(len(annotation.sentences))
        ),
    )


def _sentence(
    annotation: Annotation, number: int, judged: Judged, triggers: Sequence[Trigger], strays: Sequence[SetAside]
) -> SentencePicture:
    sentence, clauses, cues = annotation.sentences[number], annotation.clauses[number], annotation.cues[number]
    finds = [*_mentions(annotation, sentence), *_people(annotation, sentence), *_outcomes(annotation, sentence)]
    finds += [_find(sentence, "cue", c.first, c.last, " ".join(filter(None, (c.kind, c.value)))) for c in cues]
    finds += [
        _find(sentence, "trigger", t.start_token, t.end_token - 1, f"{t.event} {t.weight}") for t in triggers
    ]  # fmt: skip
    return SentencePicture(
        start=sentence.span.start,
        end=sentence.span.end,
        text=sentence.span.of(sentence.text),
        words=tuple(_words(sentence)),
        finds=tuple(sorted(finds, key=lambda find: (find.first, find.last, find.kind))),
        clauses=tuple(_clause(sentence, clause) for clause in clauses),
        fired=tuple(
            picture_fired(sentence, cues, draft) for draft in judged.drafts if draft.sentence == number
        ),
        near_misses=tuple(_near_misses(annotation, number, judged)),
        strays=tuple(Stray(one.text, one.code) for one in strays if one.sentence == sentence.span),
    )  # fmt: skip


def _words(sentence: Sentence) -> Iterator[Word]:
    for token in sentence.tokens[sentence.first : sentence.last]:
        head = None if token.head == token.i else token.head - sentence.first
        yield Word(token.i - sentence.first, token.text, token.lemma, token.pos, token.dep, head)


def _find(sentence: Sentence, kind: str, first: int, last: int, detail: str) -> Find:
    text = sentence.words(first, last).of(sentence.text)
    return Find(kind, first - sentence.first, last - sentence.first, text, detail)


def _mentions(annotation: Annotation, sentence: Sentence) -> Iterator[Find]:
    """Yield numbers, times and places."""
    amounts = {number.span: number for number in sentence.number_at.values()}
    amounts |= {number.span: number for number in annotation.uncounted if sentence.span.holds(number.span)}
    for number in amounts.values():
        bounds = "share" if number.share is not None else f"{_bound(number.low)}..{_bound(number.high)}"
        extra = number.unit or ("article" if number.one else "")
        yield from _spanned(sentence, "number", number.span, " ".join(filter(None, (bounds, number.wording, extra))))
    for time in annotation.times:
        yield from _spanned(sentence, "time", time.span, time.kind)
    for place in annotation.places:
        known = str(len(place.candidates)) if place.candidates else "0"
        yield from _spanned(sentence, "place", place.span, f"{place.role}, {known}")


def _spanned(sentence: Sentence, kind: str, span: Span, detail: str) -> Iterator[Find]:
    """Yield what stands in the sentence, by its tokens."""
    inside = [t.i for t in sentence.tokens[sentence.first : sentence.last] if t.start < span.end and span.start < t.end]
    if inside:
        yield _find(sentence, kind, inside[0], inside[-1], detail)


def _bound(value: int | None) -> str:
    return "" if value is None else str(value)


def _people(annotation: Annotation, sentence: Sentence) -> Iterator[Find]:
    for i in range(sentence.first, sentence.last):
        if sentence.tokens[i].pos not in NOUNS:
            continue
        human = human_at(sentence, phrase_at(sentence, i), annotation.pack)
        if human is not None:
            many = f" ×{human.persons}" if human.persons > 1 else ""
            yield _find(sentence, "people", i, i, f"{'+'.join(human.people)} {human.kind}{many}")


def _outcomes(annotation: Annotation, sentence: Sentence) -> Iterator[Find]:
    table = outcome_words(annotation.pack)
    for i, low in sentence.low.items():
        rows = table.get(low, ())
        if rows:
            yield _find(sentence, "outcome", i, i, ", ".join(dict.fromkeys(_said(*row[:3]) for row in rows)))


def _said(lemma: str, reading: str, outcome: str) -> str:
    return f"{lemma} {reading} {outcome}".strip()


def _clause(sentence: Sentence, clause: Clause) -> ClausePicture:
    verb, word = clause.verb, clause.word
    said = [name for name in ("hearsay", "negated", "future", "reflexive") if getattr(verb, name)]
    return ClausePicture(
        at=clause.predicate - sentence.first,
        text=sentence.tokens[clause.predicate].text,
        kind=clause.kind,
        lemma=word.lemma,
        outcome=word.outcome,
        needs=word.needs,
        said=(verb.voice, *said) if clause.kind in {"act", "state"} else tuple(said),
        slots=tuple(
            Slot(
                arg.slot,
                arg.phrase.first - sentence.first,
                arg.phrase.last - sentence.first,
                arg.phrase.span.of(sentence.text),
                arg.rule,
            )
            for arg in clause.args
        ),
    )


def _near_misses(annotation: Annotation, number: int, judged: Judged) -> Iterator[NearMiss]:
    """Yield what the rules refused, outcome words without a clause, and clauses without victims."""
    sentence, clauses = annotation.sentences[number], annotation.clauses[number]
    for one in judged.refusals:
        if one.sentence == number:
            yield NearMiss(one.span.of(sentence.text), one.rule, one.reason, one.detail)
    read = {clause.predicate for clause in clauses}
    companions = {i for c in clauses for i, low in sentence.low.items() if low in c.word.companions}
    for i, low in sentence.low.items():
        rows = outcome_words(annotation.pack).get(low, ())
        if rows and i not in read and i not in companions:
            wants = " / ".join(sorted({" ".join(sorted(row.companions)) for row in rows if row.companions}))
            yield NearMiss(sentence.tokens[i].text, f"{rows[0].reading}/{rows[0].lemma}", NO_READING, wants)
    for clause in clauses:
        if not any(arg.slot in VICTIM_SLOTS for arg in clause.args):
            text = sentence.tokens[clause.predicate].text
            yield NearMiss(text, f"{clause.kind}/{clause.word.lemma}", NO_VICTIM, "")

"""A second speaker's bare number for a toll just told: "Douze morts, selon l'armée, mais l'opposition parle de 20".

A number alone tells no outcome. Behind a verb of saying that gives amounts, and with nothing counted behind it, it can
only speak of the toll told before it in its sentence or the one before; it is a claim of its own, of the same harm.
"""

from collections.abc import Iterator, Sequence

from bilan.annotate.annotation import Annotation
from bilan.annotate.cues import Cue
from bilan.annotate.phrases import Phrase, phrase_at
from bilan.annotate.syntax import Sentence
from bilan.claims.draft import Draft
from bilan.model.claim import Count

REACH = 7  # tokens between the verb of saying and its number: "parle d'un bilan de 20", "put the number at 23"
SMALLEST = 2
STEPPED = frozenset({"ADP", "DET", "ADV", "ADJ", "SCONJ", "PRON", "PART"})
ENDS = frozenset({".", ",", ";", ")", "»", "”", '"', ":", "–", "—"})


def add_rivals(annotation: Annotation, drafts: Sequence[Draft]) -> list[Draft]:
    """Add the bare numbers that other speakers give for a toll; drafts in text order."""
    out = list(drafts)
    for number, sentence in enumerate(annotation.sentences):
        if not any(draft.sentence in {number, number - 1} for draft in drafts):
            continue
        for phrase in _bare_numbers(sentence, annotation.cues[number], drafts):
            toll = _toll_before(drafts, number, phrase)
            if toll is not None:
                out.append(_rival(sentence, number, phrase, toll))
    return sorted(out, key=lambda draft: (draft.quote.start, draft.quote.end)) if len(out) > len(drafts) else out


def _bare_numbers(sentence: Sentence, cues: Sequence[Cue], drafts: Sequence[Draft]) -> Iterator[Phrase]:
    """Yield the numbers behind verbs of saying that count nothing but what was told."""
    for cue in cues:
        if cue.kind != "say" or cue.value not in {"", "count", "clause", "object"}:
            continue
        phrase = _number_behind(sentence, cue)
        if phrase is None or any(draft.at in range(phrase.first, phrase.last + 1) for draft in drafts):
            continue
        if cue.value != "clause" or sentence.tokens[phrase.first].pos == "NUM":
            yield phrase


def _number_behind(sentence: Sentence, cue: Cue) -> Phrase | None:
    tolls = sentence.grammar.phrases["tally"]
    for i in range(cue.last + 1, min(sentence.last, cue.last + 1 + REACH)):
        number = sentence.number_at.get(i)
        if number is not None and not number.one and number.share is None:
            phrase = phrase_at(sentence, i)
            alone = phrase.form == "number" and number.low != 0 and (number.low or number.high or 0) >= SMALLEST
            dated = any(j in sentence.times for j in range(phrase.first, phrase.last + 1))
            return phrase if alone and not dated and _ends(sentence, phrase) else None
        if sentence.tokens[i].pos not in STEPPED and sentence.low[i] not in tolls:
            return None
    return None


def _ends(sentence: Sentence, phrase: Phrase) -> bool:
    """Tell whether nothing that could be counted stands behind a number."""
    after = phrase.last + 1
    return after >= sentence.last or sentence.tokens[after].text in ENDS or sentence.tokens[after].pos == "CCONJ"


def _toll_before(drafts: Sequence[Draft], number: int, phrase: Phrase) -> Draft | None:
    """Return the first total of the nearest sentence: a list of tolls opens with the one that is spoken of."""
    for sentence in (number, number - 1):
        told = [
            d for d in drafts if d.sentence == sentence and d.basis == "total" and (d.count and d.at < phrase.first)
        ]
        killed = [d for d in told if d.outcome == "killed"]
        if told:
            return (killed or told)[-1]
    return None


def _rival(sentence: Sentence, number: int, phrase: Phrase, toll: Draft) -> Draft:
    amount = phrase.number
    low, high, wording = (amount.low, amount.high, amount.wording) if amount else (None, None, "exact")
    return toll.but(
        sentence=number,
        at=phrase.head,
        quote=phrase.span,
        rule="rival",
        count=Count(low, high, wording, phrase.span.of(sentence.text)),
        phrase=phrase,
        clause=toll.clause if toll.sentence == number else None,
        victims=(),
        flags=(),
        extra=(),
        whole=None,
        older=None,
    )

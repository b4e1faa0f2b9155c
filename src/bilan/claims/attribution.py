"""Who says it: chains of speakers, outermost first.

Signs: a preposition of source ("selon X"), a verb of saying with its subject (before, after or inverted), a noun of
saying ("bilan de X"), quotation marks whose speaker stands beside them. A pronoun takes whom it agrees with; where
that is not plain, nobody is named.
"""

from collections.abc import Sequence
from typing import NamedTuple

from bilan.annotate.annotation import Annotation
from bilan.annotate.syntax import Sentence
from bilan.claims.antecedents import BACK, Named, antecedent, named_in
from bilan.claims.draft import Draft
from bilan.claims.quotations import find_quotations, quoted_speakers
from bilan.claims.saying import Saying
from bilan.claims.sayings import find_sayings
from bilan.claims.scopes import scopes
from bilan.model.claim import Speaker
from bilan.model.text import Span

LONGEST_QUOTATION = 8  # sentences of a quotation over which a pronoun behind it still finds its speaker


class Attribution(NamedTuple):
    """A speaker (None: a pronoun nobody agrees with) and the token range of what he says; see `Saying`."""

    speaker: Speaker | None
    first: int
    last: int
    verb: int
    denies: bool = False
    depth: int = 0
    document: bool = False


def attribute(annotation: Annotation, drafts: Sequence[Draft]) -> list[Draft]:
    """Give every draft its chain of speakers."""
    if not drafts:
        return []
    by_sentence = attributions(annotation)
    quoted = quoted_speakers(annotation.report.text, _verbs(annotation, by_sentence))
    counted = [d.quote for d in drafts if d.kind == "toll" and d.count is not None and d.phrase and d.phrase.number]
    out = []
    for draft in drafts:
        found = [a for a in by_sentence[draft.sentence] if _covers(a, draft) and not _is_victim(a, counted)]
        found = [a for a in found if not a.document] or found
        chain = [a.speaker for a in sorted(found, key=_outermost) if a.speaker is not None]
        chain = _with_quoted(annotation.sentences[draft.sentence], draft, found, chain, quoted)
        changes: dict[str, object] = {"said_by": _distinct(chain)}
        if any(a.denies for a in found) and len(changes["said_by"]) <= 1:  # type: ignore[arg-type]
            changes["modality"] = "denied"
        out.append(draft.but(**changes))
    return out


def attributions(annotation: Annotation) -> list[list[Attribution]]:
    """Find the attributions sentence by sentence, pronouns resolved."""
    out: list[list[Attribution]] = []
    named = _Named(annotation)
    for number, (sentence, cues, clauses) in enumerate(
        zip(annotation.sentences, annotation.cues, annotation.clauses, strict=True)
    ):
        sayings = find_sayings(sentence, cues, clauses, annotation.pack)
        found = []
        named.speakers.append([speaker for s in sayings if (speaker := _speaker(sentence, s)) is not None])
        for saying, scope in zip(sayings, scopes(sentence, sayings), strict=True):
            who = _speaker(sentence, saying) or named.stands_for(number, saying)
            if scope.first <= scope.last:
                verb, document = saying.cue.last, saying.form == "noun"
                found.append(Attribution(who, *scope, verb, saying.denies, saying.depth, document))
        out.append(found)
    return out


class _Named:
    """Who was named so far, asked only where a pronoun must be resolved.

    `speakers`: of each sentence read, in order. Who goes on speaking as a pronoun stays in reach of the next one.
    """

    def __init__(self, annotation: Annotation) -> None:
        self.annotation = annotation
        self.speakers: list[list[Speaker]] = []
        self.quotations: list[Span] | None = None
        self.groups: dict[int, list[Named]] = {}

    def stands_for(self, number: int, saying: Saying) -> Speaker | None:
        """Return whom a saying's pronoun stands for; None where it has none or that is not plain."""
        if saying.pronoun is None:
            return None
        if self.quotations is None:
            self.quotations = find_quotations(self.annotation.report.text)
        at = self.annotation.sentences[number].tokens[saying.pronoun.first].start
        told = [n for n in range(number - 1, max(-1, number - LONGEST_QUOTATION), -1) if not self._is_quoted(n)]
        groups = [self._group(n) for n in (number, *told[:BACK])]
        groups[0] = [named for named in groups[0] if named.at < saying.pronoun.first]
        who = antecedent(saying.pronoun, [_as_quoted(at, group, self.quotations) for group in groups])
        if who is None:
            return None
        self.groups[number] = [
            *self._group(number),
            *(n._replace(at=-1, spoke=True) for group in groups for n in group if n.speaker.span == who.span),
        ]
        return Speaker(who.text, saying.cue.words, None, who.span)

    def _is_quoted(self, number: int) -> bool:
        """Tell a sentence inside a quotation: it names nobody for a pronoun outside, and is no step back."""
        start = self.annotation.sentences[number].span.start
        return any(span.start <= start < span.end for span in self.quotations or ())

    def _group(self, number: int) -> list[Named]:
        if number not in self.groups:
            sentence = self.annotation.sentences[number]
            self.groups[number] = named_in(sentence, self.speakers[number], self.annotation.pack)
        return self.groups[number]


def _speaker(sentence: Sentence, saying: Saying) -> Speaker | None:
    if saying.span is None:
        return None
    return Speaker(saying.span.of(sentence.text), saying.cue.words, None, saying.span)


def _as_quoted(at: int, group: Sequence[Named], quotations: Sequence[Span]) -> list[Named]:
    """Leave out who is named in a quotation the pronoun at `at` is not part of."""
    around = [span for span in quotations if span.start < at < span.end]
    return [
        named
        for named in group
        if named.speaker.span is None
        or all(span in around for span in quotations if span.start < named.speaker.span.start < span.end)
    ]


def _verbs(annotation: Annotation, by_sentence: Sequence[Sequence[Attribution]]) -> list[tuple[int, Speaker]]:
    return [
        (annotation.sentences[number].tokens[a.verb].start, a.speaker)
        for number, found in enumerate(by_sentence)
        for a in found
        if a.speaker is not None and not a.document
    ]


def _outermost(attribution: Attribution) -> tuple[int, int]:
    return attribution.depth, attribution.first - attribution.last


def _with_quoted(
    sentence: Sentence,
    draft: Draft,
    found: Sequence[Attribution],
    chain: Sequence[Speaker],
    quoted: Sequence[tuple[Span, Speaker]],
) -> list[Speaker]:
    """Put the speaker of a quotation around a draft first, unless somebody outside it was found to say it already."""
    around = [(span, speaker) for span, speaker in quoted if span.start <= draft.quote.start < span.end]
    if not around:
        return list(chain)
    span, speaker = around[0]
    inside = all(span.start <= sentence.tokens[a.verb].start < span.end for a in found)
    return [speaker, *chain] if inside else list(chain)


def _is_victim(attribution: Attribution, counted: Sequence[Span]) -> bool:
    """Tell whether the speaker's words are those of a toll: the dead do not speak, a parse went wrong."""
    span = attribution.speaker.span if attribution.speaker else None
    return span is not None and any(quote.overlaps(span) for quote in counted)


def _covers(attribution: Attribution, draft: Draft) -> bool:
    return attribution.first <= draft.at <= attribution.last


def _distinct(chain: Sequence[Speaker]) -> tuple[Speaker, ...]:
    kept: dict[str, Speaker] = {}
    for speaker in chain:
        kept.setdefault(speaker.text.lower(), speaker)
    return tuple(kept.values())

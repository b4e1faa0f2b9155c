"""Stage 3 as a whole: one report → sentences with numbers, names, places, times, cues and clauses."""

from collections.abc import Sequence
from typing import NamedTuple

from bilan.annotate.amount import Number
from bilan.annotate.clauses import Clause, find_clauses
from bilan.annotate.cues import Cue, find_cues
from bilan.annotate.numbers import find_amounts
from bilan.annotate.places import find_place_mentions
from bilan.annotate.syntax import Sentence, sentences_of
from bilan.annotate.times import find_times
from bilan.annotate.tokens import Parser, WantsNames
from bilan.languages.load import Pack
from bilan.model.place import Gazetteer, PlaceMention
from bilan.model.report import Passage, Report
from bilan.model.time import TimeMention


class Annotation(NamedTuple):
    """A report annotated. `clauses[n]` and `cues[n]` belong to `sentences[n]`; mentions are in text order.

    `uncounted` are amounts no sentence knows as its numbers: those of a unit ("14 ans") and those inside a date.
    """

    report: Report
    pack: Pack
    sentences: tuple[Sentence, ...]
    clauses: tuple[tuple[Clause, ...], ...]
    cues: tuple[tuple[Cue, ...], ...]
    places: tuple[PlaceMention, ...]
    times: tuple[TimeMention, ...]
    uncounted: tuple[Number, ...] = ()


def annotate(  # noqa: PLR0913  # keyword-only tools
    report: Report,
    passages: Sequence[Passage],
    *,
    pack: Pack,
    parser: Parser,
    gazetteer: Gazetteer,
    wants_names: WantsNames | None = None,
) -> Annotation:
    """Annotate the passages of a report; set-aside text is not in them and yields nothing."""
    text = report.text
    parse = parser.parse(text, [passage.span for passage in passages], wants_names=wants_names)
    times = find_times(text, pack, parse.sentences)
    places = find_place_mentions(text, parse, pack, gazetteer)
    dated = [mention.span for mention in times if mention.kind not in {"duration", "recurrence"}]
    amounts = find_amounts(text, pack, parse.sentences)
    uncounted = tuple(amount for amount in amounts if amount.unit or any(amount.core.overlaps(span) for span in dated))
    others = frozenset(uncounted)
    counting = [amount for amount in amounts if amount not in others]
    sentences = sentences_of(text, parse, counting, pack)
    _mark_tokens(sentences, places, times)
    return Annotation(
        report=report,
        pack=pack,
        sentences=sentences,
        clauses=tuple(tuple(find_clauses(sentence, pack)) for sentence in sentences),
        cues=tuple(find_cues(sentence, pack) for sentence in sentences),
        places=places,
        times=times,
        uncounted=uncounted,
    )


def _mark_tokens(sentences: Sequence[Sentence], places: Sequence[PlaceMention], times: Sequence[TimeMention]) -> None:
    """Tell each sentence which of its tokens belong to a place or a time."""
    for sentence in sentences:
        for mention in places:
            if mention.role == "place" and mention.candidates and mention.span.overlaps(sentence.span):
                sentence.places.update(_tokens_in(sentence, mention.span.start, mention.span.end))
        for time in times:
            if time.span.overlaps(sentence.span):
                sentence.times.update(_tokens_in(sentence, time.span.start, time.span.end))


def _tokens_in(sentence: Sentence, start: int, end: int) -> list[int]:
    return [t.i for t in sentence.tokens[sentence.first : sentence.last] if t.start < end and start < t.end]

"""Stage 3 as a whole: one report → sentences with numbers, names, places, times, cues and clauses."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from bilan.annotate.amount import Number
from bilan.annotate.clauses import Clause, find_clauses
from bilan.annotate.cues import Cue, find_cues
from bilan.annotate.numbers import find_amounts
from bilan.annotate.places import find_place_mentions
from bilan.annotate.syntax import Sentence, sentences_of
from bilan.annotate.times import find_times
from bilan.annotate.tokens import Parser, Token, WantsNames
from bilan.languages.load import Pack
from bilan.model.place import Gazetteer, PlaceMention
from bilan.model.report import Passage, Report
from bilan.model.text import overlaps_any
from bilan.model.time import TimeMention

TIMELESS = frozenset({"duration", "recurrence", "vague", "clock", "hour", "part"})  # kinds of times that tell no day


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
    uncounted = tuple(amount for amount in amounts if amount.unit or overlaps_any(dated, amount.core))
    others = frozenset(uncounted)
    counting = [amount for amount in amounts if amount not in others]
    sentences = sentences_of(text, parse, counting, pack)
    _mark_tokens(parse.tokens, sentences, places, times)
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


def _mark_tokens(
    tokens: Sequence[Token],
    sentences: Sequence[Sentence],
    places: Sequence[PlaceMention],
    times: Sequence[TimeMention],
) -> None:
    """Tell each sentence which of its tokens belong to a place or a time."""
    starts, ends = [token.start for token in tokens], [token.end for token in tokens]
    for mention in places:
        if mention.role == "place" and mention.candidates:
            for i in range(bisect_right(ends, mention.span.start), bisect_left(starts, mention.span.end)):
                sentences[tokens[i].sent].places.add(i)
    for time in times:
        for i in range(bisect_right(ends, time.span.start), bisect_left(starts, time.span.end)):
            sentences[tokens[i].sent].times.add(i)
            if time.kind not in TIMELESS and not (time.value or "").startswith("PT"):  # "within a minute"
                sentences[tokens[i].sent].days.add(i)

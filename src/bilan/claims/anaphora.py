"""Places said by a common noun only: "la ville", "the camp".

Such words stand for a place named nearby. One candidate: it is that place. Several: the words are kept, the candidates
go with them as rivals, and the claim is flagged; nobody guesses which town was meant.
"""

from collections.abc import Sequence

from bilan.annotate.annotation import Annotation
from bilan.annotate.syntax import Sentence
from bilan.claims.draft import Draft
from bilan.claims.runs import item_runs
from bilan.model.place import Candidate, Place
from bilan.model.text import Span

AROUND = 3  # sentences before and after in which the named place may stand
FINE = frozenset({1, 2, 3})  # UCDP codes a town, village, camp or district can have
PLACELESS = frozenset({"agreement"})  # events that do not happen in the town they are about
ALIKE = 0.05  # degrees within which two candidates are one place


def settle_common_places(annotation: Annotation, drafts: Sequence[Draft], places: Sequence[Place]) -> list[Draft]:
    """Give event drafts whose sentence names no place, only "la ville", that place or its candidates."""
    return [_settled(annotation, draft, places) for draft in drafts]


def parties(sentence: Sentence) -> list[Span]:
    """Return the words of "entre X et les rebelles": X is a party, no place, when the other is none.

    "Entre Homs et Hama" is a stretch of road.
    """
    between = sentence.grammar.phrases["between"]
    found: list[Span] = []
    if not sentence.has(between):
        return found
    for i in range(sentence.first, sentence.last - 1):
        if sentence.low[i] in between:
            runs = list(item_runs(sentence, i + 1, sentence.last))
            if any(sentence.places.isdisjoint(range(run.first, run.last + 1)) for run in runs):
                found += [run.span(sentence) for run in runs]
    return found


def _settled(annotation: Annotation, draft: Draft, places: Sequence[Place]) -> Draft:
    if draft.kind != "event" or draft.event in PLACELESS:
        return draft
    sentence = annotation.sentences[draft.sentence]
    noun = _common_place(sentence)
    if noun is None:
        return draft
    apart = parties(sentence)
    named = [
        place
        for place in places
        if place.span is not None
        and place.span.overlaps(sentence.span)
        and place.precision in FINE
        and not any(span.overlaps(place.span) for span in apart)
    ]
    if named:
        return draft
    near = _candidates(annotation, draft.sentence, places)
    if len(near) < 2:  # noqa: PLR2004  # one place near by: the nearest-place rule has taken it already
        return draft
    words = sentence.words(noun - 1, noun)
    rivals = tuple(_candidate(place) for place in near)
    place = Place(text=words.of(sentence.text), country=_common_country(near), span=words, rivals=rivals)
    return draft.but(where=place, place_mention=None, flags=(*draft.flags, "place-doubtful"))


def _common_place(sentence: Sentence) -> int | None:
    """Return the token of a common noun for a place with a definite article and no name behind it."""
    phrases = sentence.grammar.phrases
    if not sentence.has(phrases["generic_places"]):
        return None
    for i in range(sentence.first + 1, sentence.last):
        if sentence.low[i] in phrases["generic_places"] and sentence.low[i - 1] in phrases["definite"]:
            after = range(i + 1, min(sentence.last, i + 3))
            if not any(j in sentence.places or sentence.tokens[j].pos == "PROPN" for j in after):
                return i
    return None


def _candidates(annotation: Annotation, number: int, places: Sequence[Place]) -> list[Place]:
    """Return the different fine places named around, nearest first, those before the sentence before those after."""
    low = annotation.sentences[max(0, number - AROUND)].span.start
    here = annotation.sentences[number].span
    high = annotation.sentences[min(len(annotation.sentences) - 1, number + 1)].span.end
    spans = [
        (abs(place.span.start - here.start), place)
        for place in places
        if place.span is not None and low <= place.span.start < high and place.precision in FINE
    ]
    found: list[Place] = []
    for _, place in sorted(spans, key=lambda pair: pair[0]):
        if not any(_same(place, other) for other in found):
            found.append(place)
    return found


def _same(one: Place, other: Place) -> bool:
    if one.id == other.id:
        return True
    if one.lat is None or other.lat is None or one.lon is None or other.lon is None:
        return False
    return abs(one.lat - other.lat) < ALIKE and abs(one.lon - other.lon) < ALIKE


def _candidate(place: Place) -> Candidate:
    return Candidate(
        id=place.id or "",
        name=place.name or place.text,
        lat=place.lat or 0.0,
        lon=place.lon or 0.0,
        country=place.country,
        kind="city",
        precision=place.precision or 1,
        score=place.score or 0.0,
    )


def _common_country(places: Sequence[Place]) -> str | None:
    countries = {place.country for place in places}
    return countries.pop() if len(countries) == 1 else None

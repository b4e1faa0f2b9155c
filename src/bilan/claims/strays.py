"""Numbers beside casualty words that count no victims here, each with the reason: listed for the reader, never lost.

A number is listed when an outcome word stands near it in its sentence, or when it counts people. In order, it is told
by what it measures (a unit, a date, an age), by why a toll rule refused it, by what it counts, and by whether any
outcome word can be said to speak of it. What is left is `unlinked`: the rules saw no link, a reader may.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from bilan.annotate.amount import Number
from bilan.annotate.annotation import Annotation
from bilan.annotate.clauses import Clause
from bilan.annotate.humans import human_at
from bilan.annotate.number_pieces import number_words
from bilan.annotate.outcomes import outcome_words
from bilan.annotate.phrases import Phrase, phrase_at
from bilan.annotate.syntax import Sentence
from bilan.claims import refusals
from bilan.claims.draft import Draft
from bilan.claims.refusals import Judged, Refusal
from bilan.claims.victims import age_patterns
from bilan.model.text import SetAside, Span

REACH = 12  # tokens between a number and an outcome word that may speak of it
SCORE = 12  # code points between the two numbers of a score: "2-1", "6 buts à 1"
CURRENCY = 3  # code points between a number and a currency sign: "$ 5", "5 million €"

MEASURE, MONEY, TIME, AGE = "measure", "money", "time", "age"
RANK, VOTE, LABEL, SHARE = "rank", "vote", "label", "share"
ACTOR, OTHERS, IN_CLAIM, UNLINKED = "actor", "others", "in-claim", "unlinked"
UNITS: Mapping[str, str] = {
    "unit": MEASURE,
    "unit-age": AGE,
    "unit-money": MONEY,
    "unit-rank": RANK,
    "unit-time": TIME,
    "unit-vote": VOTE,
}

REASONS: Mapping[str, str] = {
    MEASURE: "It measures something; it counts no people.",
    MONEY: "It is an amount of money.",
    TIME: "It is a date, a time or a length of time.",
    AGE: "It is somebody's age.",
    RANK: "It is a rank or an ordinal number.",
    VOTE: "It counts votes, seats, points or goals.",
    LABEL: "It is part of a name or a label.",
    SHARE: "It is a share or a per cent of something that is not counted here.",
    refusals.THING: "It counts things, not people.",
    refusals.BODY: "It counts groups or institutions, not people.",
    refusals.OTHER_PEOPLE: "The casualty word is said of other people than those counted.",
    refusals.UNFOUND: "It counts bodies, but nothing says that they were found.",
    refusals.NOT_COUNTED: "The casualty word beside it counts nobody.",
    refusals.NOBODY: "It counts people, but no word near it says what they suffered.",
    refusals.RESTATED: "It says again what was already counted.",
    refusals.CLAIMED: "Another claim has this number.",
    refusals.FICTION: "It is told of a film, a book, a game or a drill.",
    refusals.GENERIC: "It is said in general, of nobody in particular.",
    refusals.HYPOTHETICAL: "It is said of what would happen, not of what happened.",
    refusals.SPORT: "It is told of sport.",
    refusals.FIGURE: "It is a figure of speech.",
    refusals.NATURAL: "It is one person's death of an illness or of age.",
    refusals.JOINT: "It is one number for two outcomes, and neither is counted apart.",
    refusals.FARED: "It counts people shot or stabbed, of whom it is told apart how they fared.",
    ACTOR: "It counts those who act, not those who suffer.",
    OTHERS: "The casualty words near it speak of others.",
    IN_CLAIM: "It stands inside another claim's words.",
    UNLINKED: "No rule links it to the casualty word beside it.",
}
"""Each reason code with its words; the pages have them in their own languages."""


class _Scene(NamedTuple):
    """One sentence with what is known of its numbers; `deadly` are the tokens of its outcome words."""

    annotation: Annotation
    sentence: Sentence
    number: int
    deadly: Sequence[int]
    drafts: Sequence[Draft]
    refused: Sequence[Refusal]


def find_strays(annotation: Annotation, judged: Judged) -> tuple[SetAside, ...]:
    """Return the numbers that stand beside a casualty word and are no claim's count, in text order.

    Args:
        annotation: The annotated report.
        judged: What the claim rules made of it.
    """
    found: dict[Span, tuple[str, Sentence]] = {}
    for scene in _scenes(annotation, judged):
        for span, code in _of_scene(scene):
            found.setdefault(span, (code, scene.sentence))
    return tuple(
        SetAside("number", span, span.of(annotation.report.text), REASONS[code], code, sentence.span)
        for span, (code, sentence) in sorted(found.items())
    )


def _scenes(annotation: Annotation, judged: Judged) -> Iterator[_Scene]:
    drafts: dict[int, list[Draft]] = {}
    for draft in judged.drafts:
        if draft.kind == "toll":
            drafts.setdefault(draft.sentence, []).append(draft)
    refused: dict[int, list[Refusal]] = {}
    for refusal in judged.refusals:
        refused.setdefault(refusal.sentence, []).append(refusal)
    for index, sentence in enumerate(annotation.sentences):
        own = drafts.get(index, ())
        yield _Scene(annotation, sentence, index, _deadly(annotation, sentence), own, refused.get(index, ()))


def _deadly(annotation: Annotation, sentence: Sentence) -> list[int]:
    """Return the tokens of the words that can carry an outcome, their companions being there."""
    table, low = outcome_words(annotation.pack), sentence.low
    if table.keys().isdisjoint(low.values()):
        return []
    return [
        i
        for i, word in low.items()
        if word in table
        and any(
            row.outcome and (not row.companions or not row.companions.isdisjoint(low.values())) for row in table[word]
        )
    ]


def _of_scene(scene: _Scene) -> Iterator[tuple[Span, str]]:
    """Yield the strays of one sentence."""
    if scene.deadly:
        yield from _measured(scene)
    used = {draft.phrase.number.core for draft in scene.drafts if draft.phrase and draft.phrase.number}
    seen: set[Span] = set()
    for i, number in scene.sentence.number_at.items():
        if number.one or number.core in used or number.core in seen:
            continue
        if scene.sentence.tokens[i].end < number.core.end:
            continue  # a later token of the amount stands nearer to what it counts
        seen.add(number.core)
        code = _code(scene, i, number)
        if code:
            yield number.span, code


def _measured(scene: _Scene) -> Iterator[tuple[Span, str]]:
    """Yield amounts of a unit and dates that stand near an outcome word."""
    annotation, sentence = scene.annotation, scene.sentence
    for amount in annotation.uncounted:
        if not sentence.span.holds(amount.span) or not _near(scene, _token_at(sentence, amount.span.start)):
            continue
        time = next((time.span for time in annotation.times if time.span.overlaps(amount.core)), None)
        code = UNITS.get(amount.unit, TIME)
        if time is not None:
            yield time, TIME
        elif not amount.one:
            aged = code == TIME and _is_age(scene, amount)
            yield amount.span, AGE if aged else code


def _code(scene: _Scene, at: int, number: Number) -> str:
    """Return why the number is no claim's count, "" when it stands beside no casualty word at all."""
    sentence = scene.sentence
    phrase = phrase_at(sentence, at)
    human = human_at(sentence, phrase, scene.annotation.pack) if phrase.form != "number" else None
    people = human is not None and human.kind == "person"
    near = _near(scene, at)
    if not near and not people:
        return ""
    refusal = next((one for one in scene.refused if one.number is not None and one.number.overlaps(number.core)), None)
    if refusal is not None:
        return refusal.reason
    if not people and number.low == number.high and number.low in {0, 1} and not _in_digits(sentence, number):
        return ""  # "aucun", "no", "près d'une": a negation or an article, not a number
    plain = _plain_code(scene, at, number, phrase)
    if plain:
        return plain
    if phrase.form in {"noun", "name"} and not people:
        return refusals.BODY if human is not None else refusals.THING
    if any(arg.slot == "agent" and arg.phrase.head == phrase.head for clause in _clauses(scene) for arg in clause.args):
        return ACTOR
    if not near:
        return refusals.NOBODY
    return OTHERS if _speak_of_others(scene, at) else UNLINKED


def _plain_code(scene: _Scene, at: int, number: Number, phrase: Phrase) -> str:
    """Return what tells the number apart by its own looks: money, a time, an age, a label, a share, a claim's words."""
    sentence, text = scene.sentence, scene.sentence.text
    around = (
        text[max(0, number.span.start - CURRENCY) : number.span.start]
        + text[number.span.end : number.span.end + CURRENCY]
    )
    if any(sign in around for sign in "$€£¥"):
        return MONEY
    if at in sentence.times:
        return TIME
    if _is_age(scene, number):
        return AGE
    if any(draft.quote.holds(number.core) for draft in scene.drafts):
        return IN_CLAIM
    if number.share is not None:
        return SHARE
    if phrase.form != "number":
        return ""
    if _is_score(scene, number):
        return VOTE
    return LABEL if _is_label(sentence, at, number) else ""


def _is_age(scene: _Scene, number: Number) -> bool:
    text, start, end = scene.sentence.text, number.core.start, number.core.end
    left = max(scene.sentence.span.start, start - CURRENCY)
    return any(
        match.span(1) == (start, end)
        for pattern in age_patterns(scene.annotation.pack)
        for match in pattern.finditer(text, left, scene.sentence.span.end)
        if match.start() <= start
    )


def _is_label(sentence: Sentence, at: int, number: Number) -> bool:
    """Tell "vol 447", "article 5", "[2]": numbers that follow the noun they hang on, or a note's, and count nothing."""
    text, span = sentence.text, number.core
    if text[span.start - 1 : span.start] == "[" and text[span.end : span.end + 1] == "]":
        return True
    first = at
    while first > sentence.first and sentence.number_at.get(first - 1) is number:
        first -= 1
    before = first - 1
    if before < sentence.first:
        return False
    if sentence.tokens[before].pos == "NOUN" and _in_digits(sentence, number):
        return True
    hangs = sentence.tokens[at].head == before or sentence.tokens[first].head == before
    return hangs and sentence.tokens[before].pos in {"NOUN", "PROPN"}


def _is_score(scene: _Scene, number: Number) -> bool:
    """Tell "2-1", "3 buts à 1", "deux à zéro": two bare numbers side by side that are no range."""
    sentence, joins = scene.sentence, number_words(scene.annotation.pack).joins | {"-", "–"}
    amounts = {n.core: n for n in sentence.number_at.values()} | {a.core: a for a in scene.annotation.uncounted}
    for other in amounts.values():
        left, right = sorted((other.core, number.core))
        between = sentence.text[left.end : right.start].strip().lower()
        if other.core != number.core and right.start - left.end <= SCORE and between in joins:
            return True
        if other.unit == "unit-vote" and 0 < right.start - left.end <= SCORE and between.split(" ")[-1] in joins:
            return True
    return False


def _in_digits(sentence: Sentence, number: Number) -> bool:
    return number.core.of(sentence.text)[:1].isdigit()


def _speak_of_others(scene: _Scene, at: int) -> bool:
    """Tell whether every outcome word near the number has victims of its own."""
    told = {draft.clause.predicate for draft in scene.drafts if draft.clause is not None}
    told |= {draft.at for draft in scene.drafts}
    return all(i in told for i in scene.deadly if abs(i - at) <= REACH)


def _near(scene: _Scene, at: int) -> bool:
    return any(abs(i - at) <= REACH for i in scene.deadly)


def _clauses(scene: _Scene) -> Sequence[Clause]:
    return scene.annotation.clauses[scene.number]


def _token_at(sentence: Sentence, offset: int) -> int:
    """Return the token of the sentence that holds or follows a code point."""
    at = bisect_right(range(sentence.first, sentence.last), offset, key=lambda i: sentence.tokens[i].start) - 1
    return sentence.first + max(at, 0)

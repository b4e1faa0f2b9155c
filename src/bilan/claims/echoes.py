"""Events told again by a definite noun: "the attack", "cette explosion" of what was told before.

A noun for an event behind a definite article or a demonstrative speaks of one that the reader knows. Whose it is:

* told before it, in the same modality of fact, of a type that may name the same happening;
* if words behind the noun say more ("the murder of the two teachers", "l'attaque de mardi contre le marché"), they must
  stand in the sentence that told it, or name its place or day;
* else the one told last; none where two that may not be one happening (other places, other days) were told as near.

"Another", "a similar", "an earlier" attack is no echo; a plural is one of several or of a plural only. Whatever stays
open stays unlinked.
"""

import unicodedata
from collections.abc import Callable, Iterator, Sequence

from bilan.annotate.annotation import Annotation
from bilan.annotate.syntax import Sentence
from bilan.claims.draft import Draft
from bilan.claims.sameness import Setting, other_day, other_place

BACK = 6  # sentences before an echo in which what it echoes may stand
TOP = 2  # sentences at the top, whose event the whole report is about
BEHIND = 9  # tokens behind a noun that may say more of it
NEAR = 2  # tokens behind a noun in which "similar" speaks of it
BEFORE = 4  # tokens from the article to the noun: "the first deadly car bomb"
MIN_WORD = 4  # letters of a word that tells something
SURE = frozenset({"asserted", "hedged"})
NOMINAL = frozenset({"NOUN", "PROPN", "X"})
STEPPED = frozenset({"ADJ", "NOUN", "PROPN", "NUM", "VERB", "PUNCT"})  # between article and noun: "the car-bomb attack"
CLOSING = frozenset({"VERB", "AUX", "SCONJ", "PUNCT", "PRON"})
HARM = frozenset({"killed", "injured", "abducted", "missing"})

Alike = Callable[[str, str], bool]


def find_echoes(drafts: Sequence[Draft], setting: Setting, alike: Alike) -> dict[int, int]:
    """Pair events with what they tell again: indexes into `drafts`, echo → first telling.

    Args:
        drafts: the drafts of a report.
        setting: the annotated report.
        alike: tells whether two event types may name one happening.
    """
    order = sorted(range(len(drafts)), key=lambda i: (drafts[i].sentence, drafts[i].at))
    pairs: dict[int, int] = {}
    for index in order:
        draft = drafts[index]
        if draft.kind != "event" or draft.modality not in SURE or draft.event is None:
            continue
        sentence = setting.annotation.sentences[draft.sentence]
        first = _first(sentence, draft)
        if first is None or not _is_definite(setting.annotation, draft, first):
            continue
        told = [i for i in order if _tells(drafts[i], draft, alike)]
        found = _choose(draft, [drafts[i] for i in told], setting, _said_of(sentence, draft))
        if found is not None:
            pairs[index] = pairs.get(told[found], told[found])
    return pairs


def _first(sentence: Sentence, draft: Draft) -> int | None:
    """Return the first token of an event's noun; None of a verb."""
    token = sentence.tokens[draft.at]
    describes = token.head > draft.at and token.dep in sentence.grammar.slots["name_part"]  # "the murder victims"
    if token.pos not in NOMINAL or describes:
        return None
    inside = (i for i in range(sentence.first, draft.at + 1) if sentence.tokens[i].start >= draft.quote.start)
    return next(inside, None)


def _is_definite(annotation: Annotation, draft: Draft, first: int) -> bool:
    sentence = annotation.sentences[draft.sentence]
    phrases = sentence.grammar.phrases
    if any(
        cue.kind == "recall" and first - BEFORE <= cue.first <= draft.at + 2 for cue in annotation.cues[draft.sentence]
    ):
        return False
    for i in range(first - 1, max(sentence.first, first - BEFORE) - 1, -1):
        contracted = sentence.low[i] in phrases["contracted"] and sentence.tokens[i].pos == "ADP"  # "des" is both
        if sentence.low[i] in phrases["anaphoric"] or contracted:
            between = range(i, first)
            superlative = any(sentence.tokens[j].tag == "JJS" for j in between)
            return not superlative and phrases["set_apart"].isdisjoint(sentence.low[j] for j in between)
        if sentence.tokens[i].pos not in STEPPED or sentence.low[i] in phrases["of"]:
            return False
    return False


def _is_plural(sentence: Sentence, at: int) -> bool:
    token = sentence.tokens[at]
    return "Number=Plur" in token.feats or token.tag in {"NNS", "NNPS"}


def _tells(told: Draft, echo: Draft, alike: Alike) -> bool:
    """Tell a draft that stands before an echo and may tell the same happening; a toll may leave open what it was."""
    if told.sentence >= echo.sentence or told.modality not in SURE or told.flags != echo.flags or echo.event is None:
        return False
    toll = told.kind == "toll" and told.outcome in HARM and told.basis == "total"
    if told.event is None:
        return toll
    return (toll or told.kind == "event") and (told.event == echo.event or alike(told.event, echo.event))


def _choose(echo: Draft, told: Sequence[Draft], setting: Setting, said: frozenset[str]) -> int | None:
    """Return the index in `told` of what an echo tells again."""
    annotation = setting.annotation
    sentence = annotation.sentences[echo.sentence]
    plural = _is_plural(sentence, echo.at)
    near = [
        i
        for i, draft in enumerate(told)
        if echo.sentence - draft.sentence <= BACK or draft.sentence < TOP
        if not plural or _several(annotation, draft)
        if not other_day(draft, echo, setting)
    ]
    if said:
        fitting = [i for i in near if said & _words(annotation.sentences[told[i].sentence])]
        return fitting[-1] if fitting else None
    near = [i for i in near if told[i].event is not None]
    if not near:
        return None
    last = near[-1]
    rivals = [i for i in near if told[i].sentence >= told[last].sentence - 1]
    apart = any(
        other_place(told[i], told[last], setting) or other_day(told[i], told[last], setting)
        for i in rivals
        if i != last
    )
    return None if apart else last


def _several(annotation: Annotation, draft: Draft) -> bool:
    return _is_plural(annotation.sentences[draft.sentence], draft.at) and draft.kind == "event"


def _said_of(sentence: Sentence, draft: Draft) -> frozenset[str]:
    """Return the words behind an event's noun that say which one it is: "of the two teachers"."""
    start = draft.at + 1
    if start >= sentence.last or sentence.tokens[start].pos not in {"ADP", "ADJ", "PROPN"}:
        return frozenset()
    return frozenset(_tell(sentence, start, min(sentence.last, start + BEHIND)))


def _tell(sentence: Sentence, first: int, last: int) -> Iterator[str]:
    for i in range(first, last):
        token = sentence.tokens[i]
        if token.pos in CLOSING:
            return
        if token.pos in NOMINAL and i not in sentence.times and len(token.text) >= MIN_WORD:
            yield _fold(token.text)


def _words(sentence: Sentence) -> frozenset[str]:
    tokens = sentence.tokens[sentence.first : sentence.last]
    return frozenset(_fold(token.text) for token in tokens if len(token.text) >= MIN_WORD)


def _fold(text: str) -> str:
    """Lower-case a word, drop its accents and the endings of plurals and adjectives of place."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    return plain.rstrip("s")

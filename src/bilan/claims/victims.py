"""Victims named or described one by one: name, age, sex, the words.

Only for tolls of one person. The age is read from the pack's patterns beside the phrase; the sex only where the words
show it (a noun for a woman or a man); nothing is guessed from a name.
"""

import re
from collections.abc import Sequence
from functools import cache

from bilan.annotate.annotation import Annotation
from bilan.annotate.phrases import PERSON_LABELS, Phrase
from bilan.annotate.syntax import Sentence
from bilan.annotate.tokens import Token
from bilan.claims.draft import Draft
from bilan.languages.load import Pack
from bilan.model.claim import Victim
from bilan.model.text import Span

BESIDE = 30  # code points behind the victim's words in which an age or a name in apposition stands
APART = 6  # tokens between a victim's description and the name it describes
DESCRIBING = frozenset({"ADJ", "ADP", "DET", "NOUN", "PROPN"})
OLDEST = 120  # years


def describe_victims(annotation: Annotation, drafts: Sequence[Draft]) -> list[Draft]:
    """Add a victim to every toll of exactly one person."""
    return [_described(annotation, draft) for draft in drafts]


def _described(annotation: Annotation, draft: Draft) -> Draft:
    single = draft.count is not None and draft.count.low == draft.count.high == 1 and draft.count.wording == "exact"
    phrase = draft.phrase
    if draft.kind != "toll" or not single or phrase is None or phrase.form in {"pronoun", "number"}:
        return draft
    sentence = annotation.sentences[draft.sentence]
    own = phrase.span
    name = _name(sentence, phrase)
    words = Span(min(own.start, name.start), max(own.end, name.end)) if name is not None else own
    victim = Victim(
        text=words.of(sentence.text),
        name=name.of(sentence.text) if name is not None else None,
        age=_age(sentence, words, annotation.pack),
        sex=_sex(draft.people),
    )
    return draft.but(victims=(victim,))


def _name(sentence: Sentence, phrase: Phrase) -> Span | None:
    """Return a person's name inside the phrase or behind it in apposition ("un adjoint au maire, X,")."""
    for token in sentence.tokens[phrase.first : sentence.last]:
        name = sentence.names.get(token.i)
        if name is None or name.label not in PERSON_LABELS:
            continue
        span = Span(name.start, name.end)
        if span.overlaps(phrase.span) or _bears(sentence, phrase, token.i):
            return span
    return None


def _bears(sentence: Sentence, phrase: Phrase, at: int) -> bool:
    """Tell "le skieur français X", "l'ambassadeur en Turquie, X" from "le garde du ministre X"."""
    between = sentence.tokens[phrase.last + 1 : at]
    if all(token.text == "," or token.pos == "ADJ" for token in between):
        return len(between) <= APART
    beside = all(token.text == "," or token.pos in DESCRIBING for token in between)
    return beside and len(between) <= APART and between[-1].text == "," and _commas(between) == 1


def _commas(tokens: Sequence[Token]) -> int:
    return sum(token.text == "," for token in tokens)


@cache
def age_patterns(pack: Pack) -> tuple[re.Pattern[str], ...]:
    """Compile the pack's patterns of an age in years, which is their first group."""
    patterns: Sequence[str] = pack.toml("clauses")["phrases"]["ages"]
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)


def _age(sentence: Sentence, words: Span, pack: Pack) -> int | None:
    around = sentence.text[words.start : min(sentence.span.end, words.end + BESIDE)]
    for pattern in age_patterns(pack):
        match = pattern.search(around)
        if match and int(match[1]) <= OLDEST:
            return int(match[1])
    return None


def _sex(people: tuple[str, ...]) -> str | None:
    shown = {"woman": "female", "man": "male"}
    found = {shown[group] for group in people if group in shown}
    return found.pop() if len(found) == 1 else None

"""One number for two outcomes: of "12 morts et blessés", "12 killed or wounded" nobody can tell how many died."""

from collections.abc import Iterable, Iterator

from bilan.annotate.outcomes import outcome_words
from bilan.annotate.phrases import Phrase, phrase_at
from bilan.annotate.syntax import Sentence
from bilan.claims.draft import Draft
from bilan.claims.refusals import JOINT, Refusal, refuse_draft
from bilan.languages.load import Pack


def is_joint(sentence: Sentence, phrase: Phrase, pack: Pack) -> bool:
    """Tell a noun for victims that shares one number with a noun for other victims, before or behind it."""
    after, before = phrase.head + 1, phrase.head - 1
    if _counts(phrase):
        if before - 1 > phrase.first and _joins(sentence, before) and _other(sentence, phrase.head, before - 1, pack):
            return True  # "12 killed or wounded", the last taken for the noun
        return _joins(sentence, after) and _other(sentence, phrase.head, after + 1, pack)
    if phrase.number is not None or phrase.definite is not None or not _joins(sentence, before):
        return False
    other = before - 1
    return (
        other >= sentence.first and _other(sentence, phrase.head, other, pack) and _counts(phrase_at(sentence, other))
    )


def without_joint(found: Iterable[Draft | Refusal]) -> Iterator[Draft | Refusal]:
    """Refuse every draft on a number that two outcomes share: "35 killed and wounded"."""
    known = list(found)
    joint = {one.number for one in known if isinstance(one, Refusal) and one.reason == JOINT and one.number}
    for one in known:
        shares = isinstance(one, Draft) and one.phrase and one.phrase.number and one.phrase.number.span in joint
        yield refuse_draft(one, JOINT) if shares and isinstance(one, Draft) else one


def _counts(phrase: Phrase) -> bool:
    number = phrase.number
    return number is not None and not number.one and number.wording != "vague" and number.low != 0


def _joins(sentence: Sentence, i: int) -> bool:
    return sentence.first < i < sentence.last - 1 and sentence.tokens[i].pos == "CCONJ"


def _other(sentence: Sentence, head: int, i: int, pack: Pack) -> bool:
    """Tell a bare noun for victims of another outcome; one with an object or agent of its own is a verb."""
    table = outcome_words(pack)
    own = {row.outcome for row in table.get(sentence.low[head], ()) if row.reading == "person"}
    others = {row.outcome for row in table.get(sentence.low.get(i, ""), ()) if row.reading == "person"}
    ends = max(head, i) + 1
    bare = ends >= sentence.last or (
        ends not in sentence.number_at and sentence.tokens[ends].pos not in {"DET", "NOUN", "PROPN", "PRON"}
    )
    return bool(own) and bool(others) and own.isdisjoint(others) and bare

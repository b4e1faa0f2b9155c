"""Whom a toll counts where its own words do not say: "les sept morts (deux civils et cinq gardes)", "40 others".

Follows rule 13 of the gold corpora's conventions: a number broken down in full at once takes the people of its parts; a
bare part those of its whole; "others" those counted just before; a pronoun shows a man or a woman, an age a child.
"""

from collections.abc import Sequence

from bilan.annotate.annotation import Annotation
from bilan.annotate.humans import human_words
from bilan.annotate.phrases import Phrase
from bilan.annotate.syntax import Sentence
from bilan.claims.draft import Draft
from bilan.languages.load import Pack

UNKNOWN = ("unknown",)
OF_AGE = 18  # years
NOMINAL = frozenset({"NOUN", "PROPN", "ADJ"})  # taggers call many nouns for people adjectives
BACK = 1  # sentences before "others" in which the first group may stand


def settle_people(annotation: Annotation, drafts: Sequence[Draft]) -> list[Draft]:
    """Set the people of toll drafts that have none, from what stands around them; drafts in their order."""
    settled: list[Draft] = []
    for index, draft in enumerate(drafts):
        people = draft.people
        if draft.kind == "toll" and people == UNKNOWN and draft.phrase is not None:
            people = _people(annotation, draft, index, drafts, settled)
        settled.append(draft if people == draft.people else draft.but(people=people))
    return settled


def _people(
    annotation: Annotation, draft: Draft, index: int, drafts: Sequence[Draft], settled: Sequence[Draft]
) -> tuple[str, ...]:
    sentence, phrase = annotation.sentences[draft.sentence], draft.phrase
    if phrase is None:
        return UNKNOWN
    if any(victim.age is not None and victim.age < OF_AGE for victim in draft.victims):
        return ("child",)
    if phrase.form == "pronoun":
        return _sex(sentence, phrase)
    whole = draft.whole
    if whole is not None and phrase.form == "number" and draft.basis == "part":
        return (settled[whole] if whole < len(settled) else drafts[whole]).people
    if _says_others(sentence, phrase) and settled:
        before = settled[-1]
        near = before.kind == "toll" and draft.sentence - before.sentence <= BACK and before.basis == draft.basis
        return before.people if near else UNKNOWN
    return _broken_down(draft, index, drafts) or _antecedent(sentence, phrase, annotation.pack) or UNKNOWN


def _sex(sentence: Sentence, phrase: Phrase) -> tuple[str, ...]:
    low, phrases = sentence.low[phrase.head], sentence.grammar.phrases
    if low in phrases["male"]:
        return ("man",)
    return ("woman",) if low in phrases["female"] else UNKNOWN


def _says_others(sentence: Sentence, phrase: Phrase) -> bool:
    others = sentence.grammar.phrases["others"]
    return any(sentence.low[i] in others for i in range(phrase.first, min(sentence.last, phrase.last + 2)))


def _broken_down(draft: Draft, index: int, drafts: Sequence[Draft]) -> tuple[str, ...]:
    """Return the people of the parts of a number they add up to."""
    parts = [other for other in drafts if other.whole == index and other.basis == "part" and other.count is not None]
    counts = [other.count.low for other in parts if other.count is not None and other.count.low is not None]
    if draft.count is None or len(counts) < len(parts) or sum(counts) != draft.count.low:
        return ()
    named = [group for other in parts for group in other.people]
    return tuple(dict.fromkeys(named)) if "unknown" not in named else ()


def _antecedent(sentence: Sentence, phrase: Phrase, pack: Pack) -> tuple[str, ...]:
    """Return the people of the plural noun that "four of them" points back to."""
    between = sentence.grammar.phrases["between"] | sentence.grammar.phrases["them"]
    if not any(sentence.low.get(i) in between for i in range(phrase.first, phrase.last + 4)):
        return ()
    table = human_words(pack)
    for i in range(phrase.first - 1, sentence.first - 1, -1):
        found = table.get(sentence.low[i])
        plural = sentence.low[i].endswith(sentence.grammar.plural_endings)
        if (
            found is not None
            and plural
            and found.kind == "person"
            and sentence.tokens[i].pos in {"NOUN", "PROPN", "ADJ"}
        ):
            return found.people
    return ()

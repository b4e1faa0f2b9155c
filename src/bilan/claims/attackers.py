"""Harm that befalls the attackers: a pronoun that stands for whoever shot before is an attacker, not one more victim.

"He killed the postmaster and was shot by a guard": the second is a claim of its own, of people attacker, which no
total of victims takes in unless it says so.
"""

from collections.abc import Sequence

from bilan.annotate.annotation import Annotation
from bilan.annotate.clauses import Clause
from bilan.annotate.phrases import Phrase
from bilan.annotate.syntax import Sentence
from bilan.claims.draft import Draft

HARM = frozenset({"killed", "injured", "abducted"})
BACK = 2  # sentences before a pronoun in which its attacker may act


def mark_attackers(annotation: Annotation, drafts: Sequence[Draft]) -> list[Draft]:
    """Give single pronouns that stand for an attacker their people."""
    return [
        draft.but(people=("attacker",)) if _is_pronoun(draft) and _attacks(annotation, drafts, draft) else draft
        for draft in drafts
    ]


def _is_pronoun(draft: Draft) -> bool:
    return draft.phrase is not None and draft.phrase.form == "pronoun" and draft.people == ("unknown",)


def _attacks(annotation: Annotation, drafts: Sequence[Draft], draft: Draft) -> bool:
    """Tell whether the nearest act of harm before the pronoun has a single person for its agent."""
    sentence = annotation.sentences[draft.sentence]
    objective = sentence.low[draft.at] not in sentence.grammar.verbs["nominative"]
    beside = [d for d in drafts if d.sentence == draft.sentence and d.at < draft.at and not _is_pronoun(d)]
    if objective and any(d.count is not None and d.count.high == 1 for d in beside):
        return False  # "shot a student, killing him": the student
    for number in range(draft.sentence, max(-1, draft.sentence - BACK - 1), -1):
        for clause in reversed(annotation.clauses[number]):
            before = number < draft.sentence or clause.predicate < draft.at
            if before and clause is not draft.clause and clause.word.outcome in HARM:
                return _single_agent(annotation.sentences[number], clause, draft.clause)
    return False


def _single_agent(sentence: Sentence, clause: Clause, own: Clause | None) -> bool:
    """Tell whether one person did it who is not the one that harms the pronoun."""
    theirs = {_words(sentence, arg.phrase) for arg in own.slot("agent")} if own else set()
    return any(
        not arg.phrase.plural and _is_person(sentence, arg.phrase) and _words(sentence, arg.phrase) not in theirs
        for arg in clause.slot("agent")
    )


def _is_person(sentence: Sentence, phrase: Phrase) -> bool:
    if phrase.form == "pronoun":
        return sentence.low[phrase.head] in sentence.grammar.phrases["persons"]
    return phrase.head not in sentence.places and phrase.form in {"noun", "name"}


def _words(sentence: Sentence, phrase: Phrase) -> str:
    return phrase.span.of(sentence.text).lower()

"""Harm that befalls the attackers: a pronoun that stands for whoever shot before is an attacker, not one more victim.

"He killed the postmaster and was shot by a guard": the second is a claim of its own, of people attacker, which no
total of victims takes in unless it says so.
"""

from collections.abc import Sequence

from bilan.annotate.annotation import Annotation
from bilan.annotate.clauses import Clause
from bilan.annotate.humans import human_at
from bilan.annotate.phrases import Phrase
from bilan.annotate.syntax import Sentence
from bilan.claims.draft import Draft

ATTACKER = "attacker"
SUFFERED = frozenset({"killed", "injured", "detained", "abducted"})
FORCE = frozenset({"police", "security-forces", "combatant"})
HARM = frozenset({"killed", "injured", "abducted"})
BACK = 2  # sentences before a pronoun in which its attacker may act


def mark_attackers(annotation: Annotation, drafts: Sequence[Draft]) -> list[Draft]:
    """Give those who harm others in the same breath, and pronouns that stand for them, their people."""
    return [draft.but(people=(ATTACKER,)) if _is_attacker(annotation, drafts, draft) else draft for draft in drafts]


def _is_attacker(annotation: Annotation, drafts: Sequence[Draft], draft: Draft) -> bool:
    single = draft.count is not None and draft.count.low == draft.count.high == 1
    if not single or draft.outcome not in SUFFERED:
        return False
    return _acts(annotation, draft) or (_is_pronoun(draft) and _attacks(annotation, drafts, draft))


def _acts(annotation: Annotation, draft: Draft) -> bool:
    """Tell "a clerk killed two guests before committing suicide": the one who dies is the one who killed."""
    return any(
        clause.word.outcome in HARM and clause.word.victims != "subject" and clause.predicate != own.predicate
        for own in ([draft.clause] if draft.clause else [])
        for clause in annotation.clauses[draft.sentence]
        for arg in clause.slot("agent")
        if arg.phrase.head == draft.at and clause.verb.voice == "active"
    )


def _is_pronoun(draft: Draft) -> bool:
    return draft.phrase is not None and draft.phrase.form == "pronoun" and draft.people == ("unknown",)


def _attacks(annotation: Annotation, drafts: Sequence[Draft], draft: Draft) -> bool:
    """Tell whether the nearest act of harm before the pronoun has a single person for its agent."""
    sentence, own = annotation.sentences[draft.sentence], draft.clause
    if own is None:
        return False
    acts = [
        one for one in annotation.clauses[draft.sentence] if one.word.outcome in HARM and one.predicate < own.predicate
    ]
    if draft.rule.endswith("/controller"):  # "He opened fire, killing two, before being shot"
        return any(one.predicate > draft.at and one.verb.voice == "active" for one in acts)
    if sentence.low[draft.at] not in sentence.grammar.verbs["nominative"]:
        beside = [d for d in drafts if d.sentence == draft.sentence and d.at < draft.at and not _is_pronoun(d)]
        if any(d.count is not None and d.count.high == 1 for d in beside) or not _by_force(annotation, draft):
            return False  # "shot a student, killing him": the student
    for number in range(draft.sentence, max(-1, draft.sentence - BACK - 1), -1):
        for clause in reversed(annotation.clauses[number]):
            before = number < draft.sentence or clause.predicate < own.predicate
            suffers = any(arg.phrase.head == draft.at and arg.slot == "patient" for arg in clause.args)
            if before and not suffers and clause.word.outcome in HARM:
                return _single_agent(annotation.sentences[number], clause)
    return False


def _by_force(annotation: Annotation, draft: Draft) -> bool:
    """Tell whether those who harm the pronoun are police, guards or soldiers: others may be the attacker once more."""
    sentence = annotation.sentences[draft.sentence]
    agents = draft.clause.slot("agent") if draft.clause else []
    people = [human_at(sentence, arg.phrase, annotation.pack) for arg in agents]
    return any(FORCE.intersection(human.people) for human in people if human is not None)


def _single_agent(sentence: Sentence, clause: Clause) -> bool:
    """Tell whether one person did it."""
    return any(not arg.phrase.plural and _is_person(sentence, arg.phrase) for arg in clause.slot("agent"))


def _is_person(sentence: Sentence, phrase: Phrase) -> bool:
    if phrase.form == "pronoun":
        return sentence.low[phrase.head] in sentence.grammar.phrases["persons"]
    return phrase.head not in sentence.places and phrase.form in {"noun", "name"}

"""Drop tolls whose outcome word is not meant of anybody: attempts, figures of speech, kinds of crime.

"Une tentative d'assassinat" kills nobody, whoever is "coincé" by name is stuck in a
game or in court, and "les enlèvements de mineurs" names a kind of crime, not its victims.
"""

from collections.abc import Sequence

from bilan.annotate.annotation import Annotation
from bilan.annotate.humans import human_at
from bilan.annotate.phrases import phrase_at
from bilan.annotate.syntax import Sentence
from bilan.claims.draft import Draft
from bilan.claims.refusals import FIGURE, GENERIC, NOBODY, THING, Judged, judge
from bilan.languages.load import Pack


def drop_figurative(annotation: Annotation, drafts: Sequence[Draft]) -> Judged:
    """Part the drafts whose words are meant of people from those whose words are not."""
    return judge([(d, _figure(annotation.sentences[d.sentence], d, annotation.pack), "") for d in drafts])


def _figure(sentence: Sentence, draft: Draft, pack: Pack) -> str:
    """Return why the draft's words harm nobody, "" when they do."""
    clause, phrase = draft.clause, draft.phrase
    if clause is None or phrase is None:
        return ""
    if draft.outcome == "killed" and clause.kind in {"state", "person"} and _only_taken(sentence, clause.predicate):
        return FIGURE
    if clause.kind == "deed":
        if _attempted(sentence, clause.predicate):
            return NOBODY
        return GENERIC if phrase.head != clause.predicate and _kind_of_crime(sentence, draft) else ""
    if clause.kind != "act":
        return ""
    if draft.rule.endswith("/left-noun") and _is_noun(sentence, clause.predicate):
        return NOBODY
    if phrase.form == "name" and draft.outcome == "trapped":
        return THING
    none = draft.count is not None and draft.count.high == 0
    if none and phrase.form == "noun" and human_at(sentence, phrase, pack) is None and not _nobody(sentence, draft):
        return THING  # "aucun intérêt à tuer"
    return ""


def _only_taken(sentence: Sentence, i: int) -> bool:
    """Tell "left for dead", "laissé pour mort": said of who lives."""
    return sentence.low.get(i - 1) in sentence.grammar.phrases["taken_for"]


def _is_noun(sentence: Sentence, i: int) -> bool:
    """Tell a participle with a determiner of its own, which nothing before it suffers: "nurses for the badly hurt"."""
    before = i - 1
    while before > sentence.first and sentence.tokens[before].pos == "ADV":
        before -= 1
    return before > sentence.first and sentence.tokens[before].pos == "DET"


def _attempted(sentence: Sentence, i: int) -> bool:
    """Tell "tentative d'assassinat", "attempted murder", "assassination attempt" from a deed that was done."""
    phrases = sentence.grammar.phrases
    before = i - 2 if sentence.low.get(i - 1) in phrases["of"] else i - 1
    return any(sentence.low.get(j) in phrases["attempt"] for j in (before, i + 1))


def _kind_of_crime(sentence: Sentence, draft: Draft) -> bool:
    """Tell "les enlèvements de mineurs" from "l'enlèvement de mineurs": both nouns name a kind, no event."""
    clause, phrase = draft.clause, draft.phrase
    if clause is None or phrase is None or phrase.number is not None or phrase.definite is not None:
        return False
    deed = phrase_at(sentence, clause.predicate)
    return phrase.plural and phrase.form == "noun" and deed.plural and deed.definite is True


def _nobody(sentence: Sentence, draft: Draft) -> bool:
    """Tell whether the words themselves mean people: "aucun blessé", "aucun autre"."""
    low, phrases = sentence.low[draft.at], sentence.grammar.phrases
    return low in phrases["nobody"] | phrases["others"] or draft.at in sentence.number_at

"""Whom a toll counts where its own words do not say: "les sept morts (deux civils et cinq gardes)", "40 others".

Follows rule 13 of the gold corpora's conventions: a number broken down in full at once takes the people of its parts; a
bare part those of its whole; "others" those counted just before; a pronoun shows a man or a woman, an age a child.
"""

from collections.abc import Sequence

from bilan.annotate.annotation import Annotation
from bilan.annotate.arguments import next_noun
from bilan.annotate.humans import human_at, human_words
from bilan.annotate.phrases import Phrase, phrase_at
from bilan.annotate.syntax import Sentence
from bilan.claims.draft import Draft
from bilan.languages.load import Pack

UNKNOWN = ("unknown",)
OF_AGE = 18  # years
NOMINAL = frozenset({"NOUN", "PROPN", "ADJ"})  # taggers call many nouns for people adjectives
THEM = 4  # tokens between a number and its "of them", "d'entre elles"
BACK = 1  # sentences before "others" in which the first group may stand


def settle_people(annotation: Annotation, drafts: Sequence[Draft]) -> list[Draft]:
    """Set the people of toll drafts that have none, from what stands around them; drafts in their order."""
    settled: list[Draft] = []
    for index, draft in enumerate(drafts):
        people = _pitmen(annotation.sentences[draft.sentence], draft)
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
    told = _told_behind(sentence, phrase, annotation.pack) or _ellipsis(sentence, draft, settled)
    if told:
        return told
    whole = draft.whole
    if whole is not None and phrase.form == "number" and draft.basis == "part":
        return (settled[whole] if whole < len(settled) else drafts[whole]).people
    if sentence.low[phrase.head] in sentence.grammar.phrases["anyone"]:  # "three more people" may be anyone
        return _broken_down(draft, index, drafts) or UNKNOWN
    if _says_others(sentence, phrase) and settled:
        before = settled[-1]
        near = before.kind == "toll" and draft.sentence - before.sentence <= BACK and before.basis == draft.basis
        return before.people if near else UNKNOWN
    people = _broken_down(draft, index, drafts) or _antecedent(sentence, phrase, annotation.pack)
    return people or _one_of_those(annotation, draft, phrase) or UNKNOWN


def _pitmen(sentence: Sentence, draft: Draft) -> tuple[str, ...]:
    """Take "mineurs" for miners where a mine is spoken of; elsewhere they are minors."""
    phrases, phrase = sentence.grammar.phrases, draft.phrase
    if phrase is None or sentence.low.get(phrase.head) not in phrases["pitmen"] or not sentence.has(phrases["pit"]):
        return draft.people
    return ("worker",)


def _told_behind(sentence: Sentence, phrase: Phrase, pack: Pack) -> tuple[str, ...]:
    """Return whom "five of them" are said to be: "five of them women", "one of whom was a soldier"."""
    grammar = sentence.grammar
    pointing = grammar.phrases["them"] | grammar.phrases["whom"]
    behind = range(phrase.first, min(sentence.last, phrase.last + THEM))
    links = grammar.phrases["of"] | grammar.phrases["between"]  # not "among them six officers"
    at = next(
        (i + 1 for i in behind if sentence.low[i] in pointing and sentence.low.get(i - 1) in links), sentence.last
    )
    while at < sentence.last and sentence.low[at] in grammar.verbs["passive"]:
        at += 1
    noun = next_noun(sentence, at) if at < sentence.last else None
    human = human_at(sentence, phrase_at(sentence, noun), pack) if noun is not None else None
    return human.people if human is not None and human.kind == "person" else ()


def _ellipsis(sentence: Sentence, draft: Draft, settled: Sequence[Draft]) -> tuple[str, ...]:
    """Return the people an elliptic clause goes on with: "three medics were killed, seven hurt and four abducted"."""
    before, phrase, clause = settled[-1] if settled else None, draft.phrase, draft.clause
    if before is None or phrase is None or clause is None or before.clause is None or before.sentence != draft.sentence:
        return ()
    bare = clause.kind == "person" and phrase.number is not None and not phrase.number.one
    joined = sentence.tokens[phrase.first - 1].text == "," or sentence.tokens[phrase.first - 1].pos == "CCONJ"
    goes_on = before.clause.verb.auxiliary or before.clause.kind == "person"
    beside = before.clause.predicate == phrase.first - 2 and goes_on and before.clause.predicate != before.at
    chained = before.at == phrase.first - 2 and before.rule.startswith("person/") and len(settled) > 1
    chained = chained and settled[-2].people == before.people and settled[-2].sentence == draft.sentence
    return before.people if bare and joined and (beside or chained) else ()


def _one_of_those(annotation: Annotation, draft: Draft, phrase: Phrase) -> tuple[str, ...]:
    """Return the people of whom one is told: "Two policemen were ambushed. One died", "l'un est mort"."""
    sentence = annotation.sentences[draft.sentence]
    if sentence.low[phrase.head] not in sentence.grammar.phrases["one_of"] or phrase.first < phrase.head - 1:
        return ()
    earlier = annotation.sentences[draft.sentence - 1 : draft.sentence] if draft.sentence else ()
    for group in (sentence, *earlier):
        stop = phrase.first if group is sentence else group.last
        for i in range(stop - 1, group.first, -1):
            several = group.number_at.get(i - 1)
            if several is not None and (several.low or 0) > 1 and group.tokens[i].pos in NOMINAL:
                human = human_at(group, phrase_at(group, i), annotation.pack)
                return human.people if human is not None and human.kind == "person" else ()
    return ()


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

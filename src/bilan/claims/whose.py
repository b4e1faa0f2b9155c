"""Whose people a toll counts, by the words around it: "sept de ses hommes", "70 morts parmi les détenus"."""

from bilan.annotate.arguments import next_noun
from bilan.annotate.clauses import Argument, Clause
from bilan.annotate.humans import Human, human_at, human_words
from bilan.annotate.phrases import Phrase, phrase_at
from bilan.annotate.syntax import Sentence
from bilan.languages.load import Pack

AMONG = 5  # tokens between the dead and "parmi", "in the ranks of"
TROOPS = ("combatant",)
LOST = "troops"  # what "lose" needs


def troops(sentence: Sentence, clause: Clause, phrase: Phrase, human: Human | None) -> Human | None:
    """Take the men of somebody, and those an army loses, for troops: "sept de ses hommes", "a perdu 80 hommes"."""
    if human is None or sentence.low[phrase.head] not in sentence.grammar.phrases["men"]:
        return human
    if clause.word.needs == LOST:
        return human._replace(people=TROOPS)
    before = sentence.tokens[phrase.head - 1] if phrase.head > sentence.first else None
    owned = before is not None and (before.tag in {"PRP$", "POS"} or "Poss=Yes" in before.feats)
    some = owned and any(sentence.low[i] in sentence.grammar.phrases["of"] for i in range(phrase.first, phrase.head))
    return human._replace(people=TROOPS) if some else human


def people_around(sentence: Sentence, clause: Clause, arg: Argument, pack: Pack) -> tuple[str, ...]:
    """Return whom a bare number or a noun for the dead counts, where other words say so; () where none do."""
    if arg.rule == "number-of":
        return _people_at(sentence, clause.predicate + 2, pack)
    if clause.kind in {"person", "deed"} and arg.slot == "self":
        return _attribute(sentence, arg.phrase, pack) or _among(sentence, arg.phrase, pack)
    return ()


def _attribute(sentence: Sentence, phrase: Phrase, pack: Pack) -> tuple[str, ...]:
    """Read "161 civilian deaths", "12 victimes civiles": what the dead were stands as an adjective beside the noun."""
    table, after = human_words(pack), phrase.last + 1
    adjective = after < sentence.last and sentence.tokens[after].pos == "ADJ" and not sentence.tokens[after].tag
    beside = [*range(phrase.first, phrase.head), *([after] if adjective else [])]
    found = [table[sentence.low[i]].people for i in beside if sentence.low[i] in table]
    return next((people for people in found if people != ("unknown",)), ())


def _among(sentence: Sentence, phrase: Phrase, pack: Pack) -> tuple[str, ...]:
    """Read "70 morts parmi les détenus", "neuf morts dans les rangs de l'armée", "12 dead among the protesters"."""
    phrases, of = sentence.grammar.phrases, sentence.grammar.phrases["of"]
    for i in range(phrase.last + 1, min(sentence.last - 1, phrase.last + AMONG)):
        token, low = sentence.tokens[i], sentence.low[i]
        if low in phrases["among"]:
            return _people_at(sentence, i + 1, pack)
        if low in phrases["ranks"]:
            return _people_at(sentence, i + 2 if sentence.low[i + 1] in of else i + 1, pack)
        if token.pos not in {"ADP", "DET", "ADJ"} or i in sentence.number_at:
            return ()
    return ()


def _people_at(sentence: Sentence, start: int, pack: Pack) -> tuple[str, ...]:
    """Return the people of the uncounted noun phrase that starts at a token, of its members where it is a body."""
    noun = next_noun(sentence, start)
    phrase = phrase_at(sentence, noun) if noun is not None else None
    if phrase is None or (phrase.number is not None and not phrase.number.one):
        return ()
    human = human_at(sentence, phrase, pack)
    return human.people if human is not None and human.people != ("unknown",) else ()

"""Shares of a toll: "un tiers des 90 victimes", "one in three of the dead", "children account for half of the dead"."""

from bilan.annotate import arguments
from bilan.annotate.amount import Number
from bilan.annotate.humans import human_at, human_words
from bilan.annotate.phrases import Phrase, phrase_at
from bilan.annotate.syntax import Sentence
from bilan.claims.sufferers import is_ordinal
from bilan.languages.load import Pack

SAID_OF = 3  # tokens between a share and the verb that says of whom it is
ACCOUNT = 4  # tokens between "account for" and the share
SUBJECT = 8  # tokens of the subject that accounts for it


def share_of(sentence: Sentence, phrase: Phrase) -> float | None:
    """Return the share a phrase names: "la moitié des victimes", "une victime sur deux", "one victim in three"."""
    if is_ordinal(sentence, phrase) or sentence.low[phrase.head] in sentence.grammar.phrases["parents"]:
        return None  # "a mother of two"
    if phrase.number is not None and phrase.number.share is not None:
        return phrase.number.share
    after = sentence.number_at.get(phrase.last + 2)
    own = phrase.number.low if phrase.number else None
    if after is None or own is None or after.low is None or not 0 < own < after.low:
        return None
    in_words = sentence.low.get(phrase.last + 1) in sentence.grammar.phrases["out_of"]
    return round(own / after.low, 4) if in_words else None


def share_before(sentence: Sentence, phrase: Phrase) -> tuple[int, Number] | None:
    """Return the last token and the number of a share of counted people: "un tiers des 90 victimes"."""
    phrases, at = sentence.grammar.phrases, phrase.first - 1
    if phrase.number is None or phrase.number.one or phrase.number.share is not None:
        return None
    if sentence.low.get(at) in phrases["definite"] and sentence.tokens[at].pos != "ADP":
        at -= 1
    number = sentence.number_at.get(at - 1) if sentence.low.get(at) in phrases["of"] else None
    return (at - 1, number) if number is not None and number.share is not None else None


def people_of_share(sentence: Sentence, phrase: Phrase, pack: Pack) -> tuple[str, ...]:
    """Return whom a share or part is said to be, by the verb behind it or before; () where none says so."""
    return _predicated(sentence, phrase, pack) or _accounting(sentence, phrase, pack)


def _predicated(sentence: Sentence, phrase: Phrase, pack: Pack) -> tuple[str, ...]:
    """Read "la moitié des morts sont des enfants", "12 of the dead being children"."""
    verbs = sentence.grammar.verbs["passive"]
    at = phrase.last + 1
    while at < sentence.last and at <= phrase.last + SAID_OF and sentence.low[at] not in verbs:
        at += 1
    if at >= sentence.last or sentence.low[at] not in verbs:
        return ()
    noun = arguments.next_noun(sentence, at + 1)
    human = human_at(sentence, phrase_at(sentence, noun), pack) if noun is not None else None
    return human.people if human is not None and human.kind == "person" else ()


def _accounting(sentence: Sentence, phrase: Phrase, pack: Pack) -> tuple[str, ...]:
    """Read "Women and children account for 70 percent of those killed"."""
    before = range(phrase.first - 1, max(sentence.first, phrase.first - ACCOUNT) - 1, -1)
    verb = next((i for i in before if sentence.low[i] in sentence.grammar.phrases["amounts_to"]), None)
    if verb is None:
        return ()
    table, found = human_words(pack), list[str]()
    for i in range(verb - 1, max(sentence.first, verb - SUBJECT) - 1, -1):
        human = table.get(sentence.low[i])
        if human is not None and human.kind == "person":
            found = [*human.people, *found]
        elif sentence.tokens[i].pos not in {"DET", "CCONJ", "ADP", "ADV", "NUM"} and sentence.tokens[i].text != ",":
            break
    return tuple(dict.fromkeys(found))

"""Whom a noun phrase speaks of: a pack's people.csv, looked up by surface form, then by lemma."""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from bilan.annotate.phrases import PERSON_LABELS, Phrase
from bilan.annotate.syntax import Sentence
from bilan.languages.load import Pack

PEOPLES_LABELS = frozenset({"NORP"})


class Human(NamedTuple):
    """`people`: groups of the claim vocabulary. `kind`: person · group · body. `persons`: how many one noun is."""

    people: tuple[str, ...]
    kind: str
    persons: int


@cache
def human_words(pack: Pack) -> Mapping[str, Human]:
    """Compile people.csv: words → Human."""
    return {
        row["lemma"]: Human(tuple(row["people"].split("+")), row["kind"], int(row["count"]))
        for row in pack.rows("people")
    }


@cache
def body_words(pack: Pack) -> frozenset[str]:
    """Return the pack's nouns for bodies and groups that act or speak without a name (actors_generic.csv)."""
    return frozenset(row["lemma"].lower() for row in pack.rows("actors_generic"))


def human_at(sentence: Sentence, phrase: Phrase, pack: Pack) -> Human | None:
    """Return whom the phrase speaks of, None when its head is no noun for humans the pack knows.

    Two-word nouns ("aid worker", "travailleur humanitaire") come before one-word ones.
    """
    table, head = human_words(pack), phrase.head
    low = sentence.low[head]
    for first, last in ((head - 2, head), (head - 1, head), (head, head + 1), (head, head + 2)):
        if first >= sentence.first and last < sentence.last:
            found = table.get(" ".join(sentence.low[j] for j in range(first, last + 1)))
            if found is not None:
                return found
    name = sentence.names.get(head)
    if name is not None and name.label in PERSON_LABELS and sentence.tokens[head].pos == "PROPN":
        return _titled(sentence, head, table)  # a surname is no trade: "James Cook"
    found = table.get(low) or table.get(sentence.tokens[head].lemma)
    if found is None:
        return None
    return _described(sentence, phrase, found, table)


def _titled(sentence: Sentence, head: int, table: Mapping[str, Human]) -> Human | None:
    """Return whom the word before a name says its bearer is: "Journalist Samira Belkacem", "general Paul Durand"."""
    name = sentence.names[head]
    first = head
    while first - 1 >= sentence.first and sentence.names.get(first - 1) == name:
        first -= 1
    title = sentence.tokens[first - 1] if first > sentence.first else None
    if title is None or title.pos not in {"NOUN", "PROPN"} or title.end + 1 < sentence.tokens[first].start:
        return None
    found = table.get(sentence.low[first - 1])
    return found if found is not None and found.kind == "person" else None


def is_person_name(sentence: Sentence, phrase: Phrase) -> bool:
    """Tell whether the phrase is a name the parser takes for a person, or a proper noun it has no idea of."""
    name = sentence.names.get(phrase.head)
    if name is None:
        return _aged(sentence, phrase)
    return name.label in PERSON_LABELS or (
        name.label not in {"LOC", "GPE", "FAC", "DATE"} and phrase.head not in sentence.places
    )


def bears_name(sentence: Sentence, phrase: Phrase) -> bool:
    """Tell a noun that a person's name follows: "du basketteur Paul Martin", "M. Yuan"."""
    name = sentence.names.get(phrase.head) or sentence.names.get(phrase.head + 1)
    return name is not None and name.label in PERSON_LABELS


def _aged(sentence: Sentence, phrase: Phrase) -> bool:
    """Tell a proper noun with an age between commas: "Sims, 20, was shot"."""
    comma, age, after = (phrase.last + 1, phrase.last + 2, phrase.last + 3)
    if after >= sentence.last or sentence.tokens[comma].text != "," or not sentence.tokens[age].text.isdecimal():
        return False
    return sentence.tokens[after].text == "," or sentence.low[after] in sentence.grammar.phrases["years"]


def _described(sentence: Sentence, phrase: Phrase, found: Human, table: Mapping[str, Human]) -> Human:
    """Let a word after "of" say more: "membres des forces de sécurité", "members of the army"."""
    if found.people != ("unknown",) or found.kind != "person":
        return found
    i, of = phrase.head + 1, sentence.grammar.phrases["of"]
    if i >= sentence.last or sentence.low[i] not in of:
        return found
    for j in range(i + 1, min(sentence.last, i + 4)):
        for last in (j + 2, j + 1, j):
            if last < sentence.last:
                more = table.get(" ".join(sentence.low[k] for k in range(j, last + 1)))
                if more is not None:
                    return Human(more.people, "person", found.persons)
    return found

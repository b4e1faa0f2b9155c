"""Runs: noun phrases read by parts of speech from left to right, where parsers fail on lists and asides."""

from collections.abc import Iterator
from typing import NamedTuple

from bilan.annotate.syntax import Sentence
from bilan.model.text import Span

NOMINAL = frozenset({"NOUN", "PROPN", "X"})
INSIDE = frozenset({"NOUN", "PROPN", "X", "ADJ", "NUM", "DET"})
VERBAL = frozenset({"VERB", "AUX"})
GAP = frozenset({",", "–", "—", "-", "(", ")", "«", "»", "“", "”", '"'})
PARTING = GAP - {"-"}  # a hyphen may stand inside a name
LONGEST = 16  # tokens in one run


class Run(NamedTuple):
    """A noun phrase: token indexes `first` … `last` (inclusive), without its article."""

    first: int
    last: int

    def span(self, sentence: Sentence) -> Span:
        """Return the words of the run."""
        return sentence.words(self.first, self.last)


def run_after(sentence: Sentence, start: int) -> Run | None:
    """Return the noun phrase that starts at `start`, its article passed over; None when none starts there."""
    first = start
    while first < sentence.last and (sentence.tokens[first].pos == "DET" or is_article(sentence, first)):
        first += 1
    last = first
    while last < sentence.last and last - first < LONGEST and _continues(sentence, first, last):
        last += 1
    last -= 1
    while last >= first and sentence.tokens[last].pos in {"ADP", "DET", "PUNCT"}:
        last -= 1
    if last < first or not any(sentence.tokens[i].pos in NOMINAL for i in range(first, last + 1)):
        return None
    return Run(first, last)


def run_before(sentence: Sentence, end: int) -> Run | None:
    """Return the noun phrase that ends before token `end`, commas passed over, without its preposition and article."""
    last = end - 1
    while last >= sentence.first and sentence.tokens[last].text in GAP:
        last -= 1
    first = last
    while first >= sentence.first and last - first < LONGEST and _nominal(sentence, first):
        first -= 1
    first += 1
    while first < last and (sentence.tokens[first].pos in {"DET", "ADP", "PUNCT"} or is_article(sentence, first)):
        first += 1
    if last < first or not any(sentence.tokens[i].pos in NOMINAL for i in range(first, last + 1)):
        return None
    return Run(first, last)


def item_runs(sentence: Sentence, start: int, stop: int, *, strict: bool = False) -> Iterator[Run]:
    """Yield the items of a list that starts at `start`, up to `stop` (exclusive), a verb, or what no list contains.

    After the item behind a conjunction the list is over: "la Turquie, le Qatar et les milices, à l'armée". A
    participle may open an item where the parser saw a verb ("and allied clans").

    `strict`: a clause may follow, as behind "by": no item opens with a participle ("by rebels and wounded civilians"),
    and the last, when a verb follows it, is that verb's ("par l'armée et des renforts ont été envoyés").
    """
    at, joined = start, False
    while at < stop:
        while at < stop and sentence.low[at] in sentence.grammar.phrases["of"] and sentence.tokens[at].pos == "ADP":
            at += 1
        run = run_after(sentence, at)
        if run is None and not strict and _participle_opens(sentence, at):
            rest = run_after(sentence, at + 1)
            run = Run(at, rest.last) if rest is not None else None
        if run is None or run.last >= stop:
            return
        after = run.last + 1
        if strict and joined and after < stop and sentence.tokens[after].pos == "AUX":
            return
        yield run
        if joined or after >= stop:
            return
        comma = sentence.tokens[after].text == ","
        at = after + 1 if comma else after
        if at < stop and sentence.tokens[at].pos == "CCONJ":
            joined, at = True, at + 1
        elif not comma:
            return


def skip_gap(sentence: Sentence, at: int) -> int:
    """Pass over commas, dashes, brackets and quotation marks."""
    while at < sentence.last and sentence.tokens[at].text in GAP:
        at += 1
    return at


def gap(sentence: Sentence, at: int) -> int:
    """Pass over commas and one conjunction."""
    at = skip_gap(sentence, at)
    if at < sentence.last and sentence.tokens[at].pos == "CCONJ":
        at = skip_gap(sentence, at + 1)
    return at


def is_article(sentence: Sentence, i: int) -> bool:
    """Tell an article or possessive ("its", which English tags as a pronoun) from a pronoun ("that", "les")."""
    phrases, token = sentence.grammar.phrases, sentence.tokens[i]
    return sentence.low[i] in phrases["definite"] | phrases["indefinite"] and (
        token.pos != "PRON" or token.tag == "PRP$"
    )


def _continues(sentence: Sentence, first: int, i: int) -> bool:
    """Tell whether token `i` still belongs to a noun phrase that started at `first`."""
    token = sentence.tokens[i]
    if token.text in PARTING or (i > first and i in sentence.times):
        return False  # a dash may be tagged as a name
    if (
        token.pos == "DET"
        and i > first
        and sentence.tokens[i - 1].pos in NOMINAL | {"ADJ"}
        and not _in_name(sentence, i)
    ):
        return False  # another noun phrase begins
    if token.pos in INSIDE:
        return True
    if token.text == "-" or _in_name(sentence, i):
        return i > first
    if token.pos == "ADP" and i > first:
        # "loyales au président", "loyal to": a preposition whose noun hangs on the adjective before it; else only "of"
        governed = sentence.tokens[i - 1].pos == "ADJ" and first <= sentence.tokens[token.head].head < i
        return sentence.low[i] in sentence.grammar.phrases["of"] or governed
    return token.pos == "VERB" and token.dep in sentence.grammar.slots["attribute"]


def _nominal(sentence: Sentence, i: int) -> bool:
    token = sentence.tokens[i]
    if token.text in PARTING:
        return False
    return token.pos in INSIDE | {"ADP"} or token.text == "-" or token.dep in sentence.grammar.slots["attribute"]


def _participle_opens(sentence: Sentence, at: int) -> bool:
    follows = at + 1 < sentence.last and sentence.tokens[at + 1].pos in {"ADJ", "NOUN", "PROPN"}
    return follows and sentence.tokens[at].pos == "VERB" and sentence.low[at].endswith(sentence.grammar.participle)


def _in_name(sentence: Sentence, i: int) -> bool:
    name, before = sentence.names.get(i), sentence.names.get(i - 1)
    return name is not None and name == before

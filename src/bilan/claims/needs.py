"""Needs: what is lacking, listed behind or before a word of lack; the sector follows from the items the pack knows.

An item the pack does not know is kept as written beside known ones; a list without any known item makes no need, since
its sector would be a guess ("le manque de volonté"). A list over several sectors has the sector of most of its items,
of the first where they are even. Words that say lack only of goods ("no", "without", "need", "appeal for") take known
items alone, and those of asking a human subject: a recipe needs flour too.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import takewhile
from typing import NamedTuple

from bilan.annotate.annotation import Annotation
from bilan.annotate.arguments import subjects
from bilan.annotate.cues import expand_forms
from bilan.annotate.humans import body_words, human_at
from bilan.annotate.syntax import Sentence
from bilan.annotate.verbs import read_verb
from bilan.annotate.wordtable import WordTable
from bilan.claims.draft import Draft
from bilan.languages.load import Pack
from bilan.model.claim import Need
from bilan.model.text import Span

ITEM = 7  # tokens in one item of a list, at most
STOPS = frozenset({";", ".", ":", "»", "«", "(", ")", '"', "”", "“", "?", "!"})
VERBAL = frozenset({"VERB", "AUX"})
Bounds = tuple[int, int]


class _Word(NamedTuple):
    kind: str  # see languages/fr/needs.csv
    sector: str


@cache
def need_table(pack: Pack) -> WordTable[_Word]:
    """Compile needs.csv: folded words → what they are."""
    endings = pack.toml("clauses")["verbs"]["endings"]
    return WordTable(
        (form, _Word(row["kind"], row["sector"]))
        for row in pack.rows("needs")
        for form in (row["words"], *expand_forms(row["words"], row["forms"], endings))
    )


def find_needs(annotation: Annotation) -> list[Draft]:
    """Return the need drafts of a report in text order."""
    table = need_table(annotation.pack)
    return [
        draft
        for number, sentence in enumerate(annotation.sentences)
        for draft in _needs(sentence, number, table, annotation.pack)
    ]


def names_goods(sentence: Sentence, pack: Pack, bounds: Bounds | None = None) -> bool:
    """Tell whether a sentence, or its tokens from `bounds` on (both ends in), names something people may lack."""
    table = need_table(pack)
    first, last = bounds or (sentence.first, sentence.last - 1)
    found = (_longest(sentence, i, table)[1] for i in range(first, last + 1))
    return any(word is not None and word.kind == "item" for word in found)


def _needs(sentence: Sentence, number: int, table: WordTable[_Word], pack: Pack) -> Iterator[Draft]:
    if table.lengths.keys().isdisjoint(sentence.low.values()):
        return
    i = sentence.first
    while i < sentence.last:
        last, word = _longest(sentence, i, table)
        if word is None or word.kind == "item":
            i = last + 1
            continue
        items = _items(sentence, (i, last), word, table, pack)
        sectors = [sector for item in items if (sector := _sector(sentence, item, table))]
        if sectors:
            spans = [sentence.words(*_bare(sentence, item)) for item in items]
            low, high = min(i, items[0][0]), max(last, items[-1][1])
            yield Draft(
                kind="need",
                sentence=number,
                at=i,
                quote=Span(sentence.tokens[low].start, sentence.tokens[high].end),
                rule=f"need/{word.kind}",
                need=Need(max(sectors, key=sectors.count), tuple(span.of(sentence.text) for span in spans)),
            )
            last = high
        i = last + 1


def _items(sentence: Sentence, lack: Bounds, word: _Word, table: WordTable[_Word], pack: Pack) -> list[Bounds]:
    """Return what a word of lack lists, as token bounds."""
    first, last = lack
    if word.kind == "lacking":
        return _list_before(sentence, first - 1, table)
    if word.kind == "short":
        return _item_before(sentence, first - 1, table)
    items = _list_after(sentence, last + 1, sentence.last, table)
    if word.kind == "lack":
        return items
    known = list(takewhile(lambda item: _sector(sentence, item, table), items))
    told = _asked_by_people(sentence, last, pack) if word.kind == "ask" else not _acts(sentence, known)
    return known if told else []


def _item_before(sentence: Sentence, end: int, table: WordTable[_Word]) -> list[Bounds]:
    """Return the item right before a noun of lack: "fuel shortages"."""
    for first in range(max(sentence.first, end - 2), end + 1):
        last, word = _longest(sentence, first, table)
        if word is not None and word.kind == "item" and last == end:
            return [(first, end)]
    return []


def _asked_by_people(sentence: Sentence, verb: int, pack: Pack) -> bool:
    """Tell a verb of needing or asking whose subject is people: a pronoun of persons, or a noun for humans."""
    governing = verb
    while governing > sentence.first and sentence.tokens[governing].pos not in VERBAL:
        governing -= 1
    for phrase, _ in subjects(sentence, governing, read_verb(sentence, governing), agent=True):
        body = sentence.low[phrase.head] in body_words(pack)
        if body or phrase.form == "pronoun" or human_at(sentence, phrase, pack) is not None:
            return True
    low = sentence.low.get(read_verb(sentence, governing).first - 1)
    return low in sentence.grammar.phrases["asking"]


def _acts(sentence: Sentence, items: Sequence[Bounds]) -> bool:
    """Tell items that are the subject of a verb: "no doctors were hurt" is no lack of doctors."""
    subject = sentence.grammar.slots["subject"]
    return any(sentence.tokens[i].dep in subject for first, last in items[:1] for i in range(first, last + 1))


def _longest(sentence: Sentence, i: int, table: WordTable[_Word]) -> tuple[int, _Word | None]:
    match = table.at(sentence.low, i, sentence.last) if sentence.low[i] in table.lengths else None
    return (i, None) if match is None else (match.last, match.entry)


def _list_after(sentence: Sentence, start: int, end: int, table: WordTable[_Word]) -> list[Bounds]:
    """Cut a list into items, up to a verb, a stop or `end` (exclusive); an overlong item ends the list."""
    items: list[Bounds] = []
    first, i = start, start
    while i <= end:
        stop = i == end or _closes(sentence, i, table)
        if stop or sentence.tokens[i].text == "," or sentence.tokens[i].pos == "CCONJ":
            if first < i and (i - first > ITEM or not _has_noun(sentence, first, i - 1, table)):
                return items
            if first < i:
                items.append((first, i - 1))
            if stop:
                return items
            first = i + 1
        i += 1
    return items


def _list_before(sentence: Sentence, end: int, table: WordTable[_Word]) -> list[Bounds]:
    """Cut what stands before a verb of lack ("la gaze et les anesthésiques manquent") into items."""
    while end > sentence.first and sentence.tokens[end].pos == "AUX":
        end -= 1  # "are running out"
    first = end
    while first >= sentence.first and not _closes(sentence, first, table):
        first -= 1
    return _list_after(sentence, first + 1, end + 1, table)


def _closes(sentence: Sentence, i: int, table: WordTable[_Word]) -> bool:
    """Tell a stop or verb, beyond which no list goes; an item the parser takes for a verb ("sérum") is none."""
    if sentence.tokens[i].text in STOPS:
        return True
    return sentence.tokens[i].pos in VERBAL and not _is_item(sentence, i, table)


def _is_item(sentence: Sentence, i: int, table: WordTable[_Word]) -> bool:
    return (word := table.entries.get((sentence.low[i],))) is not None and word.kind == "item"


def _has_noun(sentence: Sentence, first: int, last: int, table: WordTable[_Word]) -> bool:
    nominal = {"NOUN", "PROPN", "ADJ", "X"}
    return any(sentence.tokens[i].pos in nominal or _is_item(sentence, i, table) for i in range(first, last + 1))


def _sector(sentence: Sentence, item: Bounds, table: WordTable[_Word]) -> str:
    for i in range(item[0], item[1] + 1):
        _, word = _longest(sentence, i, table)
        if word is not None and word.kind == "item" and word.sector:
            return word.sector
    return ""


def _bare(sentence: Sentence, item: Bounds) -> Bounds:
    """Drop article and preposition before an item."""
    first, last = item
    phrases = sentence.grammar.phrases
    skip = phrases["of"] | phrases["definite"] | phrases["indefinite"] | sentence.grammar.phrases["need_fillers"]
    while first < last and (sentence.low[first] in skip or sentence.tokens[first].pos in {"ADP", "DET", "ADV", "PRON"}):
        first += 1
    while last > first and sentence.tokens[last].pos in {"ADV", "PRON", "ADP", "PART"}:
        last -= 1
    return first, last

"""Statements: intents, conditions, blame and warnings, with their content in the report's words."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from bilan.annotate.annotation import Annotation
from bilan.annotate.arguments import subjects
from bilan.annotate.cues import expand_forms
from bilan.annotate.humans import human_at
from bilan.annotate.phrases import phrase_at
from bilan.annotate.syntax import Sentence
from bilan.annotate.verbs import read_verb
from bilan.claims.draft import Draft
from bilan.claims.speakers import noun_phrase_span
from bilan.languages.load import Pack
from bilan.model.claim import Actor, Statement

LONGEST = 6  # words in the longest entry
CONTENT = 30  # tokens a statement's content may cover
WITHIN = 4  # tokens between "décidé" and the infinitive it governs
ENDS = frozenset({";", ".", ":", "»", "«", "(", ")", '"', "”"})
FIGHTING = frozenset({"territory-change", "armed-clash", "attack", "air-drone-strike", "shelling-artillery-missile"})


class _Entry(NamedTuple):
    words: str
    kind: str  # topic
    reading: str
    content: str


def find_statements(annotation: Annotation) -> list[Draft]:
    """Return the drafts of statements in text order."""
    found = []
    statements = statement_table(annotation.pack)
    for number, sentence in enumerate(annotation.sentences):
        found += [_statement(annotation, number, *match) for match in _matches(sentence, statements)]
    return [draft for draft in found if draft is not None]


@cache
def statement_table(pack: Pack) -> Mapping[str, _Entry]:
    """Compile statements.csv: folded words → entry."""
    endings = pack.toml("clauses")["verbs"]["endings"]
    return {
        form: _Entry(row["words"], row["topic"], row["reading"], row["content"])
        for row in pack.rows("statements")
        for form in expand_forms(row["words"], row["forms"], endings)
    }


def _matches(sentence: Sentence, table: Mapping[str, _Entry]) -> Iterator[tuple[int, int, _Entry]]:
    i = sentence.first
    while i < sentence.last:
        for length in range(min(LONGEST, sentence.last - i), 0, -1):
            words = " ".join(sentence.low[j] for j in range(i, i + length)).replace("' ", "'")
            entry = table.get(words)
            if entry is not None:
                yield i, i + length - 1, entry
                i += length - 1
                break
        i += 1


def _statement(annotation: Annotation, number: int, first: int, last: int, entry: _Entry) -> Draft | None:
    sentence = annotation.sentences[number]
    if entry.reading == "deed":
        if not _governs_deed(sentence, last):
            return None
    elif entry.kind in {"intent", "warning"} and not _governs_infinitive(sentence, last):
        return None
    if entry.reading in {"verb", "deed"} and sentence.tokens[first].pos not in {"VERB", "AUX"}:
        return None
    start, end = (first, _content_end(sentence, last)) if entry.content == "after" else _clause_bounds(sentence, first, last)
    said = _content_start(sentence, last) if entry.content == "after" else start
    content = sentence.words(said, end).of(sentence.text)
    actors = _holders(sentence, first, entry)
    return Draft(
        kind="statement",
        sentence=number,
        at=first,
        quote=sentence.words(start, end),
        rule=f"statement/{entry.words}",
        statement=Statement(entry.kind, content),
        actors=actors,
        modality="planned" if entry.kind == "intent" else "asserted",
        flags=_implausible(sentence, first, annotation.pack) if entry.kind == "intent" else (),
        people=("unknown",),
    )


def _governs_infinitive(sentence: Sentence, last: int) -> bool:
    """An intent needs its deed: an infinitive (or English gerund) right behind, "de", "to" passed over."""
    for i in range(last + 1, min(sentence.last, last + WITHIN)):
        token = sentence.tokens[i]
        if "VerbForm=Inf" in token.feats or token.tag in {"VB", "VBG"}:
            return True
        if token.pos not in {"ADP", "PART", "ADV", "PRON", "PUNCT", "SCONJ", "AUX"}:
            return False
    return False


def _governs_deed(sentence: Sentence, last: int) -> bool:
    """Tell whether a noun for a military act follows: "préparent la reprise de X"."""
    deeds = sentence.grammar.phrases["deeds"]
    return any(sentence.low[i] in deeds for i in range(last + 1, min(sentence.last, last + WITHIN + 1)))


def _content_start(sentence: Sentence, last: int) -> int:
    i = last + 1
    while i < sentence.last - 1 and sentence.tokens[i].pos in {"ADP", "PART", "SCONJ"}:
        i += 1
    return i


def _content_end(sentence: Sentence, last: int) -> int:
    end = last
    while end + 1 < sentence.last and end - last < CONTENT and sentence.tokens[end + 1].text not in ENDS:
        end += 1
    return end


def _clause_bounds(sentence: Sentence, first: int, last: int) -> tuple[int, int]:
    """Return the stretch between commas, conjunctions and borders around a condition."""
    start = first
    while start > sentence.first and sentence.tokens[start - 1].text not in ENDS | {","} and first - start < CONTENT // 2:
        if sentence.tokens[start - 1].pos == "SCONJ":
            break
        start -= 1
    end = last
    while end + 1 < sentence.last and sentence.tokens[end + 1].text not in ENDS | {","} and end - last < CONTENT // 2:
        end += 1
    return start, end


def _holders(sentence: Sentence, first: int, entry: _Entry) -> tuple[Actor, ...]:
    """Return who means to do it: the subject of the verb of intent."""
    if entry.kind not in {"intent", "warning"}:
        return ()
    verb = first if sentence.tokens[first].pos in {"VERB", "AUX"} else sentence.tokens[first].head
    found = subjects(sentence, verb, read_verb(sentence, verb), agent=True)
    spans = [noun_phrase_span(sentence, phrase.head) for phrase, _ in found[:1]]
    return tuple(Actor("side-a", span.of(sentence.text)) for span in spans if span is not None)


def _implausible(sentence: Sentence, first: int, pack: Pack) -> tuple[str, ...]:
    """Flag an international or aid body said to mean to fight: kept as said, for a person to look at."""
    phrases = sentence.grammar.phrases
    for phrase, _ in subjects(sentence, first, read_verb(sentence, first), agent=True)[:1]:
        human = human_at(sentence, phrase_at(sentence, phrase.head), pack)
        civil = sentence.low[phrase.head] in phrases["civil_bodies"]
        after = {sentence.low[i] for i in range(first, min(sentence.last, first + LONGEST))}
        if civil and after & phrases["fighting"]:
            return ("implausible-agent",)
        del human
    return ()

"""Statements: intents, conditions, blame and warnings, with their content in the report's words.

A club plans, a striker blames and a reputation lies in ruins too. So an intent, a warning or blame must speak of harm:
a word for an event, for suffering, for a deed of war or for a peril in its words; an intent is one too if those who
mean it bear arms, or if it is about what people lack. A condition is told beside a place, a building or service people
live by, or what they lack.
"""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from bilan.annotate.annotation import Annotation
from bilan.annotate.arguments import left_noun, subjects
from bilan.annotate.cues import expand_forms
from bilan.annotate.humans import human_words
from bilan.annotate.outcomes import outcome_words
from bilan.annotate.syntax import Sentence
from bilan.annotate.triggers import find_triggers
from bilan.annotate.verbs import read_verb
from bilan.annotate.wordtable import WordTable
from bilan.claims.draft import Draft
from bilan.claims.needs import names_goods
from bilan.claims.runs import Run, item_runs, run_after, run_before
from bilan.claims.sides import side_words
from bilan.languages.load import Pack
from bilan.model.claim import Actor, Statement

LONGEST = 6  # words in the longest entry
CONTENT = 30  # tokens a statement's content may cover
WITHIN = 4  # tokens between "décidé" and the infinitive it governs
ENDS = frozenset({";", ".", ":", "»", "«", "(", ")", '"', "”"})
VERBAL = frozenset({"VERB", "AUX"})
CONDITION = "condition"
SURE = 60  # weight of a word that speaks of an event by itself
ARMED = frozenset({"combatant", "security-forces"})
HOLDER = {"NOUN", "PROPN", "ADJ", "DET"}  # what may stand between a noun of intent and its infinitive


class _Entry(NamedTuple):
    words: str
    kind: str  # topic
    reading: str
    content: str


def find_statements(annotation: Annotation) -> list[Draft]:
    """Return the drafts of statements in text order."""
    found: list[Draft] = []
    statements = statement_table(annotation.pack)
    for number, sentence in enumerate(annotation.sentences):
        quotes = set()
        for first, last, entries in statements.find(sentence.low, sentence.first, sentence.last):
            drafts = (_statement(annotation, number, first, last, entry) for entry in entries)
            draft = next((draft for draft in drafts if draft is not None), None)
            if draft is not None and draft.quote not in quotes:
                quotes.add(draft.quote)
                found.append(draft)
    return found


@cache
def statement_table(pack: Pack) -> WordTable[tuple[_Entry, ...]]:
    """Compile statements.csv: folded words → the entries they may stand for ("prepare to", "prepare an offensive")."""
    endings = pack.toml("clauses")["verbs"]["endings"]
    table: dict[str, list[_Entry]] = {}
    for row in pack.rows("statements"):
        for form in expand_forms(row["words"], row["forms"], endings):
            table.setdefault(form, []).append(_Entry(row["words"], row["topic"], row["reading"], row["content"]))
    return WordTable((form, tuple(entries)) for form, entries in table.items())


def _statement(annotation: Annotation, number: int, first: int, last: int, entry: _Entry) -> Draft | None:
    sentence = annotation.sentences[number]
    if entry.reading in {"verb", "deed"} and sentence.tokens[first].pos not in VERBAL:
        return None
    meant = entry.kind in {"intent", "warning"} and entry.reading != "that"
    said = _deed(sentence, first, last, entry) if meant else last + 1
    if said is None:
        return None
    if entry.content == "after":
        start, end = first, _content_end(sentence, first, last, _sayings(annotation, number))
        content = sentence.words(min(said, end), end).of(sentence.text)
    else:
        start, end = _clause_bounds(sentence, first, last)
        content = sentence.words(start, end).of(sentence.text)
    holders = _holders(sentence, first, said) if entry.kind in {"intent", "warning"} else ()
    if not _matters(sentence, entry.kind, (start, end), holders, annotation.pack):
        return None
    words = [run.span(sentence).of(sentence.text) for run in holders]
    return Draft(
        kind="statement",
        sentence=number,
        at=first,
        quote=sentence.words(start, end),
        rule=f"statement/{entry.words}",
        statement=Statement(entry.kind, content),
        actors=tuple(Actor("side-a", text) for text in dict.fromkeys(words)),
        modality="planned" if entry.kind == "intent" else "asserted",
        flags=_implausible(sentence, holders, first, annotation.pack) if entry.kind == "intent" else (),
        people=("unknown",),
    )


def _matters(sentence: Sentence, topic: str, words: tuple[int, int], holders: Sequence[Run], pack: Pack) -> bool:
    """Tell a statement of war or need from one of any other walk of life."""
    phrases, (start, end) = sentence.grammar.phrases, words
    lows = {sentence.low[i] for i in range(start, end + 1)}
    if topic == CONDITION:
        around = set(sentence.low.values())
        return bool(sentence.places) or not around.isdisjoint(phrases["lived_by"]) or names_goods(sentence, pack)
    if not lows.isdisjoint(phrases["fighting"] | phrases["deeds"] | phrases["perils"]):
        return True
    table = outcome_words(pack)
    harmed = any(not word.companions and " " not in word.lemma for low in lows for word in table.get(low, ()))
    told = find_triggers(sentence.tokens[start : end + 1], pack)
    if harmed or any(not trigger.needs and trigger.weight >= SURE for trigger in told):
        return True
    armed = any(_armed(sentence, run, pack) for run in holders)
    return topic == "intent" and (armed or names_goods(sentence, pack, words))


def _armed(sentence: Sentence, run: Run, pack: Pack) -> bool:
    humans = (human_words(pack).get(sentence.low[i]) for i in range(run.first, run.last + 1))
    return any(human is not None and not ARMED.isdisjoint(human.people) for human in humans)


def _deed(sentence: Sentence, first: int, last: int, entry: _Entry) -> int | None:
    """Return where the deed meant begins: an infinitive or gerund, of a `deed` entry a noun for a military act.

    Between a noun of intent and its infinitive may stand whose it is: "l'intention de ses généraux de reprendre".
    """
    if entry.reading == "deed":
        deeds = sentence.grammar.phrases["deeds"]
        stretch = range(last + 1, min(sentence.last, last + WITHIN + 1))
        return _content_start(sentence, last) if any(sentence.low[i] in deeds for i in stretch) else None
    nominal = sentence.tokens[first].pos == "NOUN"
    passed = {"ADP", "PART", "ADV", "PRON", "PUNCT", "SCONJ", "AUX"} | (HOLDER if nominal else set())
    for i in range(last + 1, min(sentence.last, last + (2 * WITHIN if nominal else WITHIN))):
        token = sentence.tokens[i]
        if "VerbForm=Inf" in token.feats or token.tag in {"VB", "VBG"}:
            clitic = i - 1 > last and sentence.tokens[i - 1].pos == "PRON"  # "s'emparer", "l'emporter"
            return i - 1 if clitic else i
        if token.pos not in passed:
            return None
    return None


def _content_start(sentence: Sentence, last: int) -> int:
    i = last + 1
    while i < sentence.last - 1 and sentence.tokens[i].pos in {"ADP", "PART", "SCONJ"}:
        i += 1
    return i


def _sayings(annotation: Annotation, number: int) -> frozenset[int]:
    """Return the commas behind which a verb of saying stands: "…, juge X" is no part of what is meant."""
    sentence = annotation.sentences[number]
    firsts = [cue.first for cue in annotation.cues[number] if cue.kind in {"say", "deny"}]
    return frozenset(
        i - 1 for i in firsts if i > sentence.first and sentence.tokens[i - 1].text == "," and _says(sentence, i)
    )


def _says(sentence: Sentence, i: int) -> bool:
    """Tell a verb of saying, also where the parser took it for a noun ("juge X"): its subject stands right behind."""
    subject = i + 1 < sentence.last and sentence.tokens[i + 1].pos in {"PROPN", "DET"}
    return sentence.tokens[i].pos in VERBAL or subject


def _content_end(sentence: Sentence, first: int, last: int, sayings: frozenset[int]) -> int:
    """Return the last token of what is meant; a noun of intent that is a subject ends it before its own verb."""
    verb = sentence.tokens[first].head
    stop = read_verb(sentence, verb).first if verb > last and sentence.tokens[verb].pos in VERBAL else sentence.last
    end = last
    stop = min([stop, sentence.last, *(i for i in sayings if i > last)])
    while end + 1 < stop and end - last < CONTENT and sentence.tokens[end + 1].text not in ENDS:
        end += 1
    while end > last and sentence.tokens[end].pos == "PUNCT":
        end -= 1
    return end


def _clause_bounds(sentence: Sentence, first: int, last: int) -> tuple[int, int]:
    """Return the stretch between borders around a condition; of a relative clause also what it describes."""
    start = first
    while (
        start > sentence.first and sentence.tokens[start - 1].text not in ENDS | {","} and first - start < CONTENT // 2
    ):
        if sentence.tokens[start - 1].pos == "SCONJ":
            break
        start -= 1
    relatives = sentence.grammar.phrases["relatives"]
    opener = next((i for i in (start, start - 1) if i > sentence.first and sentence.low[i] in relatives), None)
    if opener is not None and sentence.tokens[opener - 1].text == ",":
        described = run_before(sentence, opener)
        start = described.first if described is not None else start
    end = last
    while end + 1 < sentence.last and sentence.tokens[end + 1].text not in ENDS | {","} and end - last < CONTENT // 2:
        end += 1
    return start, end


def _holders(sentence: Sentence, first: int, deed: int) -> tuple[Run, ...]:
    """Return who means to do it: the subject; of a noun its complement ("de ses généraux") or its verb's subject."""
    verb = first
    if sentence.tokens[first].pos not in VERBAL:
        of = sentence.grammar.phrases["of"]
        for i in range(first + 1, deed):
            if sentence.low[i] in of and (run := run_after(sentence, i + 1)) is not None and run.last < deed:
                return (run,)
        verb = sentence.tokens[first].head
        if verb > first or sentence.tokens[verb].pos not in VERBAL:
            return ()
    group = read_verb(sentence, verb)
    start = group.first
    while start > sentence.first and sentence.tokens[start - 1].pos == "PRON":
        start -= 1  # "s'apprêtent": the subject stands before the reflexive
    found = [*subjects(sentence, verb, group, agent=True), *left_noun(sentence, start)]
    for phrase in [phrase for phrase, _ in found if phrase.form != "pronoun"][:1]:
        run = run_after(sentence, phrase.first)
        if run is None:
            return ()
        joint = tuple(item_runs(sentence, run.first, max(run.last + 1, group.first)))
        if len(joint) > 1:
            return joint
        before = phrase.first - 1
        joined = before > sentence.first and sentence.tokens[before].pos == "CCONJ"
        other = run_before(sentence, before) if joined else None
        return (other, run) if other is not None else (run,)
    return ()


def _implausible(sentence: Sentence, holders: Sequence[Run], first: int, pack: Pack) -> tuple[str, ...]:
    """Flag an international or aid body said to mean to fight: kept as said, for a person to look at."""
    phrases = sentence.grammar.phrases
    after = {sentence.low[i] for i in range(first, min(sentence.last, first + LONGEST))}
    if not after & phrases["fighting"]:
        return ()
    civil = any(
        sentence.low[i] in phrases["civil_bodies"] or side_words(pack).get(sentence.low[i]) == "civil"
        for run in holders
        for i in range(run.first, run.last + 1)
    )
    return ("implausible-agent",) if civil else ()

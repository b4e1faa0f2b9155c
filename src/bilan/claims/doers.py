"""Noun phrases as actors, and who does what a verb says."""

from bilan.annotate.arguments import subjects
from bilan.annotate.phrases import conjuncts, phrase_at
from bilan.annotate.syntax import Sentence
from bilan.annotate.verbs import read_verb
from bilan.claims.runs import run_after
from bilan.claims.speakers import noun_phrase_span
from bilan.model.claim import Actor
from bilan.model.text import Span

VERBAL = frozenset({"VERB", "AUX"})
NOMINAL = frozenset({"NOUN", "PROPN"})
Found = list[tuple[int, Actor]]  # the head of each, and the actor


def subjects_of(sentence: Sentence, head: int, *, agent: bool = True) -> list[int]:
    """Return the heads of who does what the verb says; a pronoun in what somebody says of himself is that person.

    Args:
        sentence: The sentence.
        head: The verb.
        agent: The subject acts; otherwise it suffers.
    """
    found = [p.head for p, _ in subjects(sentence, head, read_verb(sentence, head), agent=agent)]
    token = sentence.tokens[head]
    if not found and token.dep in sentence.grammar.slots["content"] | sentence.grammar.slots["modifier"]:
        upper = token.head  # "blocked the road to protest"
        if upper < head and sentence.tokens[upper].pos in VERBAL:
            return [p.head for p, _ in subjects(sentence, upper, read_verb(sentence, upper), agent=True)]
    said = token.dep in sentence.grammar.slots["content"] and token.head != head
    if said and found and sentence.tokens[found[0]].pos == "PRON":
        above = subjects(sentence, token.head, read_verb(sentence, token.head), agent=True)
        return [p.head for p, _ in above]
    return found


def phrases_at(sentence: Sentence, heads: list[int], role: str) -> Found:
    """Turn noun phrases and what is coordinated with them into actors, adjectives alone; times are none."""
    found: Found = []
    for head in heads:
        joined = conjuncts(sentence, phrase_at(sentence, head))
        members = [*_compounded(sentence, head), head, *(p.head for p in joined)]
        for member in members:
            token = sentence.tokens[member]
            adjective = token.pos == "ADJ"
            if (token.pos not in NOMINAL and not (adjective and member == head)) or member in sentence.times:
                continue
            span = sentence.words(member, member) if adjective else _bare(sentence, member)
            if span is not None:
                found.append((member, Actor(role, span.of(sentence.text))))
    return found


def _compounded(sentence: Sentence, head: int) -> list[int]:
    """Return what "and" parts from the head though the parser saw a compound: "the ICRC and Union monitors"."""
    return [
        child
        for child in sentence.children(head)
        if child < head and any(sentence.tokens[grandchild].pos == "CCONJ" for grandchild in sentence.children(child))
    ]


def _bare(sentence: Sentence, head: int) -> Span | None:
    """Return an actor's words without where it acts: "aviation malienne" of "aviation malienne sur Ménaka"."""
    span = noun_phrase_span(sentence, head)
    if span is None:
        return None
    run, first = run_after(sentence, head), phrase_at(sentence, head).first
    if first < head and sentence.tokens[first].pos == "DET":  # nothing before the article is part of it
        span = Span(max(span.start, sentence.tokens[first + 1].start), span.end)
    if run is None:
        return span
    return Span(span.start, min(span.end, sentence.tokens[run.last].end))

"""Whom a pronoun stands for as a speaker: the nearest who agrees, and nobody where that is not plain.

Who spoke, or is the subject, in the same or the two sentences before is asked, nearest sentence first, speakers before
other subjects. A person's "il", "she" takes no body; "they" takes a body only where the language lets it.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from bilan.annotate.cues import Cue
from bilan.annotate.humans import human_at
from bilan.annotate.phrases import PERSON_LABELS, phrase_at
from bilan.annotate.syntax import Sentence
from bilan.claims.speakers import NAMED, may_speak, speaker_span
from bilan.languages.load import Pack
from bilan.model.claim import Speaker

BACK = 2  # sentences before the pronoun's own in which its speaker may stand
GENDERS = {"Gender=Masc": "masc", "Gender=Fem": "fem"}


class Named(NamedTuple):
    """Who was named: his words, the token of his phrase's head, whether he spoke, number, gender and sort."""

    speaker: Speaker
    at: int
    spoke: bool
    plural: bool
    gender: str  # masc · fem · "" (not known)
    sort: str  # person · body


def named_in(sentence: Sentence, speakers: Iterable[Speaker], pack: Pack) -> list[Named]:
    """Return who speaks in a sentence and who is the subject of its verbs, speakers first."""
    found = [_named(sentence, _head(sentence, speaker), speaker, pack, spoke=True) for speaker in speakers]
    seen = {named.at for named in found}
    for token in sentence.tokens[sentence.first : sentence.last]:
        if token.dep in sentence.grammar.slots["subject"] and token.pos in {"NOUN", "PROPN"} and token.i not in seen:
            if token.i in sentence.places or token.i in sentence.number_at or not may_speak(sentence, token.i, pack):
                continue
            span = speaker_span(sentence, token.i)
            if span is not None:
                speaker = Speaker(span.of(sentence.text), "", None, span)
                found.append(_named(sentence, token.i, speaker, pack, spoke=False))
    return found


def antecedent(pronoun: Cue, earlier: Sequence[Sequence[Named]]) -> Speaker | None:
    """Return whom a pronoun stands for.

    Args:
        pronoun: The cue; its value says what it agrees with: "person masc sing", "plur", "body sing" …
        earlier: Who was named in the pronoun's own sentence before it, then in the sentences before, nearest first.
    """
    wanted = set(pronoun.value.split())
    for distance, group in enumerate(earlier[: BACK + 1]):
        agreeing = [named for named in group if _agrees(named, wanted) and (named.spoke or distance < BACK)]
        spoke = [named for named in agreeing if named.spoke]
        persons = [named for named in spoke or agreeing if named.sort == "person"]
        best = persons or spoke or agreeing
        if best:
            words = {named.speaker.text.lower() for named in best}
            return best[-1].speaker if spoke or len(words) == 1 else None
    return None


def _agrees(named: Named, wanted: set[str]) -> bool:
    if ("plur" in wanted) != named.plural and not ("plur" in wanted and "group" in wanted and named.sort == "body"):
        return False
    if named.gender and wanted & {"masc", "fem"} and named.gender not in wanted:
        return False
    unsure = named.sort == "body" and not named.gender and "masc" in wanted
    return not (
        ("person" in wanted and named.sort != "person") or ("body" in wanted and named.sort == "person") or unsure
    )


def _named(sentence: Sentence, head: int, speaker: Speaker, pack: Pack, *, spoke: bool) -> Named:
    phrase, token = phrase_at(sentence, head), sentence.tokens[head]
    human = human_at(sentence, phrase, pack)
    name = sentence.names.get(head)
    person = (human is not None and human.kind == "person") or (name is not None and name.label in PERSON_LABELS)
    organisation = name is not None and name.label in NAMED and name.label not in PERSON_LABELS
    gender = next((GENDERS[feat] for feat in token.feats.split("|") if feat in GENDERS), "")
    if token.pos == "PROPN" or organisation:
        gender = ""
    return Named(speaker, head, spoke, phrase.plural, gender, "person" if person and not organisation else "body")


def _head(sentence: Sentence, speaker: Speaker) -> int:
    """Return the head of a speaker's words: the token whose own head lies outside them."""
    if speaker.span is None:
        return sentence.first
    inside = [
        t.i
        for t in sentence.tokens[sentence.first : sentence.last]
        if speaker.span.start <= t.start and t.end <= speaker.span.end
    ]
    nouns = [i for i in inside if sentence.tokens[i].pos in {"NOUN", "PROPN"}]
    outside = [i for i in nouns if sentence.tokens[i].head not in inside]
    return (outside or nouns or inside or [sentence.first])[0]

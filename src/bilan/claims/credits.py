"""Credits: sources named by a preposition ("selon X"), by a document of theirs ("bilan de X"), by being quoted."""

from collections.abc import Iterator, Sequence

from bilan.annotate.arguments import agents
from bilan.annotate.cues import Cue
from bilan.annotate.humans import body_words, human_words
from bilan.annotate.syntax import Sentence
from bilan.claims.saying import Saying, pronouns
from bilan.claims.speakers import may_speak, speaker_after, speaker_span
from bilan.languages.load import Pack
from bilan.model.text import Span

AUTHOR_REACH = 4  # tokens between a noun of saying and its author: "bilan toujours provisoire de"
NOUNS = frozenset({"NOUN", "PROPN"})


def credits_of(sentence: Sentence, cues: Sequence[Cue], pack: Pack) -> Iterator[Saying]:
    """Yield the sayings of a sentence that no verb of saying marks, in text order."""
    for cue in cues:
        if cue.kind == "according" and cue.value != "never":
            yield from _according(sentence, cue, cues, pack)
        elif cue.kind == "cite":
            yield from _cited(sentence, cue, cues, pack)
        elif cue.kind == "say-noun":
            yield from _document(sentence, cue, pack)


def author_of(sentence: Sentence, noun: int, pack: Pack) -> Span | None:
    """Return X of "bilan (provisoire) de X", "statement by X", "X's report" where X can speak."""
    return _behind(sentence, noun, pack) or _owner(sentence, noun, pack) or _given_by(sentence, noun)


def is_tally(sentence: Sentence, span: Span, cues: Sequence[Cue]) -> bool:
    """Tell "selon un bilan provisoire": a tally without an author is no speaker."""
    return any(c.kind == "say-noun" and span.start <= sentence.tokens[c.first].start < span.end for c in cues)


def _according(sentence: Sentence, cue: Cue, cues: Sequence[Cue], pack: Pack) -> Iterator[Saying]:
    """Read "selon X"; "pour X" only where X is a person's name or a body, heads a clause and stands before a comma."""
    if _verified_by(cue, cues):
        return
    start = cue.first + 1 if cue.value == "keep" else cue.last + 1
    known = pronouns(cues).get(start)
    opens = cue.first == sentence.first or sentence.tokens[cue.first - 1].pos == "PUNCT"
    if known is not None and (cue.value != "view" or (opens and sentence.low.get(known.last + 1) == ",")):
        yield Saying(cue, "around", cue.first, known.last, cue.first, None, known)
        return
    span = speaker_after(sentence, start)
    if span is None:
        return
    head = _token_at(sentence, span.start)
    last = _last_token(sentence, span)
    if cue.value == "view" and not _holds_view(sentence, cue, (head, last), pack):
        return
    tally = next((c for c in cues if c.kind == "say-noun" and start <= c.first <= last), None)
    if tally is not None:
        author = author_of(sentence, tally.last, pack)
        span = author if author is not None or tally.value != "document" else span
    words = span.of(sentence.text).lower() if span is not None else ""
    phrases = sentence.grammar.phrases
    if span is None or sentence.low[head] in phrases["no_speaker"] or words in phrases["same_source"]:
        return
    yield Saying(cue, "around", cue.first, max(last, _last_token(sentence, span)), cue.first, span)


def _verified_by(cue: Cue, cues: Sequence[Cue]) -> bool:
    """Tell the source that would have to vouch for it: "n'a pu être vérifié de source indépendante"."""
    return any(other.kind == "unverified" and other.last == cue.first - 1 for other in cues)


def _holds_view(sentence: Sentence, cue: Cue, phrase: tuple[int, int], pack: Pack) -> bool:
    """Tell "Pour l'Observatoire, 71 civils" from "pour la troisième fois" and "pour les victimes,"."""
    head, last = phrase
    opens = cue.first == sentence.first or sentence.tokens[cue.first - 1].pos == "PUNCT"
    closed = last + 1 < sentence.last and sentence.tokens[last + 1].text == ","
    place = any(i in sentence.places for i in range(head, last + 1))
    name = any(i in sentence.names and sentence.tokens[i].pos == "PROPN" for i in range(head, last + 1))
    body = sentence.low[head] in sentence.grammar.phrases["viewers"] or sentence.low[head] in body_words(pack)
    capital = sentence.tokens[head].pos in NOUNS and sentence.tokens[head].text[:1].isupper()
    return opens and closed and not place and (name or capital or body) and may_speak(sentence, head, pack) | capital


def _cited(sentence: Sentence, cue: Cue, cues: Sequence[Cue], pack: Pack) -> Iterator[Saying]:
    """Read "citant X" (X speaks through another) and "cité par X" (X passes on what another says)."""
    if cue.value == "learned" and not any(c.value in {"from", "closing"} for c in cues):
        return
    span = speaker_after(sentence, cue.last + 1)
    if span is None or not may_speak(sentence, _head_of(sentence, span), pack):
        return
    yield Saying(
        cue, "around", cue.first, _last_token(sentence, span), cue.first, span, depth=-1 if cue.value == "by" else 1
    )


def _document(sentence: Sentence, cue: Cue, pack: Pack) -> Iterator[Saying]:
    if sentence.tokens[cue.first].pos not in NOUNS:
        return
    span = author_of(sentence, cue.last, pack) or _giver(sentence, cue.first, pack)
    if span is not None:
        first, last = _token_at(sentence, span.start), _last_token(sentence, span)
        form = "noun" if cue.value == "document" else "around"
        yield Saying(cue, form, min(cue.first, first), max(cue.last, last), min(cue.first, first), span)


def _behind(sentence: Sentence, noun: int, pack: Pack) -> Span | None:
    phrases, table, bodies = sentence.grammar.phrases, human_words(pack), body_words(pack)
    for i in range(noun + 1, min(sentence.last - 1, noun + 1 + AUTHOR_REACH)):
        if (
            sentence.low[i] in phrases["from"] - phrases["of"] - phrases["by"]
            and sentence.low[noun] in phrases["caused"]
        ):
            return None  # "the death toll from the storm"
        if sentence.low[i] in phrases["of"] | phrases["by"] | phrases["from"]:
            j = i + 1
            while j < sentence.last - 1 and sentence.tokens[j].pos in {"DET", "ADJ"}:
                j += 1
            token = sentence.tokens[j]
            pair = f"{sentence.low[j]} {sentence.low.get(j + 1, '')}"
            place = j in sentence.places or j in sentence.times
            if sentence.low[i] in phrases["by"] and not place and j not in sentence.number_at:
                return speaker_after(sentence, i + 1)
            speaks = (
                sentence.low[j] in table
                or token.lemma in table
                or pair in table
                or pair in bodies
                or sentence.low[j] in bodies
                or (token.text[:1].isupper() and (token.pos == "PROPN" or j in sentence.names) and not place)
            )
            return speaker_after(sentence, i + 1) if speaks and j not in sentence.number_at else None
        if sentence.tokens[i].pos not in {"ADJ", "ADV"}:
            return None
    return None


def _owner(sentence: Sentence, noun: int, pack: Pack) -> Span | None:
    """Read "the ministry's figures", "UN data": who owns a document stands before it in English."""
    for child in sentence.children(noun):
        token = sentence.tokens[child]
        if child < noun and token.dep == "poss" and token.pos in NOUNS:
            return speaker_span(sentence, child) if may_speak(sentence, child, pack) else None
        whole = token.dep == "compound" and token.pos == "PROPN" and child not in sentence.places
        if child < noun and whole and child not in sentence.times:
            name = sentence.names.get(child)
            return Span(name.start, name.end) if name is not None and name.end <= sentence.tokens[noun].start else None
    return None


def _given_by(sentence: Sentence, noun: int) -> Span | None:
    """Read who gave a toll by the participle behind it: "bilan communiqué par le ministère"."""
    for child in sentence.children(noun):
        if child > noun and sentence.tokens[child].dep in sentence.grammar.slots["modifier"]:
            for phrase, _ in agents(sentence, child):
                return speaker_span(sentence, phrase.head)
    return None


def _giver(sentence: Sentence, noun: int, pack: Pack) -> Span | None:
    """Return who gives a toll or report: "le maire a donné un nouveau bilan de 50 morts"."""
    token = sentence.tokens[noun]
    if sentence.low[noun] in sentence.grammar.phrases["inquiries"]:
        return None  # "les gendarmes ont ouvert une enquête": it has found nothing yet
    if token.dep not in sentence.grammar.slots["object"] or token.head >= noun:
        return None
    for child in sentence.in_slot(token.head, "subject"):
        if child < token.head and sentence.tokens[child].pos != "PRON" and may_speak(sentence, child, pack):
            return speaker_span(sentence, child, token.head)
    return None


def _head_of(sentence: Sentence, span: Span) -> int:
    """Return the noun of a phrase: its first noun or name."""
    first, last = _token_at(sentence, span.start), _last_token(sentence, span)
    return next((i for i in range(first, last + 1) if sentence.tokens[i].pos in NOUNS), first)


def _token_at(sentence: Sentence, start: int) -> int:
    return next((t.i for t in sentence.tokens[sentence.first : sentence.last] if t.start >= start), sentence.first)


def _last_token(sentence: Sentence, span: Span) -> int:
    return max(
        (t.i for t in sentence.tokens[sentence.first : sentence.last] if t.end <= span.end), default=sentence.first
    )

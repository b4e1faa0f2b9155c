"""Verbs of saying and their subjects, in every order: ahead of what is said, behind it, in a relative clause."""

from collections.abc import Iterator, Sequence

from bilan.annotate.arguments import agents
from bilan.annotate.clauses import Clause
from bilan.annotate.cues import Cue
from bilan.annotate.phrases import phrase_at
from bilan.annotate.syntax import Sentence
from bilan.annotate.verbs import read_verb
from bilan.claims.credits import author_of, credits_of, is_tally
from bilan.claims.runs import run_before
from bilan.claims.sayers import find_sayer, inverted_sayer
from bilan.claims.saying import (
    LIGHT,
    OPENERS,
    Reading,
    Saying,
    content_start,
    denies_blame,
    group_first,
    inverted_pronoun,
    is_infinitive,
    is_negated,
    is_present_participle,
    pronouns,
    verb_of,
)
from bilan.claims.signatures import signatures
from bilan.claims.speakers import may_speak, speaker_after, speaker_span
from bilan.languages.load import Pack
from bilan.model.text import Span

AFTERTHOUGHT = frozenset({"PUNCT", "ADV", "NOUN", "PROPN", "ADP", "DET", "NUM", "ADJ"})
COUNT_REACH = 9  # tokens behind "put" or "parler de" within which the amount or toll must stand


def find_sayings(sentence: Sentence, cues: Sequence[Cue], clauses: Sequence[Clause], pack: Pack) -> list[Saying]:
    """Return every saying of a sentence, in text order."""
    reading = Reading(sentence, cues, pack, frozenset(clause.predicate for clause in clauses), pronouns(cues))
    reader = _Reader(reading)
    found = [*reader.verbs(), *credits_of(sentence, cues, pack)]
    found = found or [*signatures(sentence, pack)]
    return sorted(found, key=lambda saying: saying.cue.first)


class _Reader:
    """What reading one sentence needs at every step."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading

    def verbs(self) -> Iterator[Saying]:
        """Yield the sayings marked by verbs."""
        before: Saying | None = None
        for cue in self.reading.cues:
            if cue.kind in {"say", "deny"} and cue.value != "never" and cue.first not in self.reading.predicates:
                saying = self._read(cue, before)
                if saying is not None:
                    before = saying
                    yield saying

    def _read(self, cue: Cue, before: Saying | None) -> Saying | None:
        sentence, verb = self.reading.sentence, verb_of(self.reading.sentence, cue)
        if not _is_verb(sentence, cue) or (cue.kind == "deny" and denies_blame(sentence, cue)):
            return None
        light = _light_verb(sentence, cue.last)
        if (cue.kind == "say" and is_negated(sentence, verb)) or (cue.value == "light" and light is None):
            return None
        verb = verb if light is None else light
        content = content_start(sentence, cue.last)
        if cue.value == "from":
            return self._heard_from(cue, content)
        first = group_first(sentence, verb)
        clitic = inverted_pronoun(sentence, verb)
        if clitic is not None:
            return self._of_clitic(cue, first, clitic)
        if before is not None and content is not None and _goes_on_saying(sentence, verb):
            return before._replace(cue=cue, form="ahead", first=first, last=cue.last, content=content)
        subject = find_sayer(self.reading, verb, first, content)
        if (
            subject is None and light is not None and read_verb(sentence, light).voice != "passive"
        ):  # the parser may hang the subject on "état" of "fait état"
            subject = next((c for c in sentence.in_slot(cue.last, "subject") if c < light), None)
            subject = subject if subject is not None else inverted_sayer(self.reading, cue.last, first)
        if subject is None or not self._may_mean_saying(cue, subject, content):
            return None
        pronoun = self.reading.pronouns.get(subject)
        span = None if pronoun is not None else self._words(subject, verb)
        if span is None and pronoun is None:
            return None
        return self._placed(cue, (first, subject, content), span, pronoun)

    def _placed(
        self, cue: Cue, tokens: tuple[int, int, int | None], span: Span | None, pronoun: Cue | None
    ) -> Saying | None:
        """Say how the words lie about the cue, and where they begin."""
        sentence, verb = self.reading.sentence, verb_of(self.reading.sentence, cue)
        group, subject, content = tokens
        relative = sentence.low.get(group - 1) in sentence.grammar.phrases["relatives"]
        start = min(sentence.subtree(subject)[0], subject) if subject < verb and not relative else group
        start = max(start, _opening(sentence, subject)) if start < group else start
        end = max(verb, subject, _end(sentence, span))
        first = min(start, group)
        about = self._relative_object(cue, first, verb)
        if about is not None:  # "les 12 morts que la police a annoncés"
            return about._replace(last=end, span=span, pronoun=pronoun)
        if _of_relative_object(sentence, first):  # ", ce que l'armée dément", "which the army denies"
            return Saying(cue, "behind", first, end, first, span, pronoun)
        agent = subject > verb and self._is_agent(verb, subject)
        around = agent and sentence.tokens[verb].dep in sentence.grammar.slots["modifier"]
        if agent and (
            not may_speak(sentence, subject, self.reading.pack) or (cue.value not in {"", "media"} and content is None)
        ):
            return None
        reflexive = sentence.low[group] in sentence.grammar.verbs["reflexive"] and subject < verb
        if cue.value == "media" and subject > verb and (around or group == verb):
            return Saying(cue, "around", first, end, first, span, pronoun)
        owner = sentence.tokens[sentence.tokens[verb].head]
        if around and content is None and owner.i < verb and owner.pos in {"NOUN", "PROPN"}:
            begin = phrase_at(sentence, owner.i).first  # "deux morts annoncés par la police"
            return Saying(cue, "phrase", begin, end, begin, span, pronoun)
        if (subject > verb and not agent) or self._closes(verb, subject, content) or (agent and content is None):
            return Saying(cue, "behind", first, end, first, span, pronoun)
        if _as_said(sentence, first):
            return Saying(cue, "around", first, end, first, span, pronoun)
        if cue.value == "closing" or (cue.value == "clause" and content is None and not reflexive):
            return None
        told = content is not None and not is_infinitive(sentence, content)  # "avance que", no "compte enlever"
        if cue.value == "count" and not told and not self._counts(verb):
            return None
        begin = content if content is not None and cue.value in {"clause", "object"} else cue.last + 1
        form = "object" if cue.value == "object" and content is None else "ahead"
        return Saying(cue, form, first, end, max(begin, end + 1 if agent else begin), span, pronoun)

    def _relative_object(self, cue: Cue, first: int, verb: int) -> Saying | None:
        """Read a relative clause whose object the saying is about: it covers the noun phrase alone."""
        sentence, i = self.reading.sentence, first - 1
        if i <= sentence.first or sentence.low[i] not in sentence.grammar.phrases["which"]:
            return None
        noun = sentence.tokens[i - 1].pos in {"NOUN", "PROPN", "ADJ", "NUM"}
        relative = sentence.tokens[verb].dep in sentence.grammar.slots["relative"]
        run = run_before(sentence, i) if noun and relative else None
        if run is None or i - 1 in sentence.times:
            return None
        return Saying(cue, "phrase", run.first, i, run.first, None)

    def _may_mean_saying(self, cue: Cue, subject: int, content: int | None) -> bool:
        """Refuse things that cannot speak; with a clause behind the verb an unknown noun may be a speaker."""
        if subject in self.reading.pronouns or self._is_document(subject):
            return True
        closes = self._closes(verb_of(self.reading.sentence, cue), subject, content)
        unknown = content is not None or subject > cue.last or closes
        noun = self.reading.sentence.tokens[subject].pos == "NOUN"
        counted = subject in self.reading.sentence.number_at or subject in self.reading.sentence.times
        known = may_speak(self.reading.sentence, subject, self.reading.pack)
        named = noun and subject > self.reading.sentence.first and self._is_capital(subject)
        return known or ((unknown or named) and noun and not counted)

    def _is_capital(self, subject: int) -> bool:
        """Tell a body whose name is a noun: "Le Haut-Commissariat a vérifié la mort de"."""
        sentence = self.reading.sentence
        return sentence.tokens[subject].text[:1].isupper() and subject not in sentence.places

    def _is_document(self, subject: int) -> bool:
        return any(cue.kind == "say-noun" and cue.first == subject for cue in self.reading.cues)

    def _words(self, subject: int, verb: int) -> Span | None:
        """Return the speaker's words; of a document ("un bilan de X annonce"), those of its author."""
        if self._is_document(subject):
            return author_of(self.reading.sentence, subject, self.reading.pack)
        span = speaker_span(self.reading.sentence, subject, verb)
        return None if span is None or is_tally(self.reading.sentence, span, self.reading.cues) else span

    def _of_clitic(self, cue: Cue, first: int, clitic: int) -> Saying | None:
        """Read "a-t-il ajouté"; "-on" and the first person name nobody."""
        pronoun = self.reading.pronouns.get(clitic)
        if pronoun is None or first == self.reading.sentence.first:
            return None
        return Saying(cue, "behind", first, max(cue.last, clitic), first, None, pronoun)

    def _heard_from(self, cue: Cue, content: int | None) -> Saying | None:
        """Read "tient de X que", "learned from X that": what follows is X's."""
        sentence = self.reading.sentence
        sources = sentence.grammar.phrases["from"]
        for i in range(cue.last + 1, min(sentence.last - 1, (content or cue.last + 1))):
            if sentence.low[i] in sources:
                span = speaker_after(sentence, i + 1)
                if span is None or content is None:
                    return None
                return Saying(cue, "ahead", cue.first, content, content, span)
        return None

    def _is_hearer(self, i: int) -> bool:
        """Tell whom something is told ("police told reporters") from what is told ("police say nine")."""
        sentence = self.reading.sentence
        return i == sentence.first or (i not in sentence.number_at and may_speak(sentence, i, self.reading.pack))

    def _counts(self, verb: int) -> bool:
        stop = min(self.reading.sentence.last, verb + COUNT_REACH)
        ends = (i for i in range(verb + 1, stop) if self._begins_another(i))
        stop = next(ends, stop)
        stretch = range(verb + 1, stop)
        return any(
            i in self.reading.sentence.number_at or self._is_document(i) or i in self.reading.predicates
            for i in stretch
        )

    def _begins_another(self, i: int) -> bool:
        """Tell where something else is done: "a avancé dans le désert, reprenant 40 villages"."""
        sentence = self.reading.sentence
        return is_infinitive(sentence, i) or (is_present_participle(sentence, i) and sentence.tokens[i - 1].text == ",")

    def _is_agent(self, verb: int, subject: int) -> bool:
        sentence = self.reading.sentence
        before = sentence.low.get(phrase_at(sentence, subject).first - 1)
        labelled = any(phrase.head == subject for phrase, _ in agents(sentence, verb))
        return labelled or before in sentence.grammar.phrases["by"]

    def _closes(self, verb: int, subject: int, content: int | None) -> bool:
        """Tell a verb of saying behind what is said: its content stands before it, or nothing said follows it."""
        sentence = self.reading.sentence
        start, _ = sentence.subtree(subject)
        start = max(min(start, subject), _opening(sentence, subject))
        gives = any(c > verb and not self._is_hearer(c) for c in sentence.in_slot(verb, "object"))
        before = not gives and any(c < start for c in sentence.in_slot(verb, "content"))
        opened = start > sentence.first and sentence.tokens[start - 1].text in OPENERS
        if before or (sentence.tokens[verb].dep == "parataxis" and opened and content is None):
            return True
        after = sentence.tokens[verb + 1 : sentence.last]
        if all(token.pos == "PUNCT" for token in after):
            return subject > sentence.first + 1 and not (after and after[0].text == ":")
        numbers = any(i in sentence.number_at for i in range(verb + 1, sentence.last) if i not in sentence.times)
        return opened and content is None and not numbers and all(token.pos in AFTERTHOUGHT for token in after)


def _is_verb(sentence: Sentence, cue: Cue) -> bool:
    """A verb of saying by its tag, or where only one can stand ("dément" taken for an adverb, "juge" for a noun).

    A noun says something only with its light verb: "faire état".
    """
    i, pos = cue.last, sentence.tokens[cue.last].pos
    if pos in {"VERB", "AUX"} or cue.last > cue.first:
        return True
    if pos == "PROPN" and sentence.tokens[i].text.islower():
        return True
    opened = i > sentence.first and sentence.tokens[i - 1].text in OPENERS
    article = sentence.grammar.phrases["definite"] | sentence.grammar.phrases["indefinite"]
    after = sentence.low.get(i + 1, "")
    follows = after.startswith("-") or after in article
    follows = follows or (i + 1 < sentence.last and sentence.tokens[i + 1].pos in {"PROPN", "DET"})
    if (opened and follows) or (after.startswith("-") and pos != "PROPN"):
        return True
    if pos in {"NOUN", "ADJ", "ADV"} and after in sentence.grammar.phrases["that"] and i > sentence.first:
        return sentence.tokens[i - 1].pos not in {"DET", "ADP", "ADJ"}
    number = sentence.number_at.get(i + 1)
    if pos in {"NOUN", "ADJ"} and number is not None and not number.one and i > sentence.first:
        return sentence.tokens[i - 1].pos in {"NOUN", "PROPN"}  # "Le ministère dénombre 12 morts"
    if pos == "ADJ" and after == ":":
        return True  # "en est certain :"
    if pos == "NOUN" and sentence.tokens[i].tag == "NN" and i + 2 >= sentence.last:
        return True  # ", doctors at the hospital report."
    if pos in {"NOUN", "PROPN"}:
        return _light_verb(sentence, i) is not None
    return pos in {"ADV", "ADJ"} and (cue.kind == "deny" or follows)


def _goes_on_saying(sentence: Sentence, verb: int) -> bool:
    """Tell a participle by which the last speaker goes on: "a indiqué la police, précisant que"."""
    before = sentence.tokens[verb - 1] if verb > sentence.first else None
    return (
        before is not None
        and is_present_participle(sentence, verb)
        and (before.text == "," or before.pos in {"CCONJ", "ADP", "ADV"})
    )


def _light_verb(sentence: Sentence, i: int) -> int | None:
    """Return the light verb before a noun or infinitive: "fait" of "a fait savoir", "fait état"."""
    light = sentence.grammar.phrases["light"]
    if sentence.tokens[i].pos not in {"NOUN", "PROPN"} and not is_infinitive(sentence, i):
        return None
    return next((j for j in range(i - 1, max(sentence.first, i - LIGHT) - 1, -1) if sentence.low[j] in light), None)


def _opening(sentence: Sentence, subject: int) -> int:
    """Return where a subject phrase can begin at the earliest: right behind the last comma or quotation mark."""
    i = subject
    while i > sentence.first and sentence.tokens[i - 1].text not in OPENERS | {";", ":", "(", "«", "“"}:
        if sentence.tokens[i - 1].pos in {"SCONJ", "CCONJ", "VERB", "AUX"}:
            break
        i -= 1
    return i


def _end(sentence: Sentence, span: Span | None) -> int:
    if span is None:
        return sentence.first
    tokens = sentence.tokens[sentence.first : sentence.last]
    return max((t.i for t in tokens if t.end <= span.end), default=sentence.first)


def _of_relative_object(sentence: Sentence, first: int) -> bool:
    """Tell ", ce que X dit" and ", which X says" behind a clause: what he speaks of has been said."""
    phrases, i = sentence.grammar.phrases, first - 1
    if i <= sentence.first + 1 or sentence.low[i] not in phrases["which"]:
        return False
    what = sentence.low[i - 1] in phrases["this"]  # "ce que"
    alone = sentence.low[i] in phrases["which_alone"] and sentence.tokens[i - 1].text in {",", "–", "—"}
    return (what and i - 1 > sentence.first + 1) or alone


def _as_said(sentence: Sentence, first: int) -> bool:
    """Tell "comme l'a indiqué X", "as police said"."""
    as_words = sentence.grammar.phrases["as"]
    return any(sentence.low[i] in as_words for i in range(max(sentence.first, first - 1), first + 1))

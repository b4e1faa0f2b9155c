"""Verbs of saying and their subjects, in every order: ahead of what is said, behind it, in a relative clause."""

from collections.abc import Iterator, Sequence

from bilan.annotate.arguments import agents, left_noun
from bilan.annotate.clauses import Clause
from bilan.annotate.cues import Cue
from bilan.annotate.syntax import Sentence
from bilan.annotate.verbs import read_verb
from bilan.claims.credits import author_of, credits_of, is_tally
from bilan.claims.runs import run_before
from bilan.claims.saying import (
    OPENERS,
    Saying,
    content_start,
    group_first,
    inverted_pronoun,
    is_infinitive,
    is_negated,
    is_present_participle,
    pronouns,
    verb_of,
)
from bilan.claims.speakers import NAMED, may_speak, speaker_after, speaker_span
from bilan.languages.load import Pack
from bilan.model.text import Span

NOMINAL_STRETCH = frozenset({"DET", "ADJ", "NOUN", "PROPN", "ADP", "NUM", "PART"})
AFTERTHOUGHT = frozenset({"PUNCT", "ADV", "NOUN", "PROPN", "ADP", "DET", "NUM", "ADJ"})
NAME_BEHIND = 16  # tokens behind an inverted verb of saying within which its subject may stand
LIGHT = 3  # tokens between a light verb and its noun or infinitive: "faire état", "let it be known"
COUNT_REACH = 9  # tokens behind "put" or "parler de" within which the amount or toll must stand
DEEPEST = 4  # verbs a subject is followed through: "dit avoir voulu faire savoir"


def find_sayings(sentence: Sentence, cues: Sequence[Cue], clauses: Sequence[Clause], pack: Pack) -> list[Saying]:
    """Return every saying of a sentence, in text order."""
    reader = _Reader(sentence, cues, clauses, pack)
    found = [*reader.verbs(), *credits_of(sentence, cues, pack)]
    return sorted(found, key=lambda saying: saying.cue.first)


class _Reader:
    """What reading one sentence needs at every step."""

    def __init__(self, sentence: Sentence, cues: Sequence[Cue], clauses: Sequence[Clause], pack: Pack) -> None:
        self.sentence, self.cues, self.pack = sentence, cues, pack
        self.predicates = {clause.predicate for clause in clauses}
        self.pronouns = pronouns(cues)

    def verbs(self) -> Iterator[Saying]:
        """Yield the sayings marked by verbs."""
        for cue in self.cues:
            if cue.kind in {"say", "deny"} and cue.value != "never" and cue.first not in self.predicates:
                saying = self._read(cue)
                if saying is not None:
                    yield saying

    def _read(self, cue: Cue) -> Saying | None:
        sentence, verb = self.sentence, verb_of(self.sentence, cue)
        if not _is_verb(sentence, cue):
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
        subject = self._subject(verb, first, content)
        if subject is None and light is not None:  # the parser may hang the subject on "état" of "fait état"
            subject = next((c for c in sentence.in_slot(cue.last, "subject") if c < light), None)
        if subject is None or not self._may_mean_saying(cue, subject, content):
            return None
        pronoun = self.pronouns.get(subject)
        span = None if pronoun is not None else self._words(subject, verb)
        if span is None and pronoun is None:
            return None
        return self._placed(cue, (first, subject, content), span, pronoun)

    def _placed(
        self, cue: Cue, tokens: tuple[int, int, int | None], span: Span | None, pronoun: Cue | None
    ) -> Saying | None:
        """Say how the words lie about the cue, and where they begin."""
        sentence, verb = self.sentence, verb_of(self.sentence, cue)
        group, subject, content = tokens
        start = min(sentence.subtree(subject)[0], subject) if subject < verb else group
        start = max(start, _opening(sentence, subject)) if subject < verb else start
        end = max(verb, subject, _end(sentence, span))
        first = min(start, group)
        relative = self._relative_object(cue, first, verb)
        if relative is not None:  # "les 12 morts que la police a annoncés"
            return relative._replace(last=end, span=span, pronoun=pronoun)
        if _of_relative_object(sentence, first):  # ", ce que l'armée dément", "which the army denies"
            return Saying(cue, "behind", first, end, first, span, pronoun)
        agent = subject > verb and self._is_agent(verb, subject)
        around = agent and sentence.tokens[verb].dep in sentence.grammar.slots["modifier"]
        if around and cue.value == "media":
            return Saying(cue, "around", first, end, first, span, pronoun)
        if (subject > verb and not agent) or self._closes(verb, subject, content) or (agent and content is None):
            return Saying(cue, "behind", first, end, first, span, pronoun)
        if _as_said(sentence, first):
            return Saying(cue, "around", first, end, first, span, pronoun)
        if cue.value == "closing" or (cue.value == "clause" and content is None):
            return None
        if cue.value == "count" and not self._counts(verb):
            return None
        begin = content if content is not None and cue.value in {"clause", "object"} else cue.last + 1
        form = "object" if cue.value == "object" and content is None else "ahead"
        return Saying(cue, form, first, end, max(begin, end + 1 if agent else begin), span, pronoun)

    def _relative_object(self, cue: Cue, first: int, verb: int) -> Saying | None:
        """Read a relative clause whose object the saying is about: it covers the noun phrase alone."""
        sentence, i = self.sentence, first - 1
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
        if subject in self.pronouns or self._is_document(subject):
            return True
        closes = self._closes(verb_of(self.sentence, cue), subject, content)
        unknown = content is not None or subject > cue.last or closes
        noun = self.sentence.tokens[subject].pos == "NOUN"
        counted = subject in self.sentence.number_at or subject in self.sentence.times
        known = may_speak(self.sentence, subject, self.pack)
        return known or (unknown and noun and not counted)

    def _is_document(self, subject: int) -> bool:
        return any(cue.kind == "say-noun" and cue.first == subject for cue in self.cues)

    def _words(self, subject: int, verb: int) -> Span | None:
        """Return the speaker's words; of a document ("un bilan de X annonce"), those of its author."""
        if self._is_document(subject):
            return author_of(self.sentence, subject, self.pack)
        span = speaker_span(self.sentence, subject, verb)
        return None if span is None or is_tally(self.sentence, span, self.cues) else span

    def _of_clitic(self, cue: Cue, first: int, clitic: int) -> Saying | None:
        """Read "a-t-il ajouté"; "-on" and the first person name nobody."""
        pronoun = self.pronouns.get(clitic)
        if pronoun is None or first == self.sentence.first:
            return None
        return Saying(cue, "behind", first, max(cue.last, clitic), first, None, pronoun)

    def _heard_from(self, cue: Cue, content: int | None) -> Saying | None:
        """Read "tient de X que", "learned from X that": what follows is X's."""
        sentence = self.sentence
        sources = sentence.grammar.phrases["from"]
        for i in range(cue.last + 1, min(sentence.last - 1, (content or cue.last + 1))):
            if sentence.low[i] in sources:
                span = speaker_after(sentence, i + 1)
                if span is None or content is None:
                    return None
                return Saying(cue, "ahead", cue.first, content, content, span)
        return None

    def _counts(self, verb: int) -> bool:
        stop = min(self.sentence.last, verb + COUNT_REACH)
        stop = next((i for i in range(verb + 1, stop) if is_infinitive(self.sentence, i)), stop)
        stretch = range(verb + 1, stop)
        return any(i in self.sentence.number_at or self._is_document(i) or i in self.predicates for i in stretch)

    def _subject(self, verb: int, first: int, content: int | None, depth: int = 0) -> int | None:
        """Return the head of the subject, inverted or not; None where nobody is named."""
        sentence = self.sentence
        tokens, slots, relatives = sentence.tokens, sentence.grammar.slots, sentence.grammar.phrases["relatives"]
        read = read_verb(sentence, verb)
        reduced = read.auxiliary or tokens[verb].dep in slots["modifier"]
        finite = "VerbForm=Fin" in tokens[verb].feats and not read.auxiliary
        if tokens[verb].pos == "VERB" and read.voice == "passive" and reduced and not (read.reflexive or finite):
            return next((phrase.head for phrase, _ in agents(sentence, verb)), None)
        before = first - 1
        if before >= sentence.first and before in self.pronouns and sentence.tokens[before].pos == "PRON":
            return before
        for child in sentence.in_slot(verb, "subject"):
            if sentence.low[child] in relatives:
                return _antecedent(sentence, child, verb)
            if child > verb and first > sentence.first and tokens[first - 1].text not in OPENERS:
                continue
            if tokens[child].dep == "expl:subj" or (tokens[child].pos == "PRON" and child not in self.pronouns):
                return None
            return child
        if before >= sentence.first and sentence.low[before] in relatives and tokens[before].pos == "PRON":
            return _antecedent(sentence, before, verb)
        inverted = self._inverted(verb, first)
        return inverted if inverted is not None else self._from_above(verb, first, content, depth)

    def _inverted(self, verb: int, first: int) -> int | None:
        """Read an inverted subject by position, which parsers miss: ", ont précisé à la presse les secouristes"."""
        sentence, phrases = self.sentence, self.sentence.grammar.phrases
        opener = sentence.tokens[first - 1].text if first > sentence.first else ""
        if opener not in OPENERS and sentence.low.get(first - 1) not in phrases["as"] | phrases["that"]:
            return None
        i = verb + 1
        while i < min(sentence.last, verb + NAME_BEHIND):
            token, low = sentence.tokens[i], sentence.low[i]
            if low in phrases["relatives"] or token.pos in {"VERB", "AUX", "SCONJ", "CCONJ", "PRON"}:
                return None
            if low in phrases["by"] and token.pos == "ADP":
                return None
            name = sentence.names.get(i)
            if token.pos == "ADP" and (name is None or name.start == token.start):
                i = _behind_complement(sentence, i)
                continue
            if token.pos in {"NOUN", "PROPN"} and i not in sentence.times and i not in sentence.number_at:
                return _head(sentence, i) if may_speak(sentence, _head(sentence, i), self.pack) else None
            if token.text in {";", ":", "«", "“"}:
                return None
            i += 1
        return None

    def _from_above(self, verb: int, first: int, content: int | None, depth: int) -> int | None:
        """Find the subject on the verb this one is coordinated with, depends on, or on the noun it modifies."""
        sentence = self.sentence
        tokens, slots = sentence.tokens, sentence.grammar.slots
        token, head = tokens[verb], tokens[tokens[verb].head]
        if depth >= DEEPEST or head.i == verb:
            return self._noun_before(verb, first, content)
        verbal = head.pos in {"VERB", "AUX"}
        if token.dep in slots["conjunct"] and head.i < verb and verbal:
            return self._subject(head.i, group_first(sentence, head.i), content, depth + 1)
        if token.dep in slots["modifier"] and head.i < verb and head.pos in {"NOUN", "PROPN"}:
            return None if is_infinitive(sentence, verb) else head.i
        governed = is_present_participle(sentence, verb) or (is_infinitive(sentence, verb) and content is not None)
        if verbal and governed:  # "ajoutant que", "tient à préciser que", "avant d'annoncer que"
            return self._subject(head.i, group_first(sentence, head.i), content, depth + 1)
        return None if is_infinitive(sentence, verb) else self._noun_before(verb, first, content)

    def _noun_before(self, verb: int, first: int, content: int | None) -> int | None:
        """Repair: the noun phrase between a comma (or the start) and the verb, or before an aside, is its subject."""
        sentence = self.sentence
        if first > sentence.first and sentence.tokens[first - 1].text == ",":
            beyond = [phrase.head for phrase, _ in left_noun(sentence, first) if phrase.last < first - 2]
            return next((head for head in beyond if may_speak(sentence, head, self.pack)), None)
        start, nouns = first, 0
        while start > sentence.first and sentence.tokens[start - 1].pos in NOMINAL_STRETCH:
            start -= 1
        opens = start == sentence.first or sentence.tokens[start - 1].text in {",", "»", "”", '"', ":"}
        opens = opens or sentence.tokens[start - 1].pos in {"SCONJ", "CCONJ"}
        if start == first or not opens or sentence.tokens[start].pos == "ADP" or is_present_participle(sentence, verb):
            return None
        head = None
        for i in range(start, first):
            if sentence.tokens[i].pos == "ADP":
                break
            nouns += sentence.tokens[i].pos == "DET"
            if sentence.tokens[i].pos in {"NOUN", "PROPN"}:
                head = i if head is None or sentence.tokens[i].pos == "PROPN" else head
        if head is None or nouns > 1:
            return None
        return head if content is not None or may_speak(sentence, head, self.pack) else None

    def _is_agent(self, verb: int, subject: int) -> bool:
        return any(phrase.head == subject for phrase, _ in agents(self.sentence, verb))

    def _closes(self, verb: int, subject: int, content: int | None) -> bool:
        """Tell a verb of saying behind what is said: its content stands before it, or nothing said follows it."""
        sentence = self.sentence
        start, _ = sentence.subtree(subject)
        start = max(min(start, subject), _opening(sentence, subject))
        before = any(c < start for c in sentence.in_slot(verb, "content"))
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
    if pos in {"NOUN", "PROPN"}:
        return _light_verb(sentence, i) is not None
    return pos in {"ADV", "ADJ"} and (cue.kind == "deny" or follows)


def _light_verb(sentence: Sentence, i: int) -> int | None:
    """Return the light verb before a noun or infinitive: "fait" of "a fait savoir", "fait état"."""
    light = sentence.grammar.phrases["light"]
    if sentence.tokens[i].pos not in {"NOUN", "PROPN"} and not is_infinitive(sentence, i):
        return None
    return next((j for j in range(i - 1, max(sentence.first, i - LIGHT) - 1, -1) if sentence.low[j] in light), None)


def _antecedent(sentence: Sentence, relative: int, verb: int) -> int | None:
    """Return whom "qui", "who" stands for: the noun the relative clause hangs on, else the one right before."""
    tokens = sentence.tokens
    head = tokens[verb].head
    if tokens[verb].dep in sentence.grammar.slots["relative"] and head < relative and tokens[head].pos != "VERB":
        return head
    i = relative - 1
    while i >= sentence.first and tokens[i].text == ",":
        i -= 1
    if i < sentence.first or tokens[i].pos not in {"NOUN", "PROPN", "ADJ"}:
        return None
    while tokens[i].pos == "ADJ" and i > sentence.first:
        i -= 1
    return _head(sentence, i) if tokens[i].pos in {"NOUN", "PROPN"} else None


def _head(sentence: Sentence, i: int) -> int:
    """Return the head of the noun phrase token `i` opens: in English the last noun of a compound."""
    while sentence.tokens[i].dep == "compound" and i < sentence.tokens[i].head < sentence.last:
        i = sentence.tokens[i].head
    return i


def _behind_complement(sentence: Sentence, preposition: int) -> int:
    """Pass over a prepositional phrase: "à l'AFP", "dans un communiqué de presse"; a person's name behind it stays."""
    i = preposition + 1
    while i < sentence.last and sentence.tokens[i].pos in {"DET", "NUM"}:
        i += 1
    named = sentence.names.get(i)
    while i < sentence.last and sentence.tokens[i].pos in {"NOUN", "PROPN", "ADJ", "NUM"}:
        i += 1
        name = sentence.names.get(i)
        if name is not None and name is not named and name.label in NAMED and name.start == sentence.tokens[i].start:
            return i
    return i


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

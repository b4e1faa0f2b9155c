"""A saying: one speaker, or the pronoun for him, and the cue that marks him; and how to read its verb group."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from bilan.annotate.cues import Cue
from bilan.annotate.syntax import Sentence
from bilan.languages.load import Pack
from bilan.model.text import Span

OPENERS = frozenset({",", "»", '"', "”", "''", "–", "—", "…", "!", "?"})  # what stands before an inverted verb
QUOTES = frozenset({"«", "“", '"', "``", ":"})
CONTENT_REACH = 18  # tokens between a verb of saying and its "que": "a déclaré lundi à la presse, à Genève, que"
LIGHT = 3  # tokens between a light verb and its noun or infinitive: "faire état", "let it be known"
BLAME = 4  # tokens between "denied" and the responsibility
GROUP = 6  # tokens of a verb group before its verb: "ne lui aurait-il pas encore"


class Saying(NamedTuple):
    """Who says, and where that stands in the sentence.

    `form`: ahead (his words follow) · behind (they precede) · around (both) · noun (a document of his, which counts
    only where nobody else speaks). `first`, `last`: the tokens of speaker and cue together. `content`: where his words
    begin. `value`: that of the cue. `depth` orders a chain where scopes cannot: -1 quotes the others, 1 is quoted.
    """

    cue: Cue
    form: str
    first: int
    last: int
    content: int
    span: Span | None
    pronoun: Cue | None = None
    depth: int = 0

    @property
    def denies(self) -> bool:
        """Whether the speaker denies what he speaks of."""
        return self.cue.kind == "deny"


class Reading(NamedTuple):
    """A sentence with what reading its verbs of saying needs at every step.

    `predicates`: tokens that are verbs or nouns of harm here. `pronouns`: see `pronouns`.
    """

    sentence: Sentence
    cues: Sequence[Cue]
    pack: Pack
    predicates: frozenset[int]
    pronouns: Mapping[int, Cue]


def verb_of(sentence: Sentence, cue: Cue) -> int:
    """Return the verb of a cue of several words: "let" of "let it be known", "félicité" of "s'est félicité"."""
    return cue.first if sentence.tokens[cue.first].pos == "VERB" else cue.last


def pronouns(cues: Sequence[Cue]) -> dict[int, Cue]:
    """Return the pronouns of a sentence that may stand for a speaker, by their first and last token."""
    found = [cue for cue in cues if cue.kind == "pronoun"]
    return {i: cue for cue in found for i in (cue.first, cue.last)}


def denies_blame(sentence: Sentence, cue: Cue) -> bool:
    """Tell "rejette toute responsabilité dans la mort de", "denied any role in": who says so denies no harm."""
    behind = range(cue.last + 1, min(sentence.last, cue.last + 1 + BLAME))
    return any(sentence.low[i] in sentence.grammar.phrases["blame"] for i in behind)


def group_first(sentence: Sentence, verb: int) -> int:
    """Return the first token of a verb's group, clitics and inverted pronouns included: "s'est-il félicité"."""
    verbs, phrases = sentence.grammar.verbs, sentence.grammar.phrases
    first = j = verb
    while j > sentence.first and verb - j < GROUP:
        j -= 1
        low, token = sentence.low[j], sentence.tokens[j]
        auxiliary = low in verbs["passive"] or low in verbs["perfect"] or low in verbs["future"] or token.pos == "AUX"
        clitic = (
            (token.pos == "PRON" and low.startswith("-"))
            or low in verbs["reflexive"]
            or (token.pos in {"PRON", "PART"} and low in phrases["particles"] | phrases["clitics"])
        )
        if auxiliary or clitic:
            first = j
        elif not (
            (token.pos in {"ADV", "PART"} and low not in phrases["as"])
            or (token.pos == "ADP" and sentence.tokens[j + 1].pos == "ADV")  # "par ailleurs"
        ):
            break
    return first


def is_negated(sentence: Sentence, verb: int) -> bool:
    """Tell "n'a pas précisé", "could not verify": nobody says it then; before an infinitive a lone "n'" is enough."""
    verbs = sentence.grammar.verbs
    governing = sentence.tokens[verb].head if is_infinitive(sentence, verb) else verb
    governing = governing if verb - GROUP < governing < verb else verb
    weak = verbs["weak_negative"] if governing != verb else frozenset[str]()
    stretch = range(group_first(sentence, governing), verb)
    return any(sentence.low[i] in (verbs["negative"] - verbs["weak_negative"]) | weak for i in stretch)


def inverted_pronoun(sentence: Sentence, verb: int) -> int | None:
    """Return the clitic subject of "a-t-il ajouté", "estime-t-elle"; None where there is none."""
    group = [*range(group_first(sentence, verb), verb), *range(verb + 1, min(sentence.last, verb + 3))]
    return next((i for i in group if is_clitic(sentence, i)), None)


def is_clitic(sentence: Sentence, i: int) -> bool:
    """Tell "-il", "-elle", "-on" behind a verb; the euphonic "-t" says nobody."""
    low = sentence.low[i]
    return low.startswith("-") and low[1:].isalpha() and len(low) > len("-t")


def is_infinitive(sentence: Sentence, i: int) -> bool:
    """Tell an infinitive."""
    token = sentence.tokens[i]
    return "VerbForm=Inf" in token.feats or token.tag == "VB"


def is_present_participle(sentence: Sentence, i: int) -> bool:
    """Tell a gerund or present participle: "ajoutant que", "saying"."""
    token = sentence.tokens[i]
    return token.tag == "VBG" or (
        not token.tag and sentence.low[i].endswith(sentence.grammar.present_participle) and token.pos in {"VERB", "ADJ"}
    )


def is_finite(sentence: Sentence, i: int) -> bool:
    """Tell a verb that has a subject of its own."""
    token = sentence.tokens[i]
    return "VerbForm=Fin" in token.feats or token.pos == "AUX"


def content_start(sentence: Sentence, verb: int) -> int | None:
    """Return where the clause, quotation or infinitive begins that a verb of saying governs; None without one."""
    that, relatives = sentence.grammar.phrases["that"], sentence.grammar.phrases["relatives"]
    for i in range(verb + 1, min(sentence.last, verb + CONTENT_REACH)):
        token, low = sentence.tokens[i], sentence.low[i]
        relative = low in relatives and sentence.tokens[i - 1].pos == "NOUN" and token.pos == "PRON"
        if low in that and not relative and sentence.low[i - 1] not in sentence.grammar.phrases["other_that"]:
            return i
        if token.text in QUOTES:
            return i
        near = i <= verb + 3  # "dit n'avoir tué", "affirment opérer"
        if is_infinitive(sentence, i) and near and not any(sentence.tokens[j].pos == "ADP" for j in range(verb + 1, i)):
            return i
        if is_finite(sentence, i) or is_present_participle(sentence, i):
            break
    clauses = [c for c in sentence.in_slot(verb, "content") if c > verb]
    starts = [sentence.subtree(c)[0] for c in clauses]
    return max(verb + 1, min(starts)) if starts else None

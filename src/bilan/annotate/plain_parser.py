"""A parser for languages that have none: words by their signs, sentences by their stops, parts of speech by the pack.

It gives no tree: every token is its own head and bears no label, so that clauses come from what stands beside the
predicate (`arguments.py`: left-noun, right-noun, bare-number), never from a guessed syntax. A part of speech is told
only where a table of the pack knows the word, in this order:

    words.csv (words,pos) → numbers.csv NUM → clauses.toml: verbs AUX, determiners DET, "of" and its like ADP
    → outcomes.csv: act and state VERB, else NOUN → people.csv NOUN → a capital inside a sentence PROPN

Anything else is "X": not known, and no rule takes it for a noun or verb. Runs of PROPN are offered as names without a
label. Where a pack names a model (`kind = "spacy"`) this parser is not used.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import groupby

from bilan.annotate.cues import expand_forms
from bilan.annotate.tokens import Name, Parse, Token, WantsNames
from bilan.languages.load import Pack
from bilan.model.text import Span

STOPS = ".!?…؟۔।॥。"  # what may end a sentence: Latin, Arabic, Urdu, Devanagari, Chinese
_END = re.compile(rf"[{STOPS}]+(?:[ \u00a0\u202f]?»|[”\"')\]])*(?=\s|$)|\n")  # French sets » apart
_NUMERIC_WORDS = frozenset({"card", "scale", "group", "one", "zero", "vague"})
NAME = ""  # the label of a name: this parser has no opinion on what a name names


class PlainParser:
    """A pack's words and stops.

    Args:
        pack: Language pack. `[parser] abbreviations` in its pack.toml lists words whose stop ends no sentence ("Sr").
    """

    def __init__(self, pack: Pack) -> None:
        self.pack = pack
        self.abbreviations = frozenset(word.lower() for word in pack.settings["parser"].get("abbreviations", ()))

    def parse(self, text: str, passages: Sequence[Span], *, wants_names: WantsNames | None = None) -> Parse:
        """Cut the passages of `text` into sentences and words; see the Parser protocol."""
        tokens: list[Token] = []
        sentences: list[Span] = []
        for passage in passages:
            for span in self._sentences(text, passage):
                words = list(_words(text, span))
                if words:
                    tokens.extend(self._tokens(text, words, len(tokens), len(sentences)))
                    sentences.append(Span(words[0].start, words[-1].end))
        names = _names(tokens) if wants_names is None or wants_names(tokens) else ()
        return Parse(tuple(tokens), tuple(sentences), tuple(names))

    def _sentences(self, text: str, passage: Span) -> Iterator[Span]:
        """Yield the stretches between stops and line ends; a stop after an abbreviation ends nothing."""
        start = passage.start
        for end in _END.finditer(text, passage.start, passage.end):
            before = re.search(r"[^\W_]+\Z", text[start : end.start()])
            short = before is not None and before.group().lower() in self.abbreviations
            if short and end.group() == ".":
                continue
            yield Span(start, end.end())
            start = end.end()
        yield Span(start, passage.end)

    def _tokens(self, text: str, words: Sequence[Span], first: int, sentence: int) -> Iterator[Token]:
        table = _parts_of_speech(self.pack)
        for i, span in enumerate(words, start=first):
            word = span.of(text)
            low = word.lower()
            pos = table.get(low.replace("’", "'")) or _by_signs(word, opens=i == first)
            yield Token(i, span.start, span.end, word, low, pos, "", i, "", "", sentence)


def _words(text: str, span: Span) -> Iterator[Span]:
    """Yield runs of letters with their marks, runs of digits, and every other sign alone; white space is left out."""
    at = span.start
    for kind, run in groupby(span.of(text), key=_kind):
        length = len(list(run))
        if kind in {"letters", "digits"}:
            yield Span(at, at + length)
        elif kind == "sign":
            yield from (Span(n, n + 1) for n in range(at, at + length))
        at += length


def _kind(sign: str) -> str:
    category = unicodedata.category(sign)
    if category[0] in "LM" or sign == "\u200c":  # the non-joiner stands inside Persian words
        return "letters"
    if category == "Nd":
        return "digits"
    return "space" if sign.isspace() or category[0] == "Z" else "sign"


def _by_signs(word: str, *, opens: bool) -> str:
    if word[0].isdigit():
        return "NUM"
    if not word[0].isalpha():
        return "SYM" if unicodedata.category(word[0]) in {"Sc", "So", "Sm"} or word[0] in "%‰٪" else "PUNCT"
    return "PROPN" if word[0] != word[0].lower() and not opens else "X"


@cache
def _parts_of_speech(pack: Pack) -> Mapping[str, str]:
    """Compile the pack's tables: lower-case word → part of speech; the table named first wins."""
    clauses = pack.toml("clauses")
    phrases, verbs = clauses.get("phrases", {}), clauses.get("verbs", {})
    table: dict[str, str] = {}

    def add(words: Sequence[str], pos: str) -> None:
        for word in words:
            table.setdefault(word.lower().replace("’", "'"), pos)

    for row in pack.rows("words"):
        add([row["words"]], row["pos"])
    add([row["words"] for row in pack.rows("numbers") if row["kind"] in _NUMERIC_WORDS], "NUM")
    for group in ("passive", "perfect", "future"):
        add(verbs.get(group, ()), "AUX")
    add(phrases.get("of", ()), "ADP")
    add([*phrases.get("definite", ()), *phrases.get("indefinite", ())], "DET")
    for row in pack.rows("outcomes"):
        pos = "VERB" if row["reading"] in {"act", "state"} else "NOUN"
        add(sorted(expand_forms(row["lemma"], row["forms"], verbs.get("endings", {}))), pos)
    add([row["lemma"] for row in pack.rows("people") if " " not in row["lemma"]], "NOUN")
    return table


def _names(tokens: Sequence[Token]) -> Iterator[Name]:
    """Yield runs of capital words inside one sentence as names."""
    for (_, named), run in groupby(tokens, key=lambda token: (token.sent, token.pos == "PROPN")):
        if named:
            words = list(run)
            yield Name(words[0].start, words[-1].end, NAME)

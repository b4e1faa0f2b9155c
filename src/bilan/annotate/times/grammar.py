"""A language's time grammar: classes of words and rules, compiled once from times.toml.

Classes are written value → forms, so that a match knows what its words mean. Rules say in which order classes and
words may stand and how the match is read (`reading`, see readings.py); every other key of a rule is a slot it sets.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from bilan.annotate.times.pattern import PatternReader, Piece, Slot, choice, pattern_words, words_piece
from bilan.annotate.times.tokens import (
    CAPITALISED,
    CLOCK,
    DIGIT_CLASSES,
    EDGE,
    OTHER,
    TIME,
    WORD,
    Codebook,
    form_tokens,
    plain_form,
)  # fmt: skip
from bilan.errors import LanguageError
from bilan.languages.load import Pack

Value = str | int
LONGEST_NUMBER = 7  # words that may follow the first word of a number; bounds the work on hostile texts
FIRST_ROUND = ("date", "shift", "turn", "window", "recurrence", "duration", "vague", "nothing")
SECOND_ROUND = ("modify", "join", "between")


@dataclass(slots=True)
class Matcher:
    """A regular expression over token characters, compiled when first needed: most rules never are."""

    pattern: str
    compiled: re.Pattern[str] | None = None

    def match(self, codes: str, place: int) -> re.Match[str] | None:
        """Match at `place`."""
        if self.compiled is None:
            self.compiled = re.compile(self.pattern)
        return self.compiled.match(codes, place)


class Rule(NamedTuple):
    """One way to say a time: its expression, the slots it fills, and what it sets by itself."""

    number: int
    regex: Matcher
    slots: tuple[Slot, ...]
    reading: str
    given: Mapping[str, Value]


class Rules(NamedTuple):
    """All rules that can begin with one character; `any_of` tells in one step whether one of them matches."""

    any_of: Matcher
    each: tuple[Rule, ...]

    def longest(self, codes: str, place: int) -> tuple[Rule, re.Match[str]] | None:
        """Return the rule that matches most tokens at `place`, the earlier one of equals; None if none does."""
        if not self.any_of.match(codes, place):
            return None
        best: tuple[Rule, re.Match[str]] | None = None
        end = place
        for rule in self.each:
            match = rule.regex.match(codes, place)
            if match and match.end() > end:
                best, end = (rule, match), match.end()
        return best


@dataclass(frozen=True, slots=True)
class Cues:
    """Words that tell past from future around a time without a year or week of its own."""

    past: frozenset[str]
    future: frozenset[str]
    past_endings: tuple[str, ...]
    future_endings: tuple[str, ...]
    sentence_ends: frozenset[str]


@dataclass(frozen=True, slots=True)
class Grammar:
    """Everything `find_times` needs of one language.

    `first`: rules of the first round by the character they can begin with; `second`: rules that join or modify found
    mentions. `values`: class → form (tokens joined by a blank) → value.
    """

    book: Codebook
    first: Mapping[str, Rules]
    second: Mapping[str, Rules]
    values: Mapping[str, Mapping[str, Value]]
    cues: Cues

    def value(self, slot: Slot, forms: Sequence[str]) -> Value:
        """Return what the words of a slot mean: a number, or the value its class gives them."""
        if slot.source in DIGIT_CLASSES:
            return int(forms[0])
        if slot.source == "number":
            return self._number(forms)
        words = " ".join(_folded(forms))
        return self.values.get(slot.source, {}).get(words, words)

    def _number(self, forms: Sequence[str]) -> Value:
        total = 0
        part = 0
        words = self.values.get("number", {})
        for form in _folded(forms):
            value = int(form) if form.isdecimal() else words.get(form)
            if value is None:
                continue  # "et" in "vingt et un", the hyphen in "twenty-one"
            if isinstance(value, str):
                return value
            if value >= 1000:  # noqa: PLR2004 - thousand and more close a group
                total, part = total + max(part, 1) * value, 0
            elif value == 100 or (value == 20 and part == 4):  # noqa: PLR2004 - "deux cents", "quatre-vingts"
                part = max(part, 1) * value
            elif part == 1:
                part = value  # "a couple", "a few"
            else:
                part += value
        return total + part


def grammar_of(pack: Pack) -> Grammar | None:
    """Return the compiled grammar of a pack, None if the pack has no times.toml; compiled once a folder.

    Raises:
        LanguageError: the file is malformed.
    """
    return _compiled(pack.code, pack.folder)


@lru_cache(maxsize=32)
def _compiled(code: str, folder: Path) -> Grammar | None:
    data = Pack(code, folder, {}).toml("times")
    return compile_grammar(data, str(folder / "times.toml")) if data else None


def compile_grammar(data: Mapping[str, Any], where: str) -> Grammar:
    """Compile the contents of a times.toml.

    Args:
        data: the file as a mapping: class, define, rule, cues.
        where: its path, for messages.

    Raises:
        LanguageError: a pattern or table is malformed.
    """
    classes: Mapping[str, Mapping[str, Sequence[str]]] = data.get("class", {})
    defines: Mapping[str, str] = data.get("define", {})
    rules: Sequence[Mapping[str, Any]] = data.get("rule", ())
    joiners: Sequence[str] = data.get("number_joiners", ())
    forms = [form for words in _all_words(classes) for form in form_tokens(words)]
    forms += [form for words in joiners for form in form_tokens(words)]
    forms += [form for pattern in defines.values() for form in pattern_words(pattern)]
    forms += [form for rule in rules for pattern in _patterns(rule, where) for form in pattern_words(pattern)]
    digits = sorted({form for form in forms if form.isdecimal()})
    if digits:
        raise LanguageError(f"{where}: numbers in digits among the words: {digits}", "write {day}, {digits}, …")
    book = Codebook(forms)
    reader = PatternReader(book, _class_pieces(classes, joiners, book), defines, where)
    first, second = _compile_rules(rules, reader, where)
    return Grammar(book, _bundled(first), _bundled(second), _values(classes), _cues(data.get("cues", {})))


def _all_words(classes: Mapping[str, Mapping[str, Sequence[str]]]) -> Iterator[str]:
    for entries in classes.values():
        for words in entries.values():
            yield from words


def _patterns(rule: Mapping[str, Any], where: str) -> Sequence[str]:
    match = rule.get("match")
    if not isinstance(match, str | list) or "reading" not in rule:
        raise LanguageError(f"{where}: rule {dict(rule)} lacks match or reading", "give it both")
    if rule["reading"] not in FIRST_ROUND + SECOND_ROUND:
        raise LanguageError(f"{where}: no reading {rule['reading']!r}", f"one of {FIRST_ROUND + SECOND_ROUND}")
    return [match] if isinstance(match, str) else match


def _class_pieces(
    classes: Mapping[str, Mapping[str, Sequence[str]]], joiners: Sequence[str], book: Codebook
) -> dict[str, Piece]:
    pieces = {name: Piece(f"[{codes}]", frozenset(codes), empty=False) for name, codes in DIGIT_CLASSES.items()}
    marks = book.marks()
    pieces["mark"] = Piece(f"[{re.escape(marks)}]", frozenset(marks), empty=False)
    pieces["edge"] = Piece(re.escape(EDGE), frozenset(EDGE), empty=False)
    pieces["word"] = Piece(f"[{WORD}]", frozenset(WORD), empty=False)
    pieces["name"] = Piece(f"[{CAPITALISED}]", frozenset(CAPITALISED), empty=False)
    for name, code in (("time", TIME), ("clock", CLOCK), ("other", OTHER)):
        pieces[name] = Piece(code, frozenset(code), empty=False)
    for name, entries in classes.items():
        ways = sorted((words for forms in entries.values() for words in forms), key=lambda w: (-len(form_tokens(w)), w))
        pieces[name] = _class_piece([words_piece(words, book) for words in ways])
    if "number" in pieces:
        pieces["number"] = _number_piece(pieces["number"], [words_piece(words, book) for words in joiners])
    return pieces


def _class_piece(ways: list[Piece]) -> Piece:
    single = "".join(way.regex for way in ways if len(way.regex) == 1)
    several = [way for way in ways if len(way.regex) > 1]
    one = [Piece(f"[{single}]", frozenset(single), empty=False)] if single else []
    return choice(several + one)


def _number_piece(words: Piece, joiners: Sequence[Piece]) -> Piece:
    joiner = f"(?:{'|'.join(piece.regex for piece in joiners)})?" if joiners else ""
    digits = DIGIT_CLASSES["smallnumber"]
    regex = f"(?:[{digits}]|{words.regex}(?:{joiner}{words.regex}){{0,{LONGEST_NUMBER}}})"
    return Piece(regex, words.first | frozenset(digits), empty=False)


def _compile_rules(
    rules: Sequence[Mapping[str, Any]], reader: PatternReader, where: str
) -> tuple[dict[str, tuple[Rule, ...]], dict[str, tuple[Rule, ...]]]:
    rounds: tuple[dict[str, tuple[Rule, ...]], dict[str, tuple[Rule, ...]]] = ({}, {})
    number = 0
    for row in sorted(rules, key=lambda rule: rule.get("reading") != "nothing"):  # guards win ties
        given = {key: value for key, value in row.items() if key not in ("match", "reading")}
        for pattern in _patterns(row, where):
            piece, slots = reader.read(pattern)
            if piece.empty:
                raise LanguageError(f"{where}: the pattern {pattern!r} can match nothing", "make one item required")
            number += 1
            rule = Rule(number, Matcher(piece.regex), slots, row["reading"], given)
            index = rounds[rule.reading in SECOND_ROUND]
            for code in piece.first:
                index[code] = (*index.get(code, ()), rule)
    return rounds


def _bundled(index: Mapping[str, tuple[Rule, ...]]) -> dict[str, Rules]:
    bundles: dict[tuple[int, ...], Rules] = {}
    for rules in index.values():
        key = tuple(rule.number for rule in rules)
        if key not in bundles:
            union = "|".join(re.sub(r"\(\?P<\w+>", "(?:", rule.regex.pattern) for rule in rules)
            bundles[key] = Rules(Matcher(union), rules)
    return {code: bundles[tuple(rule.number for rule in rules)] for code, rules in index.items()}


def _values(classes: Mapping[str, Mapping[str, Sequence[str]]]) -> dict[str, dict[str, Value]]:
    return {
        name: {
            " ".join(_folded(form_tokens(words))): _plain_value(value)
            for value, forms in entries.items()
            for words in forms
        }
        for name, entries in classes.items()
    }


def _plain_value(value: str) -> Value:
    return int(value) if value.lstrip("-").isdecimal() else value


def _folded(forms: Sequence[str]) -> list[str]:
    return [plain_form(form.lower()) for form in forms]


def _cues(data: Mapping[str, Any]) -> Cues:
    return Cues(
        past=frozenset(data.get("past", ())),
        future=frozenset(data.get("future", ())),
        past_endings=tuple(data.get("past_endings", ())),
        future_endings=tuple(data.get("future_endings", ())),
        sentence_ends=frozenset(data.get("sentence_ends", ".!?;")),
    )

"""The tables of trigger words, compiled: events.csv and event_traps.csv as patterns and traps by folded words."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from bilan.errors import LanguageError
from bilan.languages.load import Pack

POS = {
    "verb": frozenset({"VERB", "AUX", "ADJ"}),  # parsers call many participles adjectives
    "noun": frozenset({"NOUN", "PROPN", "X"}),
    "phrase": None,
}
NO_ENDINGS = frozenset({"participle", "present_participle"})  # endings that tell a form, no list of forms
SIDES = ("before", "after", "either")
_PARTS = re.compile(r"[-‐‑–'’ʼ]+")
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "’": "'"})

Keys = tuple[tuple[str, ...], ...]  # of one token: the keys of each of its parts


class Pattern(NamedTuple):
    """A row of events.csv: the folded words of its phrase and under which conditions they speak of an event."""

    words: tuple[str, ...]
    event: str  # "" for a phrase that is no event
    pos: frozenset[str] | None
    weight: int
    lemma: str
    near: frozenset[str]
    needs: str


class Trap(NamedTuple):
    """A row of event_traps.csv: words which, so many tokens before or behind a trigger, make it speak of none."""

    near: frozenset[str]
    side: str
    window: int


@dataclass(frozen=True, slots=True)
class TriggerTable:
    """A pack's triggers and traps."""

    patterns: Mapping[str, tuple[Pattern, ...]]  # by first word
    traps: Mapping[str, tuple[Trap, ...]]  # by the trigger's lemma, "*" for all
    trappable: frozenset[str]  # words of triggers that have traps of their own
    glue: frozenset[str]
    participle: tuple[str, ...]  # endings of participles, which parsers may take for adverbs ("ils ont violé")
    fold: Callable[[str, str], tuple[Keys, bool]]  # a token's text, lemma → its keys; may a phrase begin with it?


@lru_cache(maxsize=65536)
def fold_word(word: str) -> str:
    """Fold a word to its key: no case, no accents, no plural s, inner hyphens dropped."""
    plain = word.casefold()
    if not (plain.isascii() and plain.isalnum()):
        plain = "".join(filter(str.isalnum, unicodedata.normalize("NFD", plain.translate(_LIGATURES))))
    return plain[:-1] if len(plain) > 3 and plain[-1] in "sx" else plain  # noqa: PLR2004  # "gaz", "bus" stay whole


def _keys(text: str, lemma: str) -> Keys:
    forms = [part for part in _PARTS.split(text) if part]
    lemmas = [part for part in _PARTS.split(lemma) if part]
    pairs = zip(forms, lemmas, strict=True) if len(forms) == len(lemmas) else ((form,) for form in forms)
    keyed = (tuple(dict.fromkeys(key for word in pair if (key := fold_word(word)))) for pair in pairs)
    found = tuple(keys for keys in keyed if keys)
    return ((),) if not found and text in ",;:.!?…()[]" else found  # a phrase never runs across a mark


@cache
def load_table(code: str, folder: Path) -> TriggerTable:
    """Compile the tables of the pack `code` in `folder` once.

    Raises:
        LanguageError: a row is malformed.
    """
    pack = Pack(code, folder, {})
    rows = pack.rows("events")
    glue = frozenset(fold_word(row["lemma"]) for row in rows if row["pos"] == "glue")
    patterns: dict[str, list[Pattern]] = {}
    for row in rows:
        if row["pos"] != "glue":
            pattern = _pattern(row, glue, pack)
            for first in {pattern.words[0], *_inflected(pattern, pack)}:
                patterns.setdefault(first, []).append(pattern._replace(words=(first, *pattern.words[1:])))
    verbs: dict[str, set[str]] = {}
    for row in rows:
        if row["pos"] == "verb":
            verbs.setdefault(fold_word(row["lemma"]), set()).add(row["lemma"])
    traps: dict[str, list[Trap]] = {}
    for row in pack.rows("event_traps"):
        if row["near"]:
            for trigger in _same_verb(row["trigger"], verbs, pack):
                traps.setdefault(trigger, []).append(_trap(row, pack))
        else:
            words = _phrase(row["trigger"], glue)
            patterns.setdefault(words[0], []).append(
                Pattern(words, "", None, 0, row["trigger"], frozenset(), "")
            )  # fmt: skip
    keyed = [(key, pattern) for key, found in patterns.items() for pattern in found]
    return TriggerTable(
        {key: tuple(found) for key, found in patterns.items()},
        {key: tuple(found) for key, found in traps.items()},
        frozenset(word for key, own in keyed if own.lemma in traps for word in (key, *own.words)),
        glue,
        tuple(pack.toml("clauses").get("verbs", {}).get("endings", {}).get("participle", ())),
        _folding(frozenset(patterns)),
    )


def _same_verb(trigger: str, verbs: Mapping[str, set[str]], pack: Pack) -> set[str]:
    """Return a trap's trigger and the rows that are forms of that verb: what traps "attaquer" traps "attaqué"."""
    if trigger not in verbs.get(fold_word(trigger), ()):
        return {trigger}
    return {trigger}.union(*(verbs.get(form, ()) for form in _forms_of(fold_word(trigger), pack)))


def _inflected(pattern: Pattern, pack: Pack) -> Iterator[str]:
    """Yield the regular forms of a verb of one word: lemmatisers make "rap" of "raped"."""
    if pattern.pos is POS["verb"] and len(pattern.words) == 1:
        yield from _forms_of(pattern.words[0], pack)


def _forms_of(word: str, pack: Pack) -> Iterator[str]:
    """Yield the forms of a verb, folded, as the pack's endings make them."""
    endings = pack.toml("clauses").get("verbs", {}).get("endings", {})
    regular = [forms for name, forms in endings.items() if name not in NO_ENDINGS and word.endswith(forms[0] or word)]
    if regular:
        forms = max(regular, key=lambda forms: (len(forms[0]), len(forms)))
        adjectival = tuple(endings.get("present_participle", ()))
        made = (word.removesuffix(forms[0]) + ending for ending in forms)
        yield from (fold_word(form) for form in made if not form.endswith(adjectival))


def _folding(firsts: frozenset[str]) -> Callable[[str, str], tuple[Keys, bool]]:
    """Return a table's `fold`: it remembers the words it has seen, as most come again."""

    @lru_cache(maxsize=65536)
    def fold(text: str, lemma: str) -> tuple[Keys, bool]:
        keys = _keys(text, lemma)
        return keys, any(not firsts.isdisjoint(part) for part in keys)

    return fold


def _pattern(row: Mapping[str, str], glue: frozenset[str], pack: Pack) -> Pattern:
    kind, _, value = row["needs"].partition("=")
    words = _phrase(row["lemma"], glue)
    if row["pos"] not in POS or not words or not row["weight"].isdigit():
        raise LanguageError(f"{pack.folder / 'events.csv'}: row {row['lemma']!r} is malformed", "see the file's head")
    return Pattern(
        words=words,
        event=row["event"],
        pos=POS[row["pos"]],
        weight=int(row["weight"]),
        lemma=row["lemma"],
        near=frozenset(fold_word(word) for word in value.split()) if kind == "near" else frozenset(),
        needs="" if kind == "near" else row["needs"],
    )


def _phrase(lemma: str, glue: frozenset[str]) -> tuple[str, ...]:
    words = [key for part in lemma.split() for piece in _PARTS.split(part) if (key := fold_word(piece))]
    return tuple(word for word in words if word not in glue) if len(words) > 1 else tuple(words)


def _trap(row: Mapping[str, str], pack: Pack) -> Trap:
    if row["where"] not in SIDES or not row["window"].isdigit():
        name = pack.folder / "event_traps.csv"
        raise LanguageError(f"{name}: row {row['trigger']!r} is malformed", "see the file's head")
    return Trap(frozenset(fold_word(word) for word in row["near"].split()), row["where"], int(row["window"]))

"""Trigger words: which words of a report say what kind of event happened.

Idea: a pack's `events.csv` lists words and phrases with the event type they speak of; `event_traps.csv` lists the
contexts in which they speak of none ("bombarder de questions"). Steps:

1. fold every token to its keys (lemma and form without case, accents, plural s), parted at hyphens and apostrophes;
2. look up the phrases that begin with each key, passing over articles, prepositions, auxiliaries and adverbs;
3. drop what its part of speech, needs or a trap forbids;
4. of overlapping finds keep the longest, then the heaviest; of one stretch also those whose conditions the caller must
   check ("seize" a town, "seize" rifles), which come before the one without.

One pass, one dictionary look-up a token. Event types are compared by the caller: see `EventType.specificity`.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from bilan.annotate.tokens import Token
from bilan.errors import LanguageError
from bilan.languages.load import Pack

MAX_PASSED = 3  # tokens passed over between two words of a phrase: "s'est donc fait exploser"
PASSED_POS = frozenset({"DET", "ADP", "AUX", "ADV"})
POS = {
    "verb": frozenset({"VERB", "AUX", "ADJ"}),  # parsers call many participles adjectives
    "noun": frozenset({"NOUN", "PROPN", "X"}),
    "phrase": None,
}
NO_ENDINGS = frozenset({"participle", "present_participle"})  # endings that tell a form, no list of forms
SIDES = ("before", "after", "either")
_PARTS = re.compile(r"[-‐‑–'’ʼ]+")
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "’": "'"})


class Trigger(NamedTuple):
    """Words that say what happened.

    `start_token`, `end_token` (exclusive) are token indexes of the report. `weight` 0-100: how surely the words alone
    mean the event. `lemma` is the pack's row. `needs` is a condition on a clause slot that the caller must check
    ("patient=place"), "" when there is none.
    """

    event: str
    start_token: int
    end_token: int
    weight: int
    lemma: str
    needs: str = ""


_Keys = tuple[tuple[str, ...], ...]  # of one token: the keys of each of its parts


class _Word(NamedTuple):
    token: Token
    keys: tuple[str, ...]
    begins: bool  # a phrase may begin with the token this is a part of


class _Pattern(NamedTuple):
    words: tuple[str, ...]
    event: str  # "" for a phrase that is no event
    pos: frozenset[str] | None
    weight: int
    lemma: str
    near: frozenset[str]
    needs: str


class _Trap(NamedTuple):
    near: frozenset[str]
    side: str
    window: int


class _Find(NamedTuple):
    first: int
    last: int
    pattern: _Pattern


@dataclass(frozen=True, slots=True)
class _Table:
    patterns: Mapping[str, tuple[_Pattern, ...]]  # by first word
    traps: Mapping[str, tuple[_Trap, ...]]  # by the trigger's lemma, "*" for all
    trappable: frozenset[str]  # words of triggers that have traps of their own
    glue: frozenset[str]
    participle: tuple[str, ...]  # endings of participles, which parsers may take for adverbs ("ils ont violé")
    fold: Callable[[str, str], tuple[_Keys, bool]]  # a token's text, lemma → its keys; may a phrase begin with it?


def find_triggers(tokens: Sequence[Token], pack: Pack) -> tuple[Trigger, ...]:
    """Find the words that say what happened.

    Args:
        tokens: Tokens of a report, in order.
        pack: The report's language pack.

    Returns:
        Triggers in order of the text. Two share a token only if they are one stretch under different `needs`: the
        caller takes the first whose needs are met (`first_met`).

    Raises:
        LanguageError: a row of the pack's trigger tables is malformed.
    """
    table = _load_table(pack.code, pack.folder)
    words = _words_of(tokens, table)
    finds = list(_find_patterns(words, table)) if words else []
    if not finds:
        return ()
    sentences: dict[int, frozenset[str]] = {}
    heard = {key for word in words for key in (*word.keys, fold_word(word.token.text))}
    everywhere = [trap for trap in table.traps.get("*", ()) if not trap.near.isdisjoint(heard)]
    kept = _keep_longest(
        [find for find in finds if _is_meant(find, words, (table, heard, everywhere), sentences)], words
    )
    return tuple(
        Trigger(
            find.pattern.event,
            words[find.first].token.i,
            words[find.last].token.i + 1,
            find.pattern.weight,
            find.pattern.lemma,
            find.pattern.needs,
        )
        for find in kept
        if find.pattern.event
    )


def is_trapped(tokens: Sequence[Token], i: int, pack: Pack) -> bool:
    """Tell whether the token numbered `i` is a trigger in a context in which it means nothing.

    Args:
        tokens: Tokens of its sentence, in order.
        i: The token's number in the report.
        pack: The report's language pack.
    """
    table = _load_table(pack.code, pack.folder)
    token = next(token for token in tokens if token.i == i)
    if not any(not table.trappable.isdisjoint(part) for part in table.fold(token.text, token.lemma)[0]):
        return False
    words = _words_of(tokens, table)
    for find in _find_patterns(words, table):
        if any(word.token.i == i for word in words[find.first : find.last + 1]):
            traps = table.traps.get(find.pattern.lemma, ())
            if any(_springs(trap, find, words) for trap in traps):
                return True
    return False


@lru_cache(maxsize=65536)
def fold_word(word: str) -> str:
    """Fold a word to its key: no case, no accents, no plural s, inner hyphens dropped."""
    plain = word.casefold()
    if not (plain.isascii() and plain.isalnum()):
        plain = "".join(filter(str.isalnum, unicodedata.normalize("NFD", plain.translate(_LIGATURES))))
    return plain[:-1] if len(plain) > 3 and plain[-1] in "sx" else plain  # noqa: PLR2004  # "gaz", "bus" stay whole


def _keys(text: str, lemma: str) -> _Keys:
    forms = [part for part in _PARTS.split(text) if part]
    lemmas = [part for part in _PARTS.split(lemma) if part]
    pairs = zip(forms, lemmas, strict=True) if len(forms) == len(lemmas) else ((form,) for form in forms)
    keyed = (tuple(dict.fromkeys(key for word in pair if (key := fold_word(word)))) for pair in pairs)
    found = tuple(keys for keys in keyed if keys)
    return ((),) if not found and text in ",;:.!?…()[]" else found  # a phrase never runs across a mark


def _words_of(tokens: Sequence[Token], table: _Table) -> list[_Word]:
    """Return the keyed words of the tokens; none where no phrase begins with any of them."""
    fold = table.fold
    folded = [fold(token.text, token.lemma) for token in tokens]
    if not any(begins for _, begins in folded):
        return []
    return [
        _Word(token, keys, begins)
        for token, (parts, begins) in zip(tokens, folded, strict=True)
        for keys in parts
    ]  # fmt: skip


def _find_patterns(words: Sequence[_Word], table: _Table) -> Iterator[_Find]:
    known = {key for word in words for key in word.keys}
    for first, word in enumerate(words):
        for key in word.keys if word.begins else ():
            for pattern in table.patterns.get(key, ()):
                last = _match(pattern, words, first, table.glue) if known.issuperset(pattern.words) else None
                if last is not None and _pos_fits(pattern, words[first : last + 1], table):
                    yield _Find(first, last, pattern)


def _match(pattern: _Pattern, words: Sequence[_Word], first: int, glue: frozenset[str]) -> int | None:
    at, sentence = first, words[first].token.sent
    for wanted in pattern.words[1:]:
        for step in range(1, MAX_PASSED + 2):
            if at + step >= len(words) or words[at + step].token.sent != sentence:
                return None
            word = words[at + step]
            if wanted in word.keys:
                at += step
                break
            if word.token.pos not in PASSED_POS and glue.isdisjoint(word.keys):
                return None
        else:
            return None
    return at


def _pos_fits(pattern: _Pattern, words: Sequence[_Word], table: _Table) -> bool:
    allowed = pattern.pos
    if allowed is None or any(word.token.pos in allowed for word in words):
        return True
    taken_for = words[0].token
    return allowed is POS["verb"] and taken_for.pos == "ADV" and taken_for.text.endswith(table.participle)


def _is_meant(
    find: _Find,
    words: Sequence[_Word],
    context: tuple[_Table, set[str], Sequence[_Trap]],
    sentences: dict[int, frozenset[str]],
) -> bool:
    """Tell whether a find has its near words and springs no trap.

    Args:
        find: The find.
        words: All words.
        context: The table, the words heard anywhere (only they can spring a trap), the traps of all triggers in reach.
        sentences: Keys by sentence, filled as they are asked for.
    """
    pattern, (table, heard, everywhere) = find.pattern, context
    if not pattern.event:
        return True
    if pattern.near and pattern.near.isdisjoint(_sentence_keys(find, words, sentences)):
        return False
    traps = [trap for trap in table.traps.get(pattern.lemma, ()) if not trap.near.isdisjoint(heard)]
    return not any(_springs(trap, find, words) for trap in (*traps, *everywhere))


def _sentence_keys(find: _Find, words: Sequence[_Word], sentences: dict[int, frozenset[str]]) -> frozenset[str]:
    sentence = words[find.first].token.sent
    if sentence not in sentences:
        near = _same_sentence(words, find.first)
        sentences[sentence] = frozenset(
            key for word in near for key in (*word.keys, fold_word(word.token.text), fold_word(word.token.lemma))
        )
    return sentences[sentence]


def _same_sentence(words: Sequence[_Word], at: int) -> Sequence[_Word]:
    sentence = words[at].token.sent
    start = end = at
    while start > 0 and words[start - 1].token.sent == sentence:
        start -= 1
    while end < len(words) and words[end].token.sent == sentence:
        end += 1
    return words[start:end]


def _springs(trap: _Trap, find: _Find, words: Sequence[_Word]) -> bool:
    sides: list[Iterable[_Word]] = []
    if trap.side in {"before", "either"}:
        sides.append(words[max(0, find.first - trap.window) : find.first])
    if trap.side in {"after", "either"}:
        sides.append(words[find.last + 1 : find.last + 1 + trap.window])
    sentence = words[find.first].token.sent
    return any(
        word.token.sent == sentence and not trap.near.isdisjoint((*word.keys, fold_word(word.token.text)))
        for side in sides
        for word in side
    )


def _keep_longest(finds: Iterable[_Find], words: Sequence[_Word]) -> list[_Find]:
    """Keep finds that share no token: the longest first, of equals a phrase that is no event, then the heaviest."""
    ranked = sorted(
        finds, key=lambda f: (-len(f.pattern.words), bool(f.pattern.event), -f.pattern.weight, f.first, f.pattern.event)
    )  # fmt: skip
    taken: set[int] = set()
    needs: dict[range, set[str]] = {}
    kept = []
    for find in ranked:
        stretch = range(words[find.first].token.i, words[find.last].token.i + 1)
        other = find.pattern.needs not in needs.get(stretch, {find.pattern.needs})
        if taken.isdisjoint(stretch) or (other and find.pattern.event):
            taken.update(stretch)
            needs.setdefault(stretch, set()).add(find.pattern.needs)
            kept.append(find)
    return sorted(kept, key=lambda find: (find.first, not find.pattern.needs))


def first_met(triggers: Iterable[Trigger], is_met: Callable[[Trigger], bool]) -> tuple[Trigger, ...]:
    """Keep of each stretch the first trigger whose needs are met; those with needs stand before the one without."""
    met: dict[tuple[int, int], Trigger] = {}
    for trigger in triggers:
        stretch = trigger.start_token, trigger.end_token
        if stretch not in met and is_met(trigger):
            met[stretch] = trigger
    return tuple(met.values())


@cache
def _load_table(code: str, folder: Path) -> _Table:
    pack = Pack(code, folder, {})
    rows = pack.rows("events")
    glue = frozenset(fold_word(row["lemma"]) for row in rows if row["pos"] == "glue")
    patterns: dict[str, list[_Pattern]] = {}
    for row in rows:
        if row["pos"] != "glue":
            pattern = _pattern(row, glue, pack)
            for first in {pattern.words[0], *_inflected(pattern, pack)}:
                patterns.setdefault(first, []).append(pattern._replace(words=(first, *pattern.words[1:])))
    verbs: dict[str, set[str]] = {}
    for row in rows:
        if row["pos"] == "verb":
            verbs.setdefault(fold_word(row["lemma"]), set()).add(row["lemma"])
    traps: dict[str, list[_Trap]] = {}
    for row in pack.rows("event_traps"):
        if row["near"]:
            for trigger in _same_verb(row["trigger"], verbs, pack):
                traps.setdefault(trigger, []).append(_trap(row, pack))
        else:
            words = _phrase(row["trigger"], glue)
            patterns.setdefault(words[0], []).append(
                _Pattern(words, "", None, 0, row["trigger"], frozenset(), "")
            )  # fmt: skip
    keyed = [(key, pattern) for key, found in patterns.items() for pattern in found]
    return _Table(
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


def _inflected(pattern: _Pattern, pack: Pack) -> Iterator[str]:
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


def _folding(firsts: frozenset[str]) -> Callable[[str, str], tuple[_Keys, bool]]:
    """Return a table's `fold`: it remembers the words it has seen, as most come again."""

    @lru_cache(maxsize=65536)
    def fold(text: str, lemma: str) -> tuple[_Keys, bool]:
        keys = _keys(text, lemma)
        return keys, any(not firsts.isdisjoint(part) for part in keys)

    return fold


def _pattern(row: Mapping[str, str], glue: frozenset[str], pack: Pack) -> _Pattern:
    kind, _, value = row["needs"].partition("=")
    words = _phrase(row["lemma"], glue)
    if row["pos"] not in POS or not words or not row["weight"].isdigit():
        raise LanguageError(f"{pack.folder / 'events.csv'}: row {row['lemma']!r} is malformed", "see the file's head")
    return _Pattern(
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


def _trap(row: Mapping[str, str], pack: Pack) -> _Trap:
    if row["where"] not in SIDES or not row["window"].isdigit():
        name = pack.folder / "event_traps.csv"
        raise LanguageError(f"{name}: row {row['trigger']!r} is malformed", "see the file's head")
    return _Trap(frozenset(fold_word(word) for word in row["near"].split()), row["where"], int(row["window"]))

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

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from bilan.annotate.tokens import Token
from bilan.annotate.trigger_table import POS, Pattern, Trap, TriggerTable, fold_word, load_table
from bilan.languages.load import Pack

MAX_PASSED = 3  # tokens passed over between two words of a phrase: "s'est donc fait exploser"
PASSED_POS = frozenset({"DET", "ADP", "AUX", "ADV"})


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


class _Word(NamedTuple):
    token: Token
    keys: tuple[str, ...]
    begins: bool  # a phrase may begin with the token this is a part of


class _Find(NamedTuple):
    first: int
    last: int
    pattern: Pattern


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
    table = load_table(pack.code, pack.folder)
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
    table = load_table(pack.code, pack.folder)
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


def _words_of(tokens: Sequence[Token], table: TriggerTable) -> list[_Word]:
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


def _find_patterns(words: Sequence[_Word], table: TriggerTable) -> Iterator[_Find]:
    known = {key for word in words for key in word.keys}
    for first, word in enumerate(words):
        for key in word.keys if word.begins else ():
            for pattern in table.patterns.get(key, ()):
                last = _match(pattern, words, first, table.glue) if known.issuperset(pattern.words) else None
                if last is not None and _pos_fits(pattern, words[first : last + 1], table):
                    yield _Find(first, last, pattern)


def _match(pattern: Pattern, words: Sequence[_Word], first: int, glue: frozenset[str]) -> int | None:
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


def _pos_fits(pattern: Pattern, words: Sequence[_Word], table: TriggerTable) -> bool:
    allowed = pattern.pos
    if allowed is None or any(word.token.pos in allowed for word in words):
        return True
    taken_for = words[0].token
    return allowed is POS["verb"] and taken_for.pos == "ADV" and taken_for.text.endswith(table.participle)


def _is_meant(
    find: _Find,
    words: Sequence[_Word],
    context: tuple[TriggerTable, set[str], Sequence[Trap]],
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


def _springs(trap: Trap, find: _Find, words: Sequence[_Word]) -> bool:
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

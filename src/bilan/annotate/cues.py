"""Find cue words: a pack's cues.csv over the tokens of a sentence."""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from bilan.annotate.syntax import Sentence
from bilan.languages.load import Pack

LONGEST = 5  # words in the longest cue


class Cue(NamedTuple):
    """A cue in a sentence: token indexes `first` … `last` (inclusive), its kind and value as in cues.csv."""

    first: int
    last: int
    kind: str
    value: str
    words: str


@cache
def cue_table(pack: Pack) -> Mapping[str, tuple[tuple[str, str, str], ...]]:
    """Compile cues.csv: folded words → (kind, value, entry)."""
    endings = pack.toml("clauses")["verbs"]["endings"]
    table: dict[str, list[tuple[str, str, str]]] = {}
    for row in pack.rows("cues"):
        for form in expand_forms(row["words"], row["forms"], endings):
            table.setdefault(form, []).append((row["kind"], row["value"], row["words"]))
    return {form: tuple(entries) for form, entries in table.items()}


def expand_forms(words: str, spec: str, endings: Mapping[str, list[str]]) -> set[str]:
    """Expand a forms cell: "" → the words; an endings class ("er", "e:injur"); or the forms, blank-separated."""
    if not spec:
        return {words}
    name, _, stem = spec.partition(":")
    if " " in spec or name not in endings:
        return set(spec.split())
    first = endings[name][0]
    base = stem or (words.removesuffix(first) if first else words)
    return {base + ending for ending in endings[name]}


def find_cues(sentence: Sentence, pack: Pack) -> tuple[Cue, ...]:
    """Return all cues of a sentence in text order; a longer one hides those inside it, kinds may share words."""
    table, found, i = cue_table(pack), list[Cue](), sentence.first
    while i < sentence.last:
        for length in range(min(LONGEST, sentence.last - i), 0, -1):
            entries = table.get(_key(sentence, i, length))
            if entries:
                found += [Cue(i, i + length - 1, kind, value, words) for kind, value, words in entries]
                i += length - 1
                break
        i += 1
    return tuple(found)


def _key(sentence: Sentence, i: int, length: int) -> str:
    if length == 1:
        return sentence.low[i]
    low = [sentence.low[j] for j in range(i, i + length)]
    return " ".join(low).replace("' ", "'")

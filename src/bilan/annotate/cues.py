"""Find cue words: a pack's cues.csv over the tokens of a sentence."""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from bilan.annotate.syntax import Sentence
from bilan.annotate.wordtable import WordTable
from bilan.languages.load import Pack


class Cue(NamedTuple):
    """A cue in a sentence: token indexes `first` … `last` (inclusive), its kind and value as in cues.csv."""

    first: int
    last: int
    kind: str
    value: str
    words: str


Entries = tuple[tuple[str, str, str], ...]


@cache
def cue_table(pack: Pack) -> WordTable[Entries]:
    """Compile cues.csv: words → (kind, value, entry), one for each kind they can be."""
    endings = pack.toml("clauses")["verbs"]["endings"]
    table: dict[str, list[tuple[str, str, str]]] = {}
    for row in pack.rows("cues"):
        for form in expand_forms(row["words"], row["forms"], endings):
            table.setdefault(form, []).append((row["kind"], row["value"], row["words"]))
    return WordTable((form, tuple(entries)) for form, entries in table.items())


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
    return tuple(
        Cue(match.first, match.last, kind, value, words)
        for match in cue_table(pack).find(sentence.low, sentence.first, sentence.last)
        for kind, value, words in match.entry
    )

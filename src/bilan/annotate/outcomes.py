"""Find the words that carry an outcome: a pack's outcomes.csv, looked up by surface form.

Forms, not lemmas: the French tagger takes "tue" for "taire" and "blesse" for a noun.
"""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from bilan.annotate.cues import expand_forms
from bilan.languages.load import Pack


class OutcomeWord(NamedTuple):
    """One row of outcomes.csv; the header comment of the French file explains the columns."""

    lemma: str
    reading: str  # act · state · person · deed · toll
    outcome: str
    victims: str
    companions: frozenset[str]
    needs: str
    without: frozenset[str] = frozenset()


@cache
def outcome_words(pack: Pack) -> Mapping[str, tuple[OutcomeWord, ...]]:
    """Compile a pack's outcomes.csv: lower-case form → its rows, those with companions first."""
    endings = pack.toml("clauses")["verbs"]["endings"]
    table: dict[str, list[OutcomeWord]] = {}
    for row in pack.rows("outcomes"):
        near = row["with"].split()
        companions = frozenset(word for word in near if not word.startswith("!"))
        without = frozenset(word[1:] for word in near if word.startswith("!"))
        word = OutcomeWord(
            row["lemma"], row["reading"], row["outcome"], row["victims"], companions, row["needs"], without
        )
        for form in expand_forms(row["lemma"], row["forms"], endings):
            table.setdefault(form, []).append(word)
    return {form: tuple(sorted(rows, key=lambda r: not r.companions)) for form, rows in table.items()}

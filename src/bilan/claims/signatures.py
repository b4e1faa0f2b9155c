"""Sources that sign a headline: "Trois morts dans un incendie (pompiers)", "Three dead in hotel blaze - fire service".

Only a noun for those who tell counts, alone or with its complements: a name there is mostly the outlet, a plural noun
for people ("cinq morts (soldats)") says who died.
"""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from functools import cache

from bilan.annotate.cues import Cue
from bilan.annotate.syntax import Sentence
from bilan.claims.saying import Saying
from bilan.claims.scopes import SIGNED
from bilan.languages.load import Pack

DASHES = frozenset({"-", "–", "—", ":"})
LONGEST = 5  # tokens of a signature: "ministère de la Santé"
SPEAKER = "speaker"


def signatures(sentence: Sentence, pack: Pack) -> Iterator[Saying]:
    """Yield the source that signs a headline or a short line, if one does."""
    last = sentence.last - 1
    while last > sentence.first and sentence.tokens[last].text in {".", "!"}:
        last -= 1
    bracket = sentence.tokens[last].text == ")"
    if not bracket and last != sentence.last - 1:  # a dash signs headlines, which end without a full stop
        return
    end = last - 1 if bracket else last
    for first in range(end, max(sentence.first, end - LONGEST), -1):
        opener = sentence.tokens[first - 1].text
        if opener == "(" if bracket else opener in DASHES:
            words = _tells(sentence, first, end, _tellers(pack, plural=not bracket))
            if words:
                span = sentence.words(first, end)
                yield Saying(Cue(first, end, SIGNED, "", words), "around", first - 1, end, first, span)
            return
        if sentence.tokens[first].pos in {"VERB", "AUX", "PUNCT"} or first in sentence.number_at:
            return


@cache
def _tellers(pack: Pack, *, plural: bool) -> frozenset[str]:
    """Return the pack's nouns for those who tell, with or without those in the plural who may be the victims."""
    people = frozenset() if plural else {row["lemma"] for row in pack.rows("people") if row["number"] == "pl"}
    return frozenset(
        row["lemma"].lower()
        for row in pack.rows("actors_generic")
        if row["side"] == SPEAKER
        or (row["side"] == "both" and row["type"] != "armed-group" and row["lemma"].lower() not in people)
    )


def _tells(sentence: Sentence, first: int, end: int, tellers: AbstractSet[str]) -> str:
    """Return the noun by which a phrase names one who tells, "" without one."""
    opening = (" ".join(sentence.low[i] for i in range(first, stop)) for stop in range(end + 1, first, -1))
    found = next((words for words in opening if words in tellers), "")
    english = "NOUN" in sentence.grammar.phrases["prenominal"]  # there the head closes the phrase: "health ministry"
    return found or (sentence.low[end] if english and sentence.low[end] in tellers else "")

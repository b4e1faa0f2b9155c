"""Reports that borrow the words of war: in a report about sport an attack is play.

A report is about sport when it uses several different words of the pack's event_topics.csv and tells of no dead or
injured; then the triggers that sport borrows found no event. Others ("bagarre", "attentat") still do.
"""

from collections.abc import Sequence
from functools import cache

from bilan.annotate.annotation import Annotation
from bilan.claims.draft import Draft
from bilan.languages.load import Pack

DIFFERENT = 4  # words of sport a report must use; reports on wars use two at most by chance ("terrain", "victoire")
LONGEST = 3  # words in the longest entry
HARM = frozenset({"killed", "injured", "missing", "abducted"})


def borrowed_triggers(annotation: Annotation, drafts: Sequence[Draft]) -> frozenset[str]:
    """Return the triggers (rows of events.csv) that tell of no violence in this report.

    Args:
        annotation: The annotated report.
        drafts: Its tolls: where people were harmed, words of violence mean violence.
    """
    play = borrowed(annotation.pack)
    if any(draft.outcome in HARM and play.isdisjoint(draft.rule.split("/")) for draft in drafts):
        return frozenset()  # not by "éliminer", which sport borrows too
    return play if len(sport_words(annotation.pack) & _used(annotation)) >= DIFFERENT else frozenset()


@cache
def sport_words(pack: Pack) -> frozenset[str]:
    """Return the pack's words of sport, lower case."""
    return frozenset(row["words"] for row in pack.rows("event_topics") if row["kind"] == "sport")


@cache
def borrowed(pack: Pack) -> frozenset[str]:
    """Return the triggers of the pack that sport borrows."""
    return frozenset(row["words"] for row in pack.rows("event_topics") if row["kind"] == "play")


def _used(annotation: Annotation) -> set[str]:
    """Return the words and short phrases of the report, lower case."""
    used = set()
    for sentence in annotation.sentences:
        for i in range(sentence.first, sentence.last):
            for length in range(1, min(LONGEST, sentence.last - i) + 1):
                used.add(" ".join(sentence.low[j] for j in range(i, i + length)).replace("' ", "'"))
    return used

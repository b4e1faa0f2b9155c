"""Reports that borrow the words of war: in a report about sport an attack is play.

A report is about sport when it uses several different words of the pack's event_topics.csv and tells of no dead or
injured; then the triggers that sport borrows found no event. Others ("bagarre", "attentat") still do.
"""

from collections.abc import Sequence
from functools import cache

from bilan.annotate.annotation import Annotation
from bilan.annotate.syntax import Sentence
from bilan.claims.draft import Draft
from bilan.languages.load import Pack

DIFFERENT = 4  # words of sport a report must use; reports on wars use two at most by chance ("terrain", "victoire")
TRADE = 2  # words of one other trade a sentence must use
TRADES = ("business", "politics", "show", "game", "network")
SEVERAL = 3  # words of sport a sentence must use, unless one is sport's own
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


def borrows_words(sentence: Sentence, pack: Pack) -> bool:
    """Tell a sentence about sport, business, parliaments, shows and museums, games or networks.

    One word that only sport has ("goalkeeper") is enough, several of the others, or two of another trade
    ("shareholders", "bid") where no place is named: a missile on a refinery moves prices too.
    """
    if is_sport_sentence(sentence, pack) or tells_of_networks(sentence, pack):
        return True
    used = _phrases(sentence, pack)
    return not sentence.places and any(len(topic_words(pack, trade) & used) >= TRADE for trade in TRADES)


def is_sport_sentence(sentence: Sentence, pack: Pack) -> bool:
    """Tell a sentence about sport: one word of sport alone, or several others."""
    used = _phrases(sentence, pack)
    return not used.isdisjoint(topic_words(pack, "sport-sure")) or len(sport_words(pack) & used) >= SEVERAL


def tells_of_networks(sentence: Sentence, pack: Pack) -> bool:
    """Tell a sentence about hackers and their tools, who attack machines and hold files hostage."""
    return not _phrases(sentence, pack).isdisjoint(topic_words(pack, "network-sure"))


def plays(sentence: Sentence, head: int, pack: Pack) -> bool:
    """Tell a player beside another word of sport: "two injured players … the coach"."""
    return sentence.low[head] in sport_words(pack) and len(sport_words(pack) & _phrases(sentence, pack)) > 1


@cache
def sport_words(pack: Pack) -> frozenset[str]:
    """Return the pack's words of sport, lower case."""
    return topic_words(pack, "sport") | topic_words(pack, "sport-sure")


def borrowed(pack: Pack) -> frozenset[str]:
    """Return the triggers of the pack that sport borrows."""
    return topic_words(pack, "play")


@cache
def topic_words(pack: Pack, kind: str) -> frozenset[str]:
    """Return the words of one kind of the pack's event_topics.csv, lower case."""
    return frozenset(row["words"] for row in pack.rows("event_topics") if row["kind"] == kind)


def _used(annotation: Annotation) -> set[str]:
    """Return the words and short phrases of the report that may be entries, lower case."""
    pack = annotation.pack
    return {phrase for sentence in annotation.sentences for phrase in _phrases(sentence, pack)}


def _phrases(sentence: Sentence, pack: Pack) -> set[str]:
    """Return the words and short phrases of a sentence that begin as an entry does, lower case."""
    low, starts = sentence.low, _starts(pack)
    return {
        " ".join([low[j] for j in range(i, i + length)]).replace("' ", "'")
        for i in [i for i, word in low.items() if word in starts]
        for length in range(1, min(LONGEST, sentence.last - i) + 1)
    }


@cache
def _starts(pack: Pack) -> frozenset[str]:
    """Return the words entries of event_topics.csv begin with, also cut behind an apostrophe ("d'")."""
    entries = {row["words"] for row in pack.rows("event_topics")}
    ends = {(entry, i) for entry in entries for i in range(1, len(entry)) if entry[i] == " " or entry[i - 1] == "'"}
    return frozenset(entries | {entry[:i] for entry, i in ends})

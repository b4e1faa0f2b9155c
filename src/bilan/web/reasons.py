"""Tell the stages' reasons in the page's language; where it has no messages, in the English they are kept in."""

from dataclasses import dataclass

from bilan.figures.explain import LANGUAGES, retell
from bilan.web.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class Told:
    """A reason in words, without its last full stop, and the language they are in."""

    text: str
    language: str


def tell_reason(words: Catalogue, reason: str) -> Told:
    """Return a stored English reason in the page's language; one that is no known message stays English."""
    told = retell(reason, words.code) if words.code in LANGUAGES else reason
    language = words.code if told != reason else "en"
    return Told(told.rstrip().removesuffix("."), language)

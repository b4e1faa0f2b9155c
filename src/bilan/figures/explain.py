"""Say in words why a figure, a relation or an envelope is what it is, in English or French.

Reasons are kept as message keys with parameters until the last moment. The stored sentence is English; because every
message is one sentence pattern of its own, a stored sentence can be read back and told in another language.
"""

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from bilan.errors import LanguageError

LANGUAGES = ("en", "fr")
_BLANK = re.compile(r"\\{(\w+)\\}")


class Reason(NamedTuple):
    """One message: its key in messages.<language>.toml and what fills its blanks."""

    key: str
    words: tuple[tuple[str, str], ...] = ()


def reason(key: str, **words: object) -> Reason:
    """Make a reason; parameters are kept as words."""
    return Reason(key, tuple((name, str(value)) for name, value in words.items()))


def tell(reasons: Sequence[Reason], language: str = "en") -> str:
    """Write reasons out as sentences, in the order given.

    Raises:
        LanguageError: there are no messages in that language.
        KeyError: a message has a blank that the reason does not fill.
    """
    messages = load_messages(language)
    return " ".join(messages[item.key].format(**dict(item.words)) for item in reasons)


def retell(text: str, language: str) -> str:
    """Tell a stored English explanation in another language; a sentence that is no message is left as it is.

    Raises:
        LanguageError: there are no messages in that language.
    """
    load_messages(language)
    reasons: list[str] = []
    rest = text
    while rest:
        found = read_back(rest)
        if found is None:
            return " ".join([*reasons, rest])
        item, length = found
        reasons.append(tell([item], language))
        rest = rest[length:].lstrip()
    return " ".join(reasons)


def read_back(text: str) -> tuple[Reason, int] | None:
    """Find the message that `text` starts with; returns it with the length it covers, None if there is none."""
    for key, pattern in _patterns():
        match = pattern.match(text)
        if match:
            return Reason(key, tuple(match.groupdict().items())), match.end()
    return None


@cache
def load_messages(language: str) -> Mapping[str, str]:
    """Read the messages of a language, by key.

    Raises:
        LanguageError: there are none.
    """
    path = Path(__file__).with_name(f"messages.{language}.toml")
    if language not in LANGUAGES:
        raise LanguageError(f"no messages in {language!r}", f"languages here: {', '.join(LANGUAGES)}")
    sections = tomllib.loads(path.read_text(encoding="utf-8"))
    return {key: text for section in sections.values() for key, text in section.items()}


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Patterns of the English messages, those with the most fixed words first."""
    messages = load_messages("en")
    ordered = sorted(messages, key=lambda key: (-len(re.sub(r"\{\w+\}", "", messages[key])), key))
    return tuple(
        (key, re.compile(_BLANK.sub(r"(?P<\1>[^;()]+?)", re.escape(messages[key])) + r"(?=\s|$)")) for key in ordered
    )

"""The page's own words in one language: read from `locales/<code>.toml`, never written in code or templates.

A message is a sentence with `{name}` slots, or a table of CLDR plural forms ("one", "few", "other", …).
"""

import tomllib
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from babel import Locale

from bilan.errors import UsageError

LOCALES = Path(__file__).parent / "locales"
PLURAL_FORMS = frozenset({"zero", "one", "two", "few", "many", "other"})  # CLDR's plural categories
ISOLATE, LEFT_ISOLATE, END_ISOLATE = "\u2068", "\u2066", "\u2069"  # FSI, LRI, PDI of the Unicode bidi algorithm
RIGHT_TO_LEFT = frozenset({"R", "AL"})

Message = str | Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """One language's messages, keyed by dotted name, with its Babel locale (dates, numbers, country names)."""

    code: str
    locale: Locale
    messages: Mapping[str, Message]

    @property
    def direction(self) -> str:
        """Return "rtl" or "ltr", the direction the page is read in."""
        return str(self.locale.text_direction)

    def text(self, key: str, **values: object) -> str:
        """Return a message with its slots filled; text of the other direction is isolated, so it cannot reorder it.

        Raises:
            KeyError: the language has no such message, or a slot got no value.
        """
        message = self.messages[key]
        if not isinstance(message, str):
            raise KeyError(f"{key} has plural forms: ask with plural()")
        return message.format_map({name: self.isolate(str(value)) for name, value in values.items()})

    def plural(self, key: str, number: int, **values: object) -> str:
        """Return the form of a message that goes with `number`; the slot `{n}` gets the number as written.

        Raises:
            KeyError: the language has no such message or not that plural form.
        """
        forms = self.messages[key]
        if isinstance(forms, str):
            raise KeyError(f"{key} has no plural forms: ask with text()")
        form = forms[self.locale.plural_form(number)]
        return form.format_map({name: self.isolate(str(value)) for name, value in values.items()})

    def has(self, key: str) -> bool:
        """Tell whether the language has a message."""
        return key in self.messages

    def name(self, group: str, value: str) -> str:
        """Return the word for one value of a vocabulary; a value the page has no word for is shown as it is."""
        message = self.messages.get(f"{group}.{value}", value)
        return message if isinstance(message, str) else value

    def isolate(self, value: str) -> str:
        """Wrap text that runs the other way in a first-strong isolate; leave other text alone."""
        classes = {unicodedata.bidirectional(character) for character in value}
        foreign = {"L"} if self.direction == "rtl" else RIGHT_TO_LEFT
        return f"{ISOLATE}{value}{END_ISOLATE}" if classes & foreign and ISOLATE not in value else value


@cache
def load_catalogue(language: str) -> Catalogue:
    """Load the messages of a language.

    Args:
        language: ISO 639-1 code.

    Raises:
        UsageError: the page has no words in that language.
    """
    path = LOCALES / f"{language}.toml"
    if language not in list_page_languages():
        raise UsageError(f"no page text in {language!r}", f"choose one of {', '.join(list_page_languages())}")
    messages = _flatten(tomllib.loads(path.read_text(encoding="utf-8")))
    return Catalogue(language, Locale.parse(str(messages["locale"])), messages)


@cache
def list_page_languages() -> Sequence[str]:
    """Return the codes of the languages the page can be written in, sorted."""
    return tuple(sorted(path.stem for path in LOCALES.glob("*.toml")))


def _flatten(table: Mapping[str, Any], prefix: str = "") -> dict[str, Message]:
    messages: dict[str, Message] = {}
    for key, value in table.items():
        name = f"{prefix}{key}"
        if isinstance(value, str) or (isinstance(value, Mapping) and "other" in value and set(value) <= PLURAL_FORMS):
            messages[name] = value
        else:
            messages.update(_flatten(value, f"{name}."))
    return messages

"""Words, numbers and marks of a text, as the time grammar sees them.

A rule is matched over a string with one character a token, so that a pattern over words costs no more than a regular
expression over a short string. Every form a grammar names has its own private-use character; numbers written in digits
have one a size class; whatever the grammar does not name is WORD, CAPITALISED or MARK.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import cached_property, lru_cache

_MARKS = "\u0300-\u036f\u064b-\u0652\u0670"
_TOKEN = re.compile(
    rf"\d+|[^\W\d_]+(?:[{_MARKS}]+[^\W\d_]*)*|\n[^\S\n]*\n\s*|[^\w\s]|_",
)

WORD, CAPITALISED, MARK, EDGE = "w", "W", "p", "|"
TIME, CLOCK, OTHER = "T", "K", "O"  # found mentions, as the second round of rules sees them
DIGITS = "abcdefghijklm"
DIGIT_CLASSES = {
    "day": "bdef",  # 1-31
    "monthnumber": "bd",  # 1-12
    "hour": "abcde",  # 0-24
    "minute": "cdefg",  # 00-59
    "twodigits": "cdefgh",
    "year": "jm",  # 1000-2199
    "modernyear": "j",  # 1900-2099: those a year alone is believed to be
    "smallnumber": "abcdefghi",  # up to three digits
    "digits": DIGITS,
}
_APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'", "‐": "-", "‑": "-", "−": "-", "—": "–"})


class Tokens:
    """The tokens of a stretch of text: words, digit runs, single marks and paragraph breaks.

    Args:
        text: the text.
        start: where the stretch begins.
        end: where it ends.
    """

    def __init__(self, text: str, start: int, end: int) -> None:
        self._source = (text, start, end)
        self.forms: list[str] = _TOKEN.findall(text, start, end)

    @cached_property
    def spans(self) -> list[tuple[int, int]]:
        """Where each token stands in the text; worked out only where something was found."""
        return [match.span() for match in _TOKEN.finditer(*self._source)]


def plain_form(form: str) -> str:
    """Return `form` with composed letters and plain apostrophes and hyphens."""
    return form if form.isascii() else unicodedata.normalize("NFC", form).translate(_APOSTROPHES)


def form_tokens(words: str) -> list[str]:
    """Split the words of a grammar entry exactly as a text is split."""
    return [plain_form(form) for form in _TOKEN.findall(words)]


def digit_code(form: str) -> str:
    """Return the size class of a number in digits: by length, then by what it can be (day, hour, minute, year)."""
    size = len(form)
    if size == 1:
        return "a" if int(form) == 0 else "b"
    if size == 2:  # noqa: PLR2004 - two digits
        bounds = ((0, "c"), (12, "d"), (24, "e"), (31, "f"), (59, "g"))
        return next((code for bound, code in bounds if int(form) <= bound), "h")
    if size == 3:  # noqa: PLR2004 - three digits
        return "i"
    if size == 4:  # noqa: PLR2004 - four digits
        if 1900 <= int(form) < 2100:  # noqa: PLR2004 - the years reports speak of most
            return "j"
        return "m" if 1000 <= int(form) < 2200 else "k"  # noqa: PLR2004 - years a report may name
    return "l"


class Codebook:
    """Which character stands for which form. A form with a capital letter is matched only when written so.

    Args:
        forms: every form the grammar names; "May" stands for "May" and "MAY", "mai" also for "Mai" and "MAI".
    """

    def __init__(self, forms: Iterable[str]) -> None:
        self._forms = {form: chr(0xE000 + number) for number, form in enumerate(sorted(set(forms)))}
        self._written: dict[str, str] = {}
        for variant in (str.upper, str.capitalize, str):
            self._written |= {
                variant(form): code
                for form, code in self._forms.items()
                if form == form.lower() or variant != str.capitalize
            }
        self._code = lru_cache(maxsize=65536)(self._code_of)  # most forms come again

    def of_form(self, form: str) -> str:
        """Return the character of a form the grammar names."""
        return self._forms[form]

    def marks(self) -> str:
        """Return all characters that stand for punctuation."""
        return MARK + "".join(code for form, code in self._forms.items() if not form[0].isalnum())

    def encode(self, forms: Iterable[str]) -> str:
        """Return one character a token."""
        return "".join(map(self._code, forms))

    def _code_of(self, form: str) -> str:
        return self._written.get(form) or self._other(form)

    def _other(self, form: str) -> str:
        first = form[0]
        if first.isdecimal():
            return digit_code(form)
        if first == "\n":
            return EDGE
        code = None if form.isascii() else self._written.get(plain_form(form))
        if code is None and not first.isalnum():
            return MARK
        return code or (CAPITALISED if first.isupper() else WORD)

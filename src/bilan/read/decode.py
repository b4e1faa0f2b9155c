"""Bytes → text, never silently wrong.

UTF-8 and whatever a byte-order mark names are certain. A legacy encoding is taken only when one pack's writing fits:
every sign the bytes would give is one that language writes (`encoding.toml` of its pack) and the text is found to be
in that language. Statistical guessing alone reads "près" as "prčs", so it only serves to name a likely encoding in
the failure.
"""

import codecs
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from charset_normalizer import from_bytes

from bilan.languages.load import load_language
from bilan.read.language import detect_language

UTF8 = "utf-8"

_MARKS = (
    (codecs.BOM_UTF8, UTF8),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark starts the same
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WIDE_BYTES = 8  # fewer bytes with a NUL among them are no sign of UTF-16
_GUESS_BYTES = 20_000  # enough for a guess that only helps the user


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and the encoding it was written in."""

    text: str
    encoding: str


@dataclass(frozen=True, slots=True)
class Undecodable:
    """Why bytes are no text we can be sure of, and what to do."""

    reason: str
    remedy: str


def decode(
    data: bytes, languages: Collection[str], *, declared: str | None = None, folders: Sequence[Path] = ()
) -> Decoded | Undecodable:
    """Decode a text; line ends and everything else stay as they are, only a byte-order mark goes.

    Args:
        data: Bytes of one text or page.
        languages: Codes of the packs whose legacy encodings may be tried.
        declared: Encoding the input itself names (a page's `<meta charset>`); believed where it fits.
        folders: Folders of a user's own packs.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode_as(data[len(mark) :], encoding)
    try:
        text = data.decode(UTF8)
    except UnicodeDecodeError as error:
        return _decode_legacy(data, _readings(data, languages, folders), declared, error)
    if "\0" in text:
        return _explain_nul(data)
    return Decoded(text, UTF8)


def _decode_as(data: bytes, encoding: str) -> Decoded | Undecodable:
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError as error:
        return Undecodable(
            f"its byte-order mark says {encoding}, but byte {error.start} does not fit", "save it as UTF-8"
        )


def _explain_nul(data: bytes) -> Undecodable:
    """NUL bytes: UTF-16 without its mark has one in nearly every other place, other files are no text."""
    even, odd = data[0:400:2].count(0), data[1:400:2].count(0)
    share = len(data[:400]) / 4  # half of either half
    if len(data) >= _WIDE_BYTES and max(even, odd) > share and min(even, odd) == 0:
        encoding = "utf-16-le" if odd else "utf-16-be"
        return Undecodable(f"looks like {encoding} without a byte-order mark", "save it as UTF-8")
    return Undecodable("binary, not text: it holds NUL bytes", "give the text, a page or JSON lines")


def _decode_legacy(
    data: bytes, fitting: Iterable[tuple[str, str]], declared: str | None, error: UnicodeDecodeError
) -> Decoded | Undecodable:
    if b"\0" in data[:_GUESS_BYTES]:
        return _explain_nul(data)
    if declared is not None and (text := _try(data, declared)) is not None:
        return Decoded(text, declared)
    readings = list(fitting)
    if len({text for text, _ in readings}) == 1:
        return Decoded(*readings[0])
    best = from_bytes(data[:_GUESS_BYTES]).best()
    likely = f"; likely {best.encoding.replace('_', '-')}" if best is not None else ""
    return Undecodable(f"not UTF-8 (byte {error.start}){likely}", "save it as UTF-8")


def _readings(data: bytes, languages: Iterable[str], folders: Sequence[Path]) -> Iterable[tuple[str, str]]:
    """Yield each reading of the bytes that is wholly in the letters and in the language of a pack."""
    for code in sorted(languages):
        settings = load_language(code, folders).toml("encoding")
        letters, proof = frozenset(settings.get("letters", "")), frozenset(settings.get("proof", ""))
        for encoding in settings.get("legacy", ()):
            text = _try(data, encoding)
            if text is None or proof.isdisjoint(text):
                continue
            if letters.issuperset(char for char in text if not char.isascii()) and detect_language(text) == code:
                yield text, encoding


def _try(data: bytes, encoding: str) -> str | None:
    try:
        text = data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None
    return None if "\0" in text else text

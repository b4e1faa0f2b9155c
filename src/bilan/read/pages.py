"""HTML page → the report in it: text, title, outlet, publication date, address.

The text is trafilatura's, so it is no substring of the markup: it is frozen and hashed as an artefact of its own, the
bytes of the page stay the evidence. The headline is put first where the text lacks it, because it often holds the toll.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

import trafilatura
from trafilatura.settings import Document

from bilan.errors import InputError
from bilan.read.decode import Undecodable, decode
from bilan.read.published import check_published

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_HEAD_BYTES = 4096  # browsers look for a charset in the first 1,024 bytes; pages with long comments come later

_DATES = {"original_date": True, "extensive_search": False}
"""Only dates the markup declares: an extensive search takes any year on the page for the date of publication."""


@dataclass(frozen=True, slots=True)
class Page:
    """What was found in a page; None where it says nothing."""

    text: str
    encoding: str
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    url: str | None = None


def read_page(data: bytes, languages: Collection[str], folders: Sequence[Path] = ()) -> Page:
    """Find the report in a page.

    Args:
        data: The bytes of the page.
        languages: Codes of the packs whose legacy encodings may be tried.
        folders: Folders of a user's own packs.

    Raises:
        InputError: the page cannot be decoded, or there is no running text in it.
    """
    declared = _CHARSET.search(data[:_HEAD_BYTES])
    charset = declared[1].decode("ascii", "replace") if declared else None
    decoded = decode(data, languages, declared=charset, folders=folders)
    if isinstance(decoded, Undecodable):
        raise InputError(decoded.reason, decoded.remedy)
    found = _extract(decoded.text)
    if found is None or not (found.text or "").strip():
        raise InputError("no running text found in the page", "save the report's text as .txt")
    title = _clean(found.title)
    return Page(
        text=_with_title(title, str(found.text)),
        encoding=decoded.encoding,
        title=title,
        outlet=_clean(found.sitename),
        published=_clean_date(found.date),
        url=_clean(found.url),
    )


def _extract(markup: str) -> Document | None:
    try:
        found = trafilatura.bare_extraction(
            markup, include_comments=False, with_metadata=True, date_extraction_params=_DATES
        )
    except Exception as error:  # the markup is anybody's, the extractor a third party's: name it, go on
        raise InputError(
            f"the page breaks the extractor ({type(error).__name__}: {error})", "save the report's text as .txt"
        ) from error
    return found if isinstance(found, Document) else None  # a dict only if asked for


def _with_title(title: str | None, text: str) -> str:
    if title is None or title.casefold() in text[: 4 * len(title) + 200].casefold():
        return text
    return f"{title}\n\n{text}"


def _clean(value: str | None) -> str | None:
    return (value or "").strip() or None


def _clean_date(value: str | None) -> str | None:
    """A date the markup declares but the calendar does not know is no date."""
    try:
        return check_published(value.strip()) if value else None
    except InputError:
        return None

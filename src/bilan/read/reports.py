"""Raw item → Report.

Steps: decode or parse by media type · publication date (the input's own wins, the option fills in) · language (what
the input says wins, then the option, then detection) · what is no evidence is set aside. The text is frozen as it
came: no trimming, no normalisation, so that every offset is a code point of what the user gave.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from bilan.errors import InputError
from bilan.ingest.evidence import PAGE, RECORD, TEXT
from bilan.languages.load import load_language
from bilan.model.ids import text_digest
from bilan.model.report import Evidence, Failure, RawItem, Report
from bilan.read.boilerplate import find_set_aside
from bilan.read.decode import UTF8, Undecodable, decode
from bilan.read.language import detect_language, normalise_language
from bilan.read.pages import Page, read_page
from bilan.read.records import read_record


@dataclass(frozen=True, slots=True)
class _Found:
    """What a reader of one media type found, before dates and language are settled."""

    text: str
    name: str
    encoding: str = UTF8
    published: str | None = None
    published_from: str | None = None
    language: str | None = None
    title: str | None = None
    outlet: str | None = None
    url: str | None = None


def read_item(
    item: RawItem,
    *,
    published: str | None,
    languages: Collection[str],
    language: str | None = None,
    folders: Sequence[Path] = (),
) -> Report | Failure:
    """Read one input.

    Args:
        item: The bytes, their media type and name.
        published: Publication date for an input that has none of its own.
        languages: Codes of the languages there are packs for.
        language: Language of an input that does not say its own.
        folders: Folders of a user's own packs; theirs win over the shipped ones.

    Returns:
        The report; or the failure, of kind "set-aside" when there is no pack for its language.
    """
    try:
        found = _read(item, languages, folders)
    except InputError as error:
        return Failure(_file_name(item), error.message, error.remedy, line=item.line)
    if not found.text.strip():
        return Failure(_file_name(item), "empty: there is no text in it", "give a report with text", line=item.line)
    code = _language_of(found, language)
    if code is None or code not in languages:
        return _no_pack(found.name, code, languages, item.line)
    return Report(
        id=found.name,
        text=found.text,
        digest=text_digest(found.text),
        language=code,
        published=found.published or published,
        published_from=found.published_from or ("option" if published else None),
        title=found.title,
        outlet=found.outlet,
        url=found.url,
        evidence=_with_encoding(item.evidence, found.encoding),
        set_aside=find_set_aside(found.text, load_language(code, folders)),
    )


def _read(item: RawItem, languages: Collection[str], folders: Sequence[Path]) -> _Found:
    if item.media_type == RECORD:
        return _read_record(item)
    if item.media_type == PAGE:
        return _read_page(item, read_page(item.data, languages, folders))
    if item.media_type == TEXT:
        decoded = decode(item.data, languages, folders=folders)
        if isinstance(decoded, Undecodable):
            raise InputError(decoded.reason, decoded.remedy)
        return _Found(decoded.text, item.name, decoded.encoding)
    raise InputError(f"{item.media_type} is not a type Bilan reads", f"give {TEXT}, {PAGE} or {RECORD}")


def _read_record(item: RawItem) -> _Found:
    record = read_record(item.data)
    return _Found(
        text=record.text,
        name=record.id or item.name,
        published=record.published,
        published_from="record" if record.published else None,
        language=record.language,
        title=record.title,
        outlet=record.outlet,
        url=record.url,
    )


def _read_page(item: RawItem, page: Page) -> _Found:
    return _Found(
        text=page.text,
        name=item.name,
        encoding=page.encoding,
        published=page.published,
        published_from="page" if page.published else None,
        title=page.title,
        outlet=page.outlet,
        url=page.url,
    )


def _language_of(found: _Found, option: str | None) -> str | None:
    given = found.language or option
    return (normalise_language(given) if given else None) or detect_language(found.text)


def _no_pack(name: str, code: str | None, languages: Collection[str], line: int | None) -> Failure:
    known = ", ".join(sorted(languages))
    if code is None:
        return Failure(
            name, "its language cannot be told", f"say which with --language; packs: {known}", line, "set-aside"
        )
    return Failure(
        name, f"there is no language pack for {code!r}", f"packs: {known}; see docs/how-to/add-a-language.md", line,
        "set-aside",
    )  # fmt: skip


def _file_name(item: RawItem) -> str:
    """Name of the file without the line, which a failure carries by itself."""
    return item.name.removesuffix(f":{item.line}") if item.line is not None else item.name


def _with_encoding(evidence: Evidence, encoding: str) -> Evidence:
    """Record a legacy encoding beside the media type, as HTTP would write it."""
    if encoding == UTF8:
        return evidence
    return replace(evidence, media_type=f"{evidence.media_type}; charset={encoding}")

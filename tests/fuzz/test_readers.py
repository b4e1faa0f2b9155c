"""Whatever bytes come in, a reader answers with a report or a named failure, and raises nothing."""

import io
import json
import string
from collections.abc import Mapping

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bilan.ingest.evidence import PAGE, RECORD, TEXT, make_item, utc_now
from bilan.ingest.files import iter_items
from bilan.intake import iter_reports
from bilan.model.report import Failure, RawItem, Report
from bilan.read.passages import MAX_PASSAGE, find_passages
from bilan.read.reports import read_item

PACKS = ("en", "fr")
SLOW_START = settings(deadline=None)  # the first example loads detectors and packs

SCRAPS = st.sampled_from(
    [
        "Huit civils ont été tués à Alep.", "Nine people were killed.", "قتل سبعة مدنيين.", "Faites un don !", "\ufeff",
        "https://x.example/a", "Read more: ", "\r\n", "\n\n", "\u2028", " ", "«", "»", "“", '"', "…", "|", "\x00",
        "\u202e", "a" * 400, "<p>", "</p>", "<html>", "<!--", "{", "}", "é", "😀",
    ]
)  # fmt: skip
TEXTS = st.lists(SCRAPS | st.text(max_size=20), max_size=25).map("".join)
ENCODINGS = st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp1252", "cp1256", "koi8-r"])
BYTES = st.binary(max_size=300) | st.builds(lambda text, code: text.encode(code, "replace"), TEXTS, ENCODINGS)
TAGS = st.sampled_from(
    ["p", "div", "h1", "article", "table", "td", "script", "meta charset=utf-16", "a href='x'", "br"]
)
MARKUP = st.recursive(
    TEXTS,
    lambda inner: st.builds(lambda tag, parts: f"<{tag}>{''.join(parts)}</{tag}>", TAGS, st.lists(inner)),
    max_leaves=8,
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=10),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(string.ascii_letters, max_size=4), inner, max_size=3)
    ),
    max_leaves=6,
)
RECORDS = st.dictionaries(
    st.sampled_from(["id", "text", "published", "lang", "source", "title", "url", "outlet", "other"]), JSON | TEXTS
)


def _read(data: bytes, media_type: str, line: int | None = None) -> Report | Failure:
    item = make_item(data, name="in", media_type=media_type, origin="in", clock=utc_now, line=line)
    return read_item(item, published=None, languages=PACKS)


def _check(found: Report | Failure) -> None:
    if isinstance(found, Failure):
        assert found.reason
        assert found.remedy
        return
    assert found.text.strip()
    assert found.language in PACKS
    passages = find_passages(found)
    assert all(0 < len(passage.text) <= MAX_PASSAGE for passage in passages)
    assert all(aside.span.of(found.text) == aside.text for aside in found.set_aside)


@SLOW_START
@given(BYTES)
def test_any_bytes_as_a_text(data: bytes) -> None:
    _check(_read(data, TEXT))


@SLOW_START
@given(BYTES)
def test_any_bytes_as_a_record(data: bytes) -> None:
    _check(_read(data, RECORD, 1))


@SLOW_START
@given(RECORDS)
def test_any_json_object_as_a_record(record: Mapping[str, object]) -> None:
    _check(_read(json.dumps(record).encode(), RECORD, 1))


@settings(SLOW_START, suppress_health_check=[HealthCheck.too_slow])
@given(BYTES | MARKUP.map(lambda markup: markup.encode("utf-8", "replace")))
def test_any_bytes_as_a_page(data: bytes) -> None:
    _check(_read(data, PAGE))


@SLOW_START
@given(BYTES)
def test_any_bytes_on_standard_input(data: bytes) -> None:
    found = list(iter_reports(["-"], stdin=io.BytesIO(data), languages=PACKS))
    assert found
    for entry in found:
        _check(entry if isinstance(entry, Failure) else entry[0])


@SLOW_START
@given(st.lists(st.binary(max_size=40), max_size=10))
def test_every_line_of_a_json_lines_stream_is_an_item_or_a_failure(lines: list[bytes]) -> None:
    data = b'{"id":1}\n' + b"\n".join(line.replace(b"\n", b"") for line in lines)
    items = list(iter_items(["-"], stdin=io.BytesIO(data)))
    assert sum(isinstance(item, RawItem) for item in items) == 1 + sum(
        bool(line.replace(b"\n", b"").strip()) for line in lines
    )

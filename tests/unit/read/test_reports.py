"""Raw items become reports or named failures."""

import json

import pytest

from bilan.ingest.evidence import make_item, utc_now
from bilan.model.ids import text_digest
from bilan.model.report import Failure, RawItem, Report
from bilan.read.reports import read_item

SENTENCE = "Huit villageois ont été tués lundi dans l'attaque du marché."


def _item(data: bytes, media_type: str = "text/plain", line: int | None = None) -> RawItem:
    name = "in.txt" if line is None else f"in.jsonl:{line}"
    return make_item(data, name=name, media_type=media_type, origin=name, clock=utc_now, line=line)


def _record(**fields: object) -> RawItem:
    return _item(json.dumps(fields, ensure_ascii=False).encode(), "application/json", 3)


def _read(item: RawItem, published: str | None = None, language: str | None = None) -> Report | Failure:
    return read_item(item, published=published, languages=("en", "fr"), language=language)


def _report(item: RawItem, published: str | None = None, language: str | None = None) -> Report:
    report = _read(item, published, language)
    assert isinstance(report, Report), report
    return report


def _failure(item: RawItem, language: str | None = None) -> Failure:
    failure = _read(item, language=language)
    assert isinstance(failure, Failure), failure
    return failure


def test_a_text_is_frozen_as_it_came() -> None:
    text = f"\r\n  {SENTENCE}\t\r\nCafe\u0301 \n\n"
    report = _report(_item(b"\xef\xbb\xbf" + text.encode()))
    assert report.text == text
    assert report.digest == text_digest(text)
    assert (report.id, report.language) == ("in.txt", "fr")


def test_a_record_keeps_its_id_and_says_more_of_itself() -> None:
    report = _report(_record(id="fil/7", text=SENTENCE, source="Le Fil", title="Raid", url="https://x.example"))
    assert (report.id, report.outlet, report.title, report.url) == ("fil/7", "Le Fil", "Raid", "https://x.example")


def test_a_record_without_an_id_is_called_by_file_and_line() -> None:
    assert _report(_record(text=SENTENCE)).id == "in.jsonl:3"


def test_the_records_own_date_wins_and_the_option_fills_in() -> None:
    own = _report(_record(text=SENTENCE, published="2020-01-02"), "2021-01-01")
    filled = _report(_record(text=SENTENCE), "2021-01-01")
    unknown = _report(_record(text=SENTENCE))
    assert (own.published, own.published_from) == ("2020-01-02", "record")
    assert (filled.published, filled.published_from) == ("2021-01-01", "option")
    assert (unknown.published, unknown.published_from) == (None, None)


def test_a_pages_own_date_is_marked_as_such() -> None:
    page = (
        '<html><head><meta property="article:published_time" content="2019-03-05T08:00:00Z"></head><body><article>'
        f"<p>{SENTENCE}</p><p>Dix autres ont été blessés, selon le maire du village.</p></article></body></html>"
    )
    report = _report(_item(page.encode(), "text/html"), "2021-01-01")
    assert (report.published, report.published_from) == ("2019-03-05", "page")


def test_the_given_language_wins_over_the_option_and_the_option_over_detection() -> None:
    assert _report(_record(text=SENTENCE, lang="en-GB"), language="fr").language == "en"
    assert _report(_record(text=SENTENCE), language="eng").language == "en"
    assert _report(_record(text=SENTENCE, lang="und")).language == "fr"


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"text": SENTENCE, "lang": "sw"}, "'sw'"),
        ({"text": "Восемь жителей погибли при нападении на рынок."}, "'ru'"),
        ({"text": "12 / 37"}, "cannot be told"),
    ],
)
def test_a_language_without_a_pack_is_set_aside_and_named(fields: dict[str, object], reason: str) -> None:
    failure = _failure(_record(id="r9", **fields))
    assert (failure.kind, failure.name, failure.line) == ("set-aside", "r9", 3)
    assert reason in failure.reason


@pytest.mark.parametrize(
    ("item", "reason"),
    [
        (_item(b""), "empty"),
        (_item(b" \r\n\t\xc2\xa0"), "empty"),
        (_item(b"a\x00b"), "binary"),
        (_item(b"Nothing \x81\x8d here is sure at all."), "not UTF-8"),
        (_item(b"<html></html>", "text/html"), "no running text"),
        (_item(b"x", "application/pdf"), "application/pdf"),
        (_record(text="  "), "empty"),
        (_record(id=1), 'no "text"'),
        (_item(b'{"text"', "application/json", 3), "not JSON"),
    ],
)
def test_what_cannot_be_read_fails_by_name_with_a_way_out(item: RawItem, reason: str) -> None:
    failure = _failure(item)
    assert failure.kind == "failed"
    assert reason in failure.reason
    assert failure.remedy
    assert (failure.name, failure.line) == (("in.jsonl", 3) if item.line else ("in.txt", None))


def test_a_legacy_encoding_is_recorded_beside_the_media_type() -> None:
    report = _report(_item(SENTENCE.encode("cp1252")))
    assert report.text == SENTENCE
    assert report.evidence is not None
    assert report.evidence.media_type == "text/plain; charset=windows-1252"


def test_appeals_are_set_aside_in_the_report() -> None:
    report = _report(_item(f"{SENTENCE}\n\nFaites un don !".encode()))
    assert [aside.kind for aside in report.set_aside] == ["solicitation"]

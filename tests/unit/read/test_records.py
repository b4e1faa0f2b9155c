"""JSON records are checked field by field."""

import json

import pytest

from bilan.errors import InputError
from bilan.read.records import read_record


def _record(**fields: object) -> bytes:
    return json.dumps(fields, ensure_ascii=False).encode()


def test_a_whole_record_is_read_with_its_text_unchanged() -> None:
    record = read_record(
        _record(
            id=" a/1 ", text="\ufeff Trois\r\nmorts. ", published="2020-01-02", lang="fr", source="Le Fil", title="T",
            url="https://x.example", score=[1],
        )
    )  # fmt: skip
    assert record.text == "\ufeff Trois\r\nmorts. "
    assert record.id == " a/1 "
    assert (record.published, record.language, record.outlet, record.title) == ("2020-01-02", "fr", "Le Fil", "T")


@pytest.mark.parametrize(
    ("written", "expected"), [("7", "7"), ("-1.50", "-1.50"), ("1e3", "1e3"), ("9" * 5000, "9" * 5000)]
)
def test_a_number_as_id_keeps_its_json_text(written: str, expected: str) -> None:
    assert read_record(f'{{"id":{written},"text":"x"}}'.encode()).id == expected


@pytest.mark.parametrize("fields", [{"text": "x"}, {"text": "x", "id": None}, {"text": "x", "id": ""}])
def test_a_record_without_an_id_leaves_it_to_the_file_and_line(fields: dict[str, object]) -> None:
    assert read_record(_record(**fields)).id is None


@pytest.mark.parametrize("empty", [None, "", "  "])
def test_empty_fields_are_as_good_as_absent(empty: object) -> None:
    record = read_record(_record(text="x", published=empty, lang=empty, source=empty))
    assert (record.published, record.language, record.outlet) == (None, None, None)


def test_an_outlet_goes_before_a_source() -> None:
    assert read_record(_record(text="x", source="agency", outlet="paper")).outlet == "paper"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b'{"id": "a"}', 'no "text"'),
        (b'{"text": null}', 'no "text"'),
        (b'{"text": 12}', '"text" must be a string, not a number'),
        (b'{"text": ["x"]}', '"text" must be a string, not a list'),
        (b'{"text": "x", "id": true}', '"id" must be a string or a number, not true or false'),
        (b'{"text": "x", "id": {}}', '"id" must be a string or a number, not an object'),
        (b'{"text": "x", "published": 2016}', '"published" must be a string, not a number'),
        (b'{"text": "x", "lang": ["fr"]}', '"lang" must be a string'),
        (b'{"text": "x", "published": "lundi"}', "'lundi' is no publication date"),
        (b'{"text": "x"', "not JSON"),
        (b'{"text": NaN}', "not JSON: NaN"),
        (b'["text"]', "not a record but a list"),
        (b'"text"', "not a record but a string"),
        (b"12", "not a record but a number"),
        (b"null", "not a record but null"),
        (b'{"text": "\xe9"}', "not UTF-8"),
        (b'{"text": "\\ud83d"}', "half a surrogate pair at character 0"),
        (b'{"text": "x", "id": "\\udc00"}', '"id" holds half a surrogate pair'),
        (b'{"text": ' + b"[" * 200_000, "nested too deeply"),
    ],
)
def test_a_broken_record_says_what_is_wrong(data: bytes, reason: str) -> None:
    with pytest.raises(InputError) as raised:
        read_record(data)
    assert reason in raised.value.message
    assert raised.value.remedy


def test_a_whole_surrogate_pair_is_a_character() -> None:
    assert read_record(b'{"text": "\\ud83d\\ude00"}').text == "\U0001f600"

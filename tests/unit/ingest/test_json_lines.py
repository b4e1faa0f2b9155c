"""JSON lines are cut into records one by one."""

import io
from collections.abc import Iterator

from bilan.ingest.evidence import utc_now
from bilan.ingest.json_lines import iter_records
from bilan.model.report import Failure, RawItem


def _records(data: bytes, max_bytes: int = 1000) -> list[RawItem | Failure]:
    stream = io.BufferedReader(io.BytesIO(data))
    return list(iter_records(stream, name="r.jsonl", origin="in/r.jsonl", clock=utc_now, max_bytes=max_bytes))


def _bytes(found: list[RawItem | Failure]) -> list[bytes]:
    return [item.data for item in found if isinstance(item, RawItem)]


def test_each_line_is_a_record_with_its_number_and_blank_lines_are_none() -> None:
    found = _records(b'{"a":1}\r\n\n  \n{"b":2}')
    assert _bytes(found) == [b'{"a":1}', b'{"b":2}']
    assert [item.line for item in found] == [1, 4]
    assert [item.name for item in found] == ["r.jsonl:1", "r.jsonl:4"]
    assert [item.evidence.origin for item in found if isinstance(item, RawItem)] == ["in/r.jsonl:1", "in/r.jsonl:4"]


def test_a_byte_order_mark_is_no_part_of_the_first_record() -> None:
    assert _bytes(_records(b'\xef\xbb\xbf{"a":1}\n')) == [b'{"a":1}']


def test_utf16_with_its_mark_becomes_utf8() -> None:
    assert _bytes(_records('{"a":"é"}\r\n{"b":2}\r\n'.encode("utf-16"))) == ['{"a":"é"}'.encode(), b'{"b":2}']


def test_utf16_that_breaks_off_keeps_the_lines_before_and_names_the_rest() -> None:
    found = _records('{"a":1}\n'.encode("utf-16") + ("x\n" * 20_000).encode("utf-16-le") + b"\x00\xd8x\x00")
    assert _bytes(found)[:2] == [b'{"a":1}', b"x"]
    assert isinstance(found[-1], Failure)
    assert found[-1].line == len(found)


def test_a_record_that_is_too_long_fails_and_the_next_is_read() -> None:
    found = _records(b'{"a":"' + b"x" * 50 + b'"}\n{"b":2}\n', max_bytes=20)
    assert isinstance(found[0], Failure)
    assert found[0].line == 1
    assert _bytes(found) == [b'{"b":2}']
    assert found[1].line == 2


def test_a_file_with_no_record_is_a_failure() -> None:
    assert [type(item) for item in _records(b"\n \n")] == [Failure]


def test_records_come_before_the_file_has_been_read_to_its_end() -> None:
    class Endless(io.RawIOBase):
        """A file that never ends: a reader that wants all of it would not return."""

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
            line = b'{"a":1}\n'
            buffer[: len(line)] = line
            return len(line)

    records: Iterator[RawItem | Failure] = iter_records(
        io.BufferedReader(Endless()), name="r", origin="r", clock=utc_now, max_bytes=100
    )
    assert [next(records).line for _ in range(3)] == [1, 2, 3]

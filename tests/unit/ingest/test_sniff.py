"""Bytes without a name tell what they are."""

import pytest

from bilan.ingest.sniff import sniff_media_type


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b'{"id": 1', "application/json"),
        (b'\n {"text"', "application/json"),
        (b"{\n", "application/json"),
        (b"{les faits} sont connus", "text/plain"),
        (b"<HTML lang=fr>", "text/html"),
        (b'<?xml version="1.0"?>\n<!DOCTYPE html>', "text/html"),
        (b"< 3 morts", "text/plain"),
        (b"<p>un paragraphe", "text/plain"),
        (b"", "text/plain"),
        (b"\xff\xfe<\x00h\x00t\x00m\x00l\x00>\x00", "text/html"),
        (b"\x80\x81\x82", "text/plain"),
    ],
)
def test_first_bytes_name_the_media_type(head: bytes, kind: str) -> None:
    assert sniff_media_type(head) == kind

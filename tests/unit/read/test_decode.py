"""Bytes become text or a reason, never the wrong text."""

import codecs

import pytest

from bilan.read.decode import Decoded, Undecodable, decode

FRENCH = "Près de la frontière, les secours ont compté une vingtaine de blessés ; l’hôpital a été évacué."
PACKS = ("en", "fr")


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (FRENCH.encode(), "utf-8"),
        (codecs.BOM_UTF8 + FRENCH.encode(), "utf-8"),
        (codecs.BOM_UTF16_LE + FRENCH.encode("utf-16-le"), "utf-16-le"),
        (codecs.BOM_UTF16_BE + FRENCH.encode("utf-16-be"), "utf-16-be"),
        (codecs.BOM_UTF32_LE + FRENCH.encode("utf-32-le"), "utf-32-le"),
        (FRENCH.encode("cp1252"), "windows-1252"),
    ],
)
def test_what_is_certain_is_decoded_without_its_mark(data: bytes, encoding: str) -> None:
    assert decode(data, PACKS) == Decoded(FRENCH, encoding)


def test_line_ends_and_normal_forms_stay_as_they_are() -> None:
    text = " Cafe\u0301\r\n\tAlep\r"
    assert decode(text.encode(), PACKS) == Decoded(text, "utf-8")


@pytest.mark.parametrize(
    ("text", "encodings"),
    [
        ("Les blessés ont été évacués vers la ville.", ("cp1250", "mac_roman", "cp437", "cp850", "cp1256")),
        ("Près de là, huit élèves ont péri à l'hôpital.", ("mac_roman", "cp437", "cp850", "cp1256")),
        ("Il y a eu douze morts à Alep et huit morts à Homs.", ("mac_roman", "cp437", "cp850", "cp1256")),
    ],
)
def test_french_in_an_encoding_of_another_world_is_never_read_as_something_else(
    text: str, encodings: tuple[str, ...]
) -> None:
    for encoding in encodings:
        found = decode(text.encode(encoding), PACKS)
        assert isinstance(found, Undecodable) or found.text == text, encoding


def test_two_readings_that_differ_are_a_failure() -> None:
    """0xBD is œ in ISO 8859-15 and ½ in windows-1252; French writes both."""
    data = "Le c½ur de la ville a été touché par les bombardements, selon les secours.".encode("cp1252")
    assert isinstance(decode(data, PACKS), Undecodable)


def test_a_language_without_a_pack_is_not_guessed_at() -> None:
    found = decode("В результате обстрела погибли пять человек, сообщили власти.".encode("cp1251"), PACKS)
    assert isinstance(found, Undecodable)
    assert "cp1251" in found.reason
    assert "UTF-8" in found.remedy


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (FRENCH.encode("utf-16-le"), "utf-16-le without a byte-order mark"),
        ("Nine people were killed.".encode("utf-16-be"), "utf-16-be without a byte-order mark"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01\x00", "binary"),
        (b"MZ\x00\x00text", "binary"),
        (codecs.BOM_UTF16_LE + b"a", "utf-16-le"),
    ],
)
def test_what_is_no_text_says_why(data: bytes, reason: str) -> None:
    found = decode(data, PACKS)
    assert isinstance(found, Undecodable)
    assert reason in found.reason


def test_a_declared_encoding_is_believed_where_it_fits_and_unknown_names_are_not() -> None:
    text = "Żołnierze zginęli."
    assert decode(text.encode("iso8859-2"), PACKS, declared="iso-8859-2") == Decoded(text, "iso-8859-2")
    assert isinstance(decode(text.encode("iso8859-2"), PACKS, declared="no-such-code"), Undecodable)

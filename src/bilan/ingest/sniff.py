"""What kind of bytes are these? Asked only where no file name tells: standard input, pipes, files with no suffix."""

import re

from bilan.ingest.evidence import PAGE, RECORD, TEXT

_UTF16_MARKS = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
_RECORD = re.compile(r'\s*\{\s*(?:"|\}|$)')
_PAGE = re.compile(
    r"\s*(?:<!--.*?-->\s*|<\?xml[^>]*>\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)


def sniff_media_type(head: bytes) -> str:
    """Tell JSON lines, HTML and plain text apart by their first bytes; text when in doubt."""
    encoding = _UTF16_MARKS.get(head[:2], "utf-8")
    text = head.decode(encoding, "replace").lstrip("\ufeff")
    if _RECORD.match(text):
        return RECORD
    return PAGE if _PAGE.match(text) else TEXT

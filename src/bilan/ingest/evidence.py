"""Raw items and the evidence of where their bytes came from."""

from collections.abc import Callable
from datetime import UTC, datetime

from bilan import __version__
from bilan.model.ids import sha256_hex
from bilan.model.report import Evidence, RawItem

Clock = Callable[[], datetime]

TEXT = "text/plain"
PAGE = "text/html"
RECORD = "application/json"
STANDARD_INPUT = "-"


def utc_now() -> datetime:
    """Return this moment, with its zone."""
    return datetime.now(UTC)


def make_item(  # noqa: PLR0913  # keyword-only facts of one input
    data: bytes, *, name: str, media_type: str, origin: str, clock: Clock, line: int | None = None
) -> RawItem:
    """Wrap bytes as one raw item, hashed and dated.

    Args:
        data: The bytes as they came; for a JSON-lines file one line.
        name: What the report will be called unless its record has an id.
        media_type: text/plain, text/html or application/json (one record).
        origin: The path as the user would write it, "-" for standard input; with ":line" for a record.
        clock: Tells when the bytes were read.
        line: 1-based line of a JSON-lines file.
    """
    evidence = Evidence(
        sha256=sha256_hex(data),
        size=len(data),
        media_type=media_type,
        origin=origin,
        retrieved=clock().isoformat(timespec="seconds"),
        tool=f"bilan/{__version__}",
    )
    return RawItem(name=name, media_type=media_type, data=data, evidence=evidence, line=line)

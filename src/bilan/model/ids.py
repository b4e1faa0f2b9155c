"""Identifiers: hashes of content, so that the same input always gets the same name."""

import hashlib
import json
from collections.abc import Mapping
from typing import NewType

ReportId = NewType("ReportId", str)
ClaimId = NewType("ClaimId", str)
IncidentId = NewType("IncidentId", str)
DecisionId = NewType("DecisionId", str)

SHORT = 20  # hex digits kept in a printed id: 80 bits, no collision expected below 10^11 claims


def sha256_hex(data: bytes) -> str:
    """Return the sha256 of `data` as 64 hex digits."""
    return hashlib.sha256(data).hexdigest()


def text_digest(text: str) -> str:
    """Return the sha256 of a frozen text (UTF-8), the report's id in the store."""
    return sha256_hex(text.encode("utf-8", "surrogatepass"))


def short_hash(*parts: object) -> str:
    """Hash `parts` in order; parts are joined as JSON, so ("a", "b") and ("ab",) differ."""
    payload = json.dumps(parts, ensure_ascii=False, separators=(",", ":"), default=str)
    return sha256_hex(payload.encode("utf-8", "surrogatepass"))[:SHORT]


def row_digest(row: Mapping[str, object]) -> str:
    """Hash a whole JSON record, keys sorted: the record's `revision`."""
    payload = json.dumps(row, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256_hex(payload.encode("utf-8", "surrogatepass"))[:SHORT]

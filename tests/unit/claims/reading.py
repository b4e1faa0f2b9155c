"""Read one of our own sentences as the whole program does, and name what came out."""

from bilan.model.claim import Claim
from bilan.model.ids import text_digest
from bilan.model.report import Report
from bilan.pipeline import Tools, extract


def read(tools: Tools, language: str, text: str) -> tuple[Claim, ...]:
    """Return the claims of an undated report."""
    return extract(Report("own", text, text_digest(text), language, None), tools).claims


def events(tools: Tools, language: str, text: str) -> list[str | None]:
    """Return the types of the events claimed, in text order."""
    return [claim.event for claim in read(tools, language, text) if claim.kind == "event"]


def roles(tools: Tools, language: str, text: str, event: str) -> dict[str, list[str]]:
    """Return the actors of the one claim of an event type, by role, in order."""
    (claim,) = [c for c in read(tools, language, text) if c.kind == "event" and c.event == event]
    found: dict[str, list[str]] = {}
    for actor in claim.actors:
        found.setdefault(actor.role, []).append(actor.text)
    return found

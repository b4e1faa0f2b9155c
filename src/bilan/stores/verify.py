"""Check a whole casebook: tables, blobs, log."""

from dataclasses import dataclass
from pathlib import Path

from bilan.errors import IntegrityError
from bilan.stores.casebook import BLOBS, Casebook
from bilan.stores.damage import find_blob_damage

SHOWN_DAMAGES = 20  # of a whole list in one message: all are read with --json


@dataclass(frozen=True, slots=True)
class Verification:
    """What was checked, and one sentence a damage; `head` is the digest of the log's last entry."""

    head: str
    entries: int
    reports: int
    blobs: int
    damages: tuple[str, ...]


def verify_casebook(casebook: Casebook, *, head: str | None = None) -> Verification:
    """Re-hash blobs, texts, extractions, claims, incidents and log.

    Args:
        casebook: what to check.
        head: a head of the log somebody noted earlier, or its beginning: entries cut off the end show by its absence.
    """
    log, evidence = casebook.store.log(), casebook.store.evidence()
    damages = [*casebook.store.damages(), *find_blob_damage(casebook.folder / BLOBS, evidence)]
    if head and not any(entry.digest.startswith(head) for entry in log):
        damages.append(f"log: no entry {head}: the end of the log was cut off, or it is another casebook's")
    return Verification(
        head=casebook.store.head(),
        entries=len(log),
        reports=len({report.digest for report in casebook.store.reports()}),
        blobs=len({item.sha256 for item in evidence}),
        damages=tuple(damages),
    )


def refuse_damage(folder: Path, found: Verification) -> None:
    """Pass only a whole casebook.

    Raises:
        IntegrityError: something stored is not what it was; the message names each damage.
    """
    if not found.damages:
        return
    more = len(found.damages) - SHOWN_DAMAGES
    told = [*found.damages[:SHOWN_DAMAGES], *([f"and {more} more"] if more > 0 else [])]
    raise IntegrityError(
        "\n  ".join([f"{folder}: {len(found.damages)} damages found", *told]) + "\n ",
        "bring the folder back from a copy; change nothing in this one",
    )

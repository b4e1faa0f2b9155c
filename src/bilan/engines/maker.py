"""Which extractor, of which version: a casebook reads a report again only when this changes."""

import hashlib
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import bilan

# What the extraction of one report depends on: code and data of these parts. Linking, figures, stores, pages are not
# among them, so that changing those reads nothing anew.
PARTS = ("model", "languages", "events", "actors", "gazetteer", "annotate", "claims", "places", "times", "read")
MODULES = ("pipeline.py",)
LIBRARIES = ("spacy", "rapidfuzz", "text2num", "marisa-trie")
IGNORED = {".pyc", ".md"}


@cache
def extraction_maker() -> str:
    """Return the name of today's extractor: Bilan's version and a hash of its rules, data and libraries' versions."""
    root = Path(bilan.__file__).parent
    found = hashlib.sha256()
    for path in (*(root / module for module in MODULES), *_files(root)):
        if path.is_file():
            found.update(path.relative_to(root).as_posix().encode())
            found.update(hashlib.sha256(path.read_bytes()).digest())
    for library in LIBRARIES:
        found.update(f"{library} {_version(library)}".encode())
    return f"bilan/{bilan.__version__}+{found.hexdigest()[:12]}"


def _files(root: Path) -> list[Path]:
    every = (path for part in PARTS for path in (root / part).rglob("*"))
    return sorted(path for path in every if path.is_file() and path.suffix not in IGNORED)


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return "absent"

"""Marked example sentences: `languages/<code>/examples.txt`, what a pack must read and what it must leave alone.

One sentence a line; each claim stands between tags that say what must come out of it::

    Au moins <c outcome=killed low=37 wording=at-least people=civilian>37 civils</c> ont été tués mardi à Alep.

* Only the attributes written are compared; see `ATTRIBUTES` for their names and spelling.
* A sentence must give no toll beyond its marks; one without marks must give no toll at all.
* `[published=2016-09-30]` before a sentence gives its publication date.
* Values with spaces stand in double quotes; `none` means that there must be no value; tags may nest.
* Lines that start with `#` are headings; empty lines are skipped.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bilan.errors import LanguageError
from bilan.evaluate.marks import check_attribute, check_value
from bilan.evaluate.matching import Row, best_pairs, quote_span, shared_length
from bilan.languages.load import Pack
from bilan.model.text import Span

EXAMPLES = "examples.txt"
_PREFIX = re.compile(r"\[published=([^\]\s]+)\]\s*")
_TAG = re.compile(r"<c((?:\s+[a-z_-]+=(?:\"[^\"]*\"|[^\s\">]+))*)\s*>|</c>")
_LOOSE_TAG = re.compile(r"</?c\b")
_ATTRIBUTE = re.compile(r"([a-z_-]+)=(?:\"([^\"]*)\"|([^\s\">]+))")
_AGREEING = 10_000  # an agreeing attribute outweighs any overlap: sentences are shorter than this


@dataclass(frozen=True, slots=True)
class Mark:
    """One claim as marked: where it stands, and attribute → value as written."""

    span: Span
    attributes: tuple[tuple[str, str], ...]

    def get(self, name: str) -> str | None:
        """Return the value of an attribute, None if it is not written."""
        return dict(self.attributes).get(name)

    @property
    def kind(self) -> str:
        """The claim's kind, as written or as the other attributes tell."""
        for name, kind in (("outcome", "toll"), ("sector", "need"), ("topic", "statement"), ("event", "event")):
            if self.get(name) is not None:
                return self.get("kind") or kind
        return self.get("kind") or "toll"


@dataclass(frozen=True, slots=True)
class Marked:
    """One marked sentence: its line, its text without tags, and its marks in the order of the text."""

    language: str
    line: int
    text: str
    marks: tuple[Mark, ...]
    published: str | None = None

    @property
    def name(self) -> str:
        """Language and line: how the sentence is called in tests and tables."""
        return f"{self.language}:{self.line}"

    @property
    def key(self) -> str:
        """How lists of known failures call the sentence: its text without tags, after its publication date if any."""
        return f"[published={self.published}] {self.text}" if self.published else self.text


def read_pack(pack: Pack) -> tuple[Marked, ...]:
    """Read the marked sentences of a pack, () if it has none.

    Raises:
        LanguageError: a tag or an attribute is malformed.
    """
    path = pack.folder / EXAMPLES
    return read_marked(path, pack.code) if path.is_file() else ()


def read_marked(path: Path, language: str) -> tuple[Marked, ...]:
    """Read a file of marked sentences.

    Raises:
        LanguageError: a tag or an attribute is malformed.
    """
    lines = path.read_text(encoding="utf-8").splitlines()
    return tuple(
        parse_marked(line, language, number, str(path))
        for number, line in enumerate(lines, start=1)
        if line.strip() and not line.startswith("#")
    )


def parse_marked(line: str, language: str, number: int = 1, where: str = EXAMPLES) -> Marked:
    """Read one marked sentence.

    Args:
        line: the sentence with its tags.
        language: the pack's code.
        number: the 1-based line, for messages and names.
        where: the file, for messages.

    Raises:
        LanguageError: a tag is not closed or never opened, an attribute is unknown or its value cannot be.
    """
    prefix = _PREFIX.match(line)
    body = line[prefix.end() :] if prefix else line
    try:
        text, marks = _parse_tags(body.strip())
    except ValueError as error:
        raise LanguageError(f"{where} line {number}: {error}", "see the head of bilan/evaluate/marked.py") from error
    return Marked(language, number, text, marks, prefix.group(1) if prefix else None)


def pair_marks(sentence: Marked, rows: Sequence[Row]) -> tuple[tuple[Mark, Row | None], ...]:
    """Give each mark the claim that stands for it: same kind, touching quote, as many equal attributes as possible.

    Args:
        sentence: the marked sentence.
        rows: the `bilan.claim/1` records read from it.

    Returns:
        (mark, claim or None) in the order of the marks; no claim stands for two marks.
    """
    pairs = dict(best_pairs([[_gain(mark, row) for row in rows] for mark in sentence.marks]))
    return tuple((mark, rows[pairs[i]] if i in pairs else None) for i, mark in enumerate(sentence.marks))


def check_marked(sentence: Marked, rows: Sequence[Row]) -> tuple[str, ...]:
    """Say what is wrong with the claims read from a marked sentence.

    Returns:
        One line a fault: a mark without a claim, an attribute that differs, a toll nobody marked. Empty if all is well.
    """
    faults = []
    pairs = pair_marks(sentence, rows)
    for mark, row in pairs:
        words = mark.span.of(sentence.text)
        if row is None:
            faults.append(f"no {mark.kind} at {words!r}")
            continue
        faults += [f"{words!r}: {fault}" for name, value in mark.attributes if (fault := check_value(name, value, row))]
    taken = [row for _, row in pairs if row is not None]
    faults += [
        f"a toll nobody marked: {row['outcome']} at {row['quote']['exact']!r}"
        for row in rows
        if row["kind"] == "toll" and not any(row is other for other in taken)
    ]
    return tuple(faults)


def _parse_tags(body: str) -> tuple[str, tuple[Mark, ...]]:
    if loose := _LOOSE_TAG.search(rest := _TAG.sub("", body)):
        raise ValueError(f"a tag that cannot be read: {rest[loose.start() : loose.start() + 40]!r}")
    text, position = "", 0
    opened: list[tuple[int, tuple[tuple[str, str], ...]]] = []
    marks = []
    for tag in _TAG.finditer(body):
        text += body[position : tag.start()]
        position = tag.end()
        if tag.group(0) != "</c>":
            opened.append((len(text), tuple(_attributes(tag.group(1)))))
        elif opened:
            start, attributes = opened.pop()
            marks.append(Mark(Span(start, len(text)), attributes))
        else:
            raise ValueError("a </c> that closes nothing")
    text += body[position:]
    if opened:
        raise ValueError("a <c> that is not closed")
    if any(mark.span.start == mark.span.end for mark in marks):
        raise ValueError("a mark without words")
    return text, tuple(sorted(marks, key=lambda mark: (mark.span.start, -mark.span.end)))


def _attributes(written: str) -> Iterator[tuple[str, str]]:
    for name, quoted, bare in _ATTRIBUTE.findall(written):
        value = quoted or bare
        check_attribute(name, value)
        yield name, value


def _gain(mark: Mark, row: Row) -> int:
    shared = shared_length(mark.span, quote_span(row))
    if row["kind"] != mark.kind or not shared:
        return 0
    return shared + _AGREEING * sum(check_value(name, value, row) is None for name, value in mark.attributes)

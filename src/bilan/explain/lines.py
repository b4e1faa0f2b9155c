"""The picture as lines for a terminal: signs and words carry the meaning, style only helps."""

import textwrap
from collections.abc import Iterator, Sequence

from rich.text import Text

from bilan.explain.picture import WHY, ClausePicture, Find, Fired, Picture, SentencePicture, Word

HEADING, SOFT = "bold", "dim"
WORD, TAG, DEP = 18, 7, 20  # columns of a word, its part of speech, its dependency
INDENT = 4


def list_lines(picture: Picture, *, width: int = 100) -> Iterator[Text]:
    """Yield the lines of a picture.

    Args:
        picture: The picture.
        width: Columns there are; longer lines are wrapped.
    """
    many = len(picture.sentences)
    for number, sentence in enumerate(picture.sentences, start=1):
        where = f"{picture.language} · sentence {number} of {many} · {sentence.start}-{sentence.end}"
        yield Text(where, style=SOFT)
        yield from _wrapped(_one_line(sentence.text), width, 0, HEADING)
        yield from _words(sentence, width)
        yield from _clauses(sentence.clauses, width)
        yield from _fired(sentence.fired, width)
        yield from _missed(sentence, width)
        yield Text("")


def _words(sentence: SentencePicture, width: int) -> Iterator[Text]:
    yield _heading("Words", "number · word · part of speech · label→head · what was found")
    for word in sentence.words:
        found = "; ".join(_found(find) for find in sentence.finds if find.first == word.index)
        line = f"{word.index:4} {word.text:<{WORD}} {word.pos:<{TAG}}{_hangs(word):<{DEP}} "
        first, *rest = textwrap.wrap(found, max(20, width - len(line))) or [""]
        yield Text(f"{line}{first}".rstrip())
        for more in rest:
            yield Text(" " * len(line) + more)


def _found(find: Find) -> str:
    stretch = f" {find.first}-{find.last}" if find.last > find.first else ""
    return f"{find.kind}{stretch}: {find.detail}"


def _hangs(word: Word) -> str:
    return word.dep if word.head is None else f"{word.dep}→{word.head}"


def _clauses(clauses: Sequence[ClausePicture], width: int) -> Iterator[Text]:
    yield _heading("Clauses", "outcome · reading · what the rule wants · how the verb is said", empty=not clauses)
    for clause in clauses:
        needs = f" · needs {clause.needs}" if clause.needs else ""
        said = f" · {', '.join(clause.said)}" if clause.said else ""
        outcome = clause.outcome or "no outcome"
        line = f"{outcome} · {clause.kind} “{clause.lemma}” at {clause.at} “{clause.text}”{needs}{said}"
        yield from _wrapped(line, width, INDENT)
        for slot in clause.slots:
            line = f"└ {slot.name}: “{_one_line(slot.text)}” ({slot.first}-{slot.last}, found by {slot.rule})"
            yield from _wrapped(line, width, INDENT + 2)


def _fired(fired: Sequence[Fired], width: int) -> Iterator[Text]:
    yield _heading("Fired", "claims in the making, with the rule and what decided", empty=not fired)
    for one in fired:
        yield from _wrapped(f"✓ {one.kind}: {one.what} “{_one_line(one.text)}” · rule {one.rule}", width, INDENT)
        for name, value, why in one.attributes:
            yield from _wrapped(f"{name}: {value}{f' ← “{_one_line(why)}”' if why else ''}", width, INDENT + 4)


def _missed(sentence: SentencePicture, width: int) -> Iterator[Text]:
    yield _heading("Nearly", "what looked like a claim, and why it is none", empty=not sentence.near_misses)
    for one in sentence.near_misses:
        line = f"✗ “{_one_line(one.text)}” · rule {one.rule} · {one.reason}: {WHY[one.reason]}"
        yield from _wrapped(f"{line}{f' (“{one.detail}”)' if one.detail else ''}", width, INDENT)
    if sentence.strays:
        yield _heading("Set aside", "numbers beside casualty words that are no claim's")
    for stray in sentence.strays:
        yield from _wrapped(f"– “{stray.text}” · {stray.reason}: {WHY[stray.reason]}", width, INDENT)


def _heading(title: str, note: str, *, empty: bool = False) -> Text:
    return Text.assemble((title, HEADING), (": none" if empty else f"  {note}", SOFT))


def _wrapped(line: str, width: int, indent: int, style: str = "") -> Iterator[Text]:
    """Yield a line cut to the width; what follows is indented further."""
    blank = " " * indent
    for part in textwrap.wrap(line, width, initial_indent=blank, subsequent_indent=f"{blank}  " if indent else ""):
        yield Text(part, style=style)


def _one_line(text: str) -> str:
    return " ".join(text.split())

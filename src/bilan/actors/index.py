"""The keys of all spellings in the registry; for the shipped one they are made beforehand (tools/build_actors.py)."""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from bilan.actors.names import key_of, words_of
from bilan.actors.sounds import Spelling, word_sounds
from bilan.actors.states import script_of
from bilan.errors import RegistryError
from bilan.model.actor import ActorEntry, Alias

SHORT = 4  # letters: "EI", "ONU", "SANA" are words of other languages too, unless written as names are
_AL = re.compile(r"\b[Aa]l[- ]")  # the Arabic article as most write it; "el" is a Spanish one too
LATIN = "Latn"  # ISO 15924
LONG = 3  # words: so many in small letters are no others ("le monde" may be the world)
FIELDS = 7  # of a line of the index


def is_written_as(words: Sequence[str], spelling: Spelling) -> bool:
    """Tell whether words with the key of a spelling are written as that name may be."""
    text = " ".join(words)
    if spelling.written:
        return text in spelling.written or (len(text) > 1 and text.isupper())
    return spelling.small or text != text.lower() or text.upper() == text.lower()


def make_index(entries: Iterable[ActorEntry]) -> tuple[Spelling, ...]:
    """Make the keys of all names of the entries, sorted by key and actor."""
    found: dict[tuple[str, str], list[Alias]] = {}
    of = {entry.id: entry for entry in entries}
    for entry in of.values():
        for alias in (*(Alias("en", entry.name),), *entry.aliases):
            for words in {words_of(alias.text, alias.language), words_of(alias.text, "fr"), words_of(alias.text, "en")}:
                if key := key_of(words):
                    found.setdefault((key, entry.id), []).append(alias)
    return tuple(_spelling(key, of[actor], aliases) for (key, actor), aliases in sorted(found.items()))


def render_index(spellings: Iterable[Spelling]) -> str:
    """Return the index as text: a line a spelling, fields parted by tabs, lists by "|"."""
    lines = (
        "\t".join(
            (s.key, s.sound, s.actor, "|".join(s.languages), _tick(s.small), _tick(s.foreign), "|".join(s.written))
        )
        for s in spellings
    )
    return "".join(f"{line}\n" for line in lines)


def read_index(path: Path, entries: Iterable[ActorEntry]) -> tuple[Spelling, ...]:
    """Read the index of some entries.

    Raises:
        RegistryError: the index was made for other entries.
    """
    spellings = []
    for line in path.read_text(encoding="utf-8").splitlines():
        fields = line.split("\t")
        if len(fields) != FIELDS:
            raise RegistryError(f"{path}: malformed line {line!r}", "run tools/build_actors.py")
        key, sound, actor, languages, small, foreign, written = fields
        used, short = tuple(languages.split("|")), tuple(filter(None, written.split("|")))
        spellings.append(Spelling(key, sound, actor, used, bool(small), bool(foreign), short))
    if {spelling.actor for spelling in spellings} != {entry.id for entry in entries}:
        raise RegistryError(f"{path} was made for another actors.csv", "run tools/build_actors.py")
    return tuple(spellings)


def _tick(holds: bool) -> str:  # noqa: FBT001  # a cell
    return "x" if holds else ""


def _spelling(key: str, entry: ActorEntry, aliases: Sequence[Alias]) -> Spelling:
    texts = tuple(sorted({alias.text for alias in aliases}))
    short = sum(char.isalnum() for char in key) <= SHORT or any("+" in text for text in texts)
    letters = all(text.isupper() for text in texts)  # an acronym is read letter by letter: it has no sound
    words = key.split(" ")
    return Spelling(
        key=key,
        sound="" if letters else " ".join(word_sounds(words)),
        actor=entry.id,
        languages=tuple(sorted({alias.language for alias in aliases})),
        small=any(text == text.lower() for text in texts) or len(words) >= LONG,
        foreign=key.isascii() and _is_heard(entry, texts),
        written=texts if short and key.isascii() else (),
    )


def _is_heard(entry: ActorEntry, texts: Sequence[str]) -> bool:
    """Tell whether a name in Latin letters was put down by ear: a group's, or one of a country that writes others."""
    latin = script_of(entry.country or "") in {"", LATIN}
    return not latin or entry.type == "armed-group" or any(_AL.search(text) for text in texts)

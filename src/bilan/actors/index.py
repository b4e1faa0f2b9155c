"""The keys of all spellings in the registry; for the shipped one they are made beforehand (tools/build_actors.py)."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from bilan.actors.names import key_of, sound_of, words_of
from bilan.errors import RegistryError
from bilan.model.actor import ActorEntry, Alias

SHORT = 4  # letters: "EI", "ONU", "SANA" are words of other languages too, unless written as names are
FIELDS = 6  # of a line of the index


class Spelling(NamedTuple):
    """One key of one actor.

    `key`, `sound`: see `names`. `languages`: in which the name is used. `small`: some spelling has no capital, so a
    name without capitals may be meant ("talibans"; but "le monde" is no newspaper). `written`: the spellings of a short
    name, which only counts as it is written here or in capitals; empty for longer ones.
    """

    key: str
    sound: str
    actor: str
    languages: tuple[str, ...]
    small: bool
    written: tuple[str, ...]


def is_written_as(words: Sequence[str], spelling: Spelling) -> bool:
    """Tell whether words with the key of a spelling are written as that name may be."""
    text = " ".join(words)
    if spelling.written:
        return text in spelling.written or (len(text) > 1 and text.isupper())
    return spelling.small or text != text.lower() or text.upper() == text.lower()


def make_index(entries: Iterable[ActorEntry]) -> tuple[Spelling, ...]:
    """Make the keys of all names of the entries, sorted by key and actor."""
    found: dict[tuple[str, str], list[Alias]] = {}
    for entry in entries:
        for alias in (*(Alias("en", entry.name),), *entry.aliases):
            for words in {words_of(alias.text, alias.language), words_of(alias.text, "fr"), words_of(alias.text, "en")}:
                if key := key_of(words):
                    found.setdefault((key, entry.id), []).append(alias)
    return tuple(_spelling(key, actor, aliases) for (key, actor), aliases in sorted(found.items()))


def render_index(spellings: Iterable[Spelling]) -> str:
    """Return the index as text: a line a spelling, fields parted by tabs, lists by "|"."""
    lines = (
        "\t".join((s.key, s.sound, s.actor, "|".join(s.languages), "x" if s.small else "", "|".join(s.written)))
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
        key, sound, actor, languages, small, written = fields
        used = tuple(languages.split("|"))
        spellings.append(Spelling(key, sound, actor, used, bool(small), tuple(filter(None, written.split("|")))))
    if {spelling.actor for spelling in spellings} != {entry.id for entry in entries}:
        raise RegistryError(f"{path} was made for another actors.csv", "run tools/build_actors.py")
    return tuple(spellings)


def _spelling(key: str, actor: str, aliases: Sequence[Alias]) -> Spelling:
    texts = tuple(sorted({alias.text for alias in aliases}))
    short = sum(char.isalnum() for char in key) <= SHORT and key.isascii()
    return Spelling(
        key=key,
        sound=sound_of([key]),
        actor=actor,
        languages=tuple(sorted({alias.language for alias in aliases})),
        small=any(text == text.lower() for text in texts),
        written=texts if short else (),
    )

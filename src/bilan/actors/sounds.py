"""Names by their sound: the bad transliteration of a known name, found through its consonants.

Nothing is compared with the whole registry: names whose consonants, levelled, are the same or lack one letter are
fetched from a table, and only these few are compared word by word. Every word of one name must sound like its fellow
in the other; names cut into words differently ("A-sark Al-aoost") are compared as one run.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from bilan.actors.names import bones_of, key_of, sound_of
from bilan.gazetteer.keys import ARTICLE

# Bounds, set so that every spelling of tests/unit/actors/spellings.tsv a reader would know is found and none of its
# look-alikes is (2026). Re-run tests/unit/actors/test_spellings.py after a change of bilan.gazetteer.keys.
MIN_SOUND = 5  # letters of the sound of a whole name; one word alone needs more
MIN_BONES = 4  # consonants of a name of one word
ARTICLE_SOUND = 2  # letters of an article heard before a sun letter
MIN_RUN = 8  # letters of a sound compared as one run, or of a word that stands alone with a slip
MIN_RATIO = 80.0  # rapidfuzz ratio, 0-100, of two such runs
ONE_SLIP, TWO_SLIPS = 5, 9  # letters a word must have for one or two wrong ones
SAME, BONES, SLIP = 1.0, 0.95, 0.9  # how well two words fit
MARGIN = 0.02  # how much better than the next actor
VOWELS = frozenset("aiu")  # of a sound
END = 2  # letters at the end of a word that are its inflection, not its spelling
_LEVELLED = str.maketrans({"$": "s", "z": "s", "p": "b", "v": "f", "h": "", "ا": "", "و": "", "ي": "", "ه": ""})


class Spelling(NamedTuple):
    """One key of one actor.

    `key`: the tight key (`names`). `sound`: the sounds of its words, parted by spaces; "" for an acronym.
    `languages`: in which the name is used. `small`: some spelling has no capital, so a name without capitals may be
    meant ("talibans"; but "le monde" is no newspaper). `foreign`: written in Latin letters as somebody heard it.
    `written`: the spellings of a short name, which only counts as it is written here or in capitals; empty for longer
    ones.
    """

    key: str
    sound: str
    actor: str
    languages: tuple[str, ...]
    small: bool
    foreign: bool
    written: tuple[str, ...]


class Sounding(NamedTuple):
    """One name as it sounds.

    `key`: its tight key. `words`: its words' sounds, articles gone. `bones`: their levelled consonants, run together.
    `foreign`: as Spelling's.
    """

    actor: str
    key: str
    words: tuple[str, ...]
    bones: str
    foreign: bool


class Nearest(NamedTuple):
    """The actor whose name sounds most like the one asked for; `score` in 0..1."""

    actor: str
    score: float


class SoundIndex:
    """Names by their levelled consonants.

    Args:
        spellings: All names of the registry.
    """

    def __init__(self, spellings: Iterable[Spelling]) -> None:
        self._same: dict[str, list[Sounding]] = {}
        self._near: dict[tuple[int, str], list[Sounding]] = {}  # by the number of words too
        seen = set()
        for spelling in spellings:
            words = tuple(spelling.sound.split(" "))
            if len(spelling.sound) < MIN_SOUND or (spelling.actor, words, spelling.foreign) in seen:
                continue
            seen.add((spelling.actor, words, spelling.foreign))
            sounding = _sounding(words, spelling.key, spelling.actor, foreign=spelling.foreign)
            self._same.setdefault(sounding.bones, []).append(sounding)
            if len(words) > 1 or not sounding.foreign:  # a foreign word alone must have all its consonants
                for bones in _shortened(sounding.bones):
                    self._near.setdefault((len(words), bones), []).append(sounding)

    def nearest(self, words: Sequence[str]) -> Nearest | None:
        """Return the one actor whose name sounds like these words; None when none does, or two do about as well."""
        best: dict[str, float] = {}
        for asked in _readings(words):
            for known in self._fetch(asked):
                score = _fit(asked, known)
                if score > best.get(known.actor, 0.0):
                    best[known.actor] = score
        if not best:
            return None
        (actor, score), *rest = sorted(best.items(), key=lambda item: (-item[1], item[0]))
        return Nearest(actor, score) if not rest or score - rest[0][1] >= MARGIN else None

    def _fetch(self, asked: Sounding) -> Iterable[Sounding]:
        found = dict.fromkeys(self._same.get(asked.bones, ()))
        size = len(asked.words)
        for bones in _shortened(asked.bones):
            if (near := self._near.get((size, bones))) is not None:
                found.update(dict.fromkeys(near))
        return found


def word_sounds(words: Sequence[str]) -> tuple[str, ...]:
    """Return the sounds of a name's words, articles dropped, also those put down as heard ("ach-Chaabi")."""
    sounds = [sound for word in key_of(words).split(" ") if word != ARTICLE and (sound := _sound(word))]
    heard = [len(one) == ARTICLE_SOUND and one[0] in VOWELS and one[1] == other[0] for one, other in pairwise(sounds)]
    return tuple(sound for sound, article in zip(sounds, [*heard, False], strict=False) if not article)


@lru_cache(maxsize=65536)
def _sound(word: str) -> str:
    return sound_of([word])


def _readings(words: Sequence[str]) -> Iterator[Sounding]:
    """Yield the name as it sounds, and without articles glued to its words ("Alaoussat")."""
    sounds = word_sounds(words)
    if sum(map(len, sounds)) < MIN_SOUND:
        return
    key = key_of(words)
    yield _sounding(sounds, key)
    if any(word.startswith(ARTICLE) for word in sounds):
        bare = [word.removeprefix(ARTICLE) if len(word) > MIN_RUN // 2 + 1 else word for word in sounds]
        yield _sounding(tuple(bare), key)


def _sounding(words: tuple[str, ...], key: str, actor: str = "", *, foreign: bool = False) -> Sounding:
    return Sounding(actor, key, words, _levelled("".join(words)), foreign)


def _levelled(sound: str) -> str:
    return bones_of(sound).removeprefix("*").translate(_LEVELLED)


def _shortened(bones: str) -> set[str]:
    """Return the consonants and all they are with one left out."""
    return {bones, *(bones[:at] + bones[at + 1 :] for at in range(len(bones)))}


def _fit(asked: Sounding, known: Sounding) -> float:
    """Return how well a name fits one of the registry, 0 if it does not."""
    if len(asked.words) != len(known.words):
        return _fit_run(asked, known)
    if len(known.words) == 1:
        return _fit_single(asked, known)
    total = length = 0.0
    for one, other in zip(asked.words, known.words, strict=True):
        score = _fit_word(one, other, foreign=known.foreign)
        if not score:
            return 0.0
        total, length = total + score * len(other), length + len(other)
    return total / length


def _fit_run(asked: Sounding, known: Sounding) -> float:
    """Compare transliterated names cut into words differently; names in Arabic letters must have the very letters."""
    if asked.bones != known.bones:
        return 0.0
    one, other = "".join(asked.words), "".join(known.words)
    if not known.foreign:
        return SLIP if one == other and not known.key.isascii() else 0.0
    if min(len(one), len(other)) < MIN_RUN or not _begin_alike(one, other):
        return 0.0
    return SLIP * fuzz.ratio(one, other, score_cutoff=MIN_RATIO) / 100


def _fit_single(asked: Sounding, known: Sounding) -> float:
    """Compare names of one word, which are words of other kinds as easily.

    A transliterated name must have its consonants and at most one vowel too many or too few; any other may hold one
    slip of the pen, not at its end, where the words of a family differ.
    """
    (one,), (other,) = asked.words, known.words
    if known.foreign:
        if one == other:
            return SAME if len(one) > MIN_SOUND or asked.key.startswith(ARTICLE) else 0.0
        bones = len(known.bones) >= MIN_BONES and asked.bones == known.bones and _begin_alike(one, other)
        return BONES if bones and len(one) != len(other) and Levenshtein.distance(one, other) == 1 else 0.0
    slips = Levenshtein.distance(asked.key, known.key, score_cutoff=1)
    long = min(len(asked.key), len(known.key)) >= MIN_RUN
    alike = known.key.isascii() and asked.key[0] == known.key[0] and asked.key[-END:] == known.key[-END:]
    return SLIP if slips <= 1 and long and alike else 0.0


def _fit_word(one: str, other: str, *, foreign: bool) -> float:
    if one == other:
        return SAME
    bones = _levelled(one)
    if (
        foreign
        and min(_consonants(one), _consonants(other)) > 1  # one is no likeness
        and bones == _levelled(other)
        and abs(len(one) - len(other)) <= END
        and _begin_alike(one, other)
    ):
        return BONES
    shorter = min(len(one), len(other))
    allowed = 2 if shorter >= TWO_SLIPS else 1 if shorter >= ONE_SLIP else 0
    slips = Levenshtein.distance(one, other, score_cutoff=allowed)
    return SLIP if slips <= allowed or _differ_in_ending(one, other) else 0.0


def _consonants(sound: str) -> int:
    return len(bones_of(sound).removeprefix("*"))


def _differ_in_ending(one: str, other: str) -> bool:
    """Tell "right" from "rights", "associate" from "associated": one word in two forms."""
    short, long = sorted((one, other), key=len)
    return long == short + "s" or (len(short) > ONE_SLIP and len(long) - len(short) <= END and long.startswith(short))


def _begin_alike(one: str, other: str) -> bool:
    """Tell whether two sounds begin with the same letter, or both with a vowel; an h is often not heard."""
    first, second = one.lstrip("h")[:1], other.lstrip("h")[:1]
    return first == second or (first in VOWELS and second in VOWELS)

"""Who a name stands for: states and their arms, armed groups, organisations, outlets, agencies, a few persons.

A name is tried in this order, and the first sure answer is taken:

1. the very name, in any of its spellings (case, accents, articles and hyphens aside);
2. a state or one of its arms (`states`);
3. one of these inside a frame that changes nothing: "la chaîne qatarie X", "le porte-parole de X", "X à Beyrouth";
4. a name that sounds the same, or nearly: the bad transliteration of a known one.

Nothing is guessed: two candidates about as near, words left over or a short name misspelt give None.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache, cached_property, lru_cache
from itertools import pairwise
from pathlib import Path

from rapidfuzz import fuzz, process

from bilan.actors.entries import read_entries
from bilan.actors.index import Spelling, is_written_as, make_index, read_index
from bilan.actors.names import bones_of, key_of, load_frame, sound_of, words_of
from bilan.actors.states import is_country_word, match_state, state_entry
from bilan.model.actor import ActorEntry, ActorMatch

DATA = Path(__file__).parent / "data"
SHIPPED, INDEX = DATA / "actors.csv", DATA / "index.txt"
EXACT, FRAMED, SOUND = 1.0, 0.95, 0.9  # scores: see ActorMatch
# Bounds of the match by sound, set so that every spelling in tests/unit/actors/test_registry.py that a reader would
# know is found and none of its look-alikes is (2026). Re-run that file after a change of bilan.gazetteer.keys.
MIN_SOUND = 5  # letters of a key by sound that must be equal
MIN_NEAR = 7  # letters of one that may differ
MIN_RATIO = 82.0  # rapidfuzz ratio, 0-100, of two keys by sound
MIN_BONES = 75.0  # the same of their consonants
MIN_LEAD = 6.0  # how much better than the next actor
MAX_WORDS = 12  # longer stretches are sentences, not names


class ActorRegistry:
    """The registry in memory; see `bilan.model.actor.Registry`.

    Args:
        layers: Entries with the index of their spellings, one pair a file; a later layer's entry replaces an earlier
            one of the same id, and its spellings win.
    """

    def __init__(self, layers: Iterable[tuple[Sequence[ActorEntry], Sequence[Spelling]]]) -> None:
        self.entries: dict[str, ActorEntry] = {}
        self._by_key: dict[str, list[Spelling]] = {}
        for entries, spellings in layers:
            self.entries.update((entry.id, entry) for entry in entries)
            layer: dict[str, list[Spelling]] = {}
            for spelling in spellings:
                layer.setdefault(spelling.key, []).append(spelling)
            self._by_key.update(layer)

    def match(self, names: Sequence[str], language: str) -> tuple[ActorMatch | None, ...]:
        """Return, for each name in order, the actor it stands for; None when that is not sure.

        Args:
            names: Names as written, with or without their articles.
            language: ISO 639-1 code of the words round the names.
        """
        return tuple(self._match(name, language) for name in names)

    def entry(self, actor: str) -> ActorEntry | None:
        """Return the entry with this id, None if there is none."""
        return self.entries.get(actor) or state_entry(actor)

    @lru_cache(maxsize=8192)  # noqa: B019  # one registry lives as long as the process
    def _match(self, name: str, language: str) -> ActorMatch | None:
        words = words_of(name, language)
        if not words or len(words) > MAX_WORDS:
            return None
        definite = name.lower().startswith(("les ", "the ", "al-", "ال"))
        whole = self._known(words, language, EXACT) or match_state(words, language, definite=definite)
        return whole or self._framed(words, language) or self._sounding(words, language)

    def _known(self, words: Sequence[str], language: str, score: float) -> ActorMatch | None:
        spellings = [found for found in self._by_key.get(key_of(words), ()) if is_written_as(words, found)]
        own = [found for found in spellings if language in found.languages]
        actors = {found.actor for found in own or spellings}
        return self._answer(actors.pop(), score) if len(actors) == 1 else None

    def _answer(self, actor: str, score: float) -> ActorMatch:
        entry = self.entries[actor]
        return ActorMatch(actor, entry.name, entry.type, score)

    def _framed(self, words: Sequence[str], language: str) -> ActorMatch | None:
        """Find the longest known name among words that otherwise only frame it."""
        words = _without_tail(words, language)
        for size in range(len(words), 0, -1):
            for start in range(len(words) - size + 1):
                inner, outer = words[start : start + size], (*words[:start], *words[start + size :])
                if all(_is_lead(word, language) for word in outer):
                    found = self._known(inner, language, FRAMED) or match_state(inner, language)
                    if found is not None and (not outer or not _is_lead(" ".join(inner), language)):
                        return replace(found, score=min(found.score, FRAMED))
        return None

    def _sounding(self, words: Sequence[str], language: str) -> ActorMatch | None:
        """Find the one name that sounds like this one, frame words in front left out."""
        bare = list(_without_tail(words, language))
        while len(bare) > 1 and _is_lead(bare[0], language):
            bare.pop(0)
        sound = sound_of(bare)
        if len(sound) < MIN_SOUND or not bare[0][:1].isupper():
            return None
        actor = self._by_sound.get(sound)
        if actor is not None:
            return self._answer(actor, SOUND)
        return self._nearest(sound) if len(sound) >= MIN_NEAR else None

    def _nearest(self, sound: str) -> ActorMatch | None:
        ranked = process.extract(sound, self._sounds, scorer=fuzz.ratio, limit=12, score_cutoff=MIN_RATIO - MIN_LEAD)
        best: dict[str, tuple[float, str]] = {}
        for spelling, ratio, _ in ranked:
            best.setdefault(self._by_sound[spelling], (ratio, spelling))
        order = sorted(best.items(), key=lambda item: -item[1][0])
        if not order or order[0][1][0] < MIN_RATIO:
            return None
        if any(first[1][0] - second[1][0] < MIN_LEAD for first, second in pairwise(order[:2])):
            return None
        actor, (ratio, spelling) = order[0]
        if fuzz.ratio(bones_of(sound), bones_of(spelling)) < MIN_BONES:
            return None
        return self._answer(actor, round(SOUND * ratio / 100, 3))

    @cached_property
    def _by_sound(self) -> Mapping[str, str]:
        """Actors by the sound of their names; a sound two actors share is left out."""
        owners: dict[str, set[str]] = {}
        for spelling in (spelling for every in self._by_key.values() for spelling in every):
            if len(spelling.sound) >= MIN_SOUND:
                owners.setdefault(spelling.sound, set()).add(spelling.actor)
        return {sound: next(iter(actors)) for sound, actors in owners.items() if len(actors) == 1}

    @cached_property
    def _sounds(self) -> tuple[str, ...]:
        return tuple(self._by_sound)


def open_registry(extra: Iterable[Path] = ()) -> ActorRegistry:
    """Open the shipped registry with a user's own files.

    Args:
        extra: CSV files with the columns of data/actors.csv; later files win.

    Raises:
        RegistryError: a file is malformed.
    """
    own = [(entries := tuple(read_entries(Path(path))), make_index(entries)) for path in extra]
    return ActorRegistry([_shipped_layer(), *own]) if own else _shipped_registry()


@cache
def _shipped_registry() -> ActorRegistry:
    return ActorRegistry([_shipped_layer()])


@cache
def _shipped_layer() -> tuple[Sequence[ActorEntry], Sequence[Spelling]]:
    entries = tuple(read_entries(SHIPPED))
    return entries, read_index(INDEX, entries)


def _without_tail(words: Sequence[str], language: str) -> Sequence[str]:
    tail = load_frame(language).tail
    ends = [at for at, word in enumerate(words) if at and word.lower() in tail]
    return words[: ends[0]] if ends else words


def _is_lead(word: str, language: str) -> bool:
    return word.lower() in load_frame(language).lead or (word[:1].islower() and is_country_word(word, language))

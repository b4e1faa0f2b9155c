"""Who a name stands for: states and their arms, armed groups, organisations, outlets, agencies, a few persons.

A name is tried in this order, and the first sure answer is taken:

1. the very name, in any of its spellings (case, accents, articles and hyphens aside);
2. a state or one of its arms (`states`);
3. one of these inside a frame that changes nothing: "la chaîne qatarie X", "le porte-parole de X", "X à Beyrouth";
4. a name that sounds the same, or nearly: the bad transliteration of a known one.

Nothing is guessed: two candidates about as near, words left over or a short name misspelt give None.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache, cached_property, lru_cache
from pathlib import Path

from bilan.actors.entries import read_entries
from bilan.actors.index import is_written_as, make_index, read_index
from bilan.actors.names import key_of, load_frame, words_of
from bilan.actors.sounds import SoundIndex, Spelling
from bilan.actors.states import is_country_word, match_state, state_entry
from bilan.model.actor import ActorEntry, ActorMatch

DATA = Path(__file__).parent / "data"
SHIPPED, INDEX = DATA / "actors.csv", DATA / "index.txt"
EXACT, FRAMED, SOUND = 1.0, 0.95, 0.9  # scores: see ActorMatch
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
        found = self._match_words(name, words, language)
        frame = load_frame(language)
        fillers = {word for word in words if word in frame.filler or word.isdecimal()}  # "120 Iraqi soldiers"
        if found is not None or not fillers or fillers.issuperset(words):
            return found
        found = self._match_words(name, tuple(word for word in words if word not in fillers), language)
        return replace(found, score=min(found.score, FRAMED)) if found else None

    def _match_words(self, name: str, words: Sequence[str], language: str) -> ActorMatch | None:
        definite = name.lower().startswith(("les ", "the ", "al-", "ال"))
        whole = self._known(words, language, EXACT) or match_state(words, language, definite=definite)
        if (
            whole is None and language != "en"
        ):  # "US Army", "Royal Thai Navy" keep their English names in other languages
            whole = match_state(words, "en", whole=False)
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
        """Find the longest known name among words that otherwise only frame it, then so without what follows it."""
        named = _without_tail(words, language)
        if len(named) == len(words):
            return self._inside(words, language, len(words) - 1)
        return self._inside(words, language, len(words) - 1) or self._inside(named, language, len(named))

    def _inside(self, named: Sequence[str], language: str, longest: int) -> ActorMatch | None:
        lead = [_is_lead(word, language) for word in named]
        first = lead.index(False) if False in lead else len(lead)  # what is no frame word is of the name
        last = len(lead) - lead[::-1].index(False) if False in lead else 0
        for size in range(longest, 0, -1):
            for start in range(max(0, last - size), min(first, len(named) - size) + 1):
                inner = named[start : start + size]
                found = self._known(inner, language, FRAMED) or match_state(inner, language)
                if found is not None and (size == len(named) or not _is_lead(" ".join(inner), language)):
                    return replace(found, score=min(found.score, FRAMED))
        return None

    def _sounding(self, words: Sequence[str], language: str) -> ActorMatch | None:
        """Find the one name that sounds like this one, with its frame words in front or without."""
        whole = list(_without_tail(words, language))
        bare = whole[next((at for at, word in enumerate(whole[:-1]) if not _is_lead(word, language)), len(whole) - 1) :]
        for asked in [whole, bare] if len(bare) < len(whole) else [whole]:
            if key_of(asked) not in self._by_key and not all(word[:1].islower() for word in asked):
                found = self._sounds.nearest(asked)
                if found is not None:
                    return self._answer(found.actor, round(SOUND * found.score, 3))
        return None

    @cached_property
    def _sounds(self) -> SoundIndex:
        return SoundIndex(spelling for every in self._by_key.values() for spelling in every)


def open_registry(extra: Iterable[Path] = (), *, own: Sequence[ActorEntry] = ()) -> ActorRegistry:
    """Open the shipped registry with a user's own actors.

    Args:
        extra: CSV files with the columns of data/actors.csv; later files win.
        own: Further actors, which win over all files.

    Raises:
        RegistryError: a file is malformed.
    """
    layers = [entries for entries in (*(tuple(read_entries(Path(path))) for path in extra), tuple(own)) if entries]
    if not layers:
        return _shipped_registry()
    return ActorRegistry([_shipped_layer(), *((entries, make_index(entries)) for entries in layers)])


@cache
def _shipped_registry() -> ActorRegistry:
    return ActorRegistry([_shipped_layer()])


@cache
def _shipped_layer() -> tuple[Sequence[ActorEntry], Sequence[Spelling]]:
    entries = tuple(read_entries(SHIPPED))
    return entries, read_index(INDEX, entries)


def _without_tail(words: Sequence[str], language: str) -> Sequence[str]:
    tail = load_frame(language).tail
    ends = [at for at, word in enumerate(words) if at and (word.lower() if word.isupper() else word) in tail]
    return words[: ends[0]] if ends else words


def _is_lead(word: str, language: str) -> bool:
    lead = load_frame(language).lead
    return word.lower() in lead or key_of([word]) in lead or (word[:1].islower() and is_country_word(word, language))

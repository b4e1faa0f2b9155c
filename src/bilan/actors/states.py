"""States and their arms: "armée syrienne", "forces aériennes de la Russie", "Ukraine's defence ministry", "Damas".

A name is taken apart into words for an arm (data/arms.csv) and words for a country (data/states.csv), in any order;
nothing may be left over.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

from bilan.actors.names import key_of, singular, words_of
from bilan.actors.tables import cells, read_rows
from bilan.model.actor import ActorEntry, ActorMatch, Alias

DATA = Path(__file__).parent / "data"
LANGUAGES = ("fr", "en", "ar")
BY_CAPITAL = frozenset({"government"})  # "le régime de Damas"; the police of Paris is not that of France
METONYMS = frozenset({"capital", "leader"})  # what stands for a state only beside some arms
WHOLE, ARM, METONYM, PEOPLE = 1.0, 0.95, 0.85, 0.7  # scores: see ActorMatch
PEOPLES = ("s", "sh", "ch", "ese")  # ends of names of peoples behind "les", "the": "the British"
STATE_INTER = "State forces"


class _Country(NamedTuple):
    code: str
    how: str  # name · adjective · capital · leader


@dataclass(frozen=True, slots=True)
class _Tables:
    countries: Mapping[tuple[str, ...], _Country]
    arms: Mapping[tuple[str, ...], str]
    words: frozenset[str]  # of all countries: a name with none of them is no state's
    led: frozenset[tuple[str, ...]]  # the arms a leader's name goes with
    kinds: Mapping[str, Mapping[str, str]]
    states: Mapping[str, Mapping[str, str]]


def match_state(
    words: Sequence[str], language: str, *, definite: bool = False, whole: bool = True
) -> ActorMatch | None:
    """Take a name apart into an arm and a country.

    Args:
        words: The name's words, articles gone (`words_of`).
        language: Which language's words for arms and countries to use.
        definite: The name stood with a definite article: "les Russes" is Russia, "Russes" alone is not.
        whole: A country alone will do; False = only with an arm.

    Returns:
        The state or its arm, None if the words are not wholly accounted for.
    """
    tables = _load(language)
    folded = tuple([singular(word) for word in key_of(words).split()])
    if tables.words.isdisjoint(folded):
        return None
    for start, end in _spans(len(folded)):
        country = tables.countries.get(folded[start:end])
        if country is None:
            continue
        rest = folded[:start] + folded[end:]
        kind = tables.arms.get(rest) if rest else None
        if kind and _goes_with(kind, rest, country, tables):
            return _arm(kind, country, tables)
        if whole and not rest and (state := _whole(country, words, tables, definite=definite)):
            return state
    return None


def is_country_word(word: str, language: str) -> bool:
    """Tell whether one word is a country's name or adjective."""
    country = _load(language).countries.get(tuple(singular(part) for part in key_of([word]).split()))
    return country is not None and country.how not in METONYMS


def state_entry(actor: str) -> ActorEntry | None:
    """Return the entry of "state:SY", "army:SY", …; None if the id is no such thing."""
    kind, _, code = actor.partition(":")
    tables = _load("en")
    state = tables.states.get(code)
    if state is None:
        return None
    names = tuple(Alias(lang, name) for lang in LANGUAGES for name in cells(state[f"{lang}_names"]))
    if kind == "state":
        return ActorEntry(actor, state["name"], "state", names, code, inter=STATE_INTER, cameo=state["iso3"])
    arm = tables.kinds.get(kind)
    if arm is None:
        return None
    name, cameo = arm["label"].format(state["name"]), state["iso3"] + arm["cameo"]
    parent = f"army:{code}" if arm["type"] == "army" and kind != "army" else f"state:{code}"
    inter = {"media": "", "ngo-monitor": "Civilians"}.get(arm["type"], STATE_INTER)
    return ActorEntry(actor, name, arm["type"], (), code, parent, inter=inter, cameo=cameo)


@cache
def list_states() -> tuple[ActorEntry, ...]:
    """Return the entries of all states, without their arms."""
    entries = (state_entry(f"state:{code}") for code in _load("en").states)
    return tuple(entry for entry in entries if entry is not None)


@cache
def script_of(country: str) -> str:
    """Return the script (ISO 15924) that most of a country (ISO 3166-1 alpha-2) writes in; "" if that is not known."""
    state = _load("en").states.get(country)
    return state["script"] if state else ""


def _spans(length: int) -> Iterator[tuple[int, int]]:
    """Stretches of words, the longest first, so that "South Sudan" is not Sudan."""
    for size in range(length, 0, -1):
        for start in range(length - size + 1):
            yield start, start + size


def _goes_with(kind: str, words: tuple[str, ...], country: _Country, tables: _Tables) -> bool:
    if country.how == "leader":
        return words in tables.led
    return country.how != "capital" or kind in BY_CAPITAL


def _arm(kind: str, country: _Country, tables: _Tables) -> ActorMatch:
    arm, state = tables.kinds[kind], tables.states[country.code]
    score = METONYM if country.how in METONYMS else ARM
    return ActorMatch(f"{kind}:{country.code}", arm["label"].format(state["name"]), arm["type"], score)


def _whole(country: _Country, words: Sequence[str], tables: _Tables, *, definite: bool) -> ActorMatch | None:
    name = tables.states[country.code]["name"]
    scores = {"name": WHOLE, "capital": METONYM}
    if country.how in scores:
        return ActorMatch(f"state:{country.code}", name, "state", scores[country.how])
    if definite and len(words) == 1 and words[0][:1].isupper() and words[0].endswith(PEOPLES):
        return ActorMatch(f"state:{country.code}", name, "state", PEOPLE)
    return None


@cache
def _load(language: str) -> _Tables:
    states = {row["code"]: row for row in read_rows(DATA / "states.csv")}
    arms = read_rows(DATA / "arms.csv")
    countries: dict[tuple[str, ...], _Country] = {}
    columns = {"name": "names", "adjective": "adjectives", "capital": "capitals"} if language in LANGUAGES else {}
    for how, column in columns.items():
        for code, row in states.items():
            for spelling in cells(row[f"{language}_{column}"]):
                for form in _forms(spelling, how, language):
                    countries.setdefault(_folded(form, language), _Country(code, how))
    for code, row in states.items() if columns else ():
        for leader in cells(row["leaders"]):
            countries.setdefault(_folded(leader, language), _Country(code, "leader"))
    worded = [
        (_folded(words, language), row) for row in arms if row["language"] == language for words in cells(row["words"])
    ]
    return _Tables(
        countries=countries,
        arms={words: row["kind"] for words, row in worded},
        led=frozenset(words for words, row in worded if row["leader"]),
        words=frozenset(word for words in countries for word in words),
        kinds={row["kind"]: row for row in arms},
        states=states,
    )


def _forms(spelling: str, how: str, language: str) -> tuple[str, ...]:
    """Return a spelling with the forms its language makes of it: Arabic adjectives have a feminine and an article."""
    if language != "ar" or how != "adjective":
        return (spelling,)
    bare = spelling.removeprefix("ال")
    return spelling, f"{spelling}ة", bare, f"{bare}ة"


def _folded(spelling: str, language: str) -> tuple[str, ...]:
    return tuple(singular(word) for word in key_of(words_of(spelling, language)).split())

"""The gates a find must pass: is a word that equals a place's name used as one here?

People, outlets, months, streets and ordinary words share names with towns. What stands around a name, what the parser
takes it for and how large the place is decide together.
"""

import re
from collections.abc import Sequence

from bilan.annotate.place_page import Page, next_word, previous_word
from bilan.annotate.place_runs import Run
from bilan.annotate.place_words import PlaceWords
from bilan.annotate.tokens import Name
from bilan.gazetteer.keys import exact_key
from bilan.model.place import Candidate

# People a place must have for its bare name to be believed; the fewer signs, the more. Set by hand and measured with
# `bilan.evaluate.places.score_places` (GeoWebNews and TR-News); re-run when changing them.
SURE, UNMARKED, LIKELY, MENTIONED = 100_000, 50_000, 15_000, 1_000
NAME_PARTS = frozenset({"PROPN", "X"})  # parts of speech a name nobody marked may have
LARGE_KINDS = frozenset({"country", "admin1", "region", "water"})
ATTESTED = 0.5  # score of a spelling only one list of names has
ACRONYM = 4  # letters; capitals alone are a name only of a country or region ("US", "UAE", "FATA")
ACRONYM_KINDS = frozenset({"country", "region"})
# "Bir al-Abed", "US$": more of the name, or none.
NAME_GOES_ON = re.compile(r"\$|[ -](?:al|el|ul|a[rsdntz]|ash|e[rsdntz]|esh)[-’'][^\W\d_]{2}", re.IGNORECASE)


def is_place(page: Page, run: Run, candidates: Sequence[Candidate]) -> bool:
    """The gates: tell whether words that equal a place's name are used as one here."""
    span, lexicon = run.span, page.lexicon
    if _is_unlike(run, lexicon) or NAME_GOES_ON.match(page.text, span.end):
        return False
    name = page.name_over(span.start, span.end)
    label = label_of(name, lexicon)
    whole = name is not None and page.trimmed(name) == span
    told = page.told(span.start, span.end)
    words = span.of(page.text)
    key = exact_key(words)
    size = max(size_of(candidate) for candidate in candidates)
    single = run.first == run.last
    dateline = page.dateline(span.start, span.end)
    if is_acronym(words) and not run.line.shouting and not dateline:
        return any(candidate.kind in ACRONYM_KINDS for candidate in candidates)
    if key in lexicon.stops:
        return label == "place" and whole and told.strong and size >= LIKELY
    if dateline:
        return True
    if _is_person(page, run, name, key) and told.kind is None:
        return told.strong and label != "person" and not page.titled(span.start)
    if single and (key in lexicon.given or run.line.words[run.first].low in page.small):
        return (label == "place" and whole and size >= LIKELY) or told.sure
    if name is not None and not whole and size < SURE and label == "place":
        return page.is_wrapped(name, span)
    if label == "other" and name is not None and not whole:
        return _is_free_inside(page, run, name) and size >= LIKELY
    if label is None and single and not told.sure and page.part_of_speech(span.start) not in NAME_PARTS:
        return False
    return size >= _least_size(label, single=single, told=told.sure, shouting=run.line.shouting)


def is_acronym(words: str) -> bool:
    """Tell whether words are a few capitals, full stops aside."""
    letters = words.replace(".", "")
    return letters.isupper() and letters.isalpha() and len(letters) <= ACRONYM


def _least_size(label: str | None, *, single: bool, told: bool, shouting: bool) -> int:
    """Return the people a place must have to be believed, given the signs."""
    if told or (label == "place" and not shouting):
        return 0
    if shouting:
        return SURE if single else LIKELY
    if label is None:
        return UNMARKED if single else MENTIONED
    return SURE if label == "person" or single else LIKELY


def label_of(name: Name | None, lexicon: PlaceWords) -> str | None:
    """Return what the parser takes a name for: place, person or other; None without a name."""
    if name is None:
        return None
    return next((kind for kind in ("place", "person") if name.label in lexicon.labels[kind]), "other")


def size_of(candidate: Candidate) -> int:
    """Return how many people a candidate counts as; units, regions and seas weigh like large towns."""
    if candidate.kind in LARGE_KINDS and candidate.score > ATTESTED:
        return max(candidate.population, SURE)
    return int(candidate.population * candidate.score)


def _is_unlike(run: Run, lexicon: PlaceWords) -> bool:
    """Tell whether the name is only borrowed: "Houston Street", "lac Léman", "rue de Paris"."""
    words, unlike = run.line.words, lexicon.words["unlike"]
    after = next_word(run.line, run.last)
    if after and after.capital and after.low in unlike and after.start - words[run.last].end == 1:
        return True
    back = [word for word in words[max(0, run.first - 3) : run.first] if word.low not in lexicon.words["trimmed"]]
    before = back[-1] if back else None
    return bool(before and before.low in unlike and words[run.first].start - before.end <= len(" de la l'"))


def _is_person(page: Page, run: Run, name: Name | None, key: str) -> bool:
    """Tell whether the words are (part of) a person's name."""
    span, lexicon = run.span, page.lexicon
    if key in page.surnames or page.titled(span.start):
        return True
    before = previous_word(run.line, run.first)
    joined = before is not None and span.start - before.end <= 1 and before.capital
    if joined and before is not None and exact_key(before.text) in lexicon.given and before.low not in lexicon.stops:
        return True
    if name is None or name.label not in lexicon.labels["person"]:
        return False
    stretch = page.trimmed(name)
    return stretch is not None and stretch != span and not (span.start == stretch.start and span.end >= stretch.end)


def _is_free_inside(page: Page, run: Run, name: Name) -> bool:
    """Tell whether a place's name inside a longer name still is a place: "hôpital d'Alep", "Aleppo University"."""
    lexicon, line = page.lexicon, run.line
    before, after = previous_word(line, run.first), next_word(line, run.last)
    inside = before is not None and before.start >= name.start
    if inside and before is not None and before.low in lexicon.words["trimmed"]:
        return True
    if page.text[name.start : run.span.start].endswith(("d'", "d’")):
        return True
    beside = after is not None and after.low in lexicon.words["located"]
    owner = page.text[run.span.end : run.span.end + 2] in {"'s", "’s"}
    return beside or owner

"""Finds the places a report names: what the gazetteer knows, and what the parser takes for places.

Steps: (1) runs of capital words are looked up as they stand, longest first; (2) each find must pass the gates that
keep out people, outlets, months and ordinary words; (3) adjectives ("syrien") are marked as hints; (4) names the parser
found and the gazetteer did not, and unknown names after "village of", are looked up loosely, inside the countries the
report has named; (5) role, cue and precision come from the words around.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from bilan.annotate.place_gates import LARGE_KINDS, SURE, is_acronym, is_place, label_of, size_of
from bilan.annotate.place_page import Page, Setting
from bilan.annotate.place_runs import Run
from bilan.annotate.place_words import place_words
from bilan.annotate.tokens import Name, Parse
from bilan.gazetteer.keys import exact_key
from bilan.languages.load import Pack
from bilan.model.place import Candidate, Gazetteer, PlaceMention
from bilan.model.text import Span

# Only the countries a report is set in are searched loosely: at most so many, by votes; the least share of the top's.
COUNTRIES, TOWN_VOTES, COUNTRY_VOTES, LEAST_VOTES = 3, 4, 2, 0.3
OTHER_KIND = 0.25  # belief left to a candidate that is not of the kind the words name
NAMED_KINDS = frozenset({"city", "section", "admin1", "admin2"})  # "village of": an unknown name may follow
SAME_KIND = {"section": {"section", "city"}, "facility": {"facility", "city"}}


class Hit(NamedTuple):
    """A stretch that names a place, and what it may stand for."""

    start: int
    end: int
    candidates: Sequence[Candidate]
    adjective: bool = False


def find_place_mentions(text: str, parse: Parse, pack: Pack, gazetteer: Gazetteer) -> tuple[PlaceMention, ...]:
    """Find all mentions of places in the parsed passages of a report.

    Args:
        text: The report's frozen text.
        parse: Its parse; the labels of names are weak hints only.
        pack: The language's pack; without a places.toml nothing is found.
        gazetteer: Asked twice: once for all exact names, once loosely for the rest.

    Returns:
        Mentions in text order, none overlapping another. Candidates are unranked; their precision already tells
        "near" (2) and "off the coast of" (7), their score how well spelling and kind fit.
    """
    if not pack.toml("places"):
        return ()
    page = Page(text, parse, place_words(pack))
    hits = _known_places(page, gazetteer)
    hits += _likely_places(page, hits, gazetteer)
    return tuple(_mention(page, hit) for hit in sorted(hits, key=lambda hit: hit.start))


def mention_at(page: Page, spans: Sequence[Span], gazetteer: Gazetteer) -> tuple[PlaceMention, ...]:
    """Make mentions of stretches somebody else says are places: only the gazetteer is asked, no gate is passed.

    Args:
        page: The report.
        spans: Stretches of its text.
        gazetteer: Asked twice, the second time loosely for what it did not know exactly.

    Returns:
        One mention a stretch, in order; without candidates where the gazetteer knows none.
    """
    words = [span.of(page.text) for span in spans]
    names = [page.lexicon.demonyms.get(word) or word for word in words]
    exact = [
        Hit(span.start, span.end, found, adjective=name != word)
        for span, found, name, word in zip(spans, gazetteer.lookup(names), names, words, strict=True)
    ]
    loose = gazetteer.lookup(names, within=_countries(exact))
    return tuple(
        _mention(page, hit._replace(candidates=hit.candidates or found))
        for hit, found in zip(exact, loose, strict=True)
    )


def _known_places(page: Page, gazetteer: Gazetteer) -> list[Hit]:
    """Look up all runs at once and keep, from left to right, the longest that pass the gates."""
    names = sorted({run.span.of(page.text) for row in page.runs for run in row})
    known = dict(zip(names, gazetteer.lookup(names), strict=True))
    hits: list[Hit] = []
    for row in page.runs:
        hits.extend(_read_runs(page, row, known))
    return _with_adjectives(page, hits, gazetteer)


def _read_runs(page: Page, runs: Sequence[Run], known: Mapping[str, Sequence[Candidate]]) -> Iterator[Hit]:
    done = 0
    units = _units_by_start(runs, known, page.text)
    for run in runs:
        span = run.span
        if span.start < done:
            continue
        words = span.of(page.text)
        if exact_key(words) in page.lexicon.outlets:
            done = span.end
            continue
        found = known[words]
        if not found:
            continue
        inside = page.text[span.end : span.end + 2] == ", " and _lies_in(found, units.get(span.end + 2, ()))
        if inside or _is_unit_after(page, run, done, found) or is_place(page, run, found):
            done = span.end
            yield Hit(span.start, span.end, found)


def _units_by_start(
    runs: Sequence[Run], known: Mapping[str, Sequence[Candidate]], text: str
) -> Mapping[int, Sequence[Candidate]]:
    """Return the countries and units runs may stand for, by where the run begins."""
    units: dict[int, list[Candidate]] = {}
    for run in runs:
        for candidate in known[run.span.of(text)]:
            if candidate.kind in {"country", "admin1"}:
                units.setdefault(run.span.start, []).append(candidate)
    return units


def _lies_in(candidates: Sequence[Candidate], units: Sequence[Candidate]) -> bool:
    """Tell whether one of the places lies in one of the units named right after it: "Ada, Oklahoma"."""
    return any(
        candidate.kind in {"city", "section", "admin2"}
        and candidate.country == unit.country
        and (unit.kind == "country" or candidate.admin1 == unit.admin1)
        for unit in units
        for candidate in candidates
    )


def _is_unit_after(page: Page, run: Run, done: int, candidates: Sequence[Candidate]) -> bool:
    """Tell whether this is the unit a place just named lies in: "Lexington, Ky.", "Nelson, BC"."""
    gap = page.text[done : run.span.start] if done else ""
    return gap in {", ", " ("} and any(candidate.kind == "admin1" for candidate in candidates)


def _with_adjectives(page: Page, hits: list[Hit], gazetteer: Gazetteer) -> list[Hit]:
    """Add adjectives and names of peoples, in place of a town that happens to be written the same."""
    found = list(_find_adjectives(page))
    places = sorted({place for _, _, place in found})
    known = dict(zip(places, gazetteer.lookup(places), strict=True))
    adjectives = []
    for start, end, place in found:
        if not any(hit.start <= start and end <= hit.end and _outweighs(page, hit, end - start) for hit in hits):
            best = sorted(known[place], key=size_of, reverse=True)[:1]
            adjectives.append(Hit(start, end, best, adjective=True))
    spans = [(hit.start, hit.end) for hit in adjectives]
    free = [hit for hit in hits if not any(hit.start < end and start < hit.end for start, end in spans)]
    return free + adjectives


def _outweighs(page: Page, hit: Hit, length: int) -> bool:
    """Tell whether a place wins over the adjective inside it: it is longer, or a country's own name ("la Suisse")."""
    if hit.end - hit.start > length:
        return True
    return page.text[hit.start].isupper() and any(candidate.kind in LARGE_KINDS for candidate in hit.candidates)


def _find_adjectives(page: Page) -> Iterator[tuple[int, int, str]]:
    demonyms, longest = page.lexicon.demonyms, page.lexicon.demonym_length
    for line in page.lines:
        skip = 0
        for first, word in enumerate(line.words):
            if word.start < skip or word.low not in page.lexicon.demonym_starts:
                continue
            for last in range(min(first + longest, len(line.words)) - 1, first - 1, -1):
                end = line.words[last].end
                words = page.text[word.start : end]
                place = demonyms.get(words) or demonyms.get(words.lower())
                if line.shouting and place is None:
                    place = demonyms.get(words.title())
                if place:
                    yield word.start, end, place
                    skip = end
                    break


def _likely_places(page: Page, hits: Sequence[Hit], gazetteer: Gazetteer) -> list[Hit]:
    """Look up loosely what the parser takes for a place, and unknown names after "in", "village of"."""
    taken = [(hit.start, hit.end) for hit in hits]
    spans = dict(_left_over(page, taken))
    ordered = sorted(spans)
    within = _countries(hits)
    found = gazetteer.lookup([span.of(page.text) for span in ordered], within=within)
    likely = []
    for span, candidates in zip(ordered, found, strict=True):
        sure = spans[span]
        kept = [
            candidate
            for candidate in candidates
            if candidate.country in within
            or (size_of(candidate) >= SURE and (candidate.matched == "exact" or not within))
        ]
        if kept or sure:
            likely.append(Hit(span.start, span.end, kept))
    return likely


def _left_over(page: Page, taken: Sequence[tuple[int, int]]) -> Iterator[tuple[Span, bool]]:
    """Yield stretches that may name a place nobody knows yet, and whether to keep them unresolved."""
    seen = list(taken)
    for name in page.names:
        for span in _outside(page, name, taken):
            if _may_be_place(page, span):
                label = label_of(name, page.lexicon)
                told = page.told(span.start, span.end)
                if label == "place" or (told.sure and not page.titled(span.start)):
                    seen.append((span.start, span.end))
                    yield span, label == "place" and told.cue is not None
    introduced = page.introduced(NAMED_KINDS)
    for run in (run for row in page.runs for run in row):
        span = run.span
        if span.start not in introduced or run.line.shouting or not run.line.words[run.first].capital:
            continue
        if not any(span.start < end and start < span.end for start, end in seen) and _may_be_place(page, span):
            seen.append((span.start, span.end))
            yield span, True


def _may_be_place(page: Page, span: Span) -> bool:
    """Leave out what begins small, holds a number or an ordinary word, or is a person's or an outlet's name."""
    words, lexicon = span.of(page.text), page.lexicon
    key = exact_key(words)
    if not words[:1].isupper() or key in lexicon.outlets or key in page.surnames:
        return False
    if is_acronym(words) or words.lower() in lexicon.demonyms:
        return False
    if key in lexicon.stops:
        return False
    return not any(word in lexicon.ordinary or word.isdigit() for word in key.split(" "))


def _outside(page: Page, name: Name, taken: Sequence[tuple[int, int]]) -> Iterator[Span]:
    """Yield what is left of a parser's name beside the places already found in it ("Damas Dariia" → "Dariia")."""
    whole = page.trimmed(name)
    if whole is None:
        return
    inside = [(start, end) for start, end in taken if start < whole.end and whole.start < end]
    if not inside:
        yield whole
        return
    if label_of(name, page.lexicon) != "place":
        return
    edge = whole.start
    for start, end in [*sorted(inside), (whole.end, whole.end)]:
        if start > edge:
            rest = page.trimmed(Name(edge, start, name.label))
            if rest is not None and rest.of(page.text)[:1].isupper():
                yield rest
        edge = max(edge, end)


def _countries(hits: Sequence[Hit]) -> tuple[str, ...]:
    """Return the countries the report is set in: towns and units tell more of that than countries and adjectives."""
    votes: Counter[str] = Counter()
    for hit in hits:
        best = max(hit.candidates, key=lambda candidate: (size_of(candidate), candidate.id), default=None)
        if best is not None and best.country:
            votes[best.country] += 1 if hit.adjective else COUNTRY_VOTES if best.kind == "country" else TOWN_VOTES
    least = max(votes.values(), default=0) * LEAST_VOTES
    return tuple(country for country, number in votes.most_common(COUNTRIES) if number >= least)


def _mention(page: Page, hit: Hit) -> PlaceMention:
    span = Span(hit.start, hit.end)
    setting = page.setting(hit.start, hit.end)
    # "tués par une frappe à Idleb": whatever governs it, what stands behind a preposition of place is where it was
    placed = page.told(hit.start, hit.end).strong
    role = "adjective" if hit.adjective else "place" if placed else page.role(hit.start, hit.end)
    candidates = hit.candidates if hit.adjective else _fitted(hit.candidates, setting)
    return PlaceMention(span, span.of(page.text), role, setting.cue, tuple(candidates))


def _fitted(candidates: Sequence[Candidate], setting: Setting) -> Sequence[Candidate]:
    """Let the words around a name speak: the kind of place, near it, part of it, off its coast."""
    if not (setting.kind or setting.near or setting.part or setting.sea):
        return candidates
    wanted = SAME_KIND.get(setting.kind or "", {setting.kind})
    fitting = any(candidate.kind in wanted for candidate in candidates)
    fitted = []
    for candidate in candidates:
        score, precision = candidate.score, candidate.precision
        if setting.kind and fitting and candidate.kind not in wanted:
            score *= OTHER_KIND
        if setting.kind in {"admin1", "admin2"} and not fitting and candidate.kind == "city":
            precision = 4 if setting.kind == "admin1" else 3
        if setting.near and precision == 1:
            precision = 2
        if setting.part and candidate.kind == "country":
            precision = 5
        if setting.sea:
            precision = 7
        fitted.append(replace(candidate, score=score, precision=precision))
    return fitted

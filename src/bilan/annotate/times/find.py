"""Find the time expressions of a report.

Steps: 1 split each passage into tokens; 2 match the rules of the first round, leftmost and longest; 3 join and modify
what was found ("depuis" + "mars 2015", "10 p.m." + "Wednesday"); 4 let the tense around a time say past or future.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from bilan.annotate.times.grammar import Cues, Grammar, Rule, Value, grammar_of
from bilan.annotate.times.readings import read_match
from bilan.annotate.times.tokens import CLOCK, EDGE, OTHER, TIME, Tokens, split_tokens
from bilan.languages.load import Pack
from bilan.model.text import Span
from bilan.model.time import TimeMention

REACH = 12  # tokens around a time in which a tense cue still speaks of it: about one clause
AFTER = 3  # a cue after the time counts as this many tokens further away: "said Monday it will" is past
LEAD = 4  # tokens a modifier may stand before the time it modifies


class Found(NamedTuple):
    """A mention and the tokens it covers."""

    mention: TimeMention
    start: int
    end: int


def find_times(text: str, pack: Pack, spans: Sequence[Span]) -> tuple[TimeMention, ...]:
    """Find the time expressions of a text.

    Args:
        text: the report's frozen text.
        pack: the language's pack; without a times.toml nothing is found.
        spans: the passages to read.

    Returns:
        Mentions in order of the text, never overlapping; each lies in one of `spans`.

    Raises:
        LanguageError: the pack's times.toml is malformed.
    """
    grammar = grammar_of(pack)
    if grammar is None:
        return ()
    mentions: list[TimeMention] = []
    for span in spans:
        tokens = split_tokens(text, span.start, span.end)
        codes = EDGE + grammar.book.encode(tokens.forms) + EDGE
        found = _first_round(text, grammar, tokens, codes)
        if found:
            found = _second_round(text, grammar, tokens, codes, found)
            mentions.extend(_directed(item, tokens, grammar.cues) for item in found)
    return tuple(mentions)


def _first_round(text: str, grammar: Grammar, tokens: Tokens, codes: str) -> list[Found]:
    found = []
    place, last = 1, len(codes) - 1
    while place < last:
        rule, end = _longest(grammar.first.get(codes[place], ()), codes, place)
        if rule is None:
            place += 1
            continue
        rule, place, end = _not_hiding_a_longer_one(grammar, codes, (rule, place, end))
        mention = _read(text, grammar, tokens, codes, rule, place)
        if mention is not None:
            found.append(Found(mention, place - 1, end - 1))
        place = end
    return found


def _not_hiding_a_longer_one(grammar: Grammar, codes: str, match: tuple[Rule, int, int]) -> tuple[Rule, int, int]:
    """Prefer a longer match that begins inside this one: "le lundi" must not cut "lundi 3 mars 2016" short."""
    _, start, end = match
    best = match
    for place in range(start + 1, end):
        rule, reach = _longest(grammar.first.get(codes[place], ()), codes, place)
        if rule is not None and reach > end and reach - place > best[2] - best[1]:
            best = (rule, place, reach)
    return best


def _longest(rules: Sequence[Rule], codes: str, place: int) -> tuple[Rule | None, int]:
    best: Rule | None = None
    longest = place
    for rule in rules:
        match = rule.regex.match(codes, place)
        if match is not None and match.end() > longest:
            best, longest = rule, match.end()
    return best, longest


def _read(
    text: str, grammar: Grammar, tokens: Tokens, codes: str, rule: Rule, place: int
) -> TimeMention | None:  # fmt: skip
    match = rule.regex.match(codes, place)
    if match is None:
        return None
    slots = dict(rule.given)
    for slot in rule.slots:
        start, end = match.span(slot.group)
        if start >= 0:
            slots[slot.name] = grammar.value(slot, tokens.forms[start - 1 : end - 1])
    span = Span(tokens.starts[place - 1], tokens.ends[match.end() - 2])
    return read_match(rule.reading, slots, span, span.of(text))


def _second_round(text: str, grammar: Grammar, tokens: Tokens, codes: str, found: list[Found]) -> list[Found]:
    """Join and modify mentions: each becomes one character, and the second round's rules run over the result."""
    if not grammar.second:
        return found
    short, index = _shortened(codes, found)
    result: list[Found] = []
    taken = 0  # mentions already used up
    for number, item in enumerate(found):
        if number < taken:
            continue
        place = index[number]
        floor = index[number - 1] + 1 if number else 1
        whole, used = _modified(text, grammar, tokens, short, (place, max(floor, place - LEAD)), found[number:])
        result.append(whole or item)
        taken = number + max(used, 1)
    return result


def _shortened(codes: str, found: Sequence[Found]) -> tuple[str, list[int]]:
    parts: list[str] = []
    index: list[int] = []
    size = at = 0
    for item in found:
        parts.append(codes[at : item.start + 1])
        size += len(parts[-1])
        index.append(size)
        parts.append(_mention_code(item.mention))
        size += 1
        at = item.end + 1
    parts.append(codes[at:])
    return "".join(parts), index


def _mention_code(mention: TimeMention) -> str:
    if mention.kind in ("clock", "part"):
        return CLOCK
    return OTHER if mention.kind in ("duration", "recurrence", "vague") else TIME


def _modified(
    text: str, grammar: Grammar, tokens: Tokens, short: str, places: tuple[int, int], rest: Sequence[Found]
) -> tuple[Found | None, int]:
    """Apply the longest second-round rule that takes in the mention at `places[0]`; tell how many it used."""
    place, floor = places
    best: tuple[int, int, Rule] | None = None
    for start in range(floor, place + 1):
        for rule in grammar.second.get(short[start], ()):
            match = rule.regex.match(short, start)
            if match and match.end() > place and (best is None or match.end() - start > best[1] - best[0]):
                best = (start, match.end(), rule)
    if best is None:
        return None, 1
    start, end, rule = best
    used = [item for item, code in zip(rest, _mention_places(short, place, end), strict=False) if code]
    first = used[0].start - (place - start)
    last_end = used[-1].end + (end - 1 - max(at for at in range(place, end) if short[at] in TIME + CLOCK + OTHER))
    span = Span(tokens.starts[first], tokens.ends[last_end - 1])
    mention = _combined(rule, [item.mention for item in used])
    if mention is None:
        return None, 1
    return Found(replace(mention, span=span, text=span.of(text)), first, last_end), len(used)


def _mention_places(short: str, start: int, end: int) -> list[str]:
    return [code for code in short[start:end] if code in TIME + CLOCK + OTHER]


def _combined(rule: Rule, parts: Sequence[TimeMention]) -> TimeMention | None:
    given: Mapping[str, Value] = rule.given
    first = parts[0]
    if rule.reading == "join" and len(parts) > 1:
        date, clock = (first, parts[1]) if parts[1].kind in ("clock", "part") else (parts[1], first)
        if "T" in (date.value or ""):
            return None
        joined = (date.value or "") + (clock.value or "")
        return replace(date, value=joined)
    if rule.reading == "between" and len(parts) > 1:
        return replace(first, kind="range", until=parts[1])
    fixed = {name: str(given[name]) for name in ("modifier", "direction", "every", "kind", "anchor") if name in given}
    return replace(first, **fixed)


def _directed(item: Found, tokens: Tokens, cues: Cues) -> TimeMention:
    """Let the nearest tense cue of the sentence say whether a weekday or a date without a year lies ahead."""
    mention = item.mention
    value = mention.value or ""
    if mention.direction or not value.startswith("XXXX") or mention.modifier == "this":
        return mention
    best: tuple[int, str] | None = None
    for step, extra in ((-1, 0), (1, AFTER)):
        place = item.start - 1 if step < 0 else item.end
        distance = 1 + extra
        while 0 <= place < len(tokens.forms) and distance <= REACH:
            form = tokens.forms[place].lower()
            if form in cues.sentence_ends or form[0] == "\n":
                break
            side = _tense(form, cues)
            if side and (best is None or distance < best[0]):
                best = (distance, side)
            place += step
            distance += 1
    return replace(mention, direction=best[1]) if best else mention


def _tense(form: str, cues: Cues) -> str | None:
    if form in cues.future:
        return "future"
    if form in cues.past:
        return "past"
    if len(form) > 4 and form.endswith(cues.future_endings):  # noqa: PLR2004 - endings alone are no verbs
        return "future"
    if len(form) > 4 and form.endswith(cues.past_endings):  # noqa: PLR2004 - same
        return "past"
    return None

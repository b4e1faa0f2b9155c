"""Find the time expressions of a report.

Steps: 1 split each passage into tokens; 2 match the rules of the first round, leftmost and longest; 3 join and modify
what was found ("depuis" + "mars 2015", "10 p.m." + "Wednesday"); 4 let the tense around a time say past or future.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from bilan.annotate.times.grammar import Cues, Grammar, Rule, grammar_of
from bilan.annotate.times.readings import KIND_OF_UNIT, read_match, with_given
from bilan.annotate.times.tokens import CLOCK, EDGE, OTHER, TIME, Tokens
from bilan.languages.load import Pack
from bilan.model.text import Span
from bilan.model.time import TimeMention

REACH = 12  # tokens around a time in which a tense cue still speaks of it: about one clause
AFTER = 3  # a cue after the time counts as this many tokens further away: "said Monday it will" is past
LEAD = 4  # tokens a modifier may stand before the time it modifies


MENTIONS = TIME + CLOCK + OTHER

Hit = tuple[Rule, re.Match[str]]


class Passage(NamedTuple):
    """What the rounds work on: `codes` has one character a token and one EDGE at each end."""

    text: str
    grammar: Grammar
    tokens: Tokens
    codes: str


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
        tokens = Tokens(text, span.start, span.end)
        passage = Passage(text, grammar, tokens, EDGE + grammar.book.encode(tokens.forms) + EDGE)
        found = _first_round(passage)
        if found:
            found = _second_round(passage, found)
            mentions.extend(_directed(item, tokens, grammar.cues) for item in found)
    return tuple(mentions)


def _first_round(passage: Passage) -> list[Found]:
    found = []
    codes, rules_of = passage.codes, passage.grammar.first
    free = 1  # where the mention before ends
    for place in [place for place, code in enumerate(codes) if code in rules_of]:
        if not free <= place < len(codes) - 1:
            continue
        hit = rules_of[codes[place]].longest(codes, place)
        if hit is None:
            continue
        rule, match = _not_hiding_a_longer_one(passage, hit)
        mention = _read(passage, rule, match)
        if mention is not None:
            found.append(Found(mention, match.start() - 1, match.end() - 1))
        free = match.end()
    return found


def _not_hiding_a_longer_one(passage: Passage, hit: Hit) -> Hit:
    """Prefer a longer match that begins inside this one: "le lundi" must not cut "lundi 3 mars 2016" short."""
    best = hit
    start, end = hit[1].span()
    for place in range(start + 1, end):
        rules = passage.grammar.first.get(passage.codes[place])
        other = rules.longest(passage.codes, place) if rules else None
        if other and other[1].end() > end and _size(other) > _size(best):
            best = other
    return best


def _size(hit: Hit) -> int:
    return hit[1].end() - hit[1].start()


def _read(passage: Passage, rule: Rule, match: re.Match[str]) -> TimeMention | None:
    tokens = passage.tokens
    slots = dict(rule.given)
    for slot in rule.slots:
        start, end = match.span(slot.group)
        if start >= 0:
            slots[slot.name] = passage.grammar.value(slot, tokens.forms[start - 1 : end - 1])
    span = Span(tokens.spans[match.start() - 1][0], tokens.spans[match.end() - 2][1])
    return read_match(rule.reading, slots, span, span.of(passage.text))


def _second_round(passage: Passage, found: list[Found]) -> list[Found]:
    """Join and modify mentions: each becomes one character, and the second round's rules run over the result."""
    if not passage.grammar.second:
        return found
    short, index = _shortened(passage.codes, found)
    result: list[Found] = []
    taken = 0  # mentions already used up
    for number, item in enumerate(found):
        if number < taken:
            continue
        floor = index[number - 1] + 1 if number else 1
        window = range(max(floor, index[number] - LEAD), index[number] + 1)
        whole, used = _modified(passage, short, window, found[number:])
        result.append(whole or item)
        taken = number + used
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
    passage: Passage, short: str, starts: range, rest: Sequence[Found]
) -> tuple[Found | None, int]:  # fmt: skip
    """Apply the longest second-round rule that begins at one of `starts` and takes in the mention at the last one.

    Returns:
        The joined or modified mention, None if no rule applies; how many of the mentions `rest` are used up.
    """
    place = starts[-1]
    best: Hit | None = None
    for start in starts:
        rules = passage.grammar.second.get(short[start])
        hit = rules.longest(short, start) if rules else None
        if hit and hit[1].end() > place and (best is None or _size(hit) > _size(best)):
            best = hit
    if best is None:
        return None, 1
    rule, match = best
    matched = match.group()
    used = rest[: sum(code in MENTIONS for code in matched)]
    trailing = len(matched) - 1 - max(matched.rfind(code) for code in MENTIONS)
    first, end = used[0].start - (place - match.start()), used[-1].end + trailing
    mention = _combined(rule, [item.mention for item in used])
    if mention is None:
        return None, 1
    span = Span(passage.tokens.spans[first][0], passage.tokens.spans[end - 1][1])
    return Found(replace(mention, span=span, text=span.of(passage.text)), first, end), len(used)


def _combined(rule: Rule, parts: Sequence[TimeMention]) -> TimeMention | None:
    first = parts[0]
    if rule.reading == "join":
        date, clock = (first, parts[1]) if parts[1].kind in ("clock", "part") else (parts[1], first)
        if "T" in (date.value or ""):
            return None
        return replace(date, value=(date.value or "") + (clock.value or ""))
    if rule.reading == "between":
        return replace(first, kind="range", until=parts[1])
    return with_given(first, rule.given)


def _directed(item: Found, tokens: Tokens, cues: Cues) -> TimeMention:
    """Let the nearest tense cue of the sentence say whether a weekday or a date without a year lies ahead."""
    mention = item.mention
    value = mention.value or ""
    bare = mention.kind == "duration" and mention.offset is not None
    if mention.direction or not (bare or value.startswith("XXXX")):
        return mention
    side = _nearest_tense(item, tokens, cues)
    if bare:
        return _ahead(mention) if side == "future" else replace(mention, offset=None)
    return replace(mention, direction=side)


def _ahead(mention: TimeMention) -> TimeMention:
    """Read "in two days" beside a future tense as a day to come, not as how long something takes."""
    value = mention.value or ""
    kind = "hour" if "T" in value else KIND_OF_UNIT.get(value[-1:], "day")
    return replace(mention, kind=kind, value=None, anchor="publication", direction="future")


def _nearest_tense(item: Found, tokens: Tokens, cues: Cues) -> str | None:
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
    return best[1] if best else None


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

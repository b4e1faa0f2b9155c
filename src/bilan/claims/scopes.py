"""Which tokens of its sentence each saying covers.

A sentence is cut where another speaker takes over: at a semicolon, at "mais", "tandis que", "while", or before a
clause with a verb of saying of its own. No saying reaches beyond its part, its brackets or its quotation marks.
"""

from collections.abc import Sequence
from typing import NamedTuple

from bilan.annotate.syntax import Sentence
from bilan.claims.saying import Saying, group_first, is_finite, is_infinitive, is_present_participle

BRACKETS = {"(": ")", "«": "»", "“": "”", "[": "]"}
SIGNED = "signed"  # the source that signs a headline, in brackets too
VERBAL = frozenset({"VERB", "AUX"})


class Scope(NamedTuple):
    """The tokens, inclusive, a saying covers."""

    first: int
    last: int


def scopes(sentence: Sentence, sayings: Sequence[Saying]) -> list[Scope]:
    """Return the scope of each saying; an empty one has `last` before `first`."""
    if not sayings:
        return []
    inside = _brackets(sentence)
    borders = _borders(sentence, sayings, inside)
    marks = [s for s in sayings if s.form == "around" and s.cue.kind == "according"]
    return [_scope(sentence, saying, borders, inside, _neighbours(saying, marks)) for saying in sayings]


def _neighbours(saying: Saying, marks: Sequence[Saying]) -> tuple[Saying | None, Saying | None]:
    """Return the prepositions of source before and behind this one."""
    if saying not in marks:
        return None, None
    at = marks.index(saying)
    return marks[at - 1] if at else None, marks[at + 1] if at + 1 < len(marks) else None


def _brackets(sentence: Sentence) -> dict[int, Scope]:
    """Return the innermost brackets or quotation marks around each token."""
    found: dict[int, Scope] = {}
    stack: list[int] = []
    for i in range(sentence.first, sentence.last):
        text = sentence.tokens[i].text
        if text in BRACKETS:
            stack.append(i)
        elif stack and text == BRACKETS[sentence.tokens[stack[-1]].text]:
            opening = stack.pop()
            for j in range(opening + 1, i):
                found.setdefault(j, Scope(opening + 1, i - 1))
    return found


def _borders(sentence: Sentence, sayings: Sequence[Saying], inside: dict[int, Scope]) -> list[int]:
    """Return the tokens at which another speaker takes over."""
    borders = []
    contrast, that = sentence.grammar.phrases["contrast"], sentence.grammar.phrases["that"]
    words = list(sentence.low.items())[1:]
    for i in [i for i, word in words if word == ";" or word in contrast]:
        at = inside.get(i)
        left = [s for s in sayings if s.last < i and inside.get(s.cue.last) == at]
        right = [s for s in sayings if s.first > i and inside.get(s.cue.last) == at]
        if sentence.tokens[i].text == ";" and left:
            borders.append(i)
        nested = sentence.low.get(i + 1) in that and sentence.low[i] not in sentence.grammar.phrases["contrast_that"]
        if sentence.low[i] in contrast and not nested and right:
            near = right[0].first <= i + 3 and right[0].form != "ahead"
            if left or near:
                borders.append(i)
    for saying in sayings:
        start = saying.first
        if saying.form == "ahead" and start > sentence.first + 1 and saying.depth == 0:
            before = sentence.tokens[start - 1]
            others = [s for s in sayings if s.last < start - 1]
            joined = before.pos == "CCONJ" and bool(others)
            apart = before.text == "," and any(_told_between(sentence, s, start - 1) for s in others)
            if joined or apart:
                borders.append(start - 1)
    return sorted(set(borders))


def _told_between(sentence: Sentence, saying: Saying, comma: int) -> bool:
    """Tell whether a clause of its own lies between a saying and the comma before the next one."""
    stretch = range(saying.last + 1, comma)
    relatives = sentence.grammar.phrases["relatives"]
    opened = any(sentence.low[i] in relatives for i in stretch)
    return not opened and any(is_finite(sentence, i) or _counts(sentence, i) for i in stretch)


def _counts(sentence: Sentence, i: int) -> bool:
    number = sentence.number_at.get(i)
    return number is not None and not number.one


def _scope(
    sentence: Sentence,
    saying: Saying,
    borders: Sequence[int],
    inside: dict[int, Scope],
    neighbours: tuple[Saying | None, Saying | None],
) -> Scope:
    at = saying.cue.last
    first = max([sentence.first, *(b + 1 for b in borders if b < saying.first)])
    last = min([sentence.last - 1, *(b - 1 for b in borders if b > saying.last)])
    if saying.form == "ahead":
        low, high = saying.content, min(last, _ahead_end(sentence, saying))
    elif saying.form == "object":
        low, high = saying.content, min(last, _object_end(sentence, saying))
    elif saying.form == "phrase":
        low, high = saying.content, saying.first
        high = next((i for i in range(saying.content, last + 1) if i == saying.cue.last), saying.last)
    elif saying.form == "behind":
        low, high = first, last if _goes_on(sentence, saying, last) else saying.last
    elif saying.form == "noun" and saying.span is not None:
        low, high = first, last
    else:
        low, high = _around(sentence, saying, (first, last), neighbours)
    bracket = inside.get(at)
    if bracket is not None and saying.cue.kind not in {"cite", SIGNED}:
        low, high = max(low, bracket.first), min(high, bracket.last)
    return Scope(low, high)


def _ahead_end(sentence: Sentence, saying: Saying) -> int:
    """Return where what X says ends: with the sentence, his relative clause, or before the next thing he does."""
    verb, tokens, grammar = saying.cue.last, sentence.tokens, sentence.grammar
    end = sentence.last - 1
    semicolon = next((i for i in range(verb + 1, sentence.last) if tokens[i].text == ";"), None)
    end = end if semicolon is None else semicolon - 1
    if tokens[verb].dep in grammar.slots["relative"]:
        end = min(end, max(sentence.subtree(verb)[1], saying.content))
    for child in sentence.in_slot(verb, "conjunct"):
        start = group_first(sentence, child)
        own = tokens[child].pos in VERBAL and (start < child or is_finite(sentence, child))
        joined = start > sentence.first and tokens[start - 1].pos == "CCONJ"
        if child > saying.content and own and joined:
            end = min(end, start - 1)
    return end


def _object_end(sentence: Sentence, saying: Saying) -> int:
    """Return the end of the noun phrase behind the verb: "dénonce la mort de 12 civils", no clause about it."""
    relatives = sentence.grammar.phrases["relatives"]
    for i in range(saying.content, sentence.last):
        token = sentence.tokens[i]
        verbal = is_finite(sentence, i) or is_infinitive(sentence, i) or is_present_participle(sentence, i)
        if sentence.low[i] in relatives and sentence.low.get(i - 1) in sentence.grammar.phrases["which_source"]:
            return sentence.last - 1  # "les accusations selon lesquelles"
        ends = sentence.low[i] in relatives or token.pos == "SCONJ" or token.text == ";"
        if ends or (verbal and token.pos in VERBAL):
            return i - 1
    return sentence.last - 1


def _goes_on(sentence: Sentence, saying: Saying, last: int) -> bool:
    """Tell an aside in mid-sentence ("Twelve died, police said, and five were hurt") from the sentence's end."""
    tokens, relatives = sentence.tokens, sentence.grammar.phrases["relatives"]
    comma = next((i for i in range(saying.last + 1, last + 1) if tokens[i].text in {",", "»", "”"}), None)
    if comma is None or comma + 1 > last or sentence.low[comma + 1] in relatives:
        return False
    if tokens[comma + 1].pos == "CCONJ":
        return True
    verb = saying.cue.last
    content = [*sentence.in_slot(verb, "content")]
    if tokens[verb].dep == "parataxis":
        content.append(tokens[verb].head)
    return any(c > comma for c in content)


def _around(
    sentence: Sentence, saying: Saying, part: tuple[int, int], neighbours: tuple[Saying | None, Saying | None]
) -> tuple[int, int]:
    """Read "selon X": its part of the sentence; of two, each covers the stretch up to it; behind "que" what follows."""
    first, last = part
    before, after = neighbours
    opening = first if sentence.tokens[first].pos != "CCONJ" else first + 1
    leads = saying.first <= opening + 2
    i = saying.first - 1
    while i > sentence.first and sentence.tokens[i].text == ",":
        i -= 1
    if i > sentence.first and sentence.low[i] in sentence.grammar.phrases["that"] and saying.cue.kind == "according":
        return saying.first, last
    if before is not None and before.first >= first and not leads:
        first = before.last + 1
    if after is not None and after.last <= last:
        last = after.first - 1 if leads else saying.last
    elif before is not None and before.first >= part[0] and not leads:
        last = saying.last
    return first, last

"""What a report holds besides evidence: appeals for money and readers, menus, credits, links. Kept, shown, not read.

The words are the pack's, in `boilerplate.csv` (kind, scope, pattern, reason); a pattern is a regular expression,
without regard to case, in which ' stands for every apostrophe:

- scope `line`: the whole paragraph is this, but for punctuation around it; long paragraphs are never boilerplate.
- scope `menu`: likewise, or the paragraph is a row of short items with one of these among them (Home | World | Sport).
- scope `sentence`: a sentence holding this. Only that sentence is set aside.
- kind `keep` (scope `sentence`): a sentence holding this is evidence, whatever else it holds, because somebody is
  reported to say or do it: "The UN launched an appeal for donations" is news, "Please donate" is not.

Words inside quotation marks are somebody's speech and never set aside. A bare link is; right after a solicitation it
belongs to it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from bilan.errors import LanguageError
from bilan.languages.load import Pack
from bilan.model.text import SetAside, Span
from bilan.read.paragraphs import find_paragraphs, trim

MAX_LINE = 250
"""Longest paragraph in code points that may be boilerplate as a whole; credits and teasers are shorter."""

MAX_SENTENCE = 400
"""Longest sentence that may be a solicitation: a longer one is a list or a text without full stops; keep it."""

KINDS = ("solicitation", "boilerplate", "keep")
SCOPES = ("line", "menu", "sentence")
LINK_REASON = "Nothing but a link."

_LINK = re.compile(r"[\W_]*(?:(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.[\w.-]+)(?:\s+(?:https?://|www\.)\S+)*[\W_]*")
_ITEM_END = re.compile(r"\s*[|›»>•·/→]\s*")
_MENU_ITEMS = 3
_SENTENCE = re.compile(r"\S.*?(?:[.!?…]+[\"'»”)\]]*(?=\s|$)|$)", re.DOTALL)
_QUOTED = re.compile(r"«[^»]*»|“[^”]*”|„[^“”]*[“”]|\"[^\"]*\"")
_CAPITAL = re.compile(r"(?<!\\)[A-Z]|\(\?[a-z-]+:")  # a pattern with capitals, or with flags of its own
_SAME_WIDTH = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "\u00a0": " ", "\u202f": " ", "\u2011": "-", "\n": " ", "\r": " ", "\t": " "}
)


@dataclass(frozen=True, slots=True)
class _Rule:
    kind: str
    pattern: re.Pattern[str]
    reason: str
    quick: re.Pattern[str]  # the same for words in lower case; heeding case halves the time


@dataclass(frozen=True, slots=True)
class _Rules:
    """A pack's rules by scope."""

    line: tuple[_Rule, ...]
    menu: tuple[_Rule, ...]
    sentence: tuple[_Rule, ...]
    keep: tuple[_Rule, ...]


def find_set_aside(text: str, pack: Pack) -> tuple[SetAside, ...]:
    """Find the stretches of a text that are no evidence.

    Args:
        text: The report's frozen text.
        pack: The pack of its language.

    Returns:
        Disjoint records in text order, of kind "solicitation" or "boilerplate".

    Raises:
        LanguageError: a row of the pack's boilerplate.csv cannot be read.
    """
    rules = _load_rules(pack)
    plain = text.translate(_SAME_WIDTH)
    found: list[SetAside] = []
    previous = ""
    for paragraph in find_paragraphs(text):
        records = tuple(_read_paragraph(text, plain, paragraph, rules, previous))
        found.extend(records)
        previous = records[-1].kind if records and records[-1].span.end == paragraph.end else ""
    return tuple(found)


def _read_paragraph(text: str, plain: str, paragraph: Span, rules: _Rules, previous: str) -> Iterator[SetAside]:
    """Yield what is set aside of one paragraph; `previous` is the kind the paragraph above ended in, "" if evidence."""
    words = paragraph.of(plain)
    if len(words) <= MAX_LINE:
        if _LINK.fullmatch(words):
            kind = "solicitation" if previous == "solicitation" else "boilerplate"
            yield SetAside(kind, paragraph, paragraph.of(text), LINK_REASON)
            return
        rule = _match_whole(words, rules)
        if rule is not None:
            yield SetAside(rule.kind, paragraph, paragraph.of(text), rule.reason)
            return
    low = words.lower()
    if any(rule.quick.search(low) for rule in rules.sentence):
        yield from _read_sentences(text, plain, paragraph, rules)


def _match_whole(words: str, rules: _Rules) -> _Rule | None:
    for rule in (*rules.line, *rules.menu):
        if rule.pattern.fullmatch(words):
            return rule
    items = _ITEM_END.split(words)
    if len(items) < _MENU_ITEMS:
        return None
    return next((rule for rule in rules.menu if any(rule.pattern.fullmatch(item) for item in items)), None)


def _read_sentences(text: str, plain: str, paragraph: Span, rules: _Rules) -> Iterator[SetAside]:
    quoted = [Span(*match.span()) for match in _QUOTED.finditer(plain, paragraph.start, paragraph.end)]
    for match in _SENTENCE.finditer(plain, paragraph.start, paragraph.end):
        sentence = trim(text, Span(*match.span()))
        if sentence is None or sentence.end - sentence.start > MAX_SENTENCE:
            continue
        rule = _match_sentence(plain, sentence, rules, quoted)
        if rule is not None:
            yield SetAside(rule.kind, sentence, sentence.of(text), rule.reason)


def _match_sentence(plain: str, sentence: Span, rules: _Rules, quoted: list[Span]) -> _Rule | None:
    words = sentence.of(plain)
    for rule in rules.sentence:
        match = rule.pattern.search(words)
        if match is None:
            continue
        place = Span(sentence.start + match.start(), sentence.start + match.end())
        if any(quote.overlaps(place) for quote in quoted):
            continue
        return None if any(keep.pattern.search(words) for keep in rules.keep) else rule
    return None


def _load_rules(pack: Pack) -> _Rules:
    where = pack.folder / "boilerplate.csv"
    try:
        rows = tuple((row["kind"], row["scope"], row["pattern"], row["reason"]) for row in pack.rows("boilerplate"))
    except KeyError as error:
        raise LanguageError(
            f"{where}: there is no column {error}", "its header is kind,scope,pattern,reason"
        ) from error
    return _compile_rules(str(where), rows)


@cache
def _compile_rules(where: str, rows: tuple[tuple[str, str, str, str], ...]) -> _Rules:
    by_scope: dict[str, list[_Rule]] = {scope: [] for scope in (*SCOPES, "keep")}
    for kind, scope, pattern, reason in rows:
        if kind not in KINDS or scope not in SCOPES or (kind == "keep" and scope != "sentence"):
            raise LanguageError(f"{where}: {kind!r} with {scope!r} is no rule", f"kinds {KINDS}, scopes {SCOPES}")
        whole = scope in {"line", "menu"}
        try:
            compiled = re.compile(rf"[\W_]*(?:{pattern})[\W_]*" if whole else pattern, re.IGNORECASE)
            small = not whole and not _CAPITAL.search(pattern)
            quick = re.compile(pattern) if small else compiled
        except re.error as error:
            raise LanguageError(f"{where}: pattern {pattern!r}: {error}", "mend the expression") from error
        by_scope["keep" if kind == "keep" else scope].append(_Rule(kind, compiled, reason, quick))
    return _Rules(**{scope: tuple(found) for scope, found in by_scope.items()})

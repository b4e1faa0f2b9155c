"""Who fights whom: the two sides of a clash, and the allies of each.

Forms: "entre A, ses alliés B et C, et D"; "d'un côté A, de l'autre D"; "A, soutenu par B et C, affronte D";
"fighting pits A against D"; "A and its allies (B, C) are locked in battle with D"; "A et D s'affrontent". Parsers fail
on such lists, so they are read left to right by parts of speech, commas and conjunctions; words come from sides.csv.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from bilan.annotate.arguments import subjects
from bilan.annotate.cues import expand_forms
from bilan.annotate.syntax import Sentence
from bilan.annotate.verbs import read_verb
from bilan.claims.acting import can_act, is_armed, role_words
from bilan.claims.runs import Run, gap, is_article, item_runs, run_after, run_before, skip_gap
from bilan.languages.load import Pack
from bilan.model.claim import Actor

REACH = 12  # tokens between "combats" and "entre"
PITTING_REACH = 4  # tokens between "fighting" and "pits": "combats y opposent", "fighting that pits"
LONGEST = 4  # words in the longest entry of sides.csv
CLIMB = 3  # steps from a noun up to the verb it hangs on: "locked in battle with"
VERBAL = frozenset({"VERB", "AUX"})
SIDE_KINDS = frozenset({"first", "second", "backing", "seconding", "allies", "pitting", "conducting", "with", "civil"})
BRACKETS = {"(": ")", "–": "–", "—": "—", "-": "-", "[": "]"}


class _Aside(NamedTuple):
    """Words that name allies: tokens `first` … `last` (inclusive); `open`: the list may run on into the next side."""

    first: int
    last: int
    allies: tuple[Run, ...]
    open: bool


class _Mark(NamedTuple):
    kind: str
    first: int
    last: int


def sides_of(sentence: Sentence, trigger: tuple[int, int], pack: Pack) -> tuple[Actor, ...]:
    """Return the sides (`side-a`, `side-b`) and allies (`ally-a`, `ally-b`) of a clash.

    Args:
        sentence: The sentence.
        trigger: Token bounds of the words that say there was a clash, inclusive.
        pack: The language's word tables.
    """
    marks = tuple(_marks(sentence, pack))
    asides = tuple(_asides(sentence, marks))
    reader = _Reader(sentence, pack, marks, asides)
    first, last = trigger
    found = _between(reader, last, pack) or _enumerated(reader, last) or _pitted(reader, (first, last), pack)
    return found or _confronted(reader, first, last, pack)


class _Reader(NamedTuple):
    sentence: Sentence
    pack: Pack
    marks: tuple[_Mark, ...]
    asides: tuple[_Aside, ...]

    def aside_at(self, at: int) -> _Aside | None:
        """Return the aside that starts at `at`, commas and dashes passed over."""
        at = skip_gap(self.sentence, at)
        return next((aside for aside in self.asides if aside.first == at), None)

    def mark(self, kind: str, first: int, last: int) -> _Mark | None:
        """Return the first mark of a kind that starts within token bounds (inclusive)."""
        return next((mark for mark in self.marks if mark.kind == kind and first <= mark.first <= last), None)


def _marks(sentence: Sentence, pack: Pack) -> Iterator[_Mark]:
    table, i = side_words(pack), sentence.first
    while i < sentence.last:
        for length in range(min(LONGEST, sentence.last - i), 0, -1):
            kind = table.get(" ".join(sentence.low[j] for j in range(i, i + length)).replace("' ", "'"))
            if kind is not None:
                yield _Mark(kind, i, i + length - 1)
                i += length - 1
                break
        i += 1


@cache
def side_words(pack: Pack) -> Mapping[str, str]:
    """Compile sides.csv: folded words → kind; kinds of `acting.role_words` left out."""
    endings = pack.toml("clauses")["verbs"]["endings"]
    return {
        form: row["kind"]
        for row in pack.rows("sides")
        if row["kind"] in SIDE_KINDS
        for form in expand_forms(row["words"], row["forms"], endings)
    }


def _asides(sentence: Sentence, marks: tuple[_Mark, ...]) -> Iterator[_Aside]:
    for mark in marks:
        if mark.kind == "backing":
            opener = next(
                (j for j in range(mark.last + 1, min(sentence.last, mark.last + 3)) if sentence.tokens[j].pos == "ADP"),
                None,
            )
            if opener is not None:
                yield _listed(sentence, _opening(sentence, mark.first), opener + 1)
        elif mark.kind == "seconding":
            relative = mark.first - 1
            if relative >= sentence.first and sentence.low[relative] in sentence.grammar.phrases["relatives"]:
                yield _listed(sentence, relative, mark.last + 1)
        elif mark.kind == "allies":
            yield _allies_named(sentence, mark)


def _allies_named(sentence: Sentence, mark: _Mark) -> _Aside:
    """Read "et ses alliés (B, C)", "and its allies – B and C –", "son allié B": in brackets, or right behind."""
    first, at = _opening(sentence, mark.first), mark.last + 1
    while at < sentence.last and sentence.tokens[at].pos == "ADJ":
        at += 1
    mark_text = sentence.tokens[at].text if at < sentence.last else ""
    if mark_text not in BRACKETS:
        return _listed(sentence, first, at)
    end = next((j for j in range(at + 1, sentence.last) if sentence.tokens[j].text == BRACKETS[mark_text]), None)
    if end is None:
        return _Aside(first, mark.last, (), open=False)
    return _Aside(first, end, tuple(item_runs(sentence, at + 1, end)), open=False)


def _opening(sentence: Sentence, at: int) -> int:
    """Go left from the word of backing over "avec le", "et ses", "with the"."""
    while at - 1 > sentence.first and (
        sentence.tokens[at - 1].pos in {"DET", "ADP", "CCONJ"} or is_article(sentence, at - 1)
    ):
        at -= 1
    return at


def _listed(sentence: Sentence, first: int, start: int) -> _Aside:
    runs = tuple(item_runs(sentence, start, sentence.last))
    last = runs[-1].last if runs else start - 1
    closed = last + 1 < sentence.last and sentence.tokens[last + 1].text == ","
    return _Aside(first, last, runs, open=not closed)


def _between(reader: _Reader, last: int, pack: Pack) -> tuple[Actor, ...]:
    """Read "entre A[, ses alliés B et C,] et D", with or without "d'une part … d'autre part"."""
    sentence = reader.sentence
    words = sentence.grammar.phrases["between"]
    start = next((i for i in range(last + 1, min(sentence.last, last + REACH)) if sentence.low[i] in words), None)
    if start is None:
        return ()
    runs = list(item_runs(sentence, start + 1, sentence.last))
    if runs and all(_is_place(sentence, run) and not _is_state(sentence, run, pack) for run in runs):
        return ()  # "une embuscade entre Homs et Hama": a road
    opener = reader.mark("first", start, start + 2)
    return _in_turn(reader, (opener.last if opener else start) + 1)


def _enumerated(reader: _Reader, last: int) -> tuple[Actor, ...]:
    opener = reader.mark("first", last + 1, last + REACH)
    return _in_turn(reader, opener.last + 1) if opener is not None else ()


def _in_turn(reader: _Reader, start: int) -> tuple[Actor, ...]:
    """Read A, its allies, D, its allies, from token `start` on."""
    sentence = reader.sentence
    one = run_after(sentence, skip_gap(sentence, start))
    if one is None:
        return ()
    aside = reader.aside_at(one.last + 1)
    allies = aside.allies if aside else ()
    at = (aside.last if aside else one.last) + 1
    second = reader.mark("second", at, sentence.last)
    if aside is None and second is None and not _is_list(sentence, one):
        named = any(is_armed(sentence, i, reader.pack) for i in range(one.first, one.last + 1))
        return _as_actors(sentence, (one, ()), None, None) if named else ()  # "entre les deux camps" says nobody
    two = run_after(sentence, skip_gap(sentence, second.last + 1 if second else gap(sentence, at)))
    if two is None and aside is not None and aside.open and len(allies) > 1:
        allies, two = allies[:-1], allies[-1]  # "entre A, ses alliés B, C et D": the last of the list is the other side
    if two is None:
        return ()
    if aside is None and second is None and (listed := _plain_list(sentence, one, 3)):
        return listed
    return _as_actors(sentence, (one, allies), two, reader.aside_at(two.last + 1))


def _is_list(sentence: Sentence, one: Run) -> bool:
    """Tell whether a conjunction joins the phrase to another, directly or at the end of a list."""
    runs = [one, *item_runs(sentence, one.first, sentence.last)]
    at = one.last + 1  # behind a comma the conjunction may join clauses
    direct = at < sentence.last and sentence.tokens[at].pos == "CCONJ"
    return direct or any(sentence.tokens[run.first - k].pos == "CCONJ" for run in runs[3:] for k in (1, 2))


def _plain_list(sentence: Sentence, one: Run, least: int = 2) -> tuple[Actor, ...]:
    """Read "entre A, B et C": the last is the other side."""
    runs = list(item_runs(sentence, one.first, sentence.last))
    if len(runs) < least:
        return ()
    return tuple(Actor("side-b" if run is runs[-1] else "side-a", run.span(sentence).of(sentence.text)) for run in runs)


def _pitted(reader: _Reader, trigger: tuple[int, int], pack: Pack) -> tuple[Actor, ...]:
    """Read "combats y opposent A[, soutenu par B,] à D", "fighting that pits A and its allies (B) against D"."""
    sentence, (first, last) = reader.sentence, trigger
    mark = reader.mark("pitting", first, last + PITTING_REACH)
    if mark is None:
        return ()
    one = run_after(sentence, mark.last + 1)
    if one is None:
        return ()
    aside = reader.aside_at(one.last + 1)
    two = _opposite(sentence, (aside.last if aside else one.last) + 1, pack, loose=True)
    return _as_actors(sentence, (one, aside.allies if aside else ()), two, reader.aside_at(two.last + 1)) if two else ()


def _opposite(sentence: Sentence, at: int, pack: Pack, *, loose: bool) -> Run | None:
    """Return the phrase behind the opposing preposition at or shortly after `at`: "contre D", "against D".

    `loose`: "à D" too, behind a verb ("livrent bataille à"); "combats à Alep" says where.
    """
    phrases = sentence.grammar.phrases
    for i in range(at, min(sentence.last, at + 3)):
        if sentence.low[i] in phrases["opposing"] and sentence.tokens[i].pos == "ADP":
            run = run_after(sentence, i + 1)
            plain = sentence.low[i] in phrases["against"] or side_words(pack).get(sentence.low[i]) == "with"
            return run if run is None or plain or (loose and not _is_place(sentence, run)) else None
    return None


def _is_place(sentence: Sentence, run: Run) -> bool:
    """Tell a place name without an article ("Homs"); "la Russie" may be a party."""
    bare = run.first == sentence.first or not is_article(sentence, run.first - 1)
    return bare and sentence.places.issuperset(range(run.first, run.last + 1))


def _confronted(reader: _Reader, first: int, last: int, pack: Pack) -> tuple[Actor, ...]:
    """Read "A affronte D", "A is locked in battle with D", "A et D s'affrontent", "où s'opposent A et D"."""
    sentence = reader.sentence
    verb = next((i for i in range(first, last + 1) if sentence.tokens[i].pos in VERBAL), None)
    behind = skip_gap(sentence, last + 1)
    aside = reader.aside_at(behind)
    before = next((a for a in reader.asides if a.last < first and _only_links(sentence, a.last + 1, first)), None)
    one = _subject(sentence, (first, last), before, pack)
    start = aside.last + 1 if aside else last + 1
    two = _opposite(sentence, start, pack, loose=verb is not None) or (
        run_after(sentence, skip_gap(sentence, start)) if verb is not None else None
    )
    if one is None and two is not None and verb is not None:
        return _in_turn(reader, two.first)
    if two is None and one is not None and (verb is not None or _is_list(sentence, one)):
        return _plain_list(sentence, one)
    allies = (aside or before).allies if (aside or before) else ()  # type: ignore[union-attr]
    return _as_actors(sentence, (one, allies), two, reader.aside_at(two.last + 1) if two else None)


def _is_state(sentence: Sentence, run: Run, pack: Pack) -> bool:
    """Tell a country, for which its government stands, by the pack's table of peoples."""
    return run.span(sentence).of(sentence.text) in _states(pack)


@cache
def _states(pack: Pack) -> frozenset[str]:
    return frozenset(row["place"] for row in pack.rows("demonyms"))


def _only_links(sentence: Sentence, first: int, last: int) -> bool:
    """Tell whether only auxiliaries, pronouns, adverbs and marks stand in a stretch (`last` exclusive)."""
    passed = {"AUX", "PRON", "ADV", "PUNCT", "ADP", "PART", "VERB"}
    return last - first <= PITTING_REACH + 1 and all(sentence.tokens[i].pos in passed for i in range(first, last))


def _subject(sentence: Sentence, trigger: tuple[int, int], aside: _Aside | None, pack: Pack) -> Run | None:
    """Return who fights: what stands before the aside of allies, else the subject of the verb."""
    if aside is not None:
        return run_before(sentence, aside.first)
    first, last = trigger
    verb = next((i for i in range(first, last + 1) if sentence.tokens[i].pos in VERBAL), None)
    if verb is None:
        verb = _governor(sentence, last, pack)
    if verb is None:
        return None
    group = read_verb(sentence, verb)
    for phrase, _ in subjects(sentence, verb, group, agent=True)[:1]:
        token = sentence.tokens[phrase.head]
        if token.pos in {"NOUN", "PROPN"} and not first <= phrase.head <= last and phrase.head < verb:
            passive = group.voice == "passive" and not group.reflexive
            fights = is_armed(sentence, phrase.head, pack) or token.pos == "PROPN"
            if can_act(sentence, phrase.head, pack) and (fights or not passive):
                return run_after(sentence, phrase.first)
    return None


def _governor(sentence: Sentence, noun: int, pack: Pack) -> int | None:
    """Return the verb the noun of the clash hangs on as object or oblique: "locked in battle"; no verb of blame."""
    node, aloof = noun, role_words(pack, "viewing") | role_words(pack, "accusing") | role_words(pack, "claiming")
    for _ in range(CLIMB):
        token = sentence.tokens[node]
        if token.head == node or token.dep in sentence.grammar.slots["subject"]:
            return None
        node = token.head
        if sentence.tokens[node].pos in VERBAL:
            return None if sentence.low[node] in aloof else node
    return None


def _as_actors(
    sentence: Sentence, one: tuple[Run | None, tuple[Run, ...]], two: Run | None, aside: _Aside | None
) -> tuple[Actor, ...]:
    first, allies = one
    listed = [
        ("side-a", first),
        *(("ally-a", run) for run in allies),
        ("side-b", two),
        *(("ally-b", run) for run in (aside.allies if aside else ())),
    ]
    actors = [Actor(role, run.span(sentence).of(sentence.text)) for role, run in listed if run is not None]
    return tuple(dict.fromkeys(actors))

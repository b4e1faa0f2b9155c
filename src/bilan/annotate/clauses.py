"""Clauses: a predicate with its arguments, the same in every language.

A parser's tree becomes slots through the pack's table of labels (clauses.toml); named repairs in `arguments.py` mend
known faults. Claim rules see clauses only, so that a rule is written once for all languages.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from bilan.annotate import amounts, arguments, inversions, lists, readings
from bilan.annotate.outcomes import OutcomeWord, outcome_words
from bilan.annotate.phrases import Phrase, conjuncts, phrase_at
from bilan.annotate.syntax import Sentence
from bilan.annotate.verbs import Verb, read_verb
from bilan.languages.load import Pack

COMPANION_REACH = 9  # tokens to the right of a verb within which "la vie", "to death" must stand


class Argument(NamedTuple):
    """One participant: `slot` is agent, patient, subject, of, self or oblique; `rule` names what found it."""

    slot: str
    phrase: Phrase
    rule: str


class Clause(NamedTuple):
    """A predicate and its participants.

    `kind` is the reading of the outcome word: act · state · person · deed · toll. `verb` says voice, mood and polarity.
    """

    predicate: int
    kind: str
    word: OutcomeWord
    verb: Verb
    args: tuple[Argument, ...]

    def slot(self, name: str) -> list[Argument]:
        """Return the arguments in slot `name`, in text order."""
        return [arg for arg in self.args if arg.slot == name]


def find_clauses(sentence: Sentence, pack: Pack) -> list[Clause]:
    """Build the clauses of one sentence whose predicate carries an outcome, in text order."""
    table, found, used = outcome_words(pack), [], set[int]()
    for i in [i for i in range(sentence.first, sentence.last) if sentence.low[i] in table]:
        if i in used:
            continue
        rows = table[sentence.low[i]]
        counted = _number_of(sentence, i, rows, table)
        if counted is not None:
            used.update(range(i, counted[1] + 1))
            found += [counted[0]] if counted[0] is not None else []
            continue
        clause = _read(sentence, i, rows)
        if clause is not None:
            found.append(clause)
            used.update(_companions(sentence, i, clause.word))
    return found


def _number_of(
    sentence: Sentence, i: int, rows: Sequence[OutcomeWord], table: Mapping[str, Sequence[OutcomeWord]]
) -> tuple[Clause | None, int] | None:
    """Read "le nombre de personnes tuées": the outcome stands inside, the amount before or behind, or nowhere.

    Returns:
        The clause (None without an amount) and the last token it uses up; None when the words mean something else.
    """
    row = rows[0]
    if row.reading != "toll" or row.needs != "of" or sentence.low.get(i + 1) not in sentence.grammar.phrases["of"]:
        return None
    for j in range(i + 2, min(sentence.last, i + 6)):
        inner = [r for r in table.get(sentence.low[j], ()) if r.outcome and not r.companions]
        if inner:
            number = amounts.number_of_toll(sentence, j) or amounts.number_before(sentence, i)
            if number is None:
                return None, j
            word = row._replace(outcome=inner[0].outcome)
            return Clause(i, "toll", word, read_verb(sentence, i), (Argument("self", number, "number-of"),)), j
    return None


def _read(sentence: Sentence, i: int, rows: Sequence[OutcomeWord]) -> Clause | None:
    """Decide how the word at `i` is meant; the first reading that fits its surroundings wins."""
    rows = [row for row in rows if not row.without or not _near(sentence, i, row.without)]
    for row in rows:
        beside = sentence.low.get(i + 1) in row.companions  # a headline's "shoots dead", taken for a noun
        if (
            row.companions
            and _companions(sentence, i, row)
            and (beside or row.reading == "state" or not _nominal(sentence, i))
        ):
            return _act(sentence, i, row)
    plain = [row for row in rows if not row.companions]
    by_reading = {row.reading: row for row in plain}
    if "deed" in by_reading and _is_deed(sentence, i, by_reading):
        return _deed(sentence, i, by_reading["deed"])
    person = by_reading.get("person")
    if person is not None and _is_person(sentence, i, by_reading):
        return _person(sentence, i, person)
    if "toll" in by_reading and by_reading["toll"].outcome:
        return _toll(sentence, i, by_reading["toll"])
    for reading in ("act", "state"):
        meant = by_reading.get(reading)
        describes = _attributive(sentence, i, state=reading == "state")
        if meant is not None and not _nominal(sentence, i) and not describes:
            return _act(sentence, i, meant)
    return None


def _attributive(sentence: Sentence, i: int, *, state: bool) -> bool:
    """Tell words that only describe the next noun ("shooting death") or are a piece of a compound ("tue-mouches").

    A state may: "seven missing people" are missing.
    """
    token = sentence.tokens[i]
    if sentence.text[token.end : token.end + 1] == "-":
        return True
    if _headline_verb(sentence, i):
        return False
    if not token.tag or token.tag.startswith("V"):
        counts = i + 1 in sentence.number_at  # "Killing Hundreds"
        return token.tag == "VBG" and not state and not counts and readings.modifies_next(sentence, i)
    return not sentence.low[i].endswith(sentence.grammar.participle)


def _nominal(sentence: Sentence, i: int) -> bool:
    """Tell a noun that looks like a verb form by the determiner or "de" before it: "une prise d'otages"."""
    if sentence.tokens[i].pos != "NOUN":
        return False
    if _headline_verb(sentence, i):
        return False
    if sentence.tokens[i].tag:
        article = sentence.low.get(i - 1) in sentence.grammar.phrases["indefinite"]  # "with a shot"
        return article or not sentence.low[i].endswith(sentence.grammar.participle)
    before = sentence.low.get(i - 1, "")
    phrases = sentence.grammar.phrases
    return before in phrases["of"] or before in phrases["definite"] or before in phrases["indefinite"]


def _headline_verb(sentence: Sentence, i: int) -> bool:
    """Tell an English headline's verb taken for a noun: "Four drown as car plunges", "kills 14, wounds 8"."""
    before, after = sentence.number_at.get(i - 1), sentence.number_at.get(i + 1)
    tag = sentence.tokens[i].tag
    alone = i + 1 >= sentence.last or sentence.tokens[i + 1].pos not in {
        "NOUN",
        "PROPN",
        "ADJ",
    }  # no "six rescue workers"
    base = (
        tag == "NN"
        and alone
        and before is not None
        and not before.one
        and before.share is None
        and (before.low or 0) > 1
    )
    joined = sentence.low.get(i - 1) == "," or sentence.low.get(i - 1) in sentence.grammar.phrases["and"]
    return base or (tag == "NNS" and joined and after is not None and not after.one)


def _companions(sentence: Sentence, i: int, row: OutcomeWord) -> list[int]:
    """Return the companion words of a multi-word predicate that stand near it ("perdre … vie")."""
    return _near(sentence, i, row.companions) if row.companions else []


def _near(sentence: Sentence, i: int, words: frozenset[str]) -> list[int]:
    """Return the first place near a predicate where one of a pack's companion words ends."""
    window = [*range(i, min(sentence.last, i + COMPANION_REACH)), *range(max(sentence.first, i - 4), i)]
    return [j for j in window if not words.isdisjoint(_endings(sentence, j))][:1]


def _endings(sentence: Sentence, j: int) -> tuple[str, str, str]:
    """Return what one to three words end at token `j`, joined as in the pack: "mort", "à_mort", "to_his_death"."""
    one = sentence.low[j]
    two = f"{sentence.low.get(j - 1, '')}_{one}"
    return one, two, f"{sentence.low.get(j - 2, '')}_{two}"


def _is_deed(sentence: Sentence, i: int, rows: dict[str, OutcomeWord]) -> bool:
    """Tell "la mort de deux soldats", "200 décès", "three arrests" from "un mort" and from verbs."""
    token = sentence.tokens[i]
    if _heads_title(sentence, i):
        return True
    if token.pos not in {"NOUN", "PROPN"} or readings.auxiliary_before(sentence, i):
        return False
    if readings.modifies_next(sentence, i):  # "death toll"
        return False
    if "person" not in rows:
        return True
    phrase = phrase_at(sentence, i)  # "mort": a deed when definite, singular and without number
    return phrase.number is None and phrase.definite is True and not sentence.low[i].endswith("s")


def _heads_title(sentence: Sentence, i: int) -> bool:
    """Tell a headline's bare noun: "Irak : mort de dizaines de civils", whatever the tagger takes it for."""
    opens = i == sentence.first or sentence.tokens[i - 1].text in {":", "–", "—"}
    plural = sentence.low[i].endswith(sentence.grammar.plural_endings)
    return opens and not plural and sentence.low.get(i + 1) in sentence.grammar.phrases["of"]


def _is_person(sentence: Sentence, i: int, rows: dict[str, OutcomeWord]) -> bool:
    """Tell "35 blessés", "des morts", "14 dead" from "20 pompiers tués" and "ont été tués"."""
    only = set(rows) == {"person"}
    if readings.modifies_next(sentence, i) or (not only and readings.auxiliary_before(sentence, i)):
        return False
    if readings.counted_directly(sentence, i):
        return True
    if only:
        return True
    before = sentence.low.get(i - 1, "")
    if before in sentence.grammar.phrases["those"] or before in sentence.grammar.phrases["neither"]:
        return True
    if sentence.tokens[i - 1].pos in {"PRON", "SCONJ"} and i > sentence.first:  # "the attack that killed"
        return False
    determiner = before in sentence.grammar.phrases["definite"] or before in sentence.grammar.phrases["indefinite"]
    alone = sentence.tokens[max(i - 2, sentence.first)].pos != "NOUN"  # not "la peine de mort"
    negated = before in sentence.grammar.phrases["of"] and alone and readings.negated_left(sentence, i)
    return determiner or negated or readings.joined_person(sentence, i)


def _person(sentence: Sentence, i: int, row: OutcomeWord) -> Clause:
    """Read a noun for victims; of an uncounted body whose it is: "les corps de trois randonneurs", "a man's body"."""
    own, verb = phrase_at(sentence, i), read_verb(sentence, i)
    amount = sentence.number_at.get(i + 2) if sentence.low.get(i + 1) in sentence.grammar.phrases["set_at"] else None
    if own.number is None and own.definite is True and amount is not None and not amount.one:
        return Clause(
            i, "toll", row, verb, (Argument("self", phrase_at(sentence, i + 2), "set-at"),)
        )  # "the dead at 20"
    if row.needs == "found" and (own.number is None or own.number.one):
        whose = [Argument("of", phrase, rule) for phrase, rule in arguments.victims_of_deed(sentence, i)]
        if whose:
            verb = verb._replace(negated=False)  # "le corps sans vie d'une femme"
            return Clause(i, "person", row, verb, _spread(sentence, whose, verb))
    return Clause(i, "person", row, verb, (Argument("self", own, "noun"),))


def _deed(sentence: Sentence, i: int, row: OutcomeWord) -> Clause | None:
    """Read a noun for a deed with its victims; one that also names other things ("évacuation") must have some."""
    args = [Argument("of", phrase, rule) for phrase, rule in arguments.victims_of_deed(sentence, i)]
    own = phrase_at(sentence, i)
    if own.number is not None and not own.number.one:
        args = [Argument("self", own, "counted-deed")]
    counted = bool(args) and args[0].slot == "self"
    if row.needs == "people" and (not args or (counted and row.outcome != "killed")):
        return None  # "trois déplacements", "des évacuations"
    if not args:
        args = [Argument("self", own, "deed")]
    verb = read_verb(sentence, i)
    return Clause(i, "deed", row, verb, _spread(sentence, args, verb) if args[0].slot == "of" else tuple(args))


def _toll(sentence: Sentence, i: int, row: OutcomeWord) -> Clause | None:
    number = amounts.number_of_toll(sentence, i)
    if number is None:
        return None
    return Clause(i, "toll", row, read_verb(sentence, i), (Argument("self", number, "toll-number"),))


def _act(sentence: Sentence, i: int, row: OutcomeWord) -> Clause | None:
    verb = read_verb(sentence, i)
    if verb.reflexive and row.victims == "patient" and row.outcome not in {"killed", "injured"}:
        return None  # "s'est arrêté": he stopped, nobody detained him
    itself = verb.reflexive and verb.voice == "active"  # "un alpiniste se tue", "s'est donné la mort"
    if row.outcome == "injured" and _fatal(sentence, i, verb.first):
        row = row._replace(outcome="killed")
    args: list[Argument] = []
    if row.victims == "subject" or (row.victims == "oblique" and verb.reflexive) or itself:
        found = inversions.inverted(sentence, i, verb) or arguments.subjects(sentence, i, verb)
        if row.reading == "state" and sentence.tokens[i].pos == "NOUN" and row.companions:  # "in critical condition"
            found = inversions.bearers(sentence, i)
        args += [Argument("patient", phrase, rule) for phrase, rule in found]
    elif row.victims in {"oblique", "lives"}:
        args += [Argument("patient", phrase, rule) for phrase, rule in arguments.after_companion(sentence, i, row)]
    elif verb.voice == "passive":
        found = inversions.inverted(sentence, i, verb) or arguments.subjects(sentence, i, verb)
        args += [Argument("patient", phrase, rule) for phrase, rule in found]
        args += [Argument("agent", phrase, rule) for phrase, rule in arguments.agents(sentence, i)]
    elif _headline_passive(sentence, i, row, verb):
        args += [Argument("patient", phrase, rule) for phrase, rule in arguments.subjects(sentence, i, verb)]
    else:
        found = arguments.objects(sentence, i, verb.first)
        if not found and sentence.low.get(i + 1) in row.companions:  # "shoots dead two men"
            found = arguments.right_noun(sentence, i + 1)
        args += [Argument("patient", phrase, rule) for phrase, rule in found]
        args += [Argument("agent", phrase, rule) for phrase, rule in arguments.subjects(sentence, i, verb, agent=True)]
    return Clause(i, "act" if row.reading == "act" else "state", row, verb, _spread(sentence, args, verb))


def _headline_passive(sentence: Sentence, i: int, row: OutcomeWord, verb: Verb) -> bool:
    """Tell "Two policemen shot dead in X" from "police shot dead two men": nothing follows that could be shot."""
    behind = i + 2
    bare = not verb.auxiliary and sentence.tokens[i].tag in {"VBD", "VBN"} and sentence.low.get(i + 1) in row.companions
    return bare and (behind >= sentence.last or sentence.tokens[behind].pos in {"ADP", "PUNCT", "SCONJ", "ADV"})


def _fatal(sentence: Sentence, i: int, first: int) -> bool:
    """Tell "fatally shot", "mortellement blessé", "blessé mortellement": who is wounded so is dead."""
    beside = (first - 1, i - 1, i + 1)
    return any(sentence.low.get(j) in sentence.grammar.verbs["fatal"] for j in beside)


def _spread(sentence: Sentence, args: Sequence[Argument], verb: Verb) -> tuple[Argument, ...]:
    """Add the coordinated phrases of each argument: each may carry an amount of its own."""
    out: list[Argument] = []
    for arg in args:
        out.append(arg)
        for rule, members in (
            ("coordination", _listed(sentence, arg.phrase, verb)),
            ("listed", _listed_onward(sentence, arg, verb)),
        ):
            seen = {other.phrase.head for other in out}
            out += [Argument(arg.slot, other, rule) for other in members if other.head not in seen]
    return tuple(sorted(out, key=lambda arg: arg.phrase.first))


def _listed(sentence: Sentence, phrase: Phrase, verb: Verb) -> list[Phrase]:
    """Return the other members of the list a phrase belongs to, by the parser and by commas, each once."""
    members = {other.head: other for other in conjuncts(sentence, phrase)}
    members |= {other.head: other for other in lists.list_before(sentence, phrase)}
    if phrase.last < verb.first:
        members |= {other.head: other for other in lists.list_after(sentence, phrase, verb.first)}
    apart = [other for other in members.values() if other.first > phrase.last or other.last < phrase.first]
    return [other for other in apart if not _apposed(sentence, phrase, other)]


def _apposed(sentence: Sentence, phrase: Phrase, other: Phrase) -> bool:
    """Tell "l'ambassadeur, Ivan Petrov, a été tué" from a list: the name between commas is the same person's."""
    described = phrase.definite is True and other.definite is False and not other.plural  # "Le chauffeur, un père, "
    if phrase.form != "noun" or phrase.plural or other.first < phrase.last or not (other.form == "name" or described):
        return False
    between = sentence.tokens[phrase.last + 1 : other.first]
    behind = lists.behind_age(sentence, other.last + 1)
    closed = (
        "," in {sentence.low.get(behind), sentence.low.get(behind - 1)} and bool(between) and between[-1].text == ","
    )
    return closed and not any(token.pos == "CCONJ" for token in between)


def _listed_onward(sentence: Sentence, arg: Argument, verb: Verb) -> list[Phrase]:
    """Return the members that follow a victim behind its predicate."""
    behind = arg.slot in {"patient", "of"} and arg.phrase.first > verb.first
    return lists.list_onward(sentence, arg.phrase) if behind else []

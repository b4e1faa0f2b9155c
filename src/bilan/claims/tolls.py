"""Toll claims: how many suffered what.

One rule for all languages: a clause whose predicate carries an outcome, and the phrase in the slot that suffers it.
Counting follows the conventions of the gold corpora (claims-conventions) and the design's section 5.
"""

from collections.abc import Iterator

from bilan.annotate import arguments
from bilan.annotate.amount import Number
from bilan.annotate.annotation import Annotation
from bilan.annotate.clauses import Argument, Clause
from bilan.annotate.humans import Human, human_at
from bilan.annotate.phrases import Phrase, phrase_at
from bilan.annotate.readings import negated_left
from bilan.annotate.syntax import Sentence
from bilan.annotate.verbs import read_verb
from bilan.claims import refusals
from bilan.claims.attackers import mark_attackers
from bilan.claims.draft import Draft
from bilan.claims.joint import is_joint, without_joint
from bilan.claims.refusals import Judged, Refusal, refuse
from bilan.claims.restated import each_once, with_people, without_restatements
from bilan.claims.shares import people_of_share, share_before, share_of
from bilan.claims.struck import drop_struck
from bilan.claims.sufferers import is_ordinal, spared
from bilan.claims.whose import people_around, troops
from bilan.languages.load import Pack
from bilan.model.claim import Count
from bilan.model.text import Span

NEAR = 40  # code points between a phrase and its predicate for both to stand in one quote
BOTH = 2  # "both men"
PLURAL_LOW = 2  # "des morts": two or more
VICTIM_SLOTS = ("patient", "self", "of")


def find_tolls(annotation: Annotation) -> Judged:
    """Return the toll drafts of a report in text order, each amount once, and what was refused, with the reason."""
    drafts: list[Draft] = []
    refused: list[Refusal] = []
    for number, (sentence, clauses) in enumerate(zip(annotation.sentences, annotation.clauses, strict=True)):
        if not clauses:
            continue
        found = [one for clause in clauses for one in _tolls_of(sentence, number, clause, annotation.pack)]
        found = [*without_joint(found)]
        once = each_once([one for one in found if isinstance(one, Draft)])
        drafts += once.drafts
        refused += (one for one in found if isinstance(one, Refusal))
        refused += once.refusals
    fared = drop_struck(annotation, mark_attackers(annotation, with_people(drafts)))
    kept = without_restatements(fared.drafts)
    return Judged(kept.drafts, refused + fared.refusals + kept.refusals)


def _tolls_of(sentence: Sentence, number: int, clause: Clause, pack: Pack) -> Iterator[Draft | Refusal]:
    for arg in clause.args:
        if arg.slot not in VICTIM_SLOTS:
            continue
        if clause.kind == "person" and is_joint(sentence, arg.phrase, pack):
            yield refuse(number, arg.phrase, f"person/{clause.word.lemma}/{arg.rule}", refusals.JOINT)
            continue
        yield from _among(sentence, number, clause, arg.phrase, pack)
        human = troops(sentence, clause, arg.phrase, human_at(sentence, arg.phrase, pack))
        if _household(sentence, arg.phrase) is not None:
            human = Human(("unknown",), "person", 1)
        count = _count(sentence, clause, arg, human)
        share = share_of(sentence, arg.phrase)
        if share is not None:
            wording = arg.phrase.number.wording if arg.phrase.number else "exact"
            count = Count(None, None, wording, arg.phrase.span.of(sentence.text))
        count = None if _asked(sentence, arg.phrase) else count
        reason = refusals.NOT_COUNTED if count is None else spared(sentence, clause, arg.phrase, human)
        if count is None or reason:
            rule = f"{clause.kind}/{clause.word.lemma}/{arg.rule}"
            yield refuse(number, arg.phrase, rule, reason, sentence.low[arg.phrase.head])
            continue
        whole = not _of_the(sentence, clause, arg.phrase)
        told = people_of_share(sentence, arg.phrase, pack) if share is not None or not whole else ()
        told = told or people_around(sentence, clause, arg, pack)
        yield from _share_of_it(sentence, number, clause, arg.phrase, pack)
        yield Draft(
            kind="toll",
            sentence=number,
            at=arg.phrase.head,
            quote=_quote(sentence, clause, arg),
            rule=f"{clause.kind}/{clause.word.lemma}/{arg.rule}",
            outcome=_outcome(clause, human),
            count=count,
            phrase=arg.phrase,
            clause=clause,
            people=told or _people(human, clause),
            share=share,
            basis="share" if share is not None else "total" if whole else "part",
        )


def _share_of_it(sentence: Sentence, number: int, clause: Clause, phrase: Phrase, pack: Pack) -> Iterator[Draft]:
    """Read "un tiers des 90 victimes": beside the 90 a share of them."""
    found = share_before(sentence, phrase)
    if found is None or clause.kind != "person":
        return
    at, amount = found
    span = Span(amount.span.start, phrase.span.end)
    words = span.of(sentence.text)
    yield Draft(
        kind="toll",
        sentence=number,
        at=at,
        quote=span,
        rule=f"share-of/{clause.word.lemma}",
        outcome=clause.word.outcome,
        count=Count(None, None, amount.wording, words),
        phrase=phrase_at(sentence, at),
        clause=clause,
        people=people_of_share(sentence, phrase, pack) or ("unknown",),
        share=amount.share,
        basis="share",
    )


def _of_the(sentence: Sentence, clause: Clause, phrase: Phrase) -> bool:
    """Tell "two of the dead", "deux des blessés", some of a known group, from "the two dead", all of it."""
    number, phrases = phrase.number, sentence.grammar.phrases
    if clause.kind != "person" or number is None or number.one or number.wording == "vague":
        return False
    between = (i for i in range(phrase.first, phrase.head) if sentence.tokens[i].start >= number.core.end)
    return any(sentence.low[i] in phrases["definite"] | phrases["contracted"] for i in between)


def _among(sentence: Sentence, number: int, clause: Clause, group: Phrase, pack: Pack) -> Iterator[Draft]:
    """Read "cinq enfants figurent parmi les morts", "three children were among the dead": a part of the group."""
    at = group.first - 1
    while at > sentence.first and sentence.low[at] in sentence.grammar.phrases["definite"]:
        at -= 1
    if at <= sentence.first or sentence.low[at] not in sentence.grammar.phrases["among"] or clause.kind != "person":
        return
    verb = sentence.tokens[at - 1].pos in {"VERB", "AUX"}
    named = arguments.subjects(sentence, at - 1, read_verb(sentence, at - 1), agent=True) if verb else []
    for phrase, rule in named or arguments.left_noun(sentence, at):
        human = human_at(sentence, phrase, pack)
        counted = phrase.number is not None and phrase.number.low is not None
        if human is None or human.kind != "person" or phrase.number is None or not counted:
            continue
        amount = phrase.number
        yield Draft(
            kind="toll",
            sentence=number,
            at=phrase.head,
            quote=phrase.span,
            rule=f"among/{clause.word.lemma}/{rule}",
            outcome=clause.word.outcome,
            count=Count(amount.low, amount.high, amount.wording, amount.span.of(sentence.text)),
            phrase=phrase,
            clause=clause,
            people=human.people,
            basis="part",
        )


def _count(sentence: Sentence, clause: Clause, arg: Argument, human: Human | None) -> Count | None:
    """Read how many the phrase counts; None when it counts nobody ("les blessés", "they")."""
    phrase, number = arg.phrase, arg.phrase.number
    text = phrase.span.of(sentence.text)
    told = _told_by_word(sentence, phrase)
    if told is not None:
        return Count(told, told, "exact", text)
    if number is not None and not number.one:
        words = number.span.of(sentence.text)
        if human is not None and human.persons > 1 and number.low is not None:  # "deux couples"
            low, high = number.low * human.persons, None if number.high is None else number.high * human.persons
            return Count(low, high, number.wording, words)
        return Count(number.low, number.high, number.wording, words)
    bare = number is None and phrase.definite is None and not phrase.plural
    if bare and sentence.low[phrase.head] in sentence.grammar.phrases["nobody"]:
        return Count(0, 0, "exact", text)
    if clause.kind == "deed" and arg.slot == "self" and number is not None and clause.word.outcome == "killed":
        return None  # "a slow death" counts nobody
    if clause.kind in {"person", "deed"} and arg.slot == "self" and number is None:
        return _uncounted_noun(sentence, clause, phrase, text)
    if phrase.form == "pronoun":
        single = sentence.low[phrase.head] in sentence.grammar.phrases["persons"]
        return Count(1, 1, "exact", text) if single else None
    if phrase.plural:
        generic = _in_passing(sentence, clause, arg)
        if generic or phrase.definite is True or (phrase.definite is None and phrase.form == "name" and human is None):
            return None
        return Count(PLURAL_LOW, None, "vague", text)
    persons = human.persons if human else 1
    return Count(persons, persons, "exact", text) if persons else None


def _household(sentence: Sentence, phrase: Phrase) -> Number | None:
    """Return how many "a family of nine", "une famille de neuf personnes" counts."""
    phrases, at = sentence.grammar.phrases, phrase.last + 1
    named = (
        sentence.low.get(at) in phrases["of"] - phrases["contracted"]
    )  # "la famille des deux victimes" does not count
    if sentence.low[phrase.head] not in phrases["households"] or not named:
        return None
    single = phrase.number is None or phrase.number.one
    number = sentence.number_at.get(at + 1) if single else None
    return number if number is not None and not number.one and number.low == number.high else None


def _told_by_word(sentence: Sentence, phrase: Phrase) -> int | None:
    """Return how many an ordinal, "both" or "a family of nine" counts, None without one."""
    household = _household(sentence, phrase)
    if household is not None:
        return household.low
    if is_ordinal(sentence, phrase):
        return 1
    both = {sentence.low[phrase.first], sentence.low.get(phrase.first - 1)} & sentence.grammar.phrases["both"]
    return BOTH if both else None


def _asked(sentence: Sentence, phrase: Phrase) -> bool:
    """Tell an amount that is asked for: "not clear how many people had been hurt", "combien de personnes"."""
    before = {sentence.low.get(phrase.first - i) for i in range(3)}
    vague = phrase.number is None or phrase.number.wording == "vague"
    return phrase.plural and vague and not before.isdisjoint(sentence.grammar.phrases["how_many"])


def _in_passing(sentence: Sentence, clause: Clause, arg: Argument) -> bool:
    """Tell an uncounted plural that a present participle only describes: "asylum for victims fleeing violence"."""
    present = sentence.low[clause.predicate].endswith(sentence.grammar.present_participle)
    return present and clause.kind == "act" and arg.rule == "noun-modified"


def _uncounted_noun(sentence: Sentence, clause: Clause, phrase: Phrase, text: str) -> Count | None:
    if negated_left(sentence, phrase.head) and phrase.definite is not True:
        return Count(0, 0, "exact", text)
    if phrase.definite is False and clause.kind == "person":
        return Count(PLURAL_LOW, None, "vague", text) if phrase.plural else Count(1, 1, "exact", text)
    if phrase.definite is False and phrase.plural:
        return Count(PLURAL_LOW, None, "vague", text)
    before = sentence.low.get(phrase.head - 1, "")
    if before in sentence.grammar.phrases["of"] or clause.kind == "deed":
        return None
    joined = sentence.tokens[phrase.head].dep in sentence.grammar.slots["conjunct"]
    return Count(PLURAL_LOW, None, "vague", text) if phrase.plural and phrase.definite is None and joined else None


def _outcome(clause: Clause, human: Human | None) -> str:
    """Return the clause's outcome; a prisoner or attacker who is captured is detained, not abducted."""
    outcome = clause.word.outcome
    if outcome == "abducted" and human is not None and clause.word.needs == "people":
        return "detained" if {"prisoner", "attacker"}.intersection(human.people) else outcome
    return outcome


def _people(human: Human | None, clause: Clause) -> tuple[str, ...]:
    if human is None or (clause.kind in {"person", "toll"} and not human.people):
        return ("hostage",) if clause.word.needs == "captive" else ("unknown",)
    return human.people


def _quote(sentence: Sentence, clause: Clause, arg: Argument) -> Span:
    """Return the shortest stretch that holds number and victims, else the victims with their predicate."""
    own, tokens = arg.phrase.span, sentence.tokens
    counted = arg.phrase.number is not None and not arg.phrase.number.one and arg.phrase.form != "number"
    in_list = arg.rule in {"listed", "coordination"} and arg.phrase.form != "pronoun"
    if counted or arg.slot == "self" or in_list:
        return own
    predicate = Span(tokens[clause.verb.first].start, tokens[clause.predicate].end)
    whole = Span(min(own.start, predicate.start), max(own.end, predicate.end))
    gap = (whole.end - whole.start) - (own.end - own.start) - (predicate.end - predicate.start)
    if gap <= NEAR or arg.phrase.form == "pronoun":
        return whole
    return own if arg.phrase.definite is not True else predicate  # "the attacker … before being shot dead"

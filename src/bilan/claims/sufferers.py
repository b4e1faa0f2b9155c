"""Who can suffer an outcome: people can, not planes, prices, places, lives saved or prisoners imprisoned.

What an outcome word asks of its victims stands in the `needs` column of a pack's outcomes.csv.
"""

from bilan.annotate.clauses import Clause
from bilan.annotate.humans import Human, bears_name, is_person_name
from bilan.annotate.phrases import Phrase
from bilan.annotate.syntax import Sentence
from bilan.claims import refusals
from bilan.claims.struck import STRUCK

TROOPS = frozenset({"combatant", "police", "security-forces", "aid-worker", "medic", "journalist", "child", "worker"})
FIGHTERS = frozenset({"combatant", "police", "security-forces", "attacker"})
COUNTED = frozenset({"counted", "massed"})
CAPTIVES = frozenset({"hostage", "prisoner"})
STRICT = frozenset({"people", "bodily", "patients", "free", "fighters", STRUCK})
GETAWAY = 5  # tokens behind "fled" in which "the scene", "on foot" stands
SEVERAL = 2  # a couple, a family: one noun that stands for more than one


def spared(sentence: Sentence, clause: Clause, phrase: Phrase, human: Human | None) -> str:
    """Return why the phrase cannot suffer the outcome of the clause, a code of `refusals`; "" when it can."""
    counted = phrase.number is not None and not phrase.number.one
    if clause.word.needs == "never":
        return refusals.NOBODY
    if clause.kind in {"person", "toll"} or (clause.kind == "deed" and phrase.head == clause.predicate):
        if clause.word.needs == "victims" and _lives(sentence, phrase):
            return refusals.OTHER_PEOPLE
        whose = phrase.head != clause.predicate and _is_human(sentence, phrase, human, strict=True)
        one = whose or (
            phrase.number is not None and phrase.head == clause.predicate
        )  # "le corps d'une femme", "un corps"
        return _noun_alone(sentence, clause, counted=counted, body=one)
    if counted and phrase.head == clause.predicate:  # "11 autres enlevés", the participle taken for a noun
        return ""
    if human is not None and human.kind != "person":
        reason = _no_person(clause, phrase, human, counted=counted)
        if reason or human.kind in {"life", "remains"}:
            return reason
    if clause.word.needs == "bodily" and clause.verb.voice == "active" and phrase.number is None:
        return refusals.FIGURE  # "the scandal could hurt the president"
    reason = _other_people(sentence, clause, phrase, human, counted=counted)
    if reason or clause.word.needs in {"troops", "hostage"}:
        return reason
    strict = clause.word.needs in STRICT or not counted
    return "" if _is_human(sentence, phrase, human, strict=strict) else refusals.THING


def is_ordinal(sentence: Sentence, phrase: Phrase) -> bool:
    """Tell "wounding a third", "un troisième a été blessé": one person more, no share."""
    ordinals, of = sentence.grammar.phrases["ordinals"], sentence.grammar.phrases["of"]
    last = phrase.last
    if phrase.number is not None and phrase.number.share is not None:  # "a third victim" is read as a share first
        last = next((i for i in range(phrase.first, phrase.last) if sentence.low[i] in ordinals), last)
    follows = sentence.low.get(last + 1)
    return phrase.form in {"number", "noun"} and sentence.low[last] in ordinals and follows not in of


def _noun_alone(sentence: Sentence, clause: Clause, *, counted: bool, body: bool) -> str:
    """Judge a noun that is its own victims ("12 dead") or a deed without any ("20 losses", "a release")."""
    needs = clause.word.needs
    if needs == "found":
        finding = sentence.grammar.phrases["finding"]
        found = body and any(low in finding for low in sentence.low.values())
        return "" if found else refusals.UNFOUND
    named = needs == "named" or (clause.kind == "deed" and needs in {STRUCK, "massed"})  # "three shootings"
    if named or (clause.kind == "deed" and needs in {"people", "hostage"} and not counted):
        return refusals.NOT_COUNTED
    return refusals.NOT_COUNTED if needs in {"captive", "victims"} | COUNTED and not counted else ""


def _lives(sentence: Sentence, phrase: Phrase) -> bool:
    """Tell victims who live: "two injured victims", "one victim survived"."""
    around = range(phrase.first, min(sentence.last, phrase.last + 3))
    return any(sentence.low[i] in sentence.grammar.phrases["alive"] for i in around)


def _no_person(clause: Clause, phrase: Phrase, human: Human, *, counted: bool) -> str:
    """Judge institutions, which are counted themselves, and lives and bodies, which can only be lost, be killed."""
    if human.kind in {"life", "remains"}:
        lost = clause.word.outcome == "killed" and (counted or phrase.plural)
        return "" if lost else refusals.THING
    return refusals.BODY if human.persons < SEVERAL else ""


def _other_people(sentence: Sentence, clause: Clause, phrase: Phrase, human: Human | None, *, counted: bool) -> str:
    """Judge people by what the word asks of them: troops, captives, some that are counted, none that get away."""
    needs, people = clause.word.needs, frozenset(human.people if human is not None else ())
    if clause.word.outcome == "displaced" and _gets_away(sentence, clause, phrase, people):
        return refusals.OTHER_PEOPLE
    if (needs in COUNTED or (needs == "patients" and phrase.plural)) and not counted:
        return refusals.NOT_COUNTED  # "a ship to treat victims"
    if needs == "free" and people == {"prisoner"}:  # "500 prisonniers sont incarcérés ici"
        return refusals.OTHER_PEOPLE
    group = {"troops": TROOPS, "hostage": CAPTIVES, "fighters": FIGHTERS}.get(needs)
    if group is None:
        return ""
    captive = (
        needs == "hostage" and human is not None and sentence.has(sentence.grammar.phrases["captivity"])
    )  # "freed after months in captivity"
    fits = (bool(group & people) or captive) and (counted or needs != "troops")
    return "" if fits else refusals.OTHER_PEOPLE


def _gets_away(sentence: Sentence, clause: Clause, phrase: Phrase, people: frozenset[str]) -> bool:
    """Tell an attacker's or a single person's flight ("two gunmen fled the scene") from people driven out."""
    single = phrase.form == "pronoun" and not phrase.plural
    behind = range(clause.predicate + 1, min(sentence.last, clause.predicate + GETAWAY))
    gone = any(sentence.low[i] in sentence.grammar.phrases["getaway"] for i in behind)
    return single or gone or "attacker" in people


def _is_human(sentence: Sentence, phrase: Phrase, human: Human | None, *, strict: bool) -> bool:
    """Tell people from things: by the pack's nouns, by names, and, unless `strict`, by being counted at all."""
    if phrase.form == "name":
        return human is not None or is_person_name(sentence, phrase)
    others = sentence.low[phrase.head] in sentence.grammar.phrases["others"]  # "and two others detained"
    if phrase.form in {"pronoun", "number"} or others or is_ordinal(sentence, phrase):
        return not _unit_follows(sentence, phrase)
    if phrase.head in sentence.times or phrase.head in sentence.places:
        return False
    if bears_name(sentence, phrase):
        return True
    return human is not None if strict else _countable(sentence, phrase, human)


def _countable(sentence: Sentence, phrase: Phrase, human: Human | None) -> bool:
    """Let "kill" and its like count a noun the pack does not know ("12 séminaristes"), unless it names a thing."""
    if sentence.low[phrase.head] in sentence.grammar.phrases["animals"]:
        return False
    return human is not None or sentence.tokens[phrase.head].pos in {"NOUN", "PROPN", "ADJ"}


def _unit_follows(sentence: Sentence, phrase: Phrase) -> bool:
    after = phrase.last + 1
    return after < sentence.last and (
        sentence.tokens[after].pos == "SYM" or sentence.tokens[after].text in {"%", "$", "€"}
    )

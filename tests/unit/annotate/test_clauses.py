"""Clauses: the same predicate and slots in both languages, and none where a word only looks like an outcome."""

import pytest
from tests.unit.annotate.reading import sentence_of, words

from bilan.annotate.clauses import Clause, find_clauses
from bilan.pipeline import Tools

Shape = tuple[str, str, dict[str, list[str]]]


def clauses(tools: Tools, code: str, text: str) -> list[Clause]:
    return find_clauses(sentence_of(tools, code, text), tools.packs[code])


def shapes(tools: Tools, code: str, text: str) -> list[Shape]:
    sentence = sentence_of(tools, code, text)
    found = []
    for clause in find_clauses(sentence, tools.packs[code]):
        slots: dict[str, list[str]] = {}
        for arg in clause.args:
            slots.setdefault(arg.slot, []).append(words(sentence, arg.phrase).lower())
        found.append((clause.kind, clause.word.outcome, slots))
    return found


@pytest.mark.parametrize(
    ("code", "text", "shape"),
    [
        ("fr", "Douze civils ont été tués.", ("act", "killed", {"patient": ["douze civils"]})),
        (
            "fr",
            "Douze civils ont été tués par des rebelles.",
            ("act", "killed", {"patient": ["douze civils"], "agent": ["des rebelles"]}),
        ),
        ("fr", "Douze civils sont morts.", ("state", "killed", {"patient": ["douze civils"]})),
        ("fr", "Le raid a fait 35 blessés.", ("person", "injured", {"self": ["35 blessés"]})),
        ("fr", "Il annonce la mort de deux soldats.", ("deed", "killed", {"of": ["deux soldats"]})),
        ("fr", "Le bilan s'élève à 37.", ("toll", "killed", {"self": ["37"]})),
        ("fr", "Deux soldats ont perdu la vie.", ("act", "killed", {"patient": ["deux soldats"]})),
        ("fr", "Deux humanitaires sont portés disparus.", ("act", "missing", {"patient": ["deux humanitaires"]})),
        ("en", "Twelve civilians were killed.", ("act", "killed", {"patient": ["twelve civilians"]})),
        (
            "en",
            "Twelve civilians were killed by rebels.",
            ("act", "killed", {"patient": ["twelve civilians"], "agent": ["rebels"]}),
        ),
        ("en", "The raid left 35 wounded.", ("person", "injured", {"self": ["35 wounded"]})),
        ("en", "He announced the death of two soldiers.", ("deed", "killed", {"of": ["two soldiers"]})),
        ("en", "The death toll rose to 37.", ("toll", "killed", {"self": ["37"]})),
        ("en", "Two soldiers lost their lives.", ("act", "killed", {"patient": ["two soldiers"]})),
        ("en", "Two nurses went missing.", ("act", "missing", {"patient": ["two nurses"]})),
        ("en", "Two nurses were shot dead.", ("act", "killed", {"patient": ["two nurses"]})),
    ],
)
def test_a_clause_has_its_slots(tools: Tools, code: str, text: str, shape: Shape) -> None:
    assert shapes(tools, code, text) == [shape]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "Le convoi s'est arrêté."),
        ("fr", "Une prise d'otages a eu lieu."),
        ("fr", "Il a acheté un tue-mouches."),
        ("fr", "La vie reprend son cours."),
        ("fr", "Il fait beau à Idleb."),
        ("en", "The convoy moved on."),
        ("en", "He opened a murder inquiry."),
        ("en", "The weather in Idlib is fine."),
    ],
)
def test_words_that_tell_of_no_victim_yield_no_victim(tools: Tools, code: str, text: str) -> None:
    victims = [arg for clause in clauses(tools, code, text) for arg in clause.args if arg.phrase.number is not None]
    assert victims == []


@pytest.mark.parametrize(
    ("code", "text", "outcome"),
    [
        ("fr", "Il a perdu deux amis en chemin.", None),
        ("fr", "Deux soldats ont perdu la vie.", "killed"),
        ("en", "He took the bus.", None),
        ("en", "The blast took twelve lives.", "killed"),
        ("en", "The company claimed damages.", None),
        ("en", "The blast claimed twelve lives.", "killed"),
    ],
)
def test_a_verb_with_companions_means_harm_only_with_them(
    tools: Tools, code: str, text: str, outcome: str | None
) -> None:
    found = {clause.word.outcome for clause in clauses(tools, code, text) if clause.word.companions}
    assert found == ({outcome} if outcome else set())


@pytest.mark.parametrize(
    ("code", "text", "patients"),
    [
        ("fr", "Trois soldats, un policier et deux civils ont péri.", ["trois soldats", "un policier", "deux civils"]),
        (
            "en",
            "Three soldiers, a policeman and two civilians died.",
            ["three soldiers", "a policeman", "two civilians"],
        ),
        ("fr", "La bombe a tué trois soldats et deux civils.", ["trois soldats", "deux civils"]),
        ("en", "The bomb killed three soldiers and two civilians.", ["three soldiers", "two civilians"]),
    ],
)
def test_every_member_of_a_list_is_an_argument(tools: Tools, code: str, text: str, patients: list[str]) -> None:
    ((_, outcome, slots),) = shapes(tools, code, text)
    assert outcome == "killed"
    assert slots["patient"] == patients


@pytest.mark.parametrize(
    ("code", "text", "outcomes"),
    [
        ("fr", "La bombe a tué douze civils et blessé trois enfants.", ["killed", "injured"]),
        ("fr", "Bilan : 12 morts et 30 blessés.", ["killed", "injured"]),
        ("en", "The bomb killed twelve civilians and wounded three children.", ["killed", "injured"]),
        ("en", "Twelve dead, thirty injured", ["killed", "injured"]),
    ],
)
def test_two_predicates_are_two_clauses_in_text_order(tools: Tools, code: str, text: str, outcomes: list[str]) -> None:
    found = [c for c in clauses(tools, code, text) if any(a.slot in {"patient", "self"} for a in c.args)]
    assert [clause.word.outcome for clause in found if clause.kind != "toll"] == outcomes


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("Le nombre de personnes tuées s'élève à 40.", ["40"]),
        ("Cela porte à 86 le nombre de morts.", ["86"]),
        ("Le nombre de personnes tuées augmente.", []),
    ],
)
def test_the_number_of_the_dead_is_one_clause_or_none(tools: Tools, text: str, amount: list[str]) -> None:
    found = shapes(tools, "fr", text)
    assert [slots["self"] for _, _, slots in found] == [[own] for own in amount]


def test_slot_returns_only_its_own_arguments(tools: Tools) -> None:
    (clause,) = clauses(tools, "en", "Rebels killed twelve civilians.")
    assert [arg.slot for arg in clause.slot("patient")] == ["patient"]
    assert [arg.slot for arg in clause.slot("agent")] == ["agent"]
    assert clause.slot("of") == []

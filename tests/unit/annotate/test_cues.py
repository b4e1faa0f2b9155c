"""Cues: forms are expanded, the longest wins, and a part of another word is none."""

import pytest
from tests.unit.annotate.reading import cues_of

from bilan.annotate.cues import expand_forms
from bilan.languages.load import list_languages, load_language
from bilan.pipeline import Tools

ENDINGS = {"er": ["er", "e", "ent", "é"], "s": ["", "s"], "e": ["e", "ed", "ing"]}


@pytest.mark.parametrize(
    ("words", "spec", "forms"),
    [
        ("selon", "", {"selon"}),
        ("affirmer", "er", {"affirmer", "affirme", "affirment", "affirmé"}),
        ("bilan", "s", {"bilan", "bilans"}),
        ("announce", "e:announc", {"announce", "announced", "announcing"}),
        ("dire", "dit disent", {"dit", "disent"}),
        ("savoir", "savoir", {"savoir"}),
        ("par jour", "", {"par jour"}),
    ],
)
def test_forms_are_a_class_of_endings_a_stem_or_the_forms_themselves(words: str, spec: str, forms: set[str]) -> None:
    assert expand_forms(words, spec, ENDINGS) == forms


def found(tools: Tools, code: str, text: str) -> list[tuple[str, str]]:
    return [(cue.kind, cue.words) for cue in cues_of(tools, code, text)]


@pytest.mark.parametrize(
    ("code", "text", "cue"),
    [
        ("fr", "Selon la police, il est parti.", ("according", "selon")),
        ("fr", "D'après la police, il est parti.", ("according", "d'après")),
        ("fr", "D’après la police, il est parti.", ("according", "d'après")),
        ("fr", "La police affirme cela.", ("say", "affirmer")),
        ("fr", "Le camp dément.", ("deny", "démentir")),
        ("fr", "Deux blessés par jour.", ("rate", "par jour")),
        ("fr", "Trente corps, dont un enfant.", ("part", "dont")),
        ("fr", "Deux d'entre eux ont fui.", ("of-them", "d'entre eux")),
        ("fr", "Cela fait douze, contre dix hier.", ("supersede-from", "contre")),
        ("en", "According to police, he left.", ("according", "according to")),
        ("en", "ACCORDING TO POLICE, HE LEFT.", ("according", "according to")),
        ("en", "Police said so.", ("say", "say")),
        ("en", "Rebels deny it.", ("deny", "deny")),
        ("en", "Two people a day.", ("rate", "a day")),
        ("en", "Thirty bodies, including a child.", ("part", "including")),
        ("en", "Two of them fled.", ("of-them", "of them")),
        ("en", "That makes twelve, up from ten.", ("supersede-from", "up from")),
    ],
)
def test_a_cue_is_found(tools: Tools, code: str, text: str, cue: tuple[str, str]) -> None:
    assert cue in found(tools, code, text)


@pytest.mark.parametrize(
    ("code", "text", "kind"),
    [
        ("fr", "Les assurances sont chères.", "say"),
        ("fr", "La dictée est finie.", "say"),
        ("fr", "Il marche par journées entières.", "rate"),
        ("fr", "Un contrebandier passe.", "supersede-from"),
        ("en", "The essay is long.", "say"),
        ("en", "An accord was signed.", "according"),
        ("en", "They fled from home.", "rate"),
    ],
)
def test_what_only_looks_like_a_cue_is_none(tools: Tools, code: str, text: str, kind: str) -> None:
    assert kind not in {own for own, _ in found(tools, code, text)}


def test_a_longer_cue_hides_the_shorter_one_inside_it(tools: Tools) -> None:
    assert [words for kind, words in found(tools, "en", "Twelve died, up from ten.") if kind == "supersede-from"] == [
        "up from"
    ]


def test_one_word_may_be_a_cue_of_two_kinds(tools: Tools) -> None:
    kinds = {kind for kind, _ in found(tools, "fr", "Les habitants craignent le pire.")}
    assert {"say", "possible"} <= kinds


def test_cues_come_in_text_order_with_both_their_ends(tools: Tools) -> None:
    cues = cues_of(tools, "fr", "Selon la police, deux personnes meurent par jour.")
    assert [(cue.words, cue.last - cue.first) for cue in cues] == [("selon", 0), ("par jour", 1)]


@pytest.mark.parametrize("code", list_languages())
def test_cue_forms_are_lower_case_with_straight_apostrophes(code: str) -> None:
    pack = load_language(code)
    endings = pack.toml("clauses")["verbs"]["endings"]
    forms = {form for row in pack.rows("cues") for form in expand_forms(row["words"], row["forms"], endings)}
    assert {form for form in forms if form != form.lower() or "’" in form or not form} == set()

"""Numbers beside casualty words that became no claim: each is listed with the reason, in both languages."""

import pytest

from bilan.claims import refusals
from bilan.claims.strays import REASONS
from bilan.evaluate.inputs import make_report
from bilan.model.text import SetAside
from bilan.pipeline import Tools, extract
from bilan.web.catalogue import list_page_languages, load_catalogue

CASES = [
    ("fr", "Il a été tué à 35 km du front.", "35", "measure"),
    ("en", "He was killed 35 km from the front.", "35", "measure"),
    ("fr", "Le maire enlevé a été libéré contre 40 000 euros.", "40 000", "money"),
    ("en", "The abducted mayor was freed for $40,000.", "40,000", "money"),
    ("fr", "Douze soldats ont été tués le 14 mai 2015.", "le 14 mai 2015", "time"),
    ("en", "Twelve soldiers were killed on 14 May 2015.", "14 May 2015", "time"),
    ("fr", "Le berger tué, âgé de 34 ans, vivait seul.", "34", "age"),
    ("en", "The herder who was killed was 34 years old.", "34", "age"),
    ("fr", "Deux soldats de la 5e brigade ont été tués.", "5", "rank"),
    ("en", "Two soldiers of the 5th brigade were killed.", "5", "rank"),
    ("fr", "La motion sur les disparus est passée par 12 voix.", "12", "vote"),
    ("en", "The motion on the missing passed by 12 votes.", "12", "vote"),
    ("fr", "Les morts du vol 447 étaient pilotes.", "447", "label"),
    ("en", "Flight 447 went missing with the dead crew.", "447", "label"),
    ("fr", "Après la tuerie, les rebelles tiennent 30 % de la ville où il est mort.", "30 %", "share"),
    ("en", "The rebels hold 30% of the town where he died.", "30%", "share"),
    ("fr", "Les rebelles ont abattu trois hélicoptères.", "trois", "thing"),
    ("en", "The rebels killed 30 cows.", "30", "thing"),
    ("fr", "L'explosion a tué des membres de deux organisations.", "deux", "body"),
    ("en", "The blast killed members of two agencies.", "two", "body"),
    ("fr", "L'armée a perdu 12 matchs.", "12", "other-people"),
    ("fr", "Les secouristes pensent à 12 corps.", "12", "not-found"),
    ("en", "The officials spoke of 12 bodies.", "12", "not-found"),
    ("fr", "Dix personnes sont venues au marché.", "Dix", "no-outcome"),
    ("en", "Ten people came to the market.", "Ten", "no-outcome"),
    ("fr", "Dans le film, douze soldats sont tués.", "douze", "fiction"),
    ("en", "In the novel, ten soldiers are killed.", "ten", "fiction"),
    ("fr", "Quiconque a tué deux hommes est puni.", "deux", "generic"),
    ("en", "Anyone who killed two men is punished.", "two", "generic"),
    ("fr", "Si la digue cédait, 300 habitants pourraient mourir.", "300", "hypothetical"),
    ("en", "If the dam broke, 300 residents would die.", "300", "hypothetical"),
    ("fr", "Douze rebelles ont tué un berger.", "Douze", "actor"),
    ("en", "Twelve rebels killed a herder.", "Twelve", "actor"),
    ("fr", "La police a tué un homme puis dispersé 3 000 manifestants.", "3 000", "others"),
    ("en", "Police killed one man and dispersed 3,000 protesters.", "3,000", "others"),
    ("fr", "Des hommes armés venus chercher la mort ont suivi douze villageois.", "douze", "unlinked"),
    ("en", "Death came near for twelve villagers.", "twelve", "unlinked"),
]


def strays(tools: Tools, code: str, text: str) -> list[SetAside]:
    found = extract(make_report("r1", text, code, None), tools).set_aside
    return [aside for aside in found if aside.kind == "number"]


@pytest.mark.parametrize(("code", "text", "number", "reason"), CASES)
def test_a_number_that_counts_no_victims_is_listed_with_the_reason(
    tools: Tools, code: str, text: str, number: str, reason: str
) -> None:
    assert (number, reason) in [(aside.text, aside.code) for aside in strays(tools, code, text)]


def test_every_stray_stands_in_its_sentence_and_says_its_reason_in_words(tools: Tools) -> None:
    text = "Il pleut. Les rebelles ont abattu trois hélicoptères."
    (aside,) = strays(tools, "fr", text)
    assert aside.sentence is not None
    assert aside.sentence.of(text) == "Les rebelles ont abattu trois hélicoptères."
    assert (aside.span.of(text), aside.reason) == ("trois", REASONS["thing"])


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "Douze soldats ont été tués."),
        ("fr", "Le bilan s'élève à 19 morts et 30 blessés."),
        ("fr", "Il a acheté trois pommes et deux poires."),
        ("fr", "Aucun village n'a été pris."),
        ("en", "Twelve soldiers were killed."),
        ("en", "The death toll rose to 19 dead and 30 wounded."),
        ("en", "He bought three apples and two pears."),
    ],
)
def test_what_became_a_claim_and_what_stands_beside_no_casualty_word_is_not_listed(
    tools: Tools, code: str, text: str
) -> None:
    assert strays(tools, code, text) == []


def test_every_reason_a_rule_refuses_for_has_words() -> None:
    codes = {value for name, value in vars(refusals).items() if name.isupper() and isinstance(value, str)}
    assert codes - set(REASONS) == set()


@pytest.mark.parametrize("language", list_page_languages())
def test_every_reason_has_words_in_every_language_of_the_pages(language: str) -> None:
    words = load_catalogue(language)
    assert [code for code in REASONS if not words.has(f"stray.{code}")] == []


@pytest.mark.parametrize(
    ("code", "text", "number"),
    [
        ("fr", "Deux des 12 blessés sont morts.", "12"),
        ("en", "Two of the 12 wounded have died.", "12"),
        ("fr", "Les Bleus, privés de deux blessés, ont gagné par 2 à 1.", "2"),
        ("en", "The home side, with two injured, won 2-1.", "2"),
    ],
)
def test_a_number_is_never_both_a_claim_and_set_aside(tools: Tools, code: str, text: str, number: str) -> None:
    extraction = extract(make_report("r1", text, code, None), tools)
    counted = [claim.count.text for claim in extraction.claims if claim.count is not None]
    assert (number in counted) != (number in [aside.text for aside in extraction.set_aside])

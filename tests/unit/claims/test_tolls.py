"""How many suffered what: each rule with a sentence it counts in and one in which nobody is to be counted."""

import pytest
from tests.unit.annotate.reading import fault
from tests.unit.claims.drafting import Told, told, tolls

from bilan.pipeline import Tools


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("fr", "Douze civils ont été tués.", ("killed", 12, 12, "exact")),
        ("fr", "Au moins 37 civils ont été blessés.", ("injured", 37, None, "at-least")),
        ("fr", "Plus de 60 civils ont péri.", ("killed", 61, None, "at-least")),
        ("fr", "Une vingtaine de civils sont portés disparus.", ("missing", 20, 20, "about")),
        ("fr", "Des dizaines d'écoliers ont été enlevés.", ("abducted", 20, 99, "vague")),
        ("fr", "Trois suspects ont été arrêtés.", ("detained", 3, 3, "exact")),
        ("fr", "Entre 16 et 25 villageois ont été tués.", ("killed", 16, 25, "between")),
        ("fr", "1 200 habitants ont été évacués.", ("evacuated", 1200, 1200, "exact")),
        ("fr", "40 000 personnes ont été déplacées.", ("displaced", 40_000, 40_000, "exact")),
        ("fr", "Huit mineurs sont bloqués sous terre.", ("trapped", 8, 8, "exact")),
        ("fr", "Le raid a fait 35 blessés.", ("injured", 35, 35, "exact")),
        ("fr", "La bombe a coûté la vie à douze civils.", ("killed", 12, 12, "exact")),
        ("fr", "L'annonce de la mort de deux soldats attriste.", ("killed", 2, 2, "exact")),
        ("fr", "Le bilan s'élève à 37.", ("killed", 37, 37, "exact")),
        ("fr", "Des civils ont été tués.", ("killed", 2, None, "vague")),
        ("fr", "Un policier a été tué.", ("killed", 1, 1, "exact")),
        ("fr", "Les rebelles ont tué le maire.", ("killed", 1, 1, "exact")),
        ("fr", "Il a été tué.", ("killed", 1, 1, "exact")),
        ("fr", "La journaliste Amina Traoré a été enlevée.", ("abducted", 1, 1, "exact")),
        ("en", "Twelve civilians were killed.", ("killed", 12, 12, "exact")),
        ("en", "At least 37 civilians were wounded.", ("injured", 37, None, "at-least")),
        ("en", "More than 60 civilians died.", ("killed", 61, None, "at-least")),
        ("en", "About twenty civilians are missing.", ("missing", 20, 20, "about")),
        ("en", "Dozens of pupils were kidnapped.", ("abducted", 20, 99, "vague")),
        ("en", "Three suspects were arrested.", ("detained", 3, 3, "exact")),
        ("en", "Between 16 and 25 villagers were killed.", ("killed", 16, 25, "between")),
        ("en", "1,200 residents were evacuated.", ("evacuated", 1200, 1200, "exact")),
        ("en", "Some 40,000 people were displaced.", ("displaced", 40_000, 40_000, "about")),
        ("en", "Eight miners are trapped underground.", ("trapped", 8, 8, "exact")),
        ("en", "The raid left 35 wounded.", ("injured", 35, 35, "exact")),
        ("en", "The blast claimed twelve lives.", ("killed", 12, 12, "exact")),
        ("en", "The death toll rose to 37.", ("killed", 37, 37, "exact")),
        ("en", "Civilians were killed.", ("killed", 2, None, "vague")),
        ("en", "A policeman was killed.", ("killed", 1, 1, "exact")),
        ("en", "The rebels killed the mayor.", ("killed", 1, 1, "exact")),
        ("en", "He was killed.", ("killed", 1, 1, "exact")),
        ("fr", "Deux couples ont été tués.", ("killed", 4, 4, "exact")),
        ("en", "Two couples were killed.", ("killed", 4, 4, "exact")),
        ("fr", "Deux autres sont tombés, tués sur le coup.", ("killed", 2, 2, "exact")),
    ],
)
def test_a_toll_is_read_with_its_amount(tools: Tools, code: str, text: str, expected: Told) -> None:
    assert told(tolls(tools, code, text)[1]) == [expected]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "Il n'y a eu aucun mort."),
        ("fr", "Aucun civil n'a été tué."),
        ("fr", "L'attaque n'a fait aucune victime."),
        ("fr", "Un incendie a éclaté sans faire de victime."),
        ("fr", "Personne n'a été tué."),
        ("en", "No one was killed."),
        ("en", "Nobody was hurt."),
        ("en", "There were no deaths."),
        ("en", "The fire caused no deaths."),
    ],
)
def test_nobody_is_zero_and_not_one(tools: Tools, code: str, text: str) -> None:
    found = [draft.count for draft in tolls(tools, code, text)[1] if draft.count]
    assert found
    assert {(count.low, count.high) for count in found} == {(0, 0)}


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "Les blessés ont été pris en charge."),
        ("fr", "Les habitants n'ont pas été tués."),
        ("fr", "Trois chars ont été détruits."),
        ("fr", "Quarante moutons ont été tués."),
        ("fr", "Le prix du blé a été tué dans l'œuf."),
        ("fr", "Le bilan reste inconnu."),
        ("fr", "Il a parcouru 40 kilomètres."),
        ("fr", "Un char T-72 avance vers Idleb."),
        ("fr", "Le convoi s'est arrêté."),
        ("fr", "Les ravisseurs réclament 300 000 euros."),
        fault("fr", "Elle a eu une mort lente.", reason="“une mort” with an adjective behind it is counted as one"),
        ("fr", "La 20e brigade avance."),
        ("fr", "Né en 1984, il vit à Alep."),
        ("en", "The wounded were taken away."),
        ("en", "The residents were not killed."),
        ("en", "Three tanks were destroyed."),
        ("en", "Forty sheep were killed."),
        ("en", "The death toll is unknown."),
        ("en", "He walked 40 kilometres."),
        ("en", "A T-72 tank advances."),
        ("en", "The kidnappers want 300,000 dollars."),
        ("en", "It was a slow death."),
        ("en", "Born in 1984, he lives in Leeds."),
        ("en", "The minister opened a murder inquiry."),
        ("en", "They killed time."),
    ],
)
def test_nobody_is_counted_where_nobody_new_suffers(tools: Tools, code: str, text: str) -> None:
    assert told(tolls(tools, code, text)[1]) == []


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("fr", "La bombe a tué douze civils et blessé trois enfants.", [("killed", 12), ("injured", 3)]),
        ("fr", "Bilan : 12 morts et 30 blessés.", [("killed", 12), ("injured", 30)]),
        ("fr", "Trois soldats, un policier et deux civils ont péri.", [("killed", 3), ("killed", 1), ("killed", 2)]),
        ("en", "The bomb killed twelve civilians and wounded three.", [("killed", 12), ("injured", 3)]),
        ("en", "Twelve dead, thirty injured", [("killed", 12), ("injured", 30)]),
        ("en", "Three soldiers, a policeman and two civilians died.", [("killed", 3), ("killed", 1), ("killed", 2)]),
        ("fr", "Un adolescent de 15 ans et sa mère ont été tués.", [("killed", 1), ("killed", 1)]),
        fault(
            "fr",
            "Les deux pilotes et une hôtesse ont péri.",
            [("killed", 2), ("killed", 1)],
            reason="a coordinated single victim is lost",
        ),
        ("fr", "Le soldat a été blessé. Il est mort.", [("injured", 1), ("killed", 1)]),
    ],
)
def test_several_tolls_stand_in_text_order(tools: Tools, code: str, text: str, expected: list[tuple[str, int]]) -> None:
    assert [(outcome, low) for outcome, low, _, _ in told(tolls(tools, code, text)[1])] == expected


@pytest.mark.parametrize(
    ("code", "text", "outcome"),
    [
        ("fr", "Le bilan est passé à 19 morts.", "killed"),
        ("fr", "Trois hommes ont été abattus et tués.", "killed"),
        ("fr", "Le maire a été tué. Il est mort sur le coup.", "killed"),
        ("fr", "Un enfant a été blessé. Il a été hospitalisé.", "injured"),
        ("en", "The toll rose to 19 dead.", "killed"),
        ("en", "Three men were shot and killed.", "killed"),
        ("en", "The mayor was killed. He died instantly.", "killed"),
        ("en", "A boy was wounded. He was taken to hospital.", "injured"),
    ],
)
def test_what_is_said_twice_is_counted_once(tools: Tools, code: str, text: str, outcome: str) -> None:
    assert [found for found, _, _, _ in told(tolls(tools, code, text)[1])] == [outcome]


@pytest.mark.parametrize(
    ("code", "text", "people"),
    [
        ("fr", "Douze civils ont été tués.", ("civilian",)),
        ("fr", "Douze soldats ont été tués.", ("combatant",)),
        ("fr", "Douze policiers ont été tués.", ("police",)),
        ("fr", "Douze personnes ont été tuées.", ("unknown",)),
        ("fr", "Le bilan s'élève à 37.", ("unknown",)),
        ("en", "Twelve children were killed.", ("child",)),
        ("en", "Twelve journalists were killed.", ("journalist",)),
        ("en", "Twelve people were killed.", ("unknown",)),
    ],
)
def test_people_are_never_empty(tools: Tools, code: str, text: str, people: tuple[str, ...]) -> None:
    (draft,) = tolls(tools, code, text)[1]
    assert draft.people == people


def test_a_bare_number_means_the_people_counted_just_before(tools: Tools) -> None:
    _, drafts = tolls(tools, "fr", "Huit soldats ont péri et trois ont été blessés.")
    assert [draft.people for draft in drafts] == [("combatant",), ("combatant",)]


@pytest.mark.parametrize(
    ("code", "text", "quote"),
    [
        ("fr", "Hier, au moins 37 civils ont été tués.", "au moins 37 civils"),
        ("fr", "Hier, le raid a fait 35 blessés.", "35 blessés"),
        ("fr", "Hier, un policier a été tué.", "un policier a été tué"),
        ("en", "Yesterday, at least 37 civilians were killed.", "at least 37 civilians"),
        ("en", "Yesterday, a policeman was killed.", "a policeman was killed"),
        ("en", "Yesterday, a 34-year-old man was killed.", "a 34-year-old man was killed"),
    ],
)
def test_the_quote_holds_number_and_victims_else_the_predicate(tools: Tools, code: str, text: str, quote: str) -> None:
    (draft,) = tolls(tools, code, text)[1]
    assert draft.quote.of(text) == quote


@pytest.mark.parametrize(
    ("code", "text", "share"),
    [
        ("fr", "La moitié des victimes sont des enfants.", 0.5),
        ("fr", "Une victime sur trois est une femme.", 0.3333),
        ("en", "Half of the victims are children.", 0.5),
        ("en", "One victim in three is a woman.", 0.3333),
    ],
)
def test_a_share_has_no_count_but_its_share(tools: Tools, code: str, text: str, share: float) -> None:
    (draft,) = tolls(tools, code, text)[1]
    assert (draft.basis, draft.share) == ("share", share)
    assert draft.count is not None
    assert (draft.count.low, draft.count.high) == (None, None)
    assert draft.people != ("unknown",)


@pytest.mark.parametrize(
    ("code", "text", "basis"),
    [
        ("fr", "Deux des blessés sont partis.", "part"),
        ("fr", "Cinq enfants figurent parmi les morts.", "part"),
        ("fr", "Deux blessés sont partis.", "total"),
        ("fr", "Les deux morts ont été enterrés.", "total"),
        ("en", "The two dead were buried.", "total"),
        ("en", "Two of the dead were found.", "part"),
        ("en", "Five children were among the dead.", "part"),
        ("en", "Two dead were found.", "total"),
    ],
)
def test_some_of_a_known_group_are_a_part(tools: Tools, code: str, text: str, basis: str) -> None:
    (draft,) = tolls(tools, code, text)[1]
    assert draft.basis == basis


@pytest.mark.parametrize(
    ("code", "text", "outcome"),
    [
        ("fr", "Dix touristes ont été capturés.", "abducted"),
        ("fr", "Dix assaillants ont été capturés.", "detained"),
        ("en", "Ten tourists were captured.", "abducted"),
        ("en", "Ten attackers were captured.", "detained"),
    ],
)
def test_an_attacker_who_is_captured_is_detained(tools: Tools, code: str, text: str, outcome: str) -> None:
    (draft,) = tolls(tools, code, text)[1]
    assert draft.outcome == outcome


@pytest.mark.parametrize(
    ("code", "text", "found"),
    [
        ("fr", "L'armée a perdu douze soldats.", ["killed"]),
        ("fr", "L'armée a perdu douze chars.", []),
        ("fr", "Dix otages ont été libérés.", ["abducted"]),
        ("fr", "Dix villages ont été libérés.", []),
        ("fr", "Un combattant a été éliminé.", ["killed"]),
        ("fr", "Le candidat a été éliminé au premier tour.", []),
        ("fr", "Douze opposants ont été incarcérés.", ["detained"]),
        ("fr", "Douze prisonniers sont incarcérés dans l'aile nord.", []),
        ("fr", "Des centaines de vies ont été sauvées.", []),
        ("fr", "Les joueurs l'ont emporté 5 à 2.", []),
        ("en", "A rebel fighter was eliminated.", ["killed"]),
        ("en", "The candidate was eliminated in the first round.", []),
        ("en", "Twelve opponents were jailed.", ["detained"]),
        ("en", "Hundreds of lives were saved.", []),
        ("en", "The gunmen fled the scene.", []),
        ("en", "A news release was sent out.", []),
        ("en", "The army lost twelve soldiers.", ["killed"]),
        ("en", "The army lost twelve tanks.", []),
        ("en", "The team lost twelve of its matches.", []),
        ("en", "Ten hostages were freed.", ["abducted"]),
        ("en", "Ten villages were freed.", []),
    ],
)
def test_verbs_of_many_meanings_need_the_right_victims(tools: Tools, code: str, text: str, found: list[str]) -> None:
    assert [outcome for outcome, _, _, _ in told(tolls(tools, code, text)[1])] == found


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("fr", "Il y a eu 60–90 morts.", ("killed", 60, 90, "between")),
        ("fr", "Deux à trois mille personnes ont été tuées.", ("killed", 2000, 3000, "between")),
        ("en", "Several hundred people were killed.", ("killed", 200, 999, "vague")),
        ("en", "A few dozen people were hurt.", ("injured", 20, 99, "vague")),
        ("en", "Half a million people were displaced.", ("displaced", 500_000, 500_000, "exact")),
    ],
)
def test_ranges_and_multiples_reach_the_tolls(tools: Tools, code: str, text: str, expected: Told) -> None:
    assert told(tolls(tools, code, text)[1]) == [expected]

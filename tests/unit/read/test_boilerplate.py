"""Appeals to the reader and page furniture are set aside; news about appeals is not."""

from pathlib import Path

import pytest

from bilan.errors import LanguageError
from bilan.languages.load import Pack, load_language
from bilan.read.boilerplate import LINK_REASON, find_set_aside

FRENCH = (
    ("solicitation", "Vos dons sont les bienvenus pour faire vivre ce site."),
    ("solicitation", "Faites un don !"),
    ("solicitation", "Abonnez-vous à notre lettre pour 3 € par mois."),
    ("solicitation", "Soutenez-nous"),
    ("solicitation", "Notre journal vit grâce à ses lecteurs."),
    ("solicitation", "Recevez chaque matin notre newsletter."),
    ("solicitation", "Article réservé aux abonnés"),
    ("boilerplate", "Lire aussi : À Raqa, dix morts dans un attentat"),
    ("boilerplate", "À lire également"),
    ("boilerplate", "Partager sur Facebook"),
    ("boilerplate", "Facebook | Twitter | WhatsApp"),
    ("boilerplate", "© 2018 Le Fil du Nord – Tous droits réservés"),
    ("boilerplate", "Crédit photo : Jeanne Martin / AFP"),
    ("boilerplate", "Publié le 12 mars 2018 à 09h14"),
    ("boilerplate", "12 commentaires"),
    ("boilerplate", "Accueil > Monde > Proche-Orient"),
    ("boilerplate", "Ce site utilise des cookies pour mesurer son audience."),
    ("boilerplate", "Publicité"),
    ("boilerplate", "https://fil.example/monde/123"),
)

FRENCH_EVIDENCE = (
    "L'ONU a lancé mardi un appel aux dons de 40 millions de dollars pour les déplacés.",
    "Les dons sont les bienvenus, a indiqué le Croissant-Rouge, qui manque de sang.",
    "« Soutenez-nous, abonnez-vous à la paix », scandait la foule.",
    "« Faites un don », supplie une mère devant l'hôpital.",
    "Les dons de sang restent insuffisants à l'hôpital de Taëz.",
    "Le gouvernement veut soutenir le journal local.",
    "Photo : trois corps étendus dans la rue",
    "Lire les noms des victimes prend dix minutes.",
    "Les militaires ont publié le bilan : 12 morts.",
    "Le menu de l'accord : retrait, échange, cessez-le-feu.",
    "Alep, Homs, Idleb : 12 morts",
    "Le site https://fil.example affirme que huit soldats ont péri.",
    "Votre armée nous a bombardés, a dit un habitant.",
    "Selon le ministère, vos dons sont les bienvenus.",
)

ENGLISH = (
    ("solicitation", "Please consider making a donation to keep us online."),
    ("solicitation", "Donate now"),
    ("solicitation", "All donations are gratefully accepted."),
    ("solicitation", "Subscribe to our morning briefing."),
    ("solicitation", "Support our journalism for as little as $1 a week."),
    ("solicitation", "Follow us on Twitter."),
    ("boilerplate", "Read more: Ten dead in Raqqa blast"),
    ("boilerplate", "Related stories"),
    ("boilerplate", "Share this article"),
    ("boilerplate", "Copyright 2018 The Herald. All rights reserved."),
    ("boilerplate", "Photo: Jane Martin/Reuters"),
    ("boilerplate", "Last updated: 12 March 2018"),
    ("boilerplate", "Home | World | Middle East"),
    ("boilerplate", "We use cookies to improve your experience."),
    ("boilerplate", "ADVERTISEMENT"),
    ("boilerplate", "www.herald.example/world/123"),
)

ENGLISH_EVIDENCE = (
    "The UN launched an appeal for donations of $40 million on Tuesday.",
    "Donations are welcome, the Red Crescent said, adding that blood is scarce.",
    '"Please donate blood," a doctor begged.',
    "Residents donate blood at the hospital every day.",
    "Support from the air force came too late.",
    "Share of the displaced who are children: 40 per cent",
    "Related attacks left four villagers dead.",
    "Photo: three bodies in the street",
    "Published figures differ widely.",
    "Subscribers to the militia's channel saw three men shot.",
    "Home to 30,000 people, the camp was shelled twice.",
    "Give us water, the children shouted, said a witness.",
)


@pytest.mark.parametrize(("kind", "text"), FRENCH)
def test_french_furniture_is_set_aside_whole(kind: str, text: str) -> None:
    _assert_set_aside_whole("fr", kind, text)


@pytest.mark.parametrize("text", FRENCH_EVIDENCE)
def test_french_evidence_is_left_alone(text: str) -> None:
    assert find_set_aside(text, load_language("fr")) == ()


@pytest.mark.parametrize(("kind", "text"), ENGLISH)
def test_english_furniture_is_set_aside_whole(kind: str, text: str) -> None:
    _assert_set_aside_whole("en", kind, text)


@pytest.mark.parametrize("text", ENGLISH_EVIDENCE)
def test_english_evidence_is_left_alone(text: str) -> None:
    assert find_set_aside(text, load_language("en")) == ()


def _assert_set_aside_whole(code: str, kind: str, text: str) -> None:
    report = f"Douze.\n\n{text}\n\nTreize."
    [aside] = find_set_aside(report, load_language(code))
    assert (aside.kind, aside.text) == (kind, text)
    assert aside.span.of(report) == text
    assert aside.reason.endswith(".")


def test_only_the_sentence_that_appeals_is_set_aside() -> None:
    text = "Huit villageois ont péri. Abonnez-vous pour lire la suite ! Les recherches continuent."
    [aside] = find_set_aside(text, load_language("fr"))
    assert aside.text == "Abonnez-vous pour lire la suite !"


def test_a_link_right_after_an_appeal_belongs_to_it_and_another_is_just_a_link() -> None:
    text = "Faites un don :\n\nhttps://fil.example/don\n\nHuit morts.\n\nhttps://fil.example/suite"
    asides = find_set_aside(text, load_language("fr"))
    assert [(aside.kind, aside.reason == LINK_REASON) for aside in asides] == [
        ("solicitation", False),
        ("solicitation", True),
        ("boilerplate", True),
    ]


def test_apostrophes_and_hard_spaces_of_every_sort_match() -> None:
    for text in (
        "Soutenez l’équipe : n’hésitez pas à faire un don !",
        "Soutenez-nous\u00a0!",
        "Crédit photo\u202f: AFP",
    ):
        assert find_set_aside(text, load_language("fr")), text


def test_a_long_paragraph_is_never_furniture_as_a_whole() -> None:
    text = "Lire aussi : " + "huit morts à Raqa, " * 30
    assert find_set_aside(text, load_language("fr")) == ()


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("boilerplate,line,(,x", "pattern"),
        ("advice,line,x,x", "advice"),
        ("keep,line,x,x", "keep"),
        ("boilerplate,page,x,x", "page"),
    ],
)
def test_a_row_that_cannot_be_read_names_the_file(tmp_path: Path, row: str, reason: str) -> None:
    (tmp_path / "boilerplate.csv").write_text(f"kind,scope,pattern,reason\n{row}\n")
    with pytest.raises(LanguageError, match=reason) as raised:
        find_set_aside("x", Pack("xx", tmp_path, {}))
    assert "boilerplate.csv" in raised.value.message


def test_a_table_without_its_columns_names_the_missing_one(tmp_path: Path) -> None:
    (tmp_path / "boilerplate.csv").write_text("kind,pattern\nboilerplate,x\n")
    with pytest.raises(LanguageError, match="scope"):
        find_set_aside("x", Pack("xx", tmp_path, {}))


def test_a_pack_without_the_table_sets_only_links_aside(tmp_path: Path) -> None:
    [aside] = find_set_aside("Faites un don\n\nhttps://fil.example/", Pack("xx", tmp_path, {}))
    assert aside.reason == LINK_REASON

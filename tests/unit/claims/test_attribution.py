"""Who says it: chains outermost first, and nobody where the report itself speaks."""

import pytest
from tests.unit.claims.drafting import judged

from bilan.claims.attribution import attribute
from bilan.claims.draft import Draft
from bilan.pipeline import Tools


def attributed(tools: Tools, code: str, text: str) -> list[Draft]:
    annotation, drafts = judged(tools, code, text)
    return attribute(annotation, drafts)


def chains(tools: Tools, code: str, text: str) -> list[list[str]]:
    return [[speaker.text for speaker in draft.said_by] for draft in attributed(tools, code, text)]


@pytest.mark.parametrize(
    ("code", "text", "chain"),
    [
        ("fr", "Selon la police, deux personnes ont été tuées.", ["police"]),
        ("fr", "Deux personnes ont été tuées, selon la police.", ["police"]),
        ("fr", "D'après des témoins, deux personnes ont été tuées.", ["témoins"]),
        ("fr", "La police affirme que deux personnes ont été tuées.", ["police"]),
        ("fr", "Deux personnes ont été tuées, a indiqué la police.", ["police"]),
        ("fr", "« Deux personnes ont été tuées », a déclaré le préfet.", ["préfet"]),
        ("fr", "Deux civils ont été tués, ont précisé les secouristes.", ["secouristes"]),
        (
            "fr",
            "Le ministre affirme que le gouverneur a annoncé que dix soldats avaient été tués.",
            ["ministre", "gouverneur"],
        ),
        ("fr", "Le gouverneur, Karim Benali, parle de douze morts.", ["Karim Benali"]),
        ("fr", "Le gouverneur Karim Benali a annoncé que douze civils étaient morts.", ["Karim Benali"]),
        ("en", "According to police, two people were killed.", ["police"]),
        ("en", "Two people were killed, according to police.", ["police"]),
        ("en", "Two people were killed, police said.", ["police"]),
        ("en", "Police said two people were killed.", ["Police"]),
        ("en", "“Two people were killed,” the mayor said.", ["mayor"]),
        (
            "en",
            "The minister said that the governor had announced that ten soldiers had been killed.",
            ["minister", "governor"],
        ),
    ],
)
def test_the_speaker_is_found(tools: Tools, code: str, text: str, chain: list[str]) -> None:
    assert chains(tools, code, text) == [chain]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "Deux personnes ont été tuées."),
        ("fr", "Deux personnes ont été tuées par la police."),
        ("fr", "Selon un bilan provisoire, deux personnes ont été tuées."),
        ("fr", "Le bilan s'élève à deux morts."),
        ("fr", "Elle affirme que douze civils ont été tués."),
        ("en", "Two people were killed."),
        ("en", "Two people were killed by police."),
        ("en", "The fire claimed 21 lives."),
        ("en", "It is said that twelve people were killed."),
    ],
)
def test_nobody_speaks_where_the_report_itself_does(tools: Tools, code: str, text: str) -> None:
    assert chains(tools, code, text) == [[]]


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("fr", "Deux soldats ont été tués. Vingt civils ont été blessés, selon la police.", [[], ["police"]]),
        ("en", "Two soldiers were killed. Police said twenty civilians were wounded.", [[], ["Police"]]),
        (
            "fr",
            "Le raid a tué 12 civils, selon les secours, mais l'armée parle de 5 morts.",
            [["secours"], ["armée"]],
        ),
        (
            "en",
            "The raid killed 12 civilians, according to medics, but the army said five died.",
            [["medics"], ["army"]],
        ),
    ],
)
def test_each_toll_has_its_own_speaker(tools: Tools, code: str, text: str, expected: list[list[str]]) -> None:
    assert chains(tools, code, text) == expected


@pytest.mark.parametrize(
    ("code", "text", "chain"),
    [
        ("fr", "Le préfet a annoncé la fin du siège. Il affirme que douze civils ont été tués.", ["préfet"]),
        ("en", "The mayor announced the end of the siege. He said twelve civilians were killed.", ["mayor"]),
    ],
)
def test_a_pronoun_stands_for_the_last_speaker_named(tools: Tools, code: str, text: str, chain: list[str]) -> None:
    assert chains(tools, code, text) == [chain]


@pytest.mark.parametrize(
    ("code", "text", "chain"),
    [
        ("fr", "L'armée dément avoir tué dix civils.", ["armée"]),
        ("en", "The army denied killing ten civilians.", ["army"]),
    ],
)
def test_who_denies_speaks_and_the_claim_is_denied(tools: Tools, code: str, text: str, chain: list[str]) -> None:
    (draft,) = attributed(tools, code, text)
    assert ([speaker.text for speaker in draft.said_by], draft.modality) == (chain, "denied")


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Selon la police, deux personnes ont été tuées.", "selon"),
        ("La police affirme que deux personnes ont été tuées.", "affirmer"),
    ],
)
def test_a_speaker_carries_his_cue_and_his_place_in_the_text(tools: Tools, text: str, cue: str) -> None:
    ((speaker,),) = (draft.said_by for draft in attributed(tools, "fr", text))
    assert speaker.cue == cue
    assert speaker.span is not None
    assert speaker.span.of(text) == speaker.text == "police"


def test_a_speaker_is_named_once_in_a_chain(tools: Tools) -> None:
    assert chains(tools, "fr", "Selon la police, la police affirme que deux personnes ont été tuées.") == [["police"]]


def test_the_victims_do_not_speak(tools: Tools) -> None:
    assert chains(tools, "en", "Two people, police officers, were killed.") == [[]]


def test_a_quotation_belongs_to_the_speaker_beside_it_and_ends_with_its_mark(tools: Tools) -> None:
    text = "Douze civils ont été tués. « Vingt autres sont blessés », a déclaré le préfet. Trois sont portés disparus."
    assert chains(tools, "fr", text) == [[], ["préfet"], []]


@pytest.mark.parametrize(
    ("code", "text", "chain"),
    [
        ("fr", "Un homme a été tué, a fait savoir le parquet.", ["parquet"]),
        ("fr", "Il a d'abord été fait état de cinq morts.", []),
        ("fr", "L'armée a avancé dans le désert, tuant deux cents rebelles.", []),
        ("fr", "L'opposition avance un bilan de douze morts.", ["opposition"]),
        ("fr", "Les gendarmes ont ouvert une enquête sur la mort de deux femmes.", []),
        ("fr", "Le groupe rejette toute responsabilité dans la mort de douze civils.", []),
        ("fr", "Aucun blessé n'est à déplorer, précise la préfecture.", ["préfecture"]),
        ("en", "GAO, Mali - The army said that two soldiers had died.", ["army"]),
        ("en", "Stampede claims 12 lives; PM announces aid", []),
        ("en", "The strike wounded four, Ivan Petrov, the governor, posted on Telegram.", ["Ivan Petrov"]),
        ("en", "Two dead in house fire, deputies say", ["deputies"]),
        ("en", "The sheriff's office said two men had died.", ["sheriff's office"]),
    ],
)
def test_movement_inquiries_and_passives_name_nobody(tools: Tools, code: str, text: str, chain: list[str]) -> None:
    assert chains(tools, code, text) == [chain]


@pytest.mark.parametrize(
    "text",
    [
        "La cellule « Aube noire » a revendiqué l'attentat qui a tué deux personnes.",
        "Deux personnes ont été tuées, confirmant ainsi les craintes des riverains.",
    ],
)
def test_what_is_claimed_or_confirmed_speaks_never(tools: Tools, text: str) -> None:
    told = [speaker for chain in chains(tools, "fr", text) for speaker in chain]
    assert not any(word in speaker for speaker in told for word in ("attentat", "craintes"))

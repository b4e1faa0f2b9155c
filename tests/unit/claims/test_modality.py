"""How surely: the same toll asserted, hedged, possible, planned and denied."""

import pytest
from tests.unit.claims.drafting import judged

from bilan.pipeline import Tools


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Douze civils ont été tués.", "asserted"),
        ("Douze civils avaient été tués.", "asserted"),
        ("Douze civils auraient été tués.", "hedged"),
        ("Douze civils auraient péri.", "hedged"),
        ("Douze civils seraient morts.", "hedged"),
        ("Le raid aurait fait douze morts.", "hedged"),
        ("Douze rebelles présumés ont été tués.", "asserted"),
        ("Douze civils ont apparemment été tués.", "hedged"),
        ("Douze civils ont probablement été tués.", "hedged"),
        ("Douze civils pourraient avoir péri.", "possible"),
        ("On craint douze morts.", "possible"),
        ("Le raid risque de tuer douze civils.", "possible"),
        ("Douze prisonniers seront exécutés.", "planned"),
        ("L'armée menace de tuer douze villageois.", "planned"),
        ("La police a déjoué un complot qui devait tuer douze personnes.", "planned"),
        ("Douze civils n'ont pas été tués.", "denied"),
        ("Le raid n'a pas fait douze morts.", "denied"),
        ("Il est faux que douze civils aient été tués.", "denied"),
        ("Aucun civil n'a été tué.", "asserted"),
    ],
)
def test_french_words_tell_how_surely(tools: Tools, text: str, modality: str) -> None:
    _, (draft,) = judged(tools, "fr", text)
    assert draft.modality == modality


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Twelve civilians were killed.", "asserted"),
        ("Twelve civilians had been killed.", "asserted"),
        ("Twelve civilians were reportedly killed.", "hedged"),
        ("Twelve civilians were allegedly killed.", "hedged"),
        ("Twelve civilians are believed to have died.", "hedged"),
        ("Twelve civilians may have died.", "possible"),
        ("Twelve civilians could die.", "possible"),
        ("Twelve civilians are feared dead.", "possible"),
        ("Twelve prisoners will be executed.", "planned"),
        ("The army threatened to kill twelve villagers.", "planned"),
        ("Police foiled a plot to kill twelve people.", "planned"),
        ("Twelve civilians were not killed.", "denied"),
        ("The raid did not kill twelve people.", "denied"),
        ("It is not true that twelve civilians were killed.", "denied"),
        ("No civilians were killed.", "asserted"),
    ],
)
def test_english_words_tell_how_surely(tools: Tools, text: str, modality: str) -> None:
    _, (draft,) = judged(tools, "en", text)
    assert draft.modality == modality


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "Douze civils ont été tués. Trente pourraient être blessés."),
        ("fr", "Le maire pourrait démissionner ; douze civils ont été tués."),
        ("fr", "Douze civils ont été tués (le maire pourrait démissionner)."),
        ("en", "Twelve civilians were killed. The mayor may resign."),
        ("en", "Twelve civilians were killed and the mayor may resign."),
    ],
)
def test_a_cue_about_something_else_leaves_the_toll_asserted(tools: Tools, code: str, text: str) -> None:
    _, drafts = judged(tools, code, text)
    assert [d.modality for d in drafts if d.count and d.count.low == 12] == ["asserted"]


@pytest.mark.parametrize(
    ("code", "text", "modalities"),
    [
        ("fr", "Douze civils ont été tués et trente auraient été blessés.", ["asserted", "hedged"]),
        ("en", "Twelve civilians were killed and thirty were reportedly wounded.", ["asserted", "hedged"]),
    ],
)
def test_two_tolls_of_one_sentence_are_judged_each_by_its_own_words(
    tools: Tools, code: str, text: str, modalities: list[str]
) -> None:
    _, drafts = judged(tools, code, text)
    assert [draft.modality for draft in drafts] == modalities

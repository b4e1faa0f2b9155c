"""States and their arms, put together from words for either."""

import pytest

from bilan.actors.registry import open_registry
from bilan.actors.states import state_entry


def actor_of(name: str, language: str) -> str | None:
    (found,) = open_registry().match([name], language)
    return found.id if found else None


@pytest.mark.parametrize(
    ("language", "name", "actor"),
    [
        ("fr", "l'armée tchadienne", "army:TD"),
        ("fr", "les forces aériennes de la Turquie", "air-force:TR"),
        ("fr", "des drones iraniens", "air-force:IR"),
        ("fr", "le ministère libanais de la Santé", "ministry-health:LB"),
        ("fr", "le porte-parole du ministère kényan de l'Intérieur", "ministry-interior:KE"),
        ("fr", "le régime de Damas", "government:SY"),
        ("fr", "Ankara", "state:TR"),
        ("fr", "la RDC", "state:CD"),
        ("fr", "les Turcs", "state:TR"),
        ("fr", "unités de l'armée malienne déployées à Gao", "army:ML"),
        ("fr", "le régime d'Assad", "government:SY"),
        ("fr", "les forces de Kadhafi", "army:LY"),
        ("fr", "la police d'Assad Khan", "actor:none"),
        ("fr", "l'US Air Force", "air-force:US"),
        ("fr", "Jordan", "actor:none"),
        ("fr", "l'ambassade de Turquie", "embassy:TR"),
        ("fr", "la Croix-Rouge congolaise", "red-cross:CD"),
        ("fr", "le Premier ministre irakien", "government:IQ"),
        ("fr", "l'État français", "state:FR"),
        ("en", "Assad’s regime", "government:SY"),
        ("en", "the Obama administration", "government:US"),
        ("en", "President Obama", "actor:barack-obama"),
        ("en", "the Afghan Red Crescent", "red-cross:AF"),
        ("ar", "القوات السورية", "army:SY"),
        ("ar", "طائرات روسية", "air-force:RU"),
        ("ar", "الحكومة العراقية", "government:IQ"),
        ("en", "the Chadian army", "army:TD"),
        ("en", "Poland's interior ministry", "ministry-interior:PL"),
        ("en", "Jordanian warplanes", "air-force:JO"),
        ("en", "South Sudan's army", "army:SS"),
        ("en", "the Turks", "state:TR"),
        ("en", "the British", "state:GB"),
        ("en", "British", "actor:none"),
        ("ar", "الجيش السوري", "army:SY"),
        ("ar", "موسكو", "state:RU"),
    ],
)
def test_words_for_a_country_and_an_arm_make_an_actor(language: str, name: str, actor: str) -> None:
    assert actor_of(name, language) == (None if actor == "actor:none" else actor)


@pytest.mark.parametrize("name", ["Turcs", "police de Rome", "turc", "Georgia", "armée", "président", "nord-est"])
def test_parts_alone_make_no_actor(name: str) -> None:
    assert actor_of(name, "fr") is None


def test_an_arm_knows_its_state_and_codes() -> None:
    entry = state_entry("air-force:SY")
    assert entry is not None
    assert (entry.type, entry.parent, entry.cameo, entry.inter) == ("army", "army:SY", "SYRMILAIR", "State forces")


def test_a_national_army_with_a_name_of_its_own_keeps_the_id_of_its_kind() -> None:
    assert actor_of("FARDC", "fr") == actor_of("les soldats congolais", "fr") == "army:CD"


@pytest.mark.parametrize("actor", ["state:ZZ", "tribe:SY", "actor:afp", "", "army"])
def test_an_unknown_id_has_no_entry(actor: str) -> None:
    assert state_entry(actor) is None

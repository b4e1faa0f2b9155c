"""The actor registry: every way a reader would know a name, and the look-alikes that must stay unknown."""

from pathlib import Path

import pytest

from bilan.actors.entries import COLUMNS, read_entries
from bilan.actors.index import make_index, read_index, render_index
from bilan.actors.registry import INDEX, SHIPPED, ActorRegistry, open_registry
from bilan.errors import RegistryError
from bilan.model.actor import ACTOR_TYPES, Registry


def actor_of(name: str, language: str = "fr") -> str | None:
    (found,) = open_registry().match([name], language)
    return found.id if found else None


@pytest.mark.parametrize(
    ("language", "name", "actor"),
    [
        ("fr", "l'Observatoire syrien des droits de l'Homme", "actor:syrian-observatory-for-human-rights"),
        ("fr", "OSDH", "actor:syrian-observatory-for-human-rights"),
        ("en", "the Britain-based Syrian Observatory for Human Rights", "actor:syrian-observatory-for-human-rights"),
        ("ar", "المرصد السوري لحقوق الإنسان", "actor:syrian-observatory-for-human-rights"),
        ("fr", "la chaîne qatarie Al-Jazira", "actor:al-jazeera"),
        ("ar", "قناة الجزيرة", "actor:al-jazeera"),
        ("fr", "le porte-parole de l'ONU à Genève", "actor:united-nations"),
        ("en", "a spokesman for the Kremlin", "actor:kremlin"),
        ("en", "Doctors Without Borders", "actor:medecins-sans-frontieres"),
        ("fr", "DAECH", "actor:islamic-state"),
        ("en", "Islamic State militants", "actor:islamic-state"),
        ("fr", "les talibans", "actor:taliban"),
        ("en", "Pakistani Taliban", "actor:tehrik-i-taliban-pakistan"),
        ("fr", "la coalition dirigée par les États-Unis", "actor:international-coalition-against-islamic-state"),
    ],
)
def test_a_name_is_known_in_its_spellings_and_frames(language: str, name: str, actor: str) -> None:
    assert actor_of(name, language) == actor


@pytest.mark.parametrize(
    ("name", "actor"),
    [
        ("« A-sark Al-aoost »", "actor:asharq-al-awsat"),
        ("Acharq el Aoussat", "actor:asharq-al-awsat"),
        ("Al Djazeera", "actor:al-jazeera"),
        ("Front an-Nousra", "actor:al-nusra-front"),
        ("Djeich al-Islam", "actor:jaysh-al-islam"),
        ("Ansar Bayt al Makdis", "actor:islamic-state-sinai-province"),
        ("Boco Haram", "actor:boko-haram"),
        ("Hachd ach-Chaabi", "actor:popular-mobilization-forces"),
    ],
)
def test_a_bad_transliteration_is_known_by_its_sound(name: str, actor: str) -> None:
    (found,) = open_registry().match([name], "fr")
    assert found is not None
    assert found.id == actor
    assert found.score < 1


@pytest.mark.parametrize(
    "name",
    [
        "", "  ", "« »", "al", "Al", "El-", "un", "est", "ei", "le monde", "la libération", "maire",
        "des témoins", "Jean Dupont",
        "Ahmad Ramadan", "victimes de Boko Haram", "la police de Bordeaux", "le ministère de la Santé", "Al-Hasaka",
        "Jamal al-Sham", "les rebelles", "l'armée", "des hommes armés", "Mohammed al-Islam", "Sarkozy", "Al-Bab",
        "Front de gauche", "un long discours que personne n'a vraiment compris ce jour-là dans la salle des fêtes",
    ],
)  # fmt: skip
def test_what_is_not_sure_is_not_guessed(name: str) -> None:
    assert actor_of(name) is None


def test_one_acronym_means_what_its_language_means() -> None:
    assert actor_of("RSF", "fr") == "actor:reporters-without-borders"
    assert actor_of("RSF", "en") == "actor:rapid-support-forces"


def test_an_acronym_two_actors_share_in_one_language_is_left_open() -> None:
    assert actor_of("SNA", "en") is None


def test_short_names_count_only_as_names_are_written() -> None:
    assert actor_of("IS", "en") == "actor:islamic-state"
    assert actor_of("is", "en") is None


def test_a_batch_keeps_order_and_repeats() -> None:
    found = open_registry().match(["AFP", "personne", "AFP"], "fr")
    assert [match.id if match else None for match in found] == ["actor:afp", None, "actor:afp"]


def test_a_name_asked_again_stands_for_whom_a_fresh_registry_says() -> None:
    names = ["Hezbollah", "le Hezbollah", "les rebelles", "Al-Jazira", "X", ""]
    known, entries = open_registry(), tuple(read_entries(SHIPPED))
    first = known.match(names, "fr")
    fresh = ActorRegistry([(entries, read_index(INDEX, entries))])
    assert known.match(names, "fr") == first == fresh.match(names, "fr")
    assert known.match(["ISIS"], "en") == fresh.match(["ISIS"], "en")


def test_the_registry_keeps_the_protocol() -> None:
    registry: Registry = open_registry()
    assert registry.entry("actor:afp") is not None


def test_the_shipped_entries_are_sound() -> None:
    entries = list(read_entries(SHIPPED))
    ids = {entry.id for entry in entries}
    assert len(entries) == len(ids) >= 500
    assert {entry.type for entry in entries} <= set(ACTOR_TYPES)
    registry = open_registry()
    assert [entry.id for entry in entries if entry.parent and registry.entry(entry.parent) is None] == []
    assert all(entry.start <= entry.end for entry in entries if entry.start and entry.end)


def test_every_entry_is_found_by_its_own_name_or_shares_it() -> None:
    registry = open_registry()
    entries = list(read_entries(SHIPPED))
    names = [(entry, alias) for entry in entries for alias in entry.aliases]
    for language in ("fr", "en", "ar"):
        wanted = [(entry.id, alias.text) for entry, alias in names if alias.language == language]
        found = registry.match([text for _, text in wanted], language)
        wrong = [
            (text, match.id) for (actor, text), match in zip(wanted, found, strict=True) if match and match.id != actor
        ]
        assert wrong == []


def test_the_index_is_that_of_the_entries() -> None:
    assert render_index(make_index(read_entries(SHIPPED))) == INDEX.read_text(encoding="utf-8")


def _row(**cells: str) -> str:
    plain = {"id": "actor:own", "name": "Own Brigade", "en": "Own Brigade|Reuters", "type": "armed-group"}
    return ",".join({**plain, **cells}.get(column, "") for column in COLUMNS)


def _table(folder: Path, *rows: str) -> Path:
    path = folder / "actors.csv"
    path.write_text("\n".join([",".join(COLUMNS), *rows, ""]), encoding="utf-8")
    return path


def test_a_users_file_adds_actors_and_wins_their_spellings(tmp_path: Path) -> None:
    registry = open_registry([_table(tmp_path, _row())])
    assert [match.id for match in registry.match(["Own Brigade", "Reuters"], "en") if match] == ["actor:own"] * 2
    assert actor_of("Reuters", "en") == "actor:reuters"


def test_a_malformed_table_is_named(tmp_path: Path) -> None:
    with pytest.raises(RegistryError, match="tribe"):
        open_registry([_table(tmp_path, _row(type="tribe"))])
    with pytest.raises(RegistryError, match="does not fit"):
        open_registry([_table(tmp_path, "a,b")])
    with pytest.raises(RegistryError, match=r"nowhere\.csv"):
        open_registry([tmp_path / "nowhere.csv"])


def test_an_index_of_other_entries_is_refused(tmp_path: Path) -> None:
    entries = list(read_entries(SHIPPED))
    with pytest.raises(RegistryError, match="another"):
        read_index(INDEX, entries[1:])
    broken = tmp_path / "index.txt"
    broken.write_text("one field\n", encoding="utf-8")
    with pytest.raises(RegistryError, match="malformed"):
        read_index(broken, entries)

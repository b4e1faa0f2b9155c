"""Event types: the shipped ones are whole, a user's folder adds and replaces, malformed files are named."""

from pathlib import Path

import pytest

from bilan.errors import RegistryError
from bilan.events.load import SHIPPED, EventType, family_of, load_events, load_families, may_be_same, may_echo, parents
from bilan.model.claim import OUTCOMES

ACLED = {
    "Battles": {"Government regains territory", "Non-state actor overtakes territory", "Armed clash"},
    "Protests": {"Excessive force against protesters", "Protest with intervention", "Peaceful protest"},
    "Riots": {"Violent demonstration", "Mob violence"},
    "Explosions/Remote violence": {
        "Chemical weapon", "Air/drone strike", "Suicide bomb", "Shelling/artillery/missile attack",
        "Remote explosive/landmine/IED", "Grenade",
    },
    "Violence against civilians": {"Sexual violence", "Attack", "Abduction/forced disappearance"},
    "Strategic developments": {
        "Agreement", "Arrests", "Change to group/activity", "Disrupted weapons use",
        "Headquarters or base established", "Looting/property destruction", "Non-violent transfer of territory",
        "Other",
    },
}  # fmt: skip


def _write(folder: Path, name: str, old: str = "", new: str = "") -> Path:
    text = (SHIPPED / "attack.toml").read_text(encoding="utf-8").replace('id = "attack"', f'id = "{name}"')
    (folder / f"{name}.toml").write_text(text.replace(old, new) if old else text, encoding="utf-8")
    return folder


def test_the_shipped_types_are_those_of_the_claim_model() -> None:
    assert set(load_events()) == {
        "air-drone-strike", "shelling-artillery-missile", "suicide-bomb", "remote-explosive-ied-landmine", "grenade",
        "chemical-weapon", "armed-clash", "attack", "abduction", "sexual-violence", "mob-violence",
        "violent-demonstration", "excessive-force", "protest", "arrests", "agreement", "evacuation", "displacement",
        "looting-destruction", "territory-change", "leaflet-drop", "other-strategic", "accident", "disaster", "other",
    }  # fmt: skip


@pytest.mark.parametrize("event", load_events().values(), ids=lambda event: event.id)
def test_every_type_has_labels_a_known_family_and_acled_names(event: EventType) -> None:
    assert set(event.label) == {"fr", "en", "ar"}
    assert {"fr", "en"} <= set(event.definition)
    assert family_of(event.id, load_events()) in load_families()
    assert set(event.outcomes) <= set(OUTCOMES)
    assert set(event.crosswalk.acled_sub_events) <= ACLED.get(event.crosswalk.acled_event, set())
    assert set(event.crosswalk.ucdp_violence) <= {1, 2, 3}
    assert len(event.colour) == len("#rrggbb")


def test_every_acled_sub_event_has_a_type() -> None:
    covered = {name for event in load_events().values() for name in event.crosswalk.acled_sub_events}
    assert covered == set().union(*ACLED.values())


def test_a_leaflet_drop_is_another_strategic_development() -> None:
    assert parents()["leaflet-drop"] == "other-strategic"
    assert family_of("leaflet-drop", load_events()) == "strategic"


def test_one_happening_may_be_told_under_two_types() -> None:
    events = load_events()
    assert may_be_same("suicide-bomb", "attack", events)
    assert may_be_same("attack", "suicide-bomb", events)
    assert may_be_same("leaflet-drop", "other-strategic", events)


def test_only_types_that_each_name_the_other_tell_again_what_the_other_told() -> None:
    events = load_events()
    assert may_echo("attack", "suicide-bomb", events)
    assert may_echo("leaflet-drop", "other-strategic", events)
    assert not may_echo("agreement", "evacuation", events)
    assert not may_be_same("disaster", "air-drone-strike", events)


def test_a_users_folder_adds_a_type(tmp_path: Path) -> None:
    events = load_events([_write(tmp_path, "crossbow-attack")])
    assert events["crossbow-attack"].parent == "violence-against-civilians"
    assert "attack" in events


def test_a_users_folder_replaces_a_shipped_type(tmp_path: Path) -> None:
    events = load_events([_write(tmp_path, "attack", "specificity = 30", "specificity = 31")])
    assert events["attack"].specificity == 31


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ('parent = "violence-against-civilians"', 'parent = "nowhere"', "nowhere"),
        ('parent = "violence-against-civilians"', 'parent = "own"', "above itself"),
        ('"killed", ', '"slain", ', "slain"),
        ("specificity = 30", "", "specificity"),
        ("specificity = 30", "specificity = ", "own.toml"),
        ('id = "own"', 'id = "other-name"', "other-name"),
    ],
)
def test_a_malformed_file_is_named(tmp_path: Path, old: str, new: str, named: str) -> None:
    with pytest.raises(RegistryError, match=named):
        load_events([_write(tmp_path, "own", old, new)])

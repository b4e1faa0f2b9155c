"""What stands around a word of violence decides whether it tells of an event."""

import pytest
from tests.unit.claims.reading import events

from bilan.pipeline import Tools

VIOLENT = {"attack", "armed-clash", "abduction", "shelling-artillery-missile", "remote-explosive-ied-landmine"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Dans ce roman, les soldats du tyran massacrent les villageois."),
        ("fr", "Le film raconte l'enlèvement d'une institutrice."),
        ("fr", "L'exercice simulait une attaque contre la gare."),
        ("fr", "Si l'ennemi attaquait par le nord, la garnison tiendrait deux jours."),
        ("fr", "En cas d'attaque, gagnez les abris."),
        ("fr", "Est puni de sept ans de prison quiconque enlève une personne."),
        ("fr", "La convention interdit de torturer les prisonniers."),
        ("fr", "Les hôpitaux ne doivent pas être attaqués."),
        ("fr", "Dans la région, on enlève rarement les étrangers."),
        ("en", "In the novel the tyrant's soldiers slaughter the villagers."),
        ("en", "The film follows the kidnapping of a schoolteacher."),
        ("en", "The drill simulated an attack on the station."),
        ("en", "If the enemy attacked from the north, the garrison would hold."),
        ("en", "In case of an attack, go to the shelters."),
        ("en", "Anyone who kidnaps a person faces seven years in prison."),
        ("en", "The convention forbids torturing prisoners."),
        ("en", "Hospitals must not be attacked."),
        ("en", "Foreigners are rarely kidnapped in this region."),
    ],
)
def test_stories_drills_hypotheses_laws_and_habits_tell_of_no_violence(tools: Tools, language: str, text: str) -> None:
    assert VIOLENT.isdisjoint(events(tools, language, text))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le cinéma a été attaqué mardi pendant la projection du film."),
        ("fr", "Des hommes armés ont enlevé un enseignant près de Goma, un lieu souvent calme."),
        ("fr", "L'attaque de mardi pourrait raviver des tensions habituellement contenues."),
        ("fr", "La loi a été votée après une attaque contre le marché de Kano."),
        ("en", "Gunmen attacked the cinema on Tuesday during a screening of the film."),
        ("en", "Gunmen kidnapped a teacher near Goma, a place that is often calm."),
        ("en", "Tuesday's attack could revive tensions that are usually contained."),
        ("en", "The law was passed after an attack on the market in Kano."),
    ],
)
def test_real_violence_beside_the_same_words_is_told(tools: Tools, language: str, text: str) -> None:
    assert not VIOLENT.isdisjoint(events(tools, language, text))

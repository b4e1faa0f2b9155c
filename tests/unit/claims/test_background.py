"""What recalls an earlier event, and what only looks back on the event that is told; our own sentences."""

import pytest
from tests.unit.annotate.reading import tolls

from bilan.pipeline import Tools


def recalled(tools: Tools, code: str, text: str) -> list[int | None]:
    """Return the numbers flagged as background in a report of 5 March 2021."""
    found = tolls(tools, code, text, "2021-03-05")
    return [claim.count.low for claim in found if claim.count and "background" in claim.flags]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "Une attaque a fait huit morts lundi à Diffa. En 2014, une attaque similaire avait fait 20 morts."),
        ("fr", "Huit mineurs sont morts lundi. Il y a deux ans, un éboulement avait tué 20 ouvriers au même endroit."),
        ("fr", "Huit soldats ont péri lundi à Diffa. Un précédent attentat y avait tué 20 recrues en janvier."),
        ("fr", "Huit civils ont été tués mercredi à Diffa. Samedi, une embuscade avait coûté la vie à 20 soldats."),
        (
            "fr",
            (
                "Huit infirmiers ont été tués jeudi à Diffa. Le pays souffre de la faim. Les routes sont coupées. "
                "Plus tôt cette année, 20 maçons avaient été tués le 18 février dans une embuscade."
            ),
        ),
        ("en", "The attack killed eight people in Diffa. In 2014, a similar attack killed 20 people there."),
        ("en", "Eight miners died on Monday. Two years ago, a rockfall killed 20 workers at the same place."),
        (
            "en",
            "Gunmen killed eight people on Wednesday in Diffa. On Saturday, 20 soldiers had been killed in an ambush.",
        ),
        ("en", "Eight soldiers died on Monday in Diffa. A previous attack on the town had killed 20 recruits."),
    ],
)
def test_an_earlier_event_is_background(tools: Tools, code: str, text: str) -> None:
    assert recalled(tools, code, text) == [20]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "L'explosion a tué huit personnes lundi à Diffa. Elle avait d'abord fait état de cinq morts."),
        ("fr", "Huit personnes ont été tuées mercredi. Un précédent bilan avait fait état mardi de cinq morts."),
        ("fr", "Depuis 2014, la guerre a fait 20 000 morts. Huit civils ont été tués lundi."),
        ("fr", "Huit civils ont péri mercredi à Diffa. L'attaque avait blessé mardi douze passants."),
        ("en", "Eight people were killed on Wednesday. An earlier toll had put the dead at five on Tuesday."),
        ("en", "The war has killed 20,000 people since 2014. Eight civilians were killed on Monday."),
        ("en", "In 2014, a landslide killed 20 people in Aldoria."),
        ("fr", "En 2014, un glissement de terrain a tué 20 personnes."),
    ],
)
def test_what_the_report_is_about_is_not(tools: Tools, code: str, text: str) -> None:
    assert recalled(tools, code, text) == []


@pytest.mark.parametrize(
    ("code", "text"),
    [
        (
            "fr",
            "Hommage aux victimes du naufrage\n\nLe 2 mars 2018, un naufrage a tué 40 personnes. Douze ont survécu.",
        ),
        ("en", "Town marks anniversary of ferry sinking\n\nOn March 2, 2018, the ferry sank and 40 people died."),
    ],
)
def test_a_report_that_remembers_tells_nothing_new(tools: Tools, code: str, text: str) -> None:
    assert recalled(tools, code, text) == [40]


def test_what_goes_on_behind_a_recalled_event_is_recalled_too(tools: Tools) -> None:
    text = (
        "Une bombe a tué huit personnes mardi à Diffa. "
        "En décembre, une attaque avait visé le marché. Vingt personnes avaient été tuées."
    )
    assert recalled(tools, "fr", text) == [20]


def test_a_recalled_event_lends_no_day_to_the_one_that_is_told(tools: Tools) -> None:
    text = "Huit personnes ont été tuées à Diffa. Le 20 février, une attaque similaire avait fait trois morts à Bosso."
    told, recalled_one = tolls(tools, "fr", text, "2021-03-05")
    assert told.time is None
    assert recalled_one.time is not None
    assert recalled_one.time.earliest == "2021-02-20"

"""What a number is a number of: one incident, a rate, or more than one incident."""

import pytest
from tests.unit.claims.drafting import judged

from bilan.pipeline import Tools


@pytest.mark.parametrize(
    ("code", "text", "per"),
    [
        ("fr", "200 personnes meurent chaque jour.", "day"),
        ("fr", "200 personnes meurent par jour.", "day"),
        ("fr", "Trente blessés arrivent par semaine.", "week"),
        ("fr", "Trente civils sont tués par mois.", "month"),
        ("fr", "Trente civils sont tués chaque année.", "year"),
        ("en", "200 people die every day.", "day"),
        ("en", "200 people a day are killed.", "day"),
        ("en", "Thirty civilians are killed each week.", "week"),
        ("en", "Thirty civilians are killed per month.", "month"),
        ("en", "Thirty civilians are killed annually.", "year"),
    ],
)
def test_so_many_in_each_stretch_are_a_rate(tools: Tools, code: str, text: str, per: str) -> None:
    _, (draft,) = judged(tools, code, text)
    assert (draft.basis, draft.per) == ("rate", per)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "Trente blessés sont arrivés un jour avant."),
        ("fr", "Trente blessés sont arrivés ce jour-là."),
        ("fr", "Trente civils ont été tués en une semaine."),
        ("fr", "Trente civils ont été tués vendredi."),
        ("en", "The death toll rose to 83 a day after the quake."),
        ("en", "Thirty people died a week ago."),
        ("en", "Thirty people died that day."),
    ],
)
def test_a_day_that_only_dates_is_no_rate(tools: Tools, code: str, text: str) -> None:
    _, (draft,) = judged(tools, code, text)
    assert (draft.basis, draft.per) == ("total", None)


@pytest.mark.parametrize(
    ("code", "text", "wording"),
    [
        ("fr", "200 personnes meurent en moyenne chaque jour.", "about"),
        ("fr", "200 personnes meurent chaque jour.", "exact"),
        ("fr", "Plus de 200 personnes meurent en moyenne chaque jour.", "at-least"),
        ("en", "On average 200 people die every day.", "about"),
        ("en", "200 people die every day.", "exact"),
    ],
)
def test_an_average_is_about_its_number(tools: Tools, code: str, text: str, wording: str) -> None:
    _, (draft,) = judged(tools, code, text)
    assert draft.count is not None
    assert draft.count.wording == wording


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "La guerre a fait 3.000 morts depuis mars."),
        ("fr", "Depuis le début de l'année, 300 civils ont été tués."),
        ("fr", "En un an, 300 civils ont été tués."),
        ("fr", "Le conflit a tué 3.000 civils."),
        ("en", "The war has killed 3,000 people since March."),
        ("en", "Since January, 300 civilians have been killed."),
        ("en", "Over three years, 300 civilians were killed."),
        ("en", "The conflict has killed 3,000 people."),
        ("en", "The insurgency has left 3,000 dead."),
    ],
)
def test_a_total_over_a_war_or_many_months_is_cumulative(tools: Tools, code: str, text: str) -> None:
    _, (draft,) = judged(tools, code, text)
    assert draft.basis == "cumulative"


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "Douze civils ont été tués mardi."),
        ("fr", "Un soldat est mort depuis."),
        ("fr", "L'armée, en guerre, a tué douze civils."),
        ("fr", "Douze civils ont été tués il y a un an."),
        ("en", "Twelve civilians were killed on Tuesday."),
        ("en", "Twelve civilians were killed a year ago."),
        ("en", "A veteran of the war was killed."),
        ("en", "Twelve people died in the war zone."),
    ],
)
def test_a_toll_of_one_day_is_a_total(tools: Tools, code: str, text: str) -> None:
    _, (draft,) = judged(tools, code, text)
    assert draft.basis == "total"


def test_a_part_and_a_share_keep_their_basis(tools: Tools) -> None:
    _, drafts = judged(tools, "fr", "Chaque jour, 40 civils sont tués, dont 12 enfants.")
    assert [draft.basis for draft in drafts] == ["rate", "part"]


@pytest.mark.parametrize(
    ("code", "text", "basis"),
    [
        ("fr", "300 civils ont été tués depuis le putsch.", "cumulative"),
        ("fr", "Douze civils ont été tués depuis le putsch.", "total"),
        ("en", "300 civilians have been killed since the coup.", "cumulative"),
        ("en", "Twelve civilians have been killed since the coup.", "total"),
    ],
)
def test_only_a_mass_of_victims_since_some_turn_is_cumulative(tools: Tools, code: str, text: str, basis: str) -> None:
    _, (draft,) = judged(tools, code, text)
    assert draft.basis == basis

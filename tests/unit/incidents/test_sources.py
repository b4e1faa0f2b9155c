"""Copies, forwards and reprints are one independent source."""

import random

import pytest
from tests.factory import make_report

from bilan.incidents.sources import group_sources
from bilan.model.report import Report

WIRE = (
    "Une explosion a secoué jeudi matin le marché couvert de Tellera, dans le sud du pays, au moment où les étals "
    "ouvraient. Au moins neuf personnes ont été tuées et une trentaine blessées, selon la direction de l'hôpital "
    "régional, qui a lancé un appel aux donneurs. Les secours fouillaient encore les décombres en milieu de journée. "
    "Personne n'a revendiqué l'attaque, la troisième en deux mois dans cette ville de cent mille habitants."
)
OTHER = (
    "Le marché de Tellera ne rouvrira pas avant lundi. Notre correspondante sur place a vu neuf corps alignés devant "
    "la grande porte ; des voisins cherchaient leurs proches dans la fumée. « Nous avons entendu un seul bruit, très "
    "fort », raconte une vendeuse de fruits. La mairie promet de loger les familles dont les maisons se sont écroulées."
)


def test_identical_texts_are_one_source_that_lists_all_names() -> None:
    reports = [make_report(WIRE, id="b"), make_report(WIRE, id="a"), make_report(OTHER, id="c")]

    sources = group_sources(reports)

    assert sorted(source.names for source in sources) == [("a", "b"), ("c",)]


def test_an_identical_text_takes_the_earliest_date_and_that_copys_outlet() -> None:
    late = make_report(WIRE, id="a", published="2021-03-04", outlet="Le Soir de Tellera")
    early = make_report(WIRE, id="b", published="2021-03-02", outlet="Agence du Sud")

    (source,) = group_sources([late, early])

    assert (source.published, source.outlet) == ("2021-03-02", "Agence du Sud")


@pytest.mark.parametrize(
    "copy",
    [
        WIRE.replace("jeudi matin", "jeudi").replace("neuf", "11"),
        "LE COURRIER - Abonnez-vous à notre lettre du matin pour tout savoir.\n"
        + WIRE
        + "\nLire aussi : nos archives.",
        WIRE[: len(WIRE) * 3 // 4],
        WIRE.upper(),
    ],
    ids=["edited", "with header and footer", "cut short", "in capitals"],
)
def test_near_copies_share_a_group(copy: str) -> None:
    sources = group_sources([make_report(WIRE), make_report(copy), make_report(OTHER)])

    groups = {source.digest: source.group for source in sources}
    assert groups[make_report(WIRE).digest] == groups[make_report(copy).digest]
    assert groups[make_report(OTHER).digest] != groups[make_report(WIRE).digest]


def test_two_accounts_of_one_incident_are_independent() -> None:
    assert len({source.group for source in group_sources([make_report(WIRE), make_report(OTHER)])}) == 2


def test_short_texts_are_copies_only_when_equal() -> None:
    first, second = make_report("Trois morts à Tellera."), make_report("Trois morts à Sandor.")

    assert len({source.group for source in group_sources([first, second])}) == 2


def test_a_long_collection_does_not_tie_the_reports_it_holds_together() -> None:
    filler = " ".join(f"mot{i} suite{i} fin{i}." for i in range(400))
    reports = [make_report(WIRE), make_report(OTHER), make_report(f"{WIRE}\n{filler}\n{OTHER}")]

    groups = {source.digest: source.group for source in group_sources(reports)}

    assert groups[reports[0].digest] != groups[reports[1].digest]


def test_the_order_of_reports_changes_nothing() -> None:
    reports: list[Report] = [make_report(WIRE, id="a"), make_report(WIRE + " (Agence du Sud)", id="b")]
    reports += [make_report(OTHER, id="c"), make_report(OTHER.replace("lundi", "mardi"), id="d")]
    shuffled = reports[:]
    random.Random(3).shuffle(shuffled)  # noqa: S311 - any order will do

    assert group_sources(reports) == group_sources(shuffled)


def test_no_report_is_no_source() -> None:
    assert group_sources([]) == ()

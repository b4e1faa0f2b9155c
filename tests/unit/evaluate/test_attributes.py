"""How each attribute of a matched pair is compared."""

import pytest
from tests.unit.evaluate.gold_factory import make_gold, make_place_row, make_row, make_time_row

from bilan.evaluate.attributes import ATTRIBUTES, date_interval, same_name


@pytest.mark.parametrize(
    ("date", "first", "last"),
    [
        ("2016-03-23", "2016-03-23", "2016-03-23"),
        ("2016-02", "2016-02-01", "2016-02-29"),
        ("2015", "2015-01-01", "2015-12-31"),
        ("2016-03-02/2016-03-05", "2016-03-02", "2016-03-05"),
        ("2015-10/2017-01", "2015-10-01", "2017-01-31"),
        ("2009/2017-02", "2009-01-01", "2017-02-28"),
        ("2016-03-02/", "2016-03-02", None),
        ("/2016-03", None, "2016-03-31"),
    ],
)
def test_every_form_of_a_gold_date_is_an_interval(date: str, first: str | None, last: str | None) -> None:
    assert date_interval(date) == (first, last)


@pytest.mark.parametrize("text", ["mardi", "2016-1-2-3", "", "2016-XX"])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no date"):
        date_interval(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Observatoire des droits", "l'Observatoire des droits de la région"),
        ("president Vareux", "Étienne Vareux"),
        ("ONU", "l'ONU"),
        ("UE", "UE"),
        ("Ma‘arrat", "ma‘arrat"),
        ("Préfet", "prefet"),
    ],
)
def test_two_wordings_of_one_name_agree(one: str, other: str) -> None:
    assert same_name(one, other)
    assert same_name(other, one)


@pytest.mark.parametrize(
    ("one", "other"), [("la police", "la mairie"), ("Tellera", "Vostok"), ("", "Tellera"), ("!", "?")]
)
def test_different_names_do_not_agree(one: str, other: str) -> None:
    assert not same_name(one, other)


def test_no_speaker_must_be_met_by_no_speaker() -> None:
    said = [{"text": "police", "cue": "selon"}]
    judge = ATTRIBUTES["speaker"]
    assert judge(make_gold(), make_row())
    assert judge(make_gold(), make_row(said_by=said)) is False
    assert judge(make_gold(said_by=("police",)), make_row()) is False
    assert judge(make_gold(said_by=("police locale", "témoins")), make_row(said_by=said))


def test_only_the_outermost_speaker_is_compared() -> None:
    chain = [{"text": "témoins", "cue": "selon"}, {"text": "police", "cue": "a dit"}]
    assert ATTRIBUTES["speaker"](make_gold(said_by=("police",)), make_row(said_by=chain)) is False


def test_a_place_agrees_as_written_or_as_the_gazetteer_spells_it() -> None:
    judge, gold = ATTRIBUTES["place"], make_gold(place="Tellera")
    assert judge(gold, make_row(place=make_place_row("ville de Tellera")))
    assert judge(gold, make_row(place=make_place_row("la ville", "Tellera")))
    assert judge(gold, make_row(place=make_place_row("Vostok"))) is False
    assert judge(gold, make_row()) is False
    assert judge(make_gold(), make_row(place=make_place_row("Vostok"))) is None


def test_a_date_must_be_exactly_the_interval_and_an_overlap_is_told_apart() -> None:
    gold = make_gold(date="2016-03")
    exact, inside, outside = (
        make_row(time=make_time_row(*days))
        for days in (("2016-03-01", "2016-03-31"), ("2016-03-05", None), ("2016-04-01", None))
    )
    assert [ATTRIBUTES["date"](gold, row) for row in (exact, inside, outside)] == [True, False, False]
    assert [ATTRIBUTES["date_overlap"](gold, row) for row in (exact, inside, outside)] == [True, True, False]


def test_an_unresolved_time_is_a_wrong_date() -> None:
    row = make_row(time=make_time_row(None))
    assert ATTRIBUTES["date"](make_gold(date="2016-03-05"), row) is False
    assert ATTRIBUTES["date_overlap"](make_gold(date="2016-03-05"), row) is False
    assert ATTRIBUTES["date"](make_gold(), row) is None


def test_people_agree_as_a_set_and_overlap_is_told_apart() -> None:
    gold, row = make_gold(people=("child", "woman")), make_row(people=["woman"])
    assert ATTRIBUTES["people"](gold, row) is False
    assert ATTRIBUTES["people_overlap"](gold, row)
    assert ATTRIBUTES["people"](gold, make_row(people=["woman", "child"]))


def test_a_share_has_no_wording_to_compare() -> None:
    gold = make_gold(None, None, basis="share", share=0.5)
    assert ATTRIBUTES["wording"](gold, make_row(count=None, basis="share", share=0.5)) is None
    assert ATTRIBUTES["wording"](make_gold(), make_row(wording="about")) is False

"""Resolving times: what is known with a publication date, and what stays relative without one."""

import pytest

from bilan.annotate.times import find_times
from bilan.languages.load import load_language
from bilan.model.text import Span
from bilan.model.time import TimeMention, TimeSpan
from bilan.times import resolve_times
from bilan.times.resolve import dates_event

WEDNESDAY = "2016-09-14"


def resolved(language: str, text: str, published: str | None = WEDNESDAY) -> tuple[TimeSpan, ...]:
    return resolve_times(find_times(text, load_language(language), [Span(0, len(text))]), published)


CASES = [
    ("fr", "Un raid a eu lieu hier.", "2016-09-13", "2016-09-13", 1),
    ("fr", "Un raid a eu lieu ce mercredi.", "2016-09-14", "2016-09-14", 1),
    ("fr", "Un raid a eu lieu mercredi.", "2016-09-14", "2016-09-14", 1),
    ("fr", "Un raid a eu lieu mercredi dernier.", "2016-09-07", "2016-09-07", 1),
    ("fr", "Un raid a eu lieu vendredi.", "2016-09-09", "2016-09-09", 1),
    ("fr", "Un raid est prévu vendredi.", "2016-09-16", "2016-09-16", 1),
    ("fr", "Un raid a eu lieu ce jeudi.", "2016-09-08", "2016-09-08", 1),
    ("fr", "Un raid a eu lieu dans la nuit de samedi à dimanche.", "2016-09-10", "2016-09-11", 2),
    ("fr", "Un raid a eu lieu il y a deux semaines.", "2016-08-28", "2016-09-03", 3),
    ("fr", "Un raid a eu lieu il y a quatre jours.", "2016-09-10", "2016-09-10", 1),
    ("fr", "Un raid a eu lieu la semaine dernière.", "2016-09-05", "2016-09-11", 3),
    ("fr", "Cent morts au cours de la semaine.", "2016-09-07", "2016-09-14", 3),
    ("fr", "Cent morts ces dernières 24 heures.", "2016-09-13", "2016-09-14", 2),
    ("fr", "Cent morts depuis mars.", "2016-03-01", "2016-09-14", 5),
    ("fr", "Cent morts depuis le début du mois.", "2016-09-01", "2016-09-14", 4),
    ("fr", "Un raid a eu lieu plus tôt ce mois-ci.", "2016-09-01", "2016-09-14", 4),
    ("fr", "Un raid a eu lieu le 14 mars.", "2016-03-14", "2016-03-14", 1),
    ("fr", "Un raid a eu lieu le 20 décembre.", "2015-12-20", "2015-12-20", 1),
    ("fr", "Une visite, le 20 septembre.", "2016-09-20", "2016-09-20", 1),
    ("fr", "Un raid a eu lieu le 7.", "2016-09-07", "2016-09-07", 1),
    ("fr", "Un raid a eu lieu lundi 29 août.", "2016-08-29", "2016-08-29", 1),
    ("fr", "Un raid a eu lieu en mars dernier.", "2016-03-01", "2016-03-31", 4),
    ("fr", "Un raid a eu lieu fin août.", "2016-08-21", "2016-08-31", 4),
    ("fr", "Un raid a eu lieu au printemps dernier.", "2016-03-01", "2016-05-31", 5),
    ("fr", "Un raid a eu lieu en 2014.", "2014-01-01", "2014-12-31", 5),
    ("fr", "Un raid est annoncé dans deux semaines.", "2016-09-25", "2016-10-01", 3),
    ("fr", "Un raid a eu lieu du 3 au 9 août.", "2016-08-03", "2016-08-09", 3),
    ("en", "A raid took place yesterday.", "2016-09-13", "2016-09-13", 1),
    ("en", "A raid took place on Friday.", "2016-09-09", "2016-09-09", 1),
    ("en", "A raid took place on Wednesday.", "2016-09-14", "2016-09-14", 1),
    ("en", "A raid took place last Wednesday.", "2016-09-07", "2016-09-07", 1),
    ("en", "A raid will take place on Friday.", "2016-09-16", "2016-09-16", 1),
    ("en", "A raid took place last week.", "2016-09-05", "2016-09-11", 3),
    ("en", "A raid took place two weeks ago.", "2016-08-28", "2016-09-03", 3),
    ("en", "A raid took place earlier this month.", "2016-09-01", "2016-09-14", 4),
    ("en", "A raid took place over the weekend.", "2016-09-10", "2016-09-11", 2),
    ("en", "A raid will take place in two days.", "2016-09-16", "2016-09-16", 1),
    ("en", "A hundred died in the past 24 hours.", "2016-09-13", "2016-09-14", 2),
    ("en", "A hundred died since March.", "2016-03-01", "2016-09-14", 5),
    ("en", "A raid took place next month.", "2016-10-01", "2016-10-31", 4),
    ("en", "A raid took place overnight from Saturday to Sunday.", "2016-09-10", "2016-09-11", 2),
]


@pytest.mark.parametrize(("language", "text", "earliest", "latest", "precision"), CASES)
def test_a_time_becomes_an_interval_around_publication(
    language: str, text: str, earliest: str, latest: str, precision: int
) -> None:
    (span,) = resolved(language, text)
    assert (span.earliest, span.latest, span.precision) == (earliest, latest, precision)
    assert (span.anchor, span.offset) == (None, None)


@pytest.mark.parametrize(
    ("language", "text", "anchor", "offset"),
    [
        ("fr", "Un raid a eu lieu il y a deux semaines.", "publication", "-P2W"),
        ("fr", "Un raid est annoncé dans deux semaines.", "publication", "P2W"),
        ("fr", "Cent morts au cours de la semaine.", "publication", "-P1W"),
        ("fr", "Un raid a eu lieu aujourd'hui.", "publication", "P0D"),
        ("fr", "Un raid a eu lieu mardi.", "publication", None),
        ("fr", "Un raid a eu lieu le 14 mars.", "publication", None),
        ("fr", "Cent morts ces derniers jours.", "publication", None),
        ("fr", "Cent morts depuis mars 2015.", "publication", None),
        ("fr", "La veille, un raid.", "previous", "-P1D"),
        ("en", "A raid took place two weeks ago.", "publication", "-P2W"),
        ("en", "The following day, a raid.", "previous", "P1D"),
    ],
)
def test_without_a_publication_date_a_time_stays_relative(
    language: str, text: str, anchor: str, offset: str | None
) -> None:
    (span,) = resolved(language, text, None)
    assert (span.earliest, span.latest, span.precision) == (None, None, None)
    assert (span.anchor, span.offset) == (anchor, offset)


@pytest.mark.parametrize("published", [None, WEDNESDAY, "2016-09-14T23:30:00+02:00"])
def test_an_absolute_date_needs_no_publication_date(published: str | None) -> None:
    (span,) = resolved("fr", "Le 3 mai 2011, un raid.", published)
    assert (span.earliest, span.latest, span.precision) == ("2011-05-03", "2011-05-03", 1)


def test_the_day_before_looks_back_to_the_last_day_the_text_named() -> None:
    days = resolved("fr", "Le 3 mai 2011, un raid. La veille, un autre. Cinq jours plus tard, un accord.")
    assert [day.earliest for day in days] == ["2011-05-03", "2011-05-02", "2011-05-07"]


def test_a_year_told_in_passing_is_not_what_the_day_before_looks_back_to() -> None:
    days = resolved("fr", "Le 3 mai 2011, un raid. En 2009, rien. La veille, un autre.")
    assert days[-1].earliest == "2011-05-02"


def test_with_no_other_day_in_the_text_the_day_before_is_that_before_publication() -> None:
    (day,) = resolved("fr", "La veille, un raid.")
    assert day.earliest == "2016-09-13"


def test_that_year_is_the_year_last_named() -> None:
    years = resolved("en", "He was arrested in 2009. That year the war began.")
    assert [year.earliest for year in years] == ["2009-01-01", "2009-01-01"]


@pytest.mark.parametrize(
    ("language", "text"), [("fr", "Trois jours de combats."), ("fr", "Récemment."), ("en", "For three days.")]
)
def test_durations_and_vague_times_never_date_anything(language: str, text: str) -> None:
    (span,) = resolved(language, text)
    assert (span.earliest, span.latest, span.anchor, span.offset) == (None, None, None, None)


def test_a_rate_keeps_its_recurrence_and_no_date() -> None:
    (span,) = resolved("fr", "Cent morts par jour.")
    assert (span.every, span.earliest) == ("P1D", None)


@pytest.mark.parametrize("text", ["Jusqu'au 5 avril, la trêve.", "Avant mardi, rien."])
def test_before_and_until_name_no_day_of_an_event(text: str) -> None:
    (span,) = resolved("fr", text)
    assert span.earliest is None


def test_what_no_calendar_holds_stays_unresolved() -> None:
    (span,) = resolved("fr", "Un temple bâti il y a 5000 siècles, il y a neuf cent mille ans.")[-1:]
    assert (span.earliest, span.offset) == (None, "-P900000Y")


def test_a_publication_date_must_be_a_date() -> None:
    with pytest.raises(ValueError, match="Invalid isoformat"):
        resolve_times((), "last week")


def test_dates_event_tells_which_mentions_can_say_when() -> None:
    span = Span(0, 1)
    assert dates_event(TimeMention(span, "x", "day"))
    assert not any(dates_event(TimeMention(span, "x", kind)) for kind in ("duration", "recurrence", "vague"))

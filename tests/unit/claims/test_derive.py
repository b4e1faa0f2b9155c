"""Derived values: a rate over a known stretch, a share of a known whole; nothing where the words leave it open."""

import pytest
from tests.unit.annotate.reading import annotated, tolls
from tests.unit.claims.drafting import make_draft

from bilan.claims.derive import days_of, derive
from bilan.model.text import Span
from bilan.model.time import TimeMention, TimeSpan
from bilan.pipeline import Tools

HERE = Span(0, 5)


def mention(kind: str = "week", **fields: str) -> TimeMention:
    return TimeMention(HERE, "words", kind, **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("time", "span", "days"),
    [
        (mention("week"), TimeSpan("words"), 7),
        (mention("range", offset="-P10D"), TimeSpan("words"), 10),
        (mention("range", value="P2W"), TimeSpan("words"), 14),
        (mention("range"), TimeSpan("words", "2021-03-01", "2021-03-05"), 5),
        (mention("day"), TimeSpan("words", "2021-03-01", "2021-03-01"), 1),
        (mention("range", offset="-PXD"), TimeSpan("words"), None),
        (mention("month"), TimeSpan("words"), None),
    ],
)
def test_a_stretch_has_its_days_or_none(time: TimeMention, span: TimeSpan, days: int | None) -> None:
    assert days_of(time, span) == days


@pytest.mark.parametrize(
    ("text", "low", "per"),
    [
        ("Depuis une semaine, 200 personnes meurent chaque jour.", 1400, "day"),
        ("Au cours des deux dernières semaines, 200 personnes sont mortes chaque jour.", 2800, "day"),
    ],
)
def test_a_rate_over_a_known_stretch_gives_a_total_with_its_condition(
    tools: Tools, text: str, low: int, per: str
) -> None:
    (claim,) = tolls(tools, "fr", text)
    (derived,) = claim.derived
    assert (claim.basis, claim.per) == ("rate", per)
    assert (derived.low, derived.high, derived.basis, derived.per) == (low, low, "total", None)
    assert "if" in derived.reason
    assert claim.count is not None
    assert claim.count.low == 200


@pytest.mark.parametrize(
    "text",
    [
        "200 personnes meurent chaque jour.",
        "Depuis une semaine, 200 personnes meurent chaque mois.",
        "Depuis une semaine, 200 personnes sont mortes.",
    ],
)
def test_nothing_follows_where_the_stretch_or_the_rate_is_not_known(tools: Tools, text: str) -> None:
    assert [derived for claim in tolls(tools, "fr", text) for derived in claim.derived] == []


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "Quatre-vingt-dix personnes ont été tuées. Un tiers des victimes étaient des femmes."),
        ("en", "Ninety people were killed. A third of the victims were women."),
    ],
)
def test_a_share_of_a_known_whole_has_its_value(tools: Tools, code: str, text: str) -> None:
    whole, share = tolls(tools, code, text)
    (derived,) = share.derived
    assert (derived.low, derived.high, derived.basis) == (30, 30, "total")
    assert whole.derived == ()


def test_a_share_of_a_rate_stays_a_rate(tools: Tools) -> None:
    annotation = annotated(tools, "fr", "La rue est calme.")
    rate = make_draft(200, basis="rate", per="day")
    share = make_draft(None, basis="share", share=0.5, whole=0)
    derived = derive(annotation, [rate, share], ())[1].derived
    assert [(d.low, d.high, d.basis, d.per) for d in derived] == [(100, 100, "rate", "day")]


def test_a_share_without_a_whole_has_no_value(tools: Tools) -> None:
    (share,) = tolls(tools, "fr", "Un tiers des victimes étaient des femmes.")
    assert share.derived == ()


def test_an_open_whole_gives_an_open_value(tools: Tools) -> None:
    (_, share) = tolls(tools, "fr", "Au moins 90 personnes ont été tuées. Un tiers des victimes étaient des femmes.")
    assert [(d.low, d.high) for d in share.derived] == [(30, None)]

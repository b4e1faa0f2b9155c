"""The claim's JSON contract: keys and their order, null fields printed, and a round trip for any claim."""

import json
from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.factory import make_claim

from bilan.model.claim import (
    ACTOR_ROLES,
    BASES,
    KINDS,
    MODALITIES,
    OUTCOMES,
    PEOPLE,
    PERIODS,
    WORDINGS,
    Actor,
    Claim,
    Count,
    Derived,
    Links,
    Need,
    Speaker,
    Statement,
    Victim,
)
from bilan.model.ids import ClaimId, text_digest
from bilan.model.place import Candidate, Place
from bilan.model.text import Quote, Span
from bilan.model.time import TimeSpan
from bilan.model.wire import LINKS, Row, claim_from_row, claim_revision, claim_row

# The contract as the design prints it (section 6); a record may hold more, but these in this order.
CLAIM_KEYS = (
    "schema id report kind event tags outcome count basis per share derived people victims modality said_by actors "
    "need statement place time links flags quote sentence maker"
)
CONTRACT = {
    "": CLAIM_KEYS,
    "count": "low high wording text",
    "said_by": "text cue id",
    "actors": "role text id",
    "place": "text name id lat lon country precision",
    "time": "text earliest latest precision anchor offset every",
    "links": "part_of share_of supersedes repeats contradicts denies",
    "quote": "start end exact prefix suffix",
    "sentence": "start end",
}

TEXTS = st.text(max_size=12)
MAYBE = st.none() | TEXTS
NUMBERS = st.none() | st.integers(0, 10**7)
SPANS = st.tuples(st.integers(0, 10**6), st.integers(0, 10**6)).map(lambda ends: Span(min(ends), max(ends)))
DEGREES = st.none() | st.floats(-90, 90, allow_nan=False)
IDS = st.lists(TEXTS, max_size=3).map(tuple)
CANDIDATES = st.builds(
    Candidate,
    id=TEXTS,
    name=TEXTS,
    lat=st.floats(-90, 90, allow_nan=False),
    lon=st.floats(-180, 180, allow_nan=False),
    country=MAYBE,
    kind=TEXTS,
    precision=st.integers(1, 7),
    score=st.integers(0, 10_000).map(lambda n: n / 10_000),
)
CLAIMS = st.builds(
    Claim,
    id=TEXTS.map(ClaimId),
    report=TEXTS,
    digest=st.just(text_digest("x")),
    kind=st.sampled_from(KINDS),
    quote=st.builds(Quote, st.integers(0, 99), st.integers(0, 99), TEXTS, TEXTS, TEXTS),
    sentence=SPANS,
    maker=TEXTS,
    event=MAYBE,
    tags=IDS,
    outcome=st.none() | st.sampled_from(OUTCOMES),
    count=st.none() | st.builds(Count, NUMBERS, NUMBERS, st.sampled_from(WORDINGS), TEXTS),
    basis=st.sampled_from(BASES),
    per=st.none() | st.sampled_from(PERIODS),
    share=st.none() | st.floats(0, 1),
    derived=st.lists(
        st.builds(Derived, NUMBERS, NUMBERS, st.sampled_from(BASES), st.none() | st.sampled_from(PERIODS), TEXTS),
        max_size=2,
    ).map(tuple),
    people=st.lists(st.sampled_from(PEOPLE), min_size=1, max_size=3).map(tuple),
    victims=st.lists(
        st.builds(Victim, TEXTS, MAYBE, st.none() | st.integers(0, 120), st.sampled_from(["female", "male", None])),
        max_size=2,
    ).map(tuple),
    modality=st.sampled_from(MODALITIES),
    said_by=st.lists(st.builds(Speaker, TEXTS, TEXTS, MAYBE, st.none() | SPANS), max_size=3).map(tuple),
    actors=st.lists(st.builds(Actor, st.sampled_from(ACTOR_ROLES), TEXTS, MAYBE), max_size=3).map(tuple),
    need=st.none() | st.builds(Need, TEXTS, IDS),
    statement=st.none() | st.builds(Statement, TEXTS, TEXTS),
    place=st.none()
    | st.builds(
        Place,
        text=TEXTS,
        name=MAYBE,
        id=MAYBE,
        lat=DEGREES,
        lon=DEGREES,
        country=MAYBE,
        precision=st.none() | st.integers(1, 7),
        span=st.none() | SPANS,
        score=st.none() | st.floats(0, 1),
        rivals=st.lists(CANDIDATES, max_size=2).map(tuple),
    ),
    time=st.none()
    | st.builds(TimeSpan, TEXTS, MAYBE, MAYBE, st.none() | st.integers(1, 5), MAYBE, MAYBE, MAYBE, st.none() | SPANS),
    links=st.builds(Links, IDS, IDS, IDS, IDS, IDS, IDS),
    flags=IDS,
)


def full_row() -> Row:
    """Return the row of a claim in which nothing is left open."""
    return claim_row(
        make_claim(
            said_by=["la police"],
            actors=(Actor("perpetrator", "des rebelles", "bilan:rebels"),),
            victims=(Victim("Karim, 34 ans", "Karim", 34, "male"),),
            derived=(Derived(1, 2, "total", None, "why"),),
            need=Need("health", ("medicines",)),
            statement=Statement("intent", "to win"),
        )
    )


def in_order(keys: list[str], contract: str) -> bool:
    return [key for key in keys if key in contract.split()] == contract.split()


@pytest.mark.parametrize("part", CONTRACT)
def test_keys_and_their_order_are_those_of_the_contract(part: str) -> None:
    whole = full_row()
    row = whole[part] if part else whole
    keys = list((row[0] if isinstance(row, list) else row).keys())
    assert in_order(keys, CONTRACT[part]), keys


def test_no_key_of_the_claim_itself_is_beyond_the_contract() -> None:
    assert list(full_row()) == CLAIM_KEYS.split()
    assert full_row()["schema"] == "bilan.claim/1"


def test_every_field_of_a_claim_is_printed_but_the_digest() -> None:
    names = {field.name for field in fields(Claim)} - {"digest"}
    assert names == set(full_row()) - {"schema"}
    assert set(LINKS) == {field.name for field in fields(Links)}


def test_null_fields_and_empty_lists_are_printed() -> None:
    bare = Claim(ClaimId("c"), "r", "d", "event", Quote(0, 1, "x", "", ""), Span(0, 1), "event/1")
    row = claim_row(bare)
    assert list(row) == CLAIM_KEYS.split()
    nulls = ["event", "outcome", "count", "per", "share", "need", "statement", "place", "time"]
    assert {key for key, value in row.items() if value is None} == set(nulls)
    assert [key for key, value in row.items() if value == []] == [
        "tags",
        "derived",
        "victims",
        "said_by",
        "actors",
        "flags",
    ]
    assert row["people"] == ["unknown"]
    assert set(row["links"]) == set(LINKS)
    assert '"place": null' in json.dumps(row)


def test_an_open_end_of_a_count_is_null_and_not_zero() -> None:
    assert claim_row(make_claim(low=37, high=None, wording="at-least"))["count"] == {
        "low": 37,
        "high": None,
        "wording": "at-least",
        "text": "37-None",
    }


@given(CLAIMS)
def test_a_claim_comes_back_from_its_row_through_json(claim: Claim) -> None:
    row = json.loads(json.dumps(claim_row(claim), ensure_ascii=False))
    assert claim_from_row(row, claim.digest) == claim


@given(CLAIMS)
def test_a_row_holds_nothing_that_json_has_not(claim: Claim) -> None:
    row = claim_row(claim)
    assert json.loads(json.dumps(row, allow_nan=False)) == row
    assert list(row) == CLAIM_KEYS.split()


@given(CLAIMS)
def test_the_revision_of_equal_claims_is_equal(claim: Claim) -> None:
    assert claim_revision(claim) == claim_revision(claim_from_row(claim_row(claim), claim.digest))


@pytest.mark.parametrize(
    "change",
    [
        {"modality": "hedged"},
        {"count": Count(4, 4, "exact", "4")},
        {"place": None},
        {"people": ("child",)},
        {"flags": ("background",)},
        {"said_by": (Speaker("la police", "selon"),)},
        {"links": Links(repeats=("clm-x",))},
    ],
)
def test_the_revision_changes_with_anything_a_reader_sees(change: dict[str, object]) -> None:
    claim = make_claim()
    assert claim_revision(claim) != claim_revision(replace(claim, **change))  # type: ignore[arg-type]


@pytest.mark.parametrize("key", [key for key in CLAIM_KEYS.split() if key != "schema"])
def test_a_row_without_a_field_of_the_contract_is_refused(key: str) -> None:
    row = full_row()
    del row[key]
    with pytest.raises(KeyError, match=key):
        claim_from_row(row, "d")

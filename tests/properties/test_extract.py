"""What always holds of reading a whole report, whatever its text."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bilan.evaluate.inputs import make_report
from bilan.model.claim import PEOPLE, Claim
from bilan.model.extraction import Extraction
from bilan.pipeline import Tools, extract

STRETCHES = st.sampled_from(
    [
        "Au moins 37 civils ont été tués à Idleb",
        "dont 12 enfants",
        ", contre 71 la veille",
        "selon l'armée",
        "Il affirme que trois soldats auraient péri",
        "La moitié des victimes sont des femmes",
        "200 personnes meurent chaque jour depuis une semaine",
        "Deux d'entre eux",
        "passé de 14 à 19 morts",
        "Faites un don ! https://don.example",
        "Lire aussi : dix morts",
        "A car bomb killed at least five people",
        "including two children",
        "Two of them",
        "police said",
        "The toll rose from 14 to 19",
        "« Vingt blessés »",
        "“Ten dead”",
        "mardi",
        "on Monday",
        "il y a deux semaines",
        "60–90",
        "n'a pas",
        "not",
        "No one",
        "et",
        "and",
    ]
)
MARKS = st.sampled_from(
    [". ", ", ", " ", "\n", "\n\n", " : ", "; ", "(", ")", "\u00a0", "\u202f", "\r\n", "\t", "\u2028"]
)
TEXTS = st.lists(STRETCHES | MARKS | st.text(max_size=6), max_size=14).map("".join) | st.text(max_size=80)
LANGUAGES = st.sampled_from(["fr", "en"])
DAYS = st.sampled_from([None, "2021-03-05", "2020-02-29T23:59:00+01:00"])
FEW = settings(
    deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow]
)  # a parse takes milliseconds


def read(tools: Tools, text: str, language: str, published: str | None) -> Extraction:
    return extract(make_report("r", text, language, published), tools)


@pytest.fixture(scope="session")
def loaded(tools: Tools) -> Tools:
    for code in ("fr", "en"):
        tools.parser(code)
    return tools


@FEW
@given(text=TEXTS, language=LANGUAGES, published=DAYS)
def test_any_text_is_read_and_every_claim_is_sound(
    loaded: Tools, text: str, language: str, published: str | None
) -> None:
    found = read(loaded, text, language, published)
    ids: set[str] = {claim.id for claim in found.claims}
    assert len(ids) == len(found.claims)
    for claim in found.claims:
        _check(claim, text, ids)
    for part in found.set_aside:
        assert part.text == part.span.of(text)
        assert not any(part.span.overlaps(claim.quote.span) for claim in found.claims)
    for place in found.places:
        assert place.span is None or place.span.of(text) == place.text


@FEW
@given(text=TEXTS, language=LANGUAGES, published=DAYS)
def test_the_same_input_gives_the_same_claims(loaded: Tools, text: str, language: str, published: str | None) -> None:
    assert read(loaded, text, language, published) == read(loaded, text, language, published)


def _check(claim: Claim, text: str, ids: set[str]) -> None:
    assert claim.quote.exact == text[claim.quote.start : claim.quote.end]
    assert claim.quote.exact.strip()
    assert text[: claim.quote.start].endswith(claim.quote.prefix)
    assert text[claim.quote.end :].startswith(claim.quote.suffix)
    assert 0 <= claim.sentence.start < claim.sentence.end <= len(text)
    assert claim.people
    assert set(claim.people) <= set(PEOPLE)
    if claim.count is not None:
        low, high = claim.count.low, claim.count.high
        assert low is None or low >= 0
        assert low is None or high is None or low <= high
    assert (claim.basis == "share") == (claim.share is not None)
    assert (claim.basis == "rate") == (claim.per is not None)
    links = claim.links
    targets = {*links.part_of, *links.share_of, *links.supersedes, *links.repeats, *links.contradicts, *links.denies}
    assert targets <= ids - {claim.id}
    for speaker in claim.said_by:
        assert speaker.text.strip()
        assert speaker.span is None or speaker.span.of(text) == speaker.text

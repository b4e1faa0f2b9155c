"""Always true of times, whatever the text."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from bilan.annotate.times import find_times
from bilan.languages.load import load_language
from bilan.model.text import Span
from bilan.times import resolve_times

PACKS = {code: load_language(code) for code in ("fr", "en")}
WORDS = (
    "le du au depuis avant fin mi- début dans il y a ces dernier dernière derniers prochain la nuit de à et en par "
    "chaque "
    "lundi mardi mars mai août été 1er 3 7 12 23 31 99 2016 1899 0000 9999 jour jours semaine semaines mois an ans "
    "siècle "
    "heures h 14h30 : / - , . ( ) ' veille lendemain hier demain aujourd'hui deux vingt cent mille quelques plus tard "
    "the on of last next this past since until early late Monday March May second quarter days weeks years ago later "
    "from to between a an two twenty hundred p.m. noon tonight weekend decade century 's \n\n ٢٠١٦ ² ½ İ"
)
PIECES = st.sampled_from(WORDS.split(" "))
TEXTS = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=30).map(" ".join), st.lists(PIECES).map("".join))
DAYS = st.dates(min_value=date(1, 1, 1)).map(date.isoformat)


@settings(deadline=None)
@given(text=TEXTS, code=st.sampled_from(sorted(PACKS)), published=st.none() | DAYS)
def test_mentions_lie_in_the_text_in_order_and_resolve_to_intervals(
    text: str, code: str, published: str | None
) -> None:
    mentions = find_times(text, PACKS[code], [Span(0, len(text))])
    spans = resolve_times(mentions, published)
    assert [span.span for span in spans] == [mention.span for mention in mentions]
    end = 0
    for mention, span in zip(mentions, spans, strict=True):
        assert end <= mention.span.start < mention.span.end <= len(text)
        assert mention.span.of(text) == mention.text == span.text
        end = mention.span.end
        assert (span.earliest is None) == (span.latest is None) == (span.precision is None)
        if span.earliest and span.latest:
            assert span.earliest <= span.latest
            assert (span.anchor, span.offset) == (None, None)


@settings(deadline=None)
@given(text=TEXTS, code=st.sampled_from(sorted(PACKS)), cut=st.integers(0, 200))
def test_only_the_given_passages_are_read(text: str, code: str, cut: int) -> None:
    spans = [Span(0, min(cut, len(text))), Span(min(cut, len(text)), len(text))]
    for mention in find_times(text, PACKS[code], spans):
        assert any(span.holds(mention.span) for span in spans)


@settings(deadline=None)
@given(text=TEXTS, code=st.sampled_from(sorted(PACKS)))
def test_without_a_publication_date_only_absolute_times_have_days(text: str, code: str) -> None:
    """No day can come from the machine's clock: what has days does not change with the day of publication."""
    mentions = find_times(text, PACKS[code], [Span(0, len(text))])
    bare = resolve_times(mentions, None)
    alone = [resolve_times([mention], "1903-05-07")[0] for mention in mentions]
    for mention, span, dated in zip(mentions, bare, alone, strict=True):
        if span.earliest and mention.anchor == "absolute" and mention.modifier is None:
            assert (dated.earliest, dated.latest) == (span.earliest, span.latest)

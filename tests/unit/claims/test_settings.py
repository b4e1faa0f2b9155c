"""Where and when: the place and time of each claim, and none that belong to a speaker, a dateline or an actor."""

import pytest
from tests.unit.annotate.reading import annotated, fault, tolls
from tests.unit.claims.drafting import make_draft

from bilan.claims.settings import settle
from bilan.model.text import Span
from bilan.pipeline import Tools
from bilan.places.resolve import resolve_places
from bilan.times.resolve import resolve_times


def settings(tools: Tools, code: str, text: str) -> list[tuple[str | None, str | None]]:
    """Return the words of place and time of every toll."""
    found = tolls(tools, code, text, "2021-03-05")
    return [(c.place.text if c.place else None, c.time.text if c.time else None) for c in found]


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("fr", "Douze civils ont été tués mardi à Idleb.", [("Idleb", "mardi")]),
        ("fr", "Mardi, à Idleb, douze civils ont été tués.", [("Idleb", "Mardi")]),
        ("en", "Twelve civilians were killed on Tuesday in Idlib.", [("Idlib", "on Tuesday")]),
        ("fr", "Douze civils ont été tués.", [(None, None)]),
        ("en", "Twelve civilians were killed.", [(None, None)]),
    ],
)
def test_place_and_time_of_the_sentence_are_taken(
    tools: Tools, code: str, text: str, expected: list[tuple[str | None, str | None]]
) -> None:
    assert settings(tools, code, text) == expected


@pytest.mark.parametrize(
    ("code", "text", "place"),
    [
        ("fr", "Douze civils ont été tués à Idleb, en Syrie.", "Idleb"),
        ("en", "Twelve civilians were killed in Idlib, Syria.", "Idlib"),
        ("fr", "Une frappe a visé Idleb mardi. Douze civils ont été tués.", "Idleb"),
        ("en", "A strike hit Idlib on Tuesday. Twelve civilians were killed.", "Idlib"),
    ],
)
def test_the_narrowest_place_wins_and_the_sentence_before_may_tell_it(
    tools: Tools, code: str, text: str, place: str
) -> None:
    assert [where for where, _ in settings(tools, code, text)] == [place]


@pytest.mark.parametrize(
    ("code", "text", "place"),
    [
        ("fr", "Selon l'Observatoire de Londres, douze civils ont été tués à Idleb.", "Idleb"),
        ("en", "Twelve civilians were killed in Idlib, the Paris Council said.", "Idlib"),
        fault("fr", "« Douze civils ont été tués », a déclaré le maire.", None, reason="“Douze” is taken for a place"),
    ],
)
def test_a_place_in_a_speakers_name_or_in_the_toll_is_not_the_place(
    tools: Tools, code: str, text: str, place: str | None
) -> None:
    assert [where for where, _ in settings(tools, code, text)] == [place]


@pytest.mark.parametrize(
    ("code", "text", "time"),
    [
        ("fr", "Douze civils ont été tués lundi, a déclaré mardi le préfet.", "lundi"),
        ("en", "Twelve civilians were killed on Monday, police said on Tuesday.", "on Monday"),
        ("fr", "Le préfet a déclaré mardi que douze civils avaient été tués.", None),
        ("en", "Police said on Tuesday that twelve civilians had been killed.", None),
        ("fr", "Depuis mardi, douze civils ont été tués.", None),
    ],
)
def test_a_time_of_saying_or_of_a_stretch_does_not_date_a_toll(
    tools: Tools, code: str, text: str, time: str | None
) -> None:
    assert [when for _, when in settings(tools, code, text)] == [time]


def test_a_dateline_dates_the_report_and_not_the_harm(tools: Tools) -> None:
    text = "IDLEB, 5 mars 2021. – Douze civils ont été tués."
    assert [when for _, when in settings(tools, "fr", text)] == [None]


def test_a_mention_of_an_actors_name_is_masked(tools: Tools) -> None:
    text = "Douze civils ont été tués à Idleb par la brigade."
    annotation = annotated(tools, "fr", text)
    places, times = resolve_places(annotation.places), resolve_times(annotation.times, None)
    start = text.index("Douze civils")
    draft = make_draft(12, quote=Span(start, start + 12))
    (free,) = settle(annotation, [draft], places, times)
    (masked,) = settle(annotation, [draft], places, times, [Span(text.index("Idleb"), text.index("Idleb") + 5)])
    assert free.place_mention is not None
    assert annotation.places[free.place_mention].text == "Idleb"
    assert masked.place_mention is None


def test_nothing_is_settled_where_nothing_is_named(tools: Tools) -> None:
    annotation = annotated(tools, "fr", "Douze civils ont été tués.")
    (draft,) = settle(annotation, [make_draft(12)], (), ())
    assert (draft.place_mention, draft.time_mention) == (None, None)


def test_two_sentences_with_two_places_keep_them_apart(tools: Tools) -> None:
    text = "Mardi, douze civils ont été tués à Idleb. Trois soldats ont été tués lundi à Homs."
    assert settings(tools, "fr", text) == [("Idleb", "Mardi"), ("Homs", "lundi")]

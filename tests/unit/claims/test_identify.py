"""Registry ids for speakers and actors: one batch, unknown names keep their words only."""

from collections.abc import Sequence

from tests.unit.annotate.reading import annotated
from tests.unit.claims.drafting import make_draft

from bilan.claims.identify import actor_names, identify
from bilan.model.actor import ActorEntry, ActorMatch
from bilan.model.claim import Actor, Speaker
from bilan.model.place import PlaceMention
from bilan.model.text import Span
from bilan.pipeline import Tools


class Known:
    """A registry that knows a few names and counts how often it is asked."""

    def __init__(self, **types: str) -> None:
        self.types = {name.replace("_", " "): kind for name, kind in types.items()}
        self.asked: list[tuple[str, ...]] = []

    def match(self, names: Sequence[str], language: str) -> Sequence[ActorMatch | None]:
        """Return a match for every name it was given."""
        del language
        self.asked.append(tuple(names))
        return [
            ActorMatch(f"act:{name.lower()}", name, self.types[name], 1.0) if name in self.types else None
            for name in names
        ]

    def entry(self, actor: str) -> ActorEntry | None:
        """Know no entry."""
        del actor
        return None


def test_known_speakers_and_actors_get_ids_and_unknown_ones_keep_their_words() -> None:
    registry = Known(Defence="army", Rebels="armed-group")
    draft = make_draft(
        3,
        said_by=(Speaker("Defence", "selon"), Speaker("a witness", "selon")),
        actors=(Actor("perpetrator", "Rebels"), Actor("target", "somebody")),
    )
    (found,) = identify([draft], registry, "en")
    assert [(s.text, s.id) for s in found.said_by] == [("Defence", "act:defence"), ("a witness", None)]
    assert [(a.text, a.role, a.id) for a in found.actors] == [
        ("Rebels", "perpetrator", "act:rebels"),
        ("somebody", "target", None),
    ]


def test_the_registry_is_asked_once_a_report_and_each_name_once() -> None:
    registry = Known()
    drafts = [make_draft(n, said_by=(Speaker("police", "selon"),)) for n in range(5)]
    identify(drafts, registry, "fr")
    assert registry.asked == [("police",)]


def test_drafts_without_speakers_and_actors_are_left_as_they_are() -> None:
    draft = make_draft(3)
    assert identify([draft], Known(), "fr") == [draft]


def test_names_of_groups_are_masked_and_names_of_states_are_not(tools: Tools) -> None:
    text = "Des combattants de Boko Haram ont quitté Idleb."
    annotation = annotated(tools, "fr", text)
    masked = [span.of(text) for span in actor_names(annotation, tools.registry)]
    assert any("Boko Haram" in words for words in masked)
    assert "Idleb" not in masked


def test_a_persons_full_name_is_masked_where_a_place_was_seen_in_it(tools: Tools) -> None:
    text = "Le journaliste Karim Benali vit à Marseille."
    annotation = annotated(tools, "fr", text)
    at = text.index("Benali")
    seen = PlaceMention(Span(at, at + 6), "Benali", "place", None, ())
    annotation = annotation._replace(places=(seen, *annotation.places))
    assert [span.of(text) for span in actor_names(annotation, Known())] == ["Karim Benali"]


def test_a_name_without_a_place_in_it_is_not_asked_for(tools: Tools) -> None:
    registry = Known()
    assert actor_names(annotated(tools, "fr", "Le journaliste Karim Benali vit à Marseille."), registry) == []
    assert not any("Karim Benali" in names for names in registry.asked)

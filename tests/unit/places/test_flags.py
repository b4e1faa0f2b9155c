"""A direction at odds with the gazetteer flags the claims of that place, keeps the words, and flags no other."""

import pytest
from tests.unit.annotate.reading import annotated, tolls
from tests.unit.claims.drafting import make_draft

from bilan.pipeline import Tools
from bilan.places.flags import FLAG, flag_directions
from bilan.places.resolve import resolve_places


@pytest.mark.parametrize(
    ("code", "text", "flagged"),
    [
        ("fr", "Douze civils ont été tués à Homs, au nord de Damas.", False),
        ("fr", "Douze civils ont été tués à Homs, au sud de Damas.", True),
        ("fr", "Douze civils ont été tués à Homs.", False),
        ("en", "Twelve civilians were killed in Homs, north of Damascus.", False),
        ("en", "Twelve civilians were killed in Homs, south of Damascus.", True),
        ("en", "Twelve civilians were killed in Homs.", False),
    ],
)
def test_only_a_wrong_direction_is_flagged(tools: Tools, code: str, text: str, flagged: bool) -> None:  # noqa: FBT001  # a table's column
    (claim,) = tolls(tools, code, text)
    assert claim.place is not None
    assert claim.place.text == "Homs"
    assert (FLAG in claim.flags) is flagged


def test_other_claims_and_other_flags_are_left_alone(tools: Tools) -> None:
    annotation = annotated(tools, "fr", "Douze civils ont été tués à Homs, au sud de Damas.")
    places = resolve_places(annotation.places)
    homs = next(i for i, mention in enumerate(annotation.places) if mention.text == "Homs")
    damas = next(i for i, mention in enumerate(annotation.places) if mention.text == "Damas")
    drafts = [
        make_draft(1, place_mention=homs, flags=("background",)),
        make_draft(2, place_mention=damas),
        make_draft(3),
    ]
    found = flag_directions(annotation, drafts, places)
    assert [draft.flags for draft in found] == [("background", FLAG), (), ()]

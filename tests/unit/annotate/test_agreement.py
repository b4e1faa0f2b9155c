"""Who fits a verb: a singular one takes no plural subject, a body or a household suffers no wound."""

import pytest
from tests.unit.annotate.test_inversions import patients

from bilan.pipeline import Tools


@pytest.mark.parametrize(
    ("code", "text", "found"),
    [
        ("fr", "Un motard de la gendarmerie grièvement blessé à Lyon", ["Un motard"]),
        ("fr", "Une mère de famille tuée par son voisin", ["Une mère"]),
        ("fr", "L'homme qui gardait trois enfants a été tué par la police.", ["L'homme"]),
        ("fr", "Deux soldats ont été tués par la police.", ["Deux soldats"]),
    ],
)
def test_the_one_who_fits_suffers(tools: Tools, code: str, text: str, found: list[str]) -> None:
    assert patients(tools, code, text) == found

"""A share of counted people is a claim beside their number; the verb around it says who they are."""

import pytest
from tests.unit.claims.drafting import tolls

from bilan.pipeline import Tools

Shares = list[tuple[float | None, int | None, tuple[str, ...]]]


def shares(tools: Tools, code: str, text: str) -> Shares:
    _, drafts = tolls(tools, code, text)
    return [(d.share, d.count.low if d.count else None, d.people) for d in drafts]


@pytest.mark.parametrize(
    ("code", "text", "found"),
    [
        ("fr", "Un tiers des 90 victimes étaient des enfants.", [(0.3333, None, ("child",)), (None, 90, ("unknown",))]),
        ("en", "Half of the 40 dead were women.", [(0.5, None, ("woman",)), (None, 40, ("unknown",))]),
        ("fr", "Les femmes représentent la moitié des morts.", [(0.5, None, ("woman",))]),
        ("en", "Women and children account for 70 percent of those killed.", [(0.7, None, ("woman", "child"))]),
        ("en", "Storms account for half of the deaths.", [(0.5, None, ("unknown",))]),
        ("fr", "La moitié des morts ont été enterrés.", [(0.5, None, ("unknown",))]),
    ],
)
def test_a_share_is_of_those_its_verb_names(tools: Tools, code: str, text: str, found: Shares) -> None:
    assert shares(tools, code, text) == found


@pytest.mark.parametrize(("code", "text"), [("fr", "Les 90 victimes sont mortes."), ("en", "The 90 victims died.")])
def test_a_whole_number_is_no_share(tools: Tools, code: str, text: str) -> None:
    assert [share for share, _, _ in shares(tools, code, text)] == [None] * len(shares(tools, code, text))

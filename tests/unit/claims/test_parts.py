"""Parts of a toll: marked ones belong to their whole, unmarked ones stay totals."""

import pytest
from tests.unit.claims.drafting import parted

from bilan.claims.draft import Draft
from bilan.pipeline import Tools

Row = tuple[int | None, str, int | None]


def rows(tools: Tools, code: str, text: str) -> list[Row]:
    """Return low, basis and the low of the whole of each draft."""
    _, drafts = parted(tools, code, text)

    def low(draft: Draft) -> int | None:
        return draft.count.low if draft.count else None

    return [(low(d), d.basis, low(drafts[d.whole]) if d.whole is not None else None) for d in drafts]


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("fr", "Quarante villageois, dont douze enfants, ont été tués.", [(40, "total", None), (12, "part", 40)]),
        ("fr", "Le raid a fait 40 morts, dont 12 enfants.", [(40, "total", None), (12, "part", 40)]),
        ("fr", "Le raid a fait 40 morts, parmi lesquels 12 enfants.", [(40, "total", None), (12, "part", 40)]),
        (
            "fr",
            "Le raid a fait 40 morts, dont 12 enfants et 3 femmes.",
            [(40, "total", None), (12, "part", 40), (3, "part", 40)],
        ),
        ("fr", "Le raid a fait 40 morts, dont un enfant.", [(40, "total", None), (1, "part", 40)]),
        (
            "fr",
            "Sept personnes sont mortes : deux civils et cinq assaillants.",
            [(7, "total", None), (2, "part", 7), (5, "part", 7)],
        ),
        ("fr", "Le raid a fait 7 morts (2 civils et 5 soldats).", [(7, "total", None), (2, "part", 7), (5, "part", 7)]),
        (
            "fr",
            "Quatre soldats ont été tués. Deux d'entre eux étaient officiers.",
            [(4, "total", None), (2, "part", 4)],
        ),
        (
            "fr",
            "Le raid a tué 40 civils. Douze enfants figurent parmi les morts.",
            [(40, "total", None), (12, "part", None)],
        ),
        ("en", "Forty villagers, including twelve children, were killed.", [(40, "total", None), (12, "part", 40)]),
        ("en", "The raid killed 40 people, including a child.", [(40, "total", None), (1, "part", 40)]),
        ("en", "The raid killed 40 people, among them 12 children.", [(40, "total", None), (12, "part", 40)]),
        (
            "en",
            "Seven people died: two civilians and five attackers.",
            [(7, "total", None), (2, "part", 7), (5, "part", 7)],
        ),
        ("en", "Four soldiers were killed. Two of them were officers.", [(4, "total", None), (2, "part", 4)]),
    ],
)
def test_a_marked_part_belongs_to_its_whole(tools: Tools, code: str, text: str, expected: list[Row]) -> None:
    assert rows(tools, code, text) == expected


@pytest.mark.parametrize(
    ("code", "text", "lows"),
    [
        ("fr", "Quarante villageois et douze enfants ont été tués.", [40, 12]),
        ("fr", "Le raid a fait 40 morts et 12 blessés.", [40, 12]),
        ("fr", "Sept personnes sont mortes (sur 200 passagers).", [7]),
        ("fr", "Deux soldats sont morts (huit civils et cinq enfants ont survécu).", [2]),
        ("en", "Forty villagers and twelve children were killed.", [40, 12]),
        ("en", "Seven people died (out of 200 passengers).", [7]),
    ],
)
def test_what_no_word_marks_as_a_part_is_a_total(tools: Tools, code: str, text: str, lows: list[int]) -> None:
    assert rows(tools, code, text) == [(low, "total", None) for low in lows]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "Le raid a fait 40 blessés, dont 12 enfants."),
        ("en", "The raid injured 40 people, including 12 children."),
    ],
)
def test_a_part_has_the_outcome_of_its_whole_and_people_of_its_own(tools: Tools, code: str, text: str) -> None:
    _, (whole, part) = parted(tools, code, text)
    assert part.outcome == whole.outcome == "injured"
    assert (whole.people, part.people) == (("unknown",), ("child",))
    assert part.sentence == whole.sentence


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "Quatre-vingt-dix personnes ont été tuées. Un tiers des victimes étaient des femmes."),
        ("en", "Ninety people were killed. A third of the victims were women."),
    ],
)
def test_a_share_is_tied_to_the_last_toll_of_its_outcome(tools: Tools, code: str, text: str) -> None:
    _, (whole, share) = parted(tools, code, text)
    assert (whole.whole, share.whole, share.share) == (None, 0, 0.3333)


def test_a_share_without_a_toll_before_it_has_no_whole(tools: Tools) -> None:
    _, (share,) = parted(tools, "fr", "Un tiers des victimes étaient des femmes.")
    assert share.whole is None


def test_a_share_is_not_tied_to_a_toll_far_above_it(tools: Tools) -> None:
    between = " ".join(["La rue est calme."] * 4)
    _, drafts = parted(tools, "fr", f"Le raid a fait 90 morts. {between} Un tiers des victimes étaient des femmes.")
    assert drafts[-1].share is not None
    assert drafts[-1].whole is None


def test_wholes_are_indexes_into_the_list_returned(tools: Tools) -> None:
    text = "Le raid a fait 40 morts, dont 12 enfants. Un autre a fait 30 blessés, dont 5 femmes."
    _, drafts = parted(tools, "fr", text)
    assert [(d.outcome, d.whole) for d in drafts] == [
        ("killed", None),
        ("killed", 0),
        ("injured", None),
        ("injured", 2),
    ]


@pytest.mark.parametrize(
    ("code", "text", "pairs"),
    [
        ("fr", "Le raid a fait 12 morts à Idleb. Parmi eux, trois enfants.", [(3, 12)]),
        ("fr", "Le raid a fait 12 morts et 30 blessés. Parmi les morts figurent trois enfants.", [(3, 12)]),
        ("fr", "Le raid a fait 12 morts et 30 blessés. Parmi les blessés, on compte trois enfants.", [(3, 30)]),
        ("fr", "Le raid a fait 12 morts. Les secours sont là. Parmi les victimes, deux femmes.", [(2, 12)]),
        ("en", "The raid killed 12 people. Among them, three children.", [(3, 12)]),
        ("en", "The raid killed 12 people and wounded 30. Among the dead were three children.", [(3, 12)]),
        ("en", "The raid killed 12 people and wounded 30. Among the wounded are four policemen.", [(4, 30)]),
        ("fr", "Le raid a fait 12 morts. Parmi les témoins, trois enfants ont parlé.", []),
        ("en", "The raid killed 12 people. Among the villagers who fled, 30 were treated.", []),
    ],
)
def test_a_group_of_an_earlier_sentence_has_its_parts(
    tools: Tools, code: str, text: str, pairs: list[tuple[int, int]]
) -> None:
    _, drafts = parted(tools, code, text)
    counts = [draft.count.low if draft.count else None for draft in drafts]
    assert [(counts[i], counts[d.whole]) for i, d in enumerate(drafts) if d.whole is not None] == pairs


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "L'explosion a tué 12 personnes. Vingt maisons ont été touchées et trois d'entre elles sont détruites."),
        ("en", "The blast killed 12 people. Twenty houses were hit and three of them are destroyed."),
    ],
)
def test_some_of_other_things_counted_since_are_no_part(tools: Tools, code: str, text: str) -> None:
    assert [draft.count.low for draft in parted(tools, code, text)[1] if draft.count] == [12]

"""Golden incidents of the default policy: low / best / high of each."""

from collections.abc import Sequence

import pytest
from tests.factory import PARENTS, make_claim, make_source, sources_of

from bilan.figures.assemble import assemble
from bilan.model.claim import Claim
from bilan.model.decision import LinkDecisions
from bilan.model.extraction import Source
from bilan.model.incident import Figure


def figure(
    *claims: Claim, people: str = "all", outcome: str = "killed", sources: Sequence[Source] | None = None
) -> Figure:
    found = assemble(
        claims, sources_of(claims) if sources is None else sources, LinkDecisions(), {}, parents=PARENTS
    )  # fmt: skip
    (incident,) = found.incidents
    return next(one for one in incident.figures if (one.outcome, one.people) == (outcome, people))


def ends(one: Figure) -> tuple[int | None, int | None, int | None]:
    return one.low, one.best, one.high


def test_one_number() -> None:
    one = figure(make_claim(low=7))

    assert ends(one) == (7, 7, 7)
    assert one.reason == "One number is given: 7."


def test_independent_sources_that_agree_are_counted() -> None:
    one = figure(make_claim(report="r1", low=7), make_claim(report="r2", low=7))

    assert one.reason == "2 independent sources give the same number: 7."


def test_where_nothing_tells_who_is_right_the_lower_number_is_best_and_never_the_mean() -> None:
    one = figure(make_claim(report="r1", low=7), make_claim(report="r2", low=13))

    assert ends(one) == (7, 7, 13)
    assert "lowest" in one.reason


def test_the_most_reliable_source_is_best_where_it_is_known() -> None:
    claims = [make_claim(report="r1", low=7), make_claim(report="r2", low=13)]
    sources = sources_of(claims)
    trusted = next(source.group for source in sources if source.names == ("r2",))

    found = assemble(claims, sources, LinkDecisions(), {}, parents=PARENTS, reliability={trusted: 3})

    assert ends(found.incidents[0].figures[0]) == (7, 13, 13)


def test_at_least_n_is_open_and_its_high_is_the_largest_number_named() -> None:
    minimum = make_claim(low=9, high=None, wording="at-least")

    assert ends(figure(minimum)) == (9, 9, 9)
    assert figure(minimum).open

    rumour = make_claim(low=15, at=300, modality="hedged")
    assert ends(figure(make_claim(report="r1", low=20, high=None, wording="at-least"), rumour)) == (15, 20, 20)


def test_one_voice_does_not_contradict_itself_so_the_larger_number_is_best() -> None:
    one = figure(make_claim(low=12), make_claim(low=31, at=300))

    assert ends(one) == (12, 31, 31)
    assert "stages or parts" in one.reason


def test_two_speakers_of_one_report_do_contradict() -> None:
    police = make_claim(low=12, said_by=("la police",))
    hospital = make_claim(low=31, at=300, said_by=("l'hôpital",))

    assert ends(figure(police, hospital)) == (12, 12, 31)


def test_of_two_minima_in_one_report_the_larger_is_best() -> None:
    title = make_claim(low=56, high=None, wording="at-least")
    body = make_claim(low=65, high=None, wording="at-least", at=300)

    one = figure(title, body)

    assert ends(one) == (56, 65, 65)
    assert one.open


def test_a_stated_range_has_its_low_end_as_best() -> None:
    assert ends(figure(make_claim(low=16, high=25, wording="between"))) == (16, 16, 25)


@pytest.mark.parametrize(("high", "opened"), [(99, False), (None, True)])
def test_a_word_without_a_number_makes_no_best(high: int | None, opened: bool) -> None:  # noqa: FBT001
    one = figure(make_claim(low=20, high=high, wording="vague"))

    assert ends(one) == (20, None, high)
    assert one.open is opened


def test_an_upper_limit_alone_makes_no_best_and_no_low() -> None:
    assert ends(figure(make_claim(low=None, high=40, wording="at-most"))) == (None, None, 40)


def test_hearsay_widens_the_range_and_is_not_best() -> None:
    one = figure(make_claim(report="r1", low=21), make_claim(report="r2", low=50, modality="hedged"))

    assert ends(one) == (21, 21, 50)
    assert "Hearsay" in one.reason


def test_hearsay_is_best_where_nobody_is_sure() -> None:
    one = figure(make_claim(low=21, modality="hedged"))

    assert ends(one) == (21, 21, 21)
    assert "hearsay" in one.reason


def test_disjoint_groups_add_up_where_there_is_no_total() -> None:
    fighters = make_claim(low=163, people=("combatant",), wording="about")
    civilians = make_claim(low=40, at=300, people=("civilian",))

    one = figure(fighters, civilians)

    assert ends(one) == (203, 203, 203)
    assert set(one.claims) == {fighters.id, civilians.id}


def test_a_group_has_a_figure_of_its_own() -> None:
    whole = make_claim(low=9)
    part = make_claim(low=2, at=20, basis="part", people=("child",), links={"part_of": [whole.id]})

    assert ends(figure(whole, part)) == (9, 9, 9)
    assert ends(figure(whole, part, people="child")) == (2, 2, 2)


def test_attackers_outside_the_toll_raise_the_high_only() -> None:
    one = figure(make_claim(low=4, people=("combatant",)), make_claim(low=1, at=300, people=("attacker",)))

    assert ends(one) == (4, 4, 5)
    assert "attackers" in one.reason


def test_nobody_killed_is_a_real_zero() -> None:
    one = figure(make_claim(low=0))

    assert ends(one) == (0, 0, 0)
    assert one.reason == "The sources say that nobody was: 0."


def test_what_is_not_told_has_no_figure() -> None:
    found = assemble([make_claim("injured", 4)], (), LinkDecisions(), {}, parents=PARENTS)

    assert [one.outcome for one in found.incidents[0].figures] == ["injured"]


def test_a_denied_toll_of_a_told_incident_has_a_high_but_no_best() -> None:
    clash = make_claim(outcome=None)
    denied = make_claim(low=60, at=50, modality="denied")

    assert ends(figure(clash, denied)) == (0, None, 60)


def test_the_last_number_stands_after_a_chain_of_updates() -> None:
    claims = [make_claim(report=f"r{i}", low=low) for i, low in enumerate((12, 19, 27))]
    sources = [make_source(f"r{i}", f"2021-03-0{3 + i}") for i in range(3)]

    one = figure(*claims, sources=sources)

    assert ends(one) == (27, 27, 27)
    assert "replaced" in one.reason

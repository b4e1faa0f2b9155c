"""The head of the page: sums that say what they leave out."""

from bilan.model.ids import IncidentId
from bilan.model.incident import Figure, Incident
from bilan.model.place import Place
from bilan.model.time import TimeSpan
from bilan.model.view import CasebookView
from bilan.web.summary import Total, sort_incidents, summarise


def incident(name: str, *figures: Figure, **fields: object) -> Incident:
    """Make an incident."""
    return Incident(IncidentId(name), "attack", (), (), figures=figures, **fields)  # type: ignore[arg-type]


def killed(
    low: int | None, best: int | None, high: int | None, people: str = "all", *, is_open: bool = False
) -> Figure:
    """Make a figure of killed."""
    return Figure("killed", people, low, best, high, open=is_open, claims=(), policy="ucdp", reason="")


def total(*incidents: Incident) -> Total:
    """Return the sum of the killed."""
    return summarise(CasebookView(reports={}, incidents=incidents)).totals[0]


def test_low_best_and_high_are_added_each_by_itself() -> None:
    sums = total(incident("a", killed(3, 4, 9)), incident("b", killed(10, 10, 12)))
    assert (sums.low, sums.best, sums.high, sums.counted) == (13, 14, 21, 2)


def test_parts_are_not_added_to_the_whole() -> None:
    assert total(incident("a", killed(9, 9, 9), killed(4, 4, 4, "child"))).best == 9


def test_one_incident_without_a_best_leaves_the_sum_without_one() -> None:
    sums = total(incident("a", killed(3, 3, 3)), incident("b", killed(20, None, 99)))
    assert (sums.low, sums.best, sums.high, sums.without_best) == (23, None, 102, 1)


def test_an_open_figure_leaves_the_sum_open() -> None:
    sums = total(incident("a", killed(9, 9, 9, is_open=True)), incident("b", killed(3, None, None)))
    assert sums.unbounded == 2
    assert (sums.low, sums.high) == (12, 12)


def test_an_incident_without_a_number_adds_nothing_and_is_counted_as_unknown() -> None:
    view = CasebookView(
        reports={}, incidents=(incident("a", killed(3, 3, 3)), incident("b"), incident("c", killed(None, None, None)))
    )
    summary = summarise(view)
    assert (summary.totals[0].best, summary.totals[0].counted, summary.unknown_toll) == (3, 1, 2)


def test_without_any_number_the_sum_is_unknown_and_not_zero() -> None:
    sums = total(incident("a"))
    assert (sums.low, sums.best, sums.high, sums.counted) == (None, None, None, 0)


def test_what_is_only_recalled_is_in_no_sum() -> None:
    view = CasebookView(
        reports={}, incidents=(incident("a", killed(3, 3, 3)), incident("b", killed(99, 99, 99), background=True))
    )
    summary = summarise(view)
    assert (summary.incidents, summary.background, summary.totals[0].best) == (1, 1, 3)


def test_an_unresolved_time_or_place_counts_as_unknown() -> None:
    later = TimeSpan("il y a peu", anchor="publication", offset="-P2W")
    summary = summarise(CasebookView(reports={}, incidents=(incident("a", time=later, place=Place("Nulle-Part")),)))
    assert (summary.unknown_time, summary.unknown_place, summary.first) == (1, 1, None)


def test_incidents_stand_by_day_and_undated_ones_last() -> None:
    day = TimeSpan("", "2023-03-14", "2023-03-14", 1)
    early = TimeSpan("", "2023-01-01", "2023-01-31", 4)
    incidents = [incident("a"), incident("b", time=day), incident("c", time=early)]
    assert [item.id for item in sort_incidents(incidents)] == ["c", "b", "a"]

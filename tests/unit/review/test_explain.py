from pathlib import Path

import pytest
from tests.casebook_kit import make_input, open_book, reconcile, take

from bilan.casework.state import read_view
from bilan.errors import UsageError
from bilan.model.incident import RELATIONS, Relation
from bilan.model.view import CasebookView
from bilan.review.explain import AS_SOURCE, AS_TARGET, explain_figures, figure_address, ground_claim


@pytest.fixture
def view(tmp_path: Path) -> CasebookView:
    with open_book(tmp_path) as book:
        first = make_input("At dawn 3 killed in Tellera on 2021-03-02. All fled.", "a", outlet="Wire")
        later = make_input("By night 5 killed in Tellera on 2021-03-02, 4 injured in Tellera on 2021-03-02.", "b")
        take(book, [first, later])
        reconcile(book)
        return read_view(book)


def test_a_figure_is_explained_by_the_claims_it_rests_on_and_the_others_stand_beside(view: CasebookView) -> None:
    (incident,) = view.incidents
    (found,) = explain_figures(view, incident.id, "killed", "all")
    assert found.figure.reason
    assert {ground.claim.id for ground in found.behind} == set(found.figure.claims)
    killed = {claim.id for claim in view.claims if claim.outcome == "killed"}
    assert {ground.claim.id for ground in (*found.behind, *found.beside)} == killed


def test_a_ground_is_the_quote_in_its_sentence_with_its_report(view: CasebookView) -> None:
    claim = next(claim for claim in view.claims if claim.report == "a")
    ground = ground_claim(view, claim)
    assert ground.before + claim.quote.exact + ground.after == "3 killed in Tellera on 2021-03-02"
    assert ground.report.outlet == "Wire"


def test_every_relation_has_words_from_both_sides(view: CasebookView) -> None:
    one, other, _ = view.claims
    assert set(AS_SOURCE) == set(AS_TARGET) == set(RELATIONS)
    relation = Relation("supersedes", one.id, other.id, "told later")
    (tie,) = ground_claim(view, one, [relation]).ties
    assert (tie.said, tie.other, tie.reason) == ("supersedes", other, "told later")
    (tie,) = ground_claim(view, other, [relation]).ties
    assert (tie.said, tie.other) == ("is superseded by", one)


def test_an_address_names_the_figure_it_asks_for(view: CasebookView) -> None:
    (incident,) = view.incidents
    for figure in incident.figures:
        _, outcome, *people = figure_address(incident, figure).split("/")
        found = explain_figures(view, incident.id, outcome, people[0] if people else "all")
        assert [explanation.figure for explanation in found] == [figure]


def test_a_figure_there_is_not_is_an_error_that_names_those_there_are(view: CasebookView) -> None:
    (incident,) = view.incidents
    with pytest.raises(UsageError, match=f"{incident.id}/killed"):
        explain_figures(view, incident.id, "missing")
    with pytest.raises(UsageError, match="inc-nowhere"):
        explain_figures(view, "inc-nowhere", "killed")

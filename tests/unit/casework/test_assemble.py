from pathlib import Path

import pytest
from tests.casebook_kit import assemble_shipped, make_decision, make_input, open_book, reconcile, take

from bilan.casework.assemble import assemble_casebook
from bilan.casework.decide import decide
from bilan.casework.state import find_incident, find_to_reread, read_view
from bilan.errors import CasebookError, UsageError
from bilan.incidents.sources import group_sources
from bilan.model.extraction import Assembly
from bilan.model.ids import IncidentId
from bilan.stores.casebook import Casebook

ONE = ("3 killed in Tellera on 2021-03-02.", "a")
SAME = ("5 killed in Tellera on 2021-03-02, an officer said.", "b")
OTHER = ("9 killed in Markabo on 2021-05-04.", "c")


def _book(folder: Path, *inputs: tuple[str, str]) -> Casebook:
    book = open_book(folder)
    take(book, [make_input(*given) for given in inputs])
    reconcile(book)
    return book


def test_a_rejected_claim_is_in_no_incident_and_says_who_rejected_it(tmp_path: Path) -> None:
    with _book(tmp_path, ONE) as book:
        (claim,) = book.store.claims()
        decide(book, make_decision("reject", claim.id, reason="a training exercise"))
        reconcile(book)
        view = read_view(book)
    assert view.incidents == ()
    assert [(loose.claim, loose.reason) for loose in view.unlinked] == [
        (claim.id, "rejected by Ada: a training exercise")
    ]


def test_an_undone_rejection_brings_the_incident_back_under_its_id(tmp_path: Path) -> None:
    with _book(tmp_path, ONE) as book:
        before = book.store.view().incidents
        taken = decide(book, make_decision("reject", book.store.claims()[0].id))
        reconcile(book)
        decide(book, make_decision("undo", undoes=taken.id))
        reconcile(book)
        assert book.store.view().incidents == before


def test_a_corrected_count_changes_the_figure(tmp_path: Path) -> None:
    with _book(tmp_path, ONE) as book:
        claim = book.store.claims()[0].id
        decide(book, make_decision("correct", claim, field="count.high", value="4"))
        reconcile(book)
        view = read_view(book)
    (figure,) = view.incidents[0].figures
    assert figure.high == 4
    assert view.claims[0].count is not None
    assert view.claims[0].count.high == 4
    assert "corrected-by-person" in view.claims[0].flags


def test_parted_claims_never_stand_together_and_merged_ones_do(tmp_path: Path) -> None:
    with _book(tmp_path, ONE, SAME) as book:
        (incident,) = book.store.view().incidents
        one, _ = incident.claims
        decide(book, make_decision("part", one))
        reconcile(book)
        apart = book.store.view().incidents
        assert len(apart) == 2
        decide(book, make_decision("merge", *(found.id for found in apart)))
        reconcile(book)
        (together,) = book.store.view().incidents
    assert set(together.claims) == set(incident.claims)


def test_a_merged_incidents_old_id_leads_to_the_new_one(tmp_path: Path) -> None:
    with _book(tmp_path, ONE, OTHER) as book:
        ids = [incident.id for incident in book.store.view().incidents]
        decide(book, make_decision("merge", *ids))
        reconcile(book)
        (merged,) = book.store.view().incidents
        assert {find_incident(book, old) for old in ids} == {merged.id}


def test_a_decision_outlives_new_rules_that_cut_the_quote_otherwise(tmp_path: Path) -> None:
    with _book(tmp_path, ONE) as book:
        decide(book, make_decision("reject", book.store.claims()[0].id))
        take(book, [make_input(*ONE)], maker="kit/2")
        reconcile(book)
        assert read_view(book).incidents == ()
        assert find_to_reread(book) == ()


def test_another_process_that_adds_meanwhile_makes_the_assembly_begin_anew(tmp_path: Path) -> None:
    with _book(tmp_path, ONE) as book:
        seen: list[int] = []

        def assemble(*given: object) -> Assembly:
            seen.append(len(book.store.claims()))
            if len(seen) == 1:
                take(book, [make_input(*OTHER)])
            return assemble_shipped(*given)  # type: ignore[arg-type]

        assemble_casebook(book, group=group_sources, assemble=assemble)
        assert len(seen) == 2
        assert len(book.store.view().incidents) == 2


def test_an_assembly_that_never_gets_its_turn_says_so(tmp_path: Path) -> None:
    with _book(tmp_path, ONE) as book:
        number = iter(range(100))

        def assemble(*given: object) -> Assembly:
            take(book, [make_input(f"{next(number)} killed in Tellera on 2021-03-02.", "n")])
            return assemble_shipped(*given)  # type: ignore[arg-type]

        with pytest.raises(CasebookError, match="others keep adding"):
            assemble_casebook(book, group=group_sources, assemble=assemble)


def test_an_incident_is_found_by_the_beginning_of_its_id(tmp_path: Path) -> None:
    with _book(tmp_path, ONE, OTHER) as book:
        one, other = (incident.id for incident in book.store.view().incidents)
        assert find_incident(book, one[:10]) == one
        with pytest.raises(UsageError, match="2 incidents begin"):
            find_incident(book, IncidentId("inc-"))
        with pytest.raises(UsageError, match="inc-zzz"):
            find_incident(book, "inc-zzz")
        assert other != one


@pytest.mark.parametrize(
    ("kind", "targets", "fields", "told"),
    [
        ("reject", ("clm-none",), {}, "clm-none"),
        ("reject", (), {}, "points at something"),
        ("undo", (), {"undoes": "dec-none"}, "dec-none"),
        ("undo", (), {}, "names the decision"),
        ("correct", ("CLAIM",), {"field": "quote", "value": '"x"'}, "cannot be corrected"),
        ("correct", ("CLAIM",), {"field": "count.low", "value": "many"}, "no JSON value"),
        ("correct", ("CLAIM",), {"field": "count.low", "value": "9"}, "at most its high"),
        ("correct", ("CLAIM",), {"field": "modality", "value": '"sure"'}, "modality"),
        ("correct", ("CLAIM",), {"field": "place", "value": '"Alep"'}, "place"),
        ("merge", ("CLAIM",), {}, "two incidents"),
    ],
)
def test_a_decision_that_cannot_be_taken_is_refused_with_the_reason(
    tmp_path: Path, kind: str, targets: tuple[str, ...], fields: dict[str, str], told: str
) -> None:
    with _book(tmp_path, ONE) as book:
        claim = book.store.claims()[0].id
        meant = [claim if target == "CLAIM" else target for target in targets]
        before = book.store.log()
        with pytest.raises(UsageError, match=told):
            decide(book, make_decision(kind, *meant, **fields))
        assert book.store.log() == before

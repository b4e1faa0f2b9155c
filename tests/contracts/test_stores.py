"""Every store keeps the same promises: one line in STORES holds another to them."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.casebook_kit import MAKER, assemble_shipped, make_actor_change, make_decision, make_input, read_simply
from tests.factory import make_place, make_time

from bilan.errors import CasebookError
from bilan.incidents.sources import group_sources
from bilan.model.decision import LinkDecisions
from bilan.model.extraction import Assembly
from bilan.model.ids import IncidentId
from bilan.model.incident import Envelope, Relation, Unlinked
from bilan.model.report import Report
from bilan.review.log import FIRST, read_actor_changes, verify_chain
from bilan.stores.base import Intake, Store
from bilan.stores.sqlite import SqliteStore

STORES: dict[str, Callable[[Path], Store]] = {"sqlite": lambda folder: SqliteStore(folder / "casebook.sqlite")}
WHEN = "2026-01-02T12:00:00+00:00"
ONE = "3 killed in Tellera on 2021-03-02. Please give."
OTHER = "9 killed in Markabo on 2021-05-04."


@pytest.fixture(params=sorted(STORES))
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    opened = STORES[request.param](tmp_path)
    yield opened
    opened.close()


def _put(store: Store, text: str, name: str, *, maker: str = MAKER, **fields: str) -> Report:
    report, _ = make_input(text, name, **fields)
    store.add(Intake((*store.sightings(report.digest), report), maker, read_simply(report)), WHEN)
    return report


def _assemble(store: Store) -> Assembly:
    assembly = assemble_shipped(
        store.claims(), group_sources(store.reports()), LinkDecisions(), store.incident_claims()
    )
    assert store.put_assembly(assembly, store.head(), WHEN)
    return assembly


def test_a_report_comes_back_as_it_was_read(store: Store) -> None:
    report = _put(store, ONE, "a.txt", published="2021-03-03", published_from="record", title="T", outlet="O")
    assert store.sightings(report.digest) == (report,)
    assert store.reports() == (report,)
    assert store.evidence() == (report.evidence,)
    stored = store.view().reports[report.digest]
    assert (stored.text, stored.names, stored.outlet) == (ONE, ("a.txt",), "O")
    assert [aside.text for aside in stored.set_aside] == ["Please give."]


def test_claims_come_back_as_they_were_extracted(store: Store) -> None:
    report = _put(store, ONE, "a.txt")
    assert store.claims() == read_simply(report).claims
    assert store.view().claims == store.claims()


def test_the_same_report_again_adds_nothing(store: Store) -> None:
    report = _put(store, ONE, "a.txt")
    before = store.log()
    assert store.has_extraction(report, MAKER)
    assert not store.add(Intake((report,), MAKER, None), WHEN)
    assert not store.add(Intake((report,), MAKER, read_simply(report)), WHEN)
    assert store.log() == before


def test_a_copy_under_another_name_is_one_text_with_two_names(store: Store) -> None:
    _put(store, ONE, "b.txt")
    _put(store, ONE, "a.txt", outlet="Wire")
    (stored,) = store.view().reports.values()
    assert stored.names == ("a.txt", "b.txt")
    assert stored.outlet == "Wire"
    assert [report.id for report in store.reports()] == ["a.txt", "b.txt"]
    assert {claim.report for claim in store.claims()} == {"a.txt"}


def test_a_new_maker_reads_anew_and_the_old_reading_stays(store: Store) -> None:
    report = _put(store, ONE, "a.txt")
    assert not store.has_extraction(report, "kit/2")
    _put(store, ONE, "a.txt", maker="kit/2")
    assert store.has_extraction(report, MAKER)
    assert store.has_extraction(report, "kit/2")


def test_a_date_given_later_asks_for_a_new_reading(store: Store) -> None:
    _put(store, ONE, "a.txt")
    dated, _ = make_input(ONE, "a.txt", published="2021-03-03", published_from="option")
    assert not store.has_extraction(dated, MAKER)


def test_readers_see_the_old_claims_until_the_casebook_is_assembled_again(store: Store) -> None:
    report = _put(store, ONE, "a.txt")
    _assemble(store)
    before = store.view()
    store.add(Intake((report,), "kit/2", replace(read_simply(report), claims=())), WHEN)
    assert store.claims() == ()
    assert store.view() == before
    assert store.damages() == ()
    _assemble(store)
    assert (store.view().claims, store.view().incidents) == ((), ())
    assert store.damages() == ()


def test_an_assembly_comes_back_as_it_was(store: Store) -> None:
    _put(store, ONE, "a.txt")
    _put(store, OTHER, "b.txt")
    first, second = store.claims()
    assembly = assemble_shipped(store.claims(), group_sources(store.reports()), LinkDecisions(), {})
    assert len(assembly.incidents) == 2
    where, when = make_place(), make_time()
    rate = Envelope("env-1", first.id, "rate", "killed", ("civilian",), 3, 4, "about", "day", None, where, when)
    full = Assembly(
        incidents=assembly.incidents,
        envelopes=(rate,),
        unlinked=(Unlinked(second.id, "names no place"),),
        relations=(Relation("supersedes", first.id, second.id, "told later"),),
    )
    assert store.put_assembly(full, store.head(), WHEN)
    view = store.view()
    assert (view.incidents, view.envelopes, view.unlinked, view.relations) == (
        full.incidents,
        full.envelopes,
        full.unlinked,
        full.relations,
    )
    assert store.incident_claims() == {incident.id: incident.claims for incident in full.incidents}
    assert store.damages() == ()


def test_the_same_assembly_again_adds_nothing(store: Store) -> None:
    _put(store, ONE, "a.txt")
    _assemble(store)
    before = store.log()
    _assemble(store)
    assert store.log() == before


def test_an_assembly_of_an_older_state_is_refused(store: Store) -> None:
    _put(store, ONE, "a.txt")
    assembly = assemble_shipped(store.claims(), group_sources(store.reports()), LinkDecisions(), {})
    head = store.head()
    _put(store, OTHER, "b.txt")
    assert not store.put_assembly(assembly, head, WHEN)
    assert store.view().incidents == ()


def test_a_claim_in_two_incidents_is_refused_and_nothing_is_changed(store: Store) -> None:
    _put(store, ONE, "a.txt")
    (incident,) = _assemble(store).incidents
    twice = Assembly((incident, replace(incident, id=IncidentId("inc-other"))), (), (), ())
    with pytest.raises(CasebookError, match="cannot be stored"):
        store.put_assembly(twice, store.head(), WHEN)
    assert store.view().incidents == (incident,)


def test_an_incident_that_is_no_more_redirects_to_the_one_with_its_claims(store: Store) -> None:
    _put(store, ONE, "a.txt")
    _put(store, OTHER, "b.txt")
    one, other = _assemble(store).incidents
    joined = replace(one, claims=(*one.claims, *other.claims), figures=())
    assert store.put_assembly(Assembly((joined,), (), (), ()), store.head(), WHEN)
    assert store.current_incident(other.id) == one.id
    assert store.current_incident(one.id) == one.id


def test_an_incident_whose_claims_are_all_gone_leads_nowhere_but_is_remembered(store: Store) -> None:
    _put(store, ONE, "a.txt")
    (incident,) = _assemble(store).incidents
    assert store.put_assembly(Assembly((), (), (), ()), store.head(), WHEN)
    assert store.current_incident(incident.id) is None


def test_an_incident_that_never_was_is_an_error_that_names_it(store: Store) -> None:
    with pytest.raises(CasebookError, match="inc-nowhere"):
        store.current_incident("inc-nowhere")


def test_two_claims_with_one_id_are_refused_and_leave_no_half_report(store: Store) -> None:
    report, _ = make_input(ONE, "a.txt")
    extraction = read_simply(report)
    doubled = replace(extraction, claims=extraction.claims * 2)
    with pytest.raises(CasebookError, match="two claims have one id"):
        store.add(Intake((report,), MAKER, doubled), WHEN)
    assert store.sightings(report.digest) == ()
    assert store.log() == ()


def test_decisions_are_chained_in_the_order_they_are_taken(store: Store) -> None:
    assert store.head() == FIRST
    first = store.decide(make_decision("reject", "clm-1"))
    second = store.decide(make_decision("reject", "clm-1"))
    assert first.id != second.id
    assert second.previous == first.digest
    assert store.head() == second.digest
    assert verify_chain(store.log()) == ()


def test_an_unknown_kind_of_decision_is_refused(store: Store) -> None:
    with pytest.raises(ValueError, match="annul"):
        store.decide(make_decision("annul", "clm-1"))


def test_changes_of_own_actors_come_back_whole_in_the_order_they_were_made(store: Store) -> None:
    first = store.change_actor(make_actor_change("own:one"))
    second = store.change_actor(make_actor_change("own:one", added=False))
    third = store.change_actor(make_actor_change("own:one"))
    assert read_actor_changes(store.log()) == (first, second, third)
    assert (first.previous, second.previous, third.digest) == (FIRST, first.digest, store.head())
    assert first.entry == make_actor_change("own:one").entry
    assert second.entry is None
    assert verify_chain(store.log()) == ()
    assert store.damages() == ()


def test_own_actors_live_beside_reports_and_decisions_in_one_chain(store: Store) -> None:
    _put(store, ONE, "a.txt")
    store.change_actor(make_actor_change("own:one"))
    store.decide(make_decision("reject", "clm-1"))
    _assemble(store)
    assert [entry.kind for entry in store.log()] == ["import", "actor", "decision", "assembly"]
    assert store.damages() == ()


def test_an_actor_of_an_unknown_type_or_under_anothers_id_is_refused(store: Store) -> None:
    change = make_actor_change("own:one")
    assert change.entry is not None
    with pytest.raises(ValueError, match="tribe"):
        store.change_actor(replace(change, entry=replace(change.entry, type="tribe")))
    with pytest.raises(ValueError, match="own:other"):
        store.change_actor(replace(change, actor="own:other"))
    assert store.log() == ()
